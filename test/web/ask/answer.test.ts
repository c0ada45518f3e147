import { BAND_COUNT, GRADES } from "../../cases/folkeskole.ts";
import { describe, expect, test } from "vitest";
import {
  applyChanges,
  type AssignmentObjective,
  checkChanges,
  type Draft,
  evaluatePlan,
  invert,
  type Lockable,
  NO_SITE,
  objectiveValue,
  setLock,
} from "../../../src/index.ts";
import { askedOf, isLivedIn } from "../../../web/ask/asked-of.ts";
import { adopting, computed, renumbered } from "../../../web/ask/adopt.ts";
import { type AskKind, LOCKS_LINE, withoutLine } from "../../../web/ask/form.ts";
import { takenAs } from "../../../web/ask/proposed.ts";
import { askVoiceOf } from "../../../web/panels/ask/ask-voice.ts";
import { certificateText } from "../../../web/panels/ask/certificate-text.ts";
import type { AskedPlan } from "../../../web/worker/messages.ts";
import { voiceIn } from "../voice.ts";
import { solver } from "../../cases/solver.ts";
import { answered, basis, form, inView, plansOf, start, view, saidPairs } from "./asking.ts";

const { unitBand } = view.units;

const inhabited = ({ plan }: Pick<Draft, "plan">) => [...plan.assignment].filter((_, pair) => unitBand[pair] > 0);

const closed = ({ plan }: AskedPlan): number => plan.teaching.filter((bands) => bands === 0).length;

const siteOf = (district: number): number => basis.baseline.districts[district].sites[0];
const isJoined = ({ plan }: AskedPlan): boolean =>
  plan.districts.some(({ sites }) => sites.includes(siteOf(0)) && sites.includes(siteOf(1)));

/** Two districts of today, together or apart. */
const ofTwo = <Row extends "together" | "apart">(row: Row, one: number, other: number) => ({
  id: `${row} 1`,
  row,
  filled: { one, other },
});

const named = (plan: Draft["plan"]) =>
  plan.districts.map(({ id, name, sites }) => `${id} ${name} ${sites.toSorted((a, b) => a - b).join()}`).toSorted();

