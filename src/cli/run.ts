import { catalogue } from "../domain/language.ts";
import { learn } from "../domain/learn.ts";
import { Arguments, languageOf } from "./arguments.ts";
import { askQuestion } from "./commands/ask.ts";
import { auditTable } from "./commands/audit.ts";
import { backup, restoreFrom } from "./commands/backup.ts";
import { benchInstance } from "./commands/bench-instance.ts";
import { buses } from "./commands/buses.ts";
import { calendar } from "./commands/calendar.ts";
import { check } from "./commands/check.ts";
import { compare } from "./commands/compare.ts";
import { consolidate } from "./commands/consolidate.ts";
import { contributions } from "./commands/contributions.ts";
import { costs } from "./commands/costs.ts";
import { evaluate } from "./commands/evaluate.ts";
import { forecast } from "./commands/forecast.ts";
import { newCase } from "./commands/new.ts";
import { paper } from "./commands/paper.ts";
import { publish } from "./commands/publish.ts";
import { replayDecisions } from "./commands/replay.ts";
import { serve } from "./commands/serve.ts";
import { start } from "./commands/start.ts";
import { verify, verifyRequest } from "./commands/verify.ts";
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
    const folder = COMMANDS.some((row) => row.name === command && row.place === "folder") ? place : undefined;
    await checkOutputs(args, folder);
    return await dispatch(command, place, args, usesStandardOutput(args) ? speak(language, streams, "err") : say);
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

async function dispatch(command: CommandName, place: string, args: Arguments, say: Say): Promise<ExitCode> {
  switch (command) {
    case "new":
      return newCase(place, say);
    case "check":
      return check(checkRequest(place, args), say);
    case "publish":
      return publish(publishRequest(place, args), say);
    case "costs":
      return costs(caseRequest(place, args), say);
    case "evaluate":
      return evaluate(evaluateRequest(place, args), say);
    case "replay":
      return replayDecisions(replayRequest(place, args), say);
    case "verify":
      return verify(await verifyRequest(place, args), say);
    case "paper":
      return paper(paperRequest(place, args), say);
    case "calendar":
      return calendar(calendarRequest(place, args), say);
    case "buses":
      return buses(busesRequest(place, args), say);
    case "compare":
      return compare(compareRequest(place, args), say);
    case "consolidate":
      return consolidate(consolidateRequest(place, args), say);
    case "forecast":
      return forecast(forecastRequest(place, args), say);
    case "reassign":
    case "network":
    case "redraw":
    case "price":
    case "pareto":
    case "repair":
      return askQuestion(askRequest(command, place, args), say);
    case "bench-instance":
      return benchInstance(benchRequest(place, args), say);
    case "backup":
      return backup(backupRequest(place, args), say);
    case "restore":
      return restoreFrom(backupRequest(place, args), say);
    case "contributions":
      return contributions(contributionsRequest(place, args), say);
    case "audit":
      return auditTable(auditRequest(place, args), say);
    case "serve":
      await serve(place, serveRequest(args), say);
      return EXIT.ok;
    case "start":
      await start(place, args.whole("districts") ?? 4, args.whole("seconds"), serveRequest(args), say);
      return EXIT.ok;
    default:
      throw args.usage(SAID.commandMissing);
  }
}
