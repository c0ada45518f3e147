import { expect, test } from "vitest";
import { placeSite, siteName, takeAwaySite, type Text } from "../../src/index.ts";
import { chosenProposal } from "../../web/state/chosen.ts";
import { tinyPosition } from "../cases/tiny.ts";
import { openPage } from "./proposals/page.ts";

const NOTE: Text = { da: "tegnet", en: "drawn" };

/** A proposal with two new schools, the second of which is painted to, looked at and moved. */
async function twoNew() {
  const page = await openPage();
  const { studio, store, view } = page;
  studio.begin(view.plans[0], "Today");
  const draft = () => chosenProposal(store.state())!.draft;
  for (const name of ["A", "B"]) {
    const state = { teaches: 7, capacity: [undefined, undefined, undefined], district: view.districts[0].id };
    studio.edit(placeSite(draft(), { name, ...tinyPosition(100, 100), ...state }).changes, NOTE);
  }
  const b = draft().plan.teaching.length - 1;
  store.dispatch({ kind: "drawing", change: { site: b, placing: { site: b } } });
  store.dispatch({ kind: "look", lookedAt: { kind: "site", number: b, how: "picked" } });
  store.dispatch({ kind: "route", route: { unit: 0, site: b } });
  const pointed = () => {
    const { drawing, lookedAt, route } = store.state();
    return [drawing.site, drawing.placing?.site, lookedAt?.number, route?.site].map((site) =>
      typeof site === "number" ? siteName(draft(), site) : site,
    );
  };
  return { ...page, draft, b, pointed };
}

test("a new school that is numbered anew, by taking one away or undoing that, is pointed at still; no other is", async () => {
  const { studio, draft, b, pointed } = await twoNew();
  studio.edit(takeAwaySite(draft(), b - 1), NOTE);
  expect(pointed()).toEqual(["B", "B", "B", undefined]);
  studio.undo();
  expect(pointed().slice(0, 3)).toEqual(["B", "B", "B"]);
});

test("a new school that was undone is pointed at no longer, nor is one of another proposal; a school of the case is", async () => {
  const { studio, store, view, pointed } = await twoNew();
  studio.undo();
  expect(pointed()).toEqual([undefined, undefined, undefined, undefined]);
  store.dispatch({ kind: "drawing", change: { site: view.sites.length } });
  studio.begin(view.plans[0], "Today");
  expect(pointed()).toEqual([undefined, undefined, undefined, undefined]);
  store.dispatch({ kind: "drawing", change: { site: 0 } });
  studio.begin(view.plans[0], "Today");
  expect(pointed()[0]).toBe(view.sites[0].name);
});

test("a copy of a proposal paints on to the same new school", async () => {
  const { studio, pointed } = await twoNew();
  studio.duplicate();
  expect(pointed().slice(0, 3)).toEqual(["B", "B", "B"]);
});
