import { GRADES } from "../cases/folkeskole.ts";
import { describe, expect, test } from "vitest";
import type { Draft, Plan } from "../../src/index.ts";
import type { Proposal } from "../../web/proposals/proposal.ts";
import { choiceOf, queryOf } from "../../web/state/address.ts";
import { FIRST_DRAWING, isPainting } from "../../web/state/drawing.ts";
import { begunFrom, pagePlan } from "../../web/state/plans.ts";
import { type Action, reduce } from "../../web/state/state.ts";
import type { AppState } from "../../web/state/app-state.ts";
import type { CaseView } from "../../web/worker/messages.ts";
import { opened } from "./drawn-page.ts";

const proposal = (id: string, head?: string): Proposal =>
  ({
    id,
    draft: {
      plan: { id, assignment: Uint16Array.of(head === undefined ? 0 : 1) },
      capacity: [],
      newSites: [],
      assumptions: new Map(),
    },
    history: { steps: new Map(), head },
  }) as unknown as Proposal;
const own = (id: string) => ({ from: "own", id }) as const;
const after = (state: AppState, ...actions: readonly Action[]): AppState => actions.reduce(reduce, state);

const planOf = (id: string, sites: readonly number[]): Plan => ({
  grades: GRADES,
  id,
  title: id,
  districts: [{ id: "a", name: "A", sites: [0, 1] }],
  teaching: [7, 7],
  assignment: Uint16Array.from(sites),
});

const put = (id: string, head?: string): Action => ({ kind: "proposal", proposal: proposal(id, head) });

describe("plans drawn here", () => {
  test("are kept by id, the latest of each, until one is thrown away", () => {
    const state = after(opened(), put("a"), put("b"), put("a", "later"));
    expect([...state.proposals!].map(([id, { history }]) => [id, history.head])).toEqual([
      ["a", "later"],
      ["b", undefined],
    ]);
    expect([...after(state, { kind: "without-proposal", id: "a" }).proposals!.keys()]).toEqual(["b"]);
    expect([...after(opened(), { kind: "without-proposal", id: "a" }).proposals!]).toEqual([]);
  });

  test("are plans of the page, another with every edit, the same while there is none", () => {
    const state = after(opened(), put("a"));
    const plan = pagePlan(state, own("a"));
    expect(plan).toMatchObject({ ref: own("a"), plan: { id: "a" } });
    expect(pagePlan(after(state, { kind: "tab", tab: "effects" }), own("a"))).toBe(plan);
    expect(pagePlan(after(state, put("a", "step 2")), own("a"))?.key).not.toBe(plan?.key);
    expect(pagePlan(after(state, put("a", "step 2"), put("a")), own("a"))?.key).toBe(plan?.key);
    expect(pagePlan(state, own("b"))).toBeUndefined();
    expect(pagePlan(opened(), own("a"))).toBeUndefined();
  });

  test("are held against the plan they were begun from, with the roads that they assume but not the costs, unless that is today's", () => {
    const view = { grades: GRADES, plans: [planOf("today", [0, 1])] } as unknown as CaseView;
    const assumptions = new Map([
      ["c", { kind: "cost", name: "Bus", kroner: 5, per: "year" }],
      ["d", { kind: "danger", name: "Vej", bands: 7, along: [] }],
    ] as const);
    const begun = (start: Plan, assumed: Draft["assumptions"] = new Map()) =>
      begunFrom(view, {
        ref: own("a"),
        draft: { start, assumptions: assumed, municipality: { sites: [{ capacity: [9] }] } } as unknown as Draft,
      });
    expect(begun(planOf("copy", [0, 1]))).toBeUndefined();
    const other = planOf("other", [1, 1]);
    expect(begun(other)).toMatchObject({ plan: other });
    expect(begun(other)?.sites).toBeUndefined();
    const found = begun(other, assumptions);
    expect([...(found?.sites?.assumptions?.keys() ?? [])]).toEqual(["d"]);
    expect(found?.sites?.capacity).toEqual([[9]]);
    expect(found?.key).not.toBe(begun(other)?.key);
    expect(begun(other, assumptions)).toBe(found);
  });

  test("that a link names and that are not here are said, once it is known which are", () => {
    const waiting = opened({ plan: own("gone"), doing: "draw" });
    expect([waiting.linkFaults, waiting.choice.plan]).toEqual([[], own("gone")]);
    const known = after(waiting, { kind: "proposals", proposals: new Map() });
    expect(known.linkFaults).toEqual([{ kind: "own", id: "gone" }]);
    expect([known.choice.plan, known.choice.doing]).toEqual([undefined, "find"]);
    const here = after(waiting, { kind: "proposals", proposals: new Map([["gone", proposal("gone")]]) });
    expect([here.linkFaults, here.choice.plan, here.choice.doing]).toEqual([[], own("gone"), "draw"]);
  });

  test("are drawn at an address that names one, and at no other", () => {
    expect(choiceOf("?own=a&draw=1")).toMatchObject({ plan: own("a"), doing: "draw" });
    expect(choiceOf("?plan=3&draw=1").doing).toBe("find");
    expect(choiceOf("?own=a").doing).toBe("find");
    expect(choiceOf("?own=a&file=b&plan=3").plan).toEqual(own("a"));
    expect(queryOf(choiceOf("?own=a&draw=1&against=own.b"))).toBe("?own=a&draw=1&against=own.b");
  });
});

const pointing = (doing: "find" | "draw", tool: "look" | "paint" | "lock" | "unlock") =>
  isPainting({ choice: { doing, view: "plan" }, drawing: { ...FIRST_DRAWING, tool } });

describe("drawing", () => {
  test("changes what is changed, and begins by looking, in all grades", () => {
    const state = after(
      opened(),
      { kind: "drawing", change: { tool: "paint" } },
      { kind: "drawing", change: { site: 2 } },
    );
    expect(state.drawing).toEqual({ ...FIRST_DRAWING, bands: [0, 1, 2], tool: "paint", site: 2 });
    expect(opened().drawing).toEqual({ ...FIRST_DRAWING, bands: [0, 1, 2] });
  });

  test("is what the pointer does while a plan is drawn with a tool in hand", () => {
    expect([pointing("draw", "paint"), pointing("draw", "lock"), pointing("draw", "unlock")]).toEqual([
      true,
      true,
      true,
    ]);
    expect([pointing("draw", "look"), pointing("find", "paint")]).toEqual([false, false]);
  });

  test("tells what the last edit did until it is read", () => {
    const outcome = { kind: "done", lines: [{ da: "Flyttet", en: "Moved" }] } as const;
    const state = after(opened(), { kind: "outcome", outcome });
    expect(state.outcome).toBe(outcome);
    expect(after(state, { kind: "outcome", outcome: undefined }).outcome).toBeUndefined();
  });
});
