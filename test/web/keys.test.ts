import { expect, test } from "vitest";
import { pressTool } from "../../web/draw/press-tool.ts";
import { press, takeToolKeys } from "../../web/panels/keys.ts";
import { BRUSH_NAMES, PICK_LETTER, TOOLS, WAYS } from "../../web/state/drawing.ts";
import type { MapScenery } from "../../web/worker/messages.ts";
import { drawnList, scenery } from "./drawn-page.ts";
import { openPage } from "./proposals/page.ts";

/** A page with two plans in a list, the second of them the council's, and a proposal that is drawn. */
async function drawing() {
  const page = await openPage();
  const { store, studio, view } = page;
  const nowhere = { type: "FeatureCollection", features: [] };
  const places = { ...scenery, places: nowhere, roads: nowhere } as unknown as MapScenery;
  store.dispatch({ kind: "case", caseState: { status: "open", scenery: places, view } });
  const decision = { id: "2016", title: "2016", plan: 1, ranks: new Map() };
  const list = drawnList({ districts: view.districts.length, decisions: [decision] });
  store.dispatch({ kind: "choose", change: { districts: view.districts.length } });
  store.dispatch({ kind: "list", policy: "nearest", listState: { status: "listed", districts: list.districts, list } });
  studio.begin(view.plans[0], "");
  takeToolKeys(pressTool);
  return page;
}

const LIST_KEYS = ["ArrowDown", "ArrowUp", "b", "s"];

test("no key of the page takes away the proposal that is drawn or asked about", async () => {
  const { store } = await drawing();
  const { plan } = store.state().choice;
  const letters = [...TOOLS, ...WAYS].map(({ letter }) => letter);
  for (const doing of ["draw", "ask"] as const) {
    store.dispatch({ kind: "choose", change: { doing } });
    for (const key of [...LIST_KEYS, ...letters, PICK_LETTER, "[", "]", "t", "1", "2", "3", "4"]) {
      press(store, key);
      expect([key, store.state().choice.plan, store.state().choice.doing]).toEqual([key, plan, doing]);
    }
    for (const key of LIST_KEYS) expect([key, press(store, key)]).toEqual([key, false]);
    expect(press(store, PICK_LETTER)).toBe(doing === "draw");
  }
  expect(BRUSH_NAMES).toContain(store.state().drawing.brush);
});

test("in the list the same keys go to its plans", async () => {
  const { store } = await drawing();
  store.dispatch({ kind: "choose", change: { doing: "find" } });
  expect(press(store, "b")).toBe(true);
  expect(store.state().choice.plan).toEqual({ from: "list", number: 1 });
  expect(press(store, "ArrowDown")).toBe(true);
  expect(store.state().choice.plan).not.toEqual({ from: "list", number: 1 });
});
