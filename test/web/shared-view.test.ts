import { expect, test } from "vitest";
import { EMPTY_MEETING } from "../../src/meeting/meeting.ts";
import { goOwnWay, sharedView, showsOf } from "../../web/room/shared-view.ts";
import { viewSchema } from "../../src/protocol/room-acts.ts";
import { toldSlide } from "../../web/slides/told-slide.ts";
import type { AppState } from "../../web/state/app-state.ts";
import { FIRST_CHOICE } from "../../web/state/choice.ts";
import { startingState } from "../../web/state/state.ts";
import { createStore } from "../../web/state/store.ts";
import { openPage } from "./proposals/page.ts";
import { roomOf } from "./room-state.ts";

const room = { ...roomOf("p", "q"), meeting: { ...EMPTY_MEETING, follows: "leader" } };

function page(caseState?: AppState["caseState"]) {
  const store = createStore({ ...startingState(FIRST_CHOICE), ...(caseState && { caseState }) });
  store.dispatch({ kind: "room", room });
  const view = sharedView(store);
  view.watch();
  return { store, view };
}

const at = { proposal: "p", lon: 11, lat: 55, zoom: 9 } as const;

test("what is shown is told and shown: the view, the grades, what it is held against, marks, and the land in sight", async () => {
  const { store: open } = await openPage();
  const { store, view } = page(open.state().caseState);
  const shows = { view: "side", marks: "shown", band: 2, against: { from: "room", proposal: "q" } } as const;
  view.show("room-r-p", { ...at, bounds: [10, 54, 12, 56], shows });
  const { choice, camera } = store.state();
  expect(choice).toMatchObject({ plan: { from: "own", id: "room-r-p" }, view: "side", band: "7-9" });
  expect(choice.against).toEqual({ from: "own", id: "room-r-q" });
  expect(camera?.bounds).toEqual([10, 54, 12, 56]);
  expect(showsOf(store.state())).toEqual(shows);
});

test("slides are turned to by their name, with the plans that all pages have; what was pinned is pinned again after them", async () => {
  const { store, view } = page();
  const mine = [{ from: "file", id: "2021" }] as const;
  store.dispatch({ kind: "choose", change: { tray: mine, doing: "find" } });
  const plans = [
    { from: "room", proposal: "q" },
    { from: "file", id: "2016" },
  ] as const;
  const shows = { view: "plan", marks: "hidden", slides: { at: "plan-1", plans } } as const;
  view.lead("room-r-p", { ...at, shows });
  await expect.poll(() => store.state().dialog).toBe("slides");
  expect(store.state()).toMatchObject({ slide: { at: "plan-1" }, choice: { doing: "compare" } });
  expect(store.state().choice.tray).toEqual([{ from: "own", id: "room-r-q" }, plans[1]]);
  view.lead("room-r-p", { ...at, shows: { ...shows, slides: { at: "measure-saving", plans } } });
  await expect.poll(() => store.state().slide?.at).toBe("measure-saving");
  // As whoever turns them is told of.
  const files = plans.map((plan) => ({ ref: plan.from === "file" ? plan : { from: "own" as const, id: "room-r-q" } }));
  const told = toldSlide(room, "plan-2", [{ ref: { from: "own", id: "mine alone" } }, ...files]);
  expect(told).toEqual({ at: "plan-1", plans });
  store.dispatch({ kind: "slide", slide: { at: "plan-2", told } });
  expect(showsOf(store.state()).slides).toEqual(told);
  view.lead("room-r-p", { ...at, shows: { view: "plan", marks: "hidden" } });
  await expect.poll(() => store.state().dialog).toBeUndefined();
  expect(store.state().choice).toMatchObject({ tray: mine, doing: "find" });
  // Whoever turns the slides by hand is led no longer.
  goOwnWay(store);
  view.lead("room-r-p", { ...at, shows });
  expect(store.state().dialog).toBeUndefined();
  expect(viewSchema.safeParse({ ...at, shows }).success).toBe(true);
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
