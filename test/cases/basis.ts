import type { Basis } from "../../src/evaluate/basis.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";

/** A case to try many plans on: its money rests on a few draws, which says as well whether two ways come to the same. */
export const basisOf = (...given: Parameters<typeof makeBasis>): Basis => ({
  ...makeBasis(...given),
  draws: { draws: 20, seed: 1 },
});
