import { catalogue, filled, type Said, type Text } from "../domain/language.ts";
import { classesAt } from "../cost/state-cost.ts";
import type { Range } from "../cost/range.ts";
import type { Basis } from "../evaluate/basis.ts";
import { siteClasses } from "../evaluate/site-classes.ts";
import type { CheckedPromise } from "./promises.ts";

const SAID = catalogue("compare.known-cases", {
  classSizeBySchoolSize: {
    da: "Elever pr. klasse, skoler med {size} elever",
    en: "Pupils per class, schools of {size} pupils",
  },
  classSizeSource: {
    da: "KORA/VIVE: folkeskoler efter størrelse, landstal 2014",
    en: "KORA/VIVE: municipal schools by size, national figures of 2014",
  },
  classSizeReading: {
    da: "Ventede klasser efter § 17, når årgangene svinger, og små skoler læser årgange sammen. De mindste skolers tal er brugt til at vælge, hvor meget.",
    en: "Classes to be expected by section 17 where cohorts vary and small schools teach grades together. The smallest schools' figures were used to choose how far.",
  },
});

/** What the cost model says of a case of which somebody else has said something. */
export interface KnownCase {
  readonly name: Text;
  /** What was said: of money before the decision, in kroner a year, below zero where it was to cost; of classes what was counted. */
  readonly said: number;
  readonly model: Range;
  readonly unit: "kroner" | "pupils-per-class";
  readonly source: Said;
  readonly reading: Text;
}

/** The promises that the case knows of beside what the model plans, and of a Danish case the national class quotients. */
export const knownCases = (basis: Basis, promises: readonly CheckedPromise[]): readonly KnownCase[] => [
  ...promises.map(({ promise: { name, kroner, source, reading }, planned }) => ({
    name,
    said: kroner,
    model: planned,
    unit: "kroner" as const,
    source,
    reading,
  })),
  // National figures of Danish schools say nothing of classes by other rules.
  ...(basis.municipality.grades.law.kind === "danish" ? CLASS_QUOTIENTS.map((row) => classQuotient(basis, row)) : []),
];

/**
 * Pupils per class in Danish municipal school units by size: the middle of each size class, grades taken as usual at that size, measured
 * quotient. KORA/VIVE, table of school units, national figures of 2014.
 */
const CLASS_QUOTIENTS: readonly QuotientRow[] = [
  { size: "<100", pupils: 75, grades: 7, quotient: 13.9 },
  { size: "100-199", pupils: 150, grades: 7, quotient: 17.8 },
  { size: "200-299", pupils: 250, grades: 10, quotient: 19.7 },
  { size: "300-399", pupils: 350, grades: 10, quotient: 19.7 },
  { size: "400-599", pupils: 500, grades: 10, quotient: 21.2 },
  { size: "600-799", pupils: 700, grades: 10, quotient: 22.2 },
  { size: "800+", pupils: 900, grades: 10, quotient: 22.9 },
];

interface QuotientRow {
  readonly size: string;
  readonly pupils: number;
  readonly grades: number;
  readonly quotient: number;
}

/** The year of the table: before smaller classes for the youngest. */
const QUOTIENT_YEAR = 2014;

function classQuotient(
  { costs: { jointTeaching }, municipality }: Basis,
  { size, pupils, grades, quotient }: QuotientRow,
): KnownCase {
  const byGrade = new Uint32Array(municipality.grades.count);
  for (let grade = 0; grade < grades; grade++)
    byGrade[grade] = Math.round(((grade + 1) * pupils) / grades) - Math.round((grade * pupils) / grades);
  const classes = siteClasses(municipality.grades, byGrade, QUOTIENT_YEAR);
  const at = (share: number): number => pupils / classesAt(classes, share);
  return {
    name: filled(SAID.classSizeBySchoolSize, { size }),
    said: quotient,
    model: { low: at(jointTeaching.low), mid: at(jointTeaching.mid), high: at(jointTeaching.high) },
    unit: "pupils-per-class",
    source: SAID.classSizeSource,
    reading: SAID.classSizeReading,
  };
}
