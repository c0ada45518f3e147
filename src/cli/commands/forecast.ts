import { backtest } from "../../compare/backtest.ts";
import { capacityRisk } from "../../compare/capacity-risk.ts";
import { pupilRanges } from "../../evaluate/pupil-ranges.ts";
import type { Scenario } from "../../domain/forecast.ts";
import { drawYears } from "../../evaluate/drawn-years.ts";
import { evaluateYears } from "../../evaluate/years.ts";
import { makeForecaster } from "../../forecast/forecast.ts";
import { forecastCsv, forecastFile, type PlanForecast } from "../../report/forecast-file.ts";
import { audienceOf } from "../../report/internal.ts";
import { forecastText } from "../../report/forecast-text.ts";
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
  if (request.json !== undefined) {
    const file = forecastFile(basis, followed, timedRun(opened, secondsUsed, request.time), audienceOf(request.json));
    await say.write(request.json, `${JSON.stringify(file, null, 1)}\n`);
  }
  if (request.csv !== undefined)
    await say.write(
      request.csv,
      forecastCsv(drawn.grades, basis, followed.years, say.language, audienceOf(request.csv)),
    );
  return EXIT.ok;
}
