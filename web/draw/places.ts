import { type Band, cellWord, type Draft, inBoth, sum, type Text, type Grades } from "../../src/index.ts";

/** `[band]`; none beyond where no places are stated. */
const beyond = (
  grades: Grades,
  places: readonly (number | undefined)[],
  pupils: ArrayLike<number>,
): readonly number[] => grades.bands.map(({ band }) => Math.max(0, pupils[band] - (places[band] ?? Infinity)));

/** One site's part, `[band]`, of `[site * BAND_COUNT + band]`. */
export const atSite = (grades: Grades, pupils: Uint32Array, site: number): Uint32Array =>
  pupils.subarray(site * grades.bandCount, (site + 1) * grades.bandCount);

/** Pupils beyond the places of a site, `[band]`; `pupils` is `[site * BAND_COUNT + band]`. */
export const beyondPlaces = (
  grades: Grades,
  { capacity }: Pick<Draft, "capacity">,
  pupils: Uint32Array,
  site: number,
) => beyond(grades, capacity[site], atSite(grades, pupils, site));

/** Pupils beyond the places of all sites. */
export const allBeyondPlaces = (grades: Grades, draft: Pick<Draft, "capacity">, pupils: Uint32Array): number =>
  sum(draft.capacity.flatMap((_, site) => beyondPlaces(grades, draft, pupils, site)));

/** Of some grades whose places are stated, those where least room is left or most is lacking; `pupils` is `[band]`. */
export function fullestOf(
  places: readonly (number | undefined)[],
  pupils: ArrayLike<number>,
  bands: Iterable<Band>,
): { readonly band: Band; readonly places: number } | undefined {
  let fullest: { readonly band: Band; readonly places: number } | undefined;
  for (const band of bands) {
    const stated = places[band];
    if (stated === undefined) continue;
    if (!fullest || stated - pupils[band] < fullest.places - pupils[fullest.band]) fullest = { band, places: stated };
  }
  return fullest;
}

export const cellText = (cell: Parameters<typeof cellWord>[0]): Text => inBoth((language) => cellWord(cell, language));
