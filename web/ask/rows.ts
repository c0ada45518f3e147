import type { Band, QuestionFile, Text, Grades } from "../../src/index.ts";

/** Something to fill in within a rule's sentence. `first` stands there until somebody writes another. */
export type Blank =
  | { readonly kind: "band"; readonly first: Band }
  /** A school, by number; the first open one until another is chosen. */
  | { readonly kind: "site" }
  /** A district of the plan, by number. `at` is its place in the rule, and which one stands there first. */
  | { readonly kind: "district"; readonly at: number }
  /** One of a few, by number; `key` is what the question calls it, `name` what it is. */
  | {
      readonly kind: "choice";
      readonly first: 0;
      readonly key: string;
      readonly name: Text;
      readonly options: readonly Choice[];
    }
  | ({
      readonly kind: "number";
      readonly first: number;
      /** What stands there for a rule of a question, where the question does not say it by the blank's own name. */
      readonly of?: (said: ReadonlyMap<string, unknown>) => number;
    } & NumberLimits);

/** Which numbers may be filled in, both ends included; with decimals where a step is less than one. */
export interface NumberLimits {
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

/** The limits as what is typed is read by. */
export const limitsOf = ({ least, most, step }: NumberLimits) => ({
  least,
  most,
  ...(step < 1 && { decimals: true as const }),
});

interface Choice {
  readonly words: Text;
  readonly value: readonly string[];
}

/** What stands in the blanks, by name: a number, of a band, school or district its own. */
export type Filled = Readonly<Record<string, number>>;

type RuleOf<Kind extends QuestionFile["kind"]> = NonNullable<Extract<QuestionFile, { kind: Kind }>["rules"]>[number];
export type AssignmentPart = RuleOf<"reassign">;
export type NetworkPart = RuleOf<"network">;
export type GroupingPart = RuleOf<"consolidate">;
export type RedrawPart = RuleOf<"redraw">;
export type LockPart = Extract<AssignmentPart, { kind: "lock" }>;

/** What a rule may be about: ids of schools, districts and areas, and who goes where in the plan that is asked of. */
export interface RuleContext {
  readonly grades: Grades;
  readonly siteIds: readonly string[];
  readonly districtIds: readonly string[];
  readonly unitIds: readonly string[];
  /** `[unit * BAND_COUNT + band]` */
  readonly assignment: Uint16Array;
}

export interface RowOf<Part> {
  /** A sentence with its blanks in braces. */
  readonly words: Text;
  readonly blanks: Readonly<Record<string, Blank>>;
  /** Whether it may stand there several times, each with other blanks. */
  readonly times: "once" | "many";
  readonly part: (filled: Filled, context: RuleContext) => readonly Part[];
}

/** Kinds of rule that stand on the map as locks, and have no sentence. */
type OnMap = "lock" | "held-site" | "held-district";

/** A row for every kind of rule that a sentence may say, and others that are made of those. */
export type RuleRows<Part extends { readonly kind: string }> = Readonly<
  Record<Exclude<Part["kind"], OnMap>, RowOf<Part>> & Record<string, RowOf<Part>>
>;

export const bare = <Part extends { readonly kind: string }>(part: Part, da: string, en: string): RowOf<Part> => ({
  words: { da, en },
  blanks: {},
  times: "once",
  part: () => [part],
});

export const number = (first: number, least: number, most: number, step = 1): Extract<Blank, { kind: "number" }> => ({
  kind: "number",
  first,
  least,
  most,
  step,
});

export const band = (first: Band): Blank => ({ kind: "band", first });
export const SITE: Blank = { kind: "site" };
