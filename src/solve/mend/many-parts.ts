import { NO_SITE } from "../../domain/plan.ts";
import type { CutOff } from "../../evaluate/cut-off.ts";
import type { BandGround, Moves } from "./band-ground.ts";

/** Each round joins what the one before left in parts. */
const MOST_ROUNDS = 8;

/**
 * Gives every part of a zone away to the zone that it borders on most among those with room for it, small ones first: where a school is
 * closed and its pupils go each to their nearest, areas are in dozens of parts, and no search through all ways to join them comes far.
 */
export function partsGivenAway(ground: BandGround, start: readonly CutOff[]): Moves {
  const owners = ground.is.slice();
  const load = ground.loadOf(owners);
  let cut = start;
  for (let round = 0; round < MOST_ROUNDS && cut.length > 0; round++) {
    for (const each of cut.toSorted((a, b) => a.part.length - b.part.length)) giveAway(ground, owners, load, each);
    const left = ground.allCutOff(owners);
    if (left.length >= cut.length) break;
    cut = left;
  }
  const moves = new Map<number, number>();
  owners.forEach((site, unit) => {
    if (site !== ground.is[unit]) moves.set(unit, site);
  });
  return moves;
}

function giveAway(ground: BandGround, owners: Uint16Array, load: Float64Array, { region, part }: CutOff): void {
  const [from] = region.sites;
  if (region.kind !== "zone" || part.some((unit) => owners[unit] !== from)) return;
  const pupils = part.reduce((sum, unit) => sum + ground.pupils(unit), 0);
  const border = new Map<number, number>();
  for (const unit of part)
    for (const next of ground.beside(unit)) {
      const site = owners[next];
      if (site !== NO_SITE && site !== from) border.set(site, (border.get(site) ?? 0) + 1);
    }
  const [to] = [...border]
    .toSorted(([, a], [, b]) => b - a)
    .filter(
      ([site]) =>
        (pupils === 0 || load[site] + pupils <= ground.capacity[site]) &&
        part.every((unit) => ground.mayGo(unit, site)),
    );
  if (!to) return;
  const [site] = to;
  for (const unit of part) owners[unit] = site;
  load[from] -= pupils;
  load[site] += pupils;
}
