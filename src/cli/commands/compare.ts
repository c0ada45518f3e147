import { catalogue } from "../../domain/language.ts";
import { type Comparison, comparePlans, type MeasuredPlans } from "../../compare/comparison.ts";
import type { Plan } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { type CsvForm, tableCsv } from "../../report/csv.ts";
import { fairnessTable } from "../../report/fairness-table.ts";
import { comparisonFile } from "../../report/comparison-file.ts";
import { comparisonText } from "../../report/comparison-text.ts";
import { comparisonWorkbook } from "../../report/workbook.ts";
import { writeOutFiles } from "../out-files.ts";
import { type CaseRequest, loadCase } from "../case.ts";
import { CommandError, EXIT, type ExitCode } from "../exit.ts";
import { timedRun, type TimeTold } from "../run-info.ts";
import type { Say } from "../say.ts";
import { stopAt, timeLimit } from "../time-limit.ts";
import { runConsolidation } from "./consolidate.ts";

const SAID = catalogue("cli.commands.compare", {
  noParishes: {
    da: "Sagen har ingen parishes.csv, så elever kan ikke opgøres efter sogn. Tilføj filen, eller brug --by town.",
    en: "The case has no parishes.csv, so pupils cannot be counted by parish. Add the file, or use --by town.",
  },
  planTwice: { da: "Planen {id} står der to gange.", en: "The plan {id} is there twice." },
});

export interface CompareRequest extends CaseRequest {
  readonly plans: readonly string[];
  readonly draws: number;
  readonly seed: number;
  readonly by: "town" | "parish";
  readonly seconds?: number;
  readonly json?: string;
  readonly time: TimeTold;
  /** Who gains and who loses, for Excel. */
  readonly csv?: string;
  readonly csvForm: CsvForm;
  readonly out: readonly string[];
}

/** `compare CASE --plan A --plan B`: whom it falls on, how sure the savings are, and what would turn the order around. */
export async function compare(request: CompareRequest, say: Say): Promise<ExitCode> {
  const opened = await loadCase({ ...request, proposals: "measured" }, say);
  const { basis, named } = opened;
  if (request.by === "parish" && !basis.municipality.parishes)
    throw new CommandError(EXIT.input, say.text(SAID.noParishes));
  refuseTwice(named, say);
  const started = performance.now();
  const { draws, seed, by, seconds } = request;
  const onStep = stopAt(seconds, say);
  const list = await everyGrouping(basis, named, say, timeLimit(seconds));
  onStep();
  const comparison: Comparison = comparePlans(basis, named, { draws, seed, by, onStep, ...(list && { list }) });
  const secondsUsed = (performance.now() - started) / 1000;
  say.answer(comparisonText(basis, comparison, say.language));
  const run = timedRun(opened, secondsUsed, request.time);
  if (request.json !== undefined) {
    const file = comparisonFile(basis, comparison, run);
    await say.write(request.json, `${JSON.stringify(file, null, 1)}\n`);
  }
  if (request.csv !== undefined)
    await say.write(request.csv, tableCsv(fairnessTable(comparison, say.language), say.language, request.csvForm));
  await writeOutFiles(
    request.out,
    {
      plans: comparison.plans.map(({ evaluation }) => evaluation),
      basis,
      run,
      workbook: (of) => comparisonWorkbook(comparison, of),
    },
    say,
  );
  return EXIT.ok;
}

/** A plan beside itself says nothing. */
function refuseTwice(plans: readonly Plan[], say: Say): void {
  const twice = plans.find((plan, i) => plans.findIndex(({ id }) => id === plan.id) < i);
  if (!twice) return;
  throw new CommandError(EXIT.input, say.text(SAID.planTwice, { id: twice.id }));
}

/**
 * The complete list of groupings into as many districts as the first plan that merges any, or half as many as today: a few plans cannot
 * show which measures go together, a complete list can. Everybody stays where they are unless a plan moves somebody. Absent where there is
 * no complete list.
 */
async function everyGrouping(
  basis: Basis,
  plans: readonly Plan[],
  say: Say,
  shouldStop: () => boolean,
): Promise<MeasuredPlans | undefined> {
  const today = basis.baseline.districts.length;
  const merging = plans.map(({ districts }) => districts.length).find((count) => count > 1 && count < today);
  const districts = merging ?? Math.floor(today / 2);
  if (districts < 2) return undefined;
  const { assignment } = basis.baseline;
  const moves = plans.some((plan) => plan.assignment.some((site, pair) => site !== assignment[pair]));
  const policy = moves ? "nearest" : "stay";
  const question = { kind: "consolidate", districts, policy, contiguity: "ferry", rules: [] } as const;
  const outcome = await runConsolidation(basis, question, say, shouldStop);
  return outcome.status === "optimal" && outcome.answer.best === undefined ? outcome.answer : undefined;
}
