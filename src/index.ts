/** The library: import a case, ask it, measure plans, write results. Everything here runs in Node, browser and worker. */
export { type Checked, type Issue, type IssuePlace, type IssueText, placesOf } from "./domain/issue.ts";
export { inList, listText } from "./domain/in-list.ts";
export * from "./domain/language.ts";
export { lackingIn, learn } from "./domain/learn.ts";
export { writtenDate } from "./domain/written-date.ts";
export * from "./domain/grades.ts";
export type * from "./domain/cost-items.ts";
export type * from "./domain/address.ts";
export * from "./domain/municipality.ts";
export { type Conflict, type Failed, type Outcome, type StopReason, unreachable } from "./domain/outcome.ts";
export { assignedSite, districtOfSite, NO_SITE, type Plan, sitePupils, teachesBand } from "./domain/plan.ts";
export type * from "./domain/quantities.ts";
export { CONTIGUITY_KEYS, CONTIGUITY_RULES, type ContiguityRule } from "./domain/contiguity.ts";
export { touchingSentence } from "./report/touching-text.ts";
export * from "./domain/question.ts";
export type { CaseFile } from "./protocol/case-file.ts";
export { type PlanFile, planFileSchema } from "./protocol/plan-file.ts";
export { type EditFile, editFileSchema, type ProposalFile, proposalFileSchema } from "./protocol/proposal-file.ts";
export { type QuestionFile, questionFileSchema } from "./protocol/question-file.ts";

export { cellBoundary } from "./geo/cells.ts";
export { NO_GROUP } from "./geo/outlines/border-arcs.ts";
export { areaOfUnits } from "./geo/outlines/area-of-units.ts";
export { type BoxSpace, boxSpaces } from "./geo/outlines/box-spaces.ts";
export { groupMiddles } from "./geo/outlines/middles.ts";
export { type Outlines, outlinesOf } from "./geo/outlines/outlines.ts";
export { partitionOf } from "./geo/outlines/partition.ts";
export { touchingGroups } from "./geo/outlines/touching.ts";
export { unitAreas } from "./geo/outlines/unit-areas.ts";
export { nearestOf } from "./geo/nearest.ts";
export { unitFinder } from "./geo/unit-at.ts";
export { toDegrees } from "./geo/projection.ts";
export { roadBlocks } from "./geo/road-blocks.ts";
export { tableFeatures } from "./geo/table-features.ts";
export { importAddresses } from "./import/addresses.ts";
export { isCaseFile, isOfCase } from "./import/case-files.ts";
export { ADDRESSES_FILE } from "./import/under-figures.ts";
export { importCase, type ImportedCase, type ImportOptions } from "./import/import-case.ts";
export { ISSUE_TEXTS } from "./import/issue-texts.ts";
export { isWrittenByNewer } from "./protocol/versions.ts";
export { readQuestionText } from "./import/question.ts";
export { readNumber } from "./import/numbers.ts";
export { type OpenCase, openCase, openImported, type OpenOptions } from "./open-case.ts";

export { ASSIGNMENT_ISSUES } from "./solve/assignment/issue-texts.ts";
export { type ChildYear, type ChildYears, childYears } from "./evaluate/child-years.ts";
export { answerAt, type PointAnswer, type PointPlan, type PointWay } from "./evaluate/at-point.ts";
export type { Paces } from "./travel/pace.ts";
export { findPlaces, type Found, type PlacesFound } from "./search/find.ts";
export { indexPlaces, type NamedPlace, type PlaceIndex } from "./search/index-of-places.ts";
export { TRAVEL_ISSUES } from "./travel/issue-texts.ts";
export { type Route, routeFromPlace, routeOf } from "./travel/route.ts";
export { unitWaysTo } from "./travel/new-sites.ts";
export { computeTravel, type Travel } from "./travel/travel.ts";
export { resolvePlans } from "./travel/plans.ts";
export { type DistrictingLimits, solveDistricting } from "./kernels/districting/solve.ts";
export type { DistrictingProblem, RootedPlan } from "./kernels/districting/problem.ts";
export { redrawRules } from "./solve/districting/conflict.ts";
export { redraw, type Redrawing, type RedrawOptions } from "./solve/districting/redraw.ts";
export { sum } from "./kernels/sum.ts";
export { solveTransportation, type TransportationPlan, type TransportationProblem } from "./kernels/transportation.ts";

