import { BANDS, BAND_COUNT, GRADES } from "../cases/folkeskole.ts";
import { booleanPointInPolygon } from "@turf/turf";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatBands, NO_BANDS, parseGradeRange, pupilsInBand } from "../../src/domain/grades.ts";
import { NO_SITE, type Plan } from "../../src/domain/plan.ts";
import { evaluatePlan, makeBasis } from "../../src/evaluate/evaluate.ts";
import { openCase } from "../../src/open-case.ts";
import { borderKind, type DrawnPlan, drawnPlan } from "../../web/map/drawn-plan.ts";
import { paintedUnits } from "../../web/map/layers/painted.ts";
import { siteMarks } from "../../web/map/layers/sites.tsx";
import { pictureOf, pupilsAt, todaysPicture } from "../../web/map/picture.ts";
import type { ShownBand } from "../../web/state/shown-band.ts";
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
    return grades === undefined ? baseline.teaching[number] : grades === "" ? 0 : parseGradeRange(GRADES, grades)!;
  });
  return {
    grades: GRADES,
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
  const opening = { basis, plans: [today, ...plans], inForceFrom: new Map(), dataHash: "" };
  return { basis, view: caseViewOf(opening, evaluatePlan(basis, today), []) };
}

const TABLE: readonly (readonly [what: string, today: Plan, plan: Plan])[] = [
  ["closes a school", baseline, CLOSES],
  ["moves pupils across districts", baseline, MOVES],
  ["opens a school", CLOSES, altered("opens", {})],
  ["takes grades away from a school", baseline, LOSES_GRADES],
  ["takes units of every district", baseline, SPLITS],
];

const SHOWN: readonly ShownBand[] = ["lowest", 0, 1, 2];
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, number) => number);

/** By the number of each unit: the district whose colour its middle is drawn in; -1 for none. */
function districtsDrawn({ zones, districtOfZone }: DrawnPlan): readonly number[] {
  const { count, lon, lat } = municipality.units;
  return upTo(count).map((unit) => {
    const around = zones.areas.features.filter((area) => booleanPointInPolygon([lon[unit], lat[unit]], area));
    expect(around.length).toBeLessThan(2);
    return around.length === 0 ? -1 : districtOfZone[around[0].properties.zone];
  });
}

const districtOf = ({ districts }: Plan, site: number): number =>
  districts.findIndex(({ sites }) => sites.includes(site));

function districtGoneTo({ assignment, districts }: Plan, unit: number, band: ShownBand): number {
  const goes = BANDS.map(({ band: each }) => assignment[unit * BAND_COUNT + each]);
  const site = band === "lowest" ? goes.find((each) => each !== NO_SITE) : goes[band];
  return districts.findIndex(({ sites }) => site !== undefined && sites.includes(site));
}

describe.each(TABLE)("a plan that %s", (_, today, plan) => {
  // The other plans lie in the same case: what they part must not be seen in this one.
  const { basis, view } = viewed(today, [MOVES, plan, SPLITS]);
  const picture = pictureOf(view, { plan: view.plans.find(({ id }) => id === plan.id)! });
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
          BANDS.map(({ band }) => pupilsInBand(GRADES, byGrade, band)),
        );
    expect(picture.pupils.reduce((sum, count) => sum + count, 0)).toBe(basis.pupils);
  });

  test.each(SHOWN)("fills each unit by the district of the school it goes to (band: %s)", (band) => {
    expect(districtsDrawn(drawnPlan(view, { plan }, band))).toEqual(
      upTo(municipality.units.count).map((unit) => districtGoneTo(plan, unit, band)),
    );
  });

  test.each(SHOWN)("has the name of each district that anybody goes to inside it (band: %s)", (band) => {
    const drawn = drawnPlan(view, { plan }, band);
    const { count, lon, lat } = municipality.units;
    const goes = upTo(count).map((unit) => districtGoneTo(plan, unit, band));
    expect(drawn.names.map(({ district }) => district)).toEqual(
      upTo(plan.districts.length).filter((district) => goes.includes(district)),
    );
    for (const middle of drawn.names)
      expect(goes[upTo(count).find((unit) => lon[unit] === middle.lon && lat[unit] === middle.lat)!]).toBe(
        middle.district,
      );
  });

  test("has marks that say what each school teaches in it, and grow with its pupils in it", () => {
    const marks = siteMarks(picture).features.map(({ properties }) => properties);
    expect(marks.map((mark) => mark.grades)).toEqual(plan.teaching.map((bands) => formatBands(GRADES, bands)));
    for (const a of marks.keys())
      for (const b of marks.keys())
        if (marks[a]["radius"] > marks[b]["radius"]) expect(pupilsAt(picture, a)).toBeGreaterThan(pupilsAt(picture, b));
    // A school that nobody goes to today either is none that the plan closes.
    for (const [site, { isClosedToday = false }] of marks.entries())
      expect(isClosedToday).toBe(plan.teaching[site] === 0 && today.teaching[site] === 0);
  });

  test.each(SHOWN)(
    "has a border wherever two of its districts meet, a dashed one where only those of today's do, or of a plan that it is held against (band: %s)",
    (band) => {
      for (const against of [today, SPLITS, MOVES]) {
        const drawn = drawnPlan(view, { plan }, band, { plan: against });
        const { after, before, borders } = drawn.zones;
        for (const { properties } of borders.features) {
          const { a, b } = properties;
          const apart = b !== undefined && districtOf(plan, after[a]) !== districtOf(plan, after[b]);
          const once = b !== undefined && districtOf(against, before[a]) !== districtOf(against, before[b]);
          const kind = apart ? "between-districts" : once ? "once-between-districts" : "within";
          expect(borderKind(drawn, properties)).toBe(kind);
        }
      }
    },
  );
});

