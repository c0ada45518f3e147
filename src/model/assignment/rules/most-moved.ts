import type { AssignmentRule } from "../../../domain/question.ts";
import type { Term } from "../../model.ts";
import { candidateFor } from "../frame.ts";
import type { RuleModel } from "./rule.ts";

/** At most n pupils change site: sum_i q_i (1 - x_i,today) <= n. */
export const mostMoved: RuleModel<"most-moved"> = {
  addRows: ({ pupils }, model, frame) => {
    let all = 0;
    const terms: Term[] = [];
    for (let row = 0; row < frame.rows; row++) {
      all += frame.pupils[row];
      const stay = candidateFor(frame, row, frame.today[row]);
      if (stay !== undefined) terms.push([stay, frame.pupils[row]]);
    }
    model.addRow("most pupils moved", all - pupils, Infinity, terms);
  },
};

/** The fewest pupils that any of the rules lets change site; `Infinity` where none says. */
export const movedAtMost = (rules: readonly AssignmentRule[]): number =>
  rules.reduce((most, rule) => (rule.kind === "most-moved" ? Math.min(most, rule.pupils) : most), Infinity);
