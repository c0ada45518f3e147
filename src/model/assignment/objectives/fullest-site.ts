import { hasBand } from "../../../domain/grades.ts";
import { sumOf } from "../../model.ts";
import { candidatesAt } from "../frame.ts";
import type { ObjectiveModel } from "./objective.ts";

/** Pupils per place at the fullest site: sum_i q_i x_ij <= Q_j t. */
export const fullestSite: ObjectiveModel = {
  addColumns: (model, frame, weight) => {
    const at = candidatesAt(frame);
    const total = frame.pupils.reduce((sum, pupils) => sum + pupils, 0);
    const fullest = model.addColumn({ cost: weight, lower: 0, upper: total, integer: "any" });
    model.follow((values) => (values[fullest] = 0));
    frame.sites.forEach(({ name, capacity, teaches }, site) => {
      for (const { band, key } of frame.grades.bands) {
        const places = capacity[band];
        if (places === undefined || places === 0 || !hasBand(teaches, band)) continue;
        const terms = at(site, band).map((candidate) => [candidate, frame.pupils[frame.rowOf[candidate]]] as const);
        model.addRow(`use of ${name} ${key}`, -Infinity, 0, [...terms, [fullest, -places]]);
        model.follow((values) => (values[fullest] = Math.max(values[fullest], sumOf(terms, values) / places)));
      }
    });
  },
};
