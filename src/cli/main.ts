#!/usr/bin/env node
import { MEASURES } from "../evaluate/measures/table.ts";
import { Arguments, given, languageOf } from "./arguments.ts";
import { askQuestion } from "./commands/ask.ts";
import { benchInstance } from "./commands/bench-instance.ts";
import { buses } from "./commands/buses.ts";
import { calendar } from "./commands/calendar.ts";
import { check } from "./commands/check.ts";
import { compare } from "./commands/compare.ts";
import { consolidate } from "./commands/consolidate.ts";
import { costs } from "./commands/costs.ts";
import { evaluate } from "./commands/evaluate.ts";
import { forecast } from "./commands/forecast.ts";
import { serve } from "./commands/serve.ts";
import { start } from "./commands/start.ts";
import { EXIT, CommandError, type ExitCode } from "./exit.ts";
import { HELP } from "./help.ts";
import { FORMATS } from "./instances/formats.ts";
import { askRequest, compareRequest, consolidateRequest, forecastRequest } from "./requests.ts";
import { type Say, speak } from "./say.ts";

async function run(words: readonly string[]): Promise<ExitCode> {
  const say = speak(languageOf(words));
  try {
    return await dispatch(new Arguments(words, say), say);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    say.problem(error.message);
    return error.code;
  }
}

async function dispatch(args: Arguments, say: Say): Promise<ExitCode> {
  const { values } = args;
  const [command, place, ...rest] = args.positionals;
  if (values.help || command === undefined) {
    const measures = MEASURES.map(({ key }) => key).join(", ");
    say.answer(say.text(HELP, { measures, formats: FORMATS.map(({ name }) => name).join(", ") }));
    return EXIT.ok;
  }
  if (rest.length > 0) throw args.usage({ da: `Ukendt ord: ${rest[0]}.`, en: `Unknown word: ${rest[0]}.` });
  const folder = () => args.required(place, say.language === "da" ? "MAPPE" : "FOLDER");
  switch (command) {
    case "check":
      return check(folder(), say);
    case "evaluate": {
      const plan = args.required(values.plan, "--plan");
      return evaluate({ folder: folder(), plan, ...given({ baseline: values.baseline, json: values.json }) }, say);
    }
    case "costs":
      return costs(folder(), say);
    case "calendar": {
      const plan = args.required(values.plan, "--plan");
      const from = args.wholeNumber(args.required(values.start, "--start"), "--start");
      return calendar(
        { folder: folder(), plan, start: from, ...given({ baseline: values.baseline, ics: values.ics }) },
        say,
      );
    }
    case "buses": {
      const terms = given({
        seats: args.optionalNumber(values.seats, "--seats"),
        longestRide: args.optionalNumber(values.ride, "--ride"),
      });
      const { plan, baseline, geojson } = values;
      return buses({ folder: folder(), terms, ...given({ plan, baseline, geojson }) }, say);
    }
    case "compare":
      return compare(compareRequest(folder(), args), say);
    case "consolidate":
      return consolidate(consolidateRequest(folder(), args), say);
    case "forecast":
      return forecast(forecastRequest(folder(), args), say);
    case "reassign":
    case "network":
    case "redraw":
    case "price":
    case "pareto":
    case "repair":
      return askQuestion(askRequest(command, folder(), args), say);
    case "bench-instance":
      return benchInstance(
        {
          path: args.required(place, say.language === "da" ? "FIL" : "FILE"),
          format: values.format ?? "",
          seconds: args.wholeNumber(values.seconds ?? "60", "--seconds"),
          seed: args.wholeNumber(values.seed ?? "1", "--seed"),
          ...given({ json: values.json }),
        },
        say,
      );
    case "serve":
      await serve(folder(), say);
      return EXIT.ok;
    case "start":
      await start(folder(), args.wholeNumber(values.districts ?? "4", "--districts"), say);
      return EXIT.ok;
    default:
      throw args.usage({ da: `Ukendt kommando: ${command}.`, en: `Unknown command: ${command}.` });
  }
}

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return EXIT.internal;
});
