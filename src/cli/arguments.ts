import { filled, inBoth, type Language, LANGUAGES, quoted, type Text } from "../domain/language.ts";
import { nearNames } from "../domain/near-names.ts";
import { COMMANDS, type CommandName, PLACE_WORDS } from "./command-list.ts";
import { EXIT, CommandError } from "./exit.ts";
import { CHOICES, type Flag } from "./flag-forms.ts";
import { FLAGS, flagsOf } from "./flags.ts";
import { readBounded } from "./quantities.ts";
import type { Say } from "./say.ts";
import { type Typed, splitWords } from "./words.ts";
import { ARGUMENTS_TEXT } from "./arguments-text.ts";

/** A command's words, read and checked against the table of flags; what is wrong is said in the user's language. */
export class Arguments {
  /** Absent where only help is asked for, or nothing. */
  readonly command?: CommandName;
  readonly help: boolean;
  readonly version: boolean;
  /** The folder or file to work on. */
  readonly place?: string;
  /** The file beside the folder, in whichever order they were typed. */
  readonly beside?: string;
  readonly #given = new Map<string, readonly Typed[]>();
  readonly #say: Say;

  constructor(words: readonly string[], say: Say) {
    this.#say = say;
    const { positionals: all, typed } = splitWords(words);
    // `help consolidate` is what others call `consolidate --help`.
    const isHelp = all[0] === "help";
    const positionals = isHelp ? all.slice(1) : all;
    this.help = isHelp || typed.some(({ name }) => name === "help");
    this.version = typed.some(({ name }) => name === "version");
    const [command, place, ...more] = positionals;
    if (command !== undefined) this.command = this.#commandNamed(command);
    if (place !== undefined) this.place = place;
    const takesTwo = COMMANDS.some((row) => row.name === this.command && "beside" in row);
    const [beside, ...rest] = takesTwo ? more : [undefined, ...more];
    if (beside !== undefined) this.beside = beside;
    for (const each of typed) this.#take(each);
    for (const flag of this.#flags()) this.#check(flag);
    if (rest[0] !== undefined)
      throw this.usage(
        filled(ARGUMENTS_TEXT.oneTooMany, { word: quoted(rest[0]), place: quoted(positionals[1] ?? "") }),
      );
  }

  has(name: string): boolean {
    return this.#given.has(name);
  }

  /** As typed; absent where the flag is not given. */
  text(name: string): string | undefined {
    return this.all(name)[0];
  }

  all(name: string): readonly string[] {
    return this.#given.get(name)?.map(({ value }) => value ?? "") ?? [];
  }

  /** A number that the table has found to be whole and within bounds. */
  whole(name: string): number | undefined {
    const text = this.text(name);
    const { takes } = this.#flags().find((flag) => flag.name === name) ?? {};
    if (text === undefined || takes?.kind !== "whole") return undefined;
    const reading = readBounded(text, takes.quantity, { ...takes, step: "whole" });
    return "value" in reading ? reading.value : undefined;
  }

  choice<const Name extends keyof typeof CHOICES>(name: Name): (typeof CHOICES)[Name][number] | undefined {
    const text = this.text(name);
    return CHOICES[name].find((choice) => choice === text);
  }

  /** The files that the command is to write, as `flag name -> path`. */
  outputs(): ReadonlyMap<string, string> {
    return this.#filesOf("output");
  }

  inputs(): ReadonlyMap<string, string> {
    return this.#filesOf("input");
  }

  #filesOf(kind: "input" | "output"): ReadonlyMap<string, string> {
    const names = this.#flags().filter(({ takes }) => takes.kind === kind);
    return new Map(names.flatMap(({ name }) => this.all(name).map((path) => [name, path] as const)));
  }

  /** The folder or file the command works on, and the flags it cannot do without; else what is missing is said. */
  requireAll(): { readonly command: CommandName; readonly place: string } {
    const { command, place } = this;
    const row = COMMANDS.find(({ name }) => name === command);
    if (command === undefined || row === undefined) throw this.usage(ARGUMENTS_TEXT.commandMissing);
    if (place === undefined) {
      const word = PLACE_WORDS[row.place];
      throw this.usage(filled(ARGUMENTS_TEXT.wordMissing, { word }));
    }
    for (const flag of this.#flags()) {
      const needed =
        flag.required?.includes(command) && !this.has(flag.name) && !(flag.unless && this.has(flag.unless));
      if (needed) throw this.usage(filled(ARGUMENTS_TEXT.flagMissing, { name: flag.name, exampleOf: exampleOf(flag) }));
    }
    return { command, place };
  }

  /** An error of the user's own, with where to read more. */
  usage(what: Text): CommandError {
    const about = this.command === undefined ? "" : ` ${this.command}`;
    const more: Text = filled(ARGUMENTS_TEXT.seeHelp, { about });
    return new CommandError(EXIT.input, `${what[this.#say.language]} ${more[this.#say.language]}`);
  }

