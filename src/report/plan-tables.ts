import { type Grades, gradesInWords } from "../domain/grades.ts";
import type { ToldFlows } from "../compare/flows.ts";
import { catalogue, type Language, moneyWords, type Said, type Text } from "../domain/language.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";
import type { EvaluationFile } from "../protocol/result-file.ts";
import { fillText } from "./format.ts";
import { cellText } from "./shown-measures.ts";
import { formOf, moneyOfFile, type Table, type TableCell, toldCell, unitOfNumbers } from "./table.ts";

/** A plan as its file tells it, and who goes where instead of where, as it may be told. */
export interface PlanRows {
  readonly title: string;
  readonly plan: Plan;
  readonly file: EvaluationFile;
  /** Of site numbers as in the file's list of sites; none of today's plan. */
  readonly flows?: ToldFlows;
}

const NAMES = catalogue("report.plan-tables.names", {
  measures: { da: "Nøgletal", en: "Measures" },
  sites: { da: "Skoler", en: "Schools" },
  districts: { da: "Distrikter", en: "Districts" },
  areas: { da: "Områder", en: "Areas" },
  flows: { da: "Skoleskift", en: "Changes of school" },
  budget: { da: "Budget", en: "Budget" },
});

const HEADS = catalogue("report.plan-tables.heads", {
  measure: { da: "Nøgletal", en: "Measure" },
  unit: { da: "Enhed", en: "Unit" },
  better: { da: "Bedst", en: "Better" },
  low: { da: "{plan}: lavest", en: "{plan}: lowest" },
  high: { da: "{plan}: højest", en: "{plan}: highest" },
  difference: { da: "{plan}: forskel fra i dag", en: "{plan}: difference from today" },
  meaning: { da: "Forklaring", en: "Explanation" },
  plan: { da: "Plan", en: "Plan" },
  id: { da: "Id", en: "Id" },
  site: { da: "Skole", en: "School" },
  district: { da: "Distrikt", en: "District" },
  grades: { da: "Klassetrin", en: "Grades" },
  pupils: { da: "Elever", en: "Pupils" },
  places: { da: "Pladser", en: "Places" },
  over: { da: "Uden plads", en: "Beyond the places" },
  pupilsIn: { da: "Elever, {grades}", en: "Pupils, {grades}" },
  classesIn: { da: "Klasser, {grades}", en: "Classes, {grades}" },
  sites: { da: "Skoler", en: "Schools" },
  whole: { da: "Hænger sammen", en: "In one piece" },
  area: { da: "Område", en: "Area" },
  band: { da: "Trin", en: "Grades" },
  before: { da: "Skole i dag", en: "School today" },
  after: { da: "Skole i planen", en: "School in the plan" },
  metresBefore: { da: "Skolevej i dag (m)", en: "Way to school today (m)" },
  metresAfter: { da: "Skolevej i planen (m)", en: "Way to school in the plan (m)" },
  from: { da: "Fra", en: "From" },
  to: { da: "Til", en: "To" },
  all: { da: "Elever i alt", en: "All pupils" },
  year: { da: "Budgetår", en: "Budget year" },
  saving: { da: "Besparelse ({currencySign})", en: "Saving ({currencySign})" },
  oneOff: { da: "Engangsudgift ({currencySign})", en: "One-off cost ({currencySign})" },
  inAll: { da: "I alt ({currencySign})", en: "In all ({currencySign})" },
  lowest: { da: "{what}, lavest", en: "{what}, lowest" },
  highest: { da: "{what}, højest", en: "{what}, highest" },
});

const WORDS = catalogue("report.plan-tables.words", {
  lower: { da: "lavere", en: "lower" },
  higher: { da: "højere", en: "higher" },
  neither: { da: "ingen af delene", en: "neither" },
  closed: { da: "lukket", en: "closed" },
  yes: { da: "ja", en: "yes" },
  no: { da: "nej", en: "no" },
  noSchool: { da: "(ingen skole)", en: "(no school)" },
  everybody: { da: "Alle, der skifter", en: "All who change" },
});

type Head = keyof typeof HEADS;

/** A title with what it is of put in. */
const titled = (head: Head, language: Language, values: Readonly<Record<string, Said>>): string =>
  fillText(HEADS[head], language, values);

const whole = (title: string) => ({ title, form: "whole" as const });

/** Every measure, today's and each plan's beside it, in the measure's own unit. */
export function measuresTable(today: PlanRows, plans: readonly PlanRows[], language: Language): Table {
  const said = (text: Text): string => text[language];
  const columns = [
    ...(["measure", "unit", "better"] as const).map((head) => ({ title: HEADS[head][language] })),
    { title: today.title },
    ...plans.flatMap(({ title: plan }) => [
      { title: plan },
      ...(["difference", "low", "high"] as const).map((head) => ({ title: titled(head, language, { plan }) })),
    ]),
    { title: HEADS.meaning[language] },
  ];
  const ofPlans = plans.map(({ file }) => new Map(file.measures.map((row) => [row.key, row])));
  const rows = today.file.measures.map(({ key, label, unit, better, explanation, value: baseline }): TableCell[] => {
    const formed = (value: string | number | undefined): TableCell =>
      typeof value === "number" ? { value, form: formOf(unit) } : value;
    return [
      said(label),
      unitOfNumbers(unit, moneyOfFile(today.file), language),
      WORDS[better][language],
      formed(toldCell(baseline, language)),
      ...ofPlans.flatMap((measures) => {
        const { value, range } = measures.get(key) ?? {};
        const difference = typeof value === "number" && typeof baseline === "number" ? value - baseline : undefined;
        return [toldCell(value, language), difference, range?.low, range?.high].map(formed);
      }),
      said(explanation),
    ];
  });
  return { name: NAMES.measures[language], columns, rows };
}

