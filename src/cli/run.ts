import { catalogue } from "../domain/language.ts";
import { learn } from "../domain/learn.ts";
import { Arguments, languageOf } from "./arguments.ts";
import { COMMANDS, type CommandName } from "./command-list.ts";
import { EXIT, CommandError, type ExitCode } from "./exit.ts";
import { commandHelp, helpText } from "./help.ts";
import { languageOfFolder } from "./folder-language.ts";
import { checkOutputs, usesStandardOutput } from "./outputs.ts";
import {
  askRequest,
  auditRequest,
  backupRequest,
  benchRequest,
  busesRequest,
  calendarRequest,
  caseRequest,
  checkRequest,
  compareRequest,
  consolidateRequest,
  contributionsRequest,
  evaluateRequest,
  replayRequest,
  forecastRequest,
  paperRequest,
  publishRequest,
  serveRequest,
} from "./requests.ts";
import { type Say, speak, type Streams } from "./say.ts";
import { systemErrorText } from "./system-errors.ts";
import { type Places, twoPlaces } from "./two-places.ts";
import { programVersion } from "./version.ts";

const SAID = catalogue("cli.run", {
  commandMissing: { da: "Kommandoen mangler.", en: "The command is missing." },
});

/** Runs a command from its words. The user's own mistakes end in a sentence and a code; whatever is thrown is a bug. */
export async function runCommand(words: readonly string[], streams: Streams): Promise<ExitCode> {
  await learn();
  const language = languageOf(words) ?? (await languageOfFolder(words)) ?? "da";
  const say = speak(language, streams);
  try {
    const args = new Arguments(words, say);
    if (args.version) {
      say.answer(`skoledistrikt ${programVersion}`);
      return EXIT.ok;
    }
    if (args.help || (args.command === undefined && words.length === 0)) {
      say.answer(args.command === undefined ? helpText(language) : commandHelp(args.command, language));
      return EXIT.ok;
    }
    const { command, place } = args.requireAll();
    const isOfCase = COMMANDS.some((row) => row.name === command && row.place === "folder");
    const places = (await twoPlaces(place, args)) ?? { folder: place, beside: "" };
    await checkOutputs(args, isOfCase ? places.folder : undefined, places.beside);
    return await dispatch(command, places, args, usesStandardOutput(args) ? speak(language, streams, "err") : say);
  } catch (error) {
    if (error instanceof CommandError) {
      say.problem(error.message);
      return error.code;
    }
    const text = systemErrorText(error);
    if (!text) throw error;
    say.problem(text[language]);
    return EXIT.input;
  }
}

/** A command's code is fetched when it is asked for: most of a short run is reading the program. */
async function dispatch(command: CommandName, places: Places, args: Arguments, say: Say): Promise<ExitCode> {
  const { folder: place } = places;
  switch (command) {
    case "new": {
      const { newCase } = await import("./commands/new.ts");
      return newCase(place, say);
    }
    case "check": {
      const { check } = await import("./commands/check.ts");
      return check(checkRequest(place, args), say);
    }
    case "publish": {
      const { publish } = await import("./commands/publish.ts");
      return publish(publishRequest(place, args), say);
    }
    case "costs": {
      const { costs } = await import("./commands/costs.ts");
      return costs(caseRequest(place, args), say);
    }
    case "evaluate": {
      const { evaluate } = await import("./commands/evaluate.ts");
      return evaluate(evaluateRequest(place, args), say);
    }
    case "replay": {
      const { replayDecisions } = await import("./commands/replay.ts");
      return replayDecisions(replayRequest(place, args), say);
    }
    case "verify": {
      const { verify, verifyRequest } = await import("./commands/verify.ts");
      return verify(verifyRequest(places, args), say);
    }
    case "sweep": {
      const { sweep, sweepRequest } = await import("./commands/sweep.ts");
      return sweep(sweepRequest(places, args), say);
    }
    case "worker": {
      const { worker, workerRequest } = await import("./commands/worker.ts");
      return worker(workerRequest(places, args), say);
    }
    case "paper": {
      const { paper } = await import("./commands/paper.ts");
      return paper(paperRequest(place, args), say);
    }
    case "calendar": {
      const { calendar } = await import("./commands/calendar.ts");
      return calendar(calendarRequest(place, args), say);
    }
    case "buses": {
      const { buses } = await import("./commands/buses.ts");
      return buses(busesRequest(place, args), say);
    }
    case "compare": {
      const { compare } = await import("./commands/compare.ts");
      return compare(compareRequest(place, args), say);
    }
    case "consolidate": {
      const { consolidate } = await import("./commands/consolidate.ts");
      return consolidate(consolidateRequest(place, args), say);
    }
    case "forecast": {
      const { forecast } = await import("./commands/forecast.ts");
      return forecast(forecastRequest(place, args), say);
    }
    case "reassign":
    case "network":
    case "redraw":
    case "price":
    case "pareto":
    case "repair": {
      const { askQuestion } = await import("./commands/ask.ts");
      return askQuestion(askRequest(command, place, args), say);
    }
    case "bench-instance": {
      const { benchInstance } = await import("./commands/bench-instance.ts");
      return benchInstance(benchRequest(place, args), say);
    }
    case "backup": {
      const { backup } = await import("./commands/backup.ts");
      return backup(backupRequest(place, args), say);
    }
    case "restore": {
      const { restoreFrom } = await import("./commands/backup.ts");
      return restoreFrom(backupRequest(place, args), say);
    }
    case "contributions": {
      const { contributions } = await import("./commands/contributions.ts");
      return contributions(contributionsRequest(place, args), say);
    }
    case "audit": {
      const { auditTable } = await import("./commands/audit.ts");
      return auditTable(auditRequest(place, args), say);
    }
    case "serve": {
      const { serve } = await import("./commands/serve.ts");
      await serve(place, serveRequest(args), say);
      return EXIT.ok;
    }
    case "start": {
      const { start } = await import("./commands/start.ts");
      await start(place, args.whole("districts") ?? 4, args.whole("seconds"), serveRequest(args), say);
      return EXIT.ok;
    }
    default:
      throw args.usage(SAID.commandMissing);
  }
}
