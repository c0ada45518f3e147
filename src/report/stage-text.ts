import { OBJECTIVE_NAMES } from "../domain/objective-names.ts";
import { catalogue, filled, inBoth, inMoney, type Language, localeOf, type Text } from "../domain/language.ts";
import type { Currency } from "../domain/currency.ts";
import { type AssignmentObjective, networkCosts, type Question, type Stage } from "../domain/question.ts";
import { unreachable } from "../domain/outcome.ts";
import { isFew } from "../kernels/disclosure/shown.ts";
import { goalStep, INERTIA_STEP, networkStep, toStep } from "./coarse.ts";
import { fillText, formatAmount, formatNumber } from "./format.ts";
import type { HowTold } from "./shown-measures.ts";

const SAID = catalogue("report.stage.said", {
  weightedSum: { da: "vægtet sum", en: "weighted sum" },
});

/** What one number of an answer measures: how it is written with its name and unit, and its unit as files have it. */
export interface StageMeaning {
  /** With `{value}` in it. */
  readonly text: Text;
  /** What the number is divided by before it is written. */
  readonly divide: number;
  readonly decimals: "whole" | "one" | "many";
  readonly name: Text;
  readonly unit: Text;
  /** Set where the number counts pupils. */
  readonly counts?: "pupils";
  /** Of real pupils: what the number is told to the nearest of, before it is divided. */
  readonly step?: number;
}

const METRES: Text = catalogue("report.stage.metres", { da: "m", en: "m" });
const KRONER: Text = catalogue("report.stage.kroner", { da: "{currency} om året", en: "{currencyName} a year" });

const OBJECTIVE: Readonly<Record<AssignmentObjective, Omit<StageMeaning, "name" | "step">>> = catalogue(
  "report.stage.objective",
  {
    "pupil-metres": {
      text: {
        da: "{value} km til skole for alle elever i alt (én vej)",
        en: "{value} km to school for all pupils in total (one way)",
      },
      divide: 1000,
      decimals: "one",
      unit: METRES,
    },
    "longest-way": {
      text: { da: "længste skolevej {value} m", en: "longest way to school {value} m" },
      divide: 1,
      decimals: "whole",
      unit: METRES,
    },
    "changed-site": {
      text: { da: "{value} elever skifter skole", en: "{value} pupils change school" },
      divide: 1,
      decimals: "whole",
      unit: { da: "elever", en: "pupils" },
      counts: "pupils",
    },
    overflow: {
      text: { da: "{value} elever uden plads", en: "{value} pupils beyond capacity" },
      divide: 1,
      decimals: "whole",
      unit: { da: "elever", en: "pupils" },
      counts: "pupils",
    },
    kroner: {
      text: {
        da: "{value} {currency} om året til klasser og befordring",
        en: "{value} {currencyName} a year for classes and transport",
      },
      divide: 1,
      decimals: "many",
      unit: KRONER,
    },
    "fullest-site": {
      text: {
        da: "{value} elever pr. plads på den fyldteste skole",
        en: "{value} pupils per place at the fullest school",
      },
      divide: 1,
      decimals: "many",
      unit: { da: "elever pr. plads", en: "pupils per place" },
    },
  },
);

/** What a number of real pupils is told to the nearest of; nothing of those that are not. */
const stepIn = ({ counts }: Pick<HowTold, "counts">, step: number): Pick<StageMeaning, "step"> =>
  counts === "in-fives" ? { step } : {};

/** An objective by itself, in its own unit. */
export const objectiveMeaning = (objective: AssignmentObjective, told: HowTold, weight = 1): StageMeaning => {
  const meaning = OBJECTIVE[objective];
  const { currency } = told;
  return meaningInMoney(
    {
      ...meaning,
      divide: meaning.divide * weight,
      name: OBJECTIVE_NAMES[objective],
      ...stepIn(told, weight * goalStep(objective, currency)),
    },
    currency,
  );
};