export { classCap, classesFor, classSizeRule } from "./rules/class-size.ts";
export { FREE_CHOICE } from "./rules/district-right.ts";
export { type Rule, schoolYearStart } from "./rules/rule.ts";
export { GRADE_SPAN, keepsGradeSpan } from "./rules/grade-span.ts";
export type { CostParameter } from "./cost/parameter.ts";
export { type Reference, REFERENCES } from "./cost/references.ts";
export { COST_CATEGORIES, COST_ITEMS, costFault, finestCost, SAVING_CATEGORIES } from "./domain/cost-items.ts";
export { mayTeachTogether, TEACHING_TOGETHER } from "./rules/teaching-together.ts";
export { hasTransportRight, TRANSPORT_RIGHT, transportLimit } from "./rules/transport-right.ts";
export { limitsText, transportNote } from "./rules/transport-right.ts";
export { COST_PARAMETERS, type CostModel, type CostParameterKey, type CostValues } from "./cost/parameters/table.ts";
export { costModel, inPricesOf } from "./cost/cost-model.ts";
export { priceIndexText } from "./cost/price-index-text.ts";
export { type BudgetYear, budgetYears, HIGHEST_RATE, MOST_YEARS, presentValue, STATE_RATE } from "./cost/ramp.ts";
export { addRanges, type Range } from "./cost/range.ts";
export { type CostDrivers, leavers, restsOf, type Saving, savingAt, valuesAt } from "./cost/saving.ts";
export { COST_CORRELATIONS, DRAWS, type SavingParameter } from "./cost/uncertainty.ts";
export { SAVING_LINES, type SavingLine } from "./cost/drawn-saving.ts";
export { type KnownCase, knownCases } from "./compare/known-cases.ts";
export { type CheckedPromise, checkPromises, promiseChecker } from "./compare/promises.ts";
export { type Decisions, type Replay, replay, type ReplayStage } from "./compare/replay.ts";
export { BUS_TERMS, type BusTerms, type SchoolBus, schoolBuses, type SiteTransport } from "./evaluate/school-buses.ts";
export { moneyFormulas } from "./report/money-sums.ts";
export { timetableText } from "./report/timetable-text.ts";
export { busesGeoJson, shownRights } from "./report/buses-text.ts";
export { toldBuses } from "./report/told-buses.ts";
export { structureChange } from "./compare/structure-change.ts";
export { closingRule, SCHOOL_CLOSED } from "./rules/closing-procedure.ts";
export { BOARDS_HEARD } from "./rules/boards-heard.ts";
export { COUNCIL_MEETING } from "./rules/council-meeting.ts";
export { procedureFor, type StructureChange } from "./rules/structure-change.ts";
export { countingCategories, gaugeOf, type TargetGauge, teachingMoney } from "./cost/target.ts";

export * from "./domain/forecast.ts";
export { type Forecast, type Forecaster, FORECAST_YEARS, forecastFor, makeForecaster } from "./forecast/forecast.ts";
export type { ForecastStart } from "./forecast/start.ts";
export {
  drawValues,
  FORECAST_PARAMETERS,
  type ForecastParameter,
  type ForecastParameters,
  type ForecastValues,
  newDwellingShare,
  scenarioValues,
} from "./forecast/parameters.ts";
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
} from "./evaluate/years.ts";
export { type CapacityRisk, capacityRisk } from "./compare/capacity-risk.ts";
export { type Backtest, backtest, type BacktestCase } from "./compare/backtest.ts";
export { type PupilRange, type PupilRanges, pupilRanges } from "./evaluate/pupil-ranges.ts";
export { type DrawnYears, drawYears } from "./evaluate/drawn-years.ts";
export { bandsIn, heirsOf, whatChanged, type WhatChanged } from "./compare/what-changed.ts";
export { forecastCsv, forecastFile, type PlanForecast } from "./report/forecast-file.ts";
export { replayFile } from "./report/replay-file.ts";
export { countsText, hitSentences, replayNotes, stageText, stageTitle } from "./report/replay-sentences.ts";
export { PROMISE_WORDS, replayText } from "./report/replay-text.ts";