describe("an answer as a step of a proposal", () => {
  test.each<AskKind>(["reassign", "repair", "consolidate", "redraw", "network", "front"])(
    "%s: is the plan that was found, and undone it is gone",
    async (kind) => {
      for (const found of await plansOf(form({ kind, districts: 2, tolerance: 60 }))) {
        const changes = adopting(start, found, view.units);
        expect(checkChanges(start, changes)).toEqual([]);
        const after = applyChanges(start, changes);
        expect(inhabited(after)).toEqual(inhabited(found));
        expect(after.plan.teaching).toEqual(found.plan.teaching);
        expect(named(after.plan)).toEqual(named(found.plan));
        expect(applyChanges(after, invert(changes)).plan).toEqual(start.plan);
      }
    },
  );

  test("of districts drawn without regard to schools is one that a proposal can take", async () => {
    const [found] = await plansOf(form({ kind: "redraw", districts: 2, tolerance: 60, sites: "ignored" }));
    const changes = adopting(start, found, view.units);
    expect(checkChanges(start, changes)).toEqual([]);
    expect(named(applyChanges(start, changes).plan)).toEqual(named(found.plan));
  });

  test("shows figures that evaluate finds of the plan it makes, and of the one it came from", async () => {
    const goals: AssignmentObjective[] = ["overflow", "kroner", "pupil-metres"];
    const [found] = await plansOf(form({ goals: goals.map((goal) => ({ goal })) }));
    const { plan } = applyChanges(start, adopting(start, found, view.units));
    const [now, before] = [evaluatePlan(basis, plan), evaluatePlan(basis, basis.baseline)];
    expect(found.goals).toEqual(
      goals.map((goal) => ({
        goal,
        value: objectiveValue(basis, now, goal),
        before: objectiveValue(basis, before, goal),
      })),
    );
  });

  test.each(["da", "en"] as const)(
    "tells all pupils' ways as the effects do: there and back, a day (%s)",
    async (language) => {
      const voice = askVoiceOf(voiceIn(language), "in-fives");
      const [found] = await plansOf(form({ goals: [{ goal: "pupil-metres" }] }));
      const plan = applyChanges(start, adopting(start, found, view.units));
      const both = [evaluatePlan(basis, plan.plan), evaluatePlan(basis, basis.baseline)].map(({ values }) =>
        voice.quantity(values.get("pupil-kilometres")!, "pupil-kilometres"),
      );
      const [{ value, before }] = found.goals;
      const aDay = language === "da" ? "om dagen" : "a day";
      expect([value, before!].map((metres) => voice.goal("pupil-metres", metres))).toEqual(
        both.map((kilometres) => `${kilometres} ${aDay}`),
      );
      expect(voice.goalScale("pupil-metres", [10_000, 20_000]).marks).toEqual(["20", "40"]);
      expect(voice.goal("longest-way", 2500)).toBe(language === "da" ? "2,5 km" : "2.5 km");
    },
  );

  test("counts the areas where somebody lives, as the question does", async () => {
    const [found] = await plansOf(form({ kind: "redraw", districts: 2, tolerance: 60 }));
    const { areas, units } = takenAs(view, inView(), found);
    const moved = units.find((unit) => isLivedIn(GRADES, unitBand, unit))!;
    const left = unitBand.slice().fill(0, moved * BAND_COUNT, (moved + 1) * BAND_COUNT);
    const after = { ...view, units: { ...view.units, unitBand: left } };
    expect([areas, askedOf(view, inView(), saidPairs()).size.areas].map((count) => count - 1)).toEqual([
      units.filter((unit) => isLivedIn(GRADES, left, unit)).length,
      askedOf(after, inView(), saidPairs()).size.areas,
    ]);
  });

  test("carries its question without the locks, and how sure it is", async () => {
    const lines = [{ id: "keep-site 1", row: "keep-site" as const, filled: { site: 0 } }];
    const { read, step } = await answered(form({ rules: lines }));
    if (step.status !== "answered") throw new Error(step.status);
    const { question, status } = computed(read.question, step.plans[0]);
    expect(status).toBe("optimal");
    expect(question).toMatchObject({ kind: "reassign", rules: [] });
  });
});

