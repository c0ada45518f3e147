import { GRADES } from "../../cases/folkeskole.ts";
import { BANDS, BAND_COUNT } from "../../cases/folkeskole.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyChanges,
  type Draft,
  holdsIn,
  NO_SITE,
  type Lockable,
  openCase,
  outlinesOf,
  setLock,
  startDraft,
} from "../../../src/index.ts";
import { brushGround } from "../../../web/draw/brush.ts";
import { heldSites, heldThemselves, heldUnits, lockables, locksOf } from "../../../web/draw/locks.ts";
import { schoolOf } from "../../../web/draw/pick.ts";
import { takeTool } from "../../../web/draw/tool-keys.ts";
import { strokeOf } from "../../../web/draw/strokes.ts";
import { WAY } from "../../../web/draw/ways/list.ts";
import type { GroupSource } from "../../../web/draw/ways/way.ts";
import { type Drawing, FIRST_DRAWING, WAYS } from "../../../web/state/drawing.ts";
import { blocksBetween } from "../../../web/worker/map-roads.ts";
import { openedCase } from "../../cases/opened.ts";
import { tinyCase } from "../../cases/tiny.ts";
import { openPage } from "../proposals/page.ts";

const ALL_DRAWING = { ...FIRST_DRAWING, bands: [0, 1, 2] };

const { basis } = openCase(tinyCase()).value!;
const { units, sites } = basis.municipality;
const first = startDraft(basis.municipality, basis.baseline);
const districts = first.plan.districts.map(({ id }) => id);
const middles = brushGround(units);
const locked = (draft: Draft, what: Lockable, to: "on" | "off" = "on"): Draft =>
  applyChanges(draft, setLock(draft, what, to === "on"));

/** Four corners; the tiny case names no parishes. */
const centres = [0, 1, 2, 3].map((name) => ({
  name: `S${name}`,
  lon: units.lon[name * 7],
  lat: units.lat[name * 7],
}));
const view = {
  grades: GRADES,
  units,
  outlines: outlinesOf(units),
  parishes: centres,
  blocks: blocksBetween(basis.municipality),
  plans: [basis.baseline],
} as unknown as GroupSource["view"];
const drawnScenery: GroupSource["scenery"] = {
  places: {
    type: "FeatureCollection",
    features: centres.map(({ name, lon, lat }) => ({
      type: "Feature",
      properties: { name, population: 0 },
      geometry: { type: "Point", coordinates: [lon, lat] },
    })),
  },
};
const source = (draft: Draft, drawing: Drawing): GroupSource => ({ view, scenery: drawnScenery, draft, drawing });

/** What a hand does with a way of choosing at some units: pressed at the first, let go at the last, or corners set and closed. */
function chosenBy(draft: Draft, drawing: Drawing, places: readonly number[]) {
  const way = WAY[drawing.way];
  const selector = way.begin({
    middles,
    radius: () => 1e-5,
    touch: () => 1e-9,
    groups: () => way.groups?.(source(draft, drawing)),
  });
  const at = (unit: number) => ({ spot: { x: middles.x[unit], y: middles.y[unit] }, unit });
  selector.down(at(places[0]));
  for (const unit of places) selector.move(at(unit));
  return selector.up(at(drawing.way === "brush" || drawing.way === "lasso" ? places.at(-1)! : places[0]));
}

const what: fc.Arbitrary<Lockable> = fc.oneof(
  fc
    .uniqueArray(fc.nat(units.count * BAND_COUNT - 1), { minLength: 1, maxLength: 12 })
    .map((pairs) => ({ pairs: Uint32Array.from(pairs).toSorted() })),
  fc.nat(sites.length - 1).map((site) => ({ site })),
  fc.constantFrom(...districts).map((district) => ({ district })),
  fc.constantFrom(...BANDS.map(({ band }) => band)).map((band) => ({ band })),
);
const drawings: fc.Arbitrary<Drawing> = fc.record({
  tool: fc.constantFrom("paint", "lock", "unlock"),
  way: fc.constantFrom(...WAYS.map(({ way }) => way)),
  site: fc.nat(sites.length - 1),
  bands: fc.subarray(ALL_DRAWING.bands.slice(), { minLength: 1 }),
  brush: fc.constant("middle"),
  zones: fc.constantFrom("today", "proposal"),
  blocks: fc.constantFrom("small", "large"),
  within: fc.constantFrom("anywhere", "start"),
  picking: fc.constant("off"),
});
const strokes = fc.tuple(drawings, fc.array(fc.nat(units.count - 1), { minLength: 3, maxLength: 8 }));

