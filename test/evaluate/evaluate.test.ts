import type { MeasureKey } from "../../src/evaluate/measures/table.ts";
import { expect, test } from "vitest";
import { priceFactor } from "../../src/cost/price-index.ts";
import { NO_SITE, type Plan } from "../../src/domain/plan.ts";
import { evaluatePlan, makeBasis, unitEffects } from "../../src/evaluate/evaluate.ts";
import { viewPlan } from "../../src/evaluate/plan-view.ts";
import { drawCase, type Drawing } from "../cases/drawn.ts";

/** A and B in a row of four units, 1 km apart; A's site in the first unit, B's in the last. One pupil a grade in each unit. */
const ROW: Drawing = {
  zones: ["AAAB"],
  sites: { A: { at: [0, 0] }, B: { at: [0, 3] } },
  districts: { North: "A", South: "B" },
  pupils: () => 1,
};

function measured(drawing: Drawing, change: (plan: Plan) => Partial<Plan> = () => ({})) {
  const { municipality, travel, baseline } = drawCase(drawing);
  const basis = makeBasis(municipality, travel, baseline);
  const plan = { ...baseline, id: "plan", ...change(baseline) };
  const evaluation = evaluatePlan(basis, plan);
  return { basis, ...evaluation, value: (key: MeasureKey) => evaluation.values.get(key) };
}

test("distances are those of the drawing", () => {
  const { value } = measured(ROW);
  // Ten pupils each at 0, 1, 2 and 0 km.
  expect(value("distance-mean")).toBe(750);
  expect(value("distance-median")).toBe(0);
  expect(value("distance-p90")).toBe(2000);
  expect(value("distance-worst")).toBe(2000);
  expect(value("pupil-kilometres")).toBe(60);
  expect(value("pupils-least")).toBe(10);
  expect(value("pupils-ratio")).toBe(3);
});

test("half, nine in ten and all have at most so far to school", () => {
  const { value } = measured({
    zones: ["AAAAAAAAAAAAAAAAAAAA"],
    sites: { A: { at: [0, 0] } },
    districts: { All: "A" },
    pupils: () => 1,
    way: (unit) => 1000 * unit,
  });
  expect([value("distance-median"), value("distance-p90"), value("distance-worst")]).toEqual([9000, 17_000, 19_000]);
});

test("a unit that changes site moves its pupils, and their right to transport follows the new way", () => {
  const far = { ...ROW, way: (unit: number, site: number) => (site === 0 ? 1000 * unit : 5000 * (3 - unit)) };
  const { value, basis, plan } = measured(far, ({ assignment }) => {
    const moved = assignment.slice();
    moved.fill(1, 6, 9);
    return { assignment: moved };
  });
  expect(value("changed-site")).toBe(10);
  expect(value("changed-site:0-3")).toBe(4);
  expect(value("changed-district")).toBe(10);
  // 5 km to B: a right in grades 0-3 (2.5 km) only; at A, 2 km away, nobody had one.
  expect([value("right-gained:0-3"), value("right-gained:4-6"), value("right-lost")]).toEqual([4, 0, 0]);
  expect(unitEffects(basis, plan)[6]).toEqual({
    unit: 2,
    band: 0,
    pupils: 4,
    siteBefore: 0,
    siteAfter: 1,
    metresBefore: 2000,
    metresAfter: 5000,
  });
});

test("merging both districts changes no site, and the larger lives on", () => {
  const { value } = measured(ROW, () => ({ districts: [{ id: "all", name: "All", sites: [0, 1] }] }));
  expect([value("changed-site"), value("changed-district")]).toEqual([0, 0]);
  // A leader becomes a deputy, and what else a school of its own costs is gone; half of it comes on the mean.
  expect(value("saving-leadership")).toBeGreaterThan(200_000);
  expect(value("saving-leadership")).toBeLessThan(1_500_000);
  expect(value("nearest-in-own")).toBe(1);
  // With the border open the third unit, 2 km from A and 1 km from B, saves its ten pupils 1 km each way.
  expect(value("open-borders")).toBe(-20);
  expect(value("site-distance-mean")).toBe(3000);
});

test("as it is, the third unit's nearest site is in the other district", () => {
  expect(measured(ROW).value("nearest-in-own")).toBe(0.75);
  expect(measured(ROW).value("open-borders")).toBe(0);
});

