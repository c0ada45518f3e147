import type { AssumedHousing, ClaimedFigure } from "../../src/domain/assumption.ts";

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

/** A figure that somebody claims in place of the case's. */
export const FARE: ClaimedFigure = { kind: "claim", name: "Tilbud fra busselskabet", item: "travelCard", value: 900 };
