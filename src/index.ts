/**
 * The library: import a case, ask it, measure plans, write results. Everything here runs in Node, browser and worker. What is needed for one
 * purpose alone stands in `entries`; the package has `skoledistrikt/import`, `/evaluate` and `/solve` of them, and `/node`.
 */
export * from "./entries/nouns.ts";
export * from "./entries/import.ts";
export * from "./entries/map.ts";
export * from "./entries/evaluate.ts";
export * from "./entries/solve.ts";
export * from "./entries/report.ts";
export * from "./entries/edit.ts";
export * from "./entries/meeting.ts";
