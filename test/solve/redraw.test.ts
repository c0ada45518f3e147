import { expect, test } from "vitest";
import { districtOfSite } from "../../src/domain/plan.ts";
import type { RedrawQuestion, RedrawRule } from "../../src/domain/question.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { pieces } from "../../src/geo/contiguity.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { planFileSchema } from "../../src/protocol/plan-file.ts";
import { planFile } from "../../src/report/plan-file.ts";
import { type Redrawing, redraw } from "../../src/solve/districting/redraw.ts";
import { gradesFor } from "../cases/cut-grades.ts";
import { type LabelledMap, leastInertia } from "../cases/every-map.ts";
import { openedCase } from "../cases/opened.ts";
import { randomBasis, randomRedraw } from "../cases/random-question.ts";

const lattice = openedCase("lattice").basis;

const asked = (question: Partial<RedrawQuestion>): RedrawQuestion => ({
  kind: "redraw",
  districts: 2,
  tolerance: 0.1,
  balance: "pupils",
  objective: "inertia",
  sites: "in-every-district",
  limits: { seed: 1 },
  ...question,
});

async function answerOf(basis: Basis, question: RedrawQuestion): Promise<Redrawing> {
  const outcome = await redraw(basis, question);
  if (outcome.status !== "optimal") throw new Error(JSON.stringify(outcome));
  return outcome.answer;
}

test("two districts of the lattice: the least moment of inertia of all 4,096 maps, at every tolerance", async () => {
  for (const tolerance of [0.02, 0.3])
    for (const sites of ["in-every-district", "ignored"] as const) {
      const { value, bound } = await answerOf(lattice, asked({ tolerance, sites }));
      const best = leastInertia(lattice, { districts: 2, tolerance, sites });
      expect(value, `${tolerance} ${sites}`).toBeCloseTo(best, 6);
      expect(bound).toBeLessThanOrEqual(value);
    }
});

test("three districts of the lattice: the least of all 531,441 maps", async () => {
  expect((await answerOf(lattice, asked({ districts: 3, tolerance: 0.1 }))).value).toBeCloseTo(
    leastInertia(lattice, { districts: 3, tolerance: 0.1, sites: "in-every-district" }),
    6,
  );
});

test("random cases of one to thirteen bands, all pupils or one band balanced: the least of all maps, or a conflict", async () => {
  const seen = { optimal: 0, infeasible: 0, ofOneBand: 0 };
  for (let seed = 0; seed < 100; seed += 2) {
    const basis = randomBasis(seed, "whole", "wide", gradesFor(seed));
    const { bandCount } = basis.municipality.grades;
    const { seats: _, ...random } = randomRedraw(basis, seed);
    const balance = seed % 4 === 0 ? seed % bandCount : random.balance;
    const question = { ...random, objective: "inertia", balance } as const;
    const isCounted = (pair: number): boolean => balance === "pupils" || pair % bandCount === balance;
    if (basis.unitBand.every((pupils, pair) => pupils === 0 || !isCounted(pair))) continue;
    const least = leastInertia(basis, question);
    const outcome = await redraw(basis, question);
    expect(outcome.status, `seed ${seed}`).toBe(least < Infinity ? "optimal" : "infeasible");
    if (outcome.status === "infeasible") seen.infeasible++;
    if (outcome.status !== "optimal") continue;
    seen.optimal++;
    if (balance !== "pupils" && bandCount > 1) seen.ofOneBand++;
    expect(Math.abs(outcome.answer.value - least), `seed ${seed}`).toBeLessThanOrEqual(1e-9 * Math.max(1, least));
  }
  expect(
    Object.values(seen).every((times) => times >= 5),
    JSON.stringify(seen),
  ).toBe(true);
});

