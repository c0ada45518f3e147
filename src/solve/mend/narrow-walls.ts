import type { CutOff } from "../../evaluate/cut-off.ts";
import type { BandGround } from "./band-ground.ts";

/**
 * Sets of units, one farther out than the other, of which every way from a part to the rest of its region has to cross each: only those
 * from which a way leads on. Up to so many; the last is empty where no way leads any farther. O(walls x units).
 */
export function narrowWalls(
  ground: BandGround,
  { region, part, rest }: Pick<CutOff, "region" | "part" | "rest">,
  most: number,
): readonly (readonly number[])[] {
  const mayBe = (unit: number): boolean => ground.isIn(unit, region) || ground.mayJoin(unit, region);
  const isGoal = marked(ground.is.length, rest);
  const isInside = marked(ground.is.length, part);
  const walls: (readonly number[])[] = [];
  for (let inner = part; walls.length < most;) {
    const beside = inner.flatMap((unit) =>
      [...ground.beside(unit)].filter((next) => isInside[next] === 0 && mayBe(next)),
    );
    if (beside.some((unit) => isGoal[unit] === 1)) break;
    inner = leadingOn(ground, beside, isInside, rest, mayBe);
    walls.push(inner);
    if (inner.length === 0) break;
    for (const unit of beside) isInside[unit] = 1;
  }
  return walls;
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
