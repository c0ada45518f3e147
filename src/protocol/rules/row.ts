import { z } from "zod";
import { bandKeySchema } from "../band-schemas.ts";
import type { Currency } from "../../domain/currency.ts";
import type { DatedDemand, Scenario } from "../../domain/forecast.ts";
import type { Band, BandKey, Grades } from "../../domain/grades.ts";
import { catalogue, NOTHING_SAID, type Text } from "../../domain/language.ts";
import { ASSIGNMENT_OBJECTIVES, type RedrawQuestion } from "../../domain/question.ts";

const SAID = catalogue("protocol.rules.row", {
  n: { da: "N", en: "N" },
});

/** Sites, districts and units are named by id; bands by their grades. */
export const band = bandKeySchema;
export const objective = z.enum(ASSIGNMENT_OBJECTIVES);
export const site = z.string().min(1).describe("Id from sites.csv.");

/** The numbers of what a rule names, and what is expected in the years that it is about. */
export interface RuleNames {
  readonly band: (key: BandKey) => Band;
  readonly site: (name: string) => number;
  readonly unit: (name: string) => number;
  readonly district: (name: string) => number;
  /** In the years from `from` to `to`, counted from the case's own, in each scenario. */
  readonly demandIn: (from: number, to: number, scenarios: readonly Scenario[]) => readonly DatedDemand[];
}

/** What is called what, by number, and whom a question counts. */
export interface RuleWords {
  readonly bands: Grades["bands"];
  readonly sites: readonly { readonly name: string }[];
  readonly units: { readonly id: readonly string[] };
  readonly districts: readonly string[];
  readonly balance: RedrawQuestion["balance"];
  readonly currency: Currency;
}

/** One word of a rule between colons, as it is typed on the command line. */
export type TypedPart =
  | {
      readonly key: string;
      readonly kind: "number";
      readonly quantity: "metres" | "pupils" | "count";
      readonly least: number;
      readonly step: "whole" | "any";
    }
  | { readonly key: string; readonly kind: "band" | "name" | "years" | "scenarios" | "objective" }
  /** How much of the objective that stands before it, in its own unit. */
  | { readonly key: string; readonly kind: "limit" };

/** How a rule is typed: its kind, then these words between colons. */
export interface TypedRule {
  readonly parts: readonly TypedPart[];
  /** Parts from here on may be left out. */
  readonly optionalFrom?: number;
  /** What the words stand for, and an example, both without the kind. */
  readonly form: Text;
  readonly example: string;
}

/** What a rule asks for, as the reference tells it. */
export interface RulePage {
  readonly name: Text;
  readonly what: Text;
  /** One line of mathematics: x is 1 where unit (and band) i goes to site j, z where it is in district m, q its pupils, Q places. */
  readonly model: string;
}

/** A kind of rule: how it is written in a file and typed, what it is with its names as numbers, and what it is called. */
export interface RuleRow<Schema extends z.ZodType, Rule> {
  readonly schema: Schema;
  // Methods, so that a row of any kind can stand in a table of several.
  read(rule: z.infer<Schema>, names: RuleNames): Rule;
  words(rule: Rule, names: RuleWords): Text;
  readonly page: RulePage;
  /** Absent where the command line has a flag of its own for it. */
  readonly typed?: TypedRule;
}

export const row = <Schema extends z.ZodType, Rule>(of: RuleRow<Schema, Rule>): RuleRow<Schema, Rule> => of;

/** A rule that is its kind alone, always said in the same words. */
export const bare = <Kind extends string>(kind: Kind, said: Text, page: RulePage) =>
  row({
    schema: z.strictObject({ kind: z.literal(kind) }),
    read: (rule): { readonly kind: Kind } => rule,
    words: () => said,
    page,
    typed: { parts: [], form: NOTHING_SAID, example: "" },
  });

export const typedNumber = (
  key: string,
  quantity: "metres" | "pupils" | "count",
  least: number,
  step: "whole" | "any" = "whole",
): TypedPart => ({ key, kind: "number", quantity, least, step });

/** A rule that is one number. */
export const typedOnly = (part: TypedPart, example: number): TypedRule => ({
  parts: [part],
  form: SAID.n,
  example: String(example),
});

export const typedName = (key: string): TypedPart => ({ key, kind: "name" });
export const typedBand: TypedPart = { key: "band", kind: "band" };
