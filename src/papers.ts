// What the barrel has of all that is handed out: papers for a council, minutes, calendars, tables and map files, how figures are written in them; and of what a council asks.
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
} from "./compare/claims.ts";
export { closingOf } from "./compare/closing.ts";
export { ifSavingsFail } from "./compare/if-savings-fail.ts";
export { proposalHash } from "./council/canonical.ts";
export { checkCouncilFile, readCouncilFile } from "./council/check.ts";
export { checkedWords, paperCheckedWords } from "./council/checked-words.ts";
export { councilFile } from "./council/council-file.ts";
export { councilFigures } from "./council/figures.ts";
export { type CouncilMap, councilPage } from "./council/page.ts";
export { checkPaper, readPaperFile } from "./council/paper-check.ts";
export { paperFile, type PaperPlan } from "./council/paper-file.ts";
export { councilPlanPaper } from "./council/paper.ts";
export { figureTable, schoolLines } from "./council/parts.ts";
export { paperCsv } from "./paper/csv.ts";
export { paperDocx } from "./paper/docx.ts";
export { blocksHtml, paperHtml } from "./paper/html.ts";
export { busSentences, closingSentences, failSentences, lastTimeSentences } from "./report/council-questions.ts";
export { documentOf, escaped, writtenMoment } from "./report/html.ts";
export { paperSheet } from "./report/paper-sheet.ts";
export { calendarIcs, type CalendarSubject } from "./report/calendar-file.ts";
export { calendarText, entryWords, structureSentences, tooLate } from "./report/structure-text.ts";
export { type CalendarEntry, earliestStart, isoDay, isPast, structureCalendar } from "./rules/calendar.ts";
export { movedText, otherSentences, schoolSentences } from "./report/changed-text.ts";
export {
  gradesText,
  missingBetween,
  type PlanProblem,
  planProblems,
  siteFacts,
  tooFullText,
} from "./report/plan-problems.ts";
export { type Drawn, drawnBy, hindersAct, hindersDrawing, type Hindrance, type Sitting } from "./meeting/may.ts";
export { HINDRANCES } from "./meeting/may-text.ts";
export { clockGoingOn, clockSet, clockStopped, NO_CLOCK } from "./meeting/clock.ts";
export type { Drawing as MinutesDrawing } from "./meeting/drawn-lines.ts";
export type { MinutesLine } from "./meeting/minutes-names.ts";
export { minutesOf } from "./meeting/minutes.ts";
export { type HandedOver, handedOver } from "./meeting/handed-over.ts";
export { delimitedText, groupingsCsv } from "./report/csv.ts";
export { headline, statusLines } from "./report/plan-status.ts";
export { planGeoJson, unitGeometry } from "./report/geojson.ts";
export { assumptionFacts, assumptionText } from "./report/assumption-text.ts";
export { claimText, isSourced } from "./report/claim-text.ts";
export { CATEGORY_NAMES } from "./report/money-text.ts";
export { hangsOnRoads, levelNote, levelRange, sourcedLevelNote } from "./report/level-range.ts";
export { forecastText } from "./report/forecast-text.ts";
export { fairnessCsv } from "./report/comparison-csv.ts";
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
} from "./report/format.ts";
export { formatIssue, messageText } from "./report/issue.ts";
export { schoolsOpenIn, withoutSchool } from "./solve/assignment/without-school.ts";
