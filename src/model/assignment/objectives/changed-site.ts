import type { ObjectiveModel } from "./objective.ts";

/** Pupils who go elsewhere than today. */
export const changedSite: ObjectiveModel = {
  steps: [1],
  candidateCost: ({ site, rowOf, today, pupils }) =>
    Float64Array.from(site, (to, candidate) => (to === today[rowOf[candidate]] ? 0 : pupils[rowOf[candidate]])),
};
