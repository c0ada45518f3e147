import type { MeasureKey } from "../evaluate/measures/table.ts";

/** The measures that an answer, and what a rule changes, are summed up by. */
export const SUMMED_UP_BY: readonly MeasureKey[] = [
  "changed-site",
  "distance-mean",
  "distance-worst",
  "pupil-kilometres",
  "transport-right",
  "classes",
  "overflow",
  "sites",
  "saving",
];
