import { catalogue, inBoth, type Text } from "./language.ts";

/** Grades of the folkeskole that districts are planned for: kindergarten class (0) to grade 9. */
export const GRADE_COUNT = 10;
export const GRADES: readonly number[] = Array.from({ length: GRADE_COUNT }, (_, grade) => grade);

/** Index into {@link BANDS}. */
export type Band = 0 | 1 | 2;
export const BAND_COUNT = 3;

/** The grade bands of folkeskoleloven § 26: each has one distance limit, so a band is assigned to a site as a whole. */
export const BANDS = catalogue("domain.grades", [
  { band: 0, first: 0, last: 3, key: "0-3", name: { da: "indskoling", en: "lower grades" } },
  { band: 1, first: 4, last: 6, key: "4-6", name: { da: "mellemtrin", en: "middle grades" } },
  { band: 2, first: 7, last: 9, key: "7-9", name: { da: "udskoling", en: "upper grades" } },
] as const satisfies readonly GradeBand[]);

/** A band as files write it. */
export type BandKey = (typeof BANDS)[number]["key"];

interface GradeBand {
  readonly band: Band;
  readonly first: number;
  readonly last: number;
  readonly key: string;
  readonly name: Text;
}

/** The numbers of grades as each language writes them: "0.-3.", "0-3"; `key`s of bands and what {@link formatBands} writes alike. */
export const writtenGrades = (grades: string): Text =>
  inBoth((language) => (language === "da" ? grades.replaceAll(/\d+/g, "$&.") : grades));

/** The band of each grade, `[grade]`. */
export const BAND_OF_GRADE: readonly Band[] = GRADES.map((grade) => (grade <= 3 ? 0 : grade <= 6 ? 1 : 2));

/** Bands a site teaches, as a set: bit `b` is set when band `b` is taught; 0 means the site is closed. */
export type BandSet = number;
export const NO_BANDS: BandSet = 0;

export const hasBand = (set: BandSet, band: Band): boolean => (set & (1 << band)) !== 0;
const withBand = (set: BandSet, band: Band): BandSet => set | (1 << band);

/** Words around the numbers of a range: "0.-9. klasse", "fra 0. til 6. kl.", "grades 7 to 9". */
const RANGE_WORDS = /\b(klassetrin|klasser|klasse|kl|trin|årgang|grades?|fra|from)\b/g;
const KINDERGARTEN_WORDS = /\b(bh[.\s]*kl(asse)?|bh|børnehaveklassen?)\b/g;

/** First and last grade of a range as planners write it, 10 included: "0-6", "0.-9. klasse", "bh.kl. til 6. kl.", "7". */
function gradesOfRange(range: string): readonly [first: number, last: number] | undefined {
  const text = range
    .toLowerCase()
    .replace(KINDERGARTEN_WORDS, "0")
    .replace(RANGE_WORDS, " ")
    .replace(/\b(til|to)\b/g, "-")
    .trim();
  const named = BANDS.find(({ name }) => [name.da, `${name.da}en`, `${name.da}et`, name.en].includes(text));
  if (named) return [named.first, named.last];
  const match = /^(\d{1,2})(?:[\s.]*[-–—.][\s.]*(\d{1,2}))?[\s.]*$/.exec(text);
  return match ? [Number(match[1]), Number(match[2] ?? match[1])] : undefined;
}

/** The bands that the grades fill; `undefined` where they fill one in part only, or there are grades beyond 9. */
export function wholeBands(grades: ReadonlySet<number>): BandSet | undefined {
  if ([...grades].some((grade) => grade >= GRADE_COUNT)) return undefined;
  const taught = BANDS.filter(({ first, last }) => GRADES.slice(first, last + 1).every((grade) => grades.has(grade)));
  const filled = taught.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return filled === grades.size ? taught.reduce((set, { band }) => withBand(set, band), NO_BANDS) : undefined;
}

/** From the first grade to the last; none where they are the wrong way round. */
const gradesBetween = ([first, last]: readonly [number, number]): readonly number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);

/** Grades named one by one or as ranges (see {@link gradesOfRange}): "0.-3. og 7.-9. klasse", "0, 1, 2"; `undefined` where a part is none. */
export function gradesNamed(text: string): ReadonlySet<number> | undefined {
  const ranges = text
    .split(/[,;+&/]|\bog\b|\band\b/)
    .filter((part) => part.trim() !== "")
    .map(gradesOfRange);
  const known = ranges.filter((range) => range !== undefined);
  return known.length < ranges.length ? undefined : new Set(known.flatMap(gradesBetween));
}

/**
 * Reads grades (see {@link gradesNamed}). They must be whole bands, since the assignment records one site for each (unit, band).
 * Returns `undefined` where they are not.
 */
export function parseGradeRange(text: string): BandSet | undefined {
  const grades = gradesNamed(text);
  return grades && grades.size > 0 ? wholeBands(grades) : undefined;
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

/** Pupils of all grades of a band; `byGrade`: `[grade]`. */
export const pupilsInBand = (byGrade: Uint32Array, band: Band): number =>
  GRADES.reduce((sum, grade) => (BAND_OF_GRADE[grade] === band ? sum + byGrade[grade] : sum), 0);
