import { hasBand } from "../../../domain/grades.ts";
import { sumOf } from "../../model.ts";
import { candidatesAt } from "../frame.ts";
import type { ObjectiveModel } from "./objective.ts";

/** Pupils beyond capacity: o_j >= sum_i q_i x_ij - Q_j. */
export const overflow: ObjectiveModel = {
  steps: [1],
  addColumns: (model, frame, weight) => {
    const at = candidatesAt(frame);
    frame.sites.forEach(({ name, capacity, teaches }, site) => {
      for (const { band, key } of frame.grades.bands) {
        const places = capacity[band];
        if (places === undefined || !hasBand(teaches, band)) continue;
        const terms = at(site, band).map((candidate) => [candidate, frame.pupils[frame.rowOf[candidate]]] as const);
        const most = terms.reduce((sum, [, pupils]) => sum + pupils, 0);
        if (most <= places) continue;
        const beyond = model.addColumn({ cost: weight, lower: 0, upper: most - places, integer: "any" });
        model.addRow(`overflow of ${name} ${key}`, -Infinity, places, [...terms, [beyond, -1]]);
        model.follow((values) => (values[beyond] = Math.max(0, sumOf(terms, values) - places)));
      }
    });
  },
};
