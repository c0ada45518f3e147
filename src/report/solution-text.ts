import { planTitle } from "./baseline-text.ts";
import { formatBands } from "../domain/grades.ts";
import { catalogue, type Language, type Text } from "../domain/language.ts";
import type { Relaxation } from "../domain/outcome.ts";
import type { Basis } from "../evaluate/basis.ts";
import { evaluatePlan } from "../evaluate/evaluate.ts";
import { canCompare } from "../evaluate/measures/measure.ts";
import { measureByKey, type MeasureKey } from "../evaluate/measures/table.ts";
import { caseText } from "./consolidation-text.ts";
import { fillText, formatNumber, formatQuantity } from "./format.ts";
import { statusText } from "./plan-status.ts";
import { measureTitle, savingApart } from "./saving-apart.ts";
import { cellWord, countIn, measuresOf, unitAfter, writeAmount, writeChange } from "./shown-measures.ts";
import type { Answered, Solution } from "./solution-file.ts";
import { stagesText } from "./stage-text.ts";
import { unlikeLines, unreachedLines } from "./unreached-text.ts";

const TEXT = catalogue("report.solution.text", {
  optimal: { da: "Bevist bedst.", en: "Proven best." },
  stopped: {
    da: "Stoppet før bevis: højst {gap} % fra det bedste.",
    en: "Stopped before proof: at most {gap} % from the best.",
  },
  quick: { da: "Hurtigt svar, ikke bevist.", en: "A quick answer, not proven." },
  relaxing: { da: "Uden kravet »{rule}«: {values}", en: 'Without the rule "{rule}": {values}' },
  relaxingStopped: {
    da: "Uden kravet »{rule}«: {values} (fundet, men ikke bevist bedst)",
    en: 'Without the rule "{rule}": {values} (found, but not proven best)',
  },
  relaxingInfeasible: {
    da: "Uden kravet »{rule}« kan det stadig ikke lade sig gøre: andre krav støder også sammen.",
    en: 'Without the rule "{rule}" it still cannot be done: other rules collide as well.',
  },
  relaxingUnknown: {
    da: "Uden kravet »{rule}«: ikke afgjort i den tid, en prøve får.",
    en: 'Without the rule "{rule}": not known; the time for a test ran out.',
  },
  stages: { da: "Trin for trin: {values}", en: "Stage by stage: {values}" },
  closed: { da: "Lukker: {list}", en: "Closes: {list}" },
  opened: { da: "Åbner: {list}", en: "Opens: {list}" },
  changed: { da: "Ændrer klassetrin: {list}", en: "Changes grades: {list}" },
  area: {
    da: "{name}: {pupils} elever, {units, number} områder, {sites, plural, =0 {ingen åben skole} one {# åben skole} other {# åbne skoler}}",
    en: "{name}: {pupils} pupils, {units, number} units, {sites, plural, =0 {no open school} one {# open school} other {# open schools}}",
  },
  areaOfGrades: {
    da: "{name}: {pupils} elever i {grades}. klasse ({all} elever i alt), {units, number} områder, {sites, plural, =0 {ingen åben skole} one {# åben skole} other {# åbne skoler}}",
    en: "{name}: {pupils} pupils in grades {grades} ({all} pupils in all), {units, number} units, {sites, plural, =0 {no open school} one {# open school} other {# open schools}}",
  },
  bound: { da: "Ingen løsning kan komme under: {bounds}", en: "No answer can go below: {bounds}" },
  breach: { da: "Bryder et krav: {what}", en: "Breaks a rule: {what}" },
  splits: { da: "{count, number} delte områder", en: "{count, number} split units" },
  price: { da: "{rule} koster", en: "{rule} costs" },
  nothing: { da: "intet", en: "nothing" },
} as const satisfies Record<string, Text>);

/** The measures that an answer is summed up by. */
const SHOWN: readonly MeasureKey[] = [
  "changed-site",
  "distance-mean",
  "distance-worst",
  "pupil-kilometres",
  "transport-right",
  "classes",
  "overflow",
  "sites",
  "saving",
];

/** An answered question for a person: proof, what changes, what it means against today. */
export function solutionText(basis: Basis, solution: Solution, language: Language): string {
  const lines = [caseText(basis, language), ""];
  if (solution.conflict) lines.push(...conflictLines(solution, language));
  const today = evaluatePlan(basis, basis.baseline).values;
  for (const answer of solution.answers) lines.push(...answerLines(basis, answer, solution, today, language), "");
  for (const { rule, differences, stages, note } of solution.prices ?? [])
    lines.push(
      `${fillText(TEXT.price, language, { rule: rule[language] })}:`,
      ...(stages.some((change) => change !== 0)
        ? [`  ${fillText(TEXT.stages, language, { values: stagesText(solution.stages, stages, language, "always") })}`]
        : []),
      ...priceLines(differences, language),
      ...(note ? [`  ${note[language]}`] : []),
    );
  return lines.join("\n").trimEnd();
}

function conflictLines({ conflict, stages }: Solution, language: Language): string[] {
  if (!conflict) return [];
  return [
    fillText(COLLIDE, language, { rules: conflict.rules.length }),
    ...conflict.rules.map((rule) => `  - ${rule[language]}`),
    ...(conflict.details ?? []).map((detail) => `  ${detail[language]}`),
    ...(conflict.relaxing ?? []).map(
      ({ rule, outcome, values }) =>
        `  ${fillText(RELAXING[outcome], language, { rule: rule[language], values: stagesText(stages, values, language) })}`,
    ),
  ];
}

