import type { CaseView, PlanList, PlanRef, ZoneMap } from "../worker/messages.ts";
import { type ColourGround, coloursOf } from "./colouring.ts";
import { HUES, type Hue } from "./palette.ts";

/** A plan as the map shows it. */
export interface Picture {
  readonly key: string;
  readonly districts: readonly PicturedDistrict[];
  /** Number in `districts`, `[site]`; -1 for a site in none. */
  readonly districtOfSite: readonly number[];
}

export interface PicturedDistrict {
  readonly name: string;
  readonly sites: readonly number[];
  readonly pupils: number;
  readonly hue: Hue;
}

/** Today's districts in their colours. */
export const todaysPicture = (view: CaseView): Picture => pictureOf(view, "today", view.districts);

/** A plan in its colours; undefined where it does not exist. A listed plan that a file decided has the file's names. */
export function planPicture(view: CaseView, list: PlanList | undefined, ref: PlanRef): Picture | undefined {
  if (ref.from === "file") {
    const plan = view.plans.find(({ id }) => id === ref.id);
    return plan && pictureOf(view, `file ${ref.id}`, plan.districts);
  }
  if (!list || ref.number >= list.count) return undefined;
  return pictureOf(view, `${list.policy} ${list.districts} ${ref.number}`, districtsOf(view, list, ref.number));
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

export const mergedOf = (list: PlanList, number: number) =>
  Array.from(
    list.groupings.subarray(number * list.districts, (number + 1) * list.districts),
    (merged) => list.merged[merged],
  );

function pictureOf(view: CaseView, key: string, districts: readonly NamedDistrict[]): Picture {
  const colours = coloursOf(
    districts.map(({ sites }) => sites),
    colourGround(view),
  );
  const districtOfSite = view.sites.map(() => -1);
  districts.forEach(({ sites }, district) => {
    for (const site of sites) districtOfSite[site] = district;
  });
  return {
    key,
    districtOfSite,
    districts: districts.map(({ name, sites }, district) => ({
      name,
      sites,
      pupils: sites.reduce((sum, site) => sum + view.sites[site].pupils, 0),
      hue: HUES[colours[district]],
    })),
  };
}

const grounds = new WeakMap<CaseView, ColourGround>();

function colourGround(view: CaseView): ColourGround {
  const known = grounds.get(view);
  if (known) return known;
  const districtOfSite = view.sites.map(() => -1);
  view.districts.forEach(({ sites }, district) => {
    for (const site of sites) districtOfSite[site] = district;
  });
  const ground = {
    districtOfSite,
    weight: view.sites.map(({ pupils }) => pupils),
    touching: touchingSites(view.zoneMap),
  };
  grounds.set(view, ground);
  return ground;
}

const touchingSites = ({ borders }: ZoneMap): (readonly [number, number])[] =>
  borders.features.flatMap(({ properties: { a, b } }) => (b === undefined ? [] : [[a, b] as const]));

/** How a line between two zones is drawn. */
export type BorderKind = "between-districts" | "once-between-districts" | "within";

/** A border between districts of the picture is solid; one that is between districts only today is dashed. */
export function borderKind(
  { districtOfSite }: Picture,
  today: Picture,
  { a, b }: { readonly a: number; readonly b?: number },
): BorderKind {
  if (b === undefined) return "within";
  if (districtOfSite[a] !== districtOfSite[b]) return "between-districts";
  return today.districtOfSite[a] === today.districtOfSite[b] ? "within" : "once-between-districts";
}

/** Where a district's name stands: the middle of the zone nearest to the middle of all its zones. */
export function nameSpot(
  sites: readonly number[],
  { middles }: ZoneMap,
): { readonly lon: number; readonly lat: number } | undefined {
  const own = middles.filter(({ site }) => sites.includes(site));
  const size = own.reduce((sum, zone) => sum + zone.size, 0);
  if (size === 0) return undefined;
  const lon = own.reduce((sum, zone) => sum + zone.size * zone.lon, 0) / size;
  const lat = own.reduce((sum, zone) => sum + zone.size * zone.lat, 0) / size;
  const off = (zone: { lon: number; lat: number }) => Math.hypot((zone.lon - lon) * 0.56, zone.lat - lat);
  return own.reduce((best, zone) => (off(zone) < off(best) ? zone : best));
}
