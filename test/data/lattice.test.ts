import { BAND_COUNT } from "../cases/folkeskole.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dsvFormat } from "d3-dsv";
import { describe, expect, test } from "vitest";
import { columnsOf } from "../../src/compare/groupings.ts";
import type { GroupingRule } from "../../src/domain/question.ts";
import { pieces } from "../../src/geo/contiguity.ts";
import { importCase } from "../../src/import/import-case.ts";
import { caseFileSchema } from "../../src/protocol/case-file.ts";
import { planFileSchema } from "../../src/protocol/plan-file.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { computeTravel } from "../../src/travel/travel.ts";
import { solver } from "../cases/solver.ts";
import { caseFolder } from "./case-folder.ts";
import { openedCase } from "../cases/opened.ts";

const FOLDER = join(process.cwd(), "data/lattice");
const text = (path: string) => readFileSync(join(FOLDER, path), "utf8");
const rows = (path: string) => dsvFormat(";").parse(text(path));
const json = (path: string) => JSON.parse(text(path));

const pupils = rows("pupils.csv");
const sites = rows("sites.csv");
const DISTRICTS = ["A", "B", "C", "D"];
const unitsOf = new Map<string, readonly string[]>(
  planFileSchema.parse(json("plans/today.json")).assignment?.kind === "zones"
    ? json("plans/today.json").assignment.zones.map(({ site, units }: { site: string; units: string[] }) => [
        sites.find(({ id }) => id === site)?.["district"],
        units,
      ])
    : [],
);
const pupilsOf = new Map(pupils.map((row) => [row["id"], Number(row["pupils"])]));
const placesOf = new Map(sites.map((site) => [site["district"], Number(site["capacity_0_3"])]));

const imported = importCase(caseFolder("lattice"));
const municipality = imported.value!.municipality;
const travel = computeTravel(municipality).value;

/** Kilometres from each unit to each district's school, as imported and measured along the roads. */
const km = new Map(
  municipality.units.id.map((unit, row) => {
    const ways = municipality.districts.map(({ id, sites: [site] }): [string, number] => [
      id,
      travel.unitWalk[row * travel.siteCount + site] / 1000,
    ]);
    return [unit, new Map(ways)];
  }),
);
const byName = (a: readonly unknown[], b: readonly unknown[]) => String(a[0]).localeCompare(String(b[0]));

const round = (value: number) => Math.round(value * 10) / 10;

/** Units of a group of districts, written "AC". */
const unitsIn = (group: string): readonly string[] =>
  group.split("").flatMap((district) => unitsOf.get(district) ?? []);

const sizeOf = (group: string): number => unitsIn(group).reduce((sum, unit) => sum + pupilsOf.get(unit)!, 0);

/** Every assignment of a new district's units to its schools that fits; the least pupil-kilometres first. */
function assignments(group: string) {
  const units = unitsIn(group);
  const found: { cost: number; moved: string[] }[] = [];
  for (let code = 0; code < group.length ** units.length; code++) {
    const load = new Map(group.split("").map((district) => [district, 0]));
    const moved: string[] = [];
    let cost = 0;
    for (let i = 0, rest = code; i < units.length; i++, rest = Math.floor(rest / group.length)) {
      const to = group[rest % group.length];
      const count = pupilsOf.get(units[i])!;
      load.set(to, load.get(to)! + count);
      cost += count * km.get(units[i])!.get(to)!;
      if (!unitsOf.get(to)?.includes(units[i])) moved.push(units[i]);
    }
    if ([...load].every(([district, count]) => count <= placesOf.get(district)!))
      found.push({ cost: round(cost), moved });
  }
  return found.toSorted((a, b) => a.cost - b.cost);
}

function hangsTogether(group: string): boolean {
  const members = unitsIn(group).map((unit) => municipality.units.id.indexOf(unit));
  return pieces(municipality.units.adjacency, members).count === 1;
}

const together = (one: string, other: string) => (groups: readonly string[]) =>
  groups.some((group) => group.includes(one) && group.includes(other));

/** Every way to make two groups of A, B, C and D, the one with A first. */
const GROUPINGS = [1, 3, 5, 9, 7, 11, 13].map((set) => {
  const inFirst = (district: string) => (set >> DISTRICTS.indexOf(district)) % 2 === 1;
  return [DISTRICTS.filter(inFirst).join(""), DISTRICTS.filter((district) => !inFirst(district)).join("")] as const;
});

const splitsOfAtMost = (most: number) =>
  GROUPINGS.filter((groups) => groups.every((group) => hangsTogether(group) && sizeOf(group) <= most));

test("the files fit their schemas and cover the twelve units once", () => {
  expect(caseFileSchema.parse(json("case.json")).crs).toBe("EPSG:25832");
  expect(imported.issues).toEqual([]);
  const drawn = municipality.units.id;
  expect([...unitsOf.values()].flat().toSorted()).toEqual(drawn.toSorted());
  expect(pupils.map((row) => row["id"]).toSorted()).toEqual(drawn.toSorted());
});

