import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Counts } from "../../src/index.ts";
import { detailQuestion } from "../../web/state/detail.ts";
import { DetailAsker } from "../../web/state/detail-asker.ts";
import { createStore } from "../../web/state/store.ts";
import type { DetailQuestion } from "../../web/worker/messages.ts";
import { chosenDocument, effectsKey } from "../../web/state/chosen.ts";
import { effects, opened, withList } from "./drawn-page.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function asking() {
  const asked: DetailQuestion[] = [];
  const store = createStore(withList(opened({ sort: "pupils-ratio" })));
  const asker = new DetailAsker(store, "meaning", (question) => void asked.push(question));
  const look = (number: number): void => {
    const plan = { from: "list", number } as const;
    store.dispatch({ kind: "choose", change: { plan } });
    store.dispatch({ kind: "effects", key: effectsKey(store.state(), chosenDocument(store.state())!), effects });
    asker.askWhatIsMissing();
  };
  return { asker, look, store, keys: () => asked.map(({ key }) => key) };
}

test("a plan is asked about once it has been looked at for a moment, once", () => {
  const { asker, look, keys } = asking();
  look(1);
  vi.advanceTimersByTime(200);
  expect(keys()).toEqual([]);
  asker.askWhatIsMissing();
  vi.advanceTimersByTime(100);
  expect(keys()).toEqual(["nearest 3 1 "]);
  asker.askWhatIsMissing();
  vi.advanceTimersByTime(1000);
  expect(keys()).toEqual(["nearest 3 1 "]);
});

test("plans walked past are not asked about", () => {
  const { look, keys } = asking();
  for (const number of [1, 2, 3]) {
    look(number);
    vi.advanceTimersByTime(100);
  }
  vi.advanceTimersByTime(1000);
  expect(keys()).toEqual(["nearest 3 3 "]);
});

test("what is answered is not asked again; what was forgotten is", () => {
  const { asker, look, store, keys } = asking();
  store.dispatch({ kind: "detail", details: { meaning: { key: "nearest 3 1 ", answer: {} } } as never });
  look(1);
  vi.advanceTimersByTime(1000);
  expect(keys()).toEqual([]);
  look(2);
  asker.forget();
  vi.advanceTimersByTime(1000);
  expect(keys()).toEqual([]);
  look(2);
  vi.advanceTimersByTime(1000);
  expect(keys()).toEqual(["nearest 3 2 "]);
});

test("what closing a school does is asked anew where pupils are told otherwise beside other plans", () => {
  const store = createStore(withList(opened()));
  store.dispatch({ kind: "dialog", dialog: "questions" });
  const plan = { key: "one" } as never;
  const keyOf = (counts: Counts): string | undefined => {
    store.dispatch({ kind: "closing", closing: { plan, site: 0, counts } });
    return detailQuestion(store.state(), "closing")?.key;
  };
  const exact = keyOf("exactly");
  expect(exact).toBeDefined();
  expect(keyOf("in-fives")).not.toBe(exact);
});
