import { folkeskoleGrades } from "../domain/folkeskole.ts";
import { type MeasureKey, measuresIn } from "../evaluate/measures/table.ts";
import { writtenDate } from "../domain/written-date.ts";
import { COST_CATEGORIES } from "../domain/cost-items.ts";
import { QUESTION_RULES } from "../protocol/question-rules.ts";
import { COST_PARAMETER_KEYS, COST_PARAMETERS, type CostParameterKey } from "../cost/parameters/table.ts";
import { priceIndexText } from "../cost/price-index-text.ts";
import { restsOf } from "../cost/saving.ts";
import { DANISH_KRONER } from "../domain/currency.ts";
import { catalogue, filled, inBoth, inMoney, type Language, saidIn, type Text } from "../domain/language.ts";
import type { Better, Measure } from "../evaluate/measures/measure.ts";
import { FORECAST_PARAMETERS } from "../forecast/parameters.ts";
import { LAW } from "../rules/table.ts";
import { formatNumber, unitWord, writtenUnit } from "./format.ts";
import { CATEGORY_NAMES } from "./money-text.ts";

const SAID = catalogue("report.reference.said", {
  indexedBy: { da: "{priceYear}; fremskrives med {priceIndexText}", en: "{priceYear}; indexed by {priceIndexText}" },
  notIndexed: { da: "{priceYear}; følger intet prisindeks", en: "{priceYear}; follows no price index" },
});

const { grouping, assignment, network, redraw } = QUESTION_RULES;

/** One page of the reference: what one measure, parameter, law or rule is. */
export interface ReferencePage {
  /** Such as "measures/saving"; letters, digits, hyphens. */
  readonly path: string;
  readonly title: Text;
  readonly lines: readonly ReferenceLine[];
}

interface ReferenceLine {
  readonly label: Text;
  readonly text: Text;
  /** Pages that the line speaks of. */
  readonly see?: readonly string[];
}

export const REFERENCE_CHAPTERS = catalogue("report.reference.referenceChapters", {
  measures: { da: "Nøgletal", en: "Measures" },
  costs: { da: "Omkostningsmodellen", en: "The cost model" },
  forecast: { da: "Prognosens forudsætninger", en: "The forecast's assumptions" },
  law: { da: "Loven", en: "The law" },
  rules: { da: "Krav til optimeringen", en: "Rules of the optimiser" },
} as const satisfies Record<string, Text>);

const same = (text: string): Text => inBoth(() => text);
const dated = (date: string): Text => inBoth((language) => writtenDate(date, language));
const line = (label: Text, text: Text, see?: readonly string[]): ReferenceLine => ({
  label,
  text,
  ...(see && { see }),
});
const pathOf = (chapter: keyof typeof REFERENCE_CHAPTERS, key: string): string =>
  `${chapter}/${key.replace(/[^A-Za-z0-9-]+/g, "-")}`;

const LABEL = catalogue("report.reference.label", {
  what: { da: "Hvad det er", en: "What it is" },
  unit: { da: "Enhed", en: "Unit" },
  better: { da: "Bedst", en: "Better" },
  version: { da: "Version", en: "Version" },
  rests: { da: "Hviler på", en: "Rests on" },
  used: { da: "Bruges i", en: "Used in" },
  range: { da: "Lav, middel, høj", en: "Low, middle, high" },
  year: { da: "Prisår", en: "Price year" },
  source: { da: "Kilde", en: "Source" },
  owner: { da: "Ejer", en: "Owner" },
  confidence: { da: "Sikkerhed", en: "Confidence" },
  evidence: { da: "For og imod", en: "For and against" },
  paragraph: { da: "Paragraf", en: "Paragraph" },
  valid: { da: "Gælder fra", en: "Valid from" },
  validTo: { da: "Gælder til", en: "Valid until" },
  note: { da: "Bemærk", en: "Note" },
  model: { da: "I modellen", en: "In the model" },
} as const satisfies Record<string, Text>);

const BETTER: Readonly<Record<Better, Text>> = catalogue("report.reference.better", {
  lower: { da: "lavt", en: "lower" },
  higher: { da: "højt", en: "higher" },
  neither: { da: "hverken eller", en: "neither" },
});
const CONFIDENCE = catalogue("report.reference.confidence", {
  high: { da: "høj", en: "high" },
  medium: { da: "middel", en: "medium" },
  low: { da: "lav", en: "low" },
} as const satisfies Record<string, Text>);

