/** What a plan comes to: measures, the law, money, the years ahead, and plans beside each other. Imported as `skoledistrikt/evaluate`. */
export * from "./nouns.ts";
export { type ChildYear, type ChildYears, childYears } from "../evaluate/child-years.ts";
export { answerAt, type PointAnswer, type PointPlan, type PointWay } from "../evaluate/at-point.ts";
export { sum } from "../kernels/sum.ts";
export { classCap, classCapsText, classesFor, classSizeRule } from "../rules/class-size.ts";
export { FREE_CHOICE } from "../rules/district-right.ts";
export { type Rule, schoolYearStart } from "../rules/rule.ts";
export { GRADE_SPAN, keepsGradeSpan } from "../rules/grade-span.ts";
export type { CostParameter } from "../cost/parameter.ts";
export { type Reference, REFERENCES } from "../cost/references.ts";
export { isSmallSchool, mayTeachTogether, TEACHING_TOGETHER } from "../rules/teaching-together.ts";
export {
  hasTransportRight,
  limitsText,
  TRANSPORT_RIGHT,
  transportLimit,
  transportNote,
} from "../rules/transport-right.ts";
export { COST_PARAMETERS, type CostModel, type CostParameterKey, type CostValues } from "../cost/parameters/table.ts";
export { costModel, inPricesOf } from "../cost/cost-model.ts";
export { priceIndexText } from "../cost/price-index-text.ts";
export { type BudgetYear, budgetYears, HIGHEST_RATE, MOST_YEARS, presentValue, STATE_RATE } from "../cost/ramp.ts";
export { addRanges, type Range } from "../cost/range.ts";
export { type CostDrivers, leavers, restsOf, type Saving, savingAt, valuesAt } from "../cost/saving.ts";
export { COST_CORRELATIONS, DRAWS, type SavingParameter } from "../cost/uncertainty.ts";
export { SAVING_LINES, type SavingLine } from "../cost/drawn-saving.ts";
export { type KnownCase, knownCases } from "../compare/known-cases.ts";
export { type CheckedPromise, checkPromises, promiseChecker } from "../compare/promises.ts";
export { type Decisions, type Replay, replay, type ReplayStage } from "../compare/replay.ts";
export {
  BUS_TERMS,
  type BusTerms,
  busTerms,
  type SchoolBus,
  schoolBuses,
  type SiteTransport,
} from "../evaluate/school-buses.ts";
export { type BusCall, type BusMorning, type SharedBuses, sharedBuses } from "../evaluate/shared-buses.ts";
export { structureChange } from "../compare/structure-change.ts";
export { closingRule, SCHOOL_CLOSED } from "../rules/closing-procedure.ts";
export { BOARDS_HEARD } from "../rules/boards-heard.ts";
export { COUNCIL_MEETING } from "../rules/council-meeting.ts";
export { procedureFor, type StructureChange } from "../rules/structure-change.ts";
export { countingCategories, gaugeOf, type TargetGauge, teachingMoney } from "../cost/target.ts";
export { type Forecast, type Forecaster, FORECAST_YEARS, forecastFor, makeForecaster } from "../forecast/forecast.ts";
export type { ForecastStart } from "../forecast/start.ts";
export {
  drawValues,
  FORECAST_PARAMETERS,
  type ForecastParameter,
  type ForecastParameters,
  type ForecastValues,
  scenarioValues,
} from "../forecast/parameters.ts";
export {
  bandPupils,
  type CapacityBreach,
  demandsOf,
  evaluateYears,
  followPlan,
  type PlanYear,
  type YearGround,
  type YearTotals,
  yearTotals,
} from "../evaluate/years.ts";
export { type CapacityRisk, capacityRisk } from "../compare/capacity-risk.ts";
export { type Backtest, backtest, type BacktestCase } from "../compare/backtest.ts";
export { type PupilRange, type PupilRanges, pupilRanges } from "../evaluate/pupil-ranges.ts";
export { type DrawnYears, drawYears } from "../evaluate/drawn-years.ts";
export { bandsIn, heirsOf, whatChanged, type WhatChanged } from "../compare/what-changed.ts";
export type { Basis } from "../evaluate/basis.ts";
export { completenessOf, ForeignPlan } from "../evaluate/completeness.ts";
export { COMPLETENESS_ISSUES } from "../evaluate/completeness-issues.ts";
export { REGISTER_ISSUES } from "../evaluate/register-issues.ts";
export type { DistrictTally } from "../evaluate/district-tally.ts";
export { type Apart, apartIn } from "../evaluate/apart.ts";
export { type CutOff, cutOff, type JoinedGround, regionKey } from "../evaluate/cut-off.ts";
export { type PartsApart, partsWatch } from "../evaluate/parts-watch.ts";
export type { SiteTally } from "../evaluate/site-tally.ts";
export { type Meter, openMeter } from "../evaluate/meter.ts";
export { type Evaluation, evaluatePlan, makeBasis, type UnitEffect, unitEffects } from "../evaluate/evaluate.ts";
export { evaluateToday, type SiteChanges, withSites } from "../evaluate/scenario.ts";
export { objectiveValue } from "../evaluate/objective-values.ts";
export {
  canCompare,
  type Better,
  type Measure,
  type MeasureGroup,
  type MeasureUnit,
  perDay,
  isOrderSure,
  ranksPlans,
} from "../evaluate/measures/measure.ts";
export {
  isMeasureKey,
  MAIN_MEASURES,
  type MeasureKey,
  measureNamed,
  measuresIn,
  WHOLE_MEASURES,
  measuresAt,
} from "../evaluate/measures/table.ts";
export type { PlanMoney, PlanTotals } from "../evaluate/plan-totals.ts";
export * from "./groupings.ts";
export { type Criterion, paretoMarks, rankOf, ranks } from "../compare/pareto.ts";
export {
  type ComparedPlan,
  type CompareOptions,
  type Comparison,
  comparePlans,
  type UnfinishedPlan,
} from "../compare/comparison.ts";
export type { ChangeBand } from "../compare/fairness/change-bands.ts";
export { fairnessOf } from "../compare/fairness/fairness.ts";
export type { Fairness, FairnessArea, FairnessRow, FairnessTable } from "../compare/fairness/tables.ts";
export { type MovedAgain, movedAgain } from "../compare/fairness/moved-again.ts";
export { type NearDuplicate, nearDuplicates } from "../compare/near-duplicates.ts";
export { savingModel } from "../compare/saving-model.ts";
export { pupilNumbersOf } from "../evaluate/pupil-numbers.ts";
export { type TurningPoints, turningPoints } from "../compare/turning-points.ts";
export {
  type PairShares,
  type PlanPair,
  savedBeyond,
  pairBetween,
  savesLess,
  savesMost,
  TELLING_SHARE,
  type UncertainSavings,
  uncertainSavings,
} from "../compare/uncertain-savings.ts";
export type { Spread } from "../kernels/uncertainty/spread.ts";
export { repriceGroupings } from "../compare/reprice.ts";
export { type Borne, borneBy } from "../compare/bearers.ts";
export {
  CONCERNS,
  concernName,
  concernOf,
  type ConcernKey,
  leastOpposed,
  orderedBy,
  scores,
  type WeighedList,
  weighedList,
  type Weights,
  weightsByPoints,
} from "../compare/weights.ts";
export { type Flow, flowsBetween, type ToldFlows, toldFlows } from "../compare/flows.ts";
export { UNIT_CHANGES, type UnitChange, unitChanges } from "../compare/unit-changes.ts";
export {
  type Claim,
  claimedRange,
  type FigureUnder,
  figuresUnder,
  type IfClaimed,
  type PlacesIfClaimed,
  placesIfClaimed,
  type PricedPlan,
  pricedListed,
  pricedPlan,
  savedIfClaimed,
  type TurningPoint,
  turningPoint,
} from "../compare/claims.ts";
export { closingOf } from "../compare/closing.ts";
export { ifSavingsFail } from "../compare/if-savings-fail.ts";
export { type CalendarEntry, earliestStart, isoDay, isPast, structureCalendar } from "../rules/calendar.ts";
