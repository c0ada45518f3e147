import { readNumber } from "../../src/index.ts";
import type { Voice } from "../i18n/say.ts";

/** What a person typed where a number belongs; what cannot be taken as it stands has its reason. */
export type TypedNumber =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "problem"; readonly problem: TypedProblem; readonly found: string };

type TypedProblem = "blank" | "unreadable" | "broken" | "ambiguous" | "small" | "large";

/** Both ends included; a whole number, unless it may have decimals. */
export interface Limits {
  readonly least: number;
  readonly most: number;
  readonly decimals?: true;
}

/** Read as the cells of a table are: "12.000" is twelve or twelve thousand, and nobody guesses which. */
export function readTyped(typed: string, { least, most, decimals }: Limits): TypedNumber {
  const found = typed.trim();
  const problem = (is: TypedProblem): TypedNumber => ({ kind: "problem", problem: is, found });
  const reading = readNumber(found, undefined);
  if (reading.kind === "blank") return problem("blank");
  if (reading.kind === "ambiguous") return problem("ambiguous");
  if (reading.kind !== "number") return problem("unreadable");
  if (!decimals && !Number.isInteger(reading.value)) return problem("broken");
  if (reading.value < least) return problem("small");
  return reading.value > most ? problem("large") : reading;
}

/** What is wrong with a blank, by its name. `years`: written without marks between thousands. */
export function problemText(
  { say, number }: Voice,
  field: string,
  { problem, found }: Extract<TypedNumber, { kind: "problem" }>,
  { least, most, years }: Limits & { readonly years?: true },
): string {
  const write = years ? String : (value: number): string => number(value, decimalsOf(value));
  return say(`typed.${problem}`, { field, found, least: write(least), most: write(most) });
}

const decimalsOf = (value: number): number => String(value).split(".").at(1)?.length ?? 0;
