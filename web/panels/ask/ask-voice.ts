import {
  asLargeAs,
  type Counts,
  countsWhere,
  type Currency,
  goalStep,
  inBoth,
  INERTIA_STEP,
  type Language,
  networkCosts,
  networkStep,
  perDay,
  type Text,
  toStep,
  unreachable,
  wholeCell,
} from "../../../src/index.ts";
import type { AskGoal } from "../../ask/goals.ts";
import { type AskKey, daAsk, enAsk } from "../../i18n/ask-texts.ts";
import { ownTexts, withMoney } from "../../i18n/own-texts.ts";
import { type Blanks, useVoice, type Voice } from "../../i18n/say.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import type { GoalKey, GoalValue } from "../../worker/messages.ts";

/** The page's voice with the texts of asking, which come with the panel. */
export interface AskVoice extends Voice {
  readonly ask: (key: AskKey, blanks?: Blanks) => string;
  /** A goal's value with its unit, as it may be told. */
  readonly goal: (goal: GoalKey, value: number) => string;
  /** A scale of a goal: what it is of, with its unit, and its marks, all with as many decimals as one of them needs. */
  readonly goalScale: (goal: GoalKey, values: readonly number[]) => GoalScale;
}

interface GoalScale {
  readonly title: string;
  readonly marks: readonly string[];
}

const filled = ownTexts<AskKey>({ da: daAsk, en: enAsk });

/** In every language: what is kept with a step. */
export const askText = (key: AskKey, blanks: (language: Language) => Blanks): Text =>
  inBoth((language) => filled(key, language, blanks(language)));

export function useAskVoice(): AskVoice {
  const voice = useVoice();
  return askVoiceOf(voice, countsWhere(useSelect(caseView)?.notice));
}

/** A voice with the texts of asking, which tells pupils as the plans of the case do. */
export function askVoiceOf(voice: Voice, counts: Counts): AskVoice {
  const ask = (key: AskKey, blanks?: Blanks): string => filled(key, voice.language, withMoney(voice, blanks));
  const goal: AskVoice["goal"] = (key, value) => valueText(voice, ask, counts, key, value);
  return {
    ...voice,
    ask,
    goal,
    goalScale: (key, values) => {
      const scale = (unit: "unit.km" | "unit.kmADay" | "unit.million", marks: readonly string[]): GoalScale => ({
        title: `${ask(`value.${key}`)} (${ask(unit, { value: "" }).trim().replaceAll(/ +/g, " ")})`,
        marks,
      });
      switch (key) {
        case "longest-way":
          return scale("unit.km", voice.marks(values, "metres"));
        case "pupil-metres":
        case "seat-metres":
          return scale("unit.kmADay", voice.marks(values.map(perDay), "pupil-kilometres"));
        case "kroner":
        case "network":
          return scale("unit.million", voice.marks(values, "kroner"));
        case "changed-site":
        case "repainted":
        case "overflow":
          return { title: ask(`value.${key}`), marks: voice.marks(values, "pupils") };
        case "fullest-site":
        case "inertia":
          return { title: ask(`value.${key}`), marks: values.map((value) => goal(key, value)) };
        default:
          return unreachable(key);
      }
    },
  };
}

/** Of real pupils, in the case's money. */
const moneyStep = (goal: "kroner" | "network", currency: Currency): number =>
  goal === "kroner" ? goalStep(goal, currency) : networkStep(networkCosts(currency), currency);

function valueText(voice: Voice, ask: AskVoice["ask"], counts: Counts, goal: GoalKey, value: number): string {
  const { currency } = voice;
  const step = asLargeAs(1000, currency);
  switch (goal) {
    // All pupils' ways are told there and back, as the measure of a plan is.
    case "pupil-metres":
    case "seat-metres":
      return ask("unit.kmADay", { value: voice.amount(perDay(value), "pupil-kilometres") });
    case "longest-way":
      return ask("unit.km", { value: voice.number(value / 1000, 1) });
    case "changed-site":
    case "repainted":
    case "overflow":
      return voice.cell(wholeCell(counts, Math.round(value)));
    case "kroner":
    case "network":
      if (counts === "in-fives")
        return ask("unit.million", { value: voice.number(toStep(moneyStep(goal, currency), value) / 1_000_000, 1) });
      return Math.abs(value) < 1_000_000
        ? ask("unit.kroner", { value: voice.number(step * Math.round(value / step)) })
        : ask("unit.million", { value: voice.number(value / 1_000_000, 2) });
    case "fullest-site":
      return voice.number(100 * toStep(counts === "in-fives" ? goalStep("fullest-site", currency) : undefined, value));
    case "inertia":
      return voice.number(toStep(counts === "in-fives" ? INERTIA_STEP : undefined, value));
    default:
      return unreachable(goal);
  }
}

/** Whether a goal's number says anything by itself: how spread out districts are is only for comparing maps. */
export const isTelling = ({ goal }: Pick<GoalValue, "goal">): boolean => goal !== "inertia";

/** "Længste skolevej: 14,6 km; …" */
export const goalsText = (voice: AskVoice, goals: readonly GoalValue[]): string =>
  goals.map(({ goal, value }) => `${voice.ask(`value.${goal}`)}: ${voice.goal(goal, value)}`).join("; ");

/** "Kort vej til skole for alle, vejet sammen med Få skifter skole: Én elev, der skifter skole, tæller som 2 km …" */
export function goalText(voice: AskVoice, { goal, also }: AskGoal): string {
  const { ask } = voice;
  const name = ask(`goal.${goal}`);
  if (!also) return name;
  const [one, many] = [ask(`weigh.one.${also.goal}`), ask(`weigh.many.${goal}`)];
  const decimals = Number.isInteger(also.worth) ? 0 : 2;
  const sentence = `${ask("weigh.before", { one })} ${voice.number(also.worth, decimals)} ${many}`;
  return `${name}, ${ask("goals.also", { goal: ask(`goal.${also.goal}`) })}: ${sentence}`;
}

/** A share of a whole as it is told: never nothing, since what is proven is said otherwise. */
export const percentOf = (voice: Pick<Voice, "number">, gap: number): string =>
  voice.number(Math.max(0.1, Math.ceil(1000 * gap) / 10), 1);
