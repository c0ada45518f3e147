import { type Counts, measureNamed, unitWord, wholeCell } from "../../../src/index.ts";
import type { DistrictSize } from "../../ask/sizes.ts";
import type { Voice } from "../../i18n/say.ts";
import type { AskedPlan } from "../../worker/messages.ts";

/** What merged districts are in order by, as the plan's figures tell it once it is taken: pupils, and what follows from them, alike. */
export function measuredText(
  { quantity, cell, language }: Pick<Voice, "quantity" | "cell" | "language">,
  { measure, value }: NonNullable<AskedPlan["measured"]>,
  sizes: readonly DistrictSize[],
  counts: Counts,
): string {
  const unit = measureNamed(measure)?.unit;
  if (unit === undefined) return "";
  if (unit === "pupils") return `${cell(wholeCell(counts, value))} ${unitWord(unit, language)}`;
  if (measure !== "pupils-ratio") return quantity(value, unit);
  const known = sizes.flatMap(({ pupils }) => (pupils.kind === "count" && pupils.pupils > 0 ? [pupils.pupils] : []));
  // How much larger the largest district is would tell the smallest.
  if (known.length < sizes.length) return cell({ kind: "hidden" });
  return quantity(Math.max(...known) / Math.min(...known), unit);
}
