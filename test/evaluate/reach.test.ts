import { describe, expect, test } from "vitest";
import { NO_SITE } from "../../src/domain/plan.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import { openWays, reachOf } from "../../src/evaluate/reach.ts";
import { unreached } from "../../src/evaluate/unreached.ts";
import { drawCase } from "../cases/drawn.ts";

const NONE = Infinity;

/**
 * One unit with two addresses, of two and three pupils in grade 0 and one and none in grade 7, and metres from each to the
 * sites A, B and C. A is the unit's site today.
 */
function basisOf(first: readonly number[], second: readonly number[], dangerous?: readonly number[]) {
  const { municipality, travel, baseline } = drawCase({
    zones: ["A"],
    sites: { A: { at: [0, 0] }, B: { at: [0, 1] }, C: { at: [0, 2] } },
    districts: { All: "ABC" },
    pupils: () => [2, 0, 0, 0, 0, 0, 0, 1, 0, 0],
    offRoad: () => [3, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  });
  const hazard = dangerous && { hazard: Uint16Array.from(dangerous) };
  return makeBasis(municipality, { ...travel, walk: Float32Array.from([...first, ...second]), ...hazard }, baseline);
}
const ALL = [0, 1, 2];

describe("where the pupils of a unit can go", () => {
  test("their metres are added up, the longest way is kept, and so are those with a right to transport", () => {
    const basis = basisOf([1000, 2500, 8000], [3000, 500, 9000]);
    expect(reachOf(basis, 0, ALL)).toEqual({
      status: "reached",
      ways: [
        {
          site: 0,
          reached: 5,
          metres: 2 * 1000 + 3 * 3000,
          longest: 3000,
          rights: 3,
          rightsByBus: 0,
          rightsPerhapsByBus: 0,
        },
        {
          site: 1,
          reached: 5,
          metres: 2 * 2500 + 3 * 500,
          longest: 2500,
          rights: 0,
          rightsByBus: 0,
          rightsPerhapsByBus: 0,
        },
        {
          site: 2,
          reached: 5,
          metres: 2 * 8000 + 3 * 9000,
          longest: 9000,
          rights: 5,
          rightsByBus: 0,
          rightsPerhapsByBus: 0,
        },
      ],
    });
    // Only the first address has anybody in 7-9.
    expect(reachOf(basis, 2, [2, 0]).ways).toEqual([
      { site: 2, reached: 1, metres: 8000, longest: 8000, rights: 1, rightsByBus: 0, rightsPerhapsByBus: 0 },
      { site: 0, reached: 1, metres: 1000, longest: 1000, rights: 0, rightsByBus: 0, rightsPerhapsByBus: 0 },
    ]);
  });

  test("a dangerous way gives a right in the grades it is dangerous for", () => {
    const basis = basisOf([1000, 1000, 1000], [1000, 1000, 1000], [0b001, 0b100, 0, 0, 0, 0]);
    expect(reachOf(basis, 0, ALL).ways.map(({ rights }) => rights)).toEqual([2, 0, 0]);
    expect(reachOf(basis, 2, ALL).ways.map(({ rights }) => rights)).toEqual([0, 1, 0]);
  });

  test.each([
    ["everybody gets to B alone", [NONE, 500, 900], [NONE, 500, NONE], "reached", [1]],
    ["some get nowhere, and go along", [1000, 500, NONE], [NONE, NONE, NONE], "reached", [0, 1]],
    ["no site is reached by all", [1000, NONE, 900], [NONE, 500, NONE], "stays", [0]],
    ["nobody gets anywhere", [NONE, NONE, NONE], [NONE, NONE, NONE], "stays", [0]],
  ] as const)("where %s", (_, first, second, status, open) => {
    const reach = reachOf(basisOf(first, second), 0, ALL);
    expect(reach.status).toBe(status);
    expect(openWays(reach, 0).map(({ site }) => site)).toEqual(open);
  });

  test("where a unit stays but its site does not teach it any more, it goes where most of it gets", () => {
    const apart = reachOf(basisOf([1000, NONE, 900], [NONE, 500, NONE]), 0, [1, 2]);
    expect(openWays(apart, 0).map(({ site }) => site)).toEqual([1]);
    expect(openWays(apart, NO_SITE).map(({ site }) => site)).toEqual([1]);
    const nowhere = reachOf(basisOf([NONE, NONE, NONE], [NONE, NONE, NONE]), 0, [1, 2]);
    expect(openWays(nowhere, 0).map(({ site }) => site)).toEqual([1, 2]);
  });

  test("nobody of a band is reached where nobody of it lives", () => {
    const { status, ways } = reachOf(basisOf([1, 1, 1], [1, 1, 1]), 1, ALL);
    expect(status).toBe("stays");
    expect(ways.map(({ reached, longest }) => [reached, longest])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });
});

describe("who has no road to school", () => {
  const basis = basisOf([1000, NONE, NONE], [NONE, 500, NONE]);
  const sent = (...assignment: readonly [number, number, number]) =>
    unreached(basis, { ...basis.baseline, assignment: Uint16Array.from(assignment) });

  test("is told by unit and site, all bands together, and how many of them go elsewhere than today", () => {
    expect(sent(0, 0, 0)).toEqual([{ unit: 0, site: 0, pupils: 3, sent: 0 }]);
    expect(sent(2, 0, 2)).toEqual([{ unit: 0, site: 2, pupils: 6, sent: 6 }]);
    expect(sent(0, 0, 1)).toEqual([
      { unit: 0, site: 0, pupils: 3, sent: 0 },
      { unit: 0, site: 1, pupils: 1, sent: 1 },
    ]);
  });

  test("is nobody whom the plan sends nowhere", () => expect(sent(NO_SITE, NO_SITE, NO_SITE)).toEqual([]));

  test("is named by the first of two places as near", () => {
    const { municipality } = basis;
    const places = ["First", "Second"].map((name) => ({ name, lon: 0.1, lat: 0, population: 1 }));
    const on = { ...basis, municipality: { ...municipality, scenery: { ...municipality.scenery, places } } };
    expect(unreached(on, basis.baseline)).toMatchObject([{ place: "First" }]);
  });
});
