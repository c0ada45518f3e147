import { describe, expect, test } from "vitest";
import { CONTIGUITY_KEYS, CONTIGUITY_RULES, type ContiguityRule } from "../../src/domain/contiguity.ts";
import type { ConsolidateQuestion } from "../../src/domain/question.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import { adjacencyOfPairs, beyondTouch, withLinks, withoutLinks } from "../../src/geo/adjacency.ts";
import { touchingBy } from "../../src/geo/touching-by.ts";
import { DANISH_PLANE, toPlane } from "../../src/geo/projection.ts";
import { readCaseFolder } from "../../src/cli/files.ts";
import { openCase } from "../../src/open-case.ts";
import { consolidationFile } from "../../src/report/consolidation-file.ts";
import { consolidationText } from "../../src/report/consolidation-text.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { drawCase } from "../cases/drawn.ts";
import { solver } from "../cases/solver.ts";

/**
 * North and East share a border, South lies east of East; a ferry goes from North to the island. A road leads from East to South and
 * none from North to East. Units are a kilometre wide.
 */
function island() {
  const { municipality, travel, baseline } = drawCase({
    zones: ["NNEESS", ".....", "II...."],
    sites: { N: { at: [0, 0] }, E: { at: [0, 2] }, S: { at: [0, 4] }, I: { at: [2, 0] } },
    districts: { North: "N", East: "E", South: "S", Island: "I" },
    pupils: () => 1,
  });
  const { units } = municipality;
  const [lon, lat] = [
    Float64Array.from(units.lon, (column) => 11.5 + column / 63),
    Float64Array.from(units.lat, (row) => 55.7 - row / 111.2),
  ];
  const ferries = Uint32Array.of(0, 6);
  const shape = {
    kind: "polygons" as const,
    geometry: Array.from(lon, (east, unit) => square(east, lat[unit])),
  };
  const placed = { ...units, lon, lat, shape, ferries, adjacency: withLinks(units.adjacency, ferries) };
  const xy = toPlane(DANISH_PLANE, [lon[3], lon[4]], [lat[3], lat[4]]);
  const roads = { ...municipality.roads, count: 1, start: Uint32Array.of(0, 2), xy, kind: Uint8Array.of(0) };
  return makeBasis({ ...municipality, units: placed, roads }, travel, baseline);
}

const square = (lon: number, lat: number) => {
  const [w, e, s, n] = [lon - 0.5 / 63, lon + 0.5 / 63, lat - 0.5 / 111.2, lat + 0.5 / 111.2];
  return {
    type: "Polygon" as const,
    coordinates: [
      [
        [w, s],
        [e, s],
        [e, n],
        [w, n],
        [w, s],
      ],
    ],
  };
};

const asked = (contiguity: ConsolidateQuestion["contiguity"], more: Partial<ConsolidateQuestion> = {}) =>
  ({ kind: "consolidate", districts: 3, policy: "stay", contiguity, rules: [], ...more }) as const;

async function listOf(basis: Parameters<typeof consolidate>[0], question: ConsolidateQuestion) {
  const outcome = await consolidate(basis, question, solver);
  if (outcome.status !== "optimal") throw new Error(outcome.status);
  return outcome.answer;
}

