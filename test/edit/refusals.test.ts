import { GRADES } from "../cases/folkeskole.ts";
import { FARE, HOUSES } from "../cases/assumed.ts";
import { expect, test } from "vitest";
import type { Assumption } from "../../src/domain/assumption.ts";
import { NO_SITE } from "../../src/domain/plan.ts";
import { assume, changeAssumption } from "../../src/edit/assumption-tools.ts";
import type { Change } from "../../src/edit/change.ts";
import { checkChanges } from "../../src/edit/check.ts";
import { blankSite, type Draft, siteState } from "../../src/edit/draft.ts";
import { EDIT_ISSUES, type EditIssueCode } from "../../src/edit/issue-texts.ts";
import { applyChanges } from "../../src/edit/log.ts";
import * as tools from "../../src/edit/tools.ts";
import { formatIssue } from "../../src/report/issue.ts";
import { start } from "./random.ts";

/** On the lattice: sites a, b, c, d are 0 to 3, districts A to D; unit 0 (a3) and its two lower-grade neighbours go to a. */
const assign = (pairs: readonly number[], from: readonly number[], to: readonly number[]): Change => ({
  kind: "assign",
  pairs: Uint32Array.from(pairs),
  from: Uint16Array.from(from),
  to: Uint16Array.from(to),
});
const at = (pair: number) => start.plan.assignment[pair];
const move = (pair: number, to: number): Change => assign([pair], [at(pair)], [to]);
const site = (number: number, to: Partial<ReturnType<typeof siteState>>): Change => {
  const from = siteState(start, number);
  return { kind: "site", site: number, from, to: { ...from, ...to } };
};
const locked = (...whats: Parameters<typeof tools.setLock>[1][]): Draft =>
  whats.reduce((draft, what) => applyChanges(draft, tools.setLock(draft, what, true)), start);
const closed = applyChanges(start, tools.closeSite(start, 3));
const place = { name: "Ny", lon: 9.5, lat: 55.9, teaches: 1, capacity: [9, undefined, undefined], district: "A" };
const placed = tools.placeSite(start, place);
const grown = applyChanges(start, placed.changes);
const long = "x".repeat(20_000);
const taxi: Assumption = { kind: "cost", name: "Taxa til Orø", kroner: 400_000, per: "year" };
const road: Assumption = { kind: "danger", name: "Bygaden", bands: 1, along: [place, { lon: 9.6, lat: 55.9 }] };
const taking = (to: Assumption): readonly [Draft, ...Change[]] => [start, { kind: "assumption", id: "x", to }];

