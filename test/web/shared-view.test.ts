import { expect, test } from "vitest";
import { EMPTY_MEETING } from "../../src/meeting/meeting.ts";
import { goOwnWay, sharedView, showsOf } from "../../web/room/shared-view.ts";
import { FIRST_CHOICE } from "../../web/state/choice.ts";
import { startingState } from "../../web/state/state.ts";
import { createStore } from "../../web/state/store.ts";
import { roomOf } from "./room-state.ts";

const room = { ...roomOf("p", "q"), meeting: { ...EMPTY_MEETING, follows: "leader" } };

function page() {
  const store = createStore(startingState(FIRST_CHOICE));
  store.dispatch({ kind: "room", room });
  const view = sharedView(store);
  view.watch();
  return { store, view };
}

const at = { proposal: "p", lon: 11, lat: 55, zoom: 9 } as const;

test("what is shown is told and shown: the view, the grades, what it is held against, marks, and the land in sight", () => {
  const { store, view } = page();
  const shows = { view: "side", marks: "shown", band: 2, against: { from: "room", proposal: "q" } } as const;
  view.show("room-r-p", { ...at, bounds: [10, 54, 12, 56], shows });
  const { choice, camera } = store.state();
  expect(choice).toMatchObject({ plan: { from: "own", id: "room-r-p" }, view: "side", band: 2 });
  expect(choice.against).toEqual({ from: "own", id: "room-r-q" });
  expect(camera?.bounds).toEqual([10, 54, 12, 56]);
  expect(showsOf(store.state())).toEqual(shows);
});

test("whoever looks at another plan or moves the map goes one's own way, until one follows again to where the others are by then", () => {
  const { store, view } = page();
  view.lead("room-r-p", at);
  expect(store.state().roomLook.follows).toBe("along");
  store.dispatch({ kind: "choose", change: { plan: { from: "own", id: "room-r-q" } } });
  expect(store.state().roomLook.follows).toBe("apart");
  view.lead("room-r-p", { ...at, zoom: 12 });
  expect(store.state().choice.plan).toEqual({ from: "own", id: "room-r-q" });
  view.goAlong();
  expect(store.state()).toMatchObject({ choice: { plan: { id: "room-r-p" } }, camera: { zoom: 12 } });
  goOwnWay(store);
  expect(store.state().roomLook.follows).toBe("apart");
  // Whoever else begins to lead leads everybody.
  store.dispatch({ kind: "room", room: { ...room, meeting: { ...EMPTY_MEETING, follows: "helper" } } });
  expect(store.state().roomLook.follows).toBe("along");
});

test("whoever leads, or is led by nobody, goes no way of one's own", () => {
  for (const follows of [null, "bo"]) {
    const { store } = page();
    store.dispatch({ kind: "room", room: { ...room, meeting: { ...EMPTY_MEETING, follows } } });
    goOwnWay(store);
    expect(store.state().roomLook.follows).toBe("along");
  }
});
