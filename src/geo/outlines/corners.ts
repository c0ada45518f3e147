/** Two corners nearer than this are one, degrees: some two decimetres. Two that are six times as far apart are two. */
const NEAR = 2e-6;
const PER_DEGREE = 1 / (4 * NEAR);
const SPAN = 2 ** 26;

/** Numbers the corners of many areas, so that the same corner drawn twice with rounding errors is one. */
export class Corners {
  /** Degrees, `[corner * 2]`: longitude, latitude. */
  readonly #places: number[] = [];
  readonly #at = new Map<number, number>();
  #origin: readonly [lon: number, lat: number] | undefined;

  get count(): number {
    return this.#places.length / 2;
  }

  lon = (corner: number): number => this.#places[2 * corner];
  lat = (corner: number): number => this.#places[2 * corner + 1];
  places = (): Float64Array => Float64Array.from(this.#places);

  /** The number of the corner at a position. */
  numberAt(lon: number, lat: number): number {
    this.#origin ??= [lon, lat];
    const x = (lon - this.#origin[0]) * PER_DEGREE;
    const y = (lat - this.#origin[1]) * PER_DEGREE;
    // A corner close to the line between two squares may have been noted in the other one.
    const [east, north] = [Math.floor(x), Math.floor(y)];
    const [across, upward] = [beside(x - east), beside(y - north)];
    const known =
      this.#at.get(square(east, north)) ??
      (across === 0 ? undefined : this.#at.get(square(east + across, north))) ??
      (upward === 0 ? undefined : this.#at.get(square(east, north + upward))) ??
      (across === 0 || upward === 0 ? undefined : this.#at.get(square(east + across, north + upward)));
    if (known !== undefined) return known;
    const number = this.#places.push(lon, lat) / 2 - 1;
    this.#at.set(square(east, north), number);
    return number;
  }
}

const square = (x: number, y: number): number => (x + SPAN / 2) * SPAN + y + SPAN / 2;

/** Which way the nearest other square lies, by how far into its own a corner is; 0: none is near. */
const beside = (into: number): -1 | 0 | 1 => (into < 0.25 ? -1 : into > 0.75 ? 1 : 0);
