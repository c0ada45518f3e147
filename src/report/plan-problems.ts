import {
  type Band,
  type BandSet,
  formatBands,
  hasBand,
  NO_BANDS,
  pupilsInBand,
  gradesInWords,
  writtenGrades,
  type Grades,
} from "../domain/grades.ts";
import { inList } from "../domain/in-list.ts";
import { catalogue, inBoth, type Text } from "../domain/language.ts";
import type { Apart } from "../evaluate/apart.ts";
import type { SiteTally } from "../evaluate/site-tally.ts";
import { isFew, roundedCell } from "../kernels/disclosure/shown.ts";
import { GRADE_SPAN, keepsGradeSpan } from "../rules/grade-span.ts";
import { filledText } from "./format.ts";
import { cellWord } from "./shown-measures.ts";

const TEXT = catalogue("report.plan-problems", {
  full: { da: "{site} mangler plads til {over}.", en: "{site} lacks places for {over}." },
  fullIn: { da: "{over} elever i {grades}", en: "{over} pupils in {grades}" },
  few: { da: "færre end fem", en: "fewer than five" },
  apart: {
    da: "Distriktet {district}: {parts, plural, one {en del ligger} other {{parts, number} dele ligger}} adskilt fra resten{bands}.",
    en: "District {district}: {parts, plural, one {one part is} other {{parts, number} parts are}} cut off from the rest{bands}.",
  },
  bare: {
    da: "Distriktet {district} har ingen åben skole. Flyt en skole dertil, eller flyt dets skole til et andet distrikt.",
    en: "District {district} has no open school. Move a school there, or move its school to another district.",
  },
  pieces: {
    da: "{site}: en del af området ligger adskilt fra resten ({bands}).",
    en: "{site}: a part of its area lies apart from the rest ({bands}).",
  },
  gap: {
    da: "{site} mangler {grades} mellem sine andre klassetrin. {law} ({paragraph})",
    en: "{site} lacks {grades} between its other grades. {law} ({paragraph})",
  },
  empty: { da: "{site} er åben, men ingen elever går der.", en: "{site} is open, but no pupils go there." },
  inGrades: { da: " ({bands})", en: " ({bands})" },
  allGrades: { da: "alle klassetrin", en: "all grades" },
  someGrades: { da: "{grades} klasse", en: "grades {grades}" },
} as const satisfies Readonly<Record<string, Text>>);

const filled = (key: keyof typeof TEXT, blanks: Readonly<Record<string, Text | string | number>>): Text =>
  filledText(TEXT[key], blanks);

/** "a, b og c" in both languages. */
export const listText = (parts: readonly Text[]): Text =>
  inBoth((language) =>
    inList(
      parts.map((part) => part[language]),
      language,
    ),
  );

/** What is measured of a plan that problems follow from. */
export interface PlanFacts {
  /** In the order of the sites, `[band]`; a closed site has none. */
  readonly sites: readonly { readonly pupils: readonly number[]; readonly overflow: readonly number[] }[];
  /** `detached`: parts that do not hang together with the rest. */
  readonly districts: readonly {
    readonly name: string;
    readonly sites: readonly number[];
    readonly detached: number;
  }[];
  readonly apart: readonly Apart[];
}

/** Of one site as it was counted; `undefined`: it is closed. */
export const siteFacts = (grades: Grades, tally: SiteTally | undefined): PlanFacts["sites"][number] => ({
  pupils: grades.bands.map(({ band }) => (tally ? pupilsInBand(grades, tally.byGrade, band) : 0)),
  overflow: grades.bands.map(({ band }) => tally?.overflow[band] ?? 0),
});

type Seen = Apart["seen"];

/** Something that is wrong with a plan in which every pupil has a school, in words that may stand anywhere. */
export type PlanProblem = { readonly text: Text } & (
  | { readonly kind: "full"; readonly site: number; readonly band: Band | undefined }
  | { readonly kind: "gap"; readonly site: number; readonly missing: BandSet }
  | { readonly kind: "pieces"; readonly site: number; readonly seen: Seen }
  | {
      readonly kind: "apart";
      readonly name: string;
      readonly sites: readonly number[];
      readonly parts: number;
      readonly seen?: Seen;
    }
  | { readonly kind: "bare"; readonly name: string; readonly sites: readonly number[] }
  | { readonly kind: "empty"; readonly site: number }
);