test("nobody farther from the middle than a limit: the least of all maps that keep it, or a conflict that names it", async () => {
  // Most pupils live in two units of a corner, which the middles are drawn to, away from all others.
  const heavy = { ...lattice, unitBand: lattice.unitBand.map((pupils, pair) => (pair < 6 ? 200 : pupils)) };
  const question = asked({ tolerance: 0.5, sites: "ignored" });
  let { areas } = await answerOf(heavy, question);
  // Just below what the last map needs: that one and all as wide are out, until none is left.
  for (let steps = 0; ; steps++) {
    const metres = Math.max(...areas.map(({ farthest }) => farthest)) - 1;
    const outcome = await redraw(heavy, { ...question, rules: [{ kind: "farthest", metres }] });
    const least = leastInertia(heavy, { districts: 2, tolerance: 0.5, sites: "ignored", farthest: metres });
    if (outcome.status !== "optimal") {
      if (outcome.status !== "infeasible") throw new Error(outcome.status);
      expect(least).toBe(Infinity);
      expect(outcome.conflict.rules.map(({ en }) => en)).toContainEqual(expect.stringMatching(/^nobody lives more/));
      expect(outcome.conflict.relaxing?.at(-1)?.values[0]).toBeGreaterThan(0);
      expect(steps).toBeGreaterThan(0);
      return;
    }
    expect(outcome.answer.value).toBeCloseTo(least, 6);
    ({ areas } = outcome.answer);
  }
});

