import type { FeatureCollection, MultiLineString, MultiPolygon } from "geojson";
import { NO_GROUP, NO_SITE, partitionOf, type Grades } from "../../src/index.ts";
import { type ShownBand, shownSite } from "../state/shown-band.ts";
import type { CaseView } from "../worker/messages.ts";

/**
 * One area for each set of units that go to the same site in a plan and to the same site in the plan it is held against, and
 * the lines between them: recolouring them shows either plan, and every plan that sends the units to the same sites.
 */
export interface Zones {
  readonly areas: FeatureCollection<MultiPolygon, { readonly zone: number }>;
  /** `a` and `b` are zones; a line at the rim of the area has no `b`. */
  readonly borders: FeatureCollection<MultiLineString, BorderSides>;
  /** Zone of each unit, `[unit]`; NO_GROUP for one without a site in either. */
  readonly zone: Int32Array;
  /** Sites of a zone's units, `[zone]`; NO_SITE where they have none. */
  readonly before: readonly number[];
  readonly after: readonly number[];
}

export interface BorderSides {
  readonly a: number;
  readonly b?: number;
}

interface Kept {
  readonly before: Uint16Array;
  readonly after: Uint16Array;
  readonly band: ShownBand;
  readonly zones: Zones;
}

/** Those looked at last, newest first; others are made again in little time. */
let recent: readonly Kept[] = [];
const KEPT = 24;

/** Zones of one band of two assignments, `[unit * BAND_COUNT + band]`; the same for the same two. */
export function zonesOf(view: CaseView, before: Uint16Array, after: Uint16Array, band: ShownBand): Zones {
  const known = recent.find((kept) => kept.before === before && kept.after === after && kept.band === band);
  const kept = known ?? { before, after, band, zones: makeZones(view, before, after, band) };
  recent = [kept, ...recent.filter((other) => other !== kept)].slice(0, KEPT);
  return kept.zones;
}

function makeZones(
  { outlines, units, grades }: CaseView,
  before: Uint16Array,
  after: Uint16Array,
  band: ShownBand,
): Zones {
  const { zone, sites } = togetherIn(grades, units.count, [before, after], band);
  const { areas, borders } = partitionOf(outlines, zone);
  return {
    areas: {
      type: "FeatureCollection",
      features: areas.map(({ group, parts }) => ({
        type: "Feature",
        properties: { zone: group },
        geometry: { type: "MultiPolygon", coordinates: parts },
      })),
    },
    borders: {
      type: "FeatureCollection",
      features: borders.map(({ lines, ...sides }) => ({
        type: "Feature",
        properties: sides,
        geometry: { type: "MultiLineString", coordinates: lines },
      })),
    },
    zone,
    before: sites.map(([site]) => site),
    after: sites.map(([, site]) => site),
  };
}

/** Numbers the sets of units that go to the same two sites, in the order they come in; those without any site are in none. */
function togetherIn(
  grades: Grades,
  count: number,
  [before, after]: readonly [Uint16Array, Uint16Array],
  band: ShownBand,
) {
  const numbers = new Map<number, number>();
  const sites: (readonly [before: number, after: number])[] = [];
  const zone = new Int32Array(count).fill(NO_GROUP);
  for (let unit = 0; unit < count; unit++) {
    const pair = [shownSite(grades, before, unit, band), shownSite(grades, after, unit, band)] as const;
    if (pair[0] === NO_SITE && pair[1] === NO_SITE) continue;
    const key = pair[0] * (NO_SITE + 1) + pair[1];
    const same = numbers.get(key);
    zone[unit] = same ?? sites.push(pair) - 1;
    if (same === undefined) numbers.set(key, zone[unit]);
  }
  return { zone, sites };
}
