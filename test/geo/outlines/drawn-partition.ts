import { intersect, polygon, union } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import type { UnitShape } from "../../../src/domain/municipality.ts";
import { type Outlines, outlinesOf } from "../../../src/geo/outlines/outlines.ts";
import type { Partition } from "../../../src/geo/outlines/partition.ts";
import type { Area } from "../../../src/geo/polygon-segments.ts";

type Position = readonly number[];

/** Outlines of polygons that are numbered in the order given. */
export const outlinesOfAreas = (geometry: readonly Area[]): Outlines => outlinesIn({ kind: "polygons", geometry });

export const outlinesOfCells = (id: readonly string[], resolution: number): Outlines =>
  outlinesIn({ kind: "h3", resolution }, id);

const outlinesIn = (shape: UnitShape, id: readonly string[] = []): Outlines =>
  outlinesOf({ id: [...id], count: shape.kind === "h3" ? id.length : shape.geometry.length, shape });

/** Squares of a drawing, a letter each, row by row from the north, `.` for none; and the groups that the letters are. */
export function squares(rows: readonly string[], size = 1) {
  const letters = [...new Set(rows.join("").replaceAll(".", ""))].toSorted();
  const areas: Area[] = [];
  const group: number[] = [];
  rows.forEach((row, down) =>
    [...row].forEach((letter, x) => {
      if (letter === ".") return;
      areas.push(square(x * size, (rows.length - 1 - down) * size, size));
      group.push(letter === "-" ? -1 : letters.indexOf(letter));
    }),
  );
  return { areas, group: Int32Array.from(group), letters };
}

export const square = (x: number, y: number, width = 1, height = width): Area => ({
  type: "Polygon",
  coordinates: [
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
      [x, y],
    ],
  ],
});

/** Against the clock counts as more than nothing. */
export const ringArea = (ring: readonly Position[]): number =>
  ring.slice(1).reduce((sum, [x, y], i) => {
    const [[x0, y0], [xi, yi]] = [ring[0], ring[i]];
    return sum + ((xi - x0) * (y - y0) - (x - x0) * (yi - y0)) / 2;
  }, 0);

export const partsArea = (parts: readonly (readonly (readonly Position[])[])[]): number =>
  parts.flat().reduce((sum, ring) => sum + ringArea(ring), 0);

export const areaOf = ({ areas }: Partition, group: number): number =>
  areas.filter((area) => area.group === group).reduce((sum, { parts }) => sum + partsArea(parts), 0);

const feature = (geometry: Polygon | MultiPolygon): Feature<Polygon | MultiPolygon> => ({
  type: "Feature",
  properties: {},
  geometry,
});

/** Whether what is drawn of a group is just these areas: as large as their union, and as large as what both have in common. */
export function covers({ areas }: Partition, group: number, members: readonly Area[]): boolean {
  const drawn: MultiPolygon = {
    type: "MultiPolygon",
    coordinates: areas.find((area) => area.group === group)?.parts ?? [],
  };
  const shapes = members.map((area) => feature(area as Polygon | MultiPolygon));
  const joined = shapes.length > 1 ? union({ type: "FeatureCollection", features: shapes }) : shapes[0];
  if (!joined) return drawn.coordinates.length === 0;
  const common = intersect({ type: "FeatureCollection", features: [feature(drawn), joined] });
  const sizes = [drawn, joined.geometry, common?.geometry ?? polygon([]).geometry].map((area) =>
    partsArea(area.type === "Polygon" ? wound([area.coordinates]) : wound(area.coordinates)),
  );
  return sizes.every((size) => Math.abs(size - sizes[0]) < 1e-6 * sizes[0]);
}

/** Outer rings against the clock, holes with it. */
const wound = (parts: readonly (readonly (readonly Position[])[])[]) =>
  parts.map((part) => part.map((ring, i) => (ringArea(ring) > 0 === (i === 0) ? ring : ring.toReversed())));

const name = ([x, y]: Position): string => `${x} ${y}`;

/**
 * What is wrong with a partition as a drawing, empty where nothing is: every ring closes; every stretch of a group's outline
 * is drawn once more, the other way round, by one neighbour, or lies at the rim; and it lies in the border of just these two.
 */
export function faultsOf({ areas, borders }: Partition): readonly string[] {
  const faults: string[] = [];
  const owner = new Map<string, number>();
  for (const { group, parts } of areas)
    for (const part of parts)
      part.forEach((ring, place) => {
        if (name(ring[0]) !== name(ring[ring.length - 1])) faults.push(`group ${group}: a ring is open`);
        if (ringArea(ring) > 0 !== (place === 0)) faults.push(`group ${group}: a ring is turned the wrong way`);
        for (let i = 1; i < ring.length; i++) {
          const stretch = `${name(ring[i - 1])} ${name(ring[i])}`;
          if (owner.has(stretch)) faults.push(`${stretch} is drawn twice`);
          owner.set(stretch, group);
        }
      });
  const beside = new Map<string, string>();
  for (const { a, b, lines } of borders)
    for (const line of lines)
      for (let i = 1; i < line.length; i++)
        for (const [from, to] of [
          [line[i - 1], line[i]],
          [line[i], line[i - 1]],
        ])
          beside.set(`${name(from)} ${name(to)}`, [a, b ?? -1].toSorted((x, y) => x - y).join());
  const drawn = new Set<string>();
  for (const [stretch, group] of owner) {
    const [x, y, toX, toY] = stretch.split(" ");
    const other = owner.get(`${toX} ${toY} ${x} ${y}`) ?? -1;
    const pair = [group, other].toSorted((one, two) => one - two).join();
    if (beside.get(stretch) !== pair) faults.push(`${stretch}: between ${pair}, border says ${beside.get(stretch)}`);
    drawn.add(stretch).add(`${toX} ${toY} ${x} ${y}`);
  }
  for (const [stretch, pair] of beside)
    if (!drawn.has(stretch)) faults.push(`${stretch}: a border between ${pair} that no group draws`);
  return faults;
}