/** What is wrong with a plan, the gravest first. `teaching`: by site, its own new ones too, as `nameOf`. */
export function planProblems(
  grades: Grades,
  teaching: readonly BandSet[],
  nameOf: (site: number) => string,
  { sites, districts, apart }: PlanFacts,
): readonly PlanProblem[] {
  const full = sites.flatMap(({ overflow }, site): PlanProblem[] => {
    const text = tooFullText(grades, nameOf(site), overflow);
    return text ? [{ kind: "full", site, text, band: grades.bands.find(({ band }) => overflow[band] > 0)?.band }] : [];
  });
  const gaps = teaching.flatMap((teaches, site): PlanProblem[] => {
    const missing = missingBetween(grades, teaches);
    return missing === NO_BANDS ? [] : [{ kind: "gap", site, missing, text: gapText(grades, nameOf(site), missing) }];
  });
  const zones = apart.filter(({ kind }) => kind === "zone");
  const pieces = zones.map(({ sites: [site], bands, seen }): PlanProblem => ({
    kind: "pieces",
    site,
    seen,
    text: filled("pieces", { site: nameOf(site), bands: gradesText(grades, bands) }),
  }));
  // Where the area of a district's only school is in pieces the district is as well; that is said once.
  const inPieces = new Set(zones.map(({ sites: [site] }) => site));
  const parted = districts.flatMap(({ name, detached: parts, sites: own }): PlanProblem[] => {
    if (parts === 0 || (own.length === 1 && inPieces.has(own[0]))) return [];
    const found = apart.find(({ kind, sites: all }) => kind === "district" && all.join() === own.join());
    const isSome = found !== undefined && found.bands.length < grades.bands.length;
    const bands = isSome ? filled("inGrades", { bands: gradesText(grades, found.bands) }) : "";
    const text = filled("apart", { district: name, parts, bands });
    return [{ kind: "apart", name, sites: own, parts, text, ...(found && { seen: found.seen }) }];
  });
  const bare = districts
    .filter(({ sites: own }) => own.every((site) => teaching[site] === NO_BANDS))
    .map(({ name, sites: own }): PlanProblem => ({
      kind: "bare",
      name,
      sites: own,
      text: filled("bare", { district: name }),
    }));
  const empty = teaching.flatMap((teaches, site): PlanProblem[] =>
    teaches !== NO_BANDS && sites[site]?.pupils.every((pupils) => pupils === 0)
      ? [{ kind: "empty", site, text: filled("empty", { site: nameOf(site) }) }]
      : [],
  );
  return [...full, ...gaps, ...pieces, ...parted, ...bare, ...empty];
}

/** Grades between those that a school has (folkeskoleloven § 24, stk. 1); none where they are in a row. */
export function missingBetween(grades: Grades, teaches: BandSet): BandSet {
  if (grades.law.kind === "plain" || keepsGradeSpan(grades, teaches)) return NO_BANDS;
  const taught = grades.bands.filter(({ band }) => hasBand(teaches, band)).map(({ band }) => band);
  return grades.bands
    .filter(({ band }) => band > taught[0] && band < taught[taught.length - 1])
    .reduce((set, { band }) => (hasBand(teaches, band) ? set : set | (1 << band)), NO_BANDS);
}

const gapText = (grades: Grades, site: string, missing: BandSet): Text =>
  filled("gap", {
    site,
    grades: gradesInWords(formatBands(grades, missing)),
    law: GRADE_SPAN.text,
    paragraph: GRADE_SPAN.paragraph,
  });

/** "0.-3. og 7.-9. klasse"; all are all grades. */
export function gradesText(grades: Grades, bands: readonly Band[]): Text {
  if (bands.length === grades.bands.length) return TEXT.allGrades;
  if (bands.length === 1) return gradesInWords(grades.bands[bands[0]].key);
  return filled("someGrades", { grades: listText(bands.map((band) => writtenGrades(grades.bands[band].key))) });
}

/** "Tuse Skole mangler plads til 10 elever i 4.-6. klasse."; `lacking` is `[band]`, undefined where there is room for all. */
export function tooFullText(grades: Grades, site: string, lacking: readonly number[]): Text | undefined {
  const over = grades.bands.flatMap(({ band, key }) => {
    const pupils = lacking[band];
    if (pupils === 0) return [];
    const words = isFew(pupils) ? TEXT.few : inBoth((language) => cellWord(roundedCell(pupils), language));
    return [filled("fullIn", { over: words, grades: gradesInWords(key) })];
  });
  return over.length === 0 ? undefined : filled("full", { site, over: listText(over) });
}