test("any plan is drawn truly, whoever drew it", () => {
  const { view } = viewed(baseline, []);
  const anywhere = fc.constantFrom(...municipality.sites.keys(), NO_SITE);
  const pairs = baseline.assignment.length;
  fc.assert(
    fc.property(
      fc.array(anywhere, { minLength: pairs, maxLength: pairs }),
      fc.constantFrom(...SHOWN),
      (sites, band) => {
        const plan = { ...baseline, assignment: Uint16Array.from(sites) };
        const drawn = drawnPlan(view, { plan }, band);
        expect(districtsDrawn(drawn)).toEqual(
          upTo(municipality.units.count).map((unit) => districtGoneTo(plan, unit, band)),
        );
      },
    ),
    { numRuns: 25 },
  );
});

const closing = (...closed: readonly number[]): Plan => ({
  ...baseline,
  teaching: baseline.teaching.map((bands, site) => (closed.includes(site) ? NO_BANDS : bands)),
});

test("a school that is closed today too is marked as none that the plan closes", () => {
  const { view } = viewed(closing(0), []);
  const marks = siteMarks(pictureOf(view, { plan: closing(0, 1) })).features.map(({ properties }) => properties);
  expect(marks.slice(0, 3).map(({ isClosedToday }) => isClosedToday)).toEqual([true, undefined, undefined]);
});

test("a school that a plan adds has its mark, its pupils and its area", () => {
  const { view } = viewed(baseline, []);
  const added = view.sites.length;
  const { lon, lat } = municipality.units;
  const sites = {
    capacity: [...view.sites.map(({ capacity }) => capacity), [60, undefined, undefined]],
    newSites: [{ id: "nyby", name: "Nyby Skole", lon: lon[0], lat: lat[0] }],
  };
  const plan: Plan = {
    ...baseline,
    teaching: [...baseline.teaching, parseGradeRange(GRADES, "0-9")!],
    districts: [...baseline.districts, { id: "new", name: "Nyby", sites: [added] }],
    assignment: baseline.assignment.map((site, pair) => (pair < BAND_COUNT ? added : site)),
  };
  const drawn = drawnPlan(view, { plan, sites }, "lowest");
  expect(siteMarks(drawn.picture).features[added]).toMatchObject({
    properties: { name: "Nyby Skole", grades: "0-9", isNew: true },
    geometry: { coordinates: [lon[0], lat[0]] },
  });
  expect(districtsDrawn(drawn)[0]).toBe(baseline.districts.length);
  expect(drawn.picture.districts.at(-1)?.pupils).toBe(pupilsAt(drawn.picture, added));
  expect(drawn.names.at(-1)).toMatchObject({ district: baseline.districts.length, lon: lon[0], lat: lat[0] });
});

test("units in provisional colours are areas of their own, by number; those without a colour are bare", () => {
  const { view } = viewed(baseline, []);
  const colours = new Map<number, string | null>([[2, "#123456"], [0, null]]); // prettier-ignore
  const painted = paintedUnits({ outlines: view.outlines, colours });
  expect(painted.map(({ id, properties }) => [id, properties.colour])).toEqual([[2, "#123456"], [0, null]]); // prettier-ignore
  for (const { id, geometry } of painted)
    expect(
      booleanPointInPolygon([municipality.units.lon[Number(id)], municipality.units.lat[Number(id)]], geometry),
    ).toBe(true);
});

test("a picture is made once, whoever asks for it", () => {
  const { view } = viewed(baseline, [MOVES]);
  expect(pictureOf(view, { plan: view.plans[1] })).toBe(pictureOf(view, { plan: view.plans[1] }));
  expect(todaysPicture(view)).toBe(todaysPicture(view));
});
