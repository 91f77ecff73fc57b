// Writes the conformance tests of the Common Expression Language, one JSON object a line:
//   npm ci && node export.mjs FOLDER     then     LZ_CEL_SPEC=FOLDER dotnet test …
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tests } from "@bufbuild/cel-spec/testdata/conformance.js";

const folder = process.argv[2] ?? "out";
const lines = [];
const walk = (suite, path) => {
  for (const inner of suite.suites ?? []) {
    walk(inner, [...path, inner.name]);
  }
  for (const { original } of suite.tests ?? []) {
    lines.push(JSON.stringify({ file: path[0], section: path.slice(1).join("/"), ...original }));
  }
};

walk(tests, []);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "conformance.jsonl"), lines.join("\n") + "\n");
console.log(`${lines.length} tests in ${join(folder, "conformance.jsonl")}`);
