import type { Plan } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { type Cell, cellOf } from "../../kernels/disclosure/shown.ts";

/** How often pupils change school when plans come one after another. */
export interface MovedAgain {
  readonly once: Cell;
  /** Twice or more: the figure that successive reforms are judged by. */
  readonly twice: Cell;
}

/**
 * Today's pupils followed through a chain of plans: each step in which the assignment of their area and grade band changes site is a
 * move. Nobody grows older meanwhile, so it says what the steps do to an address, not to one child's years.
 */
export function movedAgain({ unitBand }: Basis, chain: readonly Plan[]): MovedAgain {
  let [once, twice] = [0, 0];
  unitBand.forEach((pupils, pair) => {
    let moves = 0;
    for (let step = 1; step < chain.length; step++)
      if (chain[step].assignment[pair] !== chain[step - 1].assignment[pair]) moves++;
    if (moves === 1) once += pupils;
    else if (moves > 1) twice += pupils;
  });
  return { once: cellOf(once), twice: cellOf(twice) };
}
