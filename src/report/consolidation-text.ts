import { isOrderSure, ranksPlans } from "../evaluate/measures/measure.ts";
import { planTitle } from "./baseline-text.ts";
import {
  atomsOf,
  columnsOf,
  type Consolidation,
  countContiguous,
  findGrouping,
  type DoubtfulPair,
  gapOfBest,
  totalsOf,
} from "../compare/groupings.ts";
import { rankOf } from "../compare/pareto.ts";
import { catalogue, type Language, localeOf, saidIn, type Text } from "../domain/language.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";
import type { AssignmentPolicy } from "../domain/question.ts";
import type { Basis } from "../evaluate/basis.ts";
import { evaluatePlan } from "../evaluate/evaluate.ts";
import { MAIN_MEASURES, type MeasureKey } from "../evaluate/measures/table.ts";
import { schoolYearText } from "./evaluation-file.ts";
import { guessNotice } from "./baseline-text.ts";
import { fillText, formatNumber } from "./format.ts";
import { sourcedLevelNote } from "./level-range.ts";
import { canOrder, countBeatingIn, criterion, sorted } from "./measured-list.ts";
import { rangedFigure } from "./ranged-figure.ts";
import { measureTitle, savingApart } from "./saving-apart.ts";
import { pupilsNotice } from "./published-text.ts";
import { countAt } from "../kernels/disclosure/shown.ts";
import { countsIn, toldValues } from "./shown-measures.ts";
import { touchingSentence } from "./touching-text.ts";
import { unreachedLines } from "./unreached-text.ts";

const POLICY: Readonly<Record<AssignmentPolicy, Text>> = catalogue("report.consolidation.policy", {
  stay: { da: "Alle bliver på deres skole", en: "Everybody stays at their school" },
  nearest: {
    da: "Alle går på nærmeste skole i deres nye distrikt, så langt pladsen rækker",
    en: "Everybody attends the nearest school of the new district, as far as room allows",
  },
});

const WHAT: Readonly<Record<"districts" | "sites", Text>> = catalogue("report.consolidation.what", {
  districts: { da: "distrikter", en: "districts" },
  sites: { da: "skoler", en: "schools" },
});

