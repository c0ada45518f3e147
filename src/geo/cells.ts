import {
  POLYGON_TO_CELLS_FLAGS,
  cellToBoundary,
  cellToChildren,
  cellToLatLng,
  compactCells,
  getResolution,
  gridDisk,
  isValidCell,
  latLngToCell,
  polygonToCells,
  polygonToCellsExperimental,
} from "h3-js";
import type { Adjacency, GeoMultiPolygon, GeoPolygon, Position, UnitShape } from "../domain/municipality.ts";
import { adjacencyOfPairs } from "./adjacency.ts";

/**
 * H3 cells whose centre lies in the outline, ascending by id. A part of the outline too small to hold any centre (an islet)
 * gets the cells it touches, so that no part is left without one.
 */
export function cellsOfOutline(outline: GeoPolygon | GeoMultiPolygon, resolution: number): string[] {
  const parts = outline.type === "Polygon" ? [outline.coordinates] : outline.coordinates;
  const cells = new Set<string>();
  for (const part of parts) {
    const centred = polygonToCells(part, resolution, true);
    const found =
      centred.length > 0
        ? centred
        : polygonToCellsExperimental(part, resolution, POLYGON_TO_CELLS_FLAGS.containmentOverlapping, true);
    for (const cell of found) cells.add(cell);
  }
  return [...cells].toSorted();
}

export const cellAt = ({ lon, lat }: Position, resolution: number): string => latLngToCell(lat, lon, resolution);

/** Degrees WGS84, `[cell]`. */
export function cellCentres(cells: readonly string[]): { readonly lon: Float64Array; readonly lat: Float64Array } {
  const lon = new Float64Array(cells.length);
  const lat = new Float64Array(cells.length);
  cells.forEach((cell, i) => ([lat[i], lon[i]] = cellToLatLng(cell)));
  return { lon, lat };
}

/** The cell's outline, degrees WGS84, closed ring. Computed when asked for: thousands of cells are rarely drawn at once. */
export const cellBoundary = (cell: string): GeoPolygon => ({
  type: "Polygon",
  coordinates: [cellToBoundary(cell, true)],
});

/** Two cells touch when they share an edge. Numbers are positions in `cells`. */
export function cellAdjacency(cells: readonly string[]): Adjacency {
  const number = new Map(cells.map((cell, i) => [cell, i]));
  const pairs: number[] = [];
  cells.forEach((cell, i) => {
    for (const neighbour of gridDisk(cell, 1)) {
      const j = number.get(neighbour);
      if (j !== undefined && i < j) pairs.push(i, j);
    }
  });
  return adjacencyOfPairs(cells.length, pairs);
}

/**
 * The cells at a shape's resolution that a unit id of a plan file stands for: itself, or all cells inside it where it is
 * coarser (by five resolutions at most, some 17,000 cells). Empty for an id that is no such cell. A polygon is itself.
 */
export function cellsWithin(id: string, shape: UnitShape): readonly string[] {
  if (shape.kind === "polygons") return [id];
  if (!isValidCell(id)) return [];
  const coarser = shape.resolution - getResolution(id);
  return coarser < 0 || coarser > 5 ? [] : cellToChildren(id, shape.resolution);
}

/** Cells grown around seeds. */
interface GrownCells {
  /** Ascending by id. */
  readonly cells: readonly string[];
  /** Rings of cells around every seed. */
  readonly rings: number;
  readonly pieces: number;
}

/**
 * Grows the seeds ring by ring, all at once, until they hang together or `mostRings` rings are reached. At least one ring
 * is added, so that a lone seed has surroundings.
 */
export function growTogether(seeds: Iterable<string>, mostRings: number): GrownCells {
  const grown = new Cluster();
  for (const seed of seeds) grown.add(seed);
  let edge = [...grown.cells()];
  let rings = 0;
  while (rings < mostRings && (rings === 0 || grown.pieces > 1)) {
    edge = [...new Set(edge.flatMap((cell) => gridDisk(cell, 1)))].filter((cell) => !grown.has(cell));
    for (const cell of edge) grown.add(cell);
    rings++;
  }
  return { cells: [...grown.cells()].toSorted(), rings, pieces: grown.pieces };
}

/** A growing set of cells that knows in how many connected pieces it lies (a forest with one root for each piece). */
class Cluster {
  pieces = 0;
  private readonly parent = new Map<string, string>();

  has = (cell: string): boolean => this.parent.has(cell);
  cells = (): Iterable<string> => this.parent.keys();

  add(cell: string): void {
    if (this.has(cell)) return;
    this.parent.set(cell, cell);
    this.pieces++;
    for (const neighbour of gridDisk(cell, 1)) {
      if (!this.has(neighbour)) continue;
      const [one, other] = [this.root(cell), this.root(neighbour)];
      if (one === other) continue;
      this.parent.set(one, other);
      this.pieces--;
    }
  }

  private root(cell: string): string {
    let top = cell;
    for (let above = this.parent.get(top); above !== undefined && above !== top; above = this.parent.get(top))
      top = above;
    this.parent.set(cell, top);
    return top;
  }
}

/** The same units in fewer names: seven sibling cells as their parent, and so on; own polygons stay as they are. */
export function compactUnits(ids: readonly string[], shape: UnitShape): string[] {
  if (shape.kind !== "h3") return [...ids];
  return (ids.length < SIBLINGS ? [...ids] : compactCells([...ids])).toSorted();
}

const SIBLINGS = 7;