describe("an island with a ferry", () => {
  const basis = island();
  const [north, east, south, isle] = [0, 1, 2, 3];

  test.each([
    [
      "land",
      [
        [north, east],
        [east, south],
      ],
    ],
    [
      "ferry",
      [
        [north, east],
        [north, isle],
        [east, south],
      ],
    ],
    ["road", [[east, south]]],
  ] as const)("by %s these districts touch", async (rule, pairs) => {
    const { touching, count } = await listOf(basis, asked(rule));
    expect(touching?.pairs).toEqual(pairs);
    // Four into three: each pair that touches is one way.
    expect(count).toBe(pairs.length);
  });

  test("where it does not matter, all pairs can be merged, and nothing is said of touching", async () => {
    expect(await listOf(basis, asked("ignored"))).toMatchObject({ count: 6 });
    expect((await listOf(basis, asked("ignored"))).touching).toBeUndefined();
  });

  test("a pair counts as it is said to, and the others stand as the map has them", async () => {
    const touching = [
      { pair: [isle, south], touch: "yes" },
      { pair: [north, east], touch: "no" },
    ] as const;
    const answer = await listOf(basis, asked("land", { touching }));
    expect(answer.touching?.pairs).toEqual([
      [east, south],
      [south, isle],
    ]);
  });

  test("pairs are in doubt by a border or a gap of less than 4 km, and no more once it is said how they are", async () => {
    const { touching } = await listOf(basis, asked("ferry"));
    const rows = touching?.doubtful.map(({ pair, of, metres }) => [...pair, of, Math.round(metres / 100)]);
    expect(rows).toEqual([
      [north, east, "border", expect.closeTo(10, 0)],
      [north, south, "gap", expect.closeTo(30, 0)],
      [north, isle, "border", expect.closeTo(20, 0)],
      [east, south, "border", expect.closeTo(10, 0)],
      // By way of North and its ferry.
      [east, isle, "gap", expect.closeTo(40, 0)],
    ]);
    // Three ways; without one of three pairs two, with North and South four.
    expect(touching?.oneOtherwise).toEqual({ least: 2, most: 4 });
    const gaps = [
      [north, south],
      [east, isle],
    ] as const;
    const said = await listOf(basis, asked("ferry", { touching: gaps.map((pair) => ({ pair, touch: "no" })) }));
    expect(said.touching?.doubtful.map(({ is }) => is)).toEqual(["open", "said", "open", "open", "said"]);
    expect(said.touching?.oneOtherwise).toEqual({ least: 2, most: 2 });
  });

  test("the list says by which rule it was made, in words and in its file", async () => {
    for (const rule of CONTIGUITY_KEYS) {
      const question = asked(rule, { touching: [{ pair: [isle, south], touch: "yes" }] });
      const answer = await listOf(basis, question);
      for (const language of ["da", "en"] as const)
        expect(consolidationText(basis, answer, [], 0, language)).toContain(CONTIGUITY_RULES[rule].name[language]);
      const run = { programVersion: "0", dataHash: "0".repeat(64), secondsUsed: 0 };
      const file = consolidationFile(basis, question, { status: "optimal", answer }, "saving", run);
      expect(file.question).toMatchObject({
        contiguity: rule,
        touching: [{ districts: ["Island", "South"], touch: "yes" }],
      });
      expect(file.touching?.pairs).toContainEqual(["South", "Island"]);
    }
  });
});

test("links are taken out as they were put in, and what touches besides stays", () => {
  const row = adjacencyOfPairs(5, [0, 1, 1, 2, 2, 3]);
  expect(beyondTouch(row, [1, 2, 3, 4, 0, 4])).toEqual([3, 4, 0, 4]);
  expect(withoutLinks(withLinks(row, [3, 4, 4, 0]), [4, 3, 0, 4])).toEqual(row);
});

describe("Holbæk", () => {
  const opening = readCaseFolder("data/holbaek").then((files) => openCase(files).value!.basis);
  const touchesOf = async (rule: ContiguityRule) => {
    const basis = await opening;
    const { touching } = await listOf(basis, asked(rule, { from: "sites", districts: 17 }));
    const names = basis.municipality.sites.map(({ id }) => id);
    return touching!.pairs.map((pair) => pair.map((site) => names[site]).join(" "));
  };

  test("Orø touches Absalonskolen by ferry, and nothing by land or by road", async () => {
    const [land, ferry, road] = [await touchesOf("land"), await touchesOf("ferry"), await touchesOf("road")];
    expect(ferry.filter((pair) => pair.includes("oroe"))).toEqual(["absalon oroe"]);
    expect(land).toEqual(ferry.filter((pair) => pair !== "absalon oroe"));
    expect(road.filter((pair) => pair.includes("oroe"))).toEqual([]);
    // Udby lies beyond the fjord from Holbæk: its one neighbour is Tuse, by road too.
    expect(road.filter((pair) => pair.includes("udby"))).toEqual(["tuse udby"]);
  });

  test("the 210 groupings rest on 13 pairs, and are 182 to 261 with one in doubt the other way round", async () => {
    const { count, touching } = await listOf(await opening, asked("ferry", { districts: 4 }));
    expect([count, touching?.pairs.length]).toEqual([210, 13]);
    expect(touching?.oneOtherwise).toEqual({ least: 182, most: 261 });
    const text = consolidationText(
      await opening,
      await listOf(await opening, asked("ferry", { districts: 4 })),
      [],
      0,
      "da",
    );
    expect(text).toContain(
      "Tallet 210 hviler på, at 13 par af dagens distrikter grænser op til hinanden over land eller med færge.",
    );
    expect(text).toContain("Ændres ét af dem, er der mellem 182 og 261 planer.");
    expect(text).toContain("ikke dokumenteret");
  });

  test("pieces of a plan are counted with the ferry: Orø is no piece apart", async () => {
    const { municipality } = await opening;
    expect(touchingBy("ferry", municipality)).toBe(municipality.units.adjacency);
  });
});