  /** The same about a flag: what was typed, what is wrong with it, what it could be instead. */
  misused(typed: string, wrong: Text, example: string): CommandError {
    return this.usage(filled(ARGUMENTS_TEXT.wrongValue, { typed, wrong, example }));
  }

  #flags(): readonly Flag[] {
    return this.command === undefined ? FLAGS.filter(({ commands }) => commands === "all") : flagsOf(this.command);
  }

  #commandNamed(word: string): CommandName {
    const found = COMMANDS.find(({ name }) => name === word);
    if (found) return found.name;
    const names = COMMANDS.map(({ name }) => name);
    const near = nearNames(word, names);
    const there = near.length > 0 ? meant(near) : listed(names);
    throw this.usage(filled(ARGUMENTS_TEXT.unknownCommand, { word, there }));
  }

  #take(typed: Typed): void {
    const flag = this.#flags().find(({ name }) => name === typed.name && typed.marks === "--");
    if (!flag) throw this.#foreign(typed);
    const { takes } = flag;
    if (takes.kind === "nothing" && typed.value !== undefined)
      throw this.usage(filled(ARGUMENTS_TEXT.valueUnwanted, { name: flag.name }));
    if (takes.kind !== "nothing" && (typed.value ?? "").trim() === "")
      throw this.usage(filled(ARGUMENTS_TEXT.valueMissing, { name: flag.name, exampleOf: exampleOf(flag) }));
    const before = this.#given.get(flag.name) ?? [];
    const same = before.some(({ value }) => value === typed.value);
    const other = before.find(({ value }) => flag.several === undefined || keyOf(value) === keyOf(typed.value));
    if (!same && other && flag.several !== "any")
      throw this.usage(filled(ARGUMENTS_TEXT.contradiction, { typed: other.typed, typed2: typed.typed }));
    if (same && flag.several === "any") throw this.usage(filled(ARGUMENTS_TEXT.flagTwice, { typed: typed.typed }));
    if (!same) this.#given.set(flag.name, [...before, typed]);
  }

  /** A flag that the command does not have: which commands do, or what may have been meant. */
  #foreign({ name, marks, typed }: Typed): CommandError {
    const command = this.command ?? "skoledistrikt";
    const homes = FLAGS.filter((flag) => flag.name === name && flag.commands !== "all").flatMap(
      ({ commands }) => commands,
    );
    if (marks === "--" && homes.length > 0)
      return this.usage(filled(ARGUMENTS_TEXT.flagOfOthers, { command, name, value: [...new Set(homes)].join(", ") }));
    const own = this.#flags().map((flag) => flag.name);
    const near = nearNames(name, own).map((each) => `--${each}`);
    const there = near.length > 0 ? meant(near) : listed(own.map((each) => `--${each}`));
    return this.usage(filled(ARGUMENTS_TEXT.unknownFlag, { typed, there }));
  }

  /** Words of a list and whole numbers are checked here, the rest by whoever takes it apart. */
  #check(flag: Flag): void {
    const { takes } = flag;
    for (const { value = "", typed } of this.#given.get(flag.name) ?? []) {
      if (takes.kind === "whole") {
        const reading = readBounded(value, takes.quantity, { ...takes, step: "whole" });
        if ("wrong" in reading) throw this.misused(typed, wordIs(value, reading.wrong), exampleOf(flag));
      }
      if (takes.kind === "choice" && !takes.choices.includes(value)) {
        const near = nearNames(value, takes.choices);
        const choices =
          near.length > 0 ? meant(near) : filled(ARGUMENTS_TEXT.choices, { list: takes.choices.join(", ") });
        throw this.usage(filled(ARGUMENTS_TEXT.unknownChoice, { typed, value: quoted(value), choices }));
      }
    }
  }
}

/** "--tolerance 10%". */
const exampleOf = ({ name, takes }: Flag): string =>
  takes.kind === "nothing" ? `--${name}` : `--${name} ${takes.example}`;

/** What is wrong, beginning with the word it is about. */
export const wordIs = (word: string, wrong: Text): Text =>
  inBoth((language) => `${quoted(word)[language]} ${wrong[language]}`);

/** What comes before the last "=": `absalon` of `absalon=0-9`. */
const keyOf = (value = ""): string =>
  (value.includes("=") ? value.slice(0, value.lastIndexOf("=")) : value).trim().toLowerCase();

/** Stands after a sentence, with a space between. */
export const meant = (near: readonly string[]): Text =>
  filled(ARGUMENTS_TEXT.meant, { near: inBoth((language) => near.join(ARGUMENTS_TEXT.or[language])) });

export const listed = (names: readonly string[]): Text =>
  filled(ARGUMENTS_TEXT.flagsThere, { names: names.join(", ") });

/** The language asked for, found before the rest is read so that errors come in it. */
export function languageOf(words: readonly string[]): Language | undefined {
  const asked = splitWords(words).typed.find(({ name }) => name === "lang");
  return LANGUAGES.find((language) => language === asked?.value);
}

/** Only the entries that have a value. */
export const given = <Value>(entries: Readonly<Record<string, Value | undefined>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