const REFUSED: Readonly<Record<EditIssueCode, readonly (readonly [Draft, ...Change[]])[]>> = {
  "edit.locked-units": [[locked({ pairs: Uint32Array.of(0) }), move(0, 1)]],
  "edit.locked-band": [
    [locked({ band: 0 }), move(0, 1)],
    [locked({ band: 2 }), site(0, { teaches: 3 }), ...tools.setTeaching(start, 0, 3).slice(1)],
  ],
  "edit.locked-site": [
    // Nobody leaves it, nobody comes to it, and nothing of it changes.
    [locked({ site: at(0) }), move(0, 1)],
    [locked({ site: 1 }), move(0, 1)],
    [locked({ site: 0 }), site(0, { capacity: [1, 1, 1] })],
    [locked({ site: 0 }), site(0, { district: "B" }), { kind: "district", id: "A", from: "A" }],
  ],
  "edit.locked-district": [
    [locked({ district: "A" }), move(0, 1)],
    [locked({ district: "B" }), move(0, 1)],
    [locked({ district: "B" }), site(0, { district: "B" })],
    [locked({ district: "B" }), ...tools.renameDistrict(start, "B", "Andet")],
    [locked({ district: "B" }), ...tools.joinDistricts(start, "A", "B")],
  ],
  "edit.unit-unknown": [
    [start, assign([36], [0], [1])],
    taking({ ...HOUSES, unit: 99 }),
    [start, { kind: "lock", what: { pairs: Uint32Array.of(99) }, from: false, to: true }],
  ],
  "edit.site-unknown": [
    [start, move(0, 4)],
    [start, { kind: "site", site: 7, from: blankSite(GRADES), to: { ...blankSite(GRADES), teaches: 1 } }],
    [start, { kind: "lock", what: { site: 9 }, from: false, to: true }],
    [start, { kind: "site", site: -1, from: blankSite(GRADES), to: blankSite(GRADES) }],
  ],
  "edit.district-unknown": [
    [start, site(0, { district: "Z" }), { kind: "district", id: "A", from: "A" }],
    [start, { kind: "lock", what: { district: "Z" }, from: false, to: true }],
  ],
  "edit.district-in-use": [[start, { kind: "district", id: "A", from: "A" }]],
  "edit.district-empty": [
    [start, site(0, { district: "B" })],
    [start, { kind: "district", id: "Z", to: "Zenit" }],
  ],
  "edit.district-name": [[start, ...tools.renameDistrict(start, "A", "B")]],
  "edit.site-closed": [[closed, move(0, 3)]],
  "edit.not-taught": [[grown, move(1, 4)]],
  "edit.pupils-left": [[start, site(3, { teaches: 0 })]],
  "edit.site-in-use": [
    [grown, { kind: "new-site", was: grown.newSites[0] }],
    [
      applyChanges(grown, [move(0, 4)]),
      { kind: "site", site: 4, from: siteState(grown, 4), to: blankSite(GRADES) },
      { kind: "new-site", was: grown.newSites[0] },
    ],
  ],
  "edit.site-id-taken": [[start, { kind: "new-site", is: { id: "a-skole", name: "A", lon: 9.5, lat: 55.9 } }]],
  "edit.site-outside": [
    [start, ...tools.placeSite(start, { ...place, lon: -180, lat: 90 }).changes],
    [start, ...tools.placeSite(start, { ...place, lat: 57 }).changes],
    [grown, ...tools.changeNewSite(grown, 4, { lon: 10.5 })],
  ],
  "edit.assumed-cost": [
    taking({ ...taxi, kroner: 0 }),
    taking({ ...taxi, kroner: -5 }),
    taking({ ...taxi, kroner: 0.5 }),
    taking({ ...taxi, kroner: Number.NaN }),
  ],
  "edit.assumed-danger": [
    taking({ ...road, along: [place] }),
    taking({ ...road, bands: 0 }),
    taking({ ...road, bands: 8 }),
    taking({ ...road, along: [place, { lon: 9, lat: Number.NaN }] }),
  ],
  "edit.assumed-housing": [
    taking({ ...HOUSES, dwellings: 0 }),
    taking({ ...HOUSES, firstYear: 2030 }),
    taking({ ...HOUSES, firstYear: 20 }),
    taking({ ...HOUSES, type: "tent" as "house" }),
  ],
  "edit.claimed-figure": [
    taking({ ...FARE, value: -1 }),
    taking({ ...FARE, value: Number.NaN }),
    taking({ ...FARE, item: "realisation", value: 1.5 }),
    taking({ ...FARE, item: "walkSpeed", value: 0 }),
    taking({ ...FARE, item: "bread" as "class" }),
  ],
  "edit.stale": [
    [applyChanges(start, assume(start, taxi)), { kind: "assumption", id: "taxa-til-oroe", to: taxi }],
    [start, { kind: "assumption", id: "x", from: taxi }],
    [
      applyChanges(start, assume(start, taxi)),
      { kind: "assumption", id: "taxa-til-oroe", from: { ...taxi, kroner: 1 }, to: taxi },
    ],
    [start, assign([0], [at(0) + 1], [2])],
    [applyChanges(start, tools.setCapacity(start, 0, [1, 1, 1])), site(0, { capacity: [2, 2, 2] })],
    [start, { kind: "new-site", was: { id: "ny", name: "Ny", lon: 9, lat: 55 } }],
    [start, { kind: "district", id: "A", from: "Et andet", to: "Et tredje" }],
    [start, { kind: "district", id: "A", to: "Endnu et" }],
    [start, { kind: "lock", what: { site: 0 }, from: true, to: false }],
    [start, { kind: "lock", what: { pairs: Uint32Array.of(4) }, from: true, to: false }],
    [start, { kind: "lock", what: { district: "A" }, from: true, to: false }],
    [start, { kind: "lock", what: { band: 1 }, from: true, to: false }],
    [start, { kind: "text", from: { title: "Ingen", reason: "" }, to: { title: "Ny", reason: "" } }],
  ],
  "edit.malformed": [
    [start, assign([3, 0], [at(3), at(0)], [1, 1])],
    [start, assign([0], [at(0)], [])],
    [start, assign([], [], [])],
    [start, site(0, { teaches: 8 })],
    [start, site(0, { capacity: [] })],
    [start, { kind: "new-site" }],
    [start, { kind: "assumption", id: "x" }],
    taking({ ...taxi, name: " " }),
    [start, { kind: "new-site", is: { id: "ny", name: "Ny", lon: Number.NaN, lat: 55 } }],
    [start, { kind: "district", id: "A" }],
    [start, { kind: "district", id: "A", from: "A", to: " " }],
    [start, { kind: "lock", what: { band: 3 }, from: false, to: true }],
  ],
  "edit.too-large": [
    [start, ...Array.from({ length: 2001 }, () => move(0, 1))],
    [start, ...tools.setReason(start, long)],
    taking({ ...taxi, name: long }),
    taking({ ...road, along: Array.from({ length: 51 }, () => place) }),
    [start, ...Array.from({ length: 101 }, (_, i): Change => ({ kind: "assumption", id: `a${i}`, to: taxi }))],
    [start, ...tools.setTitle(start, { da: "Titel", en: long })],
    [start, ...tools.renameDistrict(start, "A", long)],
    [start, site(0, { capacity: [1_000_000, 1, 1] })],
    [
      start,
      ...Array.from({ length: 101 }, (_, i): Change => ({
        kind: "new-site",
        is: { id: `n${i}`, name: "Ny", lon: 9, lat: 55 },
      })),
    ],
  ],
};