describe("what is locked", () => {
  const dear = form({ kind: "network", siteCost: 5e7, networkRules: [] });
  const locks: readonly Lockable[] = [
    { site: 0 },
    { band: 1 },
    { district: basis.baseline.districts[1].id },
    { pairs: Uint32Array.from({ length: 40 }, (_, i) => 7 * i) },
  ];
  test.each(locks)("stays: the answer is a step that no lock refuses (%o)", async (lock) => {
    const held = applyChanges(start, setLock(start, lock, true));
    const [found] = await plansOf(form(), inView(held));
    const changes = adopting(held, found, view.units);
    expect(checkChanges(held, changes)).toEqual([]);
    expect(inhabited(applyChanges(held, changes))).toEqual(inhabited(found));
  });

  test.each(locks)(
    "stays where it is chosen which schools there are, which those it goes to are among (%o)",
    async (lock) => {
      const held = applyChanges(start, setLock(start, lock, true));
      const plans = await plansOf(dear, inView(held));
      for (const found of plans) {
        const changes = adopting(held, found, view.units);
        expect(checkChanges(held, changes)).toEqual([]);
        expect(inhabited(applyChanges(held, changes))).toEqual(inhabited(found));
      }
      // At this price every school that may close does.
      const [free] = await plansOf({ ...dear, locks: "free" }, inView(held));
      expect(closed(free)).toBeGreaterThan(closed(plans[0]));
    },
  );

  test("leaves no area at a school that closes: one without pupils that would come to a locked one goes with its neighbours", () => {
    const [site, closing, other] = [siteOf(0), siteOf(1), siteOf(2)];
    const held = applyChanges(start, setLock(start, { site }, true));
    const teaching = held.plan.teaching.with(closing, 0).with(other, (1 << BAND_COUNT) - 1);
    const left = [...held.plan.assignment.keys()].filter((pair) => held.plan.assignment[pair] === closing);
    expect(left.length).toBeGreaterThan(0);
    // Where nobody lives the computation draws areas as it sees fit, here to the school that is locked.
    const assignment = held.plan.assignment.map((to) => (to === closing ? site : to));
    const districts = held.plan.districts.map((each) => ({
      ...each,
      sites: each.sites.filter((own) => own !== closing),
    }));
    const plan = { ...held.plan, teaching, assignment, districts: districts.filter(({ sites }) => sites.length > 0) };
    const areas = { ...view.units, unitBand: unitBand.slice() };
    for (const pair of left) areas.unitBand[pair] = 0;
    const changes = adopting(held, { plan, status: "optimal", goals: [] }, areas);
    expect(checkChanges(held, changes)).toEqual([]);
    const after = applyChanges(held, changes).plan.assignment;
    for (const pair of left) expect([site, closing, NO_SITE]).not.toContain(after[pair]);
    // Where pupils live the answer is taken as it is, and the check names the lock.
    const refused = checkChanges(held, adopting(held, { plan, status: "optimal", goals: [] }, view.units));
    expect(refused.map(({ lock }) => lock)).toEqual([{ site }]);
  });

  test.each(locks)("stays where a plan is made whole (%o)", async (lock) => {
    const held = applyChanges(start, setLock(start, lock, true));
    const [found] = await plansOf(form({ kind: "repair" }), inView(held));
    expect(checkChanges(held, adopting(held, found, view.units))).toEqual([]);
  });

  test("may be let go of: the best is then as good as without any lock", async () => {
    const held = applyChanges(start, setLock(start, { site: 0 }, true));
    const [free] = await plansOf(form({ locks: "free" }));
    const [all] = await plansOf(form(), inView(start));
    expect(free.goals).toEqual(all.goals);
    const [kept] = await plansOf(form(), inView(held));
    expect(kept.goals.at(-1)!.value).toBeGreaterThanOrEqual(all.goals.at(-1)!.value);
  });
});

