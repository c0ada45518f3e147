import type { RoadNetwork } from "../domain/municipality.ts";

/** Side of a tile, metres. */
const TILE = 100;
/** So many tiles to a line at most, on average, or else tiles are larger. */
const TILES_A_LINE = 16;
/** Numbers in a row of what is known of a line in a tile: the middle, how far it goes from there. */
const WIDTH = 3;

/** Lines by the square tiles of the plane that they may lie in, to be gone through from a place outward. */
export class LineTiles {
  readonly #side: number;
  readonly #west: number;
  readonly #south: number;
  readonly #across: number;
  readonly #down: number;
  /** Entries of a tile: `#first[tile] … #first[tile + 1]`. */
  readonly #first: Uint32Array;
  readonly #line: Uint32Array;
  readonly #round: Float64Array;
  readonly found: Uint32Array;
  readonly atLeast: Float64Array;
  /** The last search that each line was met in, `[line]`. */
  readonly #met: Uint32Array;
  #search = 0;
  /** Tiles around one, nearest first, for the reach asked last. */
  #spiral: { readonly reach: number; readonly east: Int32Array; readonly north: Int32Array } | undefined;

  constructor(network: RoadNetwork, lines: readonly number[]) {
    const { start, xy } = network;
    this.#met = new Uint32Array(network.count);
    this.found = new Uint32Array(lines.length);
    this.atLeast = new Float64Array(lines.length);
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const line of lines)
      for (let vertex = start[line]; vertex < start[line + 1]; vertex++) {
        west = Math.min(west, xy[2 * vertex]);
        east = Math.max(east, xy[2 * vertex]);
        south = Math.min(south, xy[2 * vertex + 1]);
        north = Math.max(north, xy[2 * vertex + 1]);
      }
    const [width, height] = lines.length > 0 ? [east - west, north - south] : [0, 0];
    [this.#west, this.#south] = lines.length > 0 ? [west, south] : [0, 0];
    // Tiles without number would be made of roads far apart.
    this.#side = Math.max(TILE, Math.sqrt((width * height) / (TILES_A_LINE * (lines.length + 1))));
    this.#across = Math.floor(width / this.#side) + 1;
    this.#down = Math.floor(height / this.#side) + 1;
    const round = circles(network, lines);
    const counts = new Uint32Array(this.#across * this.#down + 1);
    lines.forEach((line, i) => this.#eachTile(network, line, round[WIDTH * i + 2], (tile) => counts[tile + 1]++));
    for (let tile = 0; tile + 1 < counts.length; tile++) counts[tile + 1] += counts[tile];
    this.#first = counts;
    const entries = counts[counts.length - 1];
    this.#line = new Uint32Array(entries);
    this.#round = new Float64Array(WIDTH * entries);
    const at = counts.slice();
    lines.forEach((line, i) =>
      this.#eachTile(network, line, round[WIDTH * i + 2], (tile) => {
        const entry = at[tile]++;
        this.#line[entry] = line;
        this.#round.set(round.subarray(WIDTH * i, WIDTH * (i + 1)), WIDTH * entry);
      }),
    );
  }

  /** A short line lies in the tile of its middle alone, which searches allow for; others in all that their segments may touch. */
  #eachTile({ start, xy }: RoadNetwork, line: number, radius: number, each: (tile: number) => void): void {
    const column = (x: number): number =>
      Math.min(this.#across - 1, Math.max(0, Math.floor((x - this.#west) / this.#side)));
    const row = (y: number): number =>
      Math.min(this.#down - 1, Math.max(0, Math.floor((y - this.#south) / this.#side)));
    if (2 * radius <= this.#side) {
      const { x, y } = middle(xy, start[line], start[line + 1]);
      return each(row(y) * this.#across + column(x));
    }
    for (let vertex = start[line]; vertex + 1 < start[line + 1]; vertex++) {
      const [ax, ay, bx, by] = xy.subarray(2 * vertex, 2 * vertex + 4);
      for (let j = row(Math.min(ay, by)); j <= row(Math.max(ay, by)); j++)
        for (let i = column(Math.min(ax, bx)); i <= column(Math.max(ax, bx)); i++) each(j * this.#across + i);
    }
  }

  /**
   * Finds each line that may lie within reach of a place once, about nearest first, and returns how many: what they are stands in
   * `found`, and in `atLeast` the metres that each is away at least, until the next are asked for.
   */
  around(x: number, y: number, reach: number): number {
    const search = ++this.#search;
    const [column, row] = [Math.floor((x - this.#west) / this.#side), Math.floor((y - this.#south) / this.#side)];
    const { east, north } = this.#tilesWithin(reach);
    const [first, lines, round, met, across, down] = [
      this.#first,
      this.#line,
      this.#round,
      this.#met,
      this.#across,
      this.#down,
    ];
    let count = 0;
    for (let at = 0; at < east.length; at++) {
      const i = column + east[at];
      const j = row + north[at];
      if (i < 0 || j < 0 || i >= across || j >= down) continue;
      const tile = j * across + i;
      for (let entry = first[tile]; entry < first[tile + 1]; entry++) {
        const line = lines[entry];
        if (met[line] === search) continue;
        met[line] = search;
        const dx = round[WIDTH * entry] - x;
        const dy = round[WIDTH * entry + 1] - y;
        const least = Math.sqrt(dx * dx + dy * dy) - round[WIDTH * entry + 2];
        if (least > reach) continue;
        this.found[count] = line;
        this.atLeast[count++] = least > 0 ? least : 0;
      }
    }
    return count;
  }

  #tilesWithin(reach: number) {
    if (this.#spiral?.reach === reach) return this.#spiral;
    // A place may lie anywhere in its tile, and a short line half a tile beyond its own.
    const most = reach + this.#side / 2;
    const far = Math.ceil(most / this.#side);
    const tiles: { east: number; north: number; away: number }[] = [];
    for (let north = -far; north <= far; north++)
      for (let east = -far; east <= far; east++) {
        const least = Math.hypot(Math.max(0, Math.abs(east) - 1), Math.max(0, Math.abs(north) - 1)) * this.#side;
        if (least <= most) tiles.push({ east, north, away: Math.hypot(east, north) });
      }
    tiles.sort((a, b) => a.away - b.away);
    this.#spiral = {
      reach,
      east: Int32Array.from(tiles, ({ east }) => east),
      north: Int32Array.from(tiles, ({ north }) => north),
    };
    return this.#spiral;
  }
}

/** The middle of what a line's vertices span. */
function middle(xy: Float64Array, first: number, end: number): { readonly x: number; readonly y: number } {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let vertex = first; vertex < end; vertex++) {
    west = Math.min(west, xy[2 * vertex]);
    east = Math.max(east, xy[2 * vertex]);
    south = Math.min(south, xy[2 * vertex + 1]);
    north = Math.max(north, xy[2 * vertex + 1]);
  }
  return { x: (west + east) / 2, y: (south + north) / 2 };
}

/** A circle around each line: its middle, and the metres from there to its farthest vertex, `[WIDTH * i + …]`. */
function circles({ start, xy }: RoadNetwork, lines: readonly number[]): Float64Array {
  const round = new Float64Array(WIDTH * lines.length);
  lines.forEach((line, i) => {
    const { x, y } = middle(xy, start[line], start[line + 1]);
    let farthest = 0;
    for (let vertex = start[line]; vertex < start[line + 1]; vertex++)
      farthest = Math.max(farthest, Math.hypot(xy[2 * vertex] - x, xy[2 * vertex + 1] - y));
    round.set([x, y, farthest], WIDTH * i);
  });
  return round;
}
