import { sumOf, type Term } from "../../model.ts";
import type { RuleModel } from "./rule.ts";

/** A share up to here is rounding. */
const NOTHING = 1e-6;

/**
 * At most s pairs are split between sites. Shares x are then any number; a choice w >= x says that a site takes some of the
 * pair, a choice z that the pair is split: sum_j w_ij <= 1 + (sites - 1) z_i, sum_i z_i <= s.
 */
export const mostSplit: RuleModel<"most-split"> = {
  pairs: "split",
  addRows: ({ pairs }, model, frame) => {
    const split: Term[] = [];
    for (let row = 0; row < frame.rows; row++) {
      const count = frame.first[row + 1] - frame.first[row];
      if (count < 2) continue;
      const z = model.addChoice(0);
      split.push([z, 1]);
      const used: Term[] = [];
      for (let candidate = frame.first[row]; candidate < frame.first[row + 1]; candidate++) {
        const w = model.addChoice(0);
        model.addRow("a share needs its site", -Infinity, 0, [
          [candidate, 1],
          [w, -1],
        ]);
        used.push([w, 1]);
      }
      model.addRow("one site unless split", -Infinity, 1, [...used, [z, 1 - count]]);
      model.follow((values) => {
        used.forEach(([w], i) => (values[w] = values[frame.first[row] + i] > NOTHING ? 1 : 0));
        values[z] = sumOf(used, values) > 1 ? 1 : 0;
      });
    }
    model.addRow("most pairs split", -Infinity, pairs, split);
  },
};
