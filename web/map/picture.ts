import { BAND_COUNT, type BandSet, NO_SITE, type Plan } from "../../src/index.ts";
import { todaysPlan } from "../state/plans.ts";
import type { CaseView, ZoneMap } from "../worker/messages.ts";
import { type ColourGround, coloursOf, type Touching } from "./colouring.ts";
import { HUES, type Hue } from "./palette.ts";

/** A plan as the page shows it; whatever counts or colours a plan's districts and schools takes them from here. */
export interface Picture {
  readonly districts: readonly PicturedDistrict[];
  /** Number in `districts`, `[site]`; -1 for a site in none. */
  readonly districtOfSite: readonly number[];
  /** Number in `districts`, `[zone]`; -1 where the zone's units go to no site of a district. */
  readonly districtOfZone: readonly number[];
  /** Bands that each site teaches, `[site]`; 0 = closed. */
  readonly teaching: readonly BandSet[];
  /** `[site * BAND_COUNT + band]` */
  readonly pupils: Uint32Array;
}

interface PicturedDistrict {
  readonly name: string;
  readonly sites: readonly number[];
  readonly pupils: number;
  readonly hue: Hue;
}

/** All pupils of one site. */
export const pupilsAt = ({ pupils }: Pick<Picture, "pupils">, site: number): number =>
  pupils.subarray(site * BAND_COUNT, (site + 1) * BAND_COUNT).reduce((sum, count) => sum + count, 0);

/** Today's districts in their colours. */
export const todaysPicture = (view: CaseView): Picture => pictureOf(view, todaysPlan(view));

const albums = new WeakMap<CaseView, WeakMap<Plan, Picture>>();

/** A plan in its colours; made once, whoever shows it. */
export function pictureOf(view: CaseView, plan: Plan): Picture {
  const album = albums.get(view) ?? new WeakMap<Plan, Picture>();
  albums.set(view, album);
  const known = album.get(plan);
  if (known) return known;
  const made = drawnPicture(view, plan);
  album.set(plan, made);
  return made;
}

function drawnPicture(view: CaseView, plan: Plan): Picture {
  const { districts, teaching, assignment } = plan;
  const districtOfSite = districtNumbers(view, districts);
  // Pupils of a listed plan change school only within their new district, so today's school tells whose they are.
  const sited = Math.max(
    0,
    view.plans.findIndex((other) => other === plan),
  );
  const districtOfZone = zoneDistricts(view.zoneMap, districtOfSite, sited);
  const pupils = sitePupils(view, assignment);
  const colours = coloursOf(
    districts.map(({ sites }) => sites),
    touchingDistricts(view.zoneMap, districtOfZone),
    colourGround(view),
  );
  return {
    districtOfSite,
    districtOfZone,
    teaching,
    pupils,
    districts: districts.map(({ name, sites }, district) => ({
      name,
      sites,
      pupils: sites.reduce((sum, site) => sum + pupilsAt({ pupils }, site), 0),
      hue: HUES[colours[district]],
    })),
  };
}

function districtNumbers(view: CaseView, districts: Plan["districts"]): readonly number[] {
  const districtOfSite = view.sites.map(() => -1);
  districts.forEach(({ sites }, district) => {
    for (const site of sites) districtOfSite[site] = district;
  });
  return districtOfSite;
}

const zoneDistricts = ({ sites }: ZoneMap, districtOfSite: readonly number[], sited: number): readonly number[] =>
  sites.map((byPlan) => (byPlan[sited] === NO_SITE ? -1 : districtOfSite[byPlan[sited]]));

function sitePupils({ sites, units }: CaseView, assignment: Uint16Array): Uint32Array {
  const pupils = new Uint32Array(sites.length * BAND_COUNT);
  assignment.forEach((site, pair) => {
    if (site !== NO_SITE) pupils[site * BAND_COUNT + (pair % BAND_COUNT)] += units.unitBand[pair];
  });
  return pupils;
}

/** Districts that share a border on the map, each pair once, the lower number first. */
export function touchingDistricts({ borders }: ZoneMap, districtOfZone: readonly number[]): Touching {
  const seen = new Set<string>();
  return borders.features.flatMap(({ properties: { a, b } }) => {
    if (b === undefined) return [];
    const [one, other] = [districtOfZone[a], districtOfZone[b]].toSorted((x, y) => x - y);
    if (one < 0 || one === other || seen.has(`${one} ${other}`)) return [];
    seen.add(`${one} ${other}`);
    return [[one, other] as const];
  });
}

const grounds = new WeakMap<CaseView, ColourGround>();

function colourGround(view: CaseView): ColourGround {
  const known = grounds.get(view);
  if (known) return known;
  const districtOfSite = districtNumbers(view, view.districts);
  const ground = {
    districtOfSite,
    weight: view.sites.map(({ pupils }) => pupils),
    touching: touchingDistricts(view.zoneMap, zoneDistricts(view.zoneMap, districtOfSite, 0)),
  };
  grounds.set(view, ground);
  return ground;
}

/** How a line between two zones is drawn. */
type BorderKind = "between-districts" | "once-between-districts" | "within";

/** A border between districts of the picture is solid; one that is between districts only today is dashed. */
export function borderKind(
  { districtOfZone }: Picture,
  today: Picture,
  { a, b }: { readonly a: number; readonly b?: number },
): BorderKind {
  if (b === undefined) return "within";
  if (districtOfZone[a] !== districtOfZone[b]) return "between-districts";
  return today.districtOfZone[a] === today.districtOfZone[b] ? "within" : "once-between-districts";
}

/** Where a district's name stands: the middle of the zone nearest to the middle of all its zones. */
export function nameSpot(
  district: number,
  { districtOfZone }: Pick<Picture, "districtOfZone">,
  { middles }: ZoneMap,
): { readonly lon: number; readonly lat: number } | undefined {
  const own = middles.filter(({ zone }) => districtOfZone[zone] === district);
  const size = own.reduce((sum, zone) => sum + zone.size, 0);
  if (size === 0) return undefined;
  const lon = own.reduce((sum, zone) => sum + zone.size * zone.lon, 0) / size;
  const lat = own.reduce((sum, zone) => sum + zone.size * zone.lat, 0) / size;
  const off = (zone: { lon: number; lat: number }) => Math.hypot((zone.lon - lon) * 0.56, zone.lat - lat);
  return own.reduce((best, zone) => (off(zone) < off(best) ? zone : best));
}
