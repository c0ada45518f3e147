import { BANDS, BAND_COUNT } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { applyChanges, isFew, setLock, startDraft, sum } from "../../src/index.ts";
import { planWalk } from "../../web/state/plan-sites.ts";
import { draftedPlan } from "../../web/state/plans.ts";
import { pictureOf, todaysPicture } from "../../web/map/picture.ts";
import type { TableContext } from "../../web/panels/table-columns.tsx";
import { unitRows } from "../../web/panels/unit-rows.tsx";
import { withWords } from "../../web/panels/use-ordered.ts";
import { groundOf } from "../../web/proposals/proposal.ts";
import type { MapScenery } from "../../web/worker/messages.ts";
import { openPage } from "./proposals/page.ts";
import { voiceIn } from "./voice.ts";

const { view: opened } = await openPage();
// One area with fewer pupils than are told of, and one without any.
const unitBand = opened.units.unitBand.slice();
unitBand.set([1, 0, 1, 0, 0, 0]);
const view = { ...opened, units: { ...opened.units, unitBand } };
const begun = startDraft(groundOf(view), view.plans[0]);
const [first, other] = [0, 1];
const assignment = begun.plan.assignment.slice();
assignment.set([first, first, other, first, first, first]);
const drawn = applyChanges(
  { ...begun, plan: { ...begun.plan, assignment } },
  setLock(begun, { pairs: Uint32Array.of(BAND_COUNT + 1) }, true),
);
const chosen = { ...draftedPlan(drawn), ref: { from: "own", id: "p" }, key: "p" } as const;
const scenery = { places: { features: [] } } as unknown as MapScenery;
const context: TableContext = {
  voice: voiceIn("da"),
  view,
  walk: planWalk(view, new Map(), chosen),
  chosen,
  effects: undefined,
  scenery,
  today: todaysPicture(view),
  picture: pictureOf(view, chosen),
  onMap: () => undefined,
};
const pupilsOf = (unit: number): number => sum(BANDS.map(({ band }) => unitBand[unit * BAND_COUNT + band]));

test("the table of areas lists to draw on all that the map has, to read those alone whose pupils may be told", () => {
  const all = Array.from({ length: view.units.count }, (_, unit) => unit);
  expect([...unitRows({ ...context, drawn }).units]).toEqual(all);
  const told = all.filter((unit) => pupilsOf(unit) > 0 && !isFew(pupilsOf(unit)));
  expect([...unitRows(context).units]).toEqual(told);
  expect(told.length).toBeLessThan(all.length);
});

test("an area with few pupils reads and sorts as one without any", () => {
  const rows = unitRows({ ...context, drawn });
  const pupils = rows.columns.filter(({ key }) => key.startsWith("pupils-"));
  const seen = (row: number) => pupils.map(({ cell, sortKey }) => [cell(row), sortKey(row)]);
  expect(seen(0)).toEqual(seen(1));
});

test("a row tells the school of each grade and which of them are locked", () => {
  const rows = unitRows({ ...context, drawn });
  const cell = (key: string, row: number) => rows.columns.find((column) => column.key === key)!.cell(row);
  const { name } = view.sites[first];
  expect(cell("sitePlan", 0)).toBe(`${name} (0-6), ${view.sites[other].name} (7-9)`);
  expect(cell("sitePlan", 1)).toBe(name);
  expect([cell("locked", 0), cell("locked", 1)]).toEqual(["-", expect.stringMatching(/4/)]);
});

test("words are looked for in names alone, all of them and in any order", () => {
  const rows = unitRows({ ...context, drawn });
  const all = Array.from(rows.units.keys());
  const { name } = view.sites[other];
  const found = withWords(rows, all, name.toUpperCase());
  const column = rows.columns.find(({ key }) => key === "sitePlan")!;
  expect(found.length).toBeGreaterThan(0);
  for (const row of all) {
    const isThere = String(column.sortKey(row)).includes(name);
    if (isThere) expect(found).toContain(row);
  }
  expect(withWords(rows, all, "  ")).toEqual(all);
  expect(withWords(rows, all, "no such place")).toEqual([]);
});
