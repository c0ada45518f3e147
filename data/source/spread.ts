import { diceFor } from "./random.ts";

/** How far a part may lie from the mean, as a share. */
const VARIATION = 0.08;

/** A total as whole numbers around its mean that sum to it exactly (largest remainders). */
export function spread(total: number, parts: number, name: string): readonly number[] {
  const dice = diceFor(name);
  const weights = Array.from({ length: parts }, () => 1 + VARIATION * (2 * dice() - 1));
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const whole = exact.map(Math.floor);
  const byRemainder = exact.map((_, i) => i).toSorted((a, b) => exact[b] - whole[b] - (exact[a] - whole[a]) || a - b);
  const missing = total - whole.reduce((a, b) => a + b, 0);
  for (const i of byRemainder.slice(0, missing)) whole[i]++;
  return whole;
}
