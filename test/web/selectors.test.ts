import type { MeasureKey } from "../../src/index.ts";
import { describe, expect, test } from "vitest";
import { type Choice, FIRST_CHOICE } from "../../web/state/choice.ts";
import { heldAgainst, isCurrent, detailAnswer, detailQuestion } from "../../web/state/detail.ts";
import { chosenEffects, chosenPlan, effectsKey, planLeftOut } from "../../web/state/chosen.ts";
import { districtsAsked, planList, sceneryOf, scatterMeasures, sortMeasure } from "../../web/state/selectors.ts";
import { reduce, startingState } from "../../web/state/state.ts";
import { createStore } from "../../web/state/store.ts";
import { walk } from "../../web/state/walk.ts";
import type { Decision } from "../../web/worker/messages.ts";
import type { PlanRef } from "../../web/state/plan-ref.ts";
import { pagePlan } from "../../web/state/plans.ts";
import { answered, drawnCase, drawnList, effects, opened, scenery, withList } from "./drawn-page.ts";

const listed = (number: number): PlanRef => ({ from: "list", number });
const file = (id: string): PlanRef => ({ from: "file", id });
const SORTED = { sort: "pupils-ratio" } as const;
const decided = (plan: number | undefined) => ({ id: "2016", title: "2016", plan }) as unknown as Decision;

describe("how many districts are asked for", () => {
  test.each([
    { name: "as many as chosen", districts: 2, sizes: [4, 3], asked: 2 },
    { name: "as many as there are today, if chosen", districts: 4, sizes: [4, 3], asked: 4 },
    {
      name: "as many as the first decision with fewer than today",
      districts: undefined,
      sizes: [4, 4, 3, 2],
      asked: 3,
    },
    { name: "half where no decision has fewer", districts: undefined, sizes: [4], asked: 2 },
  ])("$name", ({ districts, sizes, asked }) => {
    const plans = sizes.map((length, i) => ({ id: `${i}`, title: "", districts: Array.from({ length }) }));
    expect(districtsAsked(opened({ districts }, drawnCase({ plans: plans as never })))).toBe(asked);
  });

  test("half of an odd number is the larger half, and of one is one", () => {
    const plans = [] as never;
    const of = (length: number) => drawnCase({ plans, districts: drawnCase().districts.slice(0, length) });
    expect(districtsAsked(opened({}, of(3)))).toBe(2);
    expect(districtsAsked(opened({}, of(1)))).toBe(1);
  });

  test("none before the case is open", () => expect(districtsAsked(startingState(FIRST_CHOICE))).toBeUndefined());
});

test("the map is drawn while the case is being read, and not once it is refused", () => {
  const start = startingState(FIRST_CHOICE);
  const at = (caseState: Parameters<typeof reduce>[1] & { kind: "case" }) => sceneryOf(reduce(start, caseState));
  expect(at({ kind: "case", caseState: { status: "loading", scenery } })).toBe(scenery);
  expect(at({ kind: "case", caseState: { status: "open", scenery, view: drawnCase() } })).toBe(scenery);
  expect(at({ kind: "case", caseState: { status: "refused", problems: [] } })).toBeUndefined();
});

describe("the plan looked at", () => {
  test("is the chosen one, from the list or a file", () => {
    expect(chosenPlan(withList(opened({ plan: listed(5) })))).toEqual(listed(5));
    expect(chosenPlan(withList(opened({ plan: file("2016") })))).toEqual(file("2016"));
  });

  test("of a file is there before any list, one of the list is not", () => {
    expect(chosenPlan(opened({ plan: file("2016") }))).toEqual(file("2016"));
    expect(chosenPlan(opened({ plan: listed(5) }))).toBeUndefined();
  });

  test("else is the decision, the first that is in the list", () => {
    const list = drawnList({ decisions: [decided(undefined), decided(4), decided(2)] });
    expect(chosenPlan(withList(opened(SORTED), list))).toEqual(listed(4));
  });

  test("else is the first as the list is arranged; none where it is empty", () => {
    expect(chosenPlan(withList(opened(SORTED)))).toEqual(listed(5));
    expect(chosenPlan(withList(opened({ ...SORTED, show: "unbeaten" })))).toEqual(listed(2));
    expect(chosenPlan(withList(opened({ ...SORTED, search: "A + D" })))).toEqual(listed(0));
    expect(chosenPlan(withList(opened(SORTED), drawnList({ count: 0 })))).toBeUndefined();
  });

  test("by default is one and the same object while it is the same plan", () => {
    const state = withList(opened(SORTED));
    expect(chosenPlan(state)).toBe(chosenPlan(state));
  });

  test("is said to be left out where the filters hide it", () => {
    const hidden = withList(opened({ ...SORTED, show: "unbeaten", plan: listed(5) }));
    expect(planLeftOut(hidden)).toEqual(listed(5));
    expect(planLeftOut(withList(opened({ ...SORTED, show: "unbeaten", plan: listed(0) })))).toBeUndefined();
    expect(planLeftOut(withList(opened({ ...SORTED, show: "unbeaten", plan: file("2016") })))).toBeUndefined();
  });
});