/** Every school in today's plan and each other: its district, grades, pupils, places and classes. */
export function sitesTable({ names }: Pick<Grades, "names">, plans: readonly PlanRows[], language: Language): Table {
  const [{ file: first }] = plans;
  const bands = Object.keys(first.sites[0]?.pupils ?? {});
  const columns = [
    ...(["plan", "id", "site", "district", "grades"] as const).map((head) => ({ title: HEADS[head][language] })),
    ...(["pupils", "places", "over"] as const).flatMap((head) =>
      bands.map((band) => whole(`${HEADS[head][language]} ${band}`)),
    ),
    ...(["pupilsIn", "classesIn"] as const).flatMap((head) =>
      names.map((grade) => whole(titled(head, language, { grades: gradesInWords(grade)[language] }))),
    ),
  ];
  const rows = plans.flatMap(({ title, file }) => {
    const district = new Map(file.districts.map(({ id, name }) => [id, name]));
    return file.sites.map((site): TableCell[] => {
      const [pupils, places, over] = [site.pupils, site.capacity, site.overflow].map(
        (byBand) => new Map(Object.entries(byBand)),
      );
      return [
        title,
        site.id,
        site.name,
        site.district === undefined ? undefined : district.get(site.district),
        site.grades === "" ? WORDS.closed[language] : site.grades,
        ...[pupils, places, over].flatMap((byBand) => bands.map((band) => toldCell(byBand.get(band), language))),
        ...site.pupilsByGrade.map((count) => toldCell(count, language)),
        ...site.classesByGrade,
      ];
    });
  });
  return { name: NAMES.sites[language], columns, rows };
}

/** Every district of today's plan and each other. */
export function districtsTable(plans: readonly PlanRows[], language: Language): Table {
  const columns = [
    ...(["plan", "id", "district", "sites"] as const).map((head) => ({ title: HEADS[head][language] })),
    whole(HEADS.pupils[language]),
    { title: HEADS.whole[language] },
  ];
  const rows = plans.flatMap(({ title, file }) => {
    const name = new Map(file.sites.map((site) => [site.id, site.name]));
    return file.districts.map((district): TableCell[] => [
      title,
      district.id,
      district.name,
      district.sites.map((site) => name.get(site) ?? site).join(" · "),
      toldCell(district.pupils, language),
      WORDS[district.contiguous ? "yes" : "no"][language],
    ]);
  });
  return { name: NAMES.districts[language], columns, rows };
}

/** Every area and band that may be told: who goes where today and in each plan, and how far. */
export function areasTable(plans: readonly PlanRows[], language: Language): Table {
  const columns = [
    ...(["plan", "area", "band"] as const).map((head) => ({ title: HEADS[head][language] })),
    whole(HEADS.pupils[language]),
    ...(["before", "after"] as const).map((head) => ({ title: HEADS[head][language] })),
    ...(["metresBefore", "metresAfter"] as const).map((head) => whole(HEADS[head][language])),
  ];
  const rows = plans.flatMap(({ title, file }) => {
    const name = new Map(file.sites.map((site) => [site.id, site.name]));
    const named = (site: string | undefined): string => (site === undefined ? "" : (name.get(site) ?? site));
    return file.units.map(({ id, band, pupils, siteBefore, siteAfter, metresBefore, metresAfter }): TableCell[] => [
      title,
      id,
      band,
      pupils,
      named(siteBefore),
      named(siteAfter),
      metresBefore,
      metresAfter,
    ]);
  });
  return { name: NAMES.areas[language], columns, rows };
}

/** How many go from which school to which in each plan, as maps and cards tell it. */
export function flowsTable(plans: readonly PlanRows[], language: Language): Table {
  const bands = Object.keys(plans[0]?.file.sites[0]?.pupils ?? {});
  const columns = [
    ...(["plan", "from", "to"] as const).map((head) => ({ title: HEADS[head][language] })),
    ...bands.map((band) => whole(`${HEADS.pupils[language]} ${band}`)),
    whole(HEADS.all[language]),
  ];
  const rows = plans.flatMap(({ title, file, flows }) => {
    if (!flows) return [];
    const named = (site: number): string =>
      site === NO_SITE ? WORDS.noSchool[language] : (file.sites[site]?.name ?? "");
    const counts = ({ bands: byBand, total }: ToldFlows["all"]): TableCell[] =>
      [...byBand, total].map((cell) => toldCell(cellText(cell), language));
    return [
      ...flows.rows.map((row): TableCell[] => [title, named(row.from), named(row.to), ...counts(row)]),
      [title, WORDS.everybody[language], undefined, ...counts(flows.all)],
    ];
  });
  return { name: NAMES.flows[language], columns, rows };
}

/** What each plan saves year by year, with its range. */
export function budgetTable(plans: readonly PlanRows[], language: Language): Table {
  const amounts = ["saving", "oneOff", "inAll"] as const;
  const [{ file: first }] = plans;
  const words = moneyWords(moneyOfFile(first));
  const columns = [
    { title: HEADS.plan[language] },
    { title: HEADS.year[language] },
    ...amounts.flatMap((head) => {
      const what = titled(head, language, words);
      return [what, titled("lowest", language, { what }), titled("highest", language, { what })].map(whole);
    }),
  ];
  const rows = plans.flatMap(({ title, file: { money } }) =>
    (money?.years ?? []).map((year): TableCell[] => [
      title,
      String(year.year),
      ...amounts.flatMap((amount) => [year[amount].mid, year[amount].low, year[amount].high]),
    ]),
  );
  return { name: NAMES.budget[language], columns, rows };
}
