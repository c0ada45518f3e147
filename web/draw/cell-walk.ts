import { type BrushGround, type BrushSpot, unflat } from "./brush.ts";

/** Where each arrow leads on the flat map, whose y grows southwards. */
const WAYS: Readonly<Record<string, { readonly x: number; readonly y: number; readonly back: string }>> = {
  ArrowLeft: { x: -1, y: 0, back: "ArrowRight" },
  ArrowRight: { x: 1, y: 0, back: "ArrowLeft" },
  ArrowUp: { x: 0, y: -1, back: "ArrowDown" },
  ArrowDown: { x: 0, y: 1, back: "ArrowUp" },
};

/** A way over the map from unit to unit by arrow keys. */
export interface CellWalk {
  /** The unit that a key leads to from a spot in one, or in none; undefined at the rim, and for any other key. */
  readonly step: (from: BrushSpot, unit: number | undefined, key: string) => number | undefined;
}

export function cellWalk(ground: BrushGround): CellWalk {
  /** The steps that can be taken back, one by one, by the opposite arrows. */
  let trail: { readonly from: number; readonly to: number; readonly key: string }[] = [];
  const step: CellWalk["step"] = (from, unit, key) => {
    const way = WAYS[key];
    if (!way) return undefined;
    const last = trail.at(-1);
    if (last && last.to !== unit) trail = [];
    else if (last && WAYS[last.key].back === key) {
      trail.pop();
      return last.from;
    }
    const spot = unit === undefined ? from : { x: ground.x[unit], y: ground.y[unit] };
    const to = ahead(ground, spot, way, unit);
    if (to !== undefined && unit !== undefined) trail.push({ from: unit, to, key });
    return to;
  };
  return { step };
}

/** The middle of a unit, degrees. */
export const middleOfUnit = ({ x, y }: BrushGround, unit: number): [lon: number, lat: number] =>
  unflat({ x: x[unit], y: y[unit] });

/**
 * The unit that comes first in a direction: of those less than half a right angle aside of it, whose middle is the fewest steps of a
 * right-angled grid away; of equals the one straighter ahead. The four directions together leave no spot out.
 */
function ahead(
  { x, y }: BrushGround,
  from: BrushSpot,
  way: { readonly x: number; readonly y: number },
  own: number | undefined,
): number | undefined {
  let [found, least]: [number | undefined, number] = [undefined, Infinity];
  for (let unit = 0; unit < x.length; unit++) {
    const [dx, dy] = [x[unit] - from.x, y[unit] - from.y];
    const along = dx * way.x + dy * way.y;
    const aside = Math.abs(dx * way.y - dy * way.x);
    if (unit === own || along <= 0 || aside > along || along + aside >= least) continue;
    [found, least] = [unit, along + aside];
  }
  return found;
}