test("a plan that forgets a unit, sends it to a closed site or to one in no district says so", () => {
  const forgets = measured(ROW, ({ assignment }) => ({ assignment: assignment.with(0, NO_SITE) }));
  expect(forgets.value("no-site")).toBe(4);
  const closed = measured(ROW, ({ teaching }) => ({ teaching: [teaching[0], 0] }));
  expect(closed.value("no-site")).toBe(10);
  expect(closed.value("transport-right")).toBe(0);
  const outside = measured(ROW, () => ({ districts: [{ id: "A", name: "A", sites: [0] }] }));
  expect(outside.value("no-site")).toBe(10);
});

test("an unreachable island counts as pupils with no route, not as zero metres", () => {
  const { value } = measured({ ...ROW, way: (unit) => (unit === 0 ? Infinity : 1000) });
  expect(value("no-route")).toBe(10);
  expect(value("distance-mean")).toBe(1000);
});

test("a case without pupils measures nothing rather than zero", () => {
  const { value } = measured({ ...ROW, pupils: () => 0 });
  for (const key of ["distance-mean", "distance-median", "class-quotient", "nearest-in-own", "pupils-ratio"] as const)
    expect(value(key), key).toBeUndefined();
  expect(value("classes")).toBe(0);
});

test("unknown capacity is not zero: only known places count, and only they overflow", () => {
  const { value } = measured({ ...ROW, sites: { ...ROW.sites, A: { at: [0, 0], capacity: [10, undefined, 9] } } });
  // A has 12, 9 and 9 pupils in its bands.
  expect(value("overflow")).toBe(2);
  expect(value("capacity-use")).toBe(21 / 19);
});

test("a district in two parts has one piece too many, one around water by ferry has none", () => {
  expect(measured({ ...ROW, zones: ["ABAB"], sites: ROW.sites }).value("extra-pieces")).toBe(2);
  // The water cuts the row; without a ferry the two halves cannot be joined, so the district is as whole as it can be.
  expect(measured({ ...ROW, zones: ["AA.A"], districts: { North: "A" } }).value("extra-pieces")).toBe(0);
});

/** How a plan of one district looks, in which A teaches 4-9 only and has these units; B has all others. */
const piecesOfUpper = (zones: readonly string[], upper: readonly number[]) => {
  const { districts } = measured(
    { ...ROW, zones, sites: { A: { at: [0, 0], grades: "4-9" }, B: { at: [0, 2] } } },
    ({ assignment }) => ({
      assignment: assignment.map((_, pair) => (pair % 3 > 0 && upper.includes(Math.floor(pair / 3)) ? 0 : 1)),
    }),
  );
  return districts.map(({ extraPieces }) => extraPieces);
};

test("a district's pieces are counted in the grades where they are most", () => {
  // Units 0, 1, 2 over 3, 4, 5. B's youngest are everywhere.
  expect(piecesOfUpper(["AAB", "BBB"], [2, 5])).toEqual([0, 0]);
  expect(piecesOfUpper(["AAB", "BBB"], [0, 2, 5])).toEqual([1, 0]);
  expect(piecesOfUpper(["AAB", "BBB"], [])).toEqual([0, 0]);
  // Units 0 and 1, water, and unit 2: no district can join them.
  expect(piecesOfUpper(["AA.B"], [0, 2])).toEqual([0, 0]);
  expect(piecesOfUpper(["AAA.B"], [0, 2, 3])).toEqual([1, 0]);
});

/** Kilometres by car between A, B and C, of which the last is shut where `open` says so. */
function siteDistances(districts: Readonly<Record<string, string>>, [ab, ac, bc]: readonly number[], shut = "") {
  const sites = Object.fromEntries(["A", "B", "C"].map((letter, i) => [letter, { at: [0, i] as const }]));
  const { municipality, travel, baseline } = drawCase({ ...ROW, zones: ["ABC"], sites, districts });
  const siteCar = Float32Array.from([0, ab, ac, ab, 0, bc, ac, bc, 0], (kilometres) => 1000 * kilometres);
  const basis = makeBasis(municipality, { ...travel, siteCar }, baseline);
  const teaching = baseline.teaching.map((taught, site) => (shut.includes("ABC"[site]) ? 0 : taught));
  const { values } = evaluatePlan(basis, { ...baseline, teaching });
  return [values.get("site-distance-mean"), values.get("site-distance-worst")];
}

test("a district's open sites lie apart as by car; where no road joins two of them, nothing can be measured", () => {
  expect(siteDistances({ All: "ABC" }, [3, 4, 8])).toEqual([5000, 8000]);
  expect(siteDistances({ All: "ABC" }, [3, 4, 8], "C")).toEqual([3000, 3000]);
  expect(siteDistances({ North: "AB", South: "C" }, [3, 4, 8])).toEqual([3000, 3000]);
  expect(siteDistances({ North: "A", South: "B", West: "C" }, [3, 4, 8])).toEqual([undefined, undefined]);
  expect(siteDistances({ All: "ABC" }, [3, 4, Infinity])).toEqual([undefined, undefined]);
  expect(siteDistances({ North: "AB", South: "C" }, [3, Infinity, Infinity])).toEqual([3000, 3000]);
});

