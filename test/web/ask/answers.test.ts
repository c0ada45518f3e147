import { describe, expect, test } from "vitest";
import { AnswerShelf, type AnswerStore, type KeptAnswer, MOST_ANSWERS, standingOf } from "../../../web/ask/answers.ts";
import { AskAgain } from "../../../web/ask/ask-again.ts";
import { estimateOf } from "../../../web/ask/estimate.ts";
import { kept } from "../../../web/ask/kept.ts";
import { questionOf } from "../../../web/ask/question.ts";
import { askedOf } from "../../../web/ask/asked-of.ts";
import type { AskForm } from "../../../web/ask/form.ts";
import { answered, form, inView, start, view, saidPairs } from "./asking.ts";

/** Copies, as a browser's database does. */
function storeInMemory(): AnswerStore & { readonly rows: Map<string, KeptAnswer>; fails: boolean } {
  const rows = new Map<string, KeptAnswer>();
  const store = {
    rows,
    fails: false,
    all: async () => {
      if (store.fails) throw new Error("no database");
      return structuredClone([...rows.values()]);
    },
    put: async (answer: KeptAnswer) => {
      if (store.fails) throw new Error("full");
      rows.set(answer.id, structuredClone(answer));
    },
    remove: async (id: string) => void rows.delete(id),
  };
  return store;
}

const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 1, 12, minute));

/** An answer of the page's, as it is kept; asked at a minute. */
async function given(minute: number, asked: AskForm = form(), as = {}): Promise<KeptAnswer> {
  const { step } = await answered(asked);
  if (step.status !== "answered") throw new Error(step.status);
  const base = inView();
  const { context } = askedOf(view, base, saidPairs());
  const answer = kept(
    {
      asked: { form: asked, base, ...questionOf(asked, context) },
      run: { status: "answered", answer: step },
      as,
      of: { place: view.name, data: view.dataHash, siteIds: context.siteIds, districtIds: context.districtIds },
      seconds: 4,
      pairs: 40,
    },
    at(minute),
  );
  if (!answer) throw new Error("not kept");
  return answer;
}

describe("answers that were given", () => {
  test("are there after a reload as they were, the newest first, with their prices and plans", async () => {
    const store = storeInMemory();
    const shelf = new AnswerShelf(store);
    const rules = [{ id: "stay", row: "stay-in-district" as const, filled: {} }];
    const [one, two] = [await given(1), await given(2, form({ kind: "prices", rules }))];
    await shelf.keep(one);
    await shelf.keep(two);
    const again = new AnswerShelf(store);
    expect(again.now().answers).toEqual([]);
    await again.read();
    expect(again.now()).toEqual({ answers: [two, one], keeps: "yes" });
    // One that is asked again stands in place of the old.
    const anew = await given(3, form(), { answer: one.id, name: "vores" });
    await again.keep(anew);
    expect(again.now().answers.map(({ id, name }) => [id, name])).toEqual([
      [one.id, "vores"],
      [two.id, undefined],
    ]);
    await again.remove(two.id);
    expect([...store.rows.keys()]).toEqual([one.id]);
  });

  test("of each case so many are kept; where the browser keeps none they are there until it is closed, and that is said", async () => {
    const store = storeInMemory();
    const shelf = new AnswerShelf(store);
    const one = await given(0);
    await shelf.keep({ ...one, id: "other case", place: "elsewhere" });
    for (let minute = 0; minute <= MOST_ANSWERS; minute++)
      await shelf.keep({ ...one, id: `${minute}`, at: at(minute).toISOString() });
    const ids = shelf.now().answers.map(({ id }) => id);
    expect([ids.length, ids.includes("0"), ids.includes("other case")]).toEqual([MOST_ANSWERS + 1, false, true]);
    expect(new Set(store.rows.keys())).toEqual(new Set(ids));
    const broken = storeInMemory();
    broken.fails = true;
    const lost = new AnswerShelf(broken);
    await lost.keep(one);
    expect(lost.now()).toEqual({ answers: [one], keeps: "no" });
  });

  test("are out of date with other data, another plan or none; a number in another list is another plan's", async () => {
    const one = await given(1);
    const found = inView();
    const now = { data: view.dataHash, costs: "", said: saidPairs(), find: () => found };
    expect(standingOf(one, now)).toEqual({ is: "current", plan: found });
    expect(standingOf(one, { ...now, data: "other" }).is).toBe("other-data");
    expect(standingOf(one, { ...now, find: () => undefined })).toEqual({ is: "gone" });
    const assignment = found.plan.assignment.slice();
    assignment[0] = 1 - assignment[0];
    const painted = { ...found, plan: { ...found.plan, assignment } };
    expect(standingOf(one, { ...now, find: () => painted }).is).toBe("other-plan");
    expect(standingOf(one, { ...now, find: () => ({ ...found, key: "a later step" }) }).is).toBe("other-plan");
    expect(standingOf({ ...one, costs: "" }, now).is).toBe("current");
    expect(standingOf({ ...one, costs: "" }, { ...now, costs: "bus.2" }).is).toBe("other-prices");
    const [a, b] = found.plan.districts.map(({ id }) => id);
    const merged = await given(2, form({ kind: "consolidate", districts: 2 }));
    const said = (districts: readonly [string, string]) => ({
      ...now,
      said: saidPairs([{ districts, touch: "no" }]),
    });
    expect(standingOf(merged, now).is).toBe("current");
    expect(standingOf(merged, said([a, b])).is).toBe("other-pairs");
    expect([standingOf(merged, said([a, "elsewhere"])).is, standingOf(one, said([a, b])).is]).toEqual([
      "current",
      "current",
    ]);
    const listed = { ...one, base: { ...one.base, ref: { from: "list" as const, number: 3 } } };
    const fewer = { ...found, plan: { ...found.plan, districts: found.plan.districts.slice(1) } };
    expect(standingOf(listed, { ...now, find: () => found }).is).toBe("current");
    expect(standingOf(listed, { ...now, find: () => fewer }).is).toBe("gone");
  });
});

