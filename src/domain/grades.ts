import { catalogue, filled, inBoth, type Text } from "./language.ts";
import type { Metres } from "./quantities.ts";

/** A grade's number, counted from the first that the case has; what it is called stands in {@link Grades.names}. */
export type Grade = number;

/** Index into {@link Grades.bands}. */
export type Band = number;

/** A band as files write it: its first and last grade's names, "4-6". */
export type BandKey = string;

/** Grades that nothing tells apart: no site has some of them alone, and one distance limit holds for all, so that a band is assigned as a whole. */
export interface GradeBand {
  readonly band: Band;
  readonly first: Grade;
  readonly last: Grade;
  readonly key: BandKey;
  /** The way beyond which its pupils are carried; Infinity where there is no such right. */
  readonly limit: Metres;
}

/** The grades of a case and the bands they are cut into, which follow from its rule set and from what its schools teach; plain data, which can be sent. */
export interface Grades {
  readonly count: number;
  /** 0, 1, … */
  readonly all: readonly Grade[];
  /** What each is called, `[grade]`: "0", "K", "12". */
  readonly names: readonly string[];
  /** In order; every grade is in one. */
  readonly bands: readonly GradeBand[];
  readonly bandCount: number;
  /** The band of each grade, `[grade]`. */
  readonly bandOf: readonly Band[];
  /** What several grades together are called, such as "mellemtrin". */
  readonly words: readonly GradeWord[];
  readonly law: Law;
  /** How old the pupils of the first grade are at the turn of the year, in whole years, where the rules say it. */
  readonly firstAge?: number;
}

/** By which rules a case's schools are counted: the law of Denmark, or a plain rule set that case.json states and that knows no paragraphs. */
export type Law = { readonly kind: "danish" } | PlainLaw;

export interface PlainLaw {
  readonly kind: "plain";
  /** Most pupils of a class, `[grade]`. */
  readonly most: readonly number[];
  /** Where the cohorts of a band are fewer, its grades are taught together, `[grade]`; 0: never. */
  readonly least: readonly number[];
}

/** Whether pupils who live far from school are carried, by any grade's rule. */
export const hasTransport = ({ bands }: Grades): boolean => bands.some(({ limit }) => limit < Infinity);

export interface GradeWord {
  readonly first: Grade;
  readonly last: Grade;
  readonly said: readonly string[];
}

/** What grades are made of. */
export interface GradeRules {
  readonly names: readonly string[];
  /** The way beyond which pupils are carried, metres, `[grade]`; Infinity: no such right. */
  readonly limits: readonly Metres[];
  /** Grades before which something changes besides the limit; in any order. */
  readonly cuts?: readonly Grade[];
  readonly words?: readonly GradeWord[];
  /** Denmark's unless stated. */
  readonly law?: Law;
  readonly firstAge?: number | undefined;
}

/** Most grades of a case: the bands of a site are a set of bits that two bytes hold. */
export const MOST_GRADES = 13;

/** Cut wherever the limit changes and before the stated grades. */
export function gradesOf(rules: GradeRules): Grades {
  const { names, limits, cuts = [], words = [], law = { kind: "danish" }, firstAge } = rules;
  const all = names.map((_, grade) => grade);
  const firsts = all.filter((grade) => grade === 0 || limits[grade] !== limits[grade - 1] || cuts.includes(grade));
  const bands = firsts.map((first, band) => {
    const last = (firsts.at(band + 1) ?? names.length) - 1;
    return { band, first, last, key: keyOf(names, first, last), limit: limits[first] };
  });
  return {
    count: names.length,
    all,
    names,
    bands,
    bandCount: bands.length,
    bandOf: all.map((grade) => bands.findLastIndex(({ first }) => first <= grade)),
    words,
    law,
    ...(firstAge !== undefined && { firstAge }),
  };
}

/** Grades from one to another as files name them: "0-3", "K". */
export const keyOf = (names: readonly string[], first: Grade, last: Grade): BandKey =>
  first === last ? names[first] : `${names[first]}-${names[last]}`;

/** Grades next to each other of which the same holds. */
interface GradeRun<Value> {
  readonly first: Grade;
  readonly last: Grade;
  readonly value: Value;
}

/** What holds of each grade, neighbours alike together. */
export function gradeRuns<Value>({ all }: Pick<Grades, "all">, of: (grade: Grade) => Value): GradeRun<Value>[] {
  const firsts = all.filter((grade) => grade === 0 || of(grade) !== of(grade - 1));
  return firsts.map((first, run) => ({ first, last: (firsts.at(run + 1) ?? all.length) - 1, value: of(first) }));
}

/** The numbers of grades as each language writes them: "0.-3.", "0-3"; `key`s of bands and what {@link formatBands} writes alike. */
export const writtenGrades = (grades: string): Text =>
  inBoth((language) => (language === "da" ? grades.replaceAll(/\d+/g, "$&.") : grades));

const IN_WORDS = catalogue("domain.grades.in-words", {
  one: { da: "{grades} klasse", en: "grade {grades}" },
  several: { da: "{grades} klasse", en: "grades {grades}" },
});

/** The same with what they are: "0.-3. klasse", "grades 0-3", and "grade K" of one. */
export const gradesInWords = (grades: string): Text =>
  filled(/[-,]/.test(grades) ? IN_WORDS.several : IN_WORDS.one, { grades: writtenGrades(grades) });

