import { BANDS, BAND_COUNT } from "../../cases/folkeskole.ts";
import { dsvFormat } from "d3-dsv";
import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { NO_SITE, openCase, saidIn } from "../../../src/index.ts";
import { evaluatePlan } from "../../../src/evaluate/evaluate.ts";
import { withResolution } from "../../../web/map/png-resolution.ts";
import { planFileOf } from "../../../web/proposals/file.ts";
import type { Proposal } from "../../../web/proposals/proposal.ts";
import { areasCsv, districtsGeoJson, schoolsCsv } from "../../../web/proposals/tables.ts";
import { caseViewOf } from "../../../web/worker/case-view.ts";
import type { MapScenery } from "../../../web/worker/messages.ts";
import { closeSite, placeSite, setTitle } from "../../../src/edit/tools.ts";
import { applyChanges } from "../../../src/edit/log.ts";
import { startDraft } from "../../../src/edit/draft.ts";
import { caseFolder } from "../../data/case-folder.ts";
import { openedCase } from "../../cases/opened.ts";

const opened = openedCase("lattice");
const view = caseViewOf(opened, evaluatePlan(opened.basis, opened.basis.baseline), []);
const scenery = { places: { type: "FeatureCollection", features: [] } } as unknown as MapScenery;
const began = startDraft(opened.basis.municipality, opened.plans[0]);
const closed = applyChanges(began, closeSite(began, 1));
const draft = applyChanges(closed, setTitle(closed, '=1+1; "sæt"'));
const table = { view, scenery, assumed: draft, language: "da", notes: [] } as const;
const rowsOf = (csv: string) => dsvFormat(";").parse(csv.replace("\uFEFF", ""));
const cell = ({ kind }: { readonly kind: string }) => kind;

test("the table of areas says of every area and band the school it goes to, and no number under five", () => {
  const rows = rowsOf(areasCsv(table));
  expect(rows).toHaveLength(view.units.count);
  rows.forEach((row, unit) => {
    expect(row["Område"]).toBe(view.units.id[unit]);
    for (const { band, key } of BANDS) {
      const pair = unit * BAND_COUNT + band;
      const site = draft.plan.assignment[pair];
      expect(row[`Skole ${key}`]).toBe(site === NO_SITE ? "" : view.sites[site].name);
      const pupils = view.units.unitBand[pair];
      expect(row[`Elever (fra fem) ${key}`]).toBe(pupils < 5 ? "" : String(pupils));
    }
  });
  expect(new Set(rows.map((row) => row["Skole 0-3"]))).toContain("");
});

test("the table of schools has a row a school, a closed one with the word for it", () => {
  const rows = rowsOf(schoolsCsv(table, cell));
  expect(rows.map((row) => row["Skole"])).toEqual(view.sites.map(({ name }) => name));
  expect(rows.map((row) => row["Klassetrin"] === "lukket")).toEqual(view.sites.map((_, site) => site === 1));
  for (const row of rows) expect(row["Elever 0-3"]).toMatch(/^(count|few|about|hidden)$/);
});

test("what has to be said of a plan stands in every row of its tables and beside its map, and nothing where there is nothing to say", async () => {
  const notes = ["Regnet med forslagets egne forudsætninger: Taxa; bro.", "Eleverne er opdigtede."];
  const noted = { ...table, notes };
  for (const [csv, plain] of [
    [areasCsv(noted), areasCsv(table)],
    [schoolsCsv(noted, cell), schoolsCsv(table, cell)],
  ]) {
    const rows = rowsOf(csv);
    expect(rows.map((row) => row["Bemærkning"])).toEqual(rows.map(() => notes.join(" ")));
    expect(rows.map((row) => ({ ...row }))).toEqual(
      rowsOf(plain).map((row) => ({ ...row, Bemærkning: notes.join(" ") })),
    );
  }
  expect(JSON.parse(await districtsGeoJson(noted)).notes).toEqual(notes);
  expect(JSON.parse(await districtsGeoJson(table))).not.toHaveProperty("notes");
});

test("a plan's file for the command line has the id that its name gives it, and is not made of a plan with a school that is not there", () => {
  const proposalOf = (of: typeof draft) => ({ draft: of }) as unknown as Proposal;
  const { text, said } = planFileOf(view, proposalOf(draft), "min-plan");
  const files = new Map([...caseFolder("lattice"), ["plans/min-plan.json", new TextEncoder().encode(text)]]);
  expect(openCase(files).value?.plans.find(({ id }) => id === "min-plan")?.assignment).toEqual(draft.plan.assignment);
  expect(said).toEqual([]);
  const place = { name: "Ny", lon: 9.5, lat: 55.9, teaches: 7, capacity: [9, 9, 9], district: "A" };
  const grown = planFileOf(view, proposalOf(applyChanges(draft, placeSite(draft, place).changes)), "min-plan");
  expect(grown.text).toBeUndefined();
  expect(grown.said.map((each) => saidIn(each, "en"))).toEqual([expect.stringContaining("(Ny)")]);
});

test("districts as a map file cover every area that goes to a school once, by name", async () => {
  const { features, title } = JSON.parse(await districtsGeoJson(table));
  expect(title).toBe(draft.plan.title);
  const of = (layer: string) =>
    features.filter((each: { properties: { layer: string } }) => each.properties.layer === layer);
  expect(of("site")).toHaveLength(view.sites.length);
  const names = of("district").map((each: { properties: { name: string } }) => each.properties.name);
  const reached = draft.plan.districts.filter(({ sites }) =>
    sites.some((site) => draft.plan.assignment.includes(site)),
  );
  expect(names.toSorted()).toEqual(reached.map(({ name }) => name).toSorted());
});

test("a picture says the dots an inch it is printed at, in a chunk that is sound, and stays the picture it was", () => {
  // One white point.
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=",
    "base64",
  );
  const printed = Buffer.from(withResolution(png, 300));
  expect(printed.subarray(37, 41).toString()).toBe("pHYs");
  expect([printed.readUInt32BE(41), printed.readUInt32BE(45), printed[49]]).toEqual([11811, 11811, 1]);
  expect(printed.readUInt32BE(50)).toBe(crc32(printed.subarray(37, 50)));
  expect(Buffer.concat([printed.subarray(0, 33), printed.subarray(54)]).equals(png)).toBe(true);
});
