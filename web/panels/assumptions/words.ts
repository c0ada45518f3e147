import { type Grades, type MeasuredAssumption, assumptionText } from "../../../src/index.ts";
import type { Voice } from "../../i18n/say.ts";

/** "Taxa til Orø, 400.000 kr. om året og Havnen, 40 huse, indflytning 2027"; "" for none. */
export const assumptionList = (
  grades: Grades,
  { list, language, currency }: Voice,
  assumptions: readonly MeasuredAssumption[],
): string => list(assumptions.map((each) => assumptionText(grades, each, currency, language)));
