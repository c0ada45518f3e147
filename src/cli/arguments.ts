import { parseArgs } from "node:util";
import { LANGUAGES, type Language } from "../domain/language.ts";
import { EXIT, CommandError } from "./exit.ts";
import type { Say } from "./say.ts";

const OPTIONS = {
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
  plan: { type: "string", multiple: true },
  baseline: { type: "string" },
  districts: { type: "string" },
  from: { type: "string" },
  policy: { type: "string" },
  contiguity: { type: "string" },
  together: { type: "string", multiple: true },
  apart: { type: "string", multiple: true },
  "at-most": { type: "string" },
  "at-least": { type: "string" },
  sort: { type: "string" },
  json: { type: "string" },
  csv: { type: "string" },
  geojson: { type: "string" },
  format: { type: "string" },
  seconds: { type: "string" },
  seed: { type: "string" },
  question: { type: "string" },
  rule: { type: "string", multiple: true },
  minimise: { type: "string" },
  networks: { type: "string" },
  site: { type: "string", multiple: true },
  cost: { type: "string", multiple: true },
  objectives: { type: "string" },
  points: { type: "string" },
  lock: { type: "string", multiple: true },
  tolerance: { type: "string" },
  balance: { type: "string" },
  sites: { type: "string" },
  seat: { type: "string", multiple: true },
  years: { type: "string" },
  scenario: { type: "string" },
  draws: { type: "string" },
  start: { type: "string" },
  by: { type: "string" },
  ics: { type: "string" },
  seats: { type: "string" },
  ride: { type: "string" },
  "save-plan": { type: "string" },
  "save-question": { type: "string" },
} as const;

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });

type Parsed = ReturnType<typeof parse>["values"];
/** `--plan` may be given several times; commands that take one plan get the last. */
export type Values = Omit<Parsed, "plan"> & { readonly plan?: string | undefined; readonly plans: readonly string[] };

/** A command's words, read and checked; every reader says what is wrong in the user's language. */
export class Arguments {
  readonly values: Values;
  readonly positionals: readonly string[];
  readonly #say: Say;

  constructor(args: readonly string[], say: Say) {
    this.#say = say;
    try {
      const { values, positionals } = parse(args);
      if (values.lang !== undefined && !LANGUAGES.some((language) => language === values.lang))
        throw new Error(`--lang ${values.lang}`);
      this.values = { ...values, plan: values.plan?.at(-1), plans: values.plan ?? [] };
      this.positionals = positionals;
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      throw this.usage({ da: `Ordren kan ikke læses: ${what}.`, en: `The command cannot be read: ${what}.` });
    }
  }

  required(value: string | undefined, name: string): string {
    if (value !== undefined) return value;
    throw this.usage({ da: `${name} mangler.`, en: `${name} is missing.` });
  }

  wholeNumber(text: string, name: string): number {
    const value = Number(text);
    if (Number.isInteger(value) && value >= 0 && text.trim() !== "") return value;
    throw this.usage({ da: `${name} skal være et helt tal.`, en: `${name} must be a whole number.` });
  }

  /** A whole number where the option is given. */
  optionalNumber(text: string | undefined, name: string): number | undefined {
    return text === undefined ? undefined : this.wholeNumber(text, name);
  }

  oneOf<const Choice extends string>(text: string, choices: readonly Choice[], name: string): Choice {
    const found = choices.find((choice) => choice === text);
    if (found !== undefined) return found;
    const list = choices.join(", ");
    throw this.usage({ da: `${name} skal være en af: ${list}.`, en: `${name} must be one of: ${list}.` });
  }

  usage(what: { readonly da: string; readonly en: string }): CommandError {
    const more = this.#say.language === "da" ? "Se skoledistrikt --help." : "See skoledistrikt --help.";
    return new CommandError(EXIT.input, `${what[this.#say.language]} ${more}`);
  }
}

/** The language asked for, found before the rest is read so that errors come in it. */
export function languageOf(args: readonly string[]): Language {
  const asked = args[args.indexOf("--lang") + 1];
  return LANGUAGES.find((language) => args.includes("--lang") && language === asked) ?? "da";
}

/** Only the entries that have a value. */
export const given = <Value>(entries: Readonly<Record<string, Value | undefined>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
