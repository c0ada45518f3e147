import { type Currency, moneyOf } from "../domain/currency.ts";
import { COST_CATEGORIES, type CostCategory } from "../domain/cost-items.ts";
import type { Saving } from "../cost/saving.ts";
import { DRAWS } from "../cost/uncertainty.ts";
import { budgetYears, type Horizon, presentValue } from "../cost/ramp.ts";
import type { Range } from "../cost/range.ts";
import { gaugeOf, teachingMoney } from "../cost/target.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { PlanMoney } from "../evaluate/plan-totals.ts";
import { catalogue, type Language, moneyWords, saidIn, type Text } from "../domain/language.ts";
import { countsOf } from "../kernels/disclosure/shown.ts";
import { fillText, formatNumber, formatRange } from "./format.ts";
import { moneyFormulas } from "./money-sums.ts";
import { toldMoney } from "./told-money.ts";
import { timetableText } from "./timetable-text.ts";

export const CATEGORY_NAMES: Readonly<Record<CostCategory, Text>> = catalogue("report.money.categoryNames", {
  leadership: { da: "Ledelse og administration", en: "Leadership and administration" },
  classes: { da: "Undervisning (klasser)", en: "Teaching (classes)" },
  buildings: { da: "Bygninger", en: "Buildings" },
  transport: { da: "Befordring", en: "Transport" },
  private: { da: "Privatskoler", en: "Private schools" },
  time: { da: "Elevernes tid", en: "Pupils' time" },
  assumed: { da: "Forslagets egne udgifter", en: "The proposal's own costs" },
  "one-off": { da: "Engangsudgifter", en: "One-off costs" },
});

/** One line a category: name, range in millions. */
const savingLine = (saving: Saving, category: CostCategory, currency: Currency, language: Language): string =>
  `${CATEGORY_NAMES[category][language]}: ${formatRange(saving[category], currency, language)}`;

const TEXT = catalogue("report.money.text", {
  title: { da: "Økonomi, prisår {year}:", en: "Money, prices of {year}:" },
  how: {
    da: "Beløb er gennemsnittet af {draws} beregninger, i parentes det, som ni af ti ligger imellem. Regnestykkerne står med hver posts gennemsnit.",
    en: "Amounts are the mean of {draws} computations, in brackets what nine of ten lie between. The sums stand with the mean of each item.",
  },
  timePriced: {
    da: "Elevernes tid er regnet med som penge, for en pris er sat: {price} {currency} i timen.",
    en: "Pupils' time is counted as money, for a price was set: {currency} {price} an hour.",
  },
  target: {
    da: "Mål: {target} ({source}); fundet: {found}; mangler: {missing}",
    en: "Target: {target} ({source}); found: {found}; missing: {missing}",
  },
  spared: {
    da: "Undervisning skal være urørt og tæller ikke med i målet: {range}, svarende til {positions} lærerstillinger.",
    en: "Teaching is to be untouched and does not count towards the target: {range}, or {positions} teachers' positions.",
  },
  years: {
    da: "År for år (besparelse; engangsudgift; i alt til og med året):",
    en: "Year by year (saving; one-off; in all up to and with the year):",
  },
  year: { da: "{year}: {saving}; {once}; {all}", en: "{year}: {saving}; {once}; {all}" },
  present: {
    da: "Nutidsværdi af {years} budgetår, engangsudgifter med, ved {rate} % om året: {value}",
    en: "Present value of {years} budget years, one-off costs with them, at {rate} % a year: {value}",
  },
} as const);

/** How far budget years are followed unless asked. */
export const BUDGET_YEARS: Horizon = { years: 5 };

/** The money of a plan opened to its parts: each category with its sums, the target, the years. */
export function moneyText(
  { municipality, today, costs, draws }: Basis,
  exact: PlanMoney,
  language: Language,
  { years: horizon, rate }: Horizon = BUDGET_YEARS,
): string {
  const counts = countsOf(municipality.info);
  const { info } = municipality;
  const currency = moneyOf(info);
  const money = toldMoney(counts, exact, currency);
  const { saving, drivers } = money;
  const formulas = moneyFormulas(drivers, today, costs, { counts, currency }, language);
  const range = (value: Range): string => formatRange(value, currency, language);
  const positions = teachingMoney(saving, costs).positions;
  const lines = COST_CATEGORIES.filter(
    (category) => (category !== "assumed" || drivers.assumed) && (category !== "time" || money.isTimePriced),
  ).flatMap((category) => [
    `  ${savingLine(saving, category, currency, language)}`,
    ...formulas[category].map((line) => `      ${line}`),
  ]);
  const timetable = timetableText(municipality);
  if (timetable) lines.push(`  ${timetable[language]}`);
  if (money.isTimePriced)
    lines.push(
      `  ${fillText(TEXT.timePriced, language, { price: formatNumber(costs.hourValue.mid, 0, language), ...moneyWords(currency) })}`,
    );
  const { savingsTarget } = info;
  if (savingsTarget) {
    const gauge = gaugeOf(savingsTarget, money, info.priceYear, municipality.priceIndex);
    const blanks = {
      target: range({ low: gauge.amount, mid: gauge.amount, high: gauge.amount }),
      source: saidIn(savingsTarget.source, language),
      found: range(gauge.total),
      missing: range(gauge.missing),
    };
    lines.push(`  ${fillText(TEXT.target, language, blanks)}`);
    if (savingsTarget.teaching === "untouched") {
      const count = formatNumber(positions.mid, 1, language);
      lines.push(`  ${fillText(TEXT.spared, language, { range: range(saving.classes), positions: count })}`);
    }
  }
  const budget = budgetYears(money, costs, info.schoolYear + 1, horizon);
  const years = budget.map(
    ({ year, saving: grown, oneOff, inAll }) =>
      `      ${fillText(TEXT.year, language, { year: String(year), saving: range(grown), once: range(oneOff), all: range(inAll) })}`,
  );
  const present =
    rate === undefined
      ? []
      : [
          fillText(TEXT.present, language, {
            years: String(horizon),
            rate: formatNumber(100 * rate, 1, language),
            value: range(presentValue(budget, rate)),
          }),
        ];
  return [
    fillText(TEXT.title, language, { year: String(info.priceYear) }),
    `  ${fillText(TEXT.how, language, { draws: formatNumber((draws ?? DRAWS).draws, 0, language) })}`,
    ...lines,
    `  ${TEXT.years[language]}`,
    ...years,
    ...present.map((line) => `  ${line}`),
  ].join("\n");
}
