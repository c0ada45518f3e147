/** One worker measures plans, another solves: no figure waits for a list, and a list can be stopped. */
export const DUTIES = ["measure", "solve"] as const;
/**
 * Hired when first needed: one finishes a drawn plan, one says whether it can be finished, one answers questions to the optimiser,
 * whose proofs may take long; one finds places and tells what happens there while somebody types.
 */
export const LATER_DUTIES = ["finish", "wish", "ask", "here"] as const;
export type Duty = (typeof DUTIES)[number] | (typeof LATER_DUTIES)[number];