test("locks, what is held and limits of one district: the least of all maps that keep them, or a conflict", async () => {
  const { baseline, municipality, unitBand } = lattice;
  const districtOf = districtOfSite(baseline);
  const { count } = municipality.units;
  const unitsOf = (site: number) =>
    Array.from({ length: count }, (_, unit) => unit).filter((unit) =>
      [0, 1, 2].some((band) => unitBand[3 * unit + band] > 0 && baseline.assignment[3 * unit + band] === site),
    );
  /** By the words of the rule alone. */
  const keeps = (rules: readonly RedrawRule[], { label, home, pupils }: LabelledMap) => {
    const load = (district: number) => pupils.reduce((sum, own, unit) => sum + (label[unit] === district ? own : 0), 0);
    const held = rules.flatMap((rule) =>
      rule.kind === "held-site"
        ? [rule.site]
        : rule.kind === "held-district"
          ? baseline.districts[rule.district].sites
          : [],
    );
    const whole = rules.flatMap((rule) => (rule.kind === "held-district" ? [rule.district] : []));
    return (
      rules.every((rule) => {
        if (rule.kind === "lock") return label[rule.unit] === label[home[rule.site]];
        if (rule.kind === "at-least-pupils" && rule.site !== undefined)
          return load(label[home[rule.site]]) >= rule.pupils;
        if (rule.kind === "at-most-pupils" && rule.site !== undefined)
          return load(label[home[rule.site]]) <= rule.pupils;
        return true;
      }) &&
      held.every(
        (site) =>
          unitsOf(site).every((unit) => label[unit] === label[home[site]]) &&
          home.every((unit, other) => {
            const isMine = districtOf[other] === districtOf[site];
            if (held.includes(other)) return (label[unit] === label[home[site]]) === isMine;
            return !whole.includes(districtOf[site]) || isMine || label[unit] !== label[home[site]];
          }),
      )
    );
  };
  const random = seededRandom(7);
  const any = (below: number) => Math.floor(random() * below);
  const draw: readonly (() => RedrawRule)[] = [
    () => ({ kind: "lock", unit: any(count), band: 0, site: any(4) }),
    () => ({ kind: "held-site", site: any(4) }),
    () => ({ kind: "held-district", district: any(baseline.districts.length) }),
    () => ({ kind: "at-least-pupils", pupils: 60 + any(30), site: any(4) }),
    () => ({ kind: "at-most-pupils", pupils: 60 + any(30), site: any(4) }),
  ];
  let [found, impossible, dearer] = [0, 0, 0];
  const maps: LabelledMap[] = [];
  leastInertia(lattice, { districts: 2, tolerance: 0.5, sites: "ignored" }, (map) => maps.push(map) < 0);
  maps.sort((a, b) => a.total - b.total);
  for (let round = 0; round < 12; round++) {
    const rules = Array.from({ length: 1 + any(3) }, () => draw[any(draw.length)]());
    const about = JSON.stringify(rules);
    const outcome = await redraw(lattice, asked({ tolerance: 0.5, sites: "ignored", rules }));
    const least = maps.find((map) => keeps(rules, map))?.total ?? Infinity;
    if (outcome.status === "infeasible") {
      if (least < Infinity) expect(about).toMatch(/"lock".*"(lock|held)|"held.*"lock/);
      impossible++;
      continue;
    }
    if (outcome.status !== "optimal") throw new Error(`${about}: ${JSON.stringify(outcome)}`);
    expect(outcome.answer.value, about).toBeCloseTo(least, 6);
    if (least > maps[0].total + 1e-6) dearer++;
    found++;
  }
  expect([found > 4, impossible > 0, dearer > 2]).toEqual([true, true, true]);
});

test("room in every district: the least of all maps in which no band has more pupils than places, or a conflict that names it", async () => {
  const random = seededRandom(3);
  let [found, impossible, dearer, fits] = [0, 0, 0, 0];
  const half = { districts: 2, tolerance: 0.5, sites: "in-every-district" } as const;
  const free = leastInertia(lattice, half);
  for (let round = 0; round < 16; round++) {
    const known = (): number => Math.round(random() < 0.5 ? 5 + 25 * random() : 40 + 70 * random());
    const places = (): number | undefined => (random() < 0.1 ? undefined : known());
    const sites = lattice.municipality.sites.map((site) => ({ ...site, capacity: [places(), places(), places()] }));
    const basis = { ...lattice, municipality: { ...lattice.municipality, sites } } as Basis;
    const { teaching } = basis.baseline;
    const isRoom = ({ label, home }: LabelledMap): boolean =>
      [0, 1].every((district) =>
        [0, 1, 2].every((band) => {
          const own = sites.filter((_, site) => label[home[site]] === district && (teaching[site] & (1 << band)) !== 0);
          const pupils = label.reduce(
            (sum, of, unit) => sum + (of === district ? basis.unitBand[3 * unit + band] : 0),
            0,
          );
          return own.reduce((sum, { capacity }) => sum + (capacity[band] ?? Infinity), 0) >= pupils;
        }),
      );
    const least = leastInertia(basis, half, isRoom);
    const outcome = await redraw(basis, asked({ tolerance: 0.5, rules: [{ kind: "capacity" }] }));
    if (outcome.status === "infeasible") {
      expect(least, `round ${round}`).toBe(Infinity);
      expect(outcome.conflict.rules.map(({ en }) => en)).toContainEqual(expect.stringMatching(/^room in every/));
      impossible++;
      continue;
    }
    if (outcome.status !== "optimal") throw new Error(outcome.status);
    expect(outcome.answer.value, `round ${round}`).toBeCloseTo(least, 6);
    found++;
    if (least > free + 1e-6) dearer++;
    if (outcome.answer.evaluation.values.get("overflow") === 0) fits++;
  }
  // Areas go whole: a district may have room for all where its schools have not.
  expect({ found, impossible, dearer, fits }).toEqual({ found: 14, impossible: 2, dearer: 4, fits: 11 });
});

test("a wider tolerance never costs more, and a site in every district never less", async () => {
  let before = Infinity;
  for (const tolerance of [0.05, 0.1, 0.5]) {
    const { value } = await answerOf(lattice, asked({ districts: 3, tolerance, sites: "ignored" }));
    expect(value).toBeLessThanOrEqual(before + 1e-9);
    before = value;
    const held = await answerOf(lattice, asked({ districts: 3, tolerance }));
    expect(held.value).toBeGreaterThanOrEqual(value - 1e-9);
    expect(held.areas.every(({ sites }) => sites.length > 0)).toBe(true);
  }
});

test("seats: each named site has a district of its own, everybody goes to a school of the district", async () => {
  const { areas, plan, evaluation } = await answerOf(
    lattice,
    asked({ districts: 4, tolerance: 0.5, objective: "pupil-metres", seats: [0, 1, 2, 3] }),
  );
  expect(areas.map(({ seat = -1 }) => seat).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3]);
  for (const { seat, sites, units } of areas) {
    expect(sites).toContain(seat);
    for (const unit of units) expect(sites).toContain(plan.assignment[3 * unit]);
  }
  expect(evaluation.values.get("sites")).toBe(4);
});