/** What is said before the rules that collide; one alone may be impossible. */
export const COLLIDE: Text = catalogue("report.solution.collide", {
  da: "Det kan ikke lade sig gøre. {rules, plural, one {Dette krav kan ikke opfyldes} other {Disse krav kan ikke opfyldes samtidig}}:",
  en: "It cannot be done. {rules, plural, one {This rule cannot hold} other {These rules cannot hold together}}:",
});

const RELAXING: Readonly<Record<Relaxation["outcome"], Text>> = {
  optimal: TEXT.relaxing,
  stopped: TEXT.relaxingStopped,
  infeasible: TEXT.relaxingInfeasible,
  unknown: TEXT.relaxingUnknown,
};

function answerLines(
  basis: Basis,
  answer: Answered,
  { gap = 0, stages: meanings }: Solution,
  today: ReadonlyMap<MeasureKey, number>,
  language: Language,
): string[] {
  const proof = fillText(TEXT[answer.status], language, { gap: formatNumber(100 * gap, 2, language) });
  const stages = stagesText(
    meanings,
    answer.stages.map(({ value }) => value),
    language,
  );
  const bounds = stagesText(
    meanings,
    answer.stages.map(({ bound }) => bound),
    language,
  );
  const splits = answer.splits?.length ?? 0;
  const { evaluation } = answer;
  const isFinished = evaluation.completeness.status === "finished";
  return [
    `${planTitle(answer.plan, language)}: ${proof}`,
    ...statusText(basis, evaluation.completeness, language).map((line) => `  ${line}`),
    ...(answer.stages.length > 0 ? [`  ${fillText(TEXT.stages, language, { values: stages })}`] : []),
    ...(answer.breaches ?? []).map((what) => `  ${fillText(TEXT.breach, language, { what: what[language] })}`),
    ...siteLines(basis, answer, language),
    ...(answer.status === "stopped" && answer.stages.length > 0
      ? [`  ${fillText(TEXT.bound, language, { bounds })}`]
      : []),
    ...(answer.areas ?? []).map((area) => `  ${areaText(basis, area, language)}`),
    ...(splits > 0 ? [`  ${fillText(TEXT.splits, language, { count: splits })}`] : []),
    ...measureLines(basis, isFinished ? today : undefined, evaluation.values, language),
    ...unreachedLines(basis, answer.plan, language).map((line) => `  ${line}`),
    ...unlikeLines(today, evaluation.values, language).map((line) => `  ${line}`),
  ];
}

function areaText(
  basis: Basis,
  { district: { name }, pupils, allPupils, grades, units, sites }: NonNullable<Answered["areas"]>[number],
  language: Language,
): string {
  const told = (count: number): string => cellWord(countIn(basis, count), language);
  const counts = { name, pupils: told(pupils), units: units.length, sites: sites.length };
  return grades === undefined
    ? fillText(TEXT.area, language, counts)
    : fillText(TEXT.areaOfGrades, language, { ...counts, grades, all: told(allPupils) });
}

function siteLines({ municipality, baseline }: Basis, { plan }: Answered, language: Language): string[] {
  const named = (wanted: (before: number, after: number) => boolean, write: (name: string, after: number) => string) =>
    municipality.sites.flatMap(({ name }, site) => {
      const [before, after] = [baseline.teaching[site], plan.teaching[site]];
      return before !== after && wanted(before, after) ? [write(name, after)] : [];
    });
  const closed = named(
    (_, after) => after === 0,
    (name) => name,
  );
  const opened = named(
    (before) => before === 0,
    (name, after) => `${name} ${formatBands(after)}`,
  );
  const changed = named(
    (before, after) => before !== 0 && after !== 0,
    (name, after) => `${name} ${formatBands(after)}`,
  );
  const line = (text: Text, list: readonly string[]) =>
    list.length > 0 ? [`  ${fillText(text, language, { list: list.join(", ") })}`] : [];
  return [...line(TEXT.closed, closed), ...line(TEXT.opened, opened), ...line(TEXT.changed, changed)];
}

const NONE: ReadonlyMap<MeasureKey, number> = new Map();

function measureLines(
  basis: Basis,
  today: ReadonlyMap<MeasureKey, number> | undefined,
  values: ReadonlyMap<MeasureKey, number>,
  language: Language,
): string[] {
  const [then, now] = [today ?? NONE, values].map((measured) => measuresOf(basis, measured));
  const apart = savingApart(basis.municipality.info.savingsTarget);
  return SHOWN.flatMap((key) => {
    const measure = measureByKey.get(key);
    const value = values.get(key);
    if (!measure || value === undefined) return [];
    const [before, after] = [
      { value: today?.get(key), cell: then.get(key) },
      { value, cell: now.get(key) },
    ];
    const isAlike = today && canCompare(measure, today, values);
    const change = before.value === undefined || !isAlike ? "" : ` (${writeChange(before, after, measure, language)})`;
    const amount = writeAmount(value, after.cell, measure, language);
    const name = measureTitle({ key, title: measure.label }, apart)[language];
    return `  ${name.padEnd(48)} ${amount.padStart(10)}${unitAfter(value, after.cell, measure, language)}${change}`;
  });
}

function priceLines(differences: ReadonlyMap<MeasureKey, number>, language: Language): string[] {
  const shown = SHOWN.flatMap((key) => {
    const value = differences.get(key);
    const measure = measureByKey.get(key);
    return value === undefined || !measure
      ? []
      : [`  ${measure.label[language]}: ${formatQuantity(value, measure.unit, language, "always")}`];
  });
  return shown.length > 0 ? shown : [`  ${TEXT.nothing[language]}`];
}