/** As it is told where the case's money is known. */
const meaningInMoney = (meaning: StageMeaning, currency: Currency): StageMeaning => ({
  ...meaning,
  text: inMoney(meaning.text, currency),
  name: inMoney(meaning.name, currency),
  unit: inMoney(meaning.unit, currency),
});

/** What is painted and must change, where a plan is repaired. */
export const repaintedMeaning = (told: HowTold): StageMeaning => ({
  ...REPAINTED,
  ...stepIn(told, goalStep("changed-site", told.currency)),
});

const REPAINTED: StageMeaning = catalogue("report.stage.repainted", {
  ...OBJECTIVE["changed-site"],
  text: { da: "{value} elever flyttes fra det malede", en: "{value} pupils moved from what is painted" },
  name: { da: "elever, der flyttes fra det malede", en: "pupils moved from what is painted" },
});

const NETWORK_COST: StageMeaning = catalogue("report.stage.networkCost", {
  text: {
    da: "{value} {currency} om året efter spørgsmålets egne priser",
    en: "{value} {currencyName} a year by the question's own prices",
  },
  divide: 1,
  decimals: "many",
  name: {
    da: "hvad skolenettet koster efter spørgsmålets priser",
    en: "what the network costs by the question's prices",
  },
  unit: KRONER,
});

const INERTIA: StageMeaning = catalogue("report.stage.inertia", {
  text: {
    da: "{value} elever × km² (luftlinjen til distriktets midte i anden potens)",
    en: "{value} pupils × km² (the straight line to the district's middle, squared)",
  },
  divide: 1,
  decimals: "many",
  name: { da: "elever gange luftlinje i anden potens", en: "pupils times squared straight-line distance" },
  unit: { da: "elever × km²", en: "pupils × km²" },
});

const TO_SEAT: StageMeaning = catalogue("report.stage.toSeat", {
  ...OBJECTIVE["pupil-metres"],
  text: {
    da: "{value} km til distriktets hovedskole for alle elever i alt (én vej)",
    en: "{value} km to the district's seat for all pupils in total (one way)",
  },
  name: { da: "elevmeter til distriktets hovedskole", en: "pupil-metres to the district's seat" },
});

/** What the stages of a question's answers are. */
export function stageMeanings(
  question: Exclude<Question, { kind: "consolidate" }>,
  told: HowTold,
): readonly StageMeaning[] {
  switch (question.kind) {
    case "reassign":
      return question.stages.map((stage) => meaningOf(stage, told));
    case "network":
      return [networkMeaning(question.costs, told)];
    case "redraw":
      return [mapMeaning(question.objective, told)];
    default:
      return unreachable(question);
  }
}

const networkMeaning = (costs: Parameters<typeof networkStep>[0], told: HowTold): StageMeaning => ({
  ...meaningInMoney(NETWORK_COST, told.currency),
  ...stepIn(told, networkStep(costs, told.currency)),
});

const mapMeaning = (objective: string | undefined, told: HowTold): StageMeaning =>
  objective === "pupil-metres"
    ? { ...TO_SEAT, ...stepIn(told, goalStep("pupil-metres", told.currency)) }
    : { ...INERTIA, ...stepIn(told, INERTIA_STEP) };

const WEIGHTED = catalogue("report.stage.weighted", {
  da: "{value} i vægtet sum ({sum})",
  en: "{value} as a weighted sum ({sum})",
});

function meaningOf(stage: Stage, told: HowTold): StageMeaning {
  const [first] = stage;
  if (stage.length === 1) return objectiveMeaning(first.objective, told, first.weight);
  const sum = (language: Language) =>
    stage
      .map(({ objective, weight }) => {
        const factor = weight === 1 ? "" : `${new Intl.NumberFormat(language).format(weight)} × `;
        return `${factor}${inMoney(OBJECTIVE_NAMES[objective], told.currency)[language]}`;
      })
      .join(" + ");
  return {
    text: filled(WEIGHTED, { sum: inBoth(sum) }),
    divide: 1,
    decimals: "many",
    name: inBoth(sum),
    unit: SAID.weightedSum,
    ...stepIn(
      told,
      stage.reduce((step, { objective, weight }) => step + weight * goalStep(objective, told.currency), 0),
    ),
  };
}