const named = (draft: Draft) => lockables(draft).flatMap(({ entries }) => entries);
const siteOf = (unit: number, band: number): number => first.plan.assignment[unit * BAND_COUNT + band];
const goesToSecond = (unit: number, band: number) => siteOf(unit, band) === 1;
/** The lowest grades of a unit that go to any school. */
const lowestOf = (unit: number) =>
  BANDS.filter(({ band }) => siteOf(unit, band) !== NO_SITE).map(({ band }) => band)[0];

describe("locks", () => {
  test("of a school are not told of its areas as locks of their own, in whichever grades the map shows", () => {
    const pair = first.plan.assignment.findIndex((site) => site !== NO_SITE);
    const [unit, band] = [Math.floor(pair / BAND_COUNT), BANDS[pair % BAND_COUNT].band];
    const draft = locked(locked(first, { site: first.plan.assignment[pair] }), { pairs: Uint32Array.of(pair) });
    for (const shown of ["lowest", band] as const) {
      const held = heldUnits(draft, shown);
      expect(held.size).toBeGreaterThan(1);
      expect([...heldThemselves(draft, shown, held)]).toEqual([unit]);
    }
    for (const each of BANDS) if (each.band !== band) expect(heldThemselves(draft, each.band, [unit]).size).toBe(0);
  });

  test("are moved by no tool and no way of choosing, in any order of strokes and locks", () => {
    let made = 0;
    fc.assert(
      fc.property(fc.array(fc.oneof(strokes, fc.tuple(what)), { minLength: 1, maxLength: 12 }), (steps) => {
        let draft = first;
        for (const [step, places] of steps) {
          if (places === undefined) {
            draft = locked(draft, step as Lockable);
            continue;
          }
          const drawing = step as Drawing;
          const { units: chosen, from } = chosenBy(draft, drawing, places);
          const stroked = strokeOf(draft, drawing, chosen, from);
          if (stroked.kind === "nothing") continue;
          made++;
          const hold = holdsIn(draft);
          const after = applyChanges(draft, stroked.changes);
          after.plan.assignment.forEach((site, pair) => {
            const before = draft.plan.assignment[pair];
            if (site === before) return;
            expect(hold(pair)).toBeUndefined();
            expect(heldSites(draft)).not.toContain(site);
            expect(chosen).toContain(Math.floor(pair / BAND_COUNT));
            if (drawing.within === "start" && drawing.way !== "zone") {
              expect(from).toBeDefined();
              expect(before).toBe(draft.plan.assignment[from! * BAND_COUNT + (pair % BAND_COUNT)]);
            }
          });
          draft = after;
        }
      }),
      { seed: 11, numRuns: 150 },
    );
    expect(made).toBeGreaterThan(150);
  });

  test("are all in the list, and taken away by it one by one until none is left", () => {
    fc.assert(
      fc.property(fc.array(what, { maxLength: 8 }), (whats) => {
        let draft = whats.reduce<Draft>((each, lock) => locked(each, lock), first);
        for (let entries = locksOf(draft); entries.length > 0; entries = locksOf(draft)) {
          expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
          const [{ what: lock, name }] = entries;
          expect(name.da).not.toBe("");
          const next = locked(draft, lock, "off");
          expect(locksOf(next).length).toBe(entries.length - 1);
          draft = next;
        }
        expect(draft.locks.pairs.size + draft.locks.sites.size).toBe(0);
        expect(draft.locks.districts.size + draft.locks.bands.size).toBe(0);
      }),
      { seed: 12, numRuns: 60 },
    );
  });

  test("that can be set by name are all that are not set", () => {
    expect(named(first)).toHaveLength(BANDS.length + districts.length + sites.length);
    const all = named(first).reduce<Draft>((draft, { what: lock }) => locked(draft, lock), first);
    expect(named(all)).toEqual([]);
    expect(locksOf(all)).toHaveLength(named(first).length);
  });

  test("are shown on the map where they hold the grades that it shows", () => {
    const draft = locked(locked(first, { pairs: Uint32Array.of(4 * BAND_COUNT + 2) }), { site: 1 });
    for (let unit = 0; unit < units.count; unit++) {
      for (const { band } of BANDS)
        expect(heldUnits(draft, band).has(unit)).toBe((unit === 4 && band === 2) || goesToSecond(unit, band));
      expect(heldUnits(draft, "lowest").has(unit)).toBe(unit === 4 || goesToSecond(unit, lowestOf(unit)));
    }
    expect(heldUnits(locked(first, { band: 0 }), "lowest")).toEqual(new Set());
  });

  test("leave the areas of another school alone on the map, though its pupils go on to the locked one from grade 7", () => {
    const { basis: real } = openedCase("holbaek");
    const names = real.municipality.sites.map(({ name }) => name);
    const [tuse, udby] = [names.indexOf("Tuse Skole"), names.indexOf("Udby Skole")];
    const draft = locked(startDraft(real.municipality, real.baseline), { site: tuse });
    const goesTo = (site: number, band: number) => (unit: number) =>
      real.baseline.assignment[unit * BAND_COUNT + band] === site;
    const [young, old] = [[...heldUnits(draft, "lowest")], [...heldUnits(draft, 2)]];
    expect([young.some(goesTo(tuse, 0)), young.some(goesTo(udby, 0))]).toEqual([true, false]);
    expect(old.some(goesTo(udby, 0))).toBe(true);
  });
});