const TEXT = catalogue("report.consolidation.text", {
  case: {
    da: "{name} {year}: {districts, plural, one {# skoledistrikt} other {# skoledistrikter}}, {sites, plural, one {# skole} other {# skoler}} med elever, {pupils, plural, one {# elev} other {# elever}}.",
    en: "{name} {year}: {districts, plural, one {# school district} other {# school districts}}, {sites, plural, one {# school} other {# schools}} with pupils, {pupils, plural, one {# pupil} other {# pupils}}.",
  },
  counts: {
    da: "{existing} {count, plural, one {måde} other {måder}} at samle {from, number} {what} i {to, plural, one {ét distrikt} other {# distrikter}}. I {listed, number} af dem hænger alle distrikter sammen.",
    en: "{existing} {count, plural, one {way} other {ways}} to group {from, number} {what} into {to, plural, one {one district} other {# districts}}. In {listed, number} of them every district is contiguous.",
  },
  touching: {
    da: "{existing} {count, plural, one {måde} other {måder}} at samle {from, number} {what} i {to, plural, one {ét distrikt} other {# distrikter}}. I {listed, number} af dem støder de, der samles, op til hinanden.",
    en: "{existing} {count, plural, one {way} other {ways}} to group {from, number} {what} into {to, plural, one {one district} other {# districts}}. In {listed, number} of them those that are joined touch each other.",
  },
  apart: {
    da: "I {whole, number} af dem hænger alle distrikter sammen; i de andre ligger et i flere stykker, som {names} gør allerede i dag.",
    en: "In {whole, number} of them every district is contiguous; in the others one lies in several pieces, as {names} does today already.",
  },
  doubtful: { da: "Usikre:", en: "Unsure:" },
  border: { da: "{km} km fælles grænse", en: "{km} km of common border" },
  gap: { da: "{km} km fra hinanden", en: "{km} km apart" },
  pairs: { da: "De grænser op til hinanden:", en: "They touch:" },
  changed: { da: "Sagt i spørgsmålet, hvad kortet end viser:", en: "Said in the question, whatever the map shows:" },
  yes: { da: "grænser op til hinanden", en: "touch" },
  no: { da: "grænser ikke op til hinanden", en: "do not touch" },
  apartSaid: {
    da: "I {whole, number} af dem hænger alle distrikter sammen på kortet; i de andre ligger et i flere stykker dér.",
    en: "In {whole, number} of them every district is contiguous on the map; in the others one lies in several pieces there.",
  },
  apartInGrades: {
    da: "I {whole, number} af dem hænger alle distrikter sammen; i de andre ligger et i flere stykker på nogle klassetrin, fordi ikke alle dets skoler har dem.",
    en: "In {whole, number} of them every district is contiguous; in the others one lies in several pieces in some grades, as not all of its schools teach them.",
  },
  ignoring: {
    da: "{existing} {count, plural, one {måde} other {måder}} at samle {from, number} {what} i {to, plural, one {ét distrikt} other {# distrikter}}; {listed, number} opfylder kravene.",
    en: "{existing} {count, plural, one {way} other {ways}} to group {from, number} {what} into {to, plural, one {one district} other {# districts}}; {listed, number} meet the rules.",
  },
  tooMany: {
    da: "{existing} {count, plural, one {måde} other {måder}} at samle {from, number} {what} i {to, plural, one {ét distrikt} other {# distrikter}}: for mange til at regne alle. Der er ledt efter den bedste på hvert nøgletal; {listed, number} planer er fundet.",
    en: "{existing} {count, plural, one {way} other {ways}} to group {from, number} {what} into {to, plural, one {one district} other {# districts}}: too many to compute all. The best by each measure was looked for; {listed, number} plans are found.",
  },
  solved: {
    da: "Alle er regnet igennem og bevist på {seconds} s.",
    en: "All are computed and proven in {seconds} s.",
  },
  searched: { da: "Regnet på {seconds} s.", en: "Computed in {seconds} s." },
  bestOfAll: { da: "bevist bedst af alle", en: "proven best of all" },
  bestWithin: { da: "højst {gap} % fra det bedste af alle", en: "at most {gap} % from the best of all" },
  bestFound: { da: "bedst blandt de fundne; der kan være bedre", en: "best among those found; there may be better" },
  best: { da: "Bedst på hvert nøgletal:", en: "Best by each measure:" },
  sameFound: { da: "Ens for de fundne: {list}.", en: "The same for all found: {list}." },
  same: { da: "Ens for alle: {list}.", en: "The same for all: {list}." },
  ties: {
    da: "(og {more, plural, one {# anden} other {# andre}})",
    en: "(and {more, plural, one {# other} other {# others}})",
  },
  standing: { da: "{title} er plan {number, number}: {names}", en: "{title} is plan {number, number}: {names}" },
  rank: { da: "nr. {rank, number} af {of, number}", en: "no. {rank, number} of {of, number}" },
  beaten: {
    da: "{beating, number} andre planer er mindst lige så gode på alle disse nøgletal og bedre på ét.",
    en: "{beating, number} other plans are at least as good on all these measures and better on one.",
  },
  unbeaten: {
    da: "Ingen anden plan er mindst lige så god på alle disse nøgletal og bedre på ét.",
    en: "No other plan is at least as good on all these measures and better on one.",
  },
  unordered: {
    da: "Ingen er bedst, da afstande ikke kan måles på samme elever eller mellem alle skoler i alle planer: {list}.",
    en: "None is best, since distances cannot be measured for the same pupils or between all schools in every plan: {list}.",
  },
  disputed: {
    da: "fra {least} til {most}; færre er billigere for kommunen, men hver er en bus for en familie, så planerne sættes ikke i rækkefølge",
    en: "from {least} to {most}; fewer cost the municipality less, but each is a family's bus, so the plans are not put in order",
  },
  unranked: {
    da: "fra {least} til {most}; for usikkert til at sætte planerne i rækkefølge",
    en: "from {least} to {most}; too unsure to put the plans in order",
  },
  rankFound: { da: "nr. {rank, number} af de {of, number} fundne", en: "no. {rank, number} of the {of, number} found" },
  absent: { da: "{title} er ikke med på listen.", en: "{title} is not on the list." },
} as const satisfies Record<string, Text>);

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const number = (value: number, language: Language) => formatNumber(value, 0, language);

/** The case in one line, with what must be said before any figure: that pupils are synthetic, that today is a guess, how far off the roads may be. */
export function caseText({ municipality, baseline, pupils: exact, unitBand }: Basis, language: Language): string {
  const { name, schoolYear } = municipality.info;
  const used = new Set(baseline.assignment.filter((site, pair) => site !== NO_SITE && unitBand[pair] > 0));
  const line = fillText(TEXT.case, language, {
    name,
    year: schoolYearText(schoolYear),
    districts: baseline.districts.length,
    sites: used.size,
    pupils: countAt(countsIn({ municipality }), exact),
  });
  const notices = [
    pupilsNotice(municipality.info),
    guessNotice({ baseline }),
    sourcedLevelNote(municipality.info),
  ].flatMap((notice) => notice?.[language] ?? []);
  return [line, ...notices].join("\n");
}