/** "0 pupils beyond capacity; 115.6 km to school for all pupils in total (one way)". */
export const stagesText = (
  meanings: readonly StageMeaning[],
  values: readonly number[],
  language: Language,
  sign: "always" | "auto" = "auto",
): string =>
  values
    .map((value, stage) => {
      const { text, divide, decimals } = meanings[stage];
      const written = isFewPupils(meanings[stage], value)
        ? formatAmount(value / divide, "pupils", language, sign)
        : amount(toldStage(meanings[stage], value) / divide, decimals, language, sign);
      return fillText(text, language, { value: written });
    })
    .join("; ");

const PROGRESS: Readonly<Record<"neither" | "bound" | "found" | "both", Text>> = catalogue("report.stage.progress", {
  neither: { da: "leder", en: "searching" },
  bound: { da: "leder; nedre grænse: {bound}", en: "searching; lower bound: {bound}" },
  found: { da: "bedste fundne svar: {found}", en: "best answer found: {found}" },
  both: {
    da: "bedste fundne svar: {found}; nedre grænse: {bound}",
    en: "best answer found: {found}; lower bound: {bound}",
  },
});

const has = (value: number | undefined): value is number => value !== undefined && Number.isFinite(value);

/** A network's prices as a question file or the question itself states them. */
interface StatedCosts {
  readonly pupil: number | Readonly<Record<string, number>> | readonly number[];
  readonly pupilKilometre?: number | undefined;
}

/** What the numbers of a search are values of: a network or a map has one stage, of an assignment each is said with them. */
export function soughtIn(
  asked: { readonly kind: Question["kind"]; readonly objective?: string; readonly costs?: StatedCosts | undefined },
  told: HowTold,
  stage?: Stage,
): StageMeaning {
  if (stage) return meaningOf(stage, told);
  if (asked.kind === "redraw") return mapMeaning(asked.objective, told);
  const usual = networkCosts(told.currency);
  const { pupil, pupilKilometre = usual.pupilKilometre } = asked.costs ?? usual;
  return networkMeaning({ pupil: typeof pupil === "number" ? [pupil] : Object.values(pupil), pupilKilometre }, told);
}

/** What a search has so far, each figure with its name and unit: never a number that it does not have. */
export function progressText(
  meaning: StageMeaning,
  { bound, incumbent }: { readonly bound: number; readonly incumbent?: number },
  language: Language,
): string {
  const said = (value: number | undefined) => (has(value) ? stagesText([meaning], [value], language) : "");
  const kind = has(incumbent) ? (has(bound) ? "both" : "found") : has(bound) ? "bound" : "neither";
  return fillText(PROGRESS[kind], language, { found: said(incumbent), bound: said(bound) });
}

/** A stage's number as it may be told, where it is not a few pupils'. */
export const toldStage = ({ step }: Pick<StageMeaning, "step">, value: number): number => toStep(step, value);

/** A stage that counts pupils tells one to four of them no more than any other figure does. */
export const isFewPupils = ({ counts, divide }: StageMeaning, value: number): boolean =>
  counts === "pupils" && isFew(Math.abs(value / divide));

function amount(
  value: number,
  decimals: StageMeaning["decimals"],
  language: Language,
  sign: "always" | "auto",
): string {
  if (decimals === "one") return formatNumber(value, Math.abs(value) >= 1 || value === 0 ? 1 : 3, language, sign);
  if (decimals === "whole")
    return formatNumber(value, Math.abs(value - Math.round(value)) < 0.005 ? 0 : 1, language, sign);
  return Number.isInteger(value) || Math.abs(value) >= 100
    ? formatNumber(value, 0, language, sign)
    : significant(value, language, sign);
}

const significant = (value: number, language: Language, sign: "always" | "auto"): string =>
  new Intl.NumberFormat(localeOf(language), {
    maximumSignificantDigits: 4,
    signDisplay: sign === "always" ? "exceptZero" : "negative",
  }).format(value);
