import FlatQueue from "flatqueue";
import type { CutOff, Region } from "../../evaluate/cut-off.ts";
import { AREA, type BandGround, type Size } from "./band-ground.ts";

/**
 * What every repair of some cut-off parts is at least as large as: each part has to be given away whole, or the rest, or reached by a
 * way through other zones.
 */
export function leastSize(ground: BandGround, cut: readonly CutOff[]): Size {
  const least = cut.reduce((most, part) => Math.max(most, leastFor(ground, part)), 0);
  return { areas: Math.floor(least / AREA), pupils: least % AREA };
}

/** Whether a part that was cut off may be given away, or the rest of its region, or a way leads from one to the other. */
export function canBeJoined(ground: BandGround, { region, tied, to }: CutOff): boolean {
  const mayBeGiven = (units: readonly number[]): boolean => units.every((unit) => ground.mayLeave(unit, region));
  if (mayBeGiven(tied) || mayBeGiven(to)) return true;
  const isGoal = new Uint8Array(ground.is.length);
  for (const unit of to) isGoal[unit] = 1;
  const reached = new Uint8Array(ground.is.length);
  for (const unit of tied) reached[unit] = 1;
  const queue = [...tied];
  for (const unit of queue) {
    if (isGoal[unit] === 1) return true;
    for (const next of ground.beside(unit)) {
      if (reached[next] === 1 || !(ground.isIn(next, region) || ground.mayJoin(next, region))) continue;
      reached[next] = 1;
      queue.push(next);
    }
  }
  return false;
}

function leastFor(ground: BandGround, { region, tied, to }: CutOff): number {
  const away = Math.min(givenAway(ground, region, tied), givenAway(ground, region, to));
  return Math.min(away, wayBetween(ground, region, tied, to));
}

/** What it takes to give some units away; `Infinity` where one of them has to stay. */
const givenAway = (ground: BandGround, region: Region, units: readonly number[]): number =>
  units.reduce((sum, unit) => sum + (ground.mayLeave(unit, region) ? AREA + ground.pupils(unit) : Infinity), 0);

/** The cheapest way between two sets of units of a region, through it and through what may be moved to it. */
function wayBetween(ground: BandGround, region: Region, from: readonly number[], to: readonly number[]): number {
  const cost = new Float64Array(ground.is.length).fill(Infinity);
  const isGoal = new Uint8Array(ground.is.length);
  for (const unit of to) isGoal[unit] = 1;
  const { start, target } = ground.adjacency;
  const queue = new FlatQueue();
  for (const unit of from) {
    cost[unit] = 0;
    queue.push(unit, 0);
  }
  for (let unit = queue.pop(); unit !== undefined; unit = queue.pop()) {
    if (isGoal[unit] === 1) return cost[unit];
    for (let edge = start[unit]; edge < start[unit + 1]; edge++) {
      const next = target[edge];
      const step = ground.isIn(next, region) ? 0 : ground.mayJoin(next, region) ? AREA + ground.pupils(next) : Infinity;
      const here = cost[unit] + step;
      if (here >= cost[next]) continue;
      cost[next] = here;
      queue.push(next, here);
    }
  }
  return Infinity;
}

/**
 * What any way from some units to others has to cross, one set after the other: the units that come first after so many moves. Up to
 * so many sets; empty where there is no way.
 */
export function wallsBetween(
  ground: BandGround,
  { region, tied, to }: Pick<CutOff, "region" | "tied" | "to">,
  most: number,
): readonly (readonly number[])[] {
  const isGoal = new Set(to);
  const seen = new Set(tied);
  const walls: number[][] = [];
  for (let inner = [...tied]; walls.length < most; inner = walls[walls.length - 1].slice()) {
    const wall = new Set<number>();
    for (const unit of inner) {
      if (isGoal.has(unit)) return walls;
      for (const next of ground.beside(unit)) {
        if (seen.has(next) || wall.has(next)) continue;
        if (ground.isIn(next, region)) {
          seen.add(next);
          inner.push(next);
        } else if (ground.mayJoin(next, region)) wall.add(next);
      }
    }
    if (wall.size === 0) return [[]];
    for (const unit of wall) seen.add(unit);
    walls.push([...wall]);
  }
  return walls;
}
