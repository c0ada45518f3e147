import { backtest } from "../../compare/backtest.ts";
import { capacityRisk } from "../../compare/capacity-risk.ts";
import { pupilRanges } from "../../evaluate/pupil-ranges.ts";
import type { Scenario } from "../../domain/forecast.ts";
import { drawYears } from "../../evaluate/drawn-years.ts";
import { evaluateYears } from "../../evaluate/years.ts";
import { makeForecaster } from "../../forecast/forecast.ts";
import { type CsvForm, tableCsv } from "../../report/csv.ts";
import { forecastFile, type PlanForecast } from "../../report/forecast-file.ts";
import { forecastTable } from "../../report/forecast-table.ts";
import { audienceOf } from "../../report/internal.ts";
import { forecastText } from "../../report/forecast-text.ts";
import { plansWorkbook, type WorkbookOf } from "../../report/workbook.ts";
import { evaluatePlan } from "../../evaluate/evaluate.ts";
import { writeOutFiles } from "../out-files.ts";
import { type CaseRequest, loadCase, saysStatus } from "../case.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { timedRun, type TimeTold } from "../run-info.ts";
import type { Say } from "../say.ts";
import { stopAt } from "../time-limit.ts";

export interface ForecastRequest extends CaseRequest {
  readonly years: number;
  readonly scenario: Scenario;
  /** Draws of what the forecast is unsure of; absent: enough for ranges, and no word of capacities. */
  readonly draws?: number;
  readonly seed: number;
  readonly seconds?: number;
  readonly json?: string;
  readonly time: TimeTold;
  readonly csv?: string;
  readonly csvForm: CsvForm;
  readonly out: readonly string[];
}

/** `forecast CASE [--plan PLAN]`: a plan in every year of the forecast; today's plan unless one is named. */
export async function forecast(request: ForecastRequest, say: Say): Promise<ExitCode> {
  const opened = await loadCase({ ...request, proposals: "measured" }, say);
  const { basis, plan } = opened;
  const started = performance.now();
  const { years, scenario, draws, seed } = request;
  const onStep = stopAt(request.seconds, say);
  const forecaster = makeForecaster(basis, years);
  const drawn = drawYears(basis, plan, { years, ...(draws !== undefined && { draws }), seed, onStep });
  const tried = backtest(basis);
  const followed: PlanForecast = {
    plan,
    scenario,
    assumptions: forecaster.assumptions,
    parameters: forecaster.parameters,
    years: evaluateYears(basis, plan, forecaster.inScenario(scenario)),
    ranges: pupilRanges(drawn),
    ...(draws !== undefined && { risk: capacityRisk(basis.municipality.sites, drawn) }),
    ...(tried && { backtest: tried }),
  };
  const secondsUsed = (performance.now() - started) / 1000;
  saysStatus(basis, plan, say);
  say.answer(forecastText(basis, followed, say.language));
  const run = timedRun(opened, secondsUsed, request.time);
  if (request.json !== undefined) {
    const file = forecastFile(basis, followed, run, audienceOf(request.json));
    await say.write(request.json, `${JSON.stringify(file, null, 1)}\n`);
  }
  if (request.csv !== undefined) {
    const table = forecastTable(basis, followed.years, say.language, audienceOf(request.csv));
    await say.write(request.csv, tableCsv(table, say.language, request.csvForm));
  }
  const evaluation = evaluatePlan(basis, plan);
  const workbook = (of: WorkbookOf) =>
    plansWorkbook([evaluation], of, [forecastTable(basis, followed.years, of.language, of.audience)]);
  await writeOutFiles(request.out, { plans: [evaluation], basis, run, workbook }, say);
  return EXIT.ok;
}
