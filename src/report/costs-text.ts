import { writtenDate } from "../domain/written-date.ts";
import { type Currency, moneyOf } from "../domain/currency.ts";
import { type KnownCase, knownCases } from "../compare/known-cases.ts";
import { checkPromises } from "../compare/promises.ts";
import type { CostModel } from "../cost/parameters/table.ts";
import type { CostParameter } from "../cost/parameter.ts";
import { type Reference, type ReferenceKey, REFERENCES } from "../cost/references.ts";
import type { Plan } from "../domain/plan.ts";
import { COST_PARAMETER_KEYS } from "../cost/parameters/table.ts";
import { STATE_INDEX_REFERENCE } from "../cost/price-index.ts";
import { priceIndexText, restsOnState } from "../cost/price-index-text.ts";
import { catalogue, type Language, saidIn, type Text } from "../domain/language.ts";
import type { Basis } from "../evaluate/basis.ts";
import { fillText, formatNumber, formatRange, writtenUnit } from "./format.ts";
import { timetableRows, timetableText } from "./timetable-text.ts";

export const CONFIDENCE: Readonly<Record<"high" | "medium" | "low", Text>> = catalogue("report.costs.confidence", {
  high: { da: "høj", en: "high" },
  medium: { da: "middel", en: "medium" },
  low: { da: "lav", en: "low" },
});

const TEXT = catalogue("report.costs.text", {
  title: {
    da: "Omkostningsmodellen i priser fra {year}. Ret en post i sagens costs.csv.",
    en: "The cost model in prices of {year}. Change an item in the case's costs.csv.",
  },
  row: {
    da: "{key}: {name}\n    {values} {unit}; {from}; {standing}; sikkerhed {confidence}; kilde: {source}; ejer: {owner}",
    en: "{key}: {name}\n    {values} {unit}; {from}; {standing}; confidence {confidence}; source: {source}; owner: {owner}",
  },
  converted: { da: "omregnet fra {year}-priser", en: "converted from prices of {year}" },
  sameYear: { da: "{year}-priser", en: "prices of {year}" },
  ofYear: { da: "fra {year}", en: "of {year}" },
  index: {
    da: "Beløb følger fra år til år {index}. Et eget indeks kan lægges i sagens price-index.csv.",
    en: "From year to year amounts follow {index}. An index of your own can be put in the case's price-index.csv.",
  },
  coverage: {
    da: "{documented} af {all} poster er dokumenteret, {derived} er udledt af dokumenterede tal, {estimates} er skøn.",
    en: "{documented} of {all} items are documented, {derived} are derived from documented figures, {estimates} are estimates.",
  },
  reference: {
    da: "»{title}«, {publisher}{date}{url}: {says}",
    en: "“{title}”, {publisher}{date}{url}: {says}",
  },
  known: {
    da: "Modellen ved siden af det, andre har sagt. Beløb er løfter fra før beslutningen, ikke hvad der kom; modellens er det planlagte, før noget er trukket fra for, hvad der plejer at komme:",
    en: "The model beside what others have said. Amounts are promises from before the decision, not what came; the model's are what is planned, before anything is taken off for what usually comes:",
  },
  case: {
    da: "{name}: sagt {said}, modellen {model} ({error} %). {reading} Kilde: {source}",
    en: "{name}: said {said}, the model {model} ({error} %). {reading} Source: {source}",
  },
} as const);

export const STANDINGS: Readonly<Record<"documented" | "derived" | "estimate", Text>> = catalogue(
  "report.costs.standings",
  {
    documented: { da: "dokumenteret", en: "documented" },
    derived: { da: "udledt", en: "derived" },
    estimate: { da: "skøn", en: "estimate" },
  },
);

