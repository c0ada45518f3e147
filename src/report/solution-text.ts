import { moneyOf } from "../domain/currency.ts";
import { planTitle } from "./baseline-text.ts";
import { formatBands, gradesInWords } from "../domain/grades.ts";
import { catalogue, type Language, type Text } from "../domain/language.ts";
import type { Relaxation } from "../domain/outcome.ts";
import { savingsOf } from "../compare/saved-against.ts";
import { savesMost } from "../compare/uncertain-savings.ts";
import type { Basis } from "../evaluate/basis.ts";
import { type Evaluation, evaluatePlan } from "../evaluate/evaluate.ts";
import { canCompare } from "../evaluate/measures/measure.ts";
import { measureNamed, type MeasureKey } from "../evaluate/measures/table.ts";
import { caseText } from "./consolidation-text.ts";
import { fillText, formatNumber, writtenUnit } from "./format.ts";
import { statusText } from "./plan-status.ts";
import { priceLines } from "./price-text.ts";
import { rangedFigure } from "./ranged-figure.ts";
import { measureTitle, savingApart } from "./saving-apart.ts";
import { cellWord, countIn, toldValues, writeChange } from "./shown-measures.ts";
import type { Answered, Solution } from "./solution-file.ts";
import { stagesText } from "./stage-text.ts";
import { SUMMED_UP_BY } from "./summed-up-by.ts";
import { unlikeLines, unreachedLines } from "./unreached-text.ts";

