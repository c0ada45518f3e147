import { expect, test } from "vitest";
import { codedChanges, readShortCode, tickedCode } from "../../src/edit/short-code.ts";
import { startDraft } from "../../src/edit/draft.ts";
import { applyChanges } from "../../src/edit/log.ts";
import { paperSheet } from "../../src/report/paper-sheet.ts";
import { lattice } from "./random.ts";

const { basis, plans, dataHash } = lattice;
const ground = { municipality: basis.municipality, plans, dataHash };
const [today] = plans;
const nameOf = (site: number) => basis.municipality.sites[site].name;

test("what was ticked on a sheet comes back as a proposal by its code: schools closed and moved, all else as at the start", () => {
  const own = today.districts.findIndex(({ sites }) => sites.includes(1));
  const other = today.districts.findIndex(({ sites }) => !sites.includes(1));
  const ticked = [
    { site: 0, closes: true, district: today.districts.findIndex(({ sites }) => sites.includes(0)) },
    { site: 1, closes: false, district: other },
  ];
  const { value: code } = tickedCode(today, ticked, ground);
  const { start, moves } = readShortCode(code!, ground).value!;
  expect(start).toBe(today);
  const changes = codedChanges(basis.municipality, today, moves);
  const { plan } = applyChanges(startDraft(basis.municipality, today), changes);
  expect(plan.teaching.map((bands, site) => bands === today.teaching[site])).toEqual(
    plan.teaching.map((_, site) => site !== 0),
  );
  const inDistrict = (number: number) =>
    plan.districts.find(({ id }) => id === today.districts[number].id)?.sites ?? [];
  expect([inDistrict(own).includes(1), inDistrict(other).includes(1)]).toEqual([false, true]);
});

test("the sheet has a row and a box for each school, a letter for each other district, and nothing of a name is read as a page's", () => {
  const districts = today.districts.map(({ name, sites }, i) => ({
    letter: "DB"[i] ?? `A${i}`,
    name,
    schools: sites.map(nameOf),
  }));
  const [first, ...rest] = districts;
  const sheet = paperSheet(
    { place: "Gitterby", plan: "I dag", districts: [{ ...first, name: "<b>A</b>" }, ...rest] },
    "da",
    undefined,
  );
  expect(sheet.split("<tr>").length - 1).toBe(1 + districts.flatMap(({ schools }) => schools).length);
  expect(sheet.match(/\u2610/g)).toHaveLength(districts.length * districts.flatMap(({ schools }) => schools).length);
  expect(sheet).toContain("<strong>D</strong> &lt;b&gt;A&lt;/b&gt;");
});
