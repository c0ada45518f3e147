import { availableParallelism } from "node:os";
import { join } from "node:path";
import { catalogue } from "../../domain/language.ts";
import { type CsvForm, tableCsv } from "../../report/csv.ts";
import { type Audience, audienceOf } from "../../report/internal.ts";
import { type AnsweredScenario, type SweptOf, type SweepTold, sweepTold } from "../../report/sweep-rows.ts";
import { sweepTable, sweepWorkbook } from "../../report/sweep-table.ts";
import { sweepText } from "../../report/sweep-text.ts";
import { workbookXlsx } from "../../report/xlsx.ts";
import { keptMeasures, sortedBy } from "../../sweep/answer.ts";
import { type AskedOf, scenarioKey, scenariosOf } from "../../sweep/scenarios.ts";
import type { Arguments } from "../arguments.ts";
import { given } from "../arguments.ts";
import { besideCase } from "../beside-case.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { endOf, filesEnding } from "../out-files.ts";
import type { Say } from "../say.ts";
import { type CasePlace, loadCaseAsItIs } from "../sweep/case-as-it-is.ts";
import { checkApart, checkSweep } from "../sweep/check-sweep.ts";
import { type Computed, computeByWorkers, computeHere } from "../sweep/compute.ts";
import { thisProgram } from "../sweep/program.ts";
import { readSweepFile } from "../sweep/read-sweep.ts";
import type { Places } from "../two-places.ts";
import { programVersion } from "../version.ts";

const SAID = catalogue("cli.commands.sweep", {
  wrongEnd: {
    da: "filen skal ende på .csv (tabel), .jsonl (en linje JSON for hvert scenarie) eller .xlsx (regneark)",
    en: "the file must end in .csv (table), .jsonl (a line of JSON a scenario) or .xlsx (workbook)",
  },
  faults: {
    da: "{faults, plural, one {Ét scenarie} other {# scenarier}} kunne ikke regnes. Det første er nummer {number, number}: {why}",
    en: "{faults, plural, one {One scenario} other {# scenarios}} could not be computed. The first is number {number, number}: {why}",
  },
});

/** What a file is by the end of its name. */
const ENDS = [".csv", ".jsonl", ".xlsx"] as const;

interface SweepRequest extends CasePlace {
  /** The sweep file. */
  readonly file: string;
  readonly out: readonly string[];
  readonly csvForm: CsvForm;
  /** Cores to compute on; absent: all. */
  readonly cores?: number;
  /** The folder of what was computed before; absent: beside the case. */
  readonly data?: string;
  /** A PostgreSQL by which workers compute; absent: this machine does. */
  readonly workers?: string;
}

export const sweepRequest = ({ folder, beside: file }: Places, args: Arguments): SweepRequest => ({
  folder,
  file,
  out: filesEnding(args, ENDS, SAID.wrongEnd),
  csvForm: args.choice("csv-form") ?? "excel",
  ...given({ recipe: args.text("recipe"), data: args.text("data"), workers: args.text("workers") }),
  ...given({ cores: args.whole("cores") }),
});

/** `sweep QUESTIONS CASE`: one question under many circumstances, here or by workers; which plan is the best in how many. */
export async function sweep(request: SweepRequest, say: Say): Promise<ExitCode> {
  const read = await readSweepFile(request.file, say);
  const place: CasePlace = { folder: request.folder, ...given({ recipe: request.recipe }) };
  const asItIs = await loadCaseAsItIs(place, say);
  const { opened } = asItIs;
  checkSweep(request.file, read, opened, say);
  const scenarios = scenariosOf(read.file);
  checkApart(scenarios, opened, request.out, say);
  const of: AskedOf = { program: await thisProgram(), dataHash: opened.dataHash };
  const jobs = scenarios.map((scenario) => ({ key: scenarioKey(of, scenario), scenario }));
  const { workers, cores = availableParallelism() } = request;
  const swept = { place, asItIs, of, jobs };
  const computed =
    workers === undefined
      ? await computeHere(swept, { folder: request.data ?? join(besideCase(request.folder), "sweeps"), cores }, say)
      : await computeByWorkers(swept, workers, say);
  const keys = jobs.map(({ key }) => key);
  const answered = scenarios.map(({ circumstances }, i): AnsweredScenario => ({
    circumstances,
    answer: answerOf(computed, keys[i]),
  }));
  const sort = sortedBy(read.file.question);
  const about: SweptOf = {
    basis: opened.basis,
    run: { programVersion, dataHash: opened.dataHash },
    file: read.file,
    measures: keptMeasures(read.file.question),
    ...(sort && { sort }),
  };
  const told = new Map<Audience, SweepTold>();
  const toldTo = (audience: Audience): SweepTold => {
    const known = told.get(audience) ?? sweepTold(about, answered, audience);
    told.set(audience, known);
    return known;
  };
  say.answer(sweepText(opened.basis, toldTo("anyone"), say.language));
  for (const path of request.out)
    await say.write(path, await contentOf(path, about, toldTo(audienceOf(path)), request.csvForm, say));
  return saysFaults(computed, keys, say) ?? exitOf(answered);
}

/** A scenario at fault is told as one without an answer, with why, and is tried again the next time. */
const answerOf = ({ answers, faults }: Computed, key: string): AnsweredScenario["answer"] =>
  answers.get(key) ?? { status: "failed", reason: faults.get(key) ?? "", measures: {} };

async function contentOf(
  path: string,
  { basis }: SweptOf,
  told: SweepTold,
  form: CsvForm,
  { language }: Say,
): Promise<string | Uint8Array> {
  const end = endOf(path, ENDS);
  if (end === ".xlsx") return workbookXlsx(sweepWorkbook(basis, told, language));
  if (end === ".csv") return tableCsv(sweepTable(basis, told, language), language, form);
  const lines = [told.head, ...told.rows, { summary: told.summary }];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

function saysFaults({ faults }: Computed, keys: readonly string[], say: Say): ExitCode | undefined {
  const first = keys.findIndex((key) => faults.has(key));
  if (first < 0) return undefined;
  const number = first + 1;
  say.problem(say.text(SAID.faults, { faults: faults.size, number, why: faults.get(keys[first]) ?? "" }));
  return EXIT.internal;
}

const exitOf = (answered: readonly AnsweredScenario[]): ExitCode =>
  answered.some(({ answer: { status } }) => status === "stopped" || status === "failed") ? EXIT.stopped : EXIT.ok;
