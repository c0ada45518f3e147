import type { CutOff } from "../../evaluate/cut-off.ts";
import type { BandGround } from "./band-ground.ts";

/** What lies within all of some walls, and the walls. */
interface Walled {
  readonly inside: readonly number[];
  readonly walls: readonly (readonly number[])[];
}

/**
 * Of whom walls are made: of everybody outside the region; or of "people" alone, as though everybody could lead ways at once through
 * the same unit where nobody lives.
 */
export type WallsOf = "people" | "all";

/**
 * Sets of units, one farther out than the other, of which every way from a part to the rest of its region has to cross each: only those
 * from which a way leads on. Up to so many; the last is empty where no way leads any farther, and there are none where a way leads there
 * through the region itself, or past all of whom walls are made. O(walls x units).
 */
export function narrowWalls(
  ground: BandGround,
  { region, part, rest }: Pick<CutOff, "region" | "part" | "rest">,
  wallsOf: WallsOf,
  most: number,
): Walled {
  const mayBe = (unit: number): boolean => ground.isIn(unit, region) || ground.mayJoin(unit, region);
  const isFree = (unit: number): boolean =>
    ground.isIn(unit, region) || (wallsOf === "people" && ground.pupils(unit) === 0);
  const isGoal = marked(ground.is.length, rest);
  const isInside = marked(ground.is.length, part);
  const walls: (readonly number[])[] = [];
  const inside = [...part];
  for (let from = inside; walls.length < most;) {
    const beside: number[] = [];
    for (const unit of from)
      for (const next of ground.beside(unit)) {
        if (isInside[next] === 1 || !mayBe(next)) continue;
        if (isGoal[next] === 1) return { inside, walls };
        isInside[next] = 1;
        (isFree(next) ? from : beside).push(next);
      }
    for (const unit of beside) isInside[unit] = 0;
    walls.push(leadingOn(ground, beside, isInside, rest, mayBe));
    if (walls[walls.length - 1].length === 0) break;
    for (const unit of beside) isInside[unit] = 1;
    from = beside;
  }
  return { inside, walls };
}

/** Those of a wall that are met first on ways from outside it. */
function leadingOn(
  ground: BandGround,
  wall: readonly number[],
  isInside: Uint8Array,
  rest: readonly number[],
  mayBe: (unit: number) => boolean,
): readonly number[] {
  const isWall = marked(ground.is.length, wall);
  const isMet = marked(ground.is.length, rest);
  const met: number[] = [];
  const queue = [...rest];
  for (const unit of queue)
    for (const next of ground.beside(unit)) {
      if (isMet[next] === 1 || isInside[next] === 1 || !mayBe(next)) continue;
      isMet[next] = 1;
      (isWall[next] === 1 ? met : queue).push(next);
    }
  return met;
}

function marked(count: number, units: readonly number[]): Uint8Array {
  const is = new Uint8Array(count);
  for (const unit of units) is[unit] = 1;
  return is;
}
