import { createContext, createElement, type ReactNode, use, useEffect, useMemo, useReducer } from "react";
import { createIntl, type IntlShape } from "react-intl";
import {
  catalogue,
  type Cell,
  cellWord,
  type Counts,
  countsWhere,
  type Currency,
  formatAmount,
  formatMarks,
  formatNumber,
  formatQuantity,
  formatRange,
  inList,
  type HowTold,
  inMoney,
  type Language,
  localeOf,
  type MeasureUnit,
  moneyBlanks,
  moneyOf,
  type Range,
  type Said,
  saidIn,
  unitInSteps,
  unitWord,
  writtenGrades,
  writtenUnit,
} from "../../src/index.ts";
import { caseView } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";
import type { CaseView } from "../worker/messages.ts";
import { type Catalogue, da, type MessageKey } from "./da.ts";

export type { MessageKey } from "./da.ts";

/** Texts of the languages that are here: Danish from the start, another when it is chosen. */
const here = new Map<Language, Catalogue>([["da", da]]);

/** Gets a language's texts, so that the page can speak it. */
export async function fetchTexts(language: Language): Promise<void> {
  if (here.has(language)) return;
  const { en } = await import("./en.ts");
  here.set(language, language === "en" ? en : await (await import("./packed.ts")).packed(language, en));
}

/** Texts that name today's plan, over figures, in lists and on the map. */
const TODAY_KEYS = [
  "view.today",
  "measure.today",
  "map.today",
  "unit.today",
  "pair.none",
  "effects.against",
] as const satisfies readonly MessageKey[];
const GUESSED = catalogue("web.today.guessed", { da: "gættet", en: "guessed" });

/** What is called today in a case: its school year, "2015/16", and whether who goes where then is a guess. */
export type Today = Pick<CaseView, "schoolYear" | "todayIs">;

/** The texts of a language; where a case is open, each that names today's plan says of when that is, and that it is a guess where it is one. */
export function withToday(texts: Catalogue, language: Language, today: Today | undefined): Catalogue {
  if (!today) return texts;
  const which = [today.schoolYear, ...(today.todayIs === "guessed" ? [GUESSED[language]] : [])].join(", ");
  return { ...texts, ...Object.fromEntries(TODAY_KEYS.map((key) => [key, `${texts[key]} (${which})`])) };
}

const raise = (error: Error): never => {
  throw error;
};

/** A hyphen before a number is a minus; one between numbers is not. */
const withMinus = (text: string): string => text.replaceAll(/(^|[\s(])-(?=[\d<])/g, "$1−");

export type Blanks = Readonly<Record<string, string | number>>;

/** How the page speaks and writes numbers in the chosen language. */
export interface Voice {
  readonly language: Language;
  /** How the case's pupils are told: of real ones no amount is said closer than in steps, whoever asks for it. */
  readonly counts: Counts;
  /** What the case's amounts are in. */
  readonly currency: Currency;
  readonly say: (key: MessageKey, blanks?: Blanks) => string;
  /** A text that came with a measure, a rule or the case. */
  readonly read: (text: Said) => string;
  readonly number: (value: number, decimals?: number) => string;
  readonly quantity: (value: number, unit: MeasureUnit, sign?: "always" | "auto") => string;
  readonly amount: (value: number, unit: MeasureUnit, sign?: "always" | "auto") => string;
  /** What a measure's numbers are in: "elever", "mio. kr.". */
  readonly unitName: (unit: MeasureUnit) => string;
  /** The marks of a scale: no group of pupils, however small. */
  readonly marks: (values: readonly number[], unit: MeasureUnit) => readonly string[];
  readonly range: (range: Range) => string;
  /** "a, b og c". */
  readonly list: (parts: readonly string[]) => string;
  /** A number of pupils as it may be told. */
  readonly cell: (cell: Cell) => string;
}

const VoiceContext = createContext<Voice | undefined>(undefined);

/** Everything inside speaks the chosen language. A text that is missing is an error, never a key on the screen. */
export function SpeakingProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const language = useSpoken();
  const today = useSelect(caseView);
  const voice = useMemo(() => {
    const messages = withToday(here.get(language) ?? da, language, today);
    const counts = today ? countsWhere(today.notice) : "exactly";
    const told = { counts, currency: moneyOf(today ?? {}) };
    return voiceOf(createIntl({ locale: localeOf(language), messages, onError: raise }), language, told);
  }, [language, today]);
  return createElement(VoiceContext, { value: voice }, children);
}

/** The chosen language once its texts are here; Danish until then. */
function useSpoken(): Language {
  const language = useSelect(({ choice }) => choice.language);
  const [, hearThatTextsCame] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    // Without a line the page goes on in Danish.
    if (!here.has(language)) void fetchTexts(language).then(hearThatTextsCame, () => undefined);
  }, [language]);
  return here.has(language) ? language : "da";
}

export function useVoice(): Voice {
  const voice = use(VoiceContext);
  if (!voice) throw new Error("Nothing around this speaks.");
  return voice;
}

/** How the page speaks with these texts, of a case whose pupils and money are told so. */
export function voiceOf(intl: IntlShape, language: Language, { counts, currency }: HowTold): Voice {
  // A plan's money is told before it comes here (see `toldMoney`): what something costs, or what was promised, is no secret.
  const told = (unit: MeasureUnit, value: number): number =>
    unit === "kroner" ? value : unitInSteps(counts, unit, value);
  const money = moneyBlanks(localeOf(language), currency);
  return {
    language,
    counts,
    currency,
    say: (key, blanks) => withMinus(intl.formatMessage({ id: key }, { ...money, ...blanks })),
    read: (text) => withMinus(saidIn(typeof text === "string" ? text : inMoney(text, currency), language)),
    number: (value, decimals = 0) => withMinus(formatNumber(value, decimals, language)),
    quantity: (value, unit, sign) =>
      withMinus(formatQuantity(told(unit, value), writtenUnit(unit, currency), language, sign)),
    amount: (value, unit, sign) =>
      withMinus(formatAmount(told(unit, value), writtenUnit(unit, currency), language, sign)),
    unitName: (unit) => unitWord(writtenUnit(unit, currency), language),
    marks: (values, unit) => formatMarks(values, unit, language).map(withMinus),
    range: (range) => withMinus(formatRange(range, currency, language)),
    list: (parts) => inList(parts, language),
    cell: (cell) => cellWord(cell, language),
  };
}

/** A whole number both ways: for choosing the plural and as written. */
export const counted = (voice: Voice, count: number): Blanks => ({ count, text: voice.number(count) });

/** Grades as files write them ("4-6", "K, 1"), written for people, and whether they are several. */
export const bandTold = ({ read }: Pick<Voice, "read">, grades: string): Blanks => ({
  grades: read(writtenGrades(grades)),
  count: /[-,]/.test(grades) ? 2 : 1,
});