describe("districts that are merged", () => {
  const ids = basis.baseline.districts.map(({ id }) => id);
  const asked = (change: Parameters<typeof form>[0] = {}) =>
    form({ kind: "consolidate", districts: ids.length - 1, contiguity: "ignored", ...change });
  test("are told best first, each in as many districts as asked, and every way there is is counted", async () => {
    const { step } = await answered(asked({ measure: "saving" }));
    if (step.status !== "answered") throw new Error(JSON.stringify(step));
    const count = ids.length;
    expect(step.list).toEqual({ measure: "saving", ways: (count * (count - 1)) / 2, complete: true });
    const savings = step.plans.map(({ measured }) => measured!.value);
    expect(savings).toEqual(savings.toSorted((a, b) => b - a));
    for (const { plan, measured } of step.plans) {
      expect(plan.districts).toHaveLength(count - 1);
      expect(evaluatePlan(basis, plan).values.get("saving")).toBeCloseTo(measured!.value, 3);
    }
  });

  test("that are as good as the one above are not said to be worse", async () => {
    const voice = askVoiceOf(voiceIn("da"), "in-fives");
    const { step } = await answered(asked({ measure: "changed-site", policy: "stay" }));
    if (step.status !== "answered") throw new Error(JSON.stringify(step));
    const [best, even] = step.plans;
    expect(even.measured).toEqual(best.measured);
    const worse = { ...even, measured: { ...even.measured!, value: even.measured!.value + 1 } };
    expect([
      certificateText(voice, "consolidate", best),
      certificateText(voice, "consolidate", even, best),
      certificateText(voice, "consolidate", worse, best),
    ]).toEqual([
      "Bevist: det kan ikke gøres bedre, når kravene skal holde.",
      "Bevist: kun de ovenfor er bedre eller lige så gode.",
      "Bevist: kun de ovenfor er bedre.",
    ]);
  });

  test("of a plan whose schools have closed are told in the figures of the plan that they become, against today", async () => {
    const most = { id: "most 1", row: "most-closures" as const, filled: { sites: 1 } };
    const [fewer] = await plansOf(form({ kind: "network", siteCost: 5e7, networkRules: [most] }));
    const drawn = applyChanges(start, adopting(start, fewer, view.units));
    expect(closed(fewer)).toBeGreaterThan(0);
    const districts = drawn.plan.districts.length - 1;
    for (const measure of ["saving", "changed-site"] as const) {
      const plans = await plansOf(asked({ measure, districts, policy: "nearest" }), inView(drawn));
      for (const found of plans) {
        const { plan } = applyChanges(drawn, adopting(drawn, found, view.units));
        expect(found.measured!.value).toBeCloseTo(evaluatePlan(basis, plan).values.get(measure)!, 3);
      }
    }
  });

  test("keep together and apart what the form says, and name the lines that cannot hold", async () => {
    const [whole] = await plansOf(asked({ groupingRules: [ofTwo("together", 0, 1)] }));
    expect(isJoined(whole)).toBe(true);
    const rules = [ofTwo("together", 0, 1), ofTwo("apart", 0, 1)];
    const { step } = await answered(asked({ groupingRules: rules }));
    if (step.status !== "impossible") throw new Error(JSON.stringify(step));
    expect(step.collision.rules.map(({ line }) => line)).toEqual([undefined, "together 1", "apart 1"]);
    const freed = withoutLine(asked({ groupingRules: rules }), "together 1");
    expect((await plansOf(freed)).some(isJoined)).toBe(false);
  });

  test("that leave somebody without a school are not merged, and the reason is said", async () => {
    const assignment = basis.baseline.assignment.slice();
    assignment[unitBand.findIndex((pupils) => pupils > 0)] = NO_SITE;
    const { step } = await answered(asked(), { ...inView(), plan: { ...basis.baseline, assignment } });
    expect(step).toMatchObject({ status: "failed", why: "unfinished" });
  });
});

test("a plan made whole moves as few pupils as the rules need: none where they hold, and those without a school first", async () => {
  const [same] = await plansOf(form({ kind: "repair", rules: [] }));
  expect(same.goals[0]).toEqual({ goal: "repainted", value: 0 });
  const assignment = basis.baseline.assignment.slice();
  assignment[unitBand.findIndex((pupils) => pupils > 0)] = NO_SITE;
  const torn = { ...inView(), plan: { ...basis.baseline, assignment } };
  const [mended] = await plansOf(form({ kind: "repair", rules: [] }), torn);
  expect(mended.goals[0].value).toBe(0);
  expect(mended.status).toBe("optimal");
  expect(evaluatePlan(basis, mended.plan).completeness.status).toBe("finished");
  const far = { id: "longest-way 1", row: "longest-way" as const, filled: { band: 0, km: 2.5 } };
  const [held] = await plansOf(form({ kind: "repair", rules: [far] }));
  const moved = held.plan.assignment.reduce(
    (sum, site, pair) => sum + (site === basis.baseline.assignment[pair] ? 0 : unitBand[pair]),
    0,
  );
  expect(held.goals[0].value).toBe(moved);
});

