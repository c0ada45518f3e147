import { BAND_COUNT } from "../../cases/folkeskole.ts";
import fc from "fast-check";
import type { FeatureCollection, MultiLineString } from "geojson";
import { describe, expect, test } from "vitest";
import { type Band, outlinesOf, roadBlocks, saidIn, startDraft } from "../../../src/index.ts";
import { brushGround, type BrushSpot, flat, unflat } from "../../../web/draw/brush.ts";
import { unitsOfGroup } from "../../../web/draw/ways/groups.ts";
import { WAY } from "../../../web/draw/ways/list.ts";
import type { GroupSource, Selector, Surface, UnitGroups } from "../../../web/draw/ways/way.ts";
import { FIRST_DRAWING, type WayName, WAYS } from "../../../web/state/drawing.ts";
import { blocksBetween } from "../../../web/worker/map-roads.ts";
import { sceneryOf } from "../../../web/worker/scenery.ts";
import type { RoadRank } from "../../../web/worker/messages.ts";
import { openedCase } from "../../cases/opened.ts";

const ALL_DRAWING = { ...FIRST_DRAWING, bands: [0, 1, 2] };

const { basis } = openedCase("holbaek");
const { units, parishes = [], scenery } = basis.municipality;
const draft = startDraft(basis.municipality, basis.baseline);
const middles = brushGround(units);
const drawnScenery = sceneryOf(basis.municipality);
const outlines = outlinesOf(units);
const between = blocksBetween(basis.municipality);
const source = (change: Partial<GroupSource["drawing"]> = {}): GroupSource => ({
  view: { units, outlines, parishes, blocks: between, plans: [basis.baseline] } as unknown as GroupSource["view"],
  scenery: drawnScenery,
  draft,
  drawing: { ...ALL_DRAWING, ...change },
});
const surface = (groups?: UnitGroups): Surface => ({
  middles,
  radius: () => 2e-5,
  touch: () => 1e-9,
  groups: () => groups,
});
const begin = (way: WayName, drawing?: Partial<GroupSource["drawing"]>): Selector =>
  WAY[way].begin(surface(WAY[way].groups?.(source(drawing))));
const at = (spot: BrushSpot, unit?: number) => ({ spot, unit });

/** The plain way: the rays from a spot to the east cross a closed line an odd number of times. */
function isInside(line: readonly BrushSpot[], { x, y }: BrushSpot): boolean {
  let crossings = 0;
  line.forEach((a, i) => {
    const b = line[(i + 1) % line.length];
    if (a.y <= y === b.y <= y) return;
    if (x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) crossings++;
  });
  return crossings % 2 === 1;
}

const corner = fc
  .record({
    lon: fc.double({ min: 11.3, max: 12, noNaN: true }),
    lat: fc.double({ min: 55.5, max: 55.9, noNaN: true }),
  })
  .map(({ lon, lat }) => flat(lon, lat));

describe("drawing around areas", () => {
  test("takes those whose middle is inside the line, however it crosses itself", () => {
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 9 }), (line) => {
        const selector = begin("lasso");
        for (const spot of line) selector.set(at(spot));
        const taken = selector.close()!;
        for (let unit = 0; unit < units.count; unit += 13)
          expect(taken.units.has(unit)).toBe(isInside(line, { x: middles.x[unit], y: middles.y[unit] }));
      }),
      { seed: 5, numRuns: 40 },
    );
  });

  test("is the same in one go by pointer, by clicks and by keys", () => {
    const line = [flat(11.6, 55.65), flat(11.8, 55.65), flat(11.75, 55.75), flat(11.6, 55.72)];
    const byKeys = begin("lasso");
    for (const spot of line) byKeys.set(at(spot));
    const byPointer = begin("lasso");
    byPointer.down(at(line[0], 7));
    for (const spot of line.slice(1)) byPointer.move(at(spot));
    const byClicks = begin("lasso");
    for (const spot of line) {
      byClicks.down(at(spot));
      expect(byClicks.up(at(spot)).state).toBe("going");
    }
    byClicks.down(at(line[0]));
    const drawn = byPointer.up(at(line[3]));
    expect(drawn).toMatchObject({ state: "taken", from: 7 });
    expect(drawn.units.size).toBeGreaterThan(50);
    expect(byKeys.close()!.units).toEqual(drawn.units);
    expect(byClicks.up(at(line[0])).units).toEqual(drawn.units);
  });

  test("takes nothing with fewer than three corners, and nothing once it is cancelled", () => {
    const selector = begin("lasso");
    selector.set(at(flat(11.6, 55.6)));
    selector.set(at(flat(11.7, 55.6)));
    expect(selector.close()).toBeUndefined();
    selector.cancel();
    expect(selector.move(at(flat(11.7, 55.7)))).toMatchObject({ state: "over", units: new Set() });
  });
});

/** Degrees of latitude. */
const off = (a: { readonly lon: number; readonly lat: number }, unit: number): number =>
  Math.hypot((a.lon - units.lon[unit]) * Math.cos((units.lat[unit] * Math.PI) / 180), a.lat - units.lat[unit]);

