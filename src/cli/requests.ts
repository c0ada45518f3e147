import { catalogue, filled } from "../domain/language.ts";
import { HIGHEST_RATE } from "../cost/ramp.ts";
import { DRAWS } from "../cost/uncertainty.ts";
import { FORECAST_YEARS } from "../forecast/forecast.ts";
import { type Arguments, given } from "./arguments.ts";
import type { CaseRequest } from "./case.ts";
import type { AuditRequest } from "./commands/audit.ts";
import type { ServeRequest } from "./commands/serve.ts";
import type { AskRequest } from "./commands/ask.ts";
import type { BackupRequest } from "./commands/backup.ts";
import type { BenchInstanceRequest } from "./commands/bench-instance.ts";
import type { BusesRequest } from "./commands/buses.ts";
import type { CalendarRequest } from "./commands/calendar.ts";
import type { CheckRequest } from "./commands/check.ts";
import type { CompareRequest } from "./commands/compare.ts";
import type { ContributionsRequest } from "./commands/contributions.ts";
import type { ConsolidateRequest } from "./commands/consolidate.ts";
import type { PaperRequest } from "./commands/paper.ts";
import type { PublishRequest } from "./commands/publish.ts";
import type { ReplayRequest } from "./commands/replay.ts";
import type { EvaluateRequest } from "./commands/evaluate.ts";
import type { ForecastRequest } from "./commands/forecast.ts";
import { BUDGET_YEARS } from "../report/money-text.ts";
import type { CsvForm } from "../report/csv.ts";
import { outFiles } from "./out-files.ts";
import { readBounded } from "./quantities.ts";
import { fieldsFromFlags } from "./question-flags.ts";
import type { TimeTold } from "./run-info.ts";

const SAID = catalogue("cli.requests", {
  notSchoolYear: { da: "»{text}« er ikke et skoleår", en: '"{text}" is no school year' },
  wrongEnd: { da: "skoleåret {start} ender i {value}", en: "school year {start} ends in {value}" },
  yearOutside: {
    da: "{start} ligger ikke mellem {EARLIEST} og {LATEST}",
    en: "{start} is not between {EARLIEST} and {LATEST}",
  },
});

/** The flags that hold a text and are handed on as they are. */
const texts = (args: Arguments, ...names: readonly string[]): Record<string, string> =>
  given(Object.fromEntries(names.map((name) => [name, args.text(name)])));

const timeTold = (args: Arguments): TimeTold => args.choice("time") ?? "told";

/** Tables, and files for other programs. */
const files = (args: Arguments): { readonly csvForm: CsvForm; readonly out: readonly string[] } => ({
  csvForm: args.choice("csv-form") ?? "excel",
  out: outFiles(args),
});

/** Of commands that ask nothing but which case it is. */
export const caseRequest = (folder: string, args: Arguments): Pick<CaseRequest, "folder" | "recipe"> => ({
  folder,
  ...texts(args, "recipe"),
});

export const checkRequest = (folder: string, args: Arguments): CheckRequest => ({
  ...caseRequest(folder, args),
  ...texts(args, "json"),
});

export const evaluateRequest = (folder: string, args: Arguments): EvaluateRequest => ({
  folder,
  ...files(args),
  time: timeTold(args),
  horizon: { years: args.whole("years") ?? BUDGET_YEARS.years, ...given({ rate: discountRate(args) }) },
  ...texts(args, "recipe", "plan", "baseline", "json", "csv"),
});

/** "3,5" and "3.5 %" are both three and a half per cent a year. */
function discountRate(args: Arguments): number | undefined {
  const text = args.text("discount");
  if (text === undefined) return undefined;
  const bare = text.replace(/\s*%\s*$/, "");
  const reading = readBounded(bare, "count", { least: 0, most: 100 * HIGHEST_RATE, step: "any" });
  if ("wrong" in reading) throw args.misused(`--discount ${text}`, reading.wrong, '--discount "3.5 %"');
  return reading.value / 100;
}

export const replayRequest = (folder: string, args: Arguments): ReplayRequest => ({
  folder,
  time: timeTold(args),
  ...texts(args, "recipe", "json"),
});

export function consolidateRequest(folder: string, args: Arguments): ConsolidateRequest {
  return {
    folder,
    time: timeTold(args),
    ...files(args),
    fields: fieldsFromFlags("consolidate", args),
    ...given({
      question: args.text("question"),
      saveQuestion: args.text("save-question"),
      cores: args.whole("cores"),
    }),
    ...texts(args, "recipe", "baseline", "json", "csv", "geojson"),
  };
}

export function forecastRequest(folder: string, args: Arguments): ForecastRequest {
  return {
    folder,
    time: timeTold(args),
    ...files(args),
    years: args.whole("years") ?? FORECAST_YEARS,
    scenario: args.choice("scenario") ?? "mid",
    seed: args.whole("seed") ?? 1,
    ...given({ draws: args.whole("draws"), seconds: args.whole("seconds") }),
    ...texts(args, "recipe", "plan", "baseline", "json", "csv"),
  };
}