describe("a question that has no answer", () => {
  test("names its lines, and each that is let go of by itself gives what asking without it gives", async () => {
    const lines = [
      { id: "capacity", row: "capacity" as const, filled: {} },
      { id: "most-moved 1", row: "most-moved" as const, filled: { pupils: 0 } },
      { id: "longest-way 1", row: "longest-way" as const, filled: { band: 0, km: 1.5 } },
    ];
    const { step } = await answered(form({ rules: lines }));
    if (step.status !== "impossible") throw new Error(JSON.stringify(step));
    const { rules } = step.collision;
    expect(rules.length).toBeGreaterThan(0);
    for (const { line, without } of rules) {
      const rest = lines.filter(({ id }) => id !== line);
      expect(rest).toHaveLength(2);
      const { step: again } = await answered(form({ rules: rest }));
      if (!without || !("goals" in without)) expect(again.status).toBe("impossible");
      else if (again.status === "answered")
        expect(without.goals.map(({ value }) => value)).toEqual(again.plans[0].goals.map(({ value }) => value));
    }
  });

  test("names what is locked as one line, however much it is", async () => {
    const all = Uint32Array.from(basis.baseline.assignment.keys());
    const held = applyChanges(start, setLock(start, { pairs: all }, true));
    const lines = [{ id: "longest-way 1", row: "longest-way" as const, filled: { band: 0, km: 1.5 } }];
    const { step } = await answered(form({ rules: lines }), inView(held));
    if (step.status !== "impossible") throw new Error(JSON.stringify(step));
    for (const { line } of step.collision.rules) expect([LOCKS_LINE, "longest-way 1"]).toContain(line);
    expect(step.collision.rules.length).toBeLessThanOrEqual(2);
  });
});

test("each requirement's price is the answer with it less the answer without it", async () => {
  const rules = [
    { id: "stay", row: "stay-in-district" as const, filled: {} },
    { id: "keep", row: "keep-band" as const, filled: { band: 0 } },
  ];
  const { step } = await answered(form({ kind: "prices", rules }));
  if (step.status !== "answered") throw new Error(JSON.stringify(step));
  expect(step.prices!.map(({ line }) => line)).toEqual(["stay", "keep"]);
  for (const price of step.prices!) {
    if (price.status === "unknown") throw new Error(price.line);
    const { line, goals } = price;
    const [without] = await plansOf(form({ rules: rules.filter(({ id }) => id !== line) }));
    expect(goals.map((goal) => goal.with)).toEqual(step.plans[0].goals.map(({ value }) => value));
    expect(goals.map((goal) => goal.without)).toEqual(without.goals.map(({ value }) => value));
  }
});

test("what was found is an answer also where there was no time for the prices of its requirements", async () => {
  // Without either there is a question left that takes a solver.
  const rules = [
    { id: "one", row: "one-site-for-all-bands" as const, filled: {} },
    { id: "whole", row: "contiguous-zones" as const, filled: {} },
  ];
  let [solved, most] = [0, Infinity];
  const tiring: typeof solver = {
    name: solver.name,
    solve: async (...asked) =>
      ++solved > most ? { status: "failed", reason: "no time left", why: "time" } : solver.solve(...asked),
  };
  const found = await plansOf(form({ rules }), inView(), () => false, tiring);
  expect(solved).toBeGreaterThan(0);
  [solved, most] = [0, solved];
  const { step } = await answered(form({ kind: "prices", rules }), inView(), () => false, tiring);
  if (step.status !== "answered") throw new Error(JSON.stringify(step));
  expect(step.plans[0].goals).toEqual(found[0].goals);
  expect(step.prices).toEqual(rules.map(({ id }) => ({ line: id, status: "unknown" })));
});

test("a pair of concerns: no plan found beats another in both", async () => {
  const plans = await plansOf(form({ kind: "front", against: ["pupil-metres", "changed-site"] }));
  const points = plans.map(({ goals }) => goals.map(({ value }) => value));
  for (const a of points) for (const b of points) if (a !== b) expect(a[0] <= b[0] && a[1] <= b[1]).toBe(false);
  expect(points.every((point) => point.length === 2)).toBe(true);
});

test("two concerns weighed together: no plan between the two is better by the sum of both", async () => {
  const front = await plansOf(form({ kind: "front", against: ["pupil-metres", "changed-site"] }));
  // On the lattice 34 pupils gain 40,800 metres by a change of school: 1.2 km each.
  for (const [worth, best] of [
    [1.1, front[0]],
    [1.3, front.at(-1)!],
  ] as const) {
    const [found] = await plansOf(form({ goals: [{ goal: "pupil-metres", also: { goal: "changed-site", worth } }] }));
    const sum = ({ goals: [metres, changed] }: AskedPlan) => metres.value + 1000 * worth * changed.value;
    expect(Math.min(...front.map(sum))).toBe(sum(best));
    expect(found.goals.map(({ goal, value }) => [goal, value])).toEqual(
      best.goals.map(({ goal, value }) => [goal, value]),
    );
  }
});

