import { hasBand } from "../../../domain/grades.ts";
import { candidatesAt } from "../frame.ts";
import type { RuleModel } from "./rule.ts";

/** No site takes more pupils of a band than it has places: sum_i q_i x_ij <= Q_j. */
export const capacity: RuleModel<"capacity"> = {
  addRows: (_, model, frame) => {
    const at = candidatesAt(frame);
    frame.sites.forEach(({ name, capacity: places, teaches }, site) => {
      for (const { band, key } of frame.grades.bands) {
        const limit = places[band];
        if (limit === undefined || !hasBand(teaches, band)) continue;
        const terms = at(site, band).map((candidate) => [candidate, frame.pupils[frame.rowOf[candidate]]] as const);
        model.addRow(`capacity of ${name} ${key}`, -Infinity, limit, terms);
      }
    });
  },
};
