import { SCENARIOS } from "../domain/forecast.ts";
import { measureByKey } from "../evaluate/measures/table.ts";
import { FORECAST_YEARS } from "../forecast/forecast.ts";
import type { Arguments } from "./arguments.ts";
import { given } from "./arguments.ts";
import type { AskRequest } from "./commands/ask.ts";
import type { CompareRequest } from "./commands/compare.ts";
import type { ConsolidateRequest } from "./commands/consolidate.ts";
import type { ForecastRequest } from "./commands/forecast.ts";
import { networkFromFlags, type QuestionFlags, reassignFromFlags, redrawFromFlags } from "./question-flags.ts";

export function consolidateRequest(folder: string, args: Arguments): ConsolidateRequest {
  const { values } = args;
  const sort = values.sort ?? "saving";
  if (!measureByKey.has(sort))
    throw args.usage({ da: `--sort kender ikke "${sort}".`, en: `--sort does not know "${sort}".` });
  if (values.districts === undefined)
    throw args.usage({
      da: "--districts mangler, for eksempel --districts 4.",
      en: "--districts is missing, such as --districts 4.",
    });
  return {
    folder,
    districts: args.wholeNumber(values.districts, "--districts"),
    from: args.oneOf(values.from ?? "districts", ["districts", "sites"], "--from"),
    policy: args.oneOf(values.policy ?? "stay", ["stay", "nearest"], "--policy"),
    contiguity: args.oneOf(values.contiguity ?? "required", ["required", "ignored"], "--contiguity"),
    together: values.together ?? [],
    apart: values.apart ?? [],
    sort,
    ...given({
      atMost: args.optionalNumber(values["at-most"], "--at-most"),
      atLeast: args.optionalNumber(values["at-least"], "--at-least"),
    }),
    ...given({ baseline: values.baseline, json: values.json, csv: values.csv, geojson: values.geojson }),
  };
}

/** Years beyond which a forecast says nothing any more. */
const MOST_YEARS = 30;

export function forecastRequest(folder: string, args: Arguments): ForecastRequest {
  const { values } = args;
  const years = args.wholeNumber(values.years ?? String(FORECAST_YEARS), "--years");
  if (years < 1 || years > MOST_YEARS)
    throw args.usage({
      da: `--years skal være fra 1 til ${MOST_YEARS}.`,
      en: `--years must be from 1 to ${MOST_YEARS}.`,
    });
  return {
    folder,
    years,
    scenario: args.oneOf(values.scenario ?? "mid", SCENARIOS, "--scenario"),
    draws: args.wholeNumber(values.draws ?? "0", "--draws"),
    seed: args.wholeNumber(values.seed ?? "1", "--seed"),
    ...given({ plan: values.plan, baseline: values.baseline, json: values.json, csv: values.csv }),
  };
}

/** Draws beyond which more only take time: the error of a share is then a tenth of a percentage point. */
const MOST_DRAWS = 1_000_000;

export function compareRequest(folder: string, args: Arguments): CompareRequest {
  const { values } = args;
  args.required(values.plan, "--plan");
  const draws = args.wholeNumber(values.draws ?? "10000", "--draws");
  if (draws < 100 || draws > MOST_DRAWS)
    throw args.usage({
      da: `--draws skal være fra 100 til ${MOST_DRAWS}.`,
      en: `--draws must be from 100 to ${MOST_DRAWS}.`,
    });
  return {
    folder,
    plans: values.plans,
    draws,
    by: args.oneOf(values.by ?? "town", ["town", "parish"], "--by"),
    seed: args.wholeNumber(values.seed ?? "1", "--seed"),
    ...given({ baseline: values.baseline, json: values.json, csv: values.csv }),
  };
}

export function askRequest(command: AskRequest["command"], folder: string, args: Arguments): AskRequest {
  const { values } = args;
  const flags: QuestionFlags = {
    rule: values.rule ?? [],
    minimise: values.minimise ?? "overflow,pupil-metres",
    seed: args.wholeNumber(values.seed ?? "1", "--seed"),
    networks: args.wholeNumber(values.networks ?? "1", "--networks"),
    apart: args.wholeNumber(values.apart?.at(0) ?? "1", "--apart"),
    site: values.site ?? [],
    cost: values.cost ?? [],
    ...given({ seconds: args.optionalNumber(values.seconds, "--seconds") }),
    ...given({ plan: command === "repair" ? undefined : values.plan }),
  };
  const document = documentOf(command, flags, args);
  return {
    command,
    folder,
    question: values.question === undefined ? { document } : { path: values.question },
    objectives: (values.objectives ?? "pupil-metres,changed-site").split(","),
    points: args.wholeNumber(values.points ?? "20", "--points"),
    lock: values.lock ?? [],
    ...given({ baseline: values.baseline, json: values.json, geojson: values.geojson }),
    ...given({ savePlan: values["save-plan"], saveQuestion: values["save-question"] }),
    ...given({ plan: command === "repair" ? args.required(values.plan, "--plan") : undefined }),
  };
}

/** Longest time for a redraw on the command line where none is said: it may take very long to prove. */
const REDRAW_SECONDS = 60;

/** The question that the flags make up; with a question file there is none. */
function documentOf(command: AskRequest["command"], flags: QuestionFlags, args: Arguments): unknown {
  const { values } = args;
  if (command === "network") return networkFromFlags(flags);
  if (command !== "redraw") return reassignFromFlags(flags);
  if (values.question !== undefined) return undefined;
  return redrawFromFlags({
    districts: args.wholeNumber(args.required(values.districts, "--districts"), "--districts"),
    tolerance: values.tolerance ?? "10%",
    balance: values.balance ?? "pupils",
    objective: values.minimise ?? "inertia",
    sites: values.sites ?? "in-every-district",
    seat: values.seat ?? [],
    seed: flags.seed,
    seconds: flags.seconds ?? REDRAW_SECONDS,
  });
}