/** Every page, chapter by chapter; each follows from the table that the program itself computes with. */
export const referencePages = (): readonly ReferencePage[] => [
  ...measuresIn(folkeskoleGrades()).map(measurePage),
  ...COST_PARAMETER_KEYS.map(costPage),
  ...Object.entries(FORECAST_PARAMETERS).map(([key, parameter]) => ({
    path: pathOf("forecast", key),
    title: parameter.name,
    lines: [
      line(LABEL.range, rangeText(parameter.low, parameter.value, parameter.high, parameter.unit)),
      line(LABEL.source, parameter.source),
      line(LABEL.confidence, CONFIDENCE[parameter.confidence]),
    ],
  })),
  ...LAW.map(({ key, paragraph, text, validFrom, validTo, source, note }) => ({
    path: pathOf("law", key),
    title: same(paragraph),
    lines: [
      line(LABEL.what, text),
      line(LABEL.paragraph, same(paragraph)),
      line(LABEL.valid, dated(validFrom)),
      ...(validTo === undefined ? [] : [line(LABEL.validTo, dated(validTo))]),
      line(LABEL.source, same(source)),
      ...(note ? [line(LABEL.note, note)] : []),
    ],
  })),
  ...Object.entries({ ...grouping, ...assignment, ...network, ...redraw }).map(
    ([
      key,
      {
        page: { name, what, model },
      },
    ]) => ({
      path: pathOf("rules", key),
      title: name,
      lines: [line(LABEL.what, what), line(LABEL.model, same(model))],
    }),
  ),
];

function measurePage({ key, label, explanation, unit, better, version }: Measure<MeasureKey>): ReferencePage {
  const category = COST_CATEGORIES.find((name) => key === name || key === `saving-${name}`);
  const rests = category ? restsOf(category) : [];
  const word: Text = inBoth((language) => unitWord(writtenUnit(unit, DANISH_KRONER), language));
  return {
    path: pathOf("measures", key),
    title: label,
    lines: [
      line(LABEL.what, explanation),
      line(LABEL.unit, word),
      line(LABEL.better, BETTER[better]),
      line(LABEL.version, same(String(version))),
      ...(rests.length === 0
        ? []
        : [
            line(
              LABEL.rests,
              names(rests),
              rests.map((name) => pathOf("costs", name)),
            ),
          ]),
    ],
  };
}

const names = (keys: readonly CostParameterKey[]): Text =>
  inBoth((language) => keys.map((key) => COST_PARAMETERS[key].name[language]).join("; "));

function costPage(key: CostParameterKey): ReferencePage {
  const { name, low, mid, high, unit, priceYear, source, owner, confidence, evidence, kind } = COST_PARAMETERS[key];
  const used = COST_CATEGORIES.filter((category) => restsOf(category).includes(key));
  const categories: Text = inBoth((language) => used.map((category) => CATEGORY_NAMES[category][language]).join("; "));
  const year: Text =
    kind === "amount"
      ? filled(SAID.indexedBy, { priceYear, priceIndexText: priceIndexText() })
      : filled(SAID.notIndexed, { priceYear });
  return {
    path: pathOf("costs", key),
    title: name,
    lines: [
      line(LABEL.range, rangeText(low, mid, high, inMoney(unit, DANISH_KRONER))),
      line(LABEL.year, year),
      line(
        LABEL.source,
        inBoth((language) => saidIn(source, language)),
      ),
      line(LABEL.owner, owner),
      line(LABEL.confidence, CONFIDENCE[confidence]),
      ...(evidence ? [line(LABEL.evidence, evidence)] : []),
      ...(used.length === 0
        ? []
        : [
            line(
              LABEL.used,
              categories,
              used.map((category) => pathOf("measures", measureOf(category))),
            ),
          ]),
    ],
  };
}

const measureOf = (category: string): string => (category === "one-off" ? category : `saving-${category}`);

function rangeText(low: number, mid: number, high: number, unit: Text): Text {
  const write = (language: Language): string =>
    [low, mid, high].map((value) => formatNumber(value, Math.abs(value) < 100 ? 2 : 0, language)).join(" - ");
  return inBoth((language) => `${write(language)} ${unit[language]}`);
}
