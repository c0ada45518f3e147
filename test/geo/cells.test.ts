import { area, booleanPointInPolygon, polygon } from "@turf/turf";
import { cellToParent, gridDisk, latLngToCell } from "h3-js";
import { expect, test } from "vitest";
import {
  cellAdjacency,
  cellAt,
  cellBoundary,
  cellCentres,
  cellsOfOutline,
  cellsWithin,
  growTogether,
} from "../../src/geo/cells.ts";
import { pieces } from "../../src/geo/contiguity.ts";

const square = (west: number, south: number, side: number) => [
  [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ],
];
const OUTLINE = { type: "Polygon" as const, coordinates: square(11.5, 55.6, 0.1) };

test("cells of an outline have their centres in it, ascend, and cover its area", () => {
  const cells = cellsOfOutline(OUTLINE, 8);
  const { lon, lat } = cellCentres(cells);
  expect(cells).toEqual(cells.toSorted());
  for (let i = 0; i < cells.length; i++) expect(booleanPointInPolygon([lon[i], lat[i]], OUTLINE)).toBe(true);
  const covered = cells.reduce((sum, cell) => sum + area(cellBoundary(cell)), 0);
  expect(covered / area(polygon(OUTLINE.coordinates))).toBeCloseTo(1, 1);
});

test("an islet too small to hold a cell's centre still gets a cell", () => {
  const islet = { type: "MultiPolygon" as const, coordinates: [OUTLINE.coordinates, square(11.8, 55.8, 0.0001)] };
  expect(cellsOfOutline(islet, 8)).toContain(cellAt({ lon: 11.80005, lat: 55.80005 }, 8));
});

test("a cell inside touches six others, and all cells of an outline hang together", () => {
  const cells = cellsOfOutline(OUTLINE, 8);
  const adjacency = cellAdjacency(cells);
  const middle = cells.indexOf(cellAt({ lon: 11.55, lat: 55.65 }, 8));
  const neighbours = adjacency.target.slice(adjacency.start[middle], adjacency.start[middle + 1]);
  expect([...neighbours].map((i) => cells[i])).toEqual(
    gridDisk(cells[middle], 1)
      .filter((cell) => cell !== cells[middle])
      .toSorted(),
  );
  expect(pieces(adjacency, [...cells.keys()]).count).toBe(1);
});

test("seeds grow until they hang together, and no farther than allowed", () => {
  const seeds = [latLngToCell(55.6, 11.5, 8), latLngToCell(55.6, 11.6, 8)];
  const joined = growTogether(seeds, 20);
  expect(joined.pieces).toBe(1);
  expect(pieces(cellAdjacency(joined.cells), [...joined.cells.keys()]).count).toBe(1);
  expect(joined.cells).toEqual([...new Set(seeds.flatMap((seed) => gridDisk(seed, joined.rings)))].toSorted());
  expect(growTogether(seeds, joined.rings - 1).pieces).toBe(2);
  expect(growTogether([seeds[0]], 20).cells).toHaveLength(7);
});

test("a coarser cell stands for the cells in it, a finer one and a name for none", () => {
  const cell = latLngToCell(55.6, 11.5, 9);
  const shape = { kind: "h3" as const, resolution: 9 };
  expect(cellsWithin(cell, shape)).toEqual([cell]);
  expect(cellsWithin(cellToParent(cell, 8), shape)).toHaveLength(7);
  expect(cellsWithin(cellToParent(cell, 8), shape)).toContain(cell);
  expect(cellsWithin(latLngToCell(55.6, 11.5, 10), shape)).toEqual([]);
  expect(cellsWithin(cellToParent(cell, 0), shape)).toEqual([]);
  expect(cellsWithin("Tuse", shape)).toEqual([]);
  expect(cellsWithin("Tuse", { kind: "polygons", geometry: [] })).toEqual(["Tuse"]);
});