export type { Basis } from "./evaluate/basis.ts";
export { completenessOf, ForeignPlan } from "./evaluate/completeness.ts";
export type { Completeness, Gap, Unfinished } from "./domain/completeness.ts";
export { COMPLETENESS_ISSUES } from "./evaluate/completeness-issues.ts";
export { REGISTER_ISSUES } from "./evaluate/register-issues.ts";
export type { DistrictTally } from "./evaluate/district-tally.ts";
export { type Apart, apartIn } from "./evaluate/apart.ts";
export { type CutOff, cutOff, type JoinedGround, regionKey } from "./evaluate/cut-off.ts";
export { type PartsApart, partsWatch } from "./evaluate/parts-watch.ts";
export type { SiteTally } from "./evaluate/site-tally.ts";
export { type Meter, openMeter } from "./evaluate/meter.ts";
export { type Evaluation, evaluatePlan, makeBasis, type UnitEffect, unitEffects } from "./evaluate/evaluate.ts";
export { type Stretch, stretchOf } from "./travel/hazard.ts";
export { evaluateToday, type SiteChanges, withSites } from "./evaluate/scenario.ts";
export { objectiveValue } from "./evaluate/objective-values.ts";
export {
  canCompare,
  type Better,
  type Measure,
  type MeasureGroup,
  type MeasureUnit,
  perDay,
  isOrderSure,
  ranksPlans,
} from "./evaluate/measures/measure.ts";
export {
  isMeasureKey,
  MAIN_MEASURES,
  type MeasureKey,
  measureNamed,
  measuresIn,
  WHOLE_MEASURES,
  measuresAt,
} from "./evaluate/measures/table.ts";
export type { PlanMoney, PlanTotals } from "./evaluate/plan-totals.ts";

export {
  columnsOf,
  type Consolidation,
  countContiguous,
  findGrouping,
  type MergedDistrict,
  planOf,
  totalsOf,
  type DoubtfulPair,
  type Touching,
} from "./compare/groupings.ts";
export { type Criterion, paretoMarks, rankOf, ranks } from "./compare/pareto.ts";
export {
  type ComparedPlan,
  type CompareOptions,
  type Comparison,
  comparePlans,
  type UnfinishedPlan,
} from "./compare/comparison.ts";
export type { ChangeBand } from "./compare/fairness/change-bands.ts";
export {
  type Cell,
  cellOf,
  type Counts,
  isFew,
  isToldAsItIs,
  nearestFive,
  roundedCell,
  wholeCell,
  toldIn,
} from "./kernels/disclosure/shown.ts";
export { protectSums, type Sum, totalOf } from "./kernels/disclosure/sums.ts";
export { fairnessOf } from "./compare/fairness/fairness.ts";
export type { Fairness, FairnessArea, FairnessRow, FairnessTable } from "./compare/fairness/tables.ts";
export { type MovedAgain, movedAgain } from "./compare/fairness/moved-again.ts";
export { type NearDuplicate, nearDuplicates } from "./compare/near-duplicates.ts";
export { savingModel } from "./compare/saving-model.ts";
export { pupilNumbersOf } from "./evaluate/pupil-numbers.ts";
export { type TurningPoints, turningPoints } from "./compare/turning-points.ts";
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
} from "./compare/uncertain-savings.ts";
export type { Spread } from "./kernels/uncertainty/spread.ts";
export { repriceGroupings } from "./compare/reprice.ts";