test.each(["pupil-metres", "inertia"] as const)(
  "more seats than districts: the best of them are taken, as if each choice had been asked by itself (%s)",
  async (objective) => {
    const question = asked({ districts: 2, tolerance: 0.5, objective });
    const seats = [0, 1, 3];
    const { value, areas } = await answerOf(lattice, { ...question, seats });
    const values = [];
    for (const left of seats) {
      const outcome = await redraw(lattice, { ...question, seats: seats.filter((seat) => seat !== left) });
      if (outcome.status === "optimal") values.push(outcome.answer.value);
    }
    expect(values.length).toBeGreaterThan(1);
    expect(value).toBeCloseTo(Math.min(...values), 6);
    expect(new Set(areas.map(({ seat }) => seat)).size).toBe(2);
    for (const { seat } of areas) expect(seats).toContain(seat);
  },
);

test("the same seed gives the same map, and its plan can be written and read", async () => {
  const question = asked({ districts: 3, tolerance: 0.2 });
  const [one, other] = [await answerOf(lattice, question), await answerOf(lattice, question)];
  expect(one.plan).toEqual(other.plan);
  expect(planFileSchema.safeParse(planFile(lattice.municipality, one.plan, "test")).success).toBe(true);
});

test("what cannot be done says which rules collide, and what leaving one out gives", async () => {
  const tight = await redraw(lattice, asked({ districts: 4, tolerance: 0.001 }));
  if (tight.status !== "infeasible") throw new Error(tight.status);
  expect(tight.conflict.rules.map(({ en }) => en)).toEqual([
    "4 contiguous districts",
    expect.stringMatching(/^from \d+ to \d+ pupils in every district$/),
  ]);
  expect(tight.conflict.relaxing?.[0].values[0]).toBeGreaterThan(0);
  const crowded = await redraw(lattice, asked({ districts: 5, tolerance: 0.9 }));
  if (crowded.status !== "infeasible") throw new Error(crowded.status);
  expect(crowded.conflict.rules.map(({ en }) => en)).toContain("an open school in every district");
  expect(crowded.conflict.details?.map(({ en }) => en)).toEqual(["only 4 schools are open"]);
});

test(
  "Holbæk stopped before the first long round has ended: there is an answer, limits kept, districts whole, the bound below the value",
  { timeout: 180_000 },
  async () => {
    const holbaek = openedCase("holbaek").basis;
    let times = 0;
    const outcome = await redraw(holbaek, asked({ districts: 4 }), { shouldStop: () => ++times > 300 });
    if (outcome.status !== "stopped") throw new Error(outcome.status);
    const { areas, value, bound } = outcome.answer;
    const pupils = areas.map((area) => area.pupils);
    expect(Math.max(...pupils)).toBeLessThanOrEqual(1.1 * (6570 / 4));
    expect(Math.min(...pupils)).toBeGreaterThanOrEqual(0.9 * (6570 / 4));
    expect(areas.every(({ units }) => pieces(holbaek.municipality.units.adjacency, units).count === 1)).toBe(true);
    expect(bound).toBeLessThanOrEqual(value);
    expect(outcome.gap).toBeCloseTo((value - bound) / value, 9);
  },
);

