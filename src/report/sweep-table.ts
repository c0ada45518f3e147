import { COST_ITEMS } from "../domain/cost-items.ts";
import { moneyOf } from "../domain/currency.ts";
import { catalogue, type Language, saidIn } from "../domain/language.ts";
import { COST_PARAMETERS } from "../cost/parameters/table.ts";
import { circumstancesSchema, type Circumstances } from "../protocol/sweep-file.ts";
import type { SweepRow } from "../protocol/sweep-result-file.ts";
import type { Basis } from "../evaluate/basis.ts";
import { fillText, formatFigure } from "./format.ts";
import { INTERNAL } from "./internal.ts";
import { pupilsNotice } from "./published-text.ts";
import type { SweepTold } from "./sweep-rows.ts";
import { measureColumn, type Table, type TableCell, toldCell } from "./table.ts";
import type { Workbook } from "./workbook.ts";

const WORDS = catalogue("report.sweep-table", {
  name: { da: "Scenarier", en: "Scenarios" },
  best: { da: "Bedste planer", en: "Best plans" },
  scenario: { da: "Scenarie", en: "Scenario" },
  scenarios: { da: "Antal scenarier", en: "Number of scenarios" },
  status: { da: "Svar", en: "Answer" },
  gap: { da: "Fra bevis", en: "From proof" },
  why: { da: "Hvorfor ikke", en: "Why not" },
  plan: { da: "Bedste plan", en: "Best plan" },
  in: { da: "Bedst i så mange", en: "Best in so many" },
  withoutSchool: { da: "Elever uden skole", en: "Pupils without a school" },
  hash: { da: "Svarets sum (SHA-256)", en: "Answer's sum (SHA-256)" },
  internal: { da: "Internt", en: "Internal" },
  axis: { da: "Akse", en: "Axis" },
  value: { da: "Værdi", en: "Value" },
  all: { da: "Alle", en: "All" },
});

/** What each axis is called. */
const AXES = catalogue("report.sweep-table.axes", {
  seed: { da: "Frø", en: "Seed" },
  growth: { da: "Vækst", en: "Growth" },
  forecast: { da: "Prognose", en: "Forecast" },
  prices: { da: "Priser", en: "Prices" },
  closed: { da: "Lukkede skoler", en: "Closed schools" },
  question: { da: "Spørgsmål", en: "Question" },
});
type Axis = keyof typeof AXES;
const isAxis = (name: string): name is Axis => name in AXES;

const STATUS = catalogue("report.sweep-table.status", {
  optimal: { da: "bevist bedst", en: "proven best" },
  stopped: { da: "fundet, ikke bevist", en: "found, not proven" },
  infeasible: { da: "kan ikke lade sig gøre", en: "infeasible" },
  failed: { da: "intet svar", en: "no answer" },
});

const VALUES = catalogue("report.sweep-table.values", {
  today: { da: "i dag", en: "today" },
  years: {
    da: "{years, plural, one {1 år} other {# år}}, {scenario}",
    en: "{years, plural, one {1 year} other {# years}}, {scenario}",
  },
  noPrices: { da: "som i sagen", en: "as in the case" },
  noneClosed: { da: "ingen", en: "none" },
  asAsked: { da: "som stillet", en: "as asked" },
});
const SCENARIO = catalogue("report.sweep-table.scenario", {
  low: { da: "lav", en: "low" },
  mid: { da: "middel", en: "middle" },
  high: { da: "høj", en: "high" },
  drawn: { da: "trukket", en: "drawn" },
});

/** A value of an axis in a few words; a number where it is one. */
export function axisValue(basis: Basis, axis: string, value: unknown, language: Language): string | number {
  if (!isAxis(axis)) return String(value);
  const { data } = circumstancesSchema.safeParse({ [axis]: value });
  return data ? SAY[axis](basis, data, language) : VALUES.today[language];
}

