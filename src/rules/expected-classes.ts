import { normalCdf } from "../kernels/uncertainty/generator.ts";
import { MOST_PUPILS_OF_A_SMALL_SCHOOL } from "./teaching-together.ts";

/**
 * How far the size of a cohort varies beyond chance: the standard deviation of the mean that it varies around, as a share of it. An
 * assumption: cohorts of one school a tenth larger or smaller than its mean are nothing unusual.
 */
const COHORT_SPREAD = 0.1;

/**
 * Classes that a cohort forms when on the mean it has `pupils`, and its size varies from year to year: Poisson, widened by
 * {@link COHORT_SPREAD}, in normal approximation. A cohort of k * cap pupils and one more needs one class more, so the mean is the sum
 * over k of the probability that there are more than k * cap. Grows with the pupils, without steps.
 */
export function expectedClasses(pupils: number, cap: number): number {
  if (pupils <= 0) return 0;
  const deviation = Math.sqrt(pupils + (COHORT_SPREAD * pupils) ** 2);
  const any = 1 - Math.exp(-pupils);
  let mean = any;
  for (let k = 1; ; k++) {
    const beyond = Math.min(any, normalCdf((pupils - k * cap - 0.5) / deviation));
    if (beyond < 1e-9 && k * cap > pupils) break;
    mean += beyond;
  }
  return mean;
}

/** Up to this size a school makes use of teaching grades together as far as any does; from there to the law's limit less and less. An assumption. */
const SMALL = 100;

/** The share of what may be taught together that a school of so many pupils would ever use: 1 for the smallest, 0 beyond the law's limit. */
export const togetherShare = (pupils: number): number =>
  Math.min(1, Math.max(0, (MOST_PUPILS_OF_A_SMALL_SCHOOL - pupils) / (MOST_PUPILS_OF_A_SMALL_SCHOOL - SMALL)));
