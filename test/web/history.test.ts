import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { choiceOf, unreadable } from "../../web/state/address.ts";
import type { Choice } from "../../web/state/choice.ts";
import { keepAddress } from "../../web/state/history.ts";
import { startingState } from "../../web/state/state.ts";
import { createStore, type Store } from "../../web/state/store.ts";
import { type UsualLanguage, usualLanguageOf } from "../../web/state/usual-language.ts";
import { drawnCase, drawnList, scenery } from "./drawn-page.ts";

/** A window's address and the steps that its back button goes through. */
let steps: string[];
let goBack: () => void;
let clock = 0;
let spoken: UsualLanguage;

beforeEach(() => {
  clock = 10_000;
  vi.spyOn(performance, "now").mockImplementation(() => clock);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function arriveAt(search: string): Store {
  steps = [search];
  const location = { pathname: "/", search };
  const show = (address: string): void => void (location.search = address.slice(1));
  const listeners: (() => void)[] = [];
  vi.stubGlobal("window", {
    location,
    history: {
      pushState: (_: unknown, __: string, address: string) => {
        steps.push(address.slice(1));
        show(address);
      },
      replaceState: (_: unknown, __: string, address: string) => {
        steps[steps.length - 1] = address.slice(1);
        show(address);
      },
    },
    addEventListener: (_: string, listener: () => void) => listeners.push(listener),
  });
  goBack = () => {
    steps.pop();
    location.search = steps.at(-1)!;
    for (const listener of listeners) listener();
  };
  const store = createStore(startingState(choiceOf(search), unreadable(search)));
  spoken = usualLanguageOf(store, "da", search);
  keepAddress(store, spoken.usual);
  return store;
}

function openAt(search: string): Store {
  const store = arriveAt(search);
  store.dispatch({ kind: "case", caseState: { status: "open", scenery, view: drawnCase() } });
  const list = drawnList({ count: 300 });
  store.dispatch({ kind: "list", policy: "nearest", listState: { status: "listed", districts: 3, list } });
  return store;
}

const choose = (store: Store, change: Partial<Choice>): void => store.dispatch({ kind: "choose", change });
const plan = (number: number): Partial<Choice> => ({ plan: { from: "list", number: number - 1 } });
const DATA = "&data=1a2b3c4d";

test("plans walked past quickly are one step back; plans looked at are a step each", () => {
  const store = openAt("");
  for (let number = 1; number <= 50; number++) {
    choose(store, plan(number));
    clock += 100;
  }
  expect(steps).toEqual(["", `?plan=50${DATA}`]);
  clock += 5000;
  choose(store, plan(51));
  clock += 5000;
  choose(store, plan(52));
  expect(steps).toEqual(["", `?plan=50${DATA}`, `?plan=51${DATA}`, `?plan=52${DATA}`]);
});

test("going back shows what was shown, and leaves the way forward alone", () => {
  const store = openAt("?view=side");
  choose(store, plan(5));
  clock += 5000;
  choose(store, plan(9));
  goBack();
  expect(store.state().choice.plan).toEqual({ from: "list", number: 4 });
  goBack();
  expect(store.state().choice.plan).toBeUndefined();
  expect(store.state().choice.view).toBe("side");
  expect(steps).toEqual(["?view=side"]);
});

test("typing and sorting change the address, not the steps", () => {
  const store = openAt("");
  for (const search of ["A", "A ", "A +", "A + B"]) choose(store, { search });
  choose(store, { sort: "pupils-ratio" });
  expect(steps).toEqual([`?join=A+%2B+B${DATA}&sort=pupils-ratio`]);
});

test.each([
  ["?plan=999", ""],
  ["?plan=abc&view=side", "?view=side"],
  ["?plan=5&data=ffffffff", ""],
  ["?plan=5", `?plan=5${DATA}`],
])("%s is put right in place: the bad address is no step to go back to", (search, shown) => {
  openAt(search);
  expect(steps).toEqual([shown]);
});

test("what an address says of nothing there is goes at once, before the case is there", () => {
  arriveAt("?plan=abc&view=side&test=1");
  expect(steps).toEqual(["?view=side&test=1"]);
});

test("a bad address gone back to is put right in place too", () => {
  const store = openAt("");
  choose(store, plan(5));
  steps.splice(0, 1, "?plan=400");
  goBack();
  expect(steps).toEqual([""]);
  expect(store.state().linkFaults).toMatchObject([{ kind: "plan" }]);
});

test("asking the computer is a step of its own: back from it leads to the plan that was drawn", () => {
  const store = openAt("");
  choose(store, { plan: { from: "own", id: "a" }, doing: "draw" });
  clock += 5000;
  choose(store, { doing: "ask" });
  expect(choiceOf(steps.at(-1)!)).toMatchObject({ doing: "ask", plan: { from: "own", id: "a" } });
  goBack();
  expect(store.state().choice).toMatchObject({ doing: "draw", plan: { from: "own", id: "a" } });
});

/** The page's own case has come, and says so of its language. */
const hearCase = (said: string): void =>
  spoken.hear([{ path: "case.json", bytes: new TextEncoder().encode(`{"name": "Ø", ${said} "code": 1`) }]);

const speaks = (store: Store): readonly unknown[] => [store.state().choice.language, window.location.search];

test("a case is told first in the language that it says, unless the link or whoever reads has said another", () => {
  const told = openAt("");
  hearCase('"language": "en",');
  expect(speaks(told)).toEqual(["en", ""]);
  choose(told, { language: "da" });
  expect(speaks(told)).toEqual(["da", "?lang=da"]);
  goBack();
  expect(speaks(told)).toEqual(["en", ""]);

  const asked = openAt("?lang=da");
  hearCase('"language": "en",');
  choose(asked, { plan: { from: "list", number: 3 } });
  expect(asked.state().choice.language).toBe("da");
  expect(window.location.search).toContain("lang=da");

  const chosen = openAt("");
  choose(chosen, { language: "en" });
  hearCase('"language": "da",');
  expect(chosen.state().choice.language).toBe("en");

  for (const nothing of ["", '"language": "xx",', '"language": 3,']) {
    const store = openAt("");
    hearCase(nothing);
    expect(speaks(store)).toEqual(["da", ""]);
  }
});
