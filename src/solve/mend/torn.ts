import type { BandGround } from "./band-ground.ts";

/**
 * Whether what may not be moved is shown to lie apart whatever is done with the rest: two units of a region that stay there, on one
 * piece of land, with no way between them through units that are in the region and stay or may be moved to it. O(units x regions).
 * For grounds in which everything has to hang together, whatever did before.
 */
export function isTorn(ground: BandGround): boolean {
  const { is, basis } = ground;
  const stays = [...is.keys()].filter((unit) => ground.isFixed(unit));
  return ground.regions.some(({ region }) => {
    const held = stays.filter((unit) => ground.isIn(unit, region));
    if (held.length < 2) return false;
    const mayBe = (unit: number): boolean =>
      ground.isFixed(unit) ? ground.isIn(unit, region) : ground.mayJoin(unit, region);
    const reached = new Uint8Array(is.length);
    const begun = new Set<number>();
    return held.some((unit) => {
      if (reached[unit] === 1) return false;
      const land = basis.landmass[unit];
      if (begun.has(land)) return true;
      begun.add(land);
      reached[unit] = 1;
      const queue = [unit];
      for (const each of queue)
        for (const next of ground.beside(each)) {
          if (reached[next] === 1 || !mayBe(next)) continue;
          reached[next] = 1;
          queue.push(next);
        }
      return false;
    });
  });
}
