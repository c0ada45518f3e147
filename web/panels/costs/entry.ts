import {
  costFault,
  type CostItem,
  decimalSign,
  finestCost,
  type Language,
  type Range,
  readNumber,
} from "../../../src/index.ts";
import type { RegisterKey } from "./register-texts.ts";

export const ENDS = ["low", "mid", "high"] as const;
export type End = (typeof ENDS)[number];

/** Three figures as typed. */
export type Typed = Readonly<Record<End, string>>;

export type Entry =
  | { readonly kind: "figures"; readonly figures: Range }
  /** `at`: which of the three is wrong. */
  | { readonly kind: "problem"; readonly message: EntryProblem; readonly at: End; readonly found: string };

type EntryProblem = Exclude<Extract<RegisterKey, `entry.${string}`>, "entry.instead">;

/** What was typed for one parameter, read as the language writes numbers; or the first thing that is wrong with it. */
export function readEntry(typed: Typed, item: CostItem, language: Language): Entry {
  const figures = { low: 0, mid: 0, high: 0 };
  for (const end of ENDS) {
    const found = typed[end].trim();
    const reading = readNumber(found, decimalSign(language) === "," ? "," : ".");
    if (reading.kind === "blank") return { kind: "problem", message: "entry.blank", at: end, found };
    if (reading.kind !== "number") return { kind: "problem", message: "entry.number", at: end, found };
    if (reading.value < 0) return { kind: "problem", message: "entry.negative", at: end, found };
    const fault = costFault(item, reading.value);
    if (fault) return { kind: "problem", message: `entry.${fault}`, at: end, found };
    if (reading.value >= TOO_MUCH) return { kind: "problem", message: "entry.large", at: end, found };
    figures[end] = finestCost(reading.value);
  }
  if (figures.low > figures.mid) return { kind: "problem", message: "entry.order", at: "low", found: typed.low };
  if (figures.mid > figures.high) return { kind: "problem", message: "entry.order", at: "high", found: typed.high };
  return { kind: "figures", figures };
}

const TOO_MUCH = 1e12;