test("a list answers the number of districts it was made for, and no other", () => {
  expect(planList(withList(opened({ districts: 3 })))?.count).toBe(6);
  expect(planList(withList(opened({ districts: 2 })))).toBeUndefined();
});

describe("the measures of a list", () => {
  const column = Float64Array.of(6, 5, 4, 3, 2, 1);
  const values = new Map((["pupils-ratio", "saving", "overflow"] as const).map((key) => [key, column]));
  const sortedBy = (sort: string | undefined, telling: readonly MeasureKey[]) =>
    sortMeasure(withList(opened({ sort }), drawnList({ values, telling })));

  test("it is sorted by what is chosen and there, else by the first that tells plans apart", () => {
    expect(sortedBy("overflow", ["saving"])).toBe("overflow");
    expect(sortedBy("distance-mean", ["pupils-ratio", "saving"])).toBe("saving");
    expect(sortedBy(undefined, ["overflow", "pupils-ratio"])).toBe("pupils-ratio");
    expect(sortedBy(undefined, ["overflow", "classes"])).toBe("overflow");
    expect(sortedBy(undefined, [])).toBe("pupil-kilometres");
    expect(sortMeasure(opened())).toBeUndefined();
  });

  test.each<[MeasureKey[], Partial<Choice>, string[]]>([
    [["pupils-ratio", "site-distance-mean", "nearest-in-own"], {}, ["site-distance-mean", "pupils-ratio"]],
    [["pupils-ratio", "saving", "changed-site", "pupil-kilometres"], {}, ["pupil-kilometres", "changed-site"]],
    [["pupils-ratio", "saving"], {}, ["pupils-ratio", "saving"]],
    [["saving"], {}, ["saving", "saving"]],
    [[], {}, ["districts", "districts"]],
    [["pupils-ratio", "saving"], { across: "saving", upward: "pupils-ratio" }, ["saving", "pupils-ratio"]],
    [["pupils-ratio", "saving"], { across: "overflow", upward: "overflow" }, ["pupils-ratio", "saving"]],
  ])("of %j, with %j chosen, the scatter shows %j", (telling, choice, shown) => {
    expect(scatterMeasures(drawnList({ telling }), { ...FIRST_CHOICE, ...choice })).toEqual(shown);
  });
});

/** Walks so many places from a plan: whether there was one, and where that leads. */
const walkFrom = (plan: PlanRef | undefined, search = "") => {
  const store = createStore(withList(opened({ ...SORTED, plan, search })));
  return (steps: number) => [walk(store, steps), store.state().choice.plan];
};

describe("walking through the list", () => {
  // In order the plans are 5, 4, 3, 2, 1, 0.
  test("goes on in the order of the list, and no further than its ends", () => {
    expect(walkFrom(listed(4))(1)).toEqual([true, listed(3)]);
    expect(walkFrom(listed(4))(-1)).toEqual([true, listed(5)]);
    expect(walkFrom(listed(4))(10)).toEqual([true, listed(0)]);
    expect(walkFrom(listed(0))(1)).toEqual([false, listed(0)]);
    expect(walkFrom(listed(5))(-1)).toEqual([false, listed(5)]);
  });

  test("begins at the first from a plan that is not in it", () => {
    expect(walkFrom(file("2016"))(1)).toEqual([true, listed(5)]);
    expect(walkFrom(listed(0), "C + D")(1)).toEqual([true, listed(5)]);
  });

  test("goes nowhere in an empty list", () => expect(walkFrom(listed(4), "A + D")(1)).toEqual([false, listed(4)]));
});

