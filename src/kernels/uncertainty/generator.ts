import type { Random } from "../random.ts";

/**
 * Numbers in [0, 1) with 53 random bits, the same for the same seed: xoshiro128** with a period of 2^128 - 1 (Blackman and
 * Vigna 2021, "Scrambled linear pseudorandom number generators"), its state filled by splitmix32. Search can do with less;
 * draws of twenty parameters at once cannot.
 */
export function seededDraws(seed: number): Random {
  let spread = seed | 0;
  const fill = (): number => {
    spread = (spread + 0x9e3779b9) | 0;
    let mixed = spread ^ (spread >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
  let [a, b, c, d] = [fill(), fill(), fill(), fill()];
  const next = (): number => {
    const times5 = Math.imul(b, 5);
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result >>> 0;
  };
  return () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992;
}

/** Standard normal numbers in pairs from uniform ones (Box and Muller 1958). */
export function normalDraws(random: Random): Random {
  let kept: number | undefined;
  return () => {
    if (kept !== undefined) {
      const value = kept;
      kept = undefined;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    kept = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

/**
 * Probability that a standard normal number is below `x`; error below 1e-14 (Hart 1968, as given by West 2005, "Better
 * approximations to cumulative normal functions").
 */
export function normalCdf(x: number): number {
  const size = Math.abs(x);
  if (size > 37) return x > 0 ? 1 : 0;
  const bell = Math.exp((-size * size) / 2);
  const tail =
    size < 7.07106781186547 ? (bell * polynomial(TOP, size)) / polynomial(BOTTOM, size) : farTail(size, bell);
  return x > 0 ? 1 - tail : tail;
}

const TOP = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931,
  220.206867912376,
];
const BOTTOM = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
  793.826512519948, 440.413735824752,
];

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((value, coefficient) => value * x + coefficient, 0);

function farTail(x: number, bell: number): number {
  let fraction = x + 0.65;
  for (let term = 4; term >= 1; term--) fraction = x + term / fraction;
  return bell / fraction / 2.506628274631;
}