const TEXT = catalogue("report.solution.text", {
  optimal: { da: "Bevist bedst.", en: "Proven best." },
  stopped: {
    da: "Stoppet før bevis: højst {gap} % fra det bedste.",
    en: "Stopped before proof: at most {gap} % from the best.",
  },
  stoppedFar: {
    da: "Stoppet før bevis: hvor langt det er fra det bedste, vides ikke.",
    en: "Stopped before proof: how far it is from the best is not known.",
  },
  optimalApart: {
    da: "Bevist bedst af dem, der adskiller sig fra de foregående i mindst {apart, plural, one {én skole} other {# skoler}}.",
    en: "Proven best of those that differ from the ones before in at least {apart, plural, one {one school} other {# schools}}.",
  },
  optimalPoint: {
    da: "Intet af målene kan blive bedre, uden at et andet bliver værre (bevist).",
    en: "No goal can be better without another being worse (proven).",
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
  stages: {
    da: "{count, plural, one {Det, der skulle være mindst} other {Det, der skulle være mindst, det vigtigste først}}: {values}",
    en: "{count, plural, one {What was to be least} other {What was to be least, the most important first}}: {values}",
  },
  point: { da: "Målene her: {values}", en: "The goals here: {values}" },
  sample: {
    da: "Der kan være flere afvejninger mellem målene, som er lige så gode; her er {count, plural, one {én} other {#}} af dem.",
    en: "There may be more trade-offs between the goals that are as good; here {count, plural, one {is one} other {are #}} of them.",
  },
  closed: { da: "Lukker: {list}", en: "Closes: {list}" },
  opened: { da: "Åbner: {list}", en: "Opens: {list}" },
  changed: { da: "Ændrer klassetrin: {list}", en: "Changes grades: {list}" },
  area: {
    da: "{name}: {pupils} elever, {units, number} områder, {sites, plural, =0 {ingen åben skole} one {# åben skole} other {# åbne skoler}}",
    en: "{name}: {pupils} pupils, {units, number} units, {sites, plural, =0 {no open school} one {# open school} other {# open schools}}",
  },
  areaOfGrades: {
    da: "{name}: {pupils} elever i {grades} ({all} elever i alt), {units, number} områder, {sites, plural, =0 {ingen åben skole} one {# åben skole} other {# åbne skoler}}",
    en: "{name}: {pupils} pupils in {grades} ({all} pupils in all), {units, number} units, {sites, plural, =0 {no open school} one {# open school} other {# open schools}}",
  },
  bound: { da: "Ingen løsning kan komme under: {bounds}", en: "No answer can go below: {bounds}" },
  breach: { da: "Bryder et krav: {what}", en: "Breaks a rule: {what}" },
  change: { da: "; mod i dag {change}", en: "; against today {change}" },
  splits: { da: "{count, number} delte områder", en: "{count, number} split units" },
  mostSaving: {
    da: "Rækkefølgen følger spørgsmålets egne priser. {name} sparer mere end hvert af de andre i mindst 95 af 100 beregninger{apart}.",
    en: "The order follows the question's own prices. {name} saves more than each of the others in at least 95 of 100 computations{apart}.",
  },
  noneSavesMost: {
    da: "Rækkefølgen følger spørgsmålets egne priser. Hvilket af skolenettene der sparer mest{apart}, kan ikke afgøres: intet af dem sparer mere end hvert af de andre i 95 af 100 beregninger.",
    en: "The order follows the question's own prices. Which of the networks saves most{apart}, cannot be told: none of them saves more than each of the others in 95 of 100 computations.",
  },
} as const satisfies Record<string, Text>);

/** An answered question for a person: proof, what changes, what it means against today. */
export function solutionText(basis: Basis, solution: Solution, language: Language): string {
  const lines = [caseText(basis, language), ""];
  if (solution.conflict) lines.push(...conflictLines(solution, language));
  const today = evaluatePlan(basis, basis.baseline).values;
  for (const answer of solution.answers) lines.push(...answerLines(basis, answer, solution, today, language), "");
  lines.push(...amongLines(basis, solution, language), ...priceLines(basis, solution, language));
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
  solution: Solution,
  today: ReadonlyMap<MeasureKey, number>,
  language: Language,
): string[] {
  const proof = proofText(answer, solution, language);
  const stages = stagesText(
    solution.stages,
    answer.stages.map(({ value }) => value),
    language,
  );
  const bounds = stagesText(
    solution.stages,
    answer.stages.map(({ bound }) => bound),
    language,
  );
  const splits = answer.splits?.length ?? 0;
  const least = solution.front ? TEXT.point : TEXT.stages;
  const { evaluation } = answer;
  const isFinished = evaluation.completeness.status === "finished";
  return [
    `${planTitle(answer.plan, language)}: ${proof}`,
    ...statusText(basis, evaluation.completeness, language).map((line) => `  ${line}`),
    ...(answer.stages.length > 0
      ? [`  ${fillText(least, language, { values: stages, count: answer.stages.length })}`]
      : []),
    ...(answer.breaches ?? []).map((what) => `  ${fillText(TEXT.breach, language, { what: what[language] })}`),
    ...siteLines(basis, answer, language),
    ...(answer.status === "stopped" && answer.stages.some(hasBound)
      ? [`  ${fillText(TEXT.bound, language, { bounds })}`]
      : []),
    ...(answer.areas ?? []).map((area) => `  ${areaText(basis, area, language)}`),
    ...(splits > 0 ? [`  ${fillText(TEXT.splits, language, { count: splits })}`] : []),
    ...measureLines(basis, isFinished ? today : undefined, evaluation, language),
    ...unreachedLines(basis, answer.plan, language).map((line) => `  ${line}`),
    ...unlikeLines(today, evaluation.values, language).map((line) => `  ${line}`),
  ];
}

/** Whether a search found anything that no answer can go below. */
const hasBound = ({ value, bound }: Answered["stages"][number]): boolean => bound > 0 || value <= bound;

function proofText({ status, stages, plan }: Answered, solution: Solution, language: Language): string {
  const { gap = 0, networks, front, answers } = solution;
  if (status === "stopped" && !stages.some(hasBound)) return TEXT.stoppedFar[language];
  if (status === "optimal" && front) return TEXT.optimalPoint[language];
  if (status === "optimal" && networks && answers[0]?.plan !== plan)
    return fillText(TEXT.optimalApart, language, networks);
  return fillText(TEXT[status], language, { gap: formatNumber(100 * gap, 2, language) });
}

/** What is said of several answers together: that a front has more points, and what money can tell of networks. */
function amongLines(basis: Basis, { front, networks, answers }: Solution, language: Language): string[] {
  if (front && !front.complete && answers.length > 0)
    return [fillText(TEXT.sample, language, { count: answers.length })];
  if (!networks || answers.length < 2) return [];
  const savings = savingsOf(
    basis,
    answers.map(({ evaluation }) => evaluation),
  );
  if (!savings) return [];
  const most = answers.find((_, plan) => savesMost(savings.pairs, plan));
  const apart = savingApart(basis.municipality.info.savingsTarget)[language];
  return most
    ? [fillText(TEXT.mostSaving, language, { name: planTitle(most.plan, language), apart })]
    : [fillText(TEXT.noneSavesMost, language, { apart })];
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
    : fillText(TEXT.areaOfGrades, language, {
        ...counts,
        grades: gradesInWords(grades)[language],
        all: told(allPupils),
      });
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
    (name, after) => `${name} ${formatBands(municipality.grades, after)}`,
  );
  const changed = named(
    (before, after) => before !== 0 && after !== 0,
    (name, after) => `${name} ${formatBands(municipality.grades, after)}`,
  );
  const line = (text: Text, list: readonly string[]) =>
    list.length > 0 ? [`  ${fillText(text, language, { list: list.join(", ") })}`] : [];
  return [...line(TEXT.closed, closed), ...line(TEXT.opened, opened), ...line(TEXT.changed, changed)];
}

const NONE: ReadonlyMap<MeasureKey, number> = new Map();

function measureLines(
  basis: Basis,
  today: ReadonlyMap<MeasureKey, number> | undefined,
  { values, totals }: Evaluation,
  language: Language,
): string[] {
  const [then, now] = [today ?? NONE, values].map((measured) => toldValues(basis, measured));
  const { info } = basis.municipality;
  const apart = savingApart(info.savingsTarget);
  return SUMMED_UP_BY.flatMap((key) => {
    const measure = measureNamed(key);
    const after = now(key);
    const figure = measure && rangedFigure(basis, measure, after, totals, language);
    if (!figure) return [];
    const before = then(key);
    // A saving is a change already.
    const isAlike = today && measure.group !== "money" && canCompare(measure, today, values);
    const unit = writtenUnit(measure.unit, moneyOf(info));
    const change = before.value === undefined || !isAlike ? undefined : writeChange(before, after, unit, language);
    const name = measureTitle({ key, title: measure.label }, apart)[language];
    return [`  ${name.padEnd(48)} ${figure}${change === undefined ? "" : fillText(TEXT.change, language, { change })}`];
  });
}
