import { type DatedDemand, HALF } from "../../../domain/forecast.ts";
import { hasBand } from "../../../domain/grades.ts";
import { type AssignmentFrame, bandOfRow, candidatesAt } from "../frame.ts";
import type { RuleModel } from "./rule.ts";

/**
 * No site takes more expected pupils of a band than it has places, in any of the years: sum_i q_iy x_ij <= Q_j + 1/2 for every
 * year y, where a half counts as rounded down. A year in which no unit has more pupils than in another needs no row.
 */
export const capacityInYears: RuleModel<"capacity-in-years"> = {
  addRows: ({ demands }, model, frame) => {
    const at = candidatesAt(frame);
    for (const { band, key } of frame.grades.bands) {
      const rows = Array.from({ length: frame.rows }, (_, row) => row).filter((row) => bandOfRow(frame, row) === band);
      for (const { schoolYear, scenario, pupils } of largest(demands, frame, rows))
        frame.sites.forEach(({ name, capacity, teaches }, site) => {
          const places = capacity[band];
          if (places === undefined || !hasBand(teaches, band)) return;
          const terms = at(site, band)
            .map((candidate) => [candidate, pupils[frame.pair[frame.rowOf[candidate]]]] as const)
            .filter(([, expected]) => expected > 0);
          const rule = `capacity of ${name} ${key} in ${schoolYear} (${scenario})`;
          model.addRow(rule, -Infinity, places + HALF, terms);
        });
    }
  },
};

/** The demands of which no other has as many pupils in every row; of equal ones the first. */
function largest(
  demands: readonly DatedDemand[],
  { pair }: AssignmentFrame,
  rows: readonly number[],
): readonly DatedDemand[] {
  const covers = (a: DatedDemand, b: DatedDemand): boolean =>
    rows.every((row) => a.pupils[pair[row]] >= b.pupils[pair[row]]);
  return demands.filter(
    (demand, i) => !demands.some((other, j) => j !== i && covers(other, demand) && (j < i || !covers(demand, other))),
  );
}