test("pupils of no district today change district, wherever they go", () => {
  const none: Drawing = { ...ROW, districts: { North: "A" } };
  const { totals } = measured(none, () => ({ districts: [{ id: "all", name: "All", sites: [0, 1] }] }));
  expect(totals.changedDistrict).toBe(10);
});

test("a district whose pupils are shared out lives on where most of them go", () => {
  const { totals } = measured({ ...ROW, pupils: (unit) => [5, 3, 4, 1][unit] }, ({ assignment }) => ({
    assignment: assignment.map((site, pair) => (pair >= 3 && pair < 9 ? 1 : site)),
  }));
  // A's 120 pupils: 50 stay and 70 go to B, where A's district lives on.
  expect([totals.changedDistrict, totals.changedSite.reduce((sum, each) => sum + each, 0)]).toEqual([50, 70]);
});

test("plans that open the same sites share the table of nearest sites, others do not", () => {
  const { basis, plan } = measured(ROW);
  const table = (teaching: readonly number[]) => viewPlan(basis, { ...plan, teaching }).nearestMetres;
  const both = table([7, 7]);
  expect(table([7, 7])).toBe(both);
  expect([...both].filter((_, at) => at % 3 === 0)).toEqual([0, 1000, 1000, 0]);
  expect([...table([7, 0b110])].filter((_, at) => at % 3 === 0)).toEqual([0, 1000, 2000, 3000]);
  expect([...table([0, 0b110])].slice(0, 3)).toEqual([Infinity, 3000, 3000]);
});

test("class caps follow the law of the school year", () => {
  const full = { ...ROW, pupils: () => 9 };
  // 27 at A and 9 at B in every grade: A needs one class up to 28, but two from 2024 in grade 0.
  expect(measured({ ...full, schoolYear: 2023 }).value("classes")).toBe(20);
  expect(measured({ ...full, schoolYear: 2024 }).value("classes")).toBe(21);
  expect(measured({ ...full, schoolYear: 2026 }).value("classes")).toBe(23);
});

const upperAtB = ({ assignment }: Plan) => assignment.map((site, pair) => (pair % 3 === 2 ? 1 : site));
/** Pupils by unit, all in grade 0. */
const grade0 =
  (...pupils: number[]) =>
  (unit: number) => [pupils[unit], 0, 0, 0, 0, 0, 0, 0, 0, 0];

test("a feeder link is kept when both sites are in one district", () => {
  const feeding: Drawing = { ...ROW, sites: { A: { at: [0, 0], grades: "0-6" }, B: { at: [0, 3] } } };
  const apart = measured(feeding, (plan) => ({ assignment: upperAtB(plan) }));
  expect(apart.value("feeders-kept")).toBe(0);
  const together = measured(feeding, (plan) => ({
    assignment: upperAtB(plan),
    districts: [{ id: "all", name: "All", sites: [0, 1] }],
  }));
  expect(together.value("feeders-kept")).toBe(1);
});

test("pooling saves the classes that one cohort needs fewer than two, at the way of those who move", () => {
  // 60 pupils in grade 0 at A's door, 3 at B's: 3 + 1 classes apart, 3 together. B's three go 3 km to A's free places; the
  // other way about, 4 of A's would have to go.
  const { value } = measured({ ...ROW, pupils: grade0(60, 0, 0, 3) }, () => ({
    districts: [{ id: "all", name: "All", sites: [0, 1] }],
  }));
  expect(value("classes")).toBe(4);
  expect(value("pooled-classes")).toBe(1);
  expect(value("pooling-travel")).toBe(2 * 3 * 3);
});

test("pooling takes whoever is cheapest to move: the units between", () => {
  // 30 at A (2 classes), 26 at B (1 class): the fewest is 2 classes, so 2 of A's pupils go to B, from the unit nearest to B.
  const { value } = measured({ ...ROW, pupils: grade0(10, 10, 10, 26) }, () => ({
    districts: [{ id: "all", name: "All", sites: [0, 1] }],
  }));
  expect(value("pooled-classes")).toBe(1);
  // Each goes 1 km instead of 2: travel falls.
  expect(value("pooling-travel")).toBe(2 * 2 * -1);
});

