import { catalogue, type Text } from "../domain/language.ts";
import { refused } from "./exit.ts";
import type { Say } from "./say.ts";

/** What the environment says; `undefined` where it says nothing, or an empty text. */
export const fromEnvironment = (name: string): string | undefined => process.env[name] || undefined;

/** One of some words; `undefined` where it is not there. */
export function wantedWord<Word extends string>(name: string, words: readonly Word[], say: Say): Word | undefined {
  const found = fromEnvironment(name);
  const word = words.find((each) => each === found);
  if (found !== undefined && word === undefined) throw refused(say, NO_WORD, { name, found, words: words.join(", ") });
  return word;
}

/** A whole number; `undefined` where it is not there. */
export function wantedNumber(name: string, least: number, most: number, say: Say): number | undefined {
  const found = fromEnvironment(name);
  if (found === undefined) return undefined;
  const number = Number(found);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw refused(say, NO_NUMBER, { name, found, least: String(least), most: String(most) });
}

const NO_WORD: Text = catalogue("cli.environment.noWord", {
  da: '{name}="{found}" er ikke et af {words}.',
  en: '{name}="{found}" is none of {words}.',
});
const NO_NUMBER: Text = catalogue("cli.environment.noNumber", {
  da: '{name}="{found}" er ikke et helt tal fra {least} til {most}.',
  en: '{name}="{found}" is not a whole number from {least} to {most}.',
});