test("areas that may be divided: the figures are the answer's, and what is proven of it is not said of a proposal", async () => {
  const goals = [{ goal: "pupil-metres" as const }];
  const most = { id: "most-moved 1", row: "most-moved" as const, filled: { pupils: 9 } };
  const split = { id: "most-split 1", row: "most-split" as const, filled: { pairs: 3 } };
  const { read, step } = await answered(form({ goals, rules: [most, split] }));
  if (step.status !== "answered") throw new Error(JSON.stringify(step));
  const [found] = step.plans;
  expect(found.splits!.length).toBeGreaterThan(0);
  expect(found.splits!.length).toBeLessThanOrEqual(3);
  for (const { unit, band, sites } of found.splits!) {
    expect(sites.length).toBeGreaterThan(1);
    expect(sites).toContain(found.plan.assignment[unit * BAND_COUNT + band]);
  }
  const [whole] = await plansOf(form({ goals, rules: [most] }));
  expect(whole).not.toHaveProperty("splits");
  expect(found.status).toBe("optimal");
  expect(found.goals[0].value).toBeLessThan(whole.goals[0].value);
  expect(computed(read.question, found).status).toBe("stopped");
  expect(computed(read.question, whole).status).toBe("optimal");
});

describe("before it is taken", () => {
  test.each<AskKind>(["reassign", "repair", "consolidate", "redraw", "network", "front"])(
    "%s: an answer is shown as it would be taken, with the areas and pupils that it moves",
    async (kind) => {
      for (const found of await plansOf(form({ kind, districts: 2, tolerance: 60 }))) {
        const base = inView();
        const taken = takenAs(view, base, found);
        const after = applyChanges(start, adopting(start, found, view.units));
        expect(taken.plan.plan).toEqual(after.plan);
        const pairs = [...after.plan.assignment.keys()].filter(
          (pair) => after.plan.assignment[pair] !== start.plan.assignment[pair],
        );
        expect(taken.units).toEqual([...new Set(pairs.map((pair) => Math.floor(pair / BAND_COUNT)))]);
        expect(taken.pupils).toBe(pairs.reduce((sum, pair) => sum + unitBand[pair], 0));
        expect(takenAs(view, base, found)).toBe(taken);
      }
    },
  );

  test("is taken by the numbers that new schools have now, or not at all where they are others", async () => {
    const [found] = await plansOf(form());
    const count = view.sites.length;
    const [one, other, third] = ["one", "other", "third"].map((id) => ({ id }));
    const districts = found.plan.districts.map((district, i) =>
      i === 0 ? { ...district, sites: [...district.sites, count, count + 1] } : district,
    );
    const assignment = found.plan.assignment.map((site, pair) => (pair < 2 ? count + pair : site));
    const plan = { ...found.plan, teaching: [...found.plan.teaching, 1, 7], districts, assignment };
    const answer = { ...found, plan };
    expect(renumbered(answer, [one, other], [one, other], count)).toBe(answer);
    const turned = renumbered(answer, [one, other], [other, one], count)!;
    expect(turned.plan.teaching.slice(count)).toEqual([7, 1]);
    expect(Array.from(turned.plan.assignment.subarray(0, 2))).toEqual([count + 1, count]);
    expect(Array.from(turned.plan.assignment.subarray(2))).toEqual(Array.from(assignment.subarray(2)));
    expect(turned.plan.districts[0].sites.slice(-2)).toEqual([count + 1, count]);
    expect(renumbered(turned, [other, one], [one, other], count)).toEqual(answer);
    expect(renumbered(answer, [one, other], [one], count)).toBeUndefined();
    expect(renumbered(answer, [one, other], [one, third], count)).toBeUndefined();
    expect(renumbered(answer, [one, other], [one, other, third], count)).toBeUndefined();
  });
});
