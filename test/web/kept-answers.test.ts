import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { answerName, answerToKeep, keepFirstAnswer } from "../../web/state/kept-answers.ts";
import type { AppState } from "../../web/state/app-state.ts";
import type { Store } from "../../web/state/store.ts";
import { answered, drawnCase, opened, withList } from "./drawn-page.ts";

const { notice: _, ...unmarked } = drawnCase();
const EDIT = { item: "moving", low: 1, mid: 2, high: 3 } as const;

describe("what the browser keeps of a case", () => {
  test("is the first whole answer, where the pupils are made up", () => {
    const state = answered(withList(opened()));
    expect(answerToKeep(state)).toMatchObject({ view: { name: "Gitterby" }, effects: ["stay 3 5 ", {}] });
    expect(answerToKeep(withList(opened()))).toBe("not yet");
    expect(answerToKeep(opened())).toBe("not yet");
  });

  test("is nothing of a case that does not say so", () => {
    expect(answerToKeep(answered(withList(opened({}, unmarked))))).toBe("never");
    expect(answerToKeep(opened({}, unmarked))).toBe("never");
  });

  test("is nothing at other prices than the case's own", () => {
    expect(answerToKeep(answered(withList(opened({ costs: [EDIT] }))))).toBe("never");
  });
});

/** Goes through the states one by one, as a page that opens does, and gives what was put. */
function keptThrough(states: readonly AppState[]): readonly unknown[] {
  let [now] = states;
  const listeners = new Set<() => void>();
  const store: Store = {
    state: () => now,
    dispatch: () => undefined,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const put: unknown[] = [];
  keepFirstAnswer(store, "name", async (name, answer) => void put.push([name, answer]));
  for (const state of states) {
    now = state;
    for (const listener of listeners) listener();
  }
  return put;
}

const opening = (view = drawnCase()): readonly AppState[] => {
  const open = opened({}, view);
  return [open, withList(open), answered(withList(open)), answered(withList(opened({ costs: [EDIT] }, view)))];
};

describe("keeping", () => {
  beforeEach(() => vi.stubGlobal("requestIdleCallback", (run: () => void) => run()));
  afterEach(() => vi.unstubAllGlobals());

  test("happens once, when the answer is whole", () => expect(keptThrough(opening())).toHaveLength(1));

  test("never happens with real pupils, not even once another case is opened after them", () => {
    expect(keptThrough(opening(unmarked))).toEqual([]);
    expect(keptThrough([...opening(unmarked), ...opening()])).toEqual([]);
  });
});

const file = (path: string, text: string) => ({ path, bytes: new Uint8Array(Buffer.from(text)) });

test("another file, another path or another build is another answer", async () => {
  vi.stubGlobal("window", { indexedDB: {} });
  const names = await Promise.all([
    answerName([file("a.csv", "1")], "build"),
    answerName([file("a.csv", "2")], "build"),
    answerName([file("b.csv", "1")], "build"),
    answerName([file("a.csv", "1")], "next"),
    answerName([file("a.csv", "1"), file("b.csv", "1")], "build"),
  ]);
  expect(new Set(names).size).toBe(5);
  expect(await answerName([file("a.csv", "1")], "build")).toBe(names[0]);
  vi.unstubAllGlobals();
});