export function compareRequest(folder: string, args: Arguments): CompareRequest {
  return {
    folder,
    time: timeTold(args),
    ...files(args),
    plans: args.all("plan"),
    draws: args.whole("draws") ?? DRAWS.draws,
    by: args.choice("by") ?? "town",
    seed: args.whole("seed") ?? 1,
    ...given({ seconds: args.whole("seconds") }),
    ...texts(args, "recipe", "baseline", "json", "csv"),
  };
}

export function busesRequest(folder: string, args: Arguments): BusesRequest {
  return {
    folder,
    terms: given({
      seats: args.whole("seats"),
      longestRide: args.whole("ride"),
      speedShare: percentOf(args, "bus-speed"),
    }),
    ...given({ seconds: args.whole("seconds") }),
    ...texts(args, "recipe", "plan", "baseline", "geojson"),
  };
}

const percentOf = (args: Arguments, name: string): number | undefined => {
  const percent = args.whole(name);
  return percent === undefined ? undefined : percent / 100;
};

/** Folkeskoleloven is of 1975, and nobody plans for the next century. */
const [EARLIEST, LATEST] = [1975, 2100];

/** 2027, or "2027/28" as school years are written; 26 could be any century's. */
export const calendarRequest = (folder: string, args: Arguments): CalendarRequest => ({
  folder,
  start: startYear(args.text("start") ?? "", args),
  ...texts(args, "recipe", "plan", "baseline", "ics"),
});

export function paperRequest(folder: string, args: Arguments): PaperRequest {
  const [alternatives, dissents] = [args.all("alternative"), args.all("dissent")];
  const start = args.text("start");
  return {
    folder,
    plans: [args.text("plan") ?? "", ...alternatives, ...dissents],
    dissents: dissents.length,
    out: args.text("out") ?? "",
    csvForm: args.choice("csv-form") ?? "excel",
    ...given({ start: start === undefined ? undefined : startYear(start, args) }),
    ...texts(args, "recipe"),
  };
}

export const publishRequest = (folder: string, args: Arguments): PublishRequest => ({
  ...caseRequest(folder, args),
  out: args.text("out") ?? "",
  seed: args.whole("seed") ?? 1,
  as: args.has("site") ? "site" : "case",
});

function startYear(text: string, args: Arguments): number {
  const [, year, next] = /^\s*(\d{4})(?:\s*[/-]\s*(\d{2}|\d{4}))?\s*$/.exec(text) ?? [];
  const start = Number(year);
  const follows = next === undefined || Number(next) === (next.length === 2 ? (start + 1) % 100 : start + 1);
  const wrong =
    year === undefined
      ? filled(SAID.notSchoolYear, { text })
      : !follows
        ? filled(SAID.wrongEnd, { start, value: start + 1 })
        : start < EARLIEST || start > LATEST
          ? filled(SAID.yearOutside, { start, EARLIEST, LATEST })
          : undefined;
  if (wrong) throw args.misused(`--start ${text}`, wrong, "--start 2027");
  return start;
}

export const backupRequest = (path: string, args: Arguments): BackupRequest => ({
  path,
  replace: args.has("replace"),
  ...texts(args, "data"),
});

export const contributionsRequest = (path: string, args: Arguments): ContributionsRequest => ({
  path,
  erase: args.has("erase") ? "erase" : "keep",
  ...texts(args, "data", "name", "seat"),
});

export const auditRequest = (path: string, args: Arguments): AuditRequest => ({ path, ...texts(args, "data") });

export const benchRequest = (path: string, args: Arguments): BenchInstanceRequest => ({
  path,
  format: args.text("format") ?? "",
  seconds: args.whole("seconds") ?? 60,
  seed: args.whole("seed") ?? 1,
  time: timeTold(args),
  ...texts(args, "json"),
});

export function askRequest(command: AskRequest["command"], folder: string, args: Arguments): AskRequest {
  return {
    command,
    folder,
    time: timeTold(args),
    out: outFiles(args),
    fields: fieldsFromFlags(command, args),
    objectives: (args.text("objectives") ?? "pupil-metres,changed-site").split(",").map((name) => name.trim()),
    points: args.whole("points") ?? 20,
    lock: args.all("lock"),
    ...given({
      question: args.text("question"),
      savePlan: args.text("save-plan"),
      saveQuestion: args.text("save-question"),
    }),
    ...texts(args, "recipe", "plan", "baseline", "json", "geojson"),
  };
}

export const serveRequest = (args: Arguments): ServeRequest => ({
  ...texts(args, "recipe", "host", "data"),
  ...given({ keepDays: args.whole("keep-days"), publicAddress: args.text("public-address") }),
});
