/** All that is handed out: text, tables, workbooks, map files, papers for a council; and how figures are written in them. */
export { touchingSentence } from "../report/touching-text.ts";
export { moneyFormulas } from "../report/money-sums.ts";
export { timetableText } from "../report/timetable-text.ts";
export { busesGeoJson, shownRights } from "../report/buses-text.ts";
export { toldBuses, toldShared } from "../report/told-buses.ts";
export { forecastFile, type PlanForecast } from "../report/forecast-file.ts";
export { replayFile } from "../report/replay-file.ts";
export { countsText, hitSentences, replayNotes, stageText, stageTitle } from "../report/replay-sentences.ts";
export { PROMISE_WORDS, replayText } from "../report/replay-text.ts";
export {
  type Cell,
  cellOf,
  countAt,
  type Counts,
  isFew,
  isToldAsItIs,
  nearestFive,
  roundedCell,
  wholeCell,
  toldIn,
} from "../kernels/disclosure/shown.ts";
export { protectSums, type Sum, totalOf } from "../kernels/disclosure/sums.ts";
export { comparisonFile, planSentences } from "../report/comparison-file.ts";
export { bandName, comparisonText } from "../report/comparison-text.ts";
export { smallestWritten, type SpanSide, spanSide } from "../report/saving-span.ts";
export { whyNotSentence } from "../report/why-not-sentence.ts";
export { apartFrom, measureTitle, savingApart } from "../report/saving-apart.ts";
export { pairSentence, pairSentences, savingSentence, turningSentences } from "../report/saving-sentences.ts";
export { type Figure, hundredths, type Sentence } from "../report/sentence.ts";
export { movedAgainSentences, pupilEffects, type PupilEffects, travelSentences } from "../report/travel-sentences.ts";
export { consolidationFile } from "../report/consolidation-file.ts";
export { caseText, consolidationText, groupingName } from "../report/consolidation-text.ts";
export { evaluationFile, type RunInfo, schoolYearText } from "../report/evaluation-file.ts";
export { evaluationText } from "../report/evaluation-text.ts";
export {
  countsIn,
  countsWhere,
  cellText,
  cellWord,
  countWords,
  fileValues,
  type HowTold,
  howTold,
  shownMeasures,
  stepsIn,
  writeAmount,
  writeChange,
  writeQuantity,
} from "../report/shown-measures.ts";
export { toldMoney, toldSavings, toldTurning } from "../report/told-money.ts";
export { toldWays, weighed } from "../report/told-ways.ts";
export { toldFigures } from "../report/told-figures.ts";
export { audienceOf, type Audience, INTERNAL } from "../report/internal.ts";
export { emptySite, shownOverflow, shownSites, type ShownSite, type ShownSites } from "../report/shown-sites.ts";
export { countBeatingIn, criterion, ranksIn, sorted, telling, unbeatenIn } from "../report/measured-list.ts";
export { proposalHash } from "../council/canonical.ts";
export { checkCouncilFile, readCouncilFile } from "../council/check.ts";
export { checkedWords, paperCheckedWords } from "../council/checked-words.ts";
export { councilFile } from "../council/council-file.ts";
export { councilFigures } from "../council/figures.ts";
export { type CouncilMap, councilPage } from "../council/page.ts";
export { checkPaper, readPaperFile } from "../council/paper-check.ts";
export { paperFile, type PaperPlan } from "../council/paper-file.ts";
export { councilPlanPaper } from "../council/paper.ts";
export { figureTable, schoolLines } from "../council/parts.ts";
export { paperCsv } from "../paper/csv.ts";
export { paperDocx } from "../paper/docx.ts";
export { blocksHtml, paperHtml } from "../paper/html.ts";
export { busSentences, closingSentences, failSentences, lastTimeSentences } from "../report/council-questions.ts";
export { documentOf, escaped, writtenMoment } from "../report/html.ts";
export { paperSheet } from "../report/paper-sheet.ts";
export { calendarIcs, type CalendarSubject } from "../report/calendar-file.ts";
export { calendarText, entryWords, structureSentences, tooLate } from "../report/structure-text.ts";
export { movedText, otherSentences, schoolSentences } from "../report/changed-text.ts";
export {
  gradesText,
  missingBetween,
  type PlanProblem,
  planProblems,
  siteFacts,
  tooFullText,
} from "../report/plan-problems.ts";
export { CSV_FORMS, type CsvForm, delimitedText, tableCsv } from "../report/csv.ts";
export { groupingsTable } from "../report/groupings-table.ts";
export { forecastTable } from "../report/forecast-table.ts";
export type { FormedNumber, NumberForm, Table as FigureTable, TableCell } from "../report/table.ts";
export { headline, statusLines } from "../report/plan-status.ts";
export { layerGeoJson, planGeoJson } from "../report/map/geojson.ts";
export type { Look, MapFeature, MapLayer, MapValue } from "../report/map/layer.ts";
export { planLayers } from "../report/map/plan-layers.ts";
export { unitGeometry } from "../report/map/unit-features.ts";
export { assumptionFacts, assumptionText } from "../report/assumption-text.ts";
export { claimText, isSourced } from "../report/claim-text.ts";
export { CATEGORY_NAMES } from "../report/money-text.ts";
export { hangsOnRoads, levelNote, levelRange, sourcedLevelNote } from "../report/level-range.ts";
export { forecastText } from "../report/forecast-text.ts";
export { fairnessTable } from "../report/fairness-table.ts";
export {
  decimalSign,
  differenceAsWritten,
  filledText,
  fillText,
  formatAmount,
  formatFigure,
  formatMarks,
  formatNumber,
  formatQuantity,
  spanWords,
  formatRange,
  formatWayBeside,
  formatWayMore,
  unitWord,
  type WrittenUnit,
  writtenUnit,
} from "../report/format.ts";
export { formatIssue, messageText } from "../report/issue.ts";
export { plansMap } from "../report/map/map-file.ts";
export { geoPackage, type LoadSql, type MapFile } from "../report/map/geopackage.ts";
export { geoJsonZip } from "../report/map/geojson-folder.ts";
export {
  comparisonWorkbook,
  groupingsWorkbook,
  plansWorkbook,
  type Workbook,
  type WorkbookOf,
} from "../report/workbook.ts";
export { workbookXlsx } from "../report/xlsx.ts";
export {
  asOfMany,
  goalStep,
  INERTIA_STEP,
  inSteps,
  networkStep,
  type Steps,
  toStep,
  unitInSteps,
} from "../report/coarse.ts";
export { ERRORS_TITLE, publishedErrors, pupilsNotice, sumsKeptText } from "../report/published-text.ts";
export { type PublishedCase, publishCase } from "../publish/publish.ts";
