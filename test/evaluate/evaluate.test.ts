import { expect, test } from "vitest";
import { NO_SITE, type Plan } from "../../src/domain/plan.ts";
import { evaluatePlan, makeBasis, unitEffects } from "../../src/evaluate/evaluate.ts";
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
  return { basis, ...evaluation, value: (key: string) => evaluation.values.get(key) };
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
  expect(value("saving-leadership")).toBe(0.75 * 2_500_000);
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
  for (const key of ["distance-mean", "distance-median", "class-quotient", "nearest-in-own", "pupils-ratio"])
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

test("nobody has a right to a site that does not teach their grades, however far it is", () => {
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

test("a school that opens costs its building, its leader and its classes", () => {
  const closedToday: Drawing = { ...ROW, zones: ["AAAA"], sites: { A: { at: [0, 0] }, B: { at: [0, 3], grades: "" } } };
  const { totals, value } = measured(closedToday, ({ teaching, assignment }) => ({
    teaching: [teaching[0], 7],
    assignment: assignment.map((site, pair) => (pair >= 9 ? 1 : site)),
  }));
  // What A built for 40 pupils stays; B builds for the ten who go there.
  expect(totals.money!.drivers.housed).toBe(50);
  expect(value("saving-buildings")).toBeLessThan(0);
  expect(value("saving-leadership")).toBeLessThan(0);
  expect(value("saving-classes")).toBeLessThan(0);
});