const rows = Object.entries(REFUSED).flatMap(([code, cases]) =>
  cases.map(([draft, ...changes], i) => [`${code} ${i + 1}`, code as EditIssueCode, draft, changes] as const),
);

test.each(rows)("%s is refused, in whole sentences of both languages", (_, code, draft, changes) => {
  const refusals = checkChanges(draft, changes);
  expect(refusals.map((each) => each.code)).toContain(code);
  for (const each of refusals)
    for (const language of ["da", "en"] as const) {
      const words = formatIssue(each, EDIT_ISSUES, language);
      expect(words).toMatch(/\.$/);
      expect(words).not.toMatch(/[{}]|undefined/);
    }
});

test("grades are written as each language writes them", () => {
  const [refused] = checkChanges(locked({ band: 0 }), [move(0, 1)]);
  expect(formatIssue(refused, EDIT_ISSUES, "da")).toContain(" 0.-3. klasse er låst: ");
  expect(formatIssue(refused, EDIT_ISSUES, "en")).toContain("Pupils in grades 0-3 are locked: ");
});

test("a refusal says where on the map: the areas, the school, the district", () => {
  expect(
    checkChanges(locked({ pairs: Uint32Array.of(0, 3) }), [assign([0, 3, 6], [at(0), at(3), at(6)], [1, 1, 1])]),
  ).toMatchObject([{ code: "edit.locked-units", values: { count: 2 }, pairs: Uint32Array.of(0, 3) }]);
  expect(checkChanges(start, [site(3, { teaches: 6 })])).toMatchObject([{ code: "edit.pupils-left", site: 3 }]);
  expect(checkChanges(start, [site(0, { district: "B" })])).toMatchObject([
    { code: "edit.district-empty", district: "A" },
  ]);
});