/** What a person wants first: how many there are, the best by each main measure, where a decision stands. */
export function consolidationText(
  basis: Basis,
  answer: Consolidation,
  decisions: readonly Plan[],
  seconds: number,
  language: Language,
): string {
  const { question } = answer;
  const isWhole = countContiguous(answer) === answer.count;
  const kind = answer.best
    ? "tooMany"
    : question.contiguity !== "ignored" && question.rules.length === 0
      ? isWhole
        ? "counts"
        : "touching"
      : "ignoring";
  const values = {
    existing: new Intl.NumberFormat(localeOf(language)).format(answer.existing),
    count: Number(answer.existing),
    from: atomsOf(basis, question).length,
    what: WHAT[question.from ?? "districts"][language],
    to: question.districts,
    listed: answer.count,
  };
  const time = { seconds: formatNumber(seconds, 1, language) };
  return [
    fillText(TEXT[kind], language, values),
    ...(isWhole || question.contiguity === "ignored" || answer.best ? [] : [apartLine(basis, answer, language)]),
    ...touchingLines(basis, answer, language),
    `${POLICY[question.policy][language]}. ${fillText(answer.best ? TEXT.searched : TEXT.solved, language, time)}`,
    "",
    ...bestLines(basis, answer, language),
    ...unreachedLines(basis, basis.baseline, language).map((line) => `  ${line}`),
    ...decisions.flatMap((plan) => ["", ...standingLines(basis, answer, plan, language)]),
  ].join("\n");
}

/** What the number of plans rests on: which pairs touch by which rule, and how many plans one pair more or fewer would make. */
function touchingLines(basis: Basis, { question, touching, count }: Consolidation, language: Language): string[] {
  if (question.contiguity === "ignored" || !touching) return [];
  const names = atomsOf(basis, question).map(({ name }) => name);
  const open = touching.doubtful.filter(({ is }) => is === "open");
  const sentence = touchingSentence({
    count,
    pairs: touching.pairs.length,
    what: question.from ?? "districts",
    rule: question.contiguity,
    doubtful: open.length,
    ...touching.oneOtherwise,
  });
  const { bordersNotice } = basis.municipality.info;
  const changed = (question.touching ?? []).map(
    ({ pair, touch }) => `${namedPair(names, pair)} (${TEXT[touch][language]})`,
  );
  return [
    [sentence[language], ...(bordersNotice ? [saidIn(bordersNotice, language)] : [])].join(" "),
    `  ${TEXT.pairs[language]} ${touching.pairs.map((pair) => namedPair(names, pair)).join(", ")}.`,
    ...(open.length > 0
      ? [`  ${TEXT.doubtful[language]} ${open.map((each) => doubtText(each, names, language)).join(", ")}.`]
      : []),
    ...(changed.length > 0 ? [`  ${TEXT.changed[language]} ${changed.join(", ")}.`] : []),
  ];
}

const doubtText = ({ pair, metres, of }: DoubtfulPair, names: readonly string[], language: Language): string =>
  `${namedPair(names, pair)} (${fillText(TEXT[of], language, { km: formatNumber(metres / 1000, 1, language) })})`;

const namedPair = (names: readonly string[], [one, other]: readonly [number, number]): string =>
  `${names[one]} - ${names[other]}`;

/** In how many of the listed plans every district is in one piece, by the same measure that a plan is judged by. */
function apartLine(basis: Basis, answer: Consolidation, language: Language): string {
  const today = evaluatePlan(basis, basis.baseline).districts.filter(({ extraPieces }) => extraPieces > 0);
  const names = today.map(({ district }) => district.name).join(", ");
  const isSaid = (answer.question.touching ?? []).length > 0;
  // Districts that are whole today and touch are one piece in the lowest grades whoever is joined.
  const why = isSaid ? "apartSaid" : names === "" ? "apartInGrades" : "apart";
  return fillText(TEXT[why], language, { whole: countContiguous(answer), names });
}

export const groupingName = (answer: Consolidation, grouping: number): string =>
  columnsOf(answer, grouping)
    .map(({ district }) => district.name)
    .join(" · ");

type MainMeasure = (typeof MAIN_MEASURES)[number];

/** A listed plan's figures in their units, as they may be told. */
function figuresOf(
  basis: Basis,
  answer: Consolidation,
  grouping: number,
  language: Language,
): (of: MainMeasure) => string {
  const values = new Map([...answer.values].map(([key, all]) => [key, all[grouping]] as const));
  const told = toldValues(basis, values);
  const totals = totalsOf(basis, answer, grouping);
  return (measure) => rangedFigure(basis, measure, told(measure.key), totals, language) ?? "-";
}

/** What a measure is called beside its figures: a saving says what it leaves out. */
const titleOf = ({ municipality }: Basis, { key, label }: MainMeasure, language: Language): string =>
  measureTitle({ key, title: label }, savingApart(municipality.info.savingsTarget))[language];