/** How each axis' value is said, of what is another where it has that value. */
const SAY: Readonly<Record<Axis, (basis: Basis, circumstances: Circumstances, language: Language) => string | number>> =
  {
    seed: (_, { seed }, language) => seed ?? VALUES.today[language],
    growth: (_, { growth = 0 }) => growth,
    forecast: (_, { forecast }, language) =>
      forecast
        ? fillText(VALUES.years, language, { years: forecast.years, scenario: SCENARIO[forecast.scenario][language] })
        : VALUES.today[language],
    prices: (_, { prices = {} }, language) =>
      COST_ITEMS.flatMap((item) => {
        const factor = prices[item];
        if (factor === undefined) return [];
        return [`${COST_PARAMETERS[item].name[language]} × ${formatFigure(factor, language)}`];
      }).join(" · ") || VALUES.noPrices[language],
    closed: ({ municipality }, { closed = [] }, language) =>
      municipality.sites.flatMap(({ id, name }) => (closed.includes(id) ? [name] : [])).join(" · ") ||
      VALUES.noneClosed[language],
    question: (_, { question = {} }, language) =>
      Object.entries(question)
        .map(([name, field]) => `${name}: ${typeof field === "string" ? field : JSON.stringify(field)}`)
        .join(" · ") || VALUES.asAsked[language],
  };

/** What one axis is called, as files name it where it is none of these. */
export const axisName = (axis: string, language: Language): string => (isAxis(axis) ? AXES[axis][language] : axis);

/** A row a scenario: what is another in it, what came of it and the main measures, in their own units. */
export function sweepTable(basis: Basis, { head, rows }: SweepTold, language: Language): Table {
  const used = Object.keys(AXES).filter((axis) => rows.some(({ circumstances }) => axis in circumstances));
  const isTogether = rows.some(({ scenarios }) => scenarios > 1);
  const hasHash = rows.some(({ hash }) => hash !== undefined);
  const mark = head.internal === undefined ? [] : [INTERNAL[language]];
  const columns = [
    { title: WORDS.scenario[language] },
    ...(isTogether ? [{ title: WORDS.scenarios[language] }] : []),
    ...used.map((axis) => ({ title: axisName(axis, language), ...(axis === "growth" && { form: "share" as const }) })),
    { title: WORDS.status[language] },
    { title: WORDS.gap[language], form: "share" as const },
    { title: WORDS.why[language] },
    { title: WORDS.plan[language] },
    ...(isTogether ? [{ title: WORDS.in[language] }] : []),
    { title: WORDS.withoutSchool[language] },
    ...head.measures.map((measure) => measureColumn(measure, moneyOf(basis.municipality.info), language)),
    ...(hasHash ? [{ title: WORDS.hash[language] }] : []),
    ...mark.map(() => ({ title: WORDS.internal[language] })),
  ];
  const cellsOf = (row: SweepRow): readonly TableCell[] => [
    row.scenario,
    ...(isTogether ? [row.scenarios] : []),
    ...used.map((axis) => axisValue(basis, axis, row.circumstances[axis], language)),
    STATUS[row.status][language],
    row.gap,
    row.conflict?.map((rule) => rule[language]).join("; ") ?? row.reason,
    row.plan?.name[language],
    ...(isTogether ? [row.plan?.in] : []),
    toldCell(row.withoutSchool, language),
    ...head.measures.map(({ key }) => toldCell(row.measures[key], language)),
    ...(hasHash ? [row.hash] : []),
    ...mark,
  ];
  return { name: WORDS.name[language], columns, rows: rows.map(cellsOf) };
}

/** In how many scenarios each plan is the best, and which is most often so for each value of each axis. */
function bestPlansTable(basis: Basis, { summary }: SweepTold, language: Language): Table {
  const columns = [WORDS.axis, WORDS.value, WORDS.scenarios, WORDS.plan, WORDS.in].map((title) => ({
    title: saidIn(title, language),
  }));
  const rows = [
    ...summary.plans.map((plan) => [WORDS.all[language], undefined, summary.scenarios, plan.name[language], plan.in]),
    ...summary.axes.map(({ axis, value, scenarios, plan, in: count }) => [
      axisName(axis, language),
      axisValue(basis, axis, value, language),
      scenarios,
      plan?.name[language],
      plan ? count : undefined,
    ]),
  ];
  return { name: WORDS.best[language], columns, rows };
}

/** Both tables as a workbook, with what must be said of the pupils on every printed page. */
export function sweepWorkbook(basis: Basis, told: SweepTold, language: Language): Workbook {
  const { info } = basis.municipality;
  const notice = pupilsNotice(info);
  const said = [
    ...(notice ? [notice[language]] : []),
    ...(told.head.internal === undefined ? [] : [INTERNAL[language]]),
  ];
  const title = told.head.sweep.title ?? WORDS.name[language];
  return {
    title,
    head: `${info.name} ${told.head.provenance.case.schoolYear} · ${title}`,
    foot: said.join(" "),
    tables: [sweepTable(basis, told, language), bestPlansTable(basis, told, language)],
  };
}