const list = drawnList();
const lookingAt = (choice: Parameters<typeof opened>[0]) =>
  answered(withList(opened({ plan: listed(1), ...choice }), list));
const documentOf = (ref: PlanRef) => pagePlan(lookingAt({}), ref)!;

describe("which details are asked for", () => {
  test("is nothing before the plan's effects are there", () => {
    const waiting = withList(opened({ plan: listed(1), buses: 30, years: "shown", against: listed(2) }));
    for (const about of ["meaning", "buses", "years", "pair"] as const)
      expect(detailQuestion(waiting, about), about).toBeUndefined();
    expect(chosenEffects(waiting)).toBeUndefined();
    expect(chosenEffects(answered(waiting))).toBe(effects);
  });

  test("is only what is shown", () => {
    const key = "nearest 3 1 ";
    expect(detailQuestion(lookingAt({}), "meaning")).toEqual({
      about: "meaning",
      counts: "exactly",
      key,
      plan: { plan: documentOf(listed(1)).plan },
    });
    for (const about of ["buses", "years", "pair"] as const)
      expect(detailQuestion(lookingAt({}), about), about).toBeUndefined();
    expect(detailQuestion(lookingAt({ buses: 30 }), "buses")).toMatchObject({ key: `${key} 30`, longestRide: 30 });
    expect(detailQuestion(lookingAt({ years: "shown" }), "years")).toEqual({
      about: "years",
      key,
      plan: { plan: documentOf(listed(1)).plan },
    });
    expect(detailQuestion(lookingAt({ against: listed(2) }), "pair")).toMatchObject({
      key: `${key} nearest 3 2  ${JSON.stringify([2, 3].map((number) => ({ da: `Plan ${number}`, en: `Plan ${number}` })))}`,
      against: { plan: documentOf(listed(2)).plan },
    });
  });

  test("a plan is held against another that there is, not against itself", () => {
    expect(heldAgainst(lookingAt({ against: listed(5) }))?.ref).toEqual(listed(5));
    expect(heldAgainst(lookingAt({ against: listed(1) }))).toBeUndefined();
    expect(heldAgainst(lookingAt({ against: file("today") }))?.ref).toEqual(file("today"));
    expect(heldAgainst(lookingAt({}))).toBeUndefined();
    // Not there: as a page may stand before its link is put right.
    const state = lookingAt({});
    const held = (against: PlanRef) => heldAgainst({ ...state, choice: { ...state.choice, against } });
    expect(held(listed(6))).toBeUndefined();
    expect(held(file("nope"))).toBeUndefined();
  });

  test("an answer counts only for the question that now stands", () => {
    const state = lookingAt({ years: "shown" });
    const answer = { told: "of plan 1" } as never;
    const kept = (key: string) => reduce(state, { kind: "detail", details: { years: { key, answer } } });
    expect(detailAnswer(kept("nearest 3 1 "), "years")).toBe(answer);
    expect(detailAnswer(kept("nearest 3 2 "), "years")).toBeUndefined();
    expect(detailAnswer(state, "years")).toBeUndefined();
    expect(["nearest 3 1 ", "nearest 3 2 "].map((key) => isCurrent(kept(key), "years"))).toEqual([true, false]);
    expect([isCurrent(state, "years"), isCurrent(state, "buses")]).toEqual([false, true]);
  });
});

test("effects are kept by plan, list and prices", () => {
  const state = withList(opened());
  const dear = withList(opened({ costs: [{ item: "moving", low: 1, mid: 2, high: 3 }] }));
  expect(effectsKey(state, pagePlan(state, listed(2))!)).toBe("nearest 3 2 ");
  expect(effectsKey(state, pagePlan(state, file("2016"))!)).toBe("file 2016 ");
  expect(effectsKey(dear, pagePlan(dear, listed(2))!)).toBe("nearest 3 2 moving_1_2_3");
});
