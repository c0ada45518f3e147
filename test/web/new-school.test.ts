import { BANDS, BAND_COUNT, GRADES } from "../cases/folkeskole.ts";
import { isValidElement } from "react";
import { describe, expect, test } from "vitest";
import {
  applyChanges,
  assignPairs,
  closeSite,
  type Draft,
  evaluatePlan,
  NO_SITE,
  openCase,
  parseGradeRange,
  placeSite,
  startDraft,
  unitWaysTo,
  withSites,
} from "../../src/index.ts";
import type { Voice } from "../../web/i18n/say.ts";
import { siteMarks } from "../../web/map/layers/sites.tsx";
import { pictureOf, todaysPicture } from "../../web/map/picture.ts";
import type { TableRows } from "../../web/panels/table-columns.tsx";
import { districtRows, siteRows } from "../../web/panels/table-rows.tsx";
import { unitRows } from "../../web/panels/unit-rows.tsx";
import { groundOf } from "../../web/proposals/proposal.ts";
import { FIRST_CHOICE } from "../../web/state/choice.ts";
import { planFigures } from "../../web/state/plan-figures.ts";
import { placeKey, placeOf, planSites, planWalk } from "../../web/state/plan-sites.ts";
import { draftedPlan, type PagePlan } from "../../web/state/plans.ts";
import { shownPupils } from "../../web/map/shown-pupils.ts";
import { unitWays } from "../../web/state/unit-facts.ts";
import { caseViewOf } from "../../web/worker/case-view.ts";
import { effectsOf } from "../../web/worker/effects.ts";
import type { MapScenery } from "../../web/worker/messages.ts";
import { tinyCase, tinyPosition } from "../cases/tiny.ts";

const { value: opened } = openCase(tinyCase());
const { basis } = opened!;
const { municipality, travel } = basis;
const view = caseViewOf(opened!, evaluatePlan(basis, basis.baseline), []);
const added = view.sites.length;
const spot = tinyPosition(300, 900);

/** Today's plan with a school more, in the first unit's district, and every third unit going there. */
function withNewSchool(): Draft {
  const start = startDraft(groundOf(view), basis.baseline);
  const teaches = parseGradeRange(GRADES, "0-9")!;
  const state = { teaches, capacity: [10, undefined, 10], district: basis.baseline.districts[0].id };
  const placed = applyChanges(start, placeSite(start, { name: "Nyby Skole", ...spot, ...state }).changes);
  const pairs = [...placed.plan.assignment.keys()].filter(
    (pair) => placed.plan.assignment[pair] !== NO_SITE && Math.floor(pair / BAND_COUNT) % 3 === 0,
  );
  return applyChanges(placed, assignPairs(placed, pairs, added).changes);
}

const draft = withNewSchool();
const plan: PagePlan = { ref: { from: "own", id: "a" }, key: "own a 1", draft, ...draftedPlan(draft) };
const scenario = withSites(basis, plan.sites!);
const effects = effectsOf(scenario, evaluatePlan(scenario, plan.plan));
const ways = new Map([[placeKey(spot), unitWaysTo(municipality, travel, spot)]]);

const voice = {
  language: "da",
  say: (key: string) => key,
  read: String,
  number: String,
  quantity: String,
  cell: (cell: { readonly kind: string }) => JSON.stringify(cell),
} as unknown as Voice;

/** What stands in a cell, as text. */
const written = (node: unknown): string =>
  isValidElement<{ readonly children?: unknown }>(node)
    ? written(node.props.children)
    : Array.isArray(node)
      ? node.map(written).join("")
      : typeof node === "string" || typeof node === "number"
        ? String(node)
        : "";

const cells = ({ count, columns }: TableRows): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, row) =>
    columns.map(({ cell, sortKey }) => {
      expect([row, Number.isNaN(sortKey(row))]).toEqual([row, false]);
      return written(cell(row));
    }),
  );

