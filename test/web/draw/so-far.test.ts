import { BANDS, BAND_COUNT, GRADES } from "../../cases/folkeskole.ts";
import { describe, expect, test } from "vitest";
import {
  applyChanges,
  assignPairs,
  cutOff,
  type Draft,
  districtOfSite,
  evaluatePlan,
  formatNumber,
  nearestFive,
  openMeter,
  type OpenCase,
  setCapacity,
  setLock,
  startDraft,
  sitePupils,
} from "../../../src/index.ts";
import { seededRandom } from "../../../src/kernels/random.ts";
import { problemsOf } from "../../../web/draw/problems.ts";
import { aimSoFar, strokeSoFar } from "../../../web/draw/so-far.ts";
import { pictureOf } from "../../../web/map/picture.ts";
import { draftedPlan } from "../../../web/state/plans.ts";
import { FIRST_DRAWING } from "../../../web/state/drawing.ts";
import type { Chosen } from "../../../web/draw/ways/way.ts";
import { groundOf } from "../../../web/worker/assumed-plan.ts";
import { caseViewOf } from "../../../web/worker/case-view.ts";
import { effectsOf } from "../../../web/worker/effects.ts";
import { openedCase } from "../../cases/opened.ts";
import { voiceIn } from "../voice.ts";

const ALL_DRAWING = { ...FIRST_DRAWING, bands: [0, 1, 2] };

const opened: OpenCase = openedCase("holbaek");
const { basis } = opened;
const { units, sites } = basis.municipality;
const view = caseViewOf(opened, evaluatePlan(basis, basis.baseline), []);
const start = startDraft(basis.municipality, basis.baseline);
const ground = (draft: Draft) => ({ view, draft, picture: pictureOf(view, draftedPlan(draft)) });
const at = (pupils: Uint32Array, site: number, band: number): number => pupils[site * BAND_COUNT + band];
const inDanish = (count: number): string => formatNumber(count, 0, "da");
const unitsAt = (site: number): readonly number[] =>
  Array.from({ length: units.count }, (_, unit) => unit).filter((unit) => siteOf(unit) === site);
/** What the list of problems says of schools that are too full, once the hand rests. */
function tooFullIn(draft: Draft): ReadonlyMap<number, string> {
  const own = groundOf(basis, draftedPlan(draft));
  const problems = problemsOf(voiceIn("da"), draft, effectsOf(own, evaluatePlan(own, draft.plan)));
  return new Map(problems.flatMap(({ key, text }) => (key.startsWith("full ") ? [[Number(key.slice(5)), text]] : [])));
}
const districtName = (site: number): string => start.plan.districts.find((each) => each.sites.includes(site))!.name;
const all = [0, 1, 2];
const pairsOf = (some: Iterable<number>): number[] =>
  [...some].flatMap((unit) => all.map((band) => unit * BAND_COUNT + band));

/** Units around one, nearest first, as a brush that is dragged takes them. */
function grown(first: number, size: number): readonly number[] {
  const found = new Set([first]);
  for (const unit of found)
    for (const next of units.adjacency.target.subarray(units.adjacency.start[unit], units.adjacency.start[unit + 1]))
      if (found.size < size) found.add(next);
  return [...found];
}

test("what the hand is told as it moves is what the worker counts when it rests", () => {
  const random = seededRandom(11);
  const measure = openMeter();
  let [draft, cuts] = [start, 0];
  for (let number = 0; number < 20; number++) {
    const over = grown(Math.floor(random() * units.count), 1 + Math.floor(random() * 60));
    const site = Math.floor(random() * sites.length);
    const before = draft;
    for (const share of [0.4, 1]) {
      const { changes } = assignPairs(before, pairsOf(over.slice(0, Math.ceil(share * over.length))), site);
      const { apart, pupils } = strokeSoFar(ground(before), changes);
      draft = applyChanges(before, changes);
      const cut = cutOff(basis, before.plan.assignment, draft.plan);
      const regions = [...new Set(cut.map(({ region }) => JSON.stringify(region)))];
      const partsOf = (region: string) => cut.filter((each) => JSON.stringify(each.region) === region).length;
      expect(apart.map(({ region, parts }) => [JSON.stringify(region), parts])).toEqual(
        regions.map((region) => [region, partsOf(region)]),
      );
      const { values, totals } = measure(basis, draft.plan);
      expect(pupils.now).toEqual(totals.pupilsPerDistrict);
      expect(Math.max(...pupils.now) / Math.min(...pupils.now)).toBeCloseTo(values.get("pupils-ratio")!, 9);
      cuts += cut.length;
    }
  }
  expect(cuts).toBeGreaterThan(10);
});

