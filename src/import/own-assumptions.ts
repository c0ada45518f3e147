import { FORECAST_BOUNDS, FORECAST_KEYS, type ForecastKey, type OwnAssumption } from "../domain/forecast.ts";
import { lineKeeper, readRequired } from "./cells-of-rows.ts";
import type { ColumnNames, Sheet } from "./columns.ts";
import { readNumber } from "./numbers.ts";
import { confidenceOf, keyNamed } from "./own-figures.ts";
import type { Report } from "./report.ts";
import type { Row } from "./row.ts";

type AssumptionRole = "parameter" | "value" | "low" | "high" | "source" | "confidence";
export const ASSUMPTION_COLUMNS: ColumnNames<AssumptionRole> = {
  parameter: ["parameter", "antagelse", "assumption", "key"],
  value: ["value", "værdi", "mid"],
  low: ["low", "lav", "mindst"],
  high: ["high", "høj", "højst"],
  source: ["source", "kilde"],
  confidence: ["confidence", "sikkerhed"],
};

/** assumptions.csv: the municipality's own figures, each with its range and source, in place of the assumed ones. */
export function readAssumptions(sheet: Sheet<AssumptionRole>, report: Report): readonly OwnAssumption[] {
  const earlier = lineKeeper();
  return sheet.rows.flatMap((row): OwnAssumption[] => {
    const key = readKey(sheet, row, report);
    const source = readRequired(sheet, row, "source", report);
    const confidence = confidenceOf(sheet.text(row, "confidence"));
    if (!key) return [];
    const first = earlier(key, row);
    if (first !== undefined) report("value.twice", sheet.at(row, "parameter"), { value: key, first });
    if (sheet.text(row, "value") === "") readRequired(sheet, row, "value", report);
    const value = readFigure(sheet, row, "value", key, report);
    const low = sheet.text(row, "low") === "" ? value : readFigure(sheet, row, "low", key, report);
    const high = sheet.text(row, "high") === "" ? value : readFigure(sheet, row, "high", key, report);
    if (value === undefined || low === undefined || high === undefined || source === "" || first !== undefined)
      return [];
    if (low <= value && value <= high) return [{ key, value, low, high, source, confidence }];
    report("assumptions.order", sheet.at(row, "value"), { low, value, high });
    return [];
  });
}

function readKey(sheet: Sheet<AssumptionRole>, row: Row, report: Report): ForecastKey | undefined {
  const text = readRequired(sheet, row, "parameter", report);
  if (text === "") return undefined;
  const found = keyNamed(text, FORECAST_KEYS);
  if (!found)
    report("assumptions.unknown", sheet.at(row, "parameter"), { found: text, keys: FORECAST_KEYS.join(", ") });
  return found;
}

/** Shares and rates have one digit before the sign, so a lone separator marks decimals. */
function readFigure(
  sheet: Sheet<AssumptionRole>,
  row: Row,
  role: "value" | "low" | "high",
  key: ForecastKey,
  report: Report,
): number | undefined {
  const text = sheet.text(row, role);
  if (text === "") return undefined;
  const reading = readNumber(text, text.includes(",") ? "," : ".");
  const [least, most] = FORECAST_BOUNDS[key];
  if (reading.kind === "number" && reading.value >= least && reading.value <= most) return reading.value;
  if (reading.kind === "number") report("assumptions.bounds", sheet.at(row, role), { found: text, least, most });
  else report("number.unreadable", sheet.at(row, role), { found: text });
  return undefined;
}
