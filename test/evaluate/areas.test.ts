import { expect, test } from "vitest";
import { DANISH_PLANE, planePoint } from "../../src/geo/projection.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import { measureAreas } from "../../src/evaluate/redrawn.ts";
import { unreached } from "../../src/evaluate/unreached.ts";
import { drawCase, type Drawing } from "../cases/drawn.ts";

/** Four units in a row, 1 km of road and a degree apart; three pupils in 0-3 and one in 7-9 in the first, six in 0-3 in the last. */
const ROW: Drawing = {
  zones: ["AABB"],
  sites: { A: { at: [0, 0] }, B: { at: [0, 3] }, Shut: { at: [0, 1], grades: "" } },
  districts: { West: "A", East: "B" },
  pupils: (unit) =>
    [
      [3, 0, 0, 0, 0, 0, 0, 0, 1, 0],
      Array<number>(10).fill(0),
      [2, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      [6, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ][unit],
  way: (unit, site) => 1000 * Math.abs(unit - [0, 3, 1][site]),
};
const { municipality, travel, baseline } = drawCase(ROW);
const basis = makeBasis(municipality, travel, baseline);
const { adjacency } = municipality.units;

/** Metres in a straight line between two units. */
function away(one: number, other: number): number {
  const [a, b] = [one, other].map((unit) =>
    planePoint(DANISH_PLANE, { lon: municipality.units.lon[unit], lat: municipality.units.lat[unit] }),
  );
  return Math.hypot(a.x - b.x, a.y - b.y);
}

test("a redrawn map is measured district by district: who lives there, what stands there, how many pieces", () => {
  const question = { balance: 0, objective: "pupil-metres" } as never;
  const map = { districtOf: [0, 1, 0, 1], middle: [0, 3], seat: [0, 1] };
  expect(measureAreas(basis, question, adjacency, map)).toEqual([
    // Three pupils at A's door, two 2 km from it.
    {
      units: [0, 2],
      middle: 0,
      seat: 0,
      pupils: 5,
      allPupils: 6,
      grades: "0-3",
      sites: [0],
      extraPieces: 1,
      value: 4000,
      farthest: away(0, 2),
    },
    {
      units: [1, 3],
      middle: 3,
      seat: 1,
      pupils: 6,
      allPupils: 6,
      grades: "0-3",
      sites: [1],
      extraPieces: 1,
      value: 0,
      // Nobody lives in unit 1.
      farthest: 0,
    },
  ]);
  const whole = measureAreas(basis, question, adjacency, { ...map, districtOf: [0, 0, 1, 1] });
  expect(whole.map(({ extraPieces, value }) => [extraPieces, value])).toEqual([
    [0, 0],
    [0, 2000],
  ]);
});

test("spread is pupils times square kilometres from the middle, as the crow flies", () => {
  const question = { balance: "pupils", objective: "inertia" } as never;
  const map = { districtOf: [0, 0, 0, 1], middle: [0, 3] };
  const [west, east] = measureAreas(basis, question, adjacency, map);
  const [a, c] = [0, 2].map((lon) => planePoint(DANISH_PLANE, { lon, lat: 0 }));
  expect(west.value).toBeCloseTo((2 * ((a.x - c.x) ** 2 + (a.y - c.y) ** 2)) / 1e6, 3);
  expect(west).toMatchObject({ pupils: 6, allPupils: 6 });
  expect(west).not.toHaveProperty("grades");
  expect(west).not.toHaveProperty("seat");
  expect(east.value).toBe(0);
});

test("pupils whom no road reaches count in a district, not in its metres", () => {
  const island = drawCase({ ...ROW, way: (unit, site) => (unit === 2 ? Infinity : ROW.way!(unit, site)) });
  const on = makeBasis(island.municipality, island.travel, island.baseline);
  const question = { balance: 0, objective: "pupil-metres" } as never;
  const map = { districtOf: [0, 0, 0, 1], middle: [0, 3], seat: [0, 1] };
  expect(measureAreas(on, question, adjacency, map)[0]).toMatchObject({ pupils: 5, value: 0 });
});

test("who has no road to school is named by the nearest place", () => {
  const island = drawCase({ ...ROW, way: (unit, site) => (unit === 2 ? Infinity : ROW.way!(unit, site)) });
  const places = [
    { name: "Far", lon: 0, lat: 0, population: 1 },
    { name: "Near", lon: 2.2, lat: 0, population: 1 },
    { name: "North", lon: 2, lat: 0.5, population: 1 },
  ];
  const here = { ...island.municipality, scenery: { ...island.municipality.scenery, places } } as typeof municipality;
  const on = makeBasis(here, island.travel, island.baseline);
  expect(unreached(on, island.baseline)).toEqual([{ unit: 2, site: 1, pupils: 2, sent: 0, place: "Near" }]);
  const nobody = makeBasis(island.municipality, island.travel, island.baseline);
  expect(unreached(nobody, island.baseline)).toEqual([{ unit: 2, site: 1, pupils: 2, sent: 0 }]);
});