test("a school that gets too full, or stays so, is told while the hand moves in the words of the problems", () => {
  const random = seededRandom(5);
  // Room for those who go there today, and at some schools not even for them.
  const today = sitePupils(GRADES, basis.unitBand, start.plan.assignment, sites.length);
  const room = (site: number): readonly number[] =>
    all.map((band) => Math.max(0, at(today, site, band) - (site % 3) * 8));
  const tight = [...sites.keys()].reduce(
    (each, site) => applyChanges(each, setCapacity(each, site, room(site))),
    start,
  );
  let [draft, told, left] = [tight, 0, 0];
  for (let number = 0; number < 6; number++) {
    const [school, site] = [random, random].map((next) => Math.floor(next() * sites.length));
    const over = new Set(unitsAt(school).filter((unit) => unit % 2 === 0));
    const drawing = { ...painting, site, bands: [BANDS[number % 3].band] };
    const { lines } = aimSoFar(ground(draft), drawing, { state: "going", units: over, from: undefined });
    const { changes } = assignPairs(
      draft,
      [...over].map((unit) => unit * BAND_COUNT + (number % 3)),
      site,
    );
    const after = applyChanges(draft, changes);
    const counts = [draft, after].map(({ plan }) => sitePupils(GRADES, basis.unitBand, plan.assignment, sites.length));
    const touched = [...sites.keys()].filter((each) =>
      all.some((band) => at(counts[0], each, band) !== at(counts[1], each, band)),
    );
    const problems = tooFullIn(after);
    const listed = touched.flatMap((each) => problems.get(each) ?? []);
    const said = lines?.find(({ kind }) => kind === "full")?.text.da ?? "";
    expect(said.length, said).toBe(listed.join(" ").length);
    for (const line of listed) expect(said).toContain(line);
    if (problems.has(site) && listed.length > 0) expect(said.startsWith(problems.get(site)!)).toBe(true);
    told += listed.length;
    left += listed.filter((line) => line !== problems.get(site)).length;
    draft = after;
  }
  expect(told).toBeGreaterThan(5);
  expect(left).toBeGreaterThan(0);
});

test("places are told of the grades where least room is left, and never added up over grades", () => {
  const places = sites[elsewhere].capacity.map((stated) => stated ?? 0);
  const before = sitePupils(GRADES, basis.unitBand, start.plan.assignment, sites.length);
  const many = new Set(unitsAt(home));
  const { changes } = assignPairs(start, pairsOf(many), elsewhere);
  const { plan } = applyChanges(start, changes);
  const filled = sitePupils(GRADES, basis.unitBand, plan.assignment, sites.length);
  const room = all.map((band) => places[band] - at(filled, elsewhere, band));
  const fullest = room.indexOf(Math.min(...room));
  const text = aimSoFar(ground(start), painting, { state: "going", units: many, from: inside }).text.da;
  const [grades, pupils] = [BANDS[fullest].key.replace("-", ".-"), nearestFive(at(filled, elsewhere, fullest))];
  expect(text).toContain(`${nameOf(elsewhere)} får ${pupils} af ${places[fullest]} pladser i ${grades}. klasse`);
  // Grades that nothing is painted in are not told, and where no places are stated the school's pupils are.
  const [other] = all.filter((band) => band !== fullest);
  const one = aimSoFar(
    ground(start),
    { ...painting, bands: [BANDS[other].band] },
    { state: "going", units: many, from: inside },
  );
  expect(one.text.da).toContain(`af ${places[other]} pladser i ${BANDS[other].key.replace("-", ".-")}. klasse`);
  const free = applyChanges(start, setCapacity(start, elsewhere, [undefined, undefined, undefined]));
  const told = aimSoFar(ground(free), painting, { state: "going", units: many, from: inside });
  const sum = all.reduce((total, band) => total + at(filled, elsewhere, band), 0);
  expect(sum).toBeGreaterThan(all.reduce((total, band) => total + at(before, elsewhere, band), 0));
  expect(told.text.da).toContain(`får ${inDanish(nearestFive(sum))} elever`);
  expect(told.lines?.map(({ kind }) => kind)).not.toContain("full");
});