test("more districts than there are schools for is impossible without any search", async () => {
  const hurried = { shouldStop: () => true };
  const ask = asked({ districts: 5, tolerance: 5 });
  const outcome = await redraw(lattice, ask, hurried);
  if (outcome.status !== "infeasible") throw new Error(outcome.status);
  expect(outcome.conflict.rules.map(({ en }) => en)).toEqual([
    "5 contiguous districts",
    "an open school in every district",
  ]);
  const { sites } = lattice.municipality;
  const beside = sites.map((site, at) => (at === 1 ? { ...site, lon: sites[0].lon, lat: sites[0].lat } : site));
  const together: Basis = { ...lattice, municipality: { ...lattice.municipality, sites: beside } };
  const apart = await redraw(together, { ...ask, districts: 4 }, hurried);
  if (apart.status !== "infeasible") throw new Error(apart.status);
  expect(apart.conflict.details?.map(({ en }) => en)).toEqual(["the open schools stand in only 3 units"]);
});

test.each([[[0]], [[1, 3]]])(
  "fewer seats than districts: each has one, and the others are the best there are (by the way to school, %j)",
  async (seats) => {
    const question = asked({ districts: 3, tolerance: 0.6, objective: "pupil-metres" });
    const { value, areas } = await answerOf(lattice, { ...question, seats });
    const values = [];
    for (const left of [0, 1, 2, 3]) {
      const three = [0, 1, 2, 3].filter((site) => site !== left);
      if (!seats.every((seat) => three.includes(seat))) continue;
      const outcome = await redraw(lattice, { ...question, seats: three });
      if (outcome.status === "optimal") values.push(outcome.answer.value);
    }
    expect(values.length).toBeGreaterThan(1);
    expect(value).toBeCloseTo(Math.min(...values), 6);
    expect(areas.map(({ seat }) => seat)).toEqual(expect.arrayContaining(seats));
  },
);

test("fewer seats than districts: the least of all maps whose district around a seat is measured from it", async () => {
  let dearer = 0;
  for (const seat of [0, 1, 2, 3])
    for (const tolerance of [0.1, 0.3]) {
      const held = { districts: 2, tolerance, sites: "in-every-district" } as const;
      const { value, areas } = await answerOf(lattice, asked({ tolerance, seats: [seat] }));
      const least = leastInertia(lattice, { ...held, seats: [seat] });
      expect(value, `${seat} ${tolerance}`).toBeCloseTo(least, 6);
      expect(areas.filter((area) => area.seat === seat)).toHaveLength(1);
      if (least > leastInertia(lattice, held) + 1e-6) dearer++;
    }
  expect(dearer).toBeGreaterThan(0);
});

test("two sites in one unit: either may be the seat, two seats there cannot be", async () => {
  const { sites } = lattice.municipality;
  const together: Basis = {
    ...lattice,
    municipality: {
      ...lattice.municipality,
      sites: sites.map((site, at) => (at === 1 ? { ...site, lon: sites[0].lon, lat: sites[0].lat } : site)),
    },
  };
  const question = asked({ districts: 2, tolerance: 0.5, objective: "pupil-metres" });
  const free = await redraw(together, question);
  if (free.status !== "optimal") throw new Error(free.status);
  const values = [];
  for (const seat of [0, 1, 2, 3])
    for (const other of [0, 1, 2, 3]) {
      if (other <= seat || seat + other === 1) continue;
      const outcome = await redraw(together, { ...question, seats: [seat, other] });
      if (outcome.status === "optimal") values.push(outcome.answer.value);
    }
  expect(free.answer.value).toBeCloseTo(Math.min(...values), 3);
  const both = await redraw(together, { ...question, seats: [0, 1] });
  if (both.status !== "infeasible") throw new Error(both.status);
  expect(both.conflict.details?.map(({ en }) => en)).toContain(
    "1 of the schools stand in the same unit as another or outside all",
  );
  // What is proven of one of the two as the seat is not proven of both.
  const told: number[] = [];
  const three = { ...question, districts: 3, sites: "ignored" } as const;
  const drawn = await redraw(together, three, { onProgress: ({ bound }) => told.push(bound) });
  if (drawn.status !== "optimal") throw new Error(drawn.status);
  expect(Math.max(...told)).toBeLessThanOrEqual(drawn.answer.value * (1 + 1e-9));
});
