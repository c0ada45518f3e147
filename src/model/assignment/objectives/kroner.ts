import { BAND_OF_GRADE, GRADE_COUNT, GRADES, hasBand } from "../../../domain/grades.ts";
import type { Term } from "../../model.ts";
import { candidatesAt } from "../frame.ts";
import type { ObjectiveModel } from "./objective.ts";

/** Prices of what an assignment costs, kroner a year. */
export interface AssignmentPrices {
  readonly class: number;
  readonly travelCard: number;
}

/** Classes by § 17 as whole numbers, n_jg >= sum_i q_ig x_ij / cap_g, and a travel card for every right under § 26. */
export const kroner = (prices: AssignmentPrices): ObjectiveModel => ({
  steps: [prices.class, prices.travelCard],
  candidateCost: ({ rights }) => rights.map((pupils) => pupils * prices.travelCard),
  addColumns: (model, frame, weight) => {
    const at = candidatesAt(frame);
    frame.sites.forEach(({ name, teaches }, site) => {
      for (const grade of GRADES) {
        const band = BAND_OF_GRADE[grade];
        if (!hasBand(teaches, band)) continue;
        const terms = at(site, band).flatMap((candidate): Term[] => {
          const pupils = frame.byGrade[frame.rowOf[candidate] * GRADE_COUNT + grade];
          return pupils > 0 ? [[candidate, pupils]] : [];
        });
        const most = terms.reduce((sum, [, pupils]) => sum + pupils, 0);
        const cap = frame.classCap[grade];
        const upper = Math.ceil(most / cap);
        const classes = model.addColumn({ cost: weight * prices.class, lower: 0, upper, integer: "whole" });
        model.addRow(`classes of ${name} grade ${grade}`, -Infinity, 0, [...terms, [classes, -cap]]);
      }
    });
  },
});