/** Bands a site teaches, as a set: bit `b` is set when band `b` is taught; 0 means the site is closed. */
export type BandSet = number;
export const NO_BANDS: BandSet = 0;

export const allBands = ({ bandCount }: Grades): BandSet => (1 << bandCount) - 1;
export const hasBand = (set: BandSet, band: Band): boolean => (set & (1 << band)) !== 0;
const withBand = (set: BandSet, band: Band): BandSet => set | (1 << band);

/** Words around the numbers of a range: "0.-9. klasse", "fra 0. til 6. kl.", "grades 7 to 9". */
const RANGE_WORDS = /\b(klassetrin|klasser|klasse|kl|trin|årgang|grades?|years?|fra|from)\b/g;
const FIRST_YEAR_WORDS = /\b(bh[.\s]*kl(asse)?|bh|børnehaveklassen?|kindergarten|reception)\b/g;

/** First and last grade of a range as planners write it, those beyond the last included: "0-6", "0.-9. klasse", "bh.kl. til 6. kl.", "7", "K-5". */
function gradesOfRange(grades: Grades, range: string): readonly [first: Grade, last: Grade] | undefined {
  const text = range
    .toLowerCase()
    .replace(FIRST_YEAR_WORDS, grades.names[0].toLowerCase())
    .replace(RANGE_WORDS, " ")
    .replace(/\b(til|to)\b/g, "-")
    .trim();
  const named = grades.words.find(({ said }) => said.includes(text));
  if (named) return [named.first, named.last];
  const match = /^([\p{L}\d]{1,4})(?:[\s.]*[-–—.][\s.]*([\p{L}\d]{1,4}))?[\s.]*$/u.exec(text);
  if (!match) return undefined;
  const [first, last] = [match[1], match[2] ?? match[1]].map((name) => gradeCalled(grades, name));
  return first === undefined || last === undefined ? undefined : [first, last];
}

/** The number of the grade of a name; beyond the last, grades go on as numbers do: 10 where the last is called "9". `undefined` for no grade. */
export function gradeCalled({ names, count }: Grades, name: string): Grade | undefined {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/^0+(?=\d)/, "");
  const known = names.findIndex((each) => each.toLowerCase() === plain);
  if (known >= 0) return known;
  const beyond = Number(plain) - Number(names[count - 1]);
  return /^\d{1,2}$/.test(plain) && beyond > 0 ? count - 1 + beyond : undefined;
}

/** The bands that the grades fill; `undefined` where they fill one in part only, or there are grades beyond the last. */
export function wholeBands({ bands, count, all }: Grades, grades: ReadonlySet<Grade>): BandSet | undefined {
  if ([...grades].some((grade) => grade >= count)) return undefined;
  const taught = bands.filter(({ first, last }) => all.slice(first, last + 1).every((grade) => grades.has(grade)));
  const covered = taught.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return covered === grades.size ? taught.reduce((set, { band }) => withBand(set, band), NO_BANDS) : undefined;
}

/** From the first grade to the last; none where they are the wrong way round. */
const gradesBetween = ([first, last]: readonly [Grade, Grade]): readonly Grade[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);

/** Grades named one by one or as ranges (see {@link gradesOfRange}): "0.-3. og 7.-9. klasse", "0, 1, 2"; `undefined` where a part is none. */
export function gradesNamed(grades: Grades, text: string): ReadonlySet<Grade> | undefined {
  const ranges = text
    .split(/[,;+&/]|\bog\b|\band\b/)
    .filter((part) => part.trim() !== "")
    .map((range) => gradesOfRange(grades, range));
  const known = ranges.filter((range) => range !== undefined);
  return known.length < ranges.length ? undefined : new Set(known.flatMap(gradesBetween));
}

/**
 * Reads grades (see {@link gradesNamed}). They must be whole bands, since the assignment records one site for each (unit, band).
 * Returns `undefined` where they are not.
 */
export function parseGradeRange(grades: Grades, text: string): BandSet | undefined {
  const named = gradesNamed(grades, text);
  return named && named.size > 0 ? wholeBands(grades, named) : undefined;
}

/** "0-6" for a connected set of bands, "0-3, 7-9" for one with a hole, "" for a closed site. */
export function formatBands({ bands, names }: Grades, set: BandSet): string {
  const runs: { first: Grade; last: Grade }[] = [];
  for (const { band, first, last } of bands) {
    if (!hasBand(set, band)) continue;
    const previous = runs.at(-1);
    if (previous && previous.last === first - 1) previous.last = last;
    else runs.push({ first, last });
  }
  return runs.map((run) => keyOf(names, run.first, run.last)).join(", ");
}

/** The bands that a key of a file stands for: more than one where the case cuts finer than the file; none where it is no whole bands. */
export function bandsNamed(grades: Grades, key: BandKey): readonly Band[] {
  const set = parseGradeRange(grades, key) ?? NO_BANDS;
  return grades.bands.flatMap(({ band }) => (hasBand(set, band) ? [band] : []));
}

/** What is said of each band, by its key, in their order. */
export const byBandKey = <Value>({ bands }: Grades, of: (band: Band) => Value): Readonly<Record<BandKey, Value>> =>
  Object.fromEntries(bands.map(({ band, key }) => [key, of(band)]));

/** Pupils of all grades of a band; `byGrade`: `[grade]`. */
export const pupilsInBand = ({ bandOf, all }: Grades, byGrade: Uint32Array, band: Band): number =>
  all.reduce((sum, grade) => (bandOf[grade] === band ? sum + byGrade[grade] : sum), 0);
