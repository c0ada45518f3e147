import {
  type Band,
  BAND_COUNT,
  BANDS,
  cellWord,
  type Draft,
  isFew,
  roundedCell,
  siteName,
  sum,
  type Text,
  writtenGrades,
} from "../../src/index.ts";
import { listText, noteText } from "./notes.ts";

/** `[band]`; none beyond where no places are stated. */
const beyond = (places: readonly (number | undefined)[], pupils: ArrayLike<number>): readonly number[] =>
  BANDS.map(({ band }) => Math.max(0, pupils[band] - (places[band] ?? Infinity)));

/** One site's part, `[band]`, of `[site * BAND_COUNT + band]`. */
export const atSite = (pupils: Uint32Array, site: number): Uint32Array =>
  pupils.subarray(site * BAND_COUNT, (site + 1) * BAND_COUNT);

/** Pupils beyond the places of a site, `[band]`; `pupils` is `[site * BAND_COUNT + band]`. */
export const beyondPlaces = ({ capacity }: Pick<Draft, "capacity">, pupils: Uint32Array, site: number) =>
  beyond(capacity[site], atSite(pupils, site));

/** Pupils beyond the places of all sites. */
export const allBeyondPlaces = (draft: Pick<Draft, "capacity">, pupils: Uint32Array): number =>
  sum(draft.capacity.flatMap((_, site) => beyondPlaces(draft, pupils, site)));

/** "Tuse Skole mangler plads til 10 elever i 4.-6. klasse."; `lacking` is `[band]`, undefined where there is room for all. */
export function tooFullText(draft: Draft, site: number, lacking: readonly number[]): Text | undefined {
  const over = BANDS.flatMap(({ band, key }) => {
    const pupils = lacking[band];
    if (pupils === 0) return [];
    const words = isFew(pupils) ? noteText("problem.few") : inBoth(roundedCell(pupils));
    return [noteText("problem.fullIn", { over: words, grades: writtenGrades(key) })];
  });
  return over.length === 0
    ? undefined
    : noteText("problem.full", { site: siteName(draft, site), over: listText(over) });
}

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

export const inBoth = (cell: Parameters<typeof cellWord>[0]): Text => ({
  da: cellWord(cell, "da"),
  en: cellWord(cell, "en"),
});