test("questions are asked again one after another, each when the one before has ended; the rest is left when it is stopped", () => {
  const again = new AskAgain();
  const begun: string[] = [];
  const items = ["a", "b", "c"].map((id) => ({ id, ask: () => void begun.push(id) }));
  again.ended("answered");
  expect(again.now().status).toBe("none");
  again.start(items);
  expect(begun).toEqual(["a"]);
  again.ended("answered");
  again.ended("without");
  expect(begun).toEqual(["a", "b", "c"]);
  expect(again.now()).toEqual({ status: "asking", done: 2, of: 3, without: 1 });
  again.ended("answered");
  expect(again.now()).toEqual({ status: "ended", done: 3, of: 3, without: 1 });
  begun.length = 0;
  again.start(items);
  again.stop();
  again.ended("answered");
  expect([begun, again.now().status, again.now().done]).toEqual([["a"], "ended", 0]);
});

const took = (seconds: number, asked: AskForm = form(), pairs = 40) => ({ form: asked, took: { seconds, pairs } });

describe("how long a question may take", () => {
  test("is what its like took here, by how much there is to weigh; never longer than the longest wait", () => {
    const here = [took(2), took(9), took(4)];
    expect(estimateOf(form(), 40, here)).toEqual({ from: "here", seconds: 4 });
    expect(estimateOf(form(), 120, here)).toEqual({ from: "here", seconds: 12 });
    expect(estimateOf(form({ seconds: 5 }), 120, here)).toEqual({ from: "here", seconds: 5 });
  });
  test("of another kind, other concerns or other rules says nothing; then what was measured, or that it is not known", () => {
    const network = form({ kind: "network" });
    const far = [{ id: "far", row: "longest-way" as const, filled: { band: 0, km: 5 } }];
    expect(estimateOf(network, 40, [took(4)])).toEqual({ from: "unknown" });
    expect(estimateOf(form({ rules: far }), 40, [took(4)]).from).toBe("measured");
    expect(estimateOf(form(), 1e9, [])).toEqual({ from: "unknown" });
    expect(estimateOf(form({ goals: [{ goal: "kroner" }] }), 40, [took(4)])).toEqual({ from: "unknown" });
    expect(estimateOf(network, 40, [{ form: network }])).toEqual({ from: "unknown" });
  });
  test("is not learnt from a search that was ended by hand", async () => {
    const one = await given(1);
    expect(one.took).toEqual({ seconds: 4, pairs: 40 });
    const { run } = one;
    if (run.status !== "answered") throw new Error(run.status);
    const plans = run.answer.plans.map((plan) => ({ ...plan, status: "stopped" as const }));
    const ended = (seconds: number) =>
      kept(
        {
          asked: { ...one, base: inView() },
          run: { status: "answered", answer: { ...run.answer, plans } },
          as: {},
          of: { ...one },
          seconds,
          pairs: 40,
        },
        at(1),
      )?.took;
    expect([ended(4), ended(one.form.seconds)]).toEqual([undefined, { seconds: one.form.seconds, pairs: 40 }]);
  });
});

test("a plan's districts can be merged into fewer, never into as many as there are", async () => {
  const merge = form({ kind: "consolidate", districts: 40 });
  const count = start.plan.districts.length;
  const asks = (districts: number) =>
    questionOf({ ...merge, districts }, askedOf(view, inView(), saidPairs()).context).question;
  expect(asks(40)).toMatchObject({ districts: count - 1 });
  expect(asks(1)).toMatchObject({ districts: 1 });
});
