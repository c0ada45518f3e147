import { moneyOf } from "../domain/currency.ts";
import { catalogue, type Language, type Said, saidIn } from "../domain/language.ts";
import type { CaseInfo } from "../domain/municipality.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { EvaluationFile } from "../protocol/result-file.ts";
import { assumptionText } from "./assumption-text.ts";
import { guessNotice } from "./baseline-text.ts";
import { CONFIDENCE, STANDINGS } from "./costs-text.ts";
import { fillText } from "./format.ts";
import { INTERNAL } from "./internal.ts";
import { rightsNotes } from "./level-range.ts";
import type { PlanRows } from "./plan-tables.ts";
import type { Table, TableCell } from "./table.ts";
import { unreachedLines } from "./unreached-text.ts";

const NAMES = catalogue("report.source-tables.names", {
  about: { da: "Om filen", en: "About" },
  costs: { da: "Omkostninger", en: "Costs" },
  assumptions: { da: "Forudsætninger", en: "Assumptions" },
  provenance: { da: "Oprindelse", en: "Provenance" },
});

const HEADS = catalogue("report.source-tables.heads", {
  what: { da: "Hvad", en: "What" },
  said: { da: "Indhold", en: "Content" },
  about: { da: "Gælder", en: "Of" },
  key: { da: "Nøgle", en: "Key" },
  item: { da: "Post", en: "Item" },
  low: { da: "Lavest", en: "Lowest" },
  mid: { da: "Middel", en: "Middle" },
  high: { da: "Højest", en: "Highest" },
  unit: { da: "Enhed", en: "Unit" },
  priceYear: { da: "Prisår hos kilden", en: "Price year of the source" },
  standing: { da: "Grundlag", en: "Standing" },
  confidence: { da: "Sikkerhed", en: "Confidence" },
  source: { da: "Kilde", en: "Source" },
  owner: { da: "Ejer", en: "Owner" },
  references: { da: "Kan slås op i", en: "Can be looked up in" },
});

const WORDS = catalogue("report.source-tables.words", {
  program: { da: "Program", en: "Program" },
  municipality: { da: "Kommune", en: "Municipality" },
  code: { da: "Kommunekode", en: "Municipality code" },
  schoolYear: { da: "Skoleår", en: "School year" },
  dataHash: { da: "Datas fingeraftryk (SHA-256)", en: "Hash of the data (SHA-256)" },
  baseline: { da: "Der måles mod planen", en: "Measured against the plan" },
  plan: { da: "Plan", en: "Plan" },
  outside: { da: "Planens fil (SHA-256)", en: "The plan's file (SHA-256)" },
  source: { da: "Datakilde", en: "Source of data" },
  synthetic: { da: "Elever", en: "Pupils" },
  rights: { da: "Ret til befordring", en: "Right to transport" },
  leftOut: { da: "Udeladt af områderne", en: "Left out of the areas" },
  leftOutText: {
    da: "{rows, number} rækker med {pupils, number} elever er udeladt, så ingen gruppe på under fem kan læses ud.",
    en: "{rows, number} rows with {pupils, number} pupils are left out, so that no group of fewer than five can be read.",
  },
  unmeasured: { da: "Uden vej til skolen", en: "Without a way to school" },
  assumed: { da: "Forudsat i forslaget", en: "Assumed in the proposal" },
  guessed: { da: "I dag", en: "Today" },
  unfinished: { da: "Ikke færdig", en: "Unfinished" },
  internal: { da: "Internt", en: "Internal" },
  sheet: { da: "Ark", en: "Sheet" },
});

const titles = (language: Language, heads: readonly (keyof typeof HEADS)[]) =>
  heads.map((head) => ({ title: HEADS[head][language] }));

/** What a workbook is, whose figures it holds, and what is on each sheet: the first thing that is seen of it. */
export function aboutTable(
  basis: Pick<Basis, "municipality" | "baseline">,
  title: string,
  { provenance, internal }: Pick<EvaluationFile, "provenance" | "internal">,
  sheets: readonly string[],
  language: Language,
): Table {
  const { case: of, program, programVersion } = provenance;
  const rows: TableCell[][] = [
    [WORDS.plan[language], title],
    [WORDS.municipality[language], of.name],
    [WORDS.schoolYear[language], of.schoolYear],
    ...(internal === undefined ? [] : [[WORDS.internal[language], INTERNAL[language]]]),
    ...noticeRows(basis, language),
    [WORDS.program[language], `${program} ${programVersion}`],
    ...sheets.map((sheet) => [WORDS.sheet[language], sheet]),
  ];
  return { name: NAMES.about[language], columns: titles(language, ["what", "said"]), rows };
}