function bestLines(basis: Basis, answer: Consolidation, language: Language): string[] {
  const figures = (grouping: number, measure: MainMeasure): string =>
    figuresOf(basis, answer, grouping, language)(measure);
  const lines: string[] = [];
  const same: string[] = [];
  for (const measure of mainMeasures(answer)) {
    const { key } = measure;
    const values = answer.values.get(key) ?? new Float64Array();
    const order = sorted(answer, key);
    const best = order[0];
    const ties = order.filter((grouping) => values[grouping] === values[best]).length;
    const ranks = ranksPlans(answer, measure);
    const ends = [order.at(-1) ?? best, best].map((grouping) => figures(grouping, measure));
    if (answer.count > 1 && (ties === answer.count || (!ranks && ends[0] === ends[1]))) {
      // All alike, or apart by less than is told of a measure that puts none first: nothing to be unsure of.
      same.push(`${lowerFirst(titleOf(basis, measure, language))} ${figures(best, measure)}`);
      continue;
    }
    if (!ranks) {
      lines.push(
        unrankedLine(
          isOrderSure(answer, measure) ? "disputed" : "unranked",
          titleOf(basis, measure, language),
          ends,
          language,
        ),
      );
      continue;
    }
    const plan = `Plan ${number(best + 1, language)}`;
    const others = ties > 1 ? ` ${fillText(TEXT.ties, language, { more: ties - 1 })}` : "";
    const amount = figures(best, measure);
    lines.push(
      `  ${titleOf(basis, measure, language).padEnd(48)} ${amount.padStart(18)}  ${plan}${others}${sureness(answer, key, language)}: ${groupingName(answer, best)}`,
    );
  }
  return [
    TEXT.best[language],
    ...lines,
    ...(same.length > 0
      ? [`  ${fillText(answer.best ? TEXT.sameFound : TEXT.same, language, { list: same.join("; ") })}`]
      : []),
    ...unorderedLines(answer, language),
  ];
}

/** A measure that puts no plan before another: what lies between the least and the most. */
function unrankedLine(
  why: "disputed" | "unranked",
  title: string,
  [least, most]: readonly string[],
  language: Language,
): string {
  const span = fillText(TEXT[why], language, { least, most });
  return `  ${title.padEnd(48)} ${span}`;
}

/** How sure it is that no other plan is better by a measure; nothing to say where all are listed. */
function sureness(answer: Consolidation, measure: MeasureKey, language: Language): string {
  if (!answer.best) return "";
  const gap = gapOfBest(answer, measure);
  const text = gap === undefined ? TEXT.bestFound : gap > 0 ? TEXT.bestWithin : TEXT.bestOfAll;
  return ` (${fillText(text, language, { gap: formatNumber(100 * (gap ?? 0), 1, language) })})`;
}

const mainMeasures = (answer: Consolidation) =>
  MAIN_MEASURES.filter((measure) => {
    const values = answer.values.get(measure.key);
    return values && !Number.isNaN(values[0]) && canOrder(answer, measure);
  });

/** Main measures by which no plan can be said to be best, although some have a value. */
function unorderedLines(answer: Consolidation, language: Language): string[] {
  const names = MAIN_MEASURES.filter((measure) => !canOrder(answer, measure)).map(({ label }) =>
    label[language].toLowerCase(),
  );
  return names.length > 0 ? [`  ${fillText(TEXT.unordered, language, { list: names.join(", ") })}`] : [];
}

/** Where one decision stands among all, measure by measure, and how many plans beat it. */
function standingLines(basis: Basis, answer: Consolidation, plan: Plan, language: Language): string[] {
  const grouping = findGrouping(answer, plan);
  if (grouping === undefined) return [fillText(TEXT.absent, language, { title: planTitle(plan, language) })];
  const title = { title: planTitle(plan, language), number: grouping + 1, names: groupingName(answer, grouping) };
  const figures = figuresOf(basis, answer, grouping, language);
  const lines = mainMeasures(answer).flatMap((measure) => {
    const found = criterion(answer, measure.key);
    if (!found || new Set(Array.from(found.values)).size === 1) return [];
    const line = `  ${titleOf(basis, measure, language).padEnd(48)} ${figures(measure).padStart(18)}`;
    if (!ranksPlans(answer, measure)) return [line];
    const rank = fillText(answer.best ? TEXT.rankFound : TEXT.rank, language, {
      rank: rankOf(found, grouping, answer.count),
      of: answer.count,
    });
    return [`${line}  ${rank}`];
  });
  return [fillText(TEXT.standing, language, title), ...lines, ...verdictLines(answer, grouping, language)];
}

/** How many plans beat one; of a list that is not complete nobody can say. */
function verdictLines(answer: Consolidation, grouping: number, language: Language): string[] {
  if (answer.best) return [];
  const beating = countBeatingIn(answer, grouping);
  return [`  ${fillText(beating > 0 ? TEXT.beaten : TEXT.unbeaten, language, { beating })}`];
}
