import { describe, expect, test } from "vitest";
import { BAND_COUNT, BANDS, formatBands, parseGradeRange } from "../../src/domain/grades.ts";
import { NO_SITE, type Plan } from "../../src/domain/plan.ts";
import { pupilsInBand } from "../../src/evaluate/district-tally.ts";
import { evaluatePlan, makeBasis } from "../../src/evaluate/evaluate.ts";
import { openCase } from "../../src/open-case.ts";
import { siteMarks } from "../../web/map/map-data.ts";
import { borderKind, pictureOf, pupilsAt, todaysPicture } from "../../web/map/picture.ts";
import { caseViewOf } from "../../web/worker/case-view.ts";
import { tinyCase } from "../cases/tiny.ts";

const { value: opened } = openCase(tinyCase());
const { municipality, travel, baseline } = opened!.basis;
const numbers = new Map(municipality.sites.map(({ id }, site) => [id, site]));
const siteOf = (id: string): number => numbers.get(id)!;

interface Change {
  /** What sites teach in it, "" for a closed one. */
  readonly teaches?: Readonly<Record<string, string>>;
  /** Site that a unit's band goes to instead of the one it goes to today. */
  readonly instead?: (site: number, unit: number, band: number) => number;
}

/** Today's plan with changes; closed sites are in no district. */
function altered(id: string, { teaches = {}, instead = (site) => site }: Change): Plan {
  const teaching = municipality.sites.map((site, number) => {
    const grades = teaches[site.id];
    return grades === undefined ? baseline.teaching[number] : grades === "" ? 0 : parseGradeRange(grades)!;
  });
  return {
    id,
    title: id,
    teaching,
    districts: baseline.districts.map(({ sites, ...district }) => ({
      ...district,
      sites: sites.filter((site) => teaching[site] !== 0),
    })),
    assignment: baseline.assignment.map((site, pair) =>
      site === NO_SITE ? site : instead(site, Math.floor(pair / BAND_COUNT), pair % BAND_COUNT),
    ),
  };
}

const [nord, oest, syd, vest] = ["nord", "oest", "syd", "vest"].map(siteOf);
const CLOSES = altered("closes", { teaches: { oest: "" }, instead: (site) => (site === oest ? nord : site) });
const MOVES = altered("moves", { instead: (site, unit) => (site === syd && unit % 2 === 0 ? vest : site) });
const LOSES_GRADES = altered("loses grades", {
  teaches: { syd: "0-6" },
  instead: (site, _, band) => (site === syd && band === 2 ? nord : site),
});
const SPLITS = altered("splits", { instead: (site, unit) => (unit % 3 === 0 ? site : nord) });

/** The page's view of the case with some of the plans as its files. */
function viewed(today: Plan, plans: readonly Plan[]) {
  const basis = makeBasis(municipality, travel, today);
  const opening = { basis, plans: [today, ...plans], dataHash: "" };
  return { basis, view: caseViewOf(opening, evaluatePlan(basis, today), []) };
}

const TABLE: readonly (readonly [what: string, today: Plan, plan: Plan])[] = [
  ["closes a school", baseline, CLOSES],
  ["moves pupils across districts", baseline, MOVES],
  ["opens a school", CLOSES, altered("opens", {})],
  ["takes grades away from a school", baseline, LOSES_GRADES],
  ["takes units of every district", baseline, SPLITS],
];

describe.each(TABLE)("a plan that %s", (_, today, plan) => {
  // The other plans lie in the same case: what they part must not be seen in this one.
  const { basis, view } = viewed(today, [MOVES, plan, SPLITS]);
  const picture = pictureOf(
    view,
    view.plans.find(({ id }) => id === plan.id)!,
  );
  const { districts, values } = evaluatePlan(basis, plan);

  test("is counted as evaluate counts it, district by district and school by school", () => {
    expect(picture.districts.map(({ pupils }) => pupils)).toEqual(
      districts.map(({ pupils }) => pupils.reduce((sum, count) => sum + count, 0)),
    );
    const counts = picture.districts.map(({ pupils }) => pupils);
    expect([Math.min(...counts), Math.max(...counts)]).toEqual([values.get("pupils-least"), values.get("pupils-most")]);
    for (const { sites } of districts)
      for (const { site, byGrade } of sites)
        expect(BANDS.map(({ band }) => picture.pupils[site * BAND_COUNT + band])).toEqual(
          BANDS.map(({ band }) => pupilsInBand(byGrade, band)),
        );
    expect(picture.pupils.reduce((sum, count) => sum + count, 0)).toBe(basis.pupils);
  });

  test("fills each unit by the district of the school it goes to", () => {
    const { count, lon, lat } = municipality.units;
    for (const { zone, ...middle } of view.zoneMap.middles) {
      const unit = Array.from({ length: count }, (__, u) => u).find(
        (u) => lon[u] === middle.lon && lat[u] === middle.lat,
      )!;
      const goes = BANDS.map(({ band }) => plan.assignment[unit * BAND_COUNT + band]).find((site) => site !== NO_SITE)!;
      expect(picture.districtOfZone[zone]).toBe(plan.districts.findIndex(({ sites }) => sites.includes(goes)));
      expect(picture.districtOfZone[zone]).toBeGreaterThanOrEqual(0);
    }
  });

  test("has marks that say what each school teaches in it, and grow with its pupils in it", () => {
    const marks = siteMarks(view, picture).features.map(({ properties }) => properties!);
    expect(marks.map((mark) => mark["grades"])).toEqual(plan.teaching.map((bands) => formatBands(bands)));
    for (const a of marks.keys())
      for (const b of marks.keys())
        if (marks[a]["radius"] > marks[b]["radius"]) expect(pupilsAt(picture, a)).toBeGreaterThan(pupilsAt(picture, b));
  });

  test("has a border wherever two of its districts meet, and a dashed one where only today's do", () => {
    const before = todaysPicture(view);
    for (const { properties } of view.zoneMap.borders.features) {
      const { a, b } = properties;
      if (b === undefined) continue;
      const [apart, once] = [picture, before].map(({ districtOfZone }) => districtOfZone[a] !== districtOfZone[b]);
      const kind = apart ? "between-districts" : once ? "once-between-districts" : "within";
      expect(borderKind(picture, before, properties)).toBe(kind);
    }
  });
});

test("a picture is made once, whoever asks for it", () => {
  const { view } = viewed(baseline, [MOVES]);
  expect(pictureOf(view, view.plans[1])).toBe(pictureOf(view, view.plans[1]));
  expect(todaysPicture(view)).toBe(todaysPicture(view));
});
