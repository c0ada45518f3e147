import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { whenIdle } from "../../web/state/when-idle.ts";
import { answerName, answerToKeep, keepFirstAnswer, keptOf } from "../../web/state/kept-answers.ts";
import { FIRST_CHOICE } from "../../web/state/choice.ts";
import { startingState } from "../../web/state/state.ts";
import type { AppState } from "../../web/state/app-state.ts";
import { createStore, type Store } from "../../web/state/store.ts";
import { answered, drawnCase, opened, withList } from "./drawn-page.ts";
import { keepAnswer, type KeptAnswer, keptCase } from "../../web/worker/kept-store.ts";
import type { OpenCase } from "../../src/index.ts";

const { notice: _, ...unmarked } = drawnCase();
const EDIT = { item: "moving", low: 1, mid: 2, high: 3 } as const;

describe("what the browser keeps of a case", () => {
  test("is the first whole answer, where the pupils are made up", () => {
    const state = answered(withList(opened()));
    expect(answerToKeep(state)).toMatchObject({ view: { name: "Gitterby" }, effects: ["nearest 3 5 ", {}] });
    expect(answerToKeep(withList(opened()))).toBe("not yet");
    expect(answerToKeep(opened())).toBe("not yet");
    expect(answerToKeep(startingState(FIRST_CHOICE))).toBe("not yet");
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
async function keptThrough(states: readonly AppState[]): Promise<readonly unknown[]> {
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
  keepFirstAnswer(store, (kept) => put.push(kept));
  for (const state of states) {
    now = state;
    for (const listener of listeners) listener();
  }
  // By then what waits until the page has nothing else to do is done.
  await whenIdle(0);
  return put;
}

const opening = (view = drawnCase()): readonly AppState[] => {
  const open = opened({}, view);
  return [open, withList(open), answered(withList(open)), answered(withList(opened({ costs: [EDIT] }, view)))];
};

describe("keeping", () => {
  beforeEach(() => vi.stubGlobal("requestIdleCallback", (run: () => void) => run()));
  afterEach(() => vi.unstubAllGlobals());

  test.each(["told", "not told"])(
    "happens once, when the answer is whole; whether the page is idle is %s",
    async (idle) => {
      if (idle === "not told") vi.unstubAllGlobals();
      expect(await keptThrough(opening())).toHaveLength(1);
    },
  );

  test("never happens with real pupils, not even once another case is opened after them", async () => {
    expect(await keptThrough(opening(unmarked))).toEqual([]);
    expect(await keptThrough([...opening(unmarked), ...opening()])).toEqual([]);
  });
});

const file = (path: string, text: string) => ({ path, bytes: new Uint8Array(Buffer.from(text)) });

describe("the name of an answer", () => {
  afterEach(() => vi.unstubAllGlobals());

  test("is another for another file, another path or another build", async () => {
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
    // As sha256sum prints it.
    expect(names[0]).toBe("build\na.csv 6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b");
  });

  test("is none where the browser keeps nothing, or came over a line that is not secure", async () => {
    vi.stubGlobal("window", {});
    expect(await answerName([file("a.csv", "1")], "build")).toBeUndefined();
    vi.stubGlobal("window", { indexedDB: {} });
    vi.stubGlobal("crypto", {});
    expect(await answerName([file("a.csv", "1")], "build")).toBeUndefined();
  });
});

/** A request to a browser's store, answered a moment after it is made. */
const request = <Result>(result: () => Result, ...before: readonly string[]) => {
  const heard = new Map<string, () => void>();
  const made = {
    result: undefined as Result | undefined,
    error: null as Error | null,
    addEventListener: (kind: string, listener: () => void) => heard.set(kind, listener),
  };
  queueMicrotask(() => {
    try {
      made.result = result();
      for (const kind of before) heard.get(kind)?.();
      heard.get("success")?.();
    } catch (error) {
      made.error = error as Error;
      heard.get("error")?.();
    }
  });
  return made;
};

/** What a browser keeps, by store and name. */
function drawnDatabase() {
  const stores = new Map<string, Map<string, unknown>>();
  let inUse = 0;
  const storeOf = (name: string, how: "readonly" | "readwrite") => {
    const kept = stores.get(name);
    if (!kept) throw new Error(`there is no ${name}`);
    const write = (change: () => void) =>
      request(() => {
        if (how === "readonly") throw new Error("read only");
        change();
      });
    return {
      get: (key: string) => request(() => kept.get(key)),
      put: (value: unknown, key: string) => write(() => void kept.set(key, structuredClone(value))),
      clear: () => write(() => kept.clear()),
    };
  };
  const database = {
    createObjectStore: (name: string) => stores.set(name, new Map()),
    transaction: (__: string, how: "readonly" | "readwrite" = "readonly") => ({
      objectStore: (name: string) => storeOf(name, how),
    }),
    close: () => inUse--,
  };
  const open = () => {
    inUse++;
    return stores.size === 0 ? request(() => database, "upgradeneeded") : request(() => database);
  };
  return { indexedDB: { open }, stillOpen: () => inUse };
}

const caseOf = (dataHash: string) => ({ basis: {}, plans: [], dataHash }) as unknown as OpenCase;

/** Has the page's first answer kept, and the case that it is of. */
const keepAs = async (name: string): Promise<void> => {
  const store = createStore(withList(opened()));
  const answer = new Promise<KeptAnswer>((resolve) => keepFirstAnswer(store, resolve));
  store.dispatch({ kind: "effects", key: "nearest 3 5 ", effects: {} as never });
  expect(await keepAnswer(name, await answer, caseOf(name))).toBe("kept");
};

describe("what a browser has kept", () => {
  const { indexedDB, stillOpen } = drawnDatabase();
  const whole = answered(withList(opened()));
  beforeEach(() => {
    vi.stubGlobal("requestIdleCallback", (run: () => void) => run());
    vi.stubGlobal("indexedDB", indexedDB);
  });
  afterEach(() => vi.unstubAllGlobals());

  test("is found under its name and no other, until another takes its place", async () => {
    expect(await keptOf("a")).toBeUndefined();
    await keepAs("a");
    const a = await keptOf("a");
    expect(a?.answer).toEqual(answerToKeep(whole));
    expect(await keptCase("a")).toEqual(caseOf("a"));
    expect(await keptOf("b")).toBeUndefined();
    await keepAs("b");
    const b = await keptOf("b");
    expect(b?.answer).toEqual(answerToKeep(whole));
    expect(await keptCase("b")).toEqual(caseOf("b"));
    expect(await keptOf("a")).toBeUndefined();
    expect(await keptCase("a")).toBeUndefined();
    expect(stillOpen()).toBe(0);
  });

  test("is nothing where the browser lets nothing be kept, and nothing fails", async () => {
    vi.stubGlobal("indexedDB", {
      open: () => {
        throw new Error("denied");
      },
    });
    expect(await keptOf("a")).toBeUndefined();
    expect(await keepAnswer("a", {} as KeptAnswer, caseOf("a"))).toBe("not kept");
  });

  test.each([null, "answer", { list: {}, effects: [] }, { view: {}, effects: [] }, { view: {}, list: {} }])(
    "is no answer where it is %j",
    async (other) => {
      const database = drawnDatabase();
      vi.stubGlobal("indexedDB", database.indexedDB);
      expect(await keptOf("a")).toBeUndefined();
      const asked = database.indexedDB.open();
      await Promise.resolve();
      await Promise.resolve();
      asked.result!.transaction("", "readwrite").objectStore("answers").put(other, "a");
      await Promise.resolve();
      expect(await keptOf("a")).toBeUndefined();
    },
  );
});
