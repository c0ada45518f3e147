/** From a case's files to a municipality with its ways, every problem named. Imported as `skoledistrikt/import`. */
export * from "./nouns.ts";
export { importAddresses } from "../import/addresses.ts";
export { isCaseFile, isOfCase } from "../import/case-files.ts";
export { ADDRESSES_FILE } from "../import/under-figures.ts";
export { importCase, type ImportedCase, type ImportOptions } from "../import/import-case.ts";
export { ISSUE_TEXTS } from "../import/issue-texts.ts";
export { isWrittenByNewer } from "../protocol/versions.ts";
export { readQuestionText } from "../import/question.ts";
export { readNumber } from "../import/numbers.ts";
export { type OpenCase, openCase, openImported, type OpenOptions } from "../open-case.ts";
export type { Paces } from "../travel/pace.ts";
export { TRAVEL_ISSUES } from "../travel/issue-texts.ts";
export { type Route, routeFromPlace, routeOf } from "../travel/route.ts";
export { unitWaysTo } from "../travel/new-sites.ts";
export { computeTravel, type Travel } from "../travel/travel.ts";
export { resolvePlans } from "../travel/plans.ts";
export { type Stretch, stretchOf } from "../travel/hazard.ts";
