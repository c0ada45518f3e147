import type { Currency } from "../domain/currency.ts";
import type { MeasuredAssumption } from "../domain/assumption.ts";
import type { DwellingType } from "../domain/forecast.ts";
import { formatBands, gradesInWords, type Grades } from "../domain/grades.ts";
import { catalogue, type Language, moneyWords, type Text } from "../domain/language.ts";
import { unreachable } from "../domain/outcome.ts";
import { fillText, formatNumber } from "./format.ts";

const COST: Readonly<Record<"year" | "once", Text>> = catalogue("report.assumption.cost", {
  year: { da: "{kroner} {currency} om året", en: "{currency} {kroner} a year" },
  once: { da: "{kroner} {currency} én gang", en: "{currency} {kroner} once" },
});
const DANGER: Text = catalogue("report.assumption.danger", {
  da: "farlig for elever i {grades}",
  en: "dangerous for pupils in {grades}",
});
const HOUSING: Text = catalogue("report.assumption.housing", {
  da: "{dwellings}, indflytning {years}",
  en: "{dwellings}, moved into {years}",
});
const DWELLINGS: Readonly<Record<DwellingType, Text>> = catalogue("report.assumption.dwellings", {
  house: {
    da: "{count, plural, one {ét hus} other {# huse}}",
    en: "{count, plural, one {one house} other {# houses}}",
  },
  terraced: {
    da: "{count, plural, one {ét rækkehus} other {# rækkehuse}}",
    en: "{count, plural, one {one terraced house} other {# terraced houses}}",
  },
  flat: {
    da: "{count, plural, one {én lejlighed} other {# lejligheder}}",
    en: "{count, plural, one {one flat} other {# flats}}",
  },
  senior: {
    da: "{count, plural, one {én seniorbolig} other {# seniorboliger}}",
    en: "{count, plural, one {one senior dwelling} other {# senior dwellings}}",
  },
});

/** What is assumed, its name first: "Taxa til Orø, 400.000 kr. om året". */
export const assumptionText = (
  grades: Grades,
  assumption: MeasuredAssumption,
  currency: Currency,
  language: Language,
): string => `${assumption.name}, ${assumptionFacts(grades, assumption, currency, language)}`;

/** The same without its name. */
export function assumptionFacts(
  grades: Grades,
  assumption: MeasuredAssumption,
  currency: Currency,
  language: Language,
): string {
  switch (assumption.kind) {
    case "cost":
      return fillText(COST[assumption.per], language, {
        kroner: formatNumber(assumption.kroner, 0, language),
        ...moneyWords(currency),
      });
    case "danger":
      return fillText(DANGER, language, { grades: gradesInWords(formatBands(grades, assumption.bands))[language] });
    case "housing": {
      const { dwellings, type, firstYear, lastYear } = assumption;
      return fillText(HOUSING, language, {
        dwellings: fillText(DWELLINGS[type], language, { count: dwellings }),
        years: firstYear === lastYear ? String(firstYear) : `${firstYear}-${lastYear}`,
      });
    }
    default:
      return unreachable(assumption);
  }
}
