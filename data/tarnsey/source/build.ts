/** `npm run data:tarnsey`: writes the case folder data/tarnsey from what is typed in beside this file, then prints what the program makes of it. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { openCase } from "../../../src/open-case.ts";
import { buildCase } from "./case.ts";

const HERE = join(process.cwd(), "data/tarnsey");

const { files } = buildCase();
for (const [path, text] of files) {
  const file = join(HERE, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`${path.padEnd(22)}${(Buffer.byteLength(text) / 1000).toFixed(1).padStart(7)} kB`);
}
const { value, issues } = openCase(new Map([...files].map(([path, text]) => [path, new TextEncoder().encode(text)])));
console.log(`issues: ${issues.map(({ code }) => code).join(", ") || "none"}`);
if (value) {
  const { units, demand, sites } = value.basis.municipality;
  const pupils = demand.pupils.reduce((a, b) => a + b, 0);
  console.log(`${units.count} units, ${pupils} pupils, ${sites.length} schools, ${value.plans.length} plans`);
}
