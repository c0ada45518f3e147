#!/usr/bin/env node
import { parseArgs } from "node:util";
import { LANGUAGES, type Language } from "../domain/language.ts";
import { MEASURES, measureByKey } from "../evaluate/measures/table.ts";
import { benchInstance } from "./commands/bench-instance.ts";
import { check } from "./commands/check.ts";
import { consolidate } from "./commands/consolidate.ts";
import { evaluate } from "./commands/evaluate.ts";
import { serve } from "./commands/serve.ts";
import { start } from "./commands/start.ts";
import { EXIT, CommandError, type ExitCode } from "./exit.ts";
import { HELP } from "./help.ts";
import { FORMATS } from "./instances/formats.ts";
import { type Say, speak } from "./say.ts";

const OPTIONS = {
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
  plan: { type: "string" },
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
} as const;

type Values = ReturnType<typeof parse>["values"];

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });

async function run(args: readonly string[]): Promise<ExitCode> {
  const asked = args[args.indexOf("--lang") + 1];
  const say = speak(LANGUAGES.find((language) => args.includes("--lang") && language === asked) ?? "da");
  try {
    return await dispatch(args, say);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    say.problem(error.message);
    return error.code;
  }
}

async function dispatch(args: readonly string[], say: Say): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, say);
  const [command, folder, ...rest] = positionals;
  if (values.help || command === undefined) {
    const measures = MEASURES.map(({ key }) => key).join(", ");
    say.answer(say.text(HELP, { measures, formats: FORMATS.map(({ name }) => name).join(", ") }));
    return EXIT.ok;
  }
  const places = <Value>(value: Value | undefined, what: string): Value => {
    if (value !== undefined) return value;
    throw usage(say, { da: `${what} mangler.`, en: `${what} is missing.` });
  };
  if (rest.length > 0) throw usage(say, { da: `Ukendt ord: ${rest[0]}.`, en: `Unknown word: ${rest[0]}.` });
  switch (command) {
    case "check":
      return check(places(folder, say.language === "da" ? "MAPPE" : "FOLDER"), say);
    case "evaluate":
      return evaluate(
        {
          folder: places(folder, say.language === "da" ? "MAPPE" : "FOLDER"),
          plan: places(values.plan, "--plan"),
          ...given({ baseline: values.baseline, json: values.json }),
        },
        say,
      );
    case "consolidate":
      return consolidate(
        consolidateRequest(places(folder, say.language === "da" ? "MAPPE" : "FOLDER"), values, say),
        say,
      );
    case "bench-instance":
      return benchInstance(
        {
          path: places(folder, say.language === "da" ? "FIL" : "FILE"),
          format: values.format ?? "",
          seconds: wholeNumber(values.seconds ?? "60", "--seconds", say),
          seed: wholeNumber(values.seed ?? "1", "--seed", say),
          ...given({ json: values.json }),
        },
        say,
      );
    case "serve":
      await serve(places(folder, say.language === "da" ? "MAPPE" : "FOLDER"), say);
      return EXIT.ok;
    case "start":
      await start(
        places(folder, say.language === "da" ? "MAPPE" : "FOLDER"),
        wholeNumber(values.districts ?? "4", "--districts", say),
        say,
      );
      return EXIT.ok;
    default:
      throw usage(say, { da: `Ukendt kommando: ${command}.`, en: `Unknown command: ${command}.` });
  }
}

function consolidateRequest(folder: string, values: Values, say: Say) {
  const count = (name: "at-most" | "at-least") =>
    values[name] === undefined ? undefined : wholeNumber(values[name], `--${name}`, say);
  const sort = values.sort ?? "saving";
  if (!measureByKey.has(sort))
    throw usage(say, { da: `--sort kender ikke "${sort}".`, en: `--sort does not know "${sort}".` });
  if (values.districts === undefined)
    throw usage(say, {
      da: "--districts mangler, for eksempel --districts 4.",
      en: "--districts is missing, such as --districts 4.",
    });
  return {
    folder,
    districts: wholeNumber(values.districts, "--districts", say),
    from: oneOf(values.from ?? "districts", ["districts", "sites"] as const, "--from", say),
    policy: oneOf(values.policy ?? "stay", ["stay", "nearest"] as const, "--policy", say),
    contiguity: oneOf(values.contiguity ?? "required", ["required", "ignored"] as const, "--contiguity", say),
    together: values.together ?? [],
    apart: values.apart ?? [],
    sort,
    ...given({ atMost: count("at-most"), atLeast: count("at-least"), baseline: values.baseline }),
    ...given({ json: values.json, csv: values.csv, geojson: values.geojson }),
  };
}

/** Only the entries that have a value. */
function given<Value>(entries: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

function readArguments(args: readonly string[], say: Say) {
  try {
    const parsed = parse(args);
    const { lang } = parsed.values;
    if (lang !== undefined && !isLanguage(lang)) throw new Error(`--lang ${lang}`);
    return parsed;
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw usage(say, { da: `Ordren kan ikke læses: ${what}.`, en: `The command cannot be read: ${what}.` });
  }
}

const isLanguage = (text: string): text is Language => LANGUAGES.some((language) => language === text);

function oneOf<const Choice extends string>(text: string, choices: readonly Choice[], name: string, say: Say): Choice {
  const found = choices.find((choice) => choice === text);
  if (found !== undefined) return found;
  const list = choices.join(", ");
  throw usage(say, { da: `${name} skal være en af: ${list}.`, en: `${name} must be one of: ${list}.` });
}

function wholeNumber(text: string, name: string, say: Say): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw usage(say, { da: `${name} skal være et helt tal fra 1.`, en: `${name} must be a whole number from 1.` });
}

function usage(say: Say, what: { da: string; en: string }): CommandError {
  const more = say.language === "da" ? "Se skoledistrikt --help." : "See skoledistrikt --help.";
  return new CommandError(EXIT.input, `${what[say.language]} ${more}`);
}

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return EXIT.internal;
});
