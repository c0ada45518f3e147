import { type DecimalSign, readNumber } from "./numbers.ts";
import type { Report, Spot } from "./report.ts";

/** More kroner or people than any municipality has; sums of such numbers stay exact. */
const MOST = 1_000_000_000_000;

/**
 * A number from 0 up, with decimals if need be: expected pupils, births, rates. "-" is none; "blank" where the cell says
 * nothing or withholds the number. `undefined` where it cannot be such a number, which is then an issue.
 */
export function readAmount(
  text: string,
  decimal: DecimalSign | undefined,
  at: Spot,
  report: Report,
): number | "blank" | undefined {
  const reading = readNumber(text, decimal);
  switch (reading.kind) {
    case "number":
      break;
    case "nil":
      return 0;
    case "blank":
    case "withheld":
      return "blank";
    case "ambiguous":
    case "unreadable":
      report(`number.${reading.kind}`, at, { found: text });
      return undefined;
  }
  if (reading.value < 0) report("number.negative", at, { found: text });
  else if (reading.value > MOST) report("number.too-large", at, { found: text, most: MOST });
  else return reading.value;
  return undefined;
}
