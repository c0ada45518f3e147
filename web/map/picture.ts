import { BAND_COUNT, type BandSet, NO_SITE } from "../../src/index.ts";
import { assignmentOf } from "../state/unit-facts.ts";
import type { CaseView, PlanList, ZoneMap } from "../worker/messages.ts";
import type { PlanRef } from "../worker/plan-ref.ts";
import { type ColourGround, coloursOf, type Touching } from "./colouring.ts";
import { HUES, type Hue } from "./palette.ts";

/** A plan as the page shows it; whatever counts or colours a plan's districts and schools takes them from here. */
export interface Picture {
  readonly key: string;
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
export const todaysPicture = (view: CaseView): Picture =>
  kept(view, "today", () => ({
    districts: view.districts,
    teaching: view.sites.map(({ teaches }) => teaches),
    assignment: view.units.site,
    sited: 0,
  }));

/** A plan in its colours; undefined where it does not exist. A listed plan that a file decided has the file's names. */
export function planPicture(view: CaseView, list: PlanList | undefined, ref: PlanRef): Picture | undefined {
  if (ref.from === "file") {
    const sited = view.plans.findIndex(({ id }) => id === ref.id);
    if (sited < 0) return undefined;
    const { districts, teaching, site } = view.plans[sited];
    return kept(view, `file ${ref.id}`, () => ({ districts, teaching, assignment: site, sited }));
  }
  if (!list || ref.number >= list.count) return undefined;
  return kept(view, `${list.policy} ${list.districts} ${ref.number}`, () => ({
    districts: districtsOf(view, list, ref.number),
    teaching: view.sites.map(({ teaches }) => teaches),
    assignment: assignmentOf(view, list, ref),
    // Units change site only within their new district, so today's site tells whose they are.
    sited: 0,
  }));
}

interface NamedDistrict {
  readonly name: string;
  readonly sites: readonly number[];
}

/** The districts of a listed plan. */
export function districtsOf(view: CaseView, list: PlanList, number: number): readonly NamedDistrict[] {
  const decided = list.decisions.find(({ plan }) => plan === number);
  const file = decided && view.plans.find(({ id }) => id === decided.id);
  return mergedOf(list, number).map(({ name, sites }) => {
    const same = file?.districts.find((district) => district.sites.join() === sites.join());
    return { name: same?.name ?? name, sites };
  });
}

const mergedOf = (list: PlanList, number: number) =>
  Array.from(
    list.groupings.subarray(number * list.districts, (number + 1) * list.districts),
    (merged) => list.merged[merged],
  );

/** What a picture is made of. */
interface Subject {
  readonly districts: readonly NamedDistrict[];
  readonly teaching: readonly BandSet[];
  /** `[unit * BAND_COUNT + band]` */
  readonly assignment: Uint16Array;
  /** Number of the case's plan whose sites tell which district a zone belongs to. */
  readonly sited: number;
}

const albums = new WeakMap<CaseView, Map<string, Picture>>();
/** Pictures kept of one case; walking back through plans makes none anew. */
const KEPT = 400;

/** Each picture is made once, whoever shows it. */
function kept(view: CaseView, key: string, subjectOf: () => Subject): Picture {
  const album = albums.get(view) ?? new Map<string, Picture>();
  albums.set(view, album);
  const known = album.get(key);
  if (known) return known;
  const [oldest] = album.keys();
  if (album.size >= KEPT && oldest !== undefined) album.delete(oldest);
  const made = pictureOf(view, key, subjectOf());
  album.set(key, made);
  return made;
}

function pictureOf(view: CaseView, key: string, { districts, teaching, assignment, sited }: Subject): Picture {
  const districtOfSite = districtNumbers(view, districts);
  const districtOfZone = zoneDistricts(view.zoneMap, districtOfSite, sited);
  const pupils = sitePupils(view, assignment);
  const colours = coloursOf(
    districts.map(({ sites }) => sites),
    touchingDistricts(view.zoneMap, districtOfZone),
    colourGround(view),
  );
  return {
    key,
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

function districtNumbers(view: CaseView, districts: readonly Pick<NamedDistrict, "sites">[]): readonly number[] {
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
    if (site !== NO_SITE) pupils[site * BAND_COUNT + (pair % BAND_COUNT)] += units.pupils[pair];
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