describe("a stroke that a lock stops", () => {
  /** A unit that goes somewhere in every grade, and a school elsewhere. */
  const unit = [...Array(units.count).keys()].find((each) =>
    BANDS.every(({ band }) => siteOf(each, band) !== NO_SITE),
  )!;
  const site = sites.findIndex(
    ({ teaches }, each) => teaches === 7 && BANDS.every(({ band }) => siteOf(unit, band) !== each),
  );
  const paint: Drawing = { ...ALL_DRAWING, tool: "paint", site };
  const why = (draft: Draft): string => {
    const stroked = strokeOf(draft, paint, [unit]);
    return stroked.kind === "nothing" ? stroked.why.da : stroked.note.da;
  };

  test("names it: the school painted to, a district, grades", () => {
    expect(why(locked(first, { site }))).toContain(`${sites[site].name} er låst`);
    const own = first.plan.districts.find((each) => each.sites.includes(siteOf(unit, 0)))!;
    expect(why(locked(first, { district: own.id }))).toContain(`distriktet ${own.name} er låst`);
    const bands = BANDS.reduce((draft, { band }) => locked(draft, { band }), first);
    expect(why(bands)).toContain("0.-3. klasse, 4.-6. klasse og 7.-9. klasse er låst");
  });

  test("names it where it stops only a part", () => {
    // Of an area whose other grades move it is the locked ones that stay, and not the area.
    expect(why(locked(first, { band: 1 }))).toMatch(/flyttet til .*; 4\.-6\. klasse er låst og blev, hvor den var$/);
    const two = locked(locked(first, { band: 1 }), { band: 0 });
    expect(why(two)).toMatch(/; 0\.-3\. og 4\.-6\. klasse er låst og blev, hvor den var$/);
  });

  test("says where to unlock what is not locked by itself", () => {
    const draft = locked(first, { band: 1 });
    const stroked = strokeOf(draft, { ...paint, tool: "unlock" }, [unit]);
    expect(stroked).toMatchObject({ kind: "nothing" });
    expect(stroked.kind === "nothing" && stroked.why.en).toContain("grades 4-6");
  });
});

test("the school picked from the map is where the lowest of the chosen grades goes, and none where they go nowhere", () => {
  const { assignment } = first.plan;
  for (let unit = 0; unit < units.count; unit++) {
    const [low, , high] = assignment.subarray(unit * BAND_COUNT, (unit + 1) * BAND_COUNT);
    const picked = (bands: Drawing["bands"]) => schoolOf(first, { ...ALL_DRAWING, bands }, unit);
    expect(picked([0])).toBe(low === NO_SITE ? undefined : low);
    expect(picked([2])).toBe(high === NO_SITE ? undefined : high);
    if (low !== NO_SITE) expect(picked([0, 1, 2])).toBe(low);
  }
  expect(schoolOf(first, ALL_DRAWING, undefined)).toBeUndefined();
});

test("a school that is locked is said to be when it is chosen to paint to, with what unlocks it", async () => {
  const { studio, store, all, ...page } = await openPage();
  studio.begin(page.view.plans[0], "Today");
  const said = () => store.state().outcome;
  takeTool(store, { tool: "paint", site: 0 });
  expect(said()?.kind).not.toBe("refused");
  for (const lock of [
    { site: 0 },
    { district: all()[0].draft.plan.districts.find((each) => each.sites.includes(0))!.id },
  ]) {
    studio.edit(setLock(all()[0].draft, lock, true), { da: "låst", en: "locked" });
    takeTool(store, { site: 0 });
    expect(said()).toMatchObject({ kind: "refused", held: { locks: [lock] } });
    expect(said()!.lines[0].da).toMatch(/^Der kan ikke males til .* er låst\.$/);
    takeTool(store, { tool: "look" });
    takeTool(store, { tool: "paint" });
    expect(said()?.kind).toBe("refused");
    studio.edit(said()!.held!.step.changes, { da: "låst op", en: "unlocked" });
    takeTool(store, { site: 0 });
    expect(said()?.kind).toBe("done");
  }
});
