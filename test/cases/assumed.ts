import type { AssumedHousing } from "../../src/domain/assumption.ts";

/** Dwellings that a proposal takes for granted, in the fourth unit of any case. */
export const HOUSES: AssumedHousing = {
  kind: "housing",
  name: "Havnen",
  unit: 3,
  dwellings: 40,
  firstYear: 2027,
  lastYear: 2029,
  type: "house",
};
