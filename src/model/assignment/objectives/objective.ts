import type { ModelBuilder } from "../../model.ts";
import type { AssignmentFrame } from "../frame.ts";

/**
 * One objective's part of the model. `candidateCost` is what sending a whole row to a candidate costs, `[candidate]`;
 * `addColumns` adds what cannot be said by candidates alone, its cost times `weight`.
 */
export interface ObjectiveModel {
  readonly candidateCost?: (frame: AssignmentFrame) => Float64Array;
  readonly addColumns?: (model: ModelBuilder, frame: AssignmentFrame, weight: number) => void;
}