test("pooling counts on no class of a site that does not teach it", () => {
  const whole = { districts: [{ id: "all", name: "All", sites: [0, 1] }] };
  const drawing = { ...ROW, pupils: grade0(60, 0, 0, 3) };
  expect(measured(drawing, () => whole).value("pooled-classes")).toBe(1);
  expect(measured(drawing, () => ({ ...whole, teaching: [7, 0b110] })).value("pooled-classes")).toBe(0);
  expect(measured(drawing, () => ({ ...whole, teaching: [0b110, 7] })).value("pooled-classes")).toBe(0);
});

test("nobody has a right to a school that does not teach their grades, however far it is", () => {
  const far: Drawing = { ...ROW, sites: { A: { at: [0, 0], grades: "0-3" }, B: { at: [0, 3] } }, way: () => 20_000 };
  const { value } = measured(far);
  // 30 pupils go to A; its 12 in grades 0-3 are taught, the 18 above are not. All ten at B are.
  expect(value("transport-right")).toBe(22);
  expect([value("transport-right:4-6"), value("transport-right:7-9")]).toEqual([3, 3]);
});

/** Pupils of a unit of ten whose way grows by so many metres, counted as longer by more than 0, 0.5, 1 and 1.5 km. */
const longerBy = (metres: number) => {
  const way = (unit: number, site: number) => 1000 + (unit === 0 && site === 1 ? metres : 0);
  const { totals } = measured({ ...ROW, way }, ({ assignment }) => ({
    assignment: assignment.map((site, pair) => (pair < 3 ? 1 : site)),
  }));
  return Array.from(totals.money!.drivers.longerBy).slice(0, 4);
};

test("a pupil whose way grows by less than a step has a longer way; one whose way stays has not", () => {
  expect(longerBy(0)).toEqual([0, 0, 0, 0]);
  expect(longerBy(1)).toEqual([10, 0, 0, 0]);
  expect(longerBy(500)).toEqual([10, 0, 0, 0]);
  expect(longerBy(501)).toEqual([10, 10, 0, 0]);
  expect(longerBy(1400)).toEqual([10, 10, 10, 0]);
});

test("a site with accounts of its own costs what they say, in the case's prices; the others what is usual", () => {
  const { municipality, travel, baseline } = drawCase(ROW);
  const { priceYear } = municipality.info;
  const sites = [
    { site: 0, item: "class", amount: 900_000, priceYear },
    { site: 0, item: "buildings", amount: 5_000_000, priceYear: 2024 },
    { site: 1, item: "class", amount: 800_000, priceYear },
  ] as const;
  const own = { parameters: [], sites } as unknown as NonNullable<typeof municipality.ownCosts>;
  const basis = makeBasis({ ...municipality, ownCosts: own }, travel, baseline);
  const driversOf = (plan: Plan) => evaluatePlan(basis, plan).totals.money!.drivers;
  const factor = priceFactor(2024, priceYear);
  expect(factor).not.toBe(1);
  // No class at the usual price; A's buildings by its accounts, B's by the ten pupils whom they hold.
  const today = driversOf(baseline);
  expect(today).toMatchObject({ classes: { apart: 0 }, housedSmall: 10, own: { buildings: 5_000_000 * factor } });
  expect(today.own.apart).toBeGreaterThan(8 * 900_000 + 5 * 800_000);
  const allAtB = { ...baseline, assignment: baseline.assignment.map(() => 1) };
  expect(driversOf(allAtB).schools.map(({ sites: open }) => open)).toEqual([1]);
  expect(driversOf(allAtB)).toMatchObject({
    housedSmall: 10,
    own: { buildings: 0 },
    siteClosed: 0,
  });
  const closed = { ...allAtB, teaching: [0, 7] };
  expect(driversOf(closed)).toMatchObject({ moved: 30, siteClosed: 30 });
});

test("a school that opens costs its building, its leader and its classes", () => {
  const closedToday: Drawing = { ...ROW, zones: ["AAAA"], sites: { A: { at: [0, 0] }, B: { at: [0, 3], grades: "" } } };
  const { totals, value } = measured(closedToday, ({ teaching, assignment }) => ({
    teaching: [teaching[0], 7],
    assignment: assignment.map((site, pair) => (pair >= 9 ? 1 : site)),
  }));
  // What A built for 40 pupils stays; B builds for the ten who go there.
  expect(totals.money!.drivers.housedSmall).toBe(50);
  expect(value("saving-buildings")).toBeLessThan(0);
  expect(value("saving-leadership")).toBeLessThan(0);
  expect(value("saving-classes")).toBeLessThan(0);
});
