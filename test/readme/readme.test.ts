import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { backtest } from "../../src/compare/backtest.ts";
import { knownCases } from "../../src/compare/known-cases.ts";
import { checkPromises } from "../../src/compare/promises.ts";
import { COMMANDS } from "../../src/cli/command-list.ts";
import { CASE_FILES } from "../../src/import/case-files.ts";
import { openedCase } from "../cases/opened.ts";
import { here } from "../cli/here.ts";
import { formatNumber } from "../../src/report/format.ts";

const readme = readFileSync("README.md", "utf8");

test("the library example runs as it stands, in ten lines or so", () => {
  const code = /```ts\n([\s\S]*?)```/.exec(readme)![1];
  expect(code.trim().split("\n").length).toBeLessThanOrEqual(12);
  // Inside the package its own name resolves through "exports"; the types are stripped by their only use here.
  const folder = mkdtempSync(join(process.cwd(), "dist", "readme-"));
  const path = join(folder, "example.mjs");
  writeFileSync(path, code.replaceAll(" as const", ""));
  const { stdout, stderr, status } = spawnSync(process.execPath, [path], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const [decided, shortest] = stdout
    .trim()
    .split("\n")
    .map((line) => Number(line.split(" ")[1]));
  for (const kilometres of [decided, shortest]) {
    expect(kilometres).toBeGreaterThan(30_000);
    expect(kilometres).toBeLessThan(40_000);
  }
  expect(shortest).toBeLessThanOrEqual(decided);
});

test.each(["README.md", "src/README.md", "test/bench/README.md", "data/README.md", "data/lattice/README.md"])(
  "every file that %s links to is there",
  (path) => {
    const links = [...readFileSync(path, "utf8").matchAll(/\]\(([^)#]+)\)/g)]
      .map(([, target]) => target)
      .filter((target) => !target.includes(":"));
    for (const target of links) expect(existsSync(join(dirname(path), target)), `${path}: ${target}`).toBe(true);
  },
);

const ownCase = /## Your own case\n([\s\S]*?)\n## /.exec(readme)![1];

/** Lines of a shell block, each a command and what it is said to answer. */
const commands = [.../```sh\n([\s\S]*?)```/.exec(ownCase)![1].matchAll(/^npx skoledistrikt (.*?) {2,}# (.*)$/gm)];

test.each(commands.filter(([, command]) => !command.startsWith("serve")).map(([, command, said]) => [command, said]))(
  "what the README says of a case of one's own is answered: %s",
  async (command, said) => {
    const { code, out } = await here(...command.split(" "));
    expect(code).toBe(0);
    expect(out).toContain(said);
  },
);

test("the README goes through a case of one's own in six commands, and names files and flags that there are", () => {
  expect(commands.length).toBe(6);
  for (const [file] of ownCase.matchAll(/(?<=`)[\w-]+\.(csv|geojson|json)(?=`)/g))
    expect(Object.values(CASE_FILES), file).toContain(file);
  const named = [...ownCase.matchAll(/npx skoledistrikt (\w+)/g)].map(([, command]) => command);
  const known = COMMANDS.map(({ name }): string => name);
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});

test("the README's table of known cases is what the cost model says", () => {
  const { basis, plans } = openedCase("holbaek");
  for (const { name, said, model, unit, reading } of knownCases(basis, checkPromises(basis, plans))) {
    const write = (value: number) => formatNumber(unit === "kroner" ? value / 1e6 : value, 1, "en");
    const range = model.low === model.high ? "" : ` (${write(model.low)} to ${write(model.high)})`;
    const difference = formatNumber(100 * (model.mid / said - 1), 0, "en", "always");
    const row = `| ${name.en} | ${write(said)} | ${write(model.mid)}${range} | ${difference} % | ${reading.en} |`;
    expect(readme).toContain(row);
  }
});

test("what the README says of the forecast tried is what it comes to", () => {
  const { cases, inside, together } = backtest(openedCase("holbaek").basis)!;
  const { mid, low, high, sites, counted, year } = together;
  const [middle, least, most, there] = [mid, low, high, counted].map((pupils) => formatNumber(pupils, 0, "en"));
  expect(readme).toContain(
    `expects ${middle} pupils (${least} to ${most}) at the ${sites} schools counted in ${year}/${(year + 1) % 100}; there were ${there}. Of ${cases.length} known counts, school by school and year by year, ${inside} lie within`,
  );
});
