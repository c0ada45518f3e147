import type { AssignmentRule } from "../../../domain/question.ts";
import type { ModelBuilder } from "../../model.ts";
import type { AssignmentFrame } from "../frame.ts";

/**
 * One objective's part of the model. `candidateCost` is what sending a whole row to a candidate costs, `[candidate]`;
 * `addColumns` adds what cannot be said by candidates alone, its cost times `weight`. `steps` are the amounts that its value is made
 * of, in whole numbers where no row is split: one pupil, one metre, a class and a card; none where it is a fraction.
 */
export interface ObjectiveModel {
  readonly candidateCost?: (frame: AssignmentFrame) => Float64Array;
  readonly steps?: readonly number[];
  readonly addColumns?: (
    model: ModelBuilder,
    frame: AssignmentFrame,
    weight: number,
    rules: readonly AssignmentRule[],
  ) => void;
}
