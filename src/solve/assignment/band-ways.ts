import type { Band } from "../../domain/grades.ts";
import { NO_SITE } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { openWays, reachOf } from "../../evaluate/reach.ts";

/** Where the pupils of one band can go among some sites, as {@link reachOf} has it; a row is a pair with pupils. */
interface BandWays {
  /** `unit * BAND_COUNT + band`, `[row]`. */
  readonly pairs: Uint32Array;
  /** Pupil-metres, `[row * siteCount + site]`; `Infinity` where the site is none of those asked about. */
  readonly metres: Float64Array;
  /** 1 for a site that a row may go to unless it stays where it is, `[row * siteCount + site]`. */
  readonly isOpen: Uint8Array;
  /** 1 where no road brings everybody to one site, `[row]`. */
  readonly stays: Uint8Array;
}

/** So many are kept of a basis: four sets of schools in three bands. */
const KEPT = 12;
const known = new WeakMap<Basis, Map<string, BandWays>>();

/** Laid out once for a basis, a band and the same sites, since every question about a plan asks it anew. O(pupils x sites). */
export function waysOf(basis: Basis, band: Band, sites: readonly number[]): BandWays {
  const kept = known.get(basis) ?? new Map<string, BandWays>();
  known.set(basis, kept);
  const key = `${band} ${sites.join()}`;
  const ways = kept.get(key) ?? laidOut(basis, band, sites);
  kept.delete(key);
  kept.set(key, ways);
  for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
  return ways;
}

function laidOut(basis: Basis, band: Band, sites: readonly number[]): BandWays {
  const { unitBand, municipality } = basis;
  const width = municipality.sites.length;
  const pairs = new Uint32Array(
    [...unitBand.keys()].filter((pair) => pair % municipality.grades.bandCount === band && unitBand[pair] > 0),
  );
  const metres = new Float64Array(pairs.length * width).fill(Infinity);
  const isOpen = new Uint8Array(metres.length);
  const stays = new Uint8Array(pairs.length);
  pairs.forEach((pair, row) => {
    const reach = reachOf(basis, pair, sites);
    for (const way of reach.ways) metres[row * width + way.site] = way.metres;
    for (const { site } of openWays(reach, NO_SITE)) isOpen[row * width + site] = 1;
    if (reach.status === "stays") stays[row] = 1;
  });
  return { pairs, metres, isOpen, stays };
}