/** Of the areas of one school, those farthest from every other school's: a stroke there is an island of another. */
const siteOf = (unit: number): number => start.plan.assignment[unit * BAND_COUNT];
const isInside = (unit: number): boolean =>
  sites[siteOf(unit)]?.teaches === 7 && grown(unit, 30).every((other) => siteOf(other) === siteOf(unit));
const inside = Array.from({ length: units.count }, (_, unit) => unit).find(isInside)!;
const home = siteOf(inside);
const elsewhere = sites.findIndex(
  ({ teaches }, site) => teaches === 7 && districtOfSite(start.plan)[site] !== districtOfSite(start.plan)[home],
);
const painting = { ...ALL_DRAWING, tool: "paint", site: elsewhere } as const;
const told = (draft: Draft, chosen: Partial<Chosen> = {}) =>
  aimSoFar(ground(draft), painting, { state: "going", units: new Set(grown(inside, 7)), from: inside, ...chosen })
    .lines;
const nameOf = (site: number): string => sites[site].name;

describe("while a stroke is painted", () => {
  test("it is said whose area it leaves apart, a school once for all its grades", () => {
    const [line] = told(start) ?? [];
    expect(line.kind).toBe("apart");
    expect(line.text.da.split(`${nameOf(elsewhere)} (en del)`)).toHaveLength(2);
    expect(line.text.en).toContain(`${nameOf(elsewhere)} (one part)`);
  });

  test("it is said that nothing is, where a school gets all of another's area beside its own", () => {
    const [one, other] = start.plan.districts.find((each) => each.sites.length === 2)?.sites ?? [home, elsewhere];
    const lines = aimSoFar(
      ground(start),
      { ...painting, site: one },
      { state: "going", units: new Set(unitsAt(other)), from: undefined },
    ).lines;
    const after = start.plan.assignment.map((site) => (site === other ? one : site));
    const isWhole = cutOff(basis, start.plan.assignment, { ...start.plan, assignment: after }).length === 0;
    expect(lines?.[0].kind).toBe(isWhole ? "whole" : "apart");
    expect(told(start, { units: new Set(unitsAt(elsewhere).slice(0, 3)) })).toEqual([]);
  });

  test("the districts that get or lose pupils are told to the nearest five, beside all others", () => {
    const homes = told(start, { units: new Set(unitsAt(home)) })?.find(({ kind }) => kind === "balance");
    for (const site of [home, elsewhere]) expect(homes?.text.da).toContain(`${districtName(site)} `);
    const pupils = [...(homes?.text.en ?? "").matchAll(/([\d,]+) \(/g)].map(([, count]) =>
      Number(count.replace(",", "")),
    );
    expect(pupils).toHaveLength(2);
    for (const count of pupils) expect(count % 5).toBe(0);
    // The ratio is one of numbers that are told so: no stroke's single child moves it.
    const after = start.plan.assignment.map((site) => (site === home ? elsewhere : site));
    const sizes = evaluatePlan(basis, { ...start.plan, assignment: after }).totals.pupilsPerDistrict.map(nearestFive);
    const ratio = Math.max(...sizes) / Math.min(...sizes);
    expect(homes?.text.en).toContain(`The largest is ${ratio.toFixed(2)} times the smallest.`);
  });

  test("what a lock holds is counted, with whose lock it is", () => {
    const some = applyChanges(start, setLock(start, { pairs: Uint32Array.from(pairsOf(grown(inside, 2))) }, true));
    expect(told(some)?.at(-1)).toMatchObject({ kind: "held", text: { da: "Låst: 2 områder flyttes ikke." } });
    const school = applyChanges(start, setLock(start, { site: home }, true));
    const held = { kind: "held", text: { da: `Låst: 7 områder flyttes ikke, for ${nameOf(home)} er låst.` } };
    expect(told(school)).toMatchObject([held]);
    // The same areas move in their other grades: then it is grades that stay.
    const grades = applyChanges(start, setLock(start, { band: 0 }, true));
    expect(told(grades)?.at(-1)).toMatchObject({ kind: "held", text: { da: "Låst: 0.-3. klasse flyttes ikke." } });
    // Before anything is drawn it is seen as well; nothing else is said of what may come of a stroke.
    expect(told(school, { state: "over" })).toMatchObject([held]);
    expect(told(start, { state: "over" })).toEqual([]);
    const target = applyChanges(start, setLock(start, { site: elsewhere }, true));
    expect(told(target)).toMatchObject([
      { text: { da: `Låst: 7 områder flyttes ikke, for ${nameOf(elsewhere)} er låst.` } },
    ]);
  });
});
