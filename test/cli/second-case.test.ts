import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { BAND_COUNT } from "../cases/folkeskole.ts";
import { consolidate, findGrouping, planOf } from "../../src/index.ts";
import { isConnected } from "../../src/solve/grouping/groups.ts";
import { districtNeighbours } from "../../src/solve/grouping/district-graph.ts";
import { touchingBy } from "../../src/geo/touching-by.ts";
import { nodeSolver } from "../../src/node.ts";
import { openedCase } from "../cases/opened.ts";
import { run } from "./run.ts";

const CASE = "data/tarnsey";
const out = mkdtempSync(join(tmpdir(), "skoledistrikt-tarnsey-"));
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** What is said of Denmark and Holbæk elsewhere, and of money in words of the question, which is `kroner` in a file. */
const DANISH = /holb|denmark|danish|kommun|folkeskole|§/i;

test("a case that says so is answered in its own language, and in another where that is asked for", async () => {
  const [own, danish] = [await run(`check ${CASE}`), await run(`check ${CASE} --lang da`)];
  expect([own.code, own.err]).toEqual([0, ""]);
  expect(own.out).toContain("Tarnsey 2025/26: 12 school districts, 12 schools with pupils, 2,071 pupils.");
  expect(own.out).toContain("54.8° north, 11.0° west");
  expect(danish.out).toContain("Tarnsey 2025/26: 12 skoledistrikter, 12 skoler med elever, 2.071 elever.");
  // What is wrong with the words is said in it too.
  expect((await run(`consolidate ${CASE} --district 7`)).err).toContain("--districts");
  expect((await run(`evaluate ${CASE}`)).err).toMatch(/^[\x20-\x7e\n]+$/);
});

test("every way to make seven districts of the twelve is listed, each of districts that touch, the council's among them", async () => {
  const { basis, plans } = openedCase("tarnsey");
  const question = { kind: "consolidate", districts: 7, policy: "stay", contiguity: "ferry", rules: [] } as const;
  const outcome = await consolidate(basis, question, nodeSolver());
  if (outcome.status !== "optimal") throw new Error(outcome.status);
  const { answer } = outcome;
  const neighbours = districtNeighbours(touchingBy("ferry", basis.municipality), basis.baseline);

  // By trying every way there is, 627,396 of them, whether it hangs together.
  expect(answer.existing).toBe(627_396n);
  const whole = new Map<number, boolean>();
  const isWhole = (group: number): boolean => {
    const known = whole.get(group) ?? isConnected(BigInt(group), neighbours);
    whole.set(group, known);
    return known;
  };
  const tried = new Set<string>();
  const tryAll = (district: number, groups: readonly number[]): void => {
    if (groups.length + (12 - district) < 7) return;
    if (district === 12) {
      if (groups.every(isWhole)) tried.add(groups.toSorted((a, b) => a - b).join());
      return;
    }
    const bit = 1 << district;
    groups.forEach((group, i) => tryAll(district + 1, groups.with(i, group | bit)));
    if (groups.length < 7) tryAll(district + 1, [...groups, bit]);
  };
  tryAll(0, []);
  const listed = Array.from({ length: answer.count }, (_, grouping) =>
    Array.from(answer.groupings.subarray(7 * grouping, 7 * grouping + 7), (column) =>
      answer.columns[column].joins.reduce((group, district) => group | (1 << district), 0),
    )
      .toSorted((a, b) => a - b)
      .join(),
  );
  expect(listed.length).toBe(new Set(listed).size);
  expect(new Set(listed)).toEqual(tried);

  const draft = plans.find(({ id }) => id === "seven")!;
  const found = findGrouping(answer, draft);
  expect(found).toBeDefined();
  const names = planOf(basis, answer, found ?? 0).districts.map(({ sites }) => sites.toSorted((a, b) => a - b).join());
  expect(names.toSorted()).toEqual(
    draft.districts.map(({ sites }) => sites.toSorted((a, b) => a - b).join()).toSorted(),
  );
});

test("its own questions are answered, and proven", async () => {
  const schools = await run(`network ${CASE} --question ${CASE}/questions/every-island-a-school.json`);
  expect(schools.code).toBe(0);
  expect(schools.out).toContain("Proven best");
  const closed = /Closes: (.*)/.exec(schools.out)?.[1] ?? "";
  expect(closed).not.toBe("");
  expect(closed).not.toMatch(/Fennay|Quenness|Kettle/);

  const saved = join(out, "few.json");
  const few = await run(`reassign ${CASE} --question ${CASE}/questions/few-changes.json --save-plan ${saved}`);
  expect([few.code, few.out.includes("Proven best")]).toEqual([0, true]);
  const moved = Number(/Pupils who change site +([\d,]+) pupils/.exec(few.out)?.[1]);
  expect(moved).toBeGreaterThan(0);
  expect(moved).toBeLessThanOrEqual(60);
  expect(JSON.parse(readFileSync(saved, "utf8")).assignment.kind).toBe("zones");
  const measured = await run(`evaluate ${CASE} --plan ${saved}`);
  expect(Number(/Pupils who change site +0 pupils +([\d,]+) pupils/.exec(measured.out)?.[1])).toBe(moved);
});

test.each([`evaluate ${CASE} --plan ten-schools`, `forecast ${CASE} --years 3`, `consolidate ${CASE} --districts 11`])(
  "%s answers in English, of Tarnsey alone",
  async (command) => {
    const { code, out: said, err } = await run(command);
    expect(code, err).toBe(0);
    expect(said).toContain("Tarnsey is made up: its islands, towns, schools and pupils do not exist.");
    expect(said.split("\n").filter((line) => DANISH.test(line))).toEqual([]);
  },
);

test("who lives on an island without a school goes there by ferry, and the ways say so", () => {
  const { basis } = openedCase("tarnsey");
  const { municipality, travel, baseline } = basis;
  const site = municipality.sites.findIndex(({ id }) => id === "kettle-bay");
  const there = municipality.units.id.flatMap((id, unit) => (id.startsWith("LO") ? [unit] : []));
  for (const unit of there) {
    expect(baseline.assignment[unit * BAND_COUNT]).toBe(site);
    // The ferry is 4.5 km long.
    expect(travel.unitWalk[unit * travel.siteCount + site]).toBeGreaterThan(4500);
  }
});
