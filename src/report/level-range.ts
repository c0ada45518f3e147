import { catalogue, inBoth, saidIn, type Text } from "../domain/language.ts";
import type { CaseInfo, RightsError, Municipality } from "../domain/municipality.ts";
import type { Range } from "../cost/range.ts";
import type { Measure } from "../evaluate/measures/measure.ts";
import { measureNamed, type MeasureKey } from "../evaluate/measures/table.ts";
import type { PlanTotals } from "../evaluate/plan-totals.ts";
import { transportNote } from "../rules/transport-right.ts";
import { filledText } from "./format.ts";
import type { ToldValue } from "./shown-measures.ts";

/** No number of pupils is known closer than this where the roads are not, so that a number told in fives has the same range. */
const STEP = 5;

/**
 * Where a measure's level may lie because the roads are not exact: of the nearest five, outward to the next. `undefined` where it does not hang on the
 * roads, the case says nothing of them, or the number is not told as it is.
 */
export function levelRange(
  { levelFrom }: Pick<Measure, "levelFrom">,
  { value, cell }: ToldValue,
  error: RightsError | undefined,
): Range | undefined {
  if (levelFrom !== "roads" || !error || value === undefined || value === 0) return undefined;
  if (cell && cell.kind !== "count") return undefined;
  const nearest = STEP * Math.max(1, Math.round(value / STEP));
  return {
    low: Math.min(value, STEP * Math.floor((nearest * error.low) / STEP)),
    mid: value,
    high: Math.max(value, STEP * Math.ceil((nearest * error.high) / STEP)),
  };
}

/**
 * The range of a measure that is not known exactly: of the same draws as its middle where it is drawn, else of how exact the roads are. **The one
 * choice of range**, for text, files and papers alike.
 */
export const rangeOf = (
  measure: Pick<Measure, "levelFrom" | "range">,
  told: ToldValue,
  totals: PlanTotals,
  { rightsError }: Pick<CaseInfo, "rightsError">,
): Range | undefined => (measure.range ? measure.range(totals) : levelRange(measure, told, rightsError));

/** Whether any of these measures hangs on the roads in its level. */
export const hangsOnRoads = (...keys: readonly MeasureKey[]): boolean =>
  keys.some((key) => measureNamed(key)?.levelFrom === "roads");

const NOTE: Text = catalogue("report.level-range", {
  da: "Hvor mange der har ret til gratis befordring, afhænger af, hvor nøjagtige vejene er: tallet kan være op til {less} % lavere eller {more} % højere end vist. Forskellen mellem to planer er mere sikker.",
  en: "How many have the right to free transport depends on how exact the roads are: the number may be up to {less}% lower or {more}% higher than shown. The difference between two plans is more certain.",
});

/** The same as shares of 100, below and above. */
export const errorShares = ({ low, high }: Pick<RightsError, "low" | "high">): { less: number; more: number } => ({
  less: Math.round(100 * (1 - low)),
  more: Math.round(100 * (high - 1)),
});

/** What must be said wherever the number with a right to transport is shown; nothing where the case says nothing of its roads' error. */
export const levelNote = ({ rightsError }: Pick<CaseInfo, "rightsError">): Text | undefined =>
  rightsError && filledText(NOTE, errorShares(rightsError));

/** The same, and how it was found. */
export function sourcedLevelNote(info: Pick<CaseInfo, "rightsError">): Text | undefined {
  const [note, source] = [levelNote(info), info.rightsError?.source];
  return note && inBoth((language) => [note[language], saidIn(source ?? "", language)].join(" "));
}

/** All that is said with the number of those who have the right: how far off it may be, and what of the law is left out. */
export const rightsNotes = ({ info, grades }: Pick<Municipality, "info" | "grades">): readonly Text[] => [
  ...[sourcedLevelNote(info) ?? []].flat(),
  transportNote(grades),
];