export { applyChanges, type Computed, type Edit, fold } from "./edit/log.ts";
export { changesTo } from "./edit/towards.ts";
export * from "./domain/assumption.ts";
export { isSameByIds, isSameDrawn, isSamePlan } from "./edit/same.ts";
export { Sheet } from "./edit/sheet.ts";
export { type Change, invert, type Lockable } from "./edit/change.ts";
export { checkChanges } from "./edit/check.ts";
export { writeEdit } from "./edit/edit-file.ts";
export { draftSum } from "./edit/draft-sum.ts";
export { groundOfPacks, type ReadEdit } from "./edit/log-pack.ts";
export { LogUnpacker } from "./edit/log-unpacker.ts";
export { partedBytes } from "./kernels/number-bytes.ts";
export { completed } from "./edit/completed.ts";
export { received } from "./edit/received.ts";
export { restated, takenBack } from "./edit/restated.ts";
export {
  changesOfStep,
  dropped,
  type Followed,
  followed,
  hears,
  type Numbered,
  ownSteps,
  type OwnSteps,
  taken,
  waitsFor,
} from "./edit/shared-log.ts";
export {
  afterEntry,
  type Comment,
  EMPTY_MEETING,
  type Frozen,
  type Meeting,
  openVotes,
  readyVote,
  roleOf,
  type RoomProposal,
  type Table,
  type Version,
  type Vote,
} from "./meeting/meeting.ts";
export { maySeeCursors, maySendCursor, showsCursors } from "./meeting/cursors.ts";
export { type Clock, clockText, secondsLeft } from "./meeting/clock.ts";
export { countNews, type News, newsOf, type ReadUpTo } from "./meeting/news.ts";
export { roundWords } from "./meeting/rounds.ts";
export { hiddenComment, takesWordsAway, withoutText } from "./meeting/erase.ts";
export { looksPrivate } from "./meeting/looks-private.ts";
export { titleAt, titlesOf } from "./meeting/titles.ts";
export { COUNCIL_NAMES, STAGE_NAMES } from "./meeting/names.ts";
export { type SaidOf, saidOf } from "./meeting/said-of.ts";
export * from "./papers.ts";
export { conflictKey, type JoinChoices, type JoinConflict, type Whose } from "./edit/join-conflict.ts";
export { joined, type Joined } from "./edit/joined.ts";
export { compose } from "./edit/compose.ts";
export { freeName } from "./edit/free-name.ts";
export {
  type Draft,
  type Locks,
  type NewSite,
  NO_LOCKS,
  type ProposalText,
  proposalText,
  siteName,
  siteState,
  type SiteState,
  startDraft,
} from "./edit/draft.ts";
export { unlocking, type Unlocking } from "./edit/unlocking.ts";
export { EDIT_ISSUES, type EditIssueCode, type Refusal } from "./edit/issue-texts.ts";
export { lockedPairs, placesAroundLocks } from "./edit/around-locks.ts";
export { type Hold, holdsIn, siteHolds } from "./edit/locked.ts";
export { assume, changeAssumption } from "./edit/assumption-tools.ts";
export {
  type Assigning,
  assignPairs,
  changeNewSite,
  closeSite,
  joinDistricts,
  moveSite,
  newDistrict,
  openSite,
  type PlacedSite,
  placeSite,
  renameDistrict,
  setCapacity,
  setLock,
  setReason,
  setTeaching,
  setTitle,
  takeAwaySite,
} from "./edit/tools.ts";
export {
  type Proposal,
  type ProposalContext,
  readProposal,
  writePlanFile,
  writeProposal,
} from "./edit/proposal-file.ts";
export { joinedPlan, type JoinedPlan, type Joins, namedAsIn } from "./edit/joins.ts";
export { packedWords, packProposal, unpackProposal } from "./edit/proposal-pack.ts";
export { PROPOSAL_ISSUES } from "./edit/proposal-issues.ts";
export {
  type CodedProposal,
  codedChanges,
  listedStart,
  LONGEST_CODE,
  type Move,
  readShortCode,
  shortCode,
  tickedCode,
} from "./edit/short-code.ts";

