import type { Text } from "./language.ts";

/** Grades of the folkeskole that districts are planned for: kindergarten class (0) to grade 9. */
export const GRADE_COUNT = 10;
export const GRADES: readonly number[] = Array.from({ length: GRADE_COUNT }, (_, grade) => grade);

/** Index into {@link BANDS}. */
export type Band = 0 | 1 | 2;
export const BAND_COUNT = 3;

/** The grade bands of folkeskoleloven § 26: each has one distance limit, so a band is assigned to a site as a whole. */
export const BANDS = [
  { band: 0, first: 0, last: 3, key: "0-3", name: { da: "indskoling", en: "lower grades" } },
  { band: 1, first: 4, last: 6, key: "4-6", name: { da: "mellemtrin", en: "middle grades" } },
  { band: 2, first: 7, last: 9, key: "7-9", name: { da: "udskoling", en: "upper grades" } },
] as const satisfies readonly GradeBand[];

interface GradeBand {
  readonly band: Band;
  readonly first: number;
  readonly last: number;
  readonly key: string;
  readonly name: Text;
}

/** The band of each grade, `[grade]`. */
export const BAND_OF_GRADE: readonly Band[] = GRADES.map((grade) => (grade <= 3 ? 0 : grade <= 6 ? 1 : 2));

/** Bands a site teaches, as a set: bit `b` is set when band `b` is taught; 0 means the site is closed. */
export type BandSet = number;
export const NO_BANDS: BandSet = 0;
export const ALL_BANDS: BandSet = 7;

export const hasBand = (set: BandSet, band: Band): boolean => (set & (1 << band)) !== 0;
export const withBand = (set: BandSet, band: Band): BandSet => set | (1 << band);

/**
 * Reads a grade range as planners write it: "0-6", "0-9", "7-9", "0" … The range must be made of whole bands, since the
 * assignment records one site for each (unit, band). Returns `undefined` where it is not.
 */
export function parseGradeRange(range: string): BandSet | undefined {
  const match = /^\s*(\d{1,2})\s*(?:[-–.]+\s*(\d{1,2}))?\s*\.?\s*$/.exec(range);
  if (!match) return undefined;
  const first = Number(match[1]);
  const last = match[2] === undefined ? first : Number(match[2]);
  const taught = BANDS.filter((band) => band.first >= first && band.last <= last);
  const starts = BANDS.some((band) => band.first === first);
  const ends = BANDS.some((band) => band.last === last);
  return starts && ends && taught.length > 0
    ? taught.reduce((set, { band }) => withBand(set, band), NO_BANDS)
    : undefined;
}

/** "0-6" for a connected set of bands, "0-3, 7-9" for one with a hole, "" for a closed site. */
export function formatBands(set: BandSet): string {
  const runs: { first: number; last: number }[] = [];
  for (const { band, first, last } of BANDS) {
    if (!hasBand(set, band)) continue;
    const previous = runs.at(-1);
    if (previous && previous.last === first - 1) previous.last = last;
    else runs.push({ first, last });
  }
  return runs.map((run) => `${run.first}-${run.last}`).join(", ");
}
