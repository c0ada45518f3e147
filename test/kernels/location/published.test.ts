import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { FORMATS } from "../../../src/cli/instances/formats.ts";
import { recomputed } from "../../cases/instance-solutions.ts";

const folder = process.env["SKOLEDISTRIKT_INSTANCES"] ?? resolve("../shared/instances");
const table = join(folder, "best_known.csv");

/** Column of the table by the file's name within the folder. */
function bestKnown(file: string): number {
  const row = readFileSync(table, "utf8")
    .split("\n")
    .find((line) => line.split(",")[2] === file);
  return Number(row?.split(",")[5]);
}

/** Each proven in a second or so. */
test.for([
  ["orlib-cpmp", "cpmp_orlib/pmedcap01.txt"],
  ["orlib-cpmp", "cpmp_orlib/pmedcap05.txt"],
  ["orlib-cpmp", "cpmp_orlib/pmedcap09.txt"],
  ["orlib-cpmp", "cpmp_orlib/pmedcap13.txt"],
  ["sjc", "cpmp_sjc/SJC1.dat"],
  ["holmberg", "sscflp_holmberg/p1"],
  ["holmberg", "sscflp_holmberg/p33"],
  ["gap", "gap/a05100"],
  ["gap", "gap/c10100"],
])("%s %s: proven at the best known value", { timeout: 30_000 }, async ([name, file], { skip }) => {
  skip(!existsSync(table), `${table} is not there`);
  const format = FORMATS.find((candidate) => candidate.name === name)!;
  const text = readFileSync(join(folder, file), "utf8");
  const answer = await format.solve(text, {
    seed: 1,
    shouldStop: () => false,
    onProgress: ({ value, bound }) => expect(bound ?? -Infinity).toBeLessThanOrEqual(value ?? Infinity),
  });
  expect(answer.status).toBe("optimal");
  // The table rounds to two decimals.
  expect(Math.abs(answer.value! - bestKnown(file))).toBeLessThan(0.01);
  expect(answer.bound).toBeLessThanOrEqual(answer.value!);
  const found = recomputed(name, text, answer.solution!);
  expect(found.faults).toEqual([]);
  expect(found.value).toBeCloseTo(answer.value!, 6);
});
