import { NO_SITE } from "../../domain/plan.ts";
import { pieces } from "../../geo/contiguity.ts";
import type { SolverOptions } from "../solver.ts";
import type { BandGround, Moves } from "./band-ground.ts";
import { foundBy, quickMoves } from "./quick.ts";

/** A map of one band that hangs together. */
interface Whole {
  /** `[unit]` */
  readonly owners: Uint16Array;
  /** Pupils who are elsewhere than before. */
  readonly moved: number;
}

/** Where everybody was, and what comes of moves. */
interface Homes<Map extends Whole> {
  /** Site to which a unit would go back; NO_SITE where it may not, or has none: `[unit]`. */
  readonly home: Uint16Array;
  /** Pupils whose move counts, `[unit]`. */
  readonly counted: (unit: number) => number;
  /** No fewer can be moved. */
  readonly least: number;
  readonly groundOf: (owners: Uint16Array) => BandGround;
  readonly after: (ground: BandGround, moves: Moves) => Map;
}

/** So many ways to join what coming back cut off are tried, for each of some units. */
const MOST_TRIED = 20;

/**
 * Fewer moved than in a map that hangs together: what was moved is sent back, a whole patch first and each area alone last, wherever
 * what that cuts off can be joined again with fewer moved than came back; over and over until nothing more can come back.
 */
export function broughtBack<Map extends Whole>(
  found: Map,
  homes: Homes<Map>,
  options: Pick<SolverOptions, "shouldStop"> = {},
): Map {
  let best = found;
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    for (const units of patchesAway(best.owners, homes)) {
      if (best.moved <= homes.least || options.shouldStop?.() === true) return best;
      if (units.some((unit) => best.owners[unit] === homes.home[unit])) continue;
      const next = withBack(best, units, homes, options);
      if (!next || next.moved >= best.moved) continue;
      best = next;
      isBetter = true;
    }
  }
  return best;
}

/** The map with some units of one site back there; undefined where it has no room for them, or what is cut off is not joined with fewer moved. */
function withBack<Map extends Whole>(
  { owners }: Map,
  units: readonly number[],
  { home, counted, groundOf, after }: Homes<Map>,
  options: Pick<SolverOptions, "shouldStop">,
): Map | undefined {
  const back = owners.slice();
  for (const unit of units) back[unit] = home[unit];
  const ground = groundOf(back);
  const site = home[units[0]];
  if (ground.loadOf(back)[site] > ground.capacity[site]) return undefined;
  const gain = sumOf(units, counted);
  const joined = foundBy(quickMoves(ground, "found", { ...options, fewerThan: gain, mostTried: MOST_TRIED }));
  return joined && after(ground, joined.moves);
}

/** What is away: patches of all that would go back to one site, patches of those who count, and each of these alone; most pupils first. */
function patchesAway(
  owners: Uint16Array,
  { home, counted, groundOf }: Pick<Homes<Whole>, "home" | "counted" | "groundOf">,
): readonly (readonly number[])[] {
  const away = new Map<number, number[]>();
  home.forEach((site, unit) => {
    if (site === NO_SITE || owners[unit] === site) return;
    const there = away.get(site);
    if (there) there.push(unit);
    else away.set(site, [unit]);
  });
  const ground = groundOf(owners);
  return [...away.values()]
    .flatMap((units) => {
      const counting = units.filter((unit) => counted(unit) > 0);
      return [...patches(ground, units), ...patches(ground, counting), ...counting.map((unit) => [unit])];
    })
    .map((units) => ({ units, pupils: sumOf(units, counted) }))
    .filter(({ pupils }) => pupils > 0)
    .toSorted((a, b) => b.pupils - a.pupils)
    .map(({ units }) => units);
}

function patches({ adjacency }: BandGround, units: readonly number[]): readonly (readonly number[])[] {
  const { count, of } = pieces(adjacency, units);
  const found: number[][] = Array.from({ length: count }, () => []);
  units.forEach((unit, i) => found[of[i]].push(unit));
  return found;
}

const sumOf = (units: readonly number[], counted: (unit: number) => number): number =>
  units.reduce((sum, unit) => sum + counted(unit), 0);
