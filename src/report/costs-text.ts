import { knownCases } from "../cost/known-cases.ts";
import { COST_PARAMETER_KEYS } from "../cost/parameters/table.ts";
import { PRICE_INDEX_SOURCE } from "../cost/price-index.ts";
import { type Language, saidIn, type Text } from "../domain/language.ts";
import type { Basis } from "../evaluate/basis.ts";
import { fillText, formatNumber, formatRange } from "./format.ts";

const CONFIDENCE: Readonly<Record<"high" | "medium" | "low", Text>> = {
  high: { da: "høj", en: "high" },
  medium: { da: "middel", en: "medium" },
  low: { da: "lav", en: "low" },
};

const TEXT = {
  title: {
    da: "Omkostningsmodellen i priser fra {year} (indeks: {index}). Ret en post i sagens costs.csv.",
    en: "The cost model in prices of {year} (index: {index}). Change an item in the case's costs.csv.",
  },
  row: {
    da: "{key}: {name}\n    {low} - {mid} - {high} {unit}; prisår {year}; sikkerhed {confidence}; kilde: {source}; ejer: {owner}",
    en: "{key}: {name}\n    {low} - {mid} - {high} {unit}; price year {year}; confidence {confidence}; source: {source}; owner: {owner}",
  },
  known: { da: "Modellen på kendte sager:", en: "The model on known cases:" },
  case: {
    da: "{name}: dokumenteret {documented}, modellen {model} ({error} %). {reading} Kilde: {source}",
    en: "{name}: documented {documented}, the model {model} ({error} %). {reading} Source: {source}",
  },
} as const;

/** The register of cost parameters, and what the model says of cases whose outcome is on record. */
export function costsText({ municipality, costs }: Basis, language: Language): string {
  const number = (value: number): string => formatNumber(value, value < 100 ? 2 : 0, language);
  const rows = COST_PARAMETER_KEYS.map((key) => {
    const { name, low, mid, high, unit, priceYear, confidence, source, owner, evidence } = costs[key];
    const line = fillText(TEXT.row, language, {
      key,
      name: name[language],
      low: number(low),
      mid: number(mid),
      high: number(high),
      unit: unit[language],
      year: String(priceYear),
      confidence: CONFIDENCE[confidence][language],
      source: saidIn(source, language),
      owner: owner[language],
    });
    return evidence ? `  ${line}\n    ${evidence[language]}` : `  ${line}`;
  });
  const title = fillText(TEXT.title, language, {
    year: String(municipality.info.priceYear),
    index: PRICE_INDEX_SOURCE,
  });
  return [title, ...rows, "", TEXT.known[language], ...knownCaseLines(language).map((line) => `  ${line}`)].join("\n");
}

const knownCaseLines = (language: Language): readonly string[] =>
  knownCases().map(({ name, documented, model, unit, reading, source }) =>
    fillText(TEXT.case, language, {
      name: name[language],
      documented: formatRange({ low: documented, mid: documented, high: documented }, unit, language),
      model: formatRange(model, unit, language),
      error: formatNumber(100 * (model.mid / documented - 1), 0, language, "always"),
      reading: reading[language],
      source: saidIn(source, language),
    }),
  );
