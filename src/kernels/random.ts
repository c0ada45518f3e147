/** A source of numbers in [0, 1) that gives the same ones for the same seed: a seed is part of every question that draws. */
export type Random = () => number;

/** Xorshift with 32 bits of state, period 2^32 - 1 (Marsaglia 2003); quick, and good enough for local search. */
export function seededRandom(seed: number): Random {
  // Small seeds differ in few bits; a multiplicative hash spreads them before the first number is drawn.
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

/** A seed that follows from a name: 32 bits, FNV-1a over its code units. */
export function numberOf(name: string): number {
  let number = 0x811c9dc5 | 0;
  for (let i = 0; i < name.length; i++) number = Math.imul(number ^ name.charCodeAt(i), 0x01000193);
  return number;
}