export {
  ask,
  askFront,
  askPrices,
  askRepair,
  type Asked,
  type AskOptions,
  named as namedQuestion,
  NETWORK_COSTS,
} from "./ask.ts";
export { groupingRuleText, ruleInWords } from "./protocol/question-rules.ts";
export { assignUnits } from "./solve/units/assign-units.ts";
export type { AssignedUnits, UnitAssignment } from "./solve/units/problem.ts";
export { type Borne, borneBy } from "./compare/bearers.ts";
export { lamp, type LampAnswer, type LampOptions, type WishCollision } from "./solve/assignment/lamp.ts";
export { type ParetoFront, type ParetoPoint, reassignFront } from "./solve/assignment/pareto.ts";
export { type Prices, priceRules, type RulePrice } from "./solve/assignment/price.ts";
export { defaultReassign, reassign, type Reassignment } from "./solve/assignment/reassign.ts";
export { priceOfWish, type WishedPlan, type WishPrice } from "./solve/assignment/wish-price.ts";
export type { Wish } from "./solve/assignment/wishes.ts";
export { quickRepair, repair, type Repaired, type RepairRequest } from "./solve/assignment/repair.ts";
export { finish, type Finished, type FinishStep } from "./solve/mend/finish.ts";
export { mend, mendAtOnce, type Mended } from "./solve/mend/mend.ts";
export type { Stroke } from "./solve/mend/band-ground.ts";
export { findNetworks, type Network } from "./solve/network/network.ts";
export { type FlowAnswer, type FlowProblem, solveFlow } from "./kernels/network-simplex.ts";
export { type BusPlan, type BusProblem, type BusRoute, routeBuses } from "./kernels/bus-routes.ts";
export { consolidate } from "./solve/consolidate/consolidate.ts";
export {
  CONCERNS,
  type ConcernKey,
  leastOpposed,
  orderedBy,
  scores,
  type WeighedList,
  weighedList,
  type Weights,
  weightsByPoints,
} from "./compare/weights.ts";
export { type Flow, flowsBetween, type ToldFlows, toldFlows } from "./compare/flows.ts";
export { UNIT_CHANGES, type UnitChange, unitChanges } from "./compare/unit-changes.ts";
export { type FirstFor, firstForAll } from "./solve/weights/first-for.ts";
export { districtsJoined, type JoinedDistricts } from "./solve/consolidate/joined.ts";
export { samePiece } from "./solve/consolidate/rules.ts";
export type { ConsolidateOptions } from "./solve/consolidate/options.ts";
export { certifiedSolver } from "./solve/certified-solver.ts";
export { highsSolver } from "./solve/highs.ts";
export { jsLpSolver } from "./solve/js-lp.ts";
export type { Solver, SolverAnswer, SolverOptions } from "./solve/solver.ts";

export { comparisonFile, planSentences } from "./report/comparison-file.ts";
export { bandName, comparisonText } from "./report/comparison-text.ts";
export { type SpanSide, spanSide } from "./report/saving-span.ts";
export { whyNotSentence } from "./report/why-not-sentence.ts";
export { apartFrom, measureTitle, savingApart } from "./report/saving-apart.ts";
export { pairSentence, pairSentences, savingSentence, turningSentences } from "./report/saving-sentences.ts";
export { type Figure, hundredths, type Sentence } from "./report/sentence.ts";
export { movedAgainSentences, pupilEffects, type PupilEffects, travelSentences } from "./report/travel-sentences.ts";
export { consolidationFile } from "./report/consolidation-file.ts";
export { caseText, consolidationText, groupingName } from "./report/consolidation-text.ts";
export { evaluationFile, type RunInfo, schoolYearText } from "./report/evaluation-file.ts";
export { evaluationText } from "./report/evaluation-text.ts";
export {
  countsWhere,
  cellText,
  cellWord,
  countWords,
  fileValues,
  shownMeasures,
  writeAmount,
  writeChange,
  writeQuantity,
} from "./report/shown-measures.ts";
export { toldFigures } from "./report/told-figures.ts";
export { audienceOf, type Audience, INTERNAL } from "./report/internal.ts";
export { emptySite, shownOverflow, shownSites, type ShownSite, type ShownSites } from "./report/shown-sites.ts";
export { countBeatingIn, criterion, ranksIn, sorted, telling, unbeatenIn } from "./report/measured-list.ts";
