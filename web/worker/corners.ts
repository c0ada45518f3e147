import type { Position } from "geojson";

/** Two corners nearer than this are one, degrees: a centimetre or so. */
const NEAR = 1e-7;
const PER_DEGREE = 1 / (4 * NEAR);
const SPAN = 2 ** 26;

/** Numbers the corners of many areas, so that the same corner drawn twice with rounding errors is one. */
export class Corners {
  readonly positions: Position[] = [];
  readonly #at = new Map<number, number>();
  #origin: Position | undefined;

  /** The number of the corner at a position. */
  numberAt(position: Position): number {
    const [lon, lat] = position;
    this.#origin ??= [lon, lat];
    const x = (lon - this.#origin[0]) * PER_DEGREE;
    const y = (lat - this.#origin[1]) * PER_DEGREE;
    // A corner close to the line between two squares may have been noted in the other one.
    for (const east of sides(x))
      for (const north of sides(y)) {
        const known = this.#at.get(square(east, north));
        if (known !== undefined) return known;
      }
    const number = this.positions.push(position) - 1;
    this.#at.set(square(Math.floor(x), Math.floor(y)), number);
    return number;
  }
}

const square = (x: number, y: number): number => (x + SPAN / 2) * SPAN + y + SPAN / 2;

/** The square a coordinate lies in, and the neighbour it is close to. */
function sides(at: number): readonly number[] {
  const own = Math.floor(at);
  const into = at - own;
  if (into < 0.25) return [own, own - 1];
  return into > 0.75 ? [own, own + 1] : [own];
}
