/** What the library needs from Node: a case folder from disk, and the solvers. Import it as `skoledistrikt/node`. */
export { readCaseFolder, writeWhole } from "./cli/files.ts";
export { nodeSolver } from "./cli/solver.ts";
