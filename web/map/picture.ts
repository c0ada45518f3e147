import {
  countsWhere,
  type BandSet,
  type Counts,
  heirsOf,
  NO_BANDS,
  type Plan,
  sitePupils,
  touchingGroups,
  type Grades,
} from "../../src/index.ts";
import { type PlanSite, planSites } from "../state/plan-sites.ts";
import { todaysPlan } from "../state/plans.ts";
import { partsBands, type ShownBand, shownSite } from "../state/shown-band.ts";
import type { AssumedPlan, CaseView } from "../worker/messages.ts";
import { type ColouringContext, signsOf, type Touching } from "./colouring.ts";
import { HUES, type Hue } from "./palette.ts";

/** A plan as the page shows it; whatever counts or colours a plan's districts and schools takes them from here. */
export interface Picture {
  readonly grades: Grades;
  /** The case's first, as they are numbered there, then those that the plan adds. */
  readonly sites: readonly PlanSite[];
  readonly districts: readonly PicturedDistrict[];
  /** Those that share a border on the map of any band, the lower number first. */
  readonly touching: Touching;
  /** Number in `districts`, `[site]`; -1 for a site in none. */
  readonly districtOfSite: readonly number[];
  /** Bands that each site teaches, `[site]`; 0 = closed. */
  readonly teaching: readonly BandSet[];
  /** Whether it teaches nothing today either, `[site]`. */
  readonly closedToday: readonly boolean[];
  /** `[site * BAND_COUNT + band]` */
  readonly pupils: Uint32Array;
  /** How they are told of any plan of the case; of one that is drawn, in fives whatever this is. */
  readonly counts: Counts;
}

interface PicturedDistrict {
  readonly name: string;
  /** What it is told by where its name has no room, and beside its name in the map's key. */
  readonly key: string;
  readonly sites: readonly number[];
  readonly pupils: number;
  readonly hue: Hue;
}

/** All pupils of one site. */
export const pupilsAt = ({ pupils, grades }: Pick<Picture, "grades" | "pupils">, site: number): number =>
  pupils.subarray(site * grades.bandCount, (site + 1) * grades.bandCount).reduce((sum, count) => sum + count, 0);

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** A, B and so on to Z, then AA, AB. Marks on the map hold grades, so a district's key is no number. */
const keyAt = (place: number): string =>
  (place < LETTERS.length ? "" : keyAt(Math.floor(place / LETTERS.length) - 1)) + LETTERS[place % LETTERS.length];

/** All districts in the order of their keys. */
export const byKey = <District extends { readonly key: string }>({
  districts,
}: {
  readonly districts: readonly District[];
}): readonly District[] => districts.toSorted((a, b) => a.key.length - b.key.length || (a.key < b.key ? -1 : 1));

/** Those whose keys and colours are on the map: a district without an open school lies nowhere. */
export const districtsOnMap = (picture: Pick<Picture, "districts" | "teaching">): readonly PicturedDistrict[] =>
  byKey(picture).filter(({ sites }) => sites.some((site) => picture.teaching[site] !== NO_BANDS));

/** Today's districts in their colours. */
export const todaysPicture = (view: CaseView): Picture => pictureOf(view, { plan: todaysPlan(view) });

const albums = new WeakMap<CaseView, WeakMap<Plan, Picture>>();

/** A plan's picture where one was made before. */
export function knownPicture(view: CaseView, assumed: AssumedPlan): Picture | undefined {
  const known = albums.get(view)?.get(assumed.plan);
  return known?.sites === planSites(view, assumed) ? known : undefined;
}

/** A plan in its colours; made once, whoever shows it. */
export function pictureOf(view: CaseView, assumed: AssumedPlan): Picture {
  const known = knownPicture(view, assumed);
  if (known) return known;
  const made = drawnPicture(view, assumed.plan, planSites(view, assumed));
  const album = albums.get(view) ?? new WeakMap<Plan, Picture>();
  albums.set(view, album);
  album.set(assumed.plan, made);
  return made;
}

function drawnPicture(view: CaseView, plan: Plan, sites: Picture["sites"]): Picture {
  const { districts, teaching, assignment } = plan;
  const districtOfSite = districtNumbers(sites.length, districts);
  const pupils = sitePupils(view.grades, view.units.unitBand, assignment, sites.length);
  const touching = touchingDistricts(view, plan, districtOfSite);
  // As papers and the law's account say which goes on as which, so that a letter never says another.
  const heirs = heirsOf(todaysPlan(view), plan, view.units.unitBand);
  const recognised = districts.map(({ sites: own }, district) => ({ sites: own, goesOn: heirs.get(district) }));
  const { colours, letters } = signsOf(recognised, touching, colouringContext(view));
  return {
    grades: view.grades,
    sites,
    districtOfSite,
    touching,
    teaching,
    closedToday: sites.map((_, site) => site < view.sites.length && todaysPlan(view).teaching[site] === NO_BANDS),
    pupils,
    counts: countsWhere(view.notice),
    districts: districts.map(({ name, sites: own }, district) => ({
      name,
      key: keyAt(letters[district]),
      sites: own,
      pupils: own.reduce((sum, site) => sum + pupilsAt({ grades: view.grades, pupils }, site), 0),
      hue: HUES[colours[district]],
    })),
  };
}

/** Number of the district that a site belongs to; -1 for a site in none, and for no site. */
export const districtOf = ({ districtOfSite }: Pick<Picture, "districtOfSite">, site: number): number =>
  districtOfSite[site] ?? -1;

function districtNumbers(siteCount: number, districts: Plan["districts"]): readonly number[] {
  const districtOfSite = Array.from({ length: siteCount }, () => -1);
  districts.forEach(({ sites }, district) => {
    for (const site of sites) districtOfSite[site] = district;
  });
  return districtOfSite;
}

/** Districts that share a border on the map of any band, each pair once, the lower number first. */
function touchingDistricts({ outlines, units }: CaseView, plan: Plan, districtOfSite: readonly number[]): Touching {
  const { assignment } = plan;
  const bands: readonly ShownBand[] = partsBands(plan) ? plan.grades.bands.map(({ band }) => band) : ["lowest"];
  const district = new Int32Array(units.count);
  const pairs = bands.flatMap((band) => {
    for (let unit = 0; unit < units.count; unit++)
      district[unit] = districtOf({ districtOfSite }, shownSite(plan.grades, assignment, unit, band));
    return touchingGroups(outlines, district);
  });
  return [...new Map(pairs.map((pair) => [pair.join(), pair])).values()];
}

/** Today's districts that touch. */
export const touchingToday = (view: CaseView): Touching => colouringContext(view).touching;

const contexts = new WeakMap<CaseView, ColouringContext>();

function colouringContext(view: CaseView): ColouringContext {
  const known = contexts.get(view);
  if (known) return known;
  const today = todaysPlan(view);
  const districtOfSite = districtNumbers(view.sites.length, today.districts);
  const context = {
    count: today.districts.length,
    districtOfSite,
    weight: view.sites.map(({ pupils }) => pupils),
    touching: touchingDistricts(view, today, districtOfSite),
  };
  contexts.set(view, context);
  return context;
}
