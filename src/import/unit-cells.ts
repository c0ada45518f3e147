import { area, booleanPointInPolygon } from "@turf/turf";
import { getHexagonAreaAvg, getHexagonEdgeLengthAvg, gridRing, UNITS } from "h3-js";
import type { Position, Site } from "../domain/municipality.ts";
import { cellAdjacency, cellAt, cellCentres, cellsOfOutline, growTogether } from "../geo/cells.ts";
import type { Area } from "../geo/polygon-segments.ts";
import { PairNumbers } from "../kernels/pair-numbers.ts";
import type { Residents } from "./pupils.ts";
import type { Report } from "./report.ts";
import type { EmptyUnits } from "./empty-units.ts";

/** More cells than this are no basis for planning and fill the memory. */
const MOST_CELLS = 250_000;
/** Without an outline the area grows at most this far from pupils and sites, metres. */
const FARTHEST = 3000;

/** Who must have a cell: pupils and open sites. */
interface Anchored {
  readonly residents: readonly Residents[];
  readonly openSites: readonly Site[];
}

/** Which files to name in issues. */
interface CellFiles {
  readonly pupils: string;
  readonly sites: string;
  readonly outline: string;
}

/** H3 cells of the outline, and of pupils and open sites outside it; `undefined` where there would be too many. */
export function cellUnits(
  outline: Area | "none",
  resolution: number,
  anchored: Anchored,
  files: CellFiles,
  report: Report,
): EmptyUnits | undefined {
  const count = outline === "none" ? 0 : Math.round(area(outline) / getHexagonAreaAvg(resolution, UNITS.m2));
  if (count > MOST_CELLS) {
    report("units.too-many", { file: files.outline }, { count, resolution, most: MOST_CELLS });
    return undefined;
  }
  const cellOf = cellFinder(resolution);
  const cells =
    outline === "none"
      ? cellsAround(resolution, anchored, files, report)
      : cellsWithOutliers(outline, resolution, anchored, cellOf, files, report);
  const number = new Map(cells.map((cell, unit) => [cell, unit]));
  return {
    id: cells,
    ...cellCentres(cells),
    shape: { kind: "h3", resolution },
    adjacency: cellAdjacency(cells),
    at: (position) => number.get(cellOf(position)),
    near: (position, limit) => nearestCell(cellOf(position), ringsWithin(limit, resolution), number),
  };
}

/** Makes the function from a place to its cell, which it remembers: several live at most addresses, and each is asked of more than once. */
function cellFinder(resolution: number): (position: Position) => string {
  const places = new PairNumbers();
  const cells: string[] = [];
  return (position) => (cells[places.of(position.lon, position.lat)] ??= cellAt(position, resolution));
}

/** Rings of cells that cover a distance, metres. */
const ringsWithin = (distance: number, resolution: number): number =>
  Math.ceil(distance / (Math.sqrt(3) * getHexagonEdgeLengthAvg(resolution, UNITS.m)));

function nearestCell(cell: string, rings: number, number: ReadonlyMap<string, number>): number | undefined {
  for (let ring = 0; ring <= rings; ring++) {
    const found = gridRing(cell, ring).flatMap((each) => number.get(each) ?? []);
    if (found.length > 0) return Math.min(...found);
  }
  return undefined;
}

function cellsWithOutliers(
  outline: Area,
  resolution: number,
  { residents, openSites }: Anchored,
  cellOf: (position: Position) => string,
  files: CellFiles,
  report: Report,
): string[] {
  const cells = new Set(cellsOfOutline(outline, resolution));
  const inside = new Set(cells);
  const isOutside = (position: Position): boolean => {
    const cell = cellOf(position);
    if (inside.has(cell)) return false;
    cells.add(cell);
    return !booleanPointInPolygon([position.lon, position.lat], outline);
  };
  const outsiders = residents.filter(isOutside);
  if (outsiders.length > 0) {
    const pupils = outsiders.reduce((sum, resident) => sum + resident.pupils, 0);
    const added = new Set(outsiders.map(cellOf)).size;
    report("pupils.outside-outline", { file: files.pupils }, { pupils, cells: added });
  }
  const strayed = openSites.filter(isOutside);
  if (strayed.length > 0) {
    const sites = strayed.map(({ name }) => name).join(", ");
    report("sites.outside-outline", { file: files.sites }, { count: strayed.length, sites });
  }
  return [...cells].toSorted();
}

function cellsAround(
  resolution: number,
  { residents, openSites }: Anchored,
  files: CellFiles,
  report: Report,
): readonly string[] {
  const seeds = [...residents, ...openSites].map((position) => cellAt(position, resolution));
  const { cells, rings } = growTogether(seeds, ringsWithin(FARTHEST, resolution));
  report("units.grown", { file: files.outline }, { rings, count: cells.length });
  return cells;
}
