import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MOST_PINNED } from "../../web/state/choice.ts";
import { joinedText, joinsOfText } from "../../web/state/joined.ts";
import type { PlanRef } from "../../web/state/plan-ref.ts";
import { pagePlan } from "../../web/state/plans.ts";
import { reduce } from "../../web/state/state.ts";
import { paperAlternatives } from "../../web/state/paper-alternatives.ts";
import { isPinned, pinnedPlans, withPinTurned } from "../../web/state/tray.ts";
import { drawnCase, drawnList, opened, withList } from "./drawn-page.ts";

/** Each district's group, groups numbered by their lowest districts. */
const grouped = fc.array(fc.nat(60), { minLength: 1, maxLength: 60 }).map((said) => {
  const order = [...new Set(said)];
  return said.map((group) => order.indexOf(group));
});

describe("what a plan joins, in one word", () => {
  test("stands for the same again, also where there are more groups than signs", () => {
    fc.assert(
      fc.property(grouped, fc.constantFrom("stay" as const, "nearest" as const), (groupOf, policy) => {
        const groups = [...new Set(groupOf)].map((group) => groupOf.flatMap((own, i) => (own === group ? [i] : [])));
        const text = joinedText({ policy, groups });
        expect(joinsOfText(text, groupOf.length)).toEqual({ policy, groups });
      }),
    );
  });

  test.each(["stay-0021", "stay-10", "best-0011", "stay-02", "stay-", "0011", "stay-00111"])(
    "%s is no plan of four districts",
    (text) => {
      expect(joinsOfText(text, 4)).toBeUndefined();
    },
  );
});

const listed = (): Parameters<typeof pagePlan>[0] =>
  withList(
    opened(),
    drawnList({
      count: 2,
      districts: 2,
      merged: [[0, 1], [2, 3], [0], [1, 2, 3]].map((joins) => ({
        joins,
        name: joins.join(),
        sites: joins,
        pupils: 1,
        pairs: new Uint32Array(),
        to: new Uint16Array(),
      })),
      groupings: Uint32Array.of(0, 1, 2, 3),
    }),
  );
const pin = (state: Parameters<typeof pagePlan>[0], ref: PlanRef) => {
  const plan = pagePlan(state, ref)!;
  return reduce(state, { kind: "choose", change: { tray: withPinTurned(state.choice, plan) } });
};

describe("the tray", () => {
  test("a plan of the list is pinned by what it joins, is the same plan, and is let go of by a second press", () => {
    const state = reduce(listed(), { kind: "choose", change: { districts: 2 } });
    const pinned = pin(state, { from: "list", number: 1 });
    expect(pinned.choice.tray).toEqual([{ from: "joined", id: "nearest-0111" }]);
    const plan = pagePlan(pinned, { from: "list", number: 1 })!;
    expect(pinnedPlans(pinned).map((each) => each.plan)).toEqual([plan]);
    expect(isPinned(pinned.choice, plan)).toBe(true);
    expect(pin(pinned, { from: "list", number: 1 }).choice.tray).toEqual([]);
  });

  test("is not emptied by another number of districts, and takes no more than can be told apart", () => {
    const state = reduce(listed(), { kind: "choose", change: { districts: 2 } });
    const pinned = pin(state, { from: "list", number: 0 });
    const other = reduce(pinned, { kind: "choose", change: { districts: 3 } });
    expect(other.choice.tray).toEqual(pinned.choice.tray);
    const ids = Array.from({ length: MOST_PINNED }, (_, i) => String(i));
    const full = { tray: ids.map((id) => ({ from: "own" as const, id })) };
    expect(withPinTurned(full, pagePlan(state, { from: "list", number: 0 })!)).toBe(full.tray);
  });

  test("loses what is not there: a file, a plan of another case, a proposal that was deleted, and says so of a link", () => {
    const tray: readonly PlanRef[] = [
      { from: "file", id: "2016" },
      { from: "file", id: "nope" },
      { from: "joined", id: "stay-012" },
      { from: "own", id: "a1b2" },
    ];
    const state = opened({ tray }, drawnCase());
    expect(state.choice.tray).toEqual([tray[0], tray[3]]);
    expect(state.linkFaults).toEqual([
      { kind: "file", id: "nope" },
      { kind: "unreadable", part: "tray", value: "joined.stay-012" },
    ]);
    const gone = reduce(state, { kind: "without-proposal", id: "a1b2" });
    expect(gone.choice.tray).toEqual([tray[0]]);
    expect(gone.linkFaults).toEqual(state.linkFaults);
  });
});

test("a council's paper has beside its plan what that is held against and what is pinned, each once, and not today's again", () => {
  const list = reduce(listed(), { kind: "choose", change: { districts: 2 } });
  const [one, other] = [0, 1].map((number): PlanRef => ({ from: "list", number }));
  const state = reduce(pin(pin(list, one), other), { kind: "choose", change: { plan: one, against: other } });
  expect(paperAlternatives(state).map(({ key }) => key)).toEqual([pagePlan(state, other)!.key]);
  const alone = reduce(list, { kind: "choose", change: { plan: one, against: other } });
  expect(paperAlternatives(alone).map(({ key }) => key)).toEqual([pagePlan(alone, other)!.key]);
  expect(paperAlternatives(reduce(list, { kind: "choose", change: { plan: one, against: undefined } }))).toEqual([]);
});
