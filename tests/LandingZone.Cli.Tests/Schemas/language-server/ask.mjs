// Asks yaml-language-server about YAML files, as an editor does over its standard input and output:
//   node ask.mjs FOLDER FILE...
// FOLDER has the server in its node_modules. Prints a JSON list with one answer for each file: its diagnostics (line
// from 1, message), or, where the text has the cursor ‸, what the server would complete there (label, insert, about).
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const CURSOR = "‸";
const [folder, ...files] = process.argv.slice(2);
const server = spawn(
  process.execPath,
  [join(folder, "node_modules/yaml-language-server/bin/yaml-language-server"), "--stdio"],
  { stdio: ["pipe", "pipe", "inherit"] },
);
server.on("exit", (code) => {
  console.error(`the server ended with ${code}`);
  process.exit(1);
});

// Nothing but the schema that a file's first line names: no catalogue from the internet.
const settings = {
  yaml: { validate: true, completion: true, hover: true, schemaStore: { enable: false }, schemas: {} },
  http: {},
  "[yaml]": {},
  editor: { tabSize: 2 },
  files: {},
};
const answers = new Map();
const published = new Map();
let last = 0;
let received = Buffer.alloc(0);

function send(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
  server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
  server.stdin.write(body);
}

function request(method, params) {
  const id = ++last;
  send({ id, method, params });
  return new Promise((resolve, reject) => answers.set(id, { resolve, reject }));
}

function notify(method, params) {
  send({ method, params });
}

function handle(message) {
  if (message.method === "workspace/configuration") {
    send({ id: message.id, result: message.params.items.map((item) => settings[item.section] ?? null) });
  } else if (message.method === "textDocument/publishDiagnostics") {
    published.get(message.params.uri)?.(message.params.diagnostics);
  } else if (message.method && message.id !== undefined) {
    send({ id: message.id, result: null });
  } else if (message.id !== undefined) {
    const { resolve, reject } = answers.get(message.id);
    message.error ? reject(new Error(message.error.message)) : resolve(message.result);
  }
}

server.stdout.on("data", (chunk) => {
  received = Buffer.concat([received, chunk]);
  for (;;) {
    const end = received.indexOf("\r\n\r\n");
    if (end < 0) {
      return;
    }
    const start = end + 4;
    const length = Number(/Content-Length: (\d+)/i.exec(received.toString("ascii", 0, end))[1]);
    if (received.length < start + length) {
      return;
    }
    const body = received.toString("utf8", start, start + length);
    received = received.subarray(start + length);
    handle(JSON.parse(body));
  }
});

async function ask(file) {
  const marked = readFileSync(file, "utf8");
  const uri = pathToFileURL(file).href;
  const diagnostics = new Promise((resolve) => published.set(uri, resolve));
  const text = marked.replace(CURSOR, "");
  notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
  const found = await diagnostics;
  if (text === marked) {
    return { diagnostics: found.map(({ range, message }) => ({ line: range.start.line + 1, message })) };
  }

  const before = marked.slice(0, marked.indexOf(CURSOR)).split("\n");
  const position = { line: before.length - 1, character: before.at(-1).length };
  const { items } = await request("textDocument/completion", { textDocument: { uri }, position });
  const completions = items.map(({ label, insertText, textEdit, documentation }) => ({
    label,
    insert: textEdit?.newText ?? insertText ?? label,
    about: documentation?.value ?? documentation ?? "",
  }));
  return { completions };
}

await request("initialize", {
  processId: process.pid,
  rootUri: null,
  capabilities: {
    workspace: { configuration: true },
    textDocument: {
      completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown", "plaintext"] } },
      publishDiagnostics: {},
    },
  },
});
notify("initialized", {});
notify("workspace/didChangeConfiguration", { settings: {} });
const result = [];
for (const file of files) {
  result.push(await ask(file));
}
process.stdout.write(JSON.stringify(result), () => process.exit(0));
