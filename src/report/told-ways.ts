import type { Basis } from "../evaluate/basis.ts";
import { type Travel, unitMeans } from "../travel/travel.ts";
import { countsIn } from "./shown-measures.ts";

/** How the homes of a unit count in its ways. */
export const weighed = (basis: Pick<Basis, "municipality">): "by pupils" | "homes alike" =>
  countsIn(basis) === "exactly" ? "by pupils" : "homes alike";

const known = new WeakMap<Travel, Float32Array>();

/**
 * Metres from each unit to each site as they may be told, `[unit * siteCount + site]`: the mean over its pupils, but of real ones over the homes
 * of the unit, each counted once; by how many live in which, a mean would tell how they are divided between two of them.
 */
export function toldWays(basis: Pick<Basis, "municipality" | "travel">): Float32Array {
  const { municipality, travel } = basis;
  const weigh = weighed(basis);
  if (weigh === "by pupils") return travel.unitWalk;
  const found = known.get(travel) ?? unitMeans(municipality, travel.walk, travel.siteCount, weigh);
  known.set(travel, found);
  return found;
}
