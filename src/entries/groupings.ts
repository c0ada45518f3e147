/** The list of groupings as an answer: made by `solve`, compared and measured by `evaluate`. */
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
} from "../compare/groupings.ts";