test("what is unlocked in the same edit may change, what is locked again may not have changed", () => {
  const draft = locked({ pairs: Uint32Array.of(0) });
  const unlock = tools.setLock(draft, { pairs: Uint32Array.of(0) }, false);
  const lock = tools.setLock(start, { pairs: Uint32Array.of(0) }, true);
  expect(checkChanges(draft, [...unlock, move(0, 1)])).toEqual([]);
  expect(checkChanges(draft, [...unlock, move(0, 1), ...lock])).toMatchObject([{ code: "edit.locked-units" }]);
});

test("a tool leaves out what is locked and what is not taught, and counts it", () => {
  const draft = applyChanges(locked({ pairs: Uint32Array.of(0) }), tools.setTeaching(start, 1, 3));
  const result = tools.assignPairs(draft, [0, 1, 2, 3, 3], 1);
  const moved = [1, 3].filter((pair) => draft.plan.assignment[pair] !== 1);
  expect(result).toMatchObject({ locked: 1, notTaught: 1, changes: [{ pairs: Uint32Array.from(moved) }] });
  expect(tools.assignPairs(locked({ site: 1 }), [0], 1)).toEqual({ changes: [], locked: 1, notTaught: 0 });
  expect(tools.assignPairs(start, [0], at(0))).toEqual({ changes: [], locked: 0, notTaught: 0 });
  expect(tools.assignPairs(start, [0], NO_SITE).changes).toMatchObject([{ to: Uint16Array.of(NO_SITE) }]);
});

test("a tool that changes nothing has no changes", () => {
  const { title } = start.plan;
  expect([
    tools.closeSite(closed, 3),
    tools.moveSite(start, 0, "A"),
    tools.setTeaching(start, 0, siteState(start, 0).teaches),
    tools.setCapacity(start, 0, siteState(start, 0).capacity),
    tools.renameDistrict(start, "A", start.plan.districts[0].name),
    tools.renameDistrict(start, "Z", "Zenit"),
    tools.joinDistricts(start, "A", "A"),
    tools.setTitle(start, title),
    tools.setReason(start, ""),
    tools.setLock(start, { site: 0 }, false),
    tools.setLock(start, { pairs: Uint32Array.of(0) }, false),
    tools.takeAwaySite(start, 3),
    tools.changeNewSite(start, 3, { name: "Nyt" }),
    changeAssumption(start, "x", taxi),
    changeAssumption(applyChanges(start, assume(start, taxi)), "taxa-til-oroe", { ...taxi }),
  ]).toEqual(Array.from({ length: 15 }, () => []));
});

test("a new district, a new school and their ids read like their names and are nobody else's", () => {
  const made = tools.newDistrict(start, "Ørby-Æblø Å", [0, 1]);
  expect(made.id).toBe("oerby-aebloe-aa");
  const after = applyChanges(start, made.changes);
  // A and B had a school each.
  expect(after.plan.districts.map(({ id, sites }) => [id, sites])).toEqual([
    ["C", [2]],
    ["D", [3]],
    ["oerby-aebloe-aa", [0, 1]],
  ]);
  expect(tools.newDistrict(after, "Ørby Æblø Å", [2]).id).toBe("oerby-aebloe-aa-2");
  expect(grown.newSites).toEqual([{ id: "ny", name: "Ny", lon: 9.5, lat: 55.9 }]);
  expect(applyChanges(grown, tools.placeSite(grown, place).changes).newSites[1].id).toBe("ny-2");
  const longNamed = { ...place, name: "Æ".repeat(200), mark: "7f" };
  expect(applyChanges(start, tools.placeSite(start, longNamed).changes).newSites[0].id).toBe(`${"ae".repeat(30)}-7f`);
  const moved = applyChanges(grown, tools.changeNewSite(grown, 4, { lat: 56 }));
  expect(moved.newSites).toEqual([{ id: "ny", name: "Ny", lon: 9.5, lat: 56 }]);
  expect(siteState(moved, 4)).toEqual(siteState(grown, 4));
});
