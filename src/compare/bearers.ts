import type { Basis } from "../evaluate/basis.ts";
import { reachOf } from "../evaluate/reach.ts";

/** Whom something that is kept makes a difference to. */
export interface Borne {
  /** Pupils whose school is another for it. */
  readonly pupils: number;
  /** Units whose pupils have farther for it, each with the pupil-metres more, one way; most first. */
  readonly bearers: readonly { readonly unit: number; readonly metres: number }[];
}

/** Who goes elsewhere for what is kept, and who of them has farther; both `[unit * BAND_COUNT + band]`. */
export function borneBy(basis: Basis, kept: Uint16Array, free: Uint16Array): Borne {
  const more = new Map<number, number>();
  let pupils = 0;
  basis.unitBand.forEach((count, pair) => {
    const [to, otherwise] = [kept[pair], free[pair]];
    if (count === 0 || to === otherwise) return;
    pupils += count;
    const [way, without] = reachOf(basis, pair, [to, otherwise]).ways;
    const unit = Math.floor(pair / basis.municipality.grades.bandCount);
    more.set(unit, (more.get(unit) ?? 0) + way.metres - without.metres);
  });
  const bearers = [...more].filter(([, metres]) => metres > 0).toSorted(([, a], [, b]) => b - a);
  return { pupils, bearers: bearers.map(([unit, metres]) => ({ unit, metres })) };
}
