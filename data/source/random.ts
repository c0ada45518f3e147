import { numberOf } from "../../src/kernels/random.ts";

/** Numbers in [0, 1) that follow from a name alone, so that one part of the case can change without moving the others. */
export type Dice = () => number;

export const FIRST_SEED = 1;

/** The name that dice of a seed follow from. */
export const seeded = (name: string, seed: number): string => (seed === FIRST_SEED ? name : `${name} ${seed}`);

/** The name gives the seed; mulberry32 the numbers. */
export function diceFor(name: string): Dice {
  let state = numberOf(name);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