describe("a school that a plan adds", () => {
  const picture = pictureOf(view, plan);
  const today = todaysPicture(view);
  const scenery = { places: { features: [] } } as unknown as MapScenery;
  const walk = planWalk(view, ways, plan);
  const context = { voice, view, walk, chosen: plan, effects, scenery, today, picture, onMap: () => undefined };

  test("is among the plan's schools with its name, place and places, and is no school of today", () => {
    const sites = planSites(view, plan);
    expect(sites).toHaveLength(added + 1);
    expect(sites[added]).toMatchObject({ name: "Nyby Skole", ...spot, teaches: 0, capacity: [10, undefined, 10] });
    expect(planSites(view, { plan: view.plans[0] })).toBe(view.sites);
    expect(placeOf(view, sites, { kind: "site", number: added, how: "picked" })).toMatchObject(spot);
    expect(placeOf(view, view.sites, { kind: "site", number: added, how: "picked" })).toBeUndefined();
  });

  test("is written on the map with no word that a line there has no room for", () => {
    const sites = picture.sites.map((site) => ({ ...site, name: `Ny ${"x".repeat(190)} Skole` }));
    const [{ properties }] = siteMarks({ ...picture, sites }).features;
    expect(properties).toMatchObject({ name: `Ny ${"x".repeat(24)}… Skole` });
  });

  test("has a mark, pupils and classes as evaluate counts them", () => {
    expect(siteMarks(picture).features[added].properties).toMatchObject({ name: "Nyby Skole", isNew: true });
    const counted = BANDS.map(({ band }) => picture.pupils[added * BAND_COUNT + band]);
    expect(counted).toEqual([...effects.sites[added].pupils]);
    expect(counted.some((pupils) => pupils > 0)).toBe(true);
    expect(effects.sites[added].classes).toBeGreaterThan(0);
    expect(shownPupils(today).ofSite(added)).toEqual({ kind: "count", pupils: 0 });
    expect(shownPupils(today).at(added, 0)).toEqual({ kind: "count", pupils: 0 });
  });

  test("stands in every table with words and numbers in every row", () => {
    for (const rows of [districtRows(context), siteRows(context), unitRows(context)])
      for (const row of cells(rows)) for (const text of row) expect(text).not.toMatch(/undefined|NaN|Infinity|^$/);
    expect(cells(siteRows(context))[added][0]).toBe("Nyby Skole (site.isNew)");
    const columns = unitRows(context).columns.map(({ key }) => key);
    const toIt = cells(unitRows(context)).filter((row) => row[columns.indexOf("sitePlan")] === "Nyby Skole");
    expect(toIt.length).toBeGreaterThan(0);
    const [kmToday, kmPlan] = ["kmToday", "kmPlan"].map((key) => columns.indexOf(key));
    expect(toIt.some((row) => row[kmPlan] !== "-")).toBe(true);
    // What no road reaches today reaches the new school no better.
    for (const row of toIt) expect(row[kmPlan] === "-").toBe(row[kmToday] === "-");
  });

  test("has its ways told as those to any school, and says that they are not known until they are", () => {
    const unit = plan.plan.assignment.indexOf(added) / BAND_COUNT;
    const tell = (known: typeof ways) =>
      unitWays(GRADES, view, planWalk(view, known, plan), plan.plan.assignment, unit)[0].after;
    expect(tell(ways)).toEqual({ site: added, metres: scenario.travel.unitWalk[unit * (added + 1) + added] });
    expect(tell(new Map())).toEqual({ site: added, metres: undefined });
    const before = unitWays(GRADES, view, walk, plan.plan.assignment, unit)[0].before!;
    expect(before.metres).toBe(travel.unitWalk[unit * added + before.site]);
  });

  test("is among the schools that the figures beside the map name", () => {
    const figures = planFigures(view, plan, effects, FIRST_CHOICE);
    const named = [
      ...effects.districts.flatMap(({ sites }) => sites),
      ...effects.feeders.flatMap(({ from, to }) => [from, to]),
    ];
    expect(named).toContain(added);
    for (const site of named) expect(figures.sites[site].name).toMatch(/./);
  });
});

test("a new school placed exactly on an existing one has the same ways", () => {
  municipality.sites.forEach(({ lon, lat }, site) => {
    const column = Float32Array.from(
      { length: municipality.units.count },
      (_, unit) => travel.unitWalk[unit * municipality.sites.length + site],
    );
    expect(unitWaysTo(municipality, travel, { lon, lat })).toEqual(column);
  });
});

test("a plan that changes places alone has them in its schools, and the case's schools are untouched", () => {
  const start = startDraft(groundOf(view), basis.baseline);
  const closed = draftedPlan(applyChanges(start, closeSite(start, 0)));
  expect(closed.sites).toBeUndefined();
  expect(planSites(view, closed)).toBe(view.sites);
});
