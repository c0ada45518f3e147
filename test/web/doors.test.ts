import { describe, expect, test } from "vitest";
import { choiceOf } from "../../web/state/address.ts";
import { keepDoors } from "../../web/state/keep-doors.ts";
import { startingState } from "../../web/state/state.ts";
import { createStore, type Store } from "../../web/state/store.ts";
import { openPage } from "./proposals/page.ts";

/** As a browser keeps marks of a page. */
function marks() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  };
}

function visit(query: string, kept = marks()): Store {
  const store = createStore(startingState(choiceOf(query)));
  keepDoors(store, () => kept);
  return store;
}

const doors = (store: Store) => store.state().doors;

describe("the doors", () => {
  test.each([
    ["", "open"],
    ["?lang=en", "open"],
    ["?plan=3", "closed"],
    ["?file=2016", "closed"],
    ["?ask=1", "closed"],
  ])("of a first visit by %j are %s", (query, are) => expect(doors(visit(query))).toBe(are));

  test("are not there any more for whoever took one, came by a plan of the list, or closed them", () => {
    for (const change of [{ plan: { from: "list", number: 2 } }, { doing: "ask" }] as const) {
      const kept = marks();
      const store = visit("", kept);
      store.dispatch({ kind: "choose", change: { view: "side" } });
      expect(doors(store)).toBe("open");
      store.dispatch({ kind: "choose", change });
      expect(doors(store)).toBe("closed");
      store.dispatch({ kind: "choose", change: { doing: "find", plan: undefined } });
      expect(doors(store)).toBe("closed");
      expect(doors(visit("", kept))).toBe("closed");
    }
    const kept = marks();
    visit("", kept).dispatch({ kind: "doors", doors: "closed" });
    expect(doors(visit("", kept))).toBe("closed");
  });

  test("are closed to whoever comes by a link into a room or to a proposal", () => {
    for (const coming of [{ is: "room" }, { is: "proposal" }] as const) {
      const store = visit("");
      store.dispatch({ kind: "coming", coming });
      expect(doors(store)).toBe("closed");
      store.dispatch({ kind: "coming", coming: undefined });
      expect(doors(store)).toBe("closed");
    }
  });

  test("say how to pick a place until one is picked; pointing at some on the way there is not picking", () => {
    const store = visit("");
    store.dispatch({ kind: "doors", doors: "place" });
    store.dispatch({ kind: "look", lookedAt: { kind: "unit", number: 1, how: "pointed" } });
    expect(doors(store)).toBe("place");
    store.dispatch({ kind: "look", lookedAt: { kind: "unit", number: 1, how: "picked" } });
    expect(doors(store)).toBe("closed");
  });

  test("are there every time in a browser that lets nothing be kept", () => {
    const store = createStore(startingState(choiceOf("")));
    keepDoors(store, () => {
      throw new DOMException("denied", "SecurityError");
    });
    expect(doors(store)).toBe("open");
    store.dispatch({ kind: "doors", doors: "closed" });
    expect(doors(store)).toBe("closed");
  });

  test("are closed once there are proposals", async () => {
    const { kept, studio, view, store } = await openPage();
    expect(doors(store)).toBe("open");
    studio.begin(view.plans[0], "");
    expect(doors(store)).toBe("closed");
    const { store: later, studio: again, all } = await openPage({ kept });
    expect(doors(later)).toBe("closed");
    again.remove(all()[0].id);
    expect(doors(later)).toBe("closed");
  });
});
