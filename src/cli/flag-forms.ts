import { CONTIGUITY_KEYS } from "../domain/contiguity.ts";
import { SCENARIOS } from "../domain/forecast.ts";
import { catalogue, LANGUAGES, type Text } from "../domain/language.ts";
import { CSV_FORMS } from "../report/csv.ts";
import type { CommandName } from "./command-list.ts";
import type { Quantity } from "./quantities.ts";

/** Commands that ask the optimiser about schools that there are. */
export const ASKING = ["reassign", "network", "redraw", "price", "pareto", "repair"] as const;

/** Flags that take one word of a list; by name, so that their readers know which words there are. */
export const CHOICES = {
  from: ["districts", "sites"],
  policy: ["stay", "nearest"],
  contiguity: [...CONTIGUITY_KEYS, "ignored"],
  minimise: ["inertia", "pupil-metres"],
  sites: ["in-every-district", "ignored"],
  by: ["town", "parish"],
  scenario: SCENARIOS,
  time: ["told", "omit"],
  "csv-form": CSV_FORMS,
  lang: LANGUAGES,
} as const;

/** What stands after a flag. `example` is a value as one would type it. */
export type Takes =
  | { readonly kind: "nothing" }
  | { readonly kind: "choice"; readonly choices: readonly string[]; readonly example: string }
  /** A whole number of something, within bounds. */
  | {
      readonly kind: "whole";
      readonly quantity: Quantity;
      readonly least: number;
      readonly most: number;
      readonly example: string;
    }
  /** Words that a reader of their own takes apart. */
  | { readonly kind: "words"; readonly word: Text; readonly example: string }
  | { readonly kind: "input" | "output"; readonly word: Text; readonly example: string };

/** One row a flag; a name that means two things in two commands has two rows. */
export interface Flag {
  readonly name: string;
  readonly commands: "all" | readonly CommandName[];
  readonly takes: Takes;
  /** May be given several times; `keyed`: but the part before the last "=" only once. */
  readonly several?: "any" | "keyed";
  /** Commands that cannot do without it. */
  readonly required?: readonly CommandName[];
  /** Set where a question file says it too, so that one may stand in its place. */
  readonly unless?: "question";
  readonly help: Text;
}

export const PLAN: Text = catalogue("cli.flag-forms.plan", { da: "PLAN", en: "PLAN" });
export const FILE: Text = catalogue("cli.flag-forms.file", { da: "FIL", en: "FILE" });

export const input = (word: Text, example: string): Takes => ({ kind: "input", word, example });
export const output = (example: string): Takes => ({ kind: "output", word: FILE, example });
export const words = (word: Text, example: string): Takes => ({ kind: "words", word, example });
export const choice = (choices: readonly string[], example = choices[0]): Takes => ({
  kind: "choice",
  choices,
  example,
});
export const whole = (quantity: Quantity, least: number, most: number, example: string): Takes => ({
  kind: "whole",
  quantity,
  least,
  most,
  example,
});
