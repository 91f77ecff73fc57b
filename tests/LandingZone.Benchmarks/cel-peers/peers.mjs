// Times the other engines over expressions.json and prints one table with ours:
//   node peers.mjs OURS      where OURS has a line `name<TAB>nanoseconds` for each expression
import { readFileSync } from "node:fs";
import { celEnv, parse, plan } from "@bufbuild/cel";
import { strings } from "@bufbuild/cel/ext";
import { Environment } from "@marcbachmann/cel-js";

const ROUNDS = 7;
const ROUND_MILLISECONDS = 100;

const { data, expressions } = JSON.parse(readFileSync(new URL("expressions.json", import.meta.url)));
const ours = new Map(readFileSync(process.argv[2], "utf8").trim().split("\n").map((line) => line.split("\t")));

// In both engines a JavaScript number is a double; an int is a bigint.
const withInts = (value) =>
  Number.isInteger(value) ? BigInt(value)
  : Array.isArray(value) ? value.map(withInts)
  : value !== null && typeof value === "object"
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withInts(inner)]))
  : value;

const variables = withInts(data);
const bufbuild = celEnv({ funcs: strings });
const marcbachmann = Object.keys(data).reduce(
  (environment, name) => environment.registerVariable(name, "dyn"),
  new Environment());

const engines = {
  "@bufbuild/cel": (source) => plan(bufbuild, parse(source)),
  "@marcbachmann/cel-js": (source) => marcbachmann.parse(source),
};

const nanoseconds = (run, count) => {
  const start = process.hrtime.bigint();
  for (let index = 0; index < count; index++) {
    run(variables);
  }
  return Number(process.hrtime.bigint() - start);
};

// As CelPeers.cs measures: the count grows until a round is long enough, which also warms up; then the median.
const measure = (run) => {
  let count = 1;
  while (nanoseconds(run, count) < ROUND_MILLISECONDS * 1e6) {
    count *= 2;
  }
  const rounds = Array.from({ length: ROUNDS }, () => nanoseconds(run, count) / count);
  return rounds.sort((one, other) => one - other)[ROUNDS >> 1];
};

const format = (value) => Math.round(value).toLocaleString("en-US");
const times = (value, mine) => `${format(value)} (${(value / mine).toFixed(value / mine < 10 ? 1 : 0)} ×)`;

console.log(`| ns for one evaluation | LandingZone.Cel | ${Object.keys(engines).join(" | ")} |`);
console.log("|---|---:|---:|---:|");
for (const { name, source, expected } of expressions) {
  const mine = Number(ours.get(name));
  const cells = Object.entries(engines).map(([engine, compile]) => {
    const run = compile(source);
    const value = run(variables);
    if (value !== expected) {
      throw new Error(`${engine}: ${source} is ${value}, not ${expected}`);
    }
    return times(measure(run), mine);
  });
  console.log(`| ${name} | ${format(mine)} | ${cells.join(" | ")} |`);
}
