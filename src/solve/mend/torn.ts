import type { Region } from "../../evaluate/cut-off.ts";
import type { BandGround } from "./band-ground.ts";

/**
 * Whether what may not be moved is shown to lie apart whatever is done with the rest: two units of a region that stay there, on one
 * piece of land, with no way between them through units that are in the region and stay or may be moved to it. O(units x regions).
 * For grounds in which everything has to hang together, whatever did before.
 */
export function isTorn(ground: BandGround): boolean {
  const { is, basis } = ground;
  const stays = new Map<number, number[]>();
  is.forEach((site, unit) => {
    if (!ground.isFixed(unit)) return;
    const there = stays.get(site);
    if (there) there.push(unit);
    else stays.set(site, [unit]);
  });
  return ground.regions.some(({ region }) => {
    const byLand = new Map<number, number[]>();
    for (const unit of region.sites.flatMap((site) => stays.get(site) ?? [])) {
      const here = byLand.get(basis.landmass[unit]);
      if (here) here.push(unit);
      else byLand.set(basis.landmass[unit], [unit]);
    }
    return [...byLand.values()].some((held) => !isOneWhole(ground, region, held));
  });
}

/** Whether a way leads from one of some units that stay in a region to all the others; looked for no longer than until all are reached. */
function isOneWhole(ground: BandGround, region: Region, held: readonly number[]): boolean {
  const mayBe = (unit: number): boolean =>
    ground.isFixed(unit) ? ground.isIn(unit, region) : ground.mayJoin(unit, region);
  const reached = new Uint8Array(ground.is.length);
  const [first] = held;
  reached[first] = 1;
  const queue = [first];
  let left = held.length - 1;
  for (let head = 0; head < queue.length && left > 0; head++)
    for (const next of ground.beside(queue[head])) {
      if (reached[next] === 1 || !mayBe(next)) continue;
      reached[next] = 1;
      queue.push(next);
      if (ground.isFixed(next)) left--;
    }
  return left === 0;
}