/** That pupils are made up, and that who goes where today is a guess: what no figure may be read without. */
const noticeRows = (basis: Pick<Basis, "municipality" | "baseline">, language: Language): string[][] =>
  [
    { what: WORDS.synthetic, said: basis.municipality.info.syntheticNotice },
    { what: WORDS.guessed, said: guessNotice(basis) },
  ].flatMap(({ what, said }) => (said ? [[what[language], saidIn(said, language)]] : []));

/** Every figure of the cost model, with who says so and where it can be looked up. */
export function costsTable({ costs }: Pick<EvaluationFile, "costs">, language: Language): Table {
  const columns = [
    ...titles(language, ["key", "item"]),
    ...titles(language, ["low", "mid", "high"]),
    ...titles(language, ["unit", "priceYear", "standing", "confidence", "source", "owner", "references"]),
  ];
  const rows = costs.map((row): TableCell[] => [
    row.key,
    row.name[language],
    ...[row.low, row.mid, row.high].map((value) => ({
      value,
      form: row.kind === "amount" || row.high >= 100 ? ("whole" as const) : ("two-decimals" as const),
    })),
    row.unit[language],
    String(row.priceYear),
    STANDINGS[row.standing][language],
    CONFIDENCE[row.confidence][language],
    saidIn(row.source, language),
    row.owner[language],
    (row.references ?? [])
      .map(({ title, publisher, date, url }) => [title, publisher, date, url].filter(Boolean).join(", "))
      .join("; "),
  ]);
  return { name: NAMES.costs[language], columns, rows };
}

/** What the figures take for granted, and what must be said with them; the first column names the plan where it is of one alone. */
export function assumptionsTable(basis: Basis, plans: readonly PlanRows[], language: Language): Table {
  const ofAll = [
    ...noticeRows(basis, language),
    ...(basis.assumptions ?? []).map((each) => [
      WORDS.assumed[language],
      assumptionText(basis.municipality.grades, each, moneyOf(basis.municipality.info), language),
    ]),
    ...rightsNotes(basis.municipality).map((note) => [WORDS.rights[language], note[language]]),
  ].map((row) => ["", ...row]);
  const ofPlans = plans.flatMap(({ title, plan, file: { completeness, unitsLeftOut } }) => [
    ...(completeness.status === "unfinished"
      ? completeness.text.map((text) => [title, WORDS.unfinished[language], text[language]])
      : []),
    ...unreachedLines(basis, plan, language).map((line) => [title, WORDS.unmeasured[language], line]),
    ...(unitsLeftOut
      ? [[title, WORDS.leftOut[language], fillText(WORDS.leftOutText, language, { ...unitsLeftOut })]]
      : []),
  ]);
  const columns = titles(language, ["about", "what", "said"]);
  return { name: NAMES.assumptions[language], columns, rows: [...ofAll, ...ofPlans] };
}

/** By which the same figures can be computed again: program, data, plans, sources. */
export function provenanceTable(
  { provenance }: Pick<EvaluationFile, "provenance">,
  plans: readonly { readonly id: string; readonly title: string }[],
  { sources }: Pick<CaseInfo, "sources">,
  language: Language,
): Table {
  const { case: of, program, programVersion, baseline, plans: outside = [] } = provenance;
  const said = (text: Said | undefined): string => (text === undefined ? "" : saidIn(text, language));
  const rows: TableCell[][] = [
    [WORDS.program[language], `${program} ${programVersion}`],
    [WORDS.municipality[language], of.name],
    [WORDS.code[language], of.code],
    [WORDS.schoolYear[language], of.schoolYear],
    [WORDS.dataHash[language], of.dataHash],
    [WORDS.baseline[language], baseline],
    ...plans.map(({ id, title }) => [WORDS.plan[language], id === title ? id : `${id}: ${title}`]),
    ...outside.map(({ id, hash }) => [WORDS.outside[language], `${id}: ${hash}`]),
    ...sources.map(({ what, from, licence }) => [
      WORDS.source[language],
      [said(what), said(from), said(licence)].filter((each) => each !== "").join(" · "),
    ]),
  ];
  return { name: NAMES.provenance[language], columns: titles(language, ["what", "said"]), rows };
}
