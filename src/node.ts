/** What the library needs from Node: a case folder from disk, the solvers, and the clock that a time limit needs. Import it as `skoledistrikt/node`. */
export { readCaseFolder, writeWhole } from "./cli/files.ts";
export { nodeSolver } from "./cli/solver.ts";
export { nodeSqlite } from "./cli/sqlite.ts";
export { timeLimit } from "./cli/time-limit.ts";
