import { nearestFive, SMALLEST_SHOWN } from "./shown.ts";

/** Of fewer pupils no mean and no share is told: five of them would move it by a tenth of all that it may be. */
const FEWEST = 10 * SMALLEST_SHOWN;

/**
 * The step that a mean or a share of a group of real pupils may be told in: what five of them move it by, from one end of all that it may be to
 * the other, and rounded up to one, two or five of a power of ten; so that whoever knows of everybody else does not learn how many live on one
 * farm. It follows from what is told of the group's size, never from the size itself. `undefined`: the group is too small for any.
 */
export function groupStep(pupils: number, range: number): number | undefined {
  const told = nearestFive(pupils);
  return told < FEWEST ? undefined : nextRound((SMALLEST_SHOWN * range) / told);
}

/** The nearest of a step, and the step itself in place of nothing: a way to school of 0 m is nobody's. */
export const inGroupStep = (step: number, value: number): number =>
  value > 0 && value < step ? step : Number((step * Math.round(value / step)).toFixed(3));

/** The next of 1, 2, 5, 10 … that is no less. */
export function nextRound(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 5].find((each) => each * power >= value * (1 - 1e-9)) ?? 10;
  return Number((factor * power).toPrecision(1));
}