/** The register of cost parameters, and what the model says of cases of which somebody else has said something. */
export function costsText(basis: Basis, plans: readonly Plan[], language: Language): string {
  const { municipality, costs } = basis;
  const rows = COST_PARAMETER_KEYS.map((key) => {
    const { name, unit, priceYear, confidence, source, owner, evidence, standing, references, withoutEffect } =
      costs[key];
    const line = fillText(TEXT.row, language, {
      key,
      name: name[language],
      values: valuesText(costs[key], language),
      unit: unit[language],
      from: fillText(TEXT[fromOf(costs[key], municipality.info.priceYear)], language, { year: String(priceYear) }),
      standing: STANDINGS[standing][language],
      confidence: CONFIDENCE[confidence][language],
      source: saidIn(source, language),
      owner: owner[language],
    });
    const more = [
      ...(withoutEffect ? [withoutEffect[language]] : []),
      ...(references ?? []).map((reference) => referenceText(reference, language)),
      ...(evidence ? [evidence[language]] : []),
    ];
    return [`  ${line}`, ...more.map((text) => `    ${text}`)].join("\n");
  });
  const title = fillText(TEXT.title, language, {
    year: String(municipality.info.priceYear),
  });
  const timetable = timetableText(municipality);
  const index = fillText(TEXT.index, language, { index: priceIndexText(municipality.priceIndex)[language] });
  const known = knownCases(basis, checkPromises(basis, plans)).map(
    (each) => `  ${knownCaseLine(each, moneyOf(municipality.info), language)}`,
  );
  return [
    title,
    index,
    ...(restsOnState(municipality.priceIndex) ? [`  ${referenceText(STATE_INDEX_REFERENCE, language)}`] : []),
    coverageText(costs, language),
    ...rows,
    ...timetableRows(municipality, language).map((row) => `  ${row}`),
    ...(timetable ? [`  ${timetable[language]}`] : []),
    ...(known.length > 0 ? ["", TEXT.known[language], ...known] : []),
  ].join("\n");
}

/** "653.117 - 740.200 - 827.282", "0,30 - 0,45 - 1,00"; one number where it is taken as known. */
function valuesText({ low, mid, high, kind }: CostParameter, language: Language): string {
  const decimals = kind === "amount" || high >= 100 ? 0 : 2;
  const values = low === high ? [mid] : [low, mid, high];
  return values.map((value) => formatNumber(value, decimals, language)).join(" - ");
}

/** An amount is told in the case's prices, whichever year's it was said in. */
const fromOf = ({ kind, priceYear }: CostParameter, year: number): "converted" | "sameYear" | "ofYear" =>
  kind !== "amount" ? "ofYear" : priceYear === year ? "sameYear" : "converted";

/** How many of the figures anybody has said. */
function coverageText(costs: CostModel, language: Language): string {
  const count = (wanted: CostParameter["standing"]): number =>
    COST_PARAMETER_KEYS.filter((key) => costs[key].standing === wanted).length;
  return fillText(TEXT.coverage, language, {
    documented: count("documented"),
    derived: count("derived"),
    estimates: count("estimate"),
    all: COST_PARAMETER_KEYS.length,
  });
}

function referenceText(key: ReferenceKey, language: Language): string {
  const { title, publisher, date, url, says }: Reference = REFERENCES[key];
  return fillText(TEXT.reference, language, {
    title,
    publisher,
    date: date === undefined ? "" : `, ${writtenDate(date, language)}`,
    url: url === undefined ? "" : `, ${url}`,
    says: says[language],
  });
}

function knownCaseLine(
  { name, said, model, unit: of, reading, source }: KnownCase,
  currency: Currency,
  language: Language,
): string {
  const unit = writtenUnit(of, currency);
  return fillText(TEXT.case, language, {
    name: name[language],
    said: formatRange({ low: said, mid: said, high: said }, unit, language),
    model: formatRange(model, unit, language),
    error: formatNumber(100 * (model.mid / said - 1), 0, language, "always"),
    reading: reading[language],
    source: saidIn(source, language),
  });
}
