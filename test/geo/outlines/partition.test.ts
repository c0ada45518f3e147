import * as fc from "fast-check";
import { cellToBoundary, cellToLatLng, gridDisk, gridDistance, gridPathCells, gridRing, latLngToCell } from "h3-js";
import { describe, expect, test } from "vitest";
import type { Area } from "../../../src/geo/polygon-segments.ts";
import { groupMiddles } from "../../../src/geo/outlines/middles.ts";
import { partitionOf } from "../../../src/geo/outlines/partition.ts";
import { unitAreas } from "../../../src/geo/outlines/unit-areas.ts";
import {
  areaOf,
  covers,
  faultsOf,
  outlinesOfAreas,
  outlinesOfCells,
  partsArea,
  square,
  squares,
} from "./drawn-partition.ts";

const parted = (rows: readonly string[]) => {
  const { areas, group, letters } = squares(rows);
  const partition = partitionOf(outlinesOfAreas(areas), group);
  const of = (letter: string) => partition.areas.find((area) => area.group === letters.indexOf(letter))!.parts;
  const borders = partition.borders.map(({ a, b }) => letters[a] + (b === undefined ? "" : letters[b])).toSorted();
  return { partition, of, borders };
};

describe("groups of squares", () => {
  test("that lie side by side share one border; the rim is nobody else's", () => {
    const { partition, borders } = parted(["AAB", "AAB"]);
    expect(borders).toEqual(["A", "AB", "B"]);
    const shared = partition.borders.find(({ a, b }) => a === 0 && b === 1)!;
    expect(shared.lines.map((line) => line.map(([, y]) => y).toSorted((a, b) => a - b))).toEqual([[0, 1, 2]]);
    expect(shared.lines.flat().every(([x]) => x === 2)).toBe(true);
    expect(faultsOf(partition)).toEqual([]);
  });

  test("may have a hole with an island in it, and the island a hole of its own", () => {
    const { partition, of, borders } = parted([
      "AAAAAAA",
      "ABBBBBA",
      "ABAAABA",
      "ABACABA",
      "ABAAABA",
      "ABBBBBA",
      "AAAAAAA",
    ]);
    expect(of("A").map((part) => part.length)).toEqual([2, 2]);
    expect(of("B").map((part) => part.length)).toEqual([2]);
    expect(of("C").map((part) => part.length)).toEqual([1]);
    expect(borders).toEqual(["A", "AB", "AC"]);
    expect(faultsOf(partition)).toEqual([]);
  });

  test("that touch at a corner only are two parts, and no border lies between those across the corner", () => {
    const { partition, of, borders } = parted(["AB", "CA"]);
    expect(of("A").map((part) => part.map(({ length }) => length))).toEqual([[5], [5]]);
    expect(borders).toEqual(["A", "AB", "AC", "B", "C"]);
    expect(faultsOf(partition)).toEqual([]);
  });

  test("that close round others by their corners only let them be islands of the outside", () => {
    const { partition, of } = parted([".A.", "ABA", ".A."]);
    expect(of("A")).toHaveLength(4);
    expect(of("B")).toHaveLength(1);
    expect(faultsOf(partition)).toEqual([]);
  });

  test("with holes that touch at a corner keep both open", () => {
    const { partition } = parted(["AAAA", "ABAA", "AABA", "AAAA"]);
    expect(areaOf(partition, 0)).toBeCloseTo(14);
    expect(areaOf(partition, 1)).toBeCloseTo(2);
    expect(faultsOf(partition)).toEqual([]);
  });

  test("have their holes in the part around them, not in one that only reaches round it", () => {
    const { of } = parted(["A......", "A.AAAAA", "A.ABAAA", "A.AAAAA", "A.AAAAA", "A......", "AAAAAAA"]);
    const holed = of("A").filter((part) => part.length > 1);
    expect(holed.map((part) => partsArea([part]))).toEqual([19]);
  });

  test("leave out units that are in none, and have no border with them but the rim", () => {
    const { areas } = squares(["ABC"]);
    const partition = partitionOf(outlinesOfAreas(areas), Int32Array.of(0, -1, 2));
    expect(partition.areas.map(({ group }) => group)).toEqual([0, 2]);
    expect(partition.borders.every(({ b }) => b === undefined)).toBe(true);
  });

  test("without any unit, or with all in one, are drawn as well", () => {
    expect(partitionOf(outlinesOfAreas([]), new Int32Array(0))).toEqual({ areas: [], borders: [] });
    const { partition, borders } = parted(["AA", "AA"]);
    expect(borders).toEqual(["A"]);
    expect(areaOf(partition, 0)).toBe(4);
  });

  test("cover just their own units, whatever the groups, and leave no gap between them", () => {
    const drawings = fc
      .record({
        width: fc.integer({ min: 1, max: 7 }),
        letters: fc.string({ unit: fc.constantFrom("A", "B", "C", "."), minLength: 1, maxLength: 42 }),
      })
      .map(({ width, letters }) => letters.match(new RegExp(`.{1,${width}}`, "g"))!);
    fc.assert(
      fc.property(drawings, (rows) => {
        const { areas, group } = squares(rows);
        const partition = partitionOf(outlinesOfAreas(areas), group);
        expect(faultsOf(partition)).toEqual([]);
        for (const number of new Set(group))
          expect(
            covers(
              partition,
              number,
              areas.filter((_, unit) => group[unit] === number),
            ),
          ).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

const both = (areas: readonly Area[]) => partitionOf(outlinesOfAreas(areas), Int32Array.from(areas.keys()));

const ring = (area: Area): number[][] => area.coordinates[0] as number[][];

describe("polygons as files draw them", () => {
  const [low, high]: Area[] = [square(0, 0, 0.02, 0.01), square(0, 0.01, 0.02, 0.01)];
  const halves: Area[] = [square(0.02, 0, 0.01, 0.005), square(0.02, 0.005, 0.01, 0.015)];
  test("share a border though only one has a corner in the middle of it", () => {
    const partition = both([low, high, ...halves]);
    expect(faultsOf(partition)).toEqual([]);
    expect(partition.borders.flatMap(({ a, b }) => (b === undefined ? [] : [`${a} ${b}`])).toSorted()).toEqual([
      "0 1",
      "0 2",
      "0 3",
      "1 3",
      "2 3",
    ]);
  });

  test("share a long border with many, whichever way it runs", () => {
    const around = [
      ...[0, 1, 2].map((x) => square(x / 100, 0.03, 0.01)),
      ...[0, 1, 2].map((x) => square(x / 100, -0.01, 0.01)),
      ...[0, 1, 2].map((y) => square(0.03, y / 100, 0.01)),
      ...[0, 1, 2].map((y) => square(-0.01, y / 100, 0.01)),
    ];
    const partition = both([square(0, 0, 0.03), ...around]);
    expect(faultsOf(partition)).toEqual([]);
    expect(partition.borders.filter(({ a, b }) => a === 0 && b !== undefined)).toHaveLength(12);
    expect(areaOf(partition, 0)).toBeCloseTo(9e-4, 9);
  });

  test("share a border that is drawn a decimetre off", () => {
    const off = 9e-7;
    const partition = both([low, square(off, 0.01 + off, 0.02, 0.01)]);
    expect(partition.borders.some(({ b }) => b === 1)).toBe(true);
    expect(faultsOf(partition)).toEqual([]);
  });

  test("are taken whichever way round their rings run", () => {
    const turned = [low, high, ...halves].map((area): Area => ({
      type: "Polygon",
      coordinates: (area.coordinates as number[][][]).map((line) => line.toReversed()),
    }));
    const partition = both(turned);
    expect(faultsOf(partition)).toEqual([]);
    turned.forEach((area, unit) => expect(covers(partition, unit, [area])).toBe(true));
  });

  test("may have parts and holes", () => {
    const around: Area = { type: "Polygon", coordinates: [ring(square(0, 0, 3)), ring(square(1, 1)).toReversed()] };
    const parts: Area = { type: "MultiPolygon", coordinates: [[ring(square(1, 1))], [ring(square(3, 0, 1, 3))]] };
    const partition = both([around, parts]);
    expect(faultsOf(partition)).toEqual([]);
    expect([areaOf(partition, 0), areaOf(partition, 1)]).toEqual([8, 4]);
  });

  test("that lie over each other by mistake are drawn all the same", () => {
    const partition = both([square(0, 0, 2), square(1, 0, 2)]);
    expect([areaOf(partition, 0), areaOf(partition, 1)]).toEqual([4, 4]);
  });
});

const cellArea = (ids: readonly string[]): number =>
  ids.reduce((sum, id) => sum + Math.abs(partsArea([[cellToBoundary(id, true)]])), 0);

const placesOf = (ids: readonly string[]) => {
  const centres = ids.map((id) => cellToLatLng(id));
  return { lon: Float64Array.from(centres, ([, lon]) => lon), lat: Float64Array.from(centres, ([lat]) => lat) };
};

describe("cells", () => {
  const resolution = 9;
  const middle = latLngToCell(55.7, 11.7, resolution);
  const disk = gridDisk(middle, 6).toSorted();
  const outlines = outlinesOfCells(disk, resolution);
  const drawnCells = gridDisk(middle, 8);

  test("are drawn two rings beyond the rim, each cell there by the unit nearest to it", () => {
    const whole = partitionOf({ ...outlines, lines: "corners" }, new Int32Array(disk.length));
    expect(areaOf(whole, 0)).toBeCloseTo(cellArea(drawnCells), 9);
    const west = Int32Array.from(disk, (id) => (cellToBoundary(id)[0][1] < 11.7 ? 0 : 1));
    const halves = partitionOf({ ...outlines, lines: "corners" }, west);
    expect(halves.areas.map(({ parts }) => parts.map(({ length }) => length))).toEqual([[1], [1]]);
  });

  test.each(["corners", "quiet"] as const)("leave no gap in whatever groups they are (%s)", (lines) => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1, max: 4 }), { minLength: disk.length, maxLength: disk.length }),
        fc.integer({ min: 1, max: 40 }),
        (picks, patch) => {
          // Patches of cells next to each other by number, so that groups are large as well as scattered.
          const group = Int32Array.from(disk, (_, unit) => picks[unit - (unit % patch)]);
          const partition = partitionOf({ ...outlines, lines }, group);
          expect(faultsOf(partition)).toEqual([]);
          expect(partition.areas.map((area) => area.group)).toEqual(
            [...new Set(group)].filter((own) => own >= 0).toSorted((a, b) => a - b),
          );
          if (lines === "corners" && !picks.includes(-1))
            expect(partition.areas.reduce((sum, { parts }) => sum + partsArea(parts), 0)).toBeCloseTo(
              cellArea(drawnCells),
              9,
            );
        },
      ),
      { numRuns: 60 },
    );
  });

  test("inside are covered by their group just as they are; a quiet border stays within half an edge of theirs", () => {
    const inner = new Set(gridDisk(middle, 2));
    const group = Int32Array.from(disk, (id) => (inner.has(id) ? 1 : 0));
    const cells = [...inner].map((id): Area => ({ type: "Polygon", coordinates: [cellToBoundary(id, true)] }));
    expect(covers(partitionOf({ ...outlines, lines: "corners" }, group), 1, cells)).toBe(true);
    const quiet = partitionOf(outlines, group);
    expect(areaOf(quiet, 1) / cellArea([...inner])).toBeGreaterThan(0.95);
    const [a, b] = cellToBoundary(middle, true);
    const edge = Math.hypot(a[0] - b[0], a[1] - b[1]);
    const corners = [...inner].flatMap((id) => cellToBoundary(id, true));
    for (const [x, y] of quiet.areas.find((area) => area.group === 1)!.parts.flat(2))
      expect(Math.min(...corners.map((corner) => Math.hypot(corner[0] - x, corner[1] - y)))).toBeLessThan(0.5 * edge);
  });

  test("of islands far apart have no border with each other, though a ferry may join them", () => {
    const island = gridDisk(latLngToCell(55.8, 11.7, resolution), 2);
    const ids = [...disk, ...island];
    const partition = partitionOf(
      outlinesOfCells(ids, resolution),
      Int32Array.from(ids, (_, unit) => (unit < disk.length ? 0 : 1)),
    );
    expect(partition.borders).toHaveLength(2);
    expect(partition.borders.every(({ b }) => b === undefined)).toBe(true);
  });

  const places = placesOf(disk);

  test("have a middle well inside their group", () => {
    const inner = new Set(gridDisk(middle, 2));
    const group = Int32Array.from(disk, (id) => (inner.has(id) ? 7 : -1));
    expect(groupMiddles(outlines, group, places)).toEqual([{ group: 7, unit: disk.indexOf(middle) }]);
    const whole = groupMiddles(outlines, new Int32Array(disk.length), places);
    expect(whole).toEqual([{ group: 0, unit: disk.indexOf(middle) }]);
  });

  test("have a middle in their body, not in a thin arm nor between the two", () => {
    const [end] = gridRing(middle, 6);
    const body = new Set(gridDisk(end, 4));
    const arm = gridPathCells(end, gridRing(middle, 6)[18]);
    const group = Int32Array.from(disk, (id) => (body.has(id) || arm.includes(id) ? 0 : 1));
    const [{ unit }] = groupMiddles(outlines, group, places);
    expect(body.has(disk[unit])).toBe(true);
    expect(gridDistance(disk[unit], end)).toBeLessThan(4);
  });

  test("have a middle away from an inlet, though they are drawn across it", () => {
    const inlet = new Set(gridPathCells(middle, disk[0]));
    const ids = disk.filter((id) => !inlet.has(id));
    const [{ unit }] = groupMiddles(outlinesOfCells(ids, resolution), new Int32Array(ids.length), placesOf(ids));
    expect(Math.min(...[...inlet].map((cell) => gridDistance(cell, ids[unit])))).toBeGreaterThan(1);
  });

  test("are drawn one by one through all their corners, and together leave no gap", () => {
    const deep = gridDisk(middle, 4).map((id) => disk.indexOf(id));
    const areas = unitAreas(outlines, deep);
    areas.forEach(({ coordinates }, i) => expect(partsArea(coordinates)).toBeCloseTo(cellArea([disk[deep[i]]]), 12));
    const all = unitAreas(outlines, [...disk.keys()]);
    expect(all.reduce((sum, { coordinates }) => sum + partsArea(coordinates), 0)).toBeCloseTo(cellArea(drawnCells), 9);
  });
});
