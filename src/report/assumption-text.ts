import { COST_PARAMETERS } from "../cost/parameters/table.ts";
import type { Assumption, ClaimedFigure } from "../domain/assumption.ts";
import type { DwellingType } from "../domain/forecast.ts";
import { formatBands, writtenGrades } from "../domain/grades.ts";
import type { Language, Text } from "../domain/language.ts";
import { unreachable } from "../domain/outcome.ts";
import { fillText, formatNumber } from "./format.ts";

const COST: Readonly<Record<"year" | "once", Text>> = {
  year: { da: "{kroner} kr. om året", en: "DKK {kroner} a year" },
  once: { da: "{kroner} kr. én gang", en: "DKK {kroner} once" },
};
const DANGER: Text = { da: "farlig for elever i {grades} klasse", en: "dangerous for pupils in grades {grades}" };
const HOUSING: Text = { da: "{dwellings}, indflytning {years}", en: "{dwellings}, moved into {years}" };
const DWELLINGS: Readonly<Record<DwellingType, Text>> = {
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
};

const CLAIM: Text = {
  da: "»{figure}« sat til {value} {unit} (en påstand; tallene er ikke regnet med den)",
  en: "“{figure}” taken as {value} {unit} (a claim; the figures are not measured with it)",
};

/** What is assumed, its name first: "Taxa til Orø, 400.000 kr. om året"; of a claim that nobody gave a source for, the figure alone. */
export const assumptionText = (assumption: Assumption, language: Language): string =>
  assumption.kind === "claim" && !isSourced(assumption)
    ? assumptionFacts(assumption, language)
    : `${assumption.name}, ${assumptionFacts(assumption, language)}`;

/** Whether somebody said where the figure comes from; else it is called by what it is a figure of. */
export const isSourced = ({ name, item }: ClaimedFigure): boolean =>
  !Object.values(COST_PARAMETERS[item].name).includes(name);

/** A figure of the cost model as people write it: shares with two decimals, kroner whole. */
export const formatFigure = (value: number, language: Language): string =>
  formatNumber(value, Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 2, language);

/** The same without its name. */
export function assumptionFacts(assumption: Assumption, language: Language): string {
  switch (assumption.kind) {
    case "cost":
      return fillText(COST[assumption.per], language, { kroner: formatNumber(assumption.kroner, 0, language) });
    case "danger":
      return fillText(DANGER, language, { grades: writtenGrades(formatBands(assumption.bands))[language] });
    case "housing": {
      const { dwellings, type, firstYear, lastYear } = assumption;
      return fillText(HOUSING, language, {
        dwellings: fillText(DWELLINGS[type], language, { count: dwellings }),
        years: firstYear === lastYear ? String(firstYear) : `${firstYear}-${lastYear}`,
      });
    }
    case "claim": {
      const { name, unit } = COST_PARAMETERS[assumption.item];
      const value = formatFigure(assumption.value, language);
      return fillText(CLAIM, language, { figure: name[language], value, unit: unit[language] });
    }
    default:
      return unreachable(assumption);
  }
}