describe("whole groups", () => {
  test("a school area is all that goes to that school, today, in the lowest of the chosen grades", () => {
    for (const bands of [[0, 1, 2], [2]] as const satisfies readonly (readonly Band[])[]) {
      const selector = begin("zone", { bands });
      for (const unit of [100, 2500, 6000]) {
        const taken = selector.set(at(flat(units.lon[unit], units.lat[unit]), unit));
        const site = basis.baseline.assignment[unit * BAND_COUNT + bands[0]];
        const own = [...Array(units.count).keys()].filter(
          (each) => basis.baseline.assignment[each * BAND_COUNT + bands[0]] === site,
        );
        expect([...taken.units]).toEqual(own);
        expect(taken.name).toBe(basis.municipality.sites[site].name);
      }
    }
  });

  test("a school area of the proposal is the proposal's", () => {
    const assignment = basis.baseline.assignment.map((site) => (site === 0 ? 1 : site));
    const moved = { ...draft, plan: { ...draft.plan, assignment } };
    const groups = WAY.zone.groups!({ ...source({ zones: "proposal" }), draft: moved })!;
    expect(unitsOfGroup(groups, 0).size).toBe(0);
    expect(unitsOfGroup(groups, 1).size).toBeGreaterThan(unitsOfGroup(WAY.zone.groups!(source())!, 1).size);
  });

  test.each(["parish", "town"] as const)("a %s is every unit that is nearest to its middle", (way) => {
    const groups = WAY[way].groups!(source())!;
    const centres = way === "parish" ? parishes : scenery.places;
    for (let unit = 0; unit < units.count; unit += 7) {
      const [nearest] = centres.toSorted((a, b) => off(a, unit) - off(b, unit));
      expect(groups.names[groups.of[unit]]).toBe(nearest.name);
    }
    expect(new Set(groups.names).size).toBe(groups.names.length);
  });

  test("are not offered where the case names none", () => {
    const { view } = source();
    expect(WAY.parish.groups!({ ...source(), view: { ...view, parishes: [] } })).toBeUndefined();
    expect(
      WAY.town.groups!({
        ...source(),
        view: { ...view },
        scenery: { ...drawnScenery, places: { type: "FeatureCollection", features: [] } },
      }),
    ).toBeUndefined();
  });

  test("blocks are those between the larger roads of the map, whole and by different names; between main roads alone they are larger", async () => {
    const ranks = { small: ["main", "country"], large: ["main"] };
    const drawn: FeatureCollection<MultiLineString, { readonly rank: RoadRank }> = JSON.parse(
      await drawnScenery.roads.far.text(),
    );
    for (const blocks of ["small", "large"] as const) {
      const groups = WAY.block.groups!(source({ blocks }))!;
      const lines = drawn.features
        .filter(({ properties }) => ranks[blocks].includes(properties.rank))
        .flatMap(({ geometry }) => geometry.coordinates);
      const parted = roadBlocks(units, outlines, lines, 0.25);
      const same = new Set([...parted].map((number, unit) => `${number} ${groups.of[unit]}`));
      expect(same.size).toBe(groups.names.length);
      expect(groups.names.length).toBe(Math.max(...parted) + 1);
      for (const language of ["da", "en"] as const)
        expect(new Set(groups.names.map((name) => saidIn(name, language))).size).toBe(groups.names.length);
    }
    const [small, large] = (["small", "large"] as const).map((blocks) => WAY.block.groups!(source({ blocks }))!);
    expect(large.names.length).toBeLessThan(small.names.length);
  });

  test("a block with a town in it has the town's name; others say which way they lie from the nearest", () => {
    const { of, names } = WAY.block.groups!(source())!;
    const [jyderup] = scenery.places.filter(({ name }) => name === "Jyderup");
    const unit = [...Array(units.count).keys()].toSorted((a, b) => off(jyderup, a) - off(jyderup, b))[0];
    expect(names[of[unit]]).toMatchObject({ da: "Jyderup", en: "Jyderup" });
    const said = names.map((name) => saidIn(name, "da"));
    expect(said.filter((name) => /^Jyderup (nord|syd|øst|vest)/.test(name)).length).toBeGreaterThan(0);
    for (const name of said) expect(name).not.toMatch(/\{|\s$|^\s/);
  });

  test("blocks are not offered where no road parts the areas", () => {
    const { roads } = basis.municipality;
    const none = blocksBetween({ units, roads: { ...roads, minutes: roads.length.map((metres) => metres / 500) } });
    expect(WAY.block.groups!({ ...source(), view: { ...source().view, blocks: none } })).toBeUndefined();
  });

  test("are shown before the click, and left alone by a pointer that slides into another", () => {
    const selector = begin("zone");
    const [one, other] = [0, 1].map((site) => basis.baseline.assignment.indexOf(site) / BAND_COUNT);
    const spot = (unit: number) => at(flat(units.lon[unit], units.lat[unit]), unit);
    expect(selector.move(spot(Math.floor(one))).state).toBe("over");
    const shown = selector.down(spot(Math.floor(one)));
    expect(shown).toMatchObject({ state: "going" });
    expect(selector.up(spot(Math.floor(one))).units).toBe(shown.units);
    selector.down(spot(Math.floor(one)));
    expect(selector.up(spot(Math.floor(other))).units.size).toBe(0);
    expect(selector.set(at(flat(0, 0))).units.size).toBe(0);
  });
});

test("every way takes at a click no more and no less than it showed before", () => {
  for (const { way } of WAYS)
    if (way !== "lasso") {
      const selector = begin(way);
      for (const unit of [50, 1234, 4321]) {
        const here = at({ x: middles.x[unit], y: middles.y[unit] }, unit);
        const before = new Set(selector.move(here).units);
        selector.down(here);
        expect(selector.up(here).units).toEqual(before);
        expect(before.size).toBeGreaterThan(0);
        expect(selector.set(here).units).toEqual(before);
      }
    }
});

test("degrees come back from the flat map", () => {
  const { x, y } = flat(11.7, 55.7);
  const [lon, lat] = unflat({ x, y });
  expect(lon).toBeCloseTo(11.7, 9);
  expect(lat).toBeCloseTo(55.7, 9);
});
