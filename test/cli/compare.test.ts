import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type ComparisonFile, comparisonFileSchema } from "../../src/protocol/comparison-file.ts";
import { run } from "./run.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "skoledistrikt-compare-"));
  const plan = {
    format: "skoledistrikt-plan",
    version: 1,
    id: "closed",
    title: "Luk to",
    teaching: { aagerup: "", udby: "" },
  };
  writeFileSync(
    join(folder, "closed.json"),
    JSON.stringify({ ...plan, assignment: { kind: "nearest", within: "today" } }),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8")) as ComparisonFile;

test("compare says whom it falls on, how sure it is and what turns the order", async () => {
  const [json, csv] = ["comparison.json", "fairness.csv"].map((name) => join(folder, name));
  const command = `compare data/holbaek --plan 2016 --plan ${join(folder, "closed.json")} --draws 2000 --seed 7 --json ${json} --csv ${csv}`;
  const { code, out } = await run(command);
  expect(code).toBe(0);
  expect(out).toContain("opdigtede");
  expect(out).toMatch(/\d+ elever \(\d+ %\) skifter skole\./);
  expect(out).toMatch(
    /»Byrådets beslutning 2016: fire skoledistrikter« sparer mere end »Luk to« i (over )?\d+ af 100 beregninger, uden undervisning\./,
  );
  expect(out).toContain("efter bedste bud");
  const file = read("comparison.json");
  const validate = new Ajv2020({ strict: false }).compile(z.toJSONSchema(comparisonFileSchema));
  expect(validate(file), JSON.stringify(validate.errors)).toBe(true);
  expect(file.provenance.seed).toBe(7);
  expect(file.plans.map(({ id }) => id)).toEqual(["2016", "closed"]);
  expect(file.duplicates?.over).toBe(210);
  const all = file.plans.flatMap(({ fairness }) =>
    fairness.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)),
  );
  for (const cell of all) if (typeof cell === "number") expect(cell === 0 || cell >= 5).toBe(true);
  const lines = readFileSync(csv, "utf8").split("\n");
  expect(lines[0]).toBe("\uFEFFPlan;Opdeling;Gruppe;Ændring af skolevej (km);Elever (nærmeste fem)");
  expect(lines.some((line) => /;[1-4]$/.test(line))).toBe(false);
});

test("compare in English counts against another baseline; the same seed gives the same file", async () => {
  const json = join(folder, "english.json");
  const command = `compare data/holbaek --plan 2021 --baseline 2016 --draws 100 --lang en --json ${json} --time omit`;
  const { code, out } = await run(command);
  expect(code).toBe(0);
  expect(out).toContain("2021: eleven independent schools against The council's decision of 2016");
  expect(out).toMatch(/best estimate is that the plan costs [\d.]+ million DKK more a year/);
  const file = read("english.json");
  await run(command);
  expect(read("english.json")).toEqual(file);
});

test.each([
  ["compare data/holbaek", /--plan/],
  ["compare data/holbaek --plan 1066", /1066/],
  ["compare data/holbaek --plan 2016 --draws 5", /--draws/],
  ["compare data/holbaek --plan 2016 --draws mange", /--draws/],
])("%s: answered with 2 and one line of what is wrong", async (command, message) => {
  const { code, err } = await run(command);
  expect(code).toBe(2);
  expect(err).toMatch(message);
  expect(err.trim().split("\n")).toHaveLength(1);
});