/** Pupil-kilometres one way of the best assignment of each grouping, and who changes school, as README.md works them out. */
const WORKED = [
  ["AC", "BD", 103.6, ["a1", "c2", "d2"]],
  ["A", "BCD", 115.6, ["c2", "d2"]],
  ["ABD", "C", 115.6, ["c2", "d2"]],
  ["ABC", "D", 122.4, ["a1", "b3", "d2"]],
  ["ACD", "B", 132.4, ["a1"]],
  ["AB", "CD", 144.4, []],
] as const;

describe("the arithmetic of README.md", () => {
  const readme = text("README.md");

  test("a way to school is 1.2 km for a column and 1 km for a row", () => {
    const wanted = [...km].map(([unit, toSites]) => {
      const cells = DISTRICTS.map((district) => round(toSites.get(district)!).toFixed(1).replace("0.0", "0"));
      return `| ${unit} | ${pupilsOf.get(unit)} | ${cells.join(" | ")} |`;
    });
    const plain = readme.replaceAll("**", "");
    expect(wanted.filter((line) => !plain.includes(line))).toEqual([]);
  });

  test("6 of the 7 groupings hang together", () => {
    expect(GROUPINGS.filter((groups) => !groups.every(hangsTogether))).toEqual([["AD", "BC"]]);
  });

  test("today's ways to school are 36.4, 34, 36 and 38 pupil-kilometres", () => {
    expect(DISTRICTS.map((district) => assignments(district)[0].cost)).toEqual([36.4, 34, 36, 38]);
  });

  test.each(WORKED)("%s + %s: the best of all assignments costs %d and moves %j", (one, other, cost, moved) => {
    const best = [one, other].map((group) => {
      const [first, second] = assignments(group);
      expect(second === undefined || second.cost > first.cost, `${group} has one best`).toBe(true);
      return first;
    });
    expect(round(best[0].cost + best[1].cost)).toBe(cost);
    expect(best.flatMap((group) => group.moved).toSorted()).toEqual(moved);
    expect(readme).toContain(`${cost}`);
  });

  test("no answer: A and D together, A and B apart, A and C apart; any two of the three have one", () => {
    const rules = [
      together("A", "D"),
      (groups: readonly string[]) => !together("A", "B")(groups),
      (groups: readonly string[]) => !together("A", "C")(groups),
    ];
    const answers = (held: typeof rules) =>
      GROUPINGS.filter((groups) => groups.every(hangsTogether) && held.every((rule) => rule(groups)));
    expect(answers(rules)).toEqual([]);
    for (const left of rules) expect(answers(rules.filter((rule) => rule !== left))).not.toEqual([]);
  });

  test("no two districts of at most 75 pupils, two pairs of at most 80", () => {
    expect(splitsOfAtMost(75)).toEqual([]);
    expect(splitsOfAtMost(80)).toEqual([
      ["AB", "CD"],
      ["AC", "BD"],
    ]);
  });
});

describe("the program answers as the hand does", () => {
  const basis = openedCase("lattice").basis;
  const ask = (rules: readonly GroupingRule[]) =>
    consolidate(basis, { kind: "consolidate", districts: 2, policy: "nearest", contiguity: "ferry", rules }, solver);

  test("every grouping with its least pupil-kilometres, there and back, and who changes school", async () => {
    const outcome = await ask([]);
    if (outcome.status !== "optimal") throw new Error(outcome.status);
    const { answer } = outcome;
    const found = Array.from({ length: answer.count }, (_, grouping) => {
      const columns = columnsOf(answer, grouping);
      const groups = columns.map(({ joins }) => joins.map((district) => DISTRICTS[district]).join(""));
      // All pupils are in the lowest band; the others have nobody to move.
      const moved = columns.flatMap(({ moves }) => [...moves.keys()].filter((pair) => pair % BAND_COUNT === 0));
      const units = moved.map((pair) => municipality.units.id[pair / BAND_COUNT]).toSorted();
      return [...groups.toSorted(), round(answer.values.get("pupil-kilometres")![grouping] / 2), units];
    });
    const worked = WORKED.map(([one, other, cost, moved]) => [one, other, cost, moved]);
    expect(found.toSorted(byName)).toEqual(worked.toSorted(byName));
  });

  test("the question with no answer names its rules", async () => {
    const [a, b, c, d] = DISTRICTS.keys();
    const outcome = await ask([
      { kind: "together", districts: [a, d] },
      { kind: "apart", districts: [a, b] },
      { kind: "apart", districts: [a, c] },
    ]);
    if (outcome.status !== "infeasible") throw new Error(outcome.status);
    const rules = outcome.conflict.rules.map(({ en }) => en).join("; ");
    for (const pair of [/A.*D.*together/i, /A.*B.*apart/i, /A.*C.*apart/i]) expect(rules).toMatch(pair);
  });
});
