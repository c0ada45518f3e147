import {
  type Band,
  type Change,
  type Draft,
  hasBand,
  type Lockable,
  NO_SITE,
  setCapacity,
  setLock,
  siteHolds,
  siteName,
  unreachable,
  type Wish,
} from "../../src/index.ts";
import { pairsWhere } from "./drawn.ts";
import { type LockEntry, locksOf } from "./locks.ts";

/** A wish as people know it: something locked, or the places of a school. */
export interface NamedWish {
  readonly wish: Wish;
  readonly is: { readonly kind: "lock"; readonly lock: LockEntry } | PlacesOf | { readonly kind: "together" };
  /** What lets go of it; empty where a lock stands in the way of that, or where it cannot be let go of. */
  readonly letGo: readonly Change[];
}

/** A school's places in a band as a wish. */
interface PlacesOf {
  readonly kind: "places";
  readonly site: number;
  readonly name: string;
  readonly band: Band;
}

export const limitOf = (draft: Draft, site: number, band: Band): PlacesOf => ({
  kind: "places",
  site,
  name: siteName(draft, site),
  band,
});

export const placesKey = ({ site, band }: Pick<PlacesOf, "site" | "band">): string => `places ${site} ${band}`;

/** Areas in pieces are told as a problem of every plan; so a plan is finished well only without them. */
const TOGETHER: NamedWish = {
  wish: { key: "together", kind: "together" },
  is: { kind: "together" },
  letGo: [],
};

/**
 * Everything people want kept of a draft: each lock of the list, each school's places in the grades it teaches, and that areas hang
 * together.
 */
export function wishesOf(draft: Draft): readonly NamedWish[] {
  return [...locksOf(draft).map((lock) => lockWish(draft, lock)), ...placeWishes(draft), TOGETHER];
}

const lockWish = (draft: Draft, lock: LockEntry): NamedWish => ({
  wish: { key: lock.key, kind: "hold", ...heldBy(draft, lock.what) },
  is: { kind: "lock", lock },
  letGo: setLock(draft, lock.what, false),
});

/** Whom a lock holds where they are, and the schools to which nobody else may come. */
function heldBy(draft: Draft, what: Lockable): { readonly pairs: Uint32Array; readonly sites: readonly number[] } {
  const at = (sites: readonly number[]): Uint32Array => {
    const held = new Set(sites);
    return pairsWhere(draft, (_, site) => held.has(site));
  };
  if ("pairs" in what) return { pairs: Uint32Array.from(what.pairs), sites: [] };
  if ("site" in what) return { pairs: at([what.site]), sites: [what.site] };
  if ("band" in what)
    return { pairs: pairsWhere(draft, (pair) => pair % draft.municipality.grades.bandCount === what.band), sites: [] };
  if ("district" in what) {
    const sites = draft.plan.districts.find(({ id }) => id === what.district)?.sites ?? [];
    return { pairs: at(sites), sites };
  }
  return unreachable(what);
}

function placeWishes(draft: Draft): readonly NamedWish[] {
  const held = siteHolds(draft);
  return draft.capacity.flatMap((places, site) =>
    draft.municipality.grades.bands.flatMap(({ band }): NamedWish[] => {
      if (places[band] === undefined || !hasBand(draft.plan.teaching[site], band)) return [];
      const free = setCapacity(draft, site, places.with(band, undefined));
      return [
        {
          wish: { key: placesKey({ site, band }), kind: "places", site, band },
          is: limitOf(draft, site, band),
          letGo: held[site] === undefined ? free : [],
        },
      ];
    }),
  );
}

/** Nobody is told how many pupils live where, so places are given by fives. */
const BY_FIVES = 5;

/** A school's places with as many more as those whom colliding locks hold there lack, in whole fives, and the changes that give them. */
interface Widened {
  readonly more: number;
  readonly changes: readonly Change[];
}

/** Undefined where what is held at the school is not more than its places, or where a lock stands in the way of changing them. */
export function widened(
  draft: Draft,
  unitBand: Uint32Array,
  { is, letGo }: NamedWish,
  colliding: readonly NamedWish[],
): Widened | undefined {
  if (is.kind !== "places" || letGo.length === 0) return undefined;
  const { site, band } = is;
  const places = draft.capacity[site];
  const held = new Set(colliding.flatMap(({ wish }) => (wish.kind === "hold" ? [...wish.pairs] : [])));
  const isThere = (pair: number): boolean =>
    pair % draft.municipality.grades.bandCount === band && draft.plan.assignment[pair] === site;
  const pupils = [...held].reduce((sum, pair) => (isThere(pair) ? sum + unitBand[pair] : sum), 0);
  const lacking = pupils - (places[band] ?? Infinity);
  if (lacking <= 0) return undefined;
  const more = BY_FIVES * Math.ceil(lacking / BY_FIVES);
  return { more, changes: setCapacity(draft, site, places.with(band, (places[band] ?? 0) + more)) };
}

/** What was drawn since the draft began, and has a school: `unit * BAND_COUNT + band`. */
export const drawnPairs = (draft: Draft): Uint32Array =>
  pairsWhere(draft, (pair, site) => site !== NO_SITE && site !== draft.start.assignment[pair]);
