import { booleanPointInPolygon } from "@turf/turf";
import type { Position } from "../../domain/municipality.ts";
import { type Crs, crsOfName } from "../../geo/coordinate-systems.ts";
import { degreesIn, METRES_PER_DEGREE } from "../../geo/projection.ts";
import { fitOf } from "../whereabouts.ts";
import type { FoundPart } from "./found-part.ts";
import { placesOfPart } from "./places-of-part.ts";

/** Farthest from a road that a row near roads lies, metres in a straight line. */
const NEAR = 1000;

/** The rows of a part that lie where those that count do; one whose place cannot be told stays, to be named by whoever reads it. */
export function rowsThere(input: FoundPart, others: readonly FoundPart[]): readonly number[] {
  const { where } = input.recipe;
  if (where === undefined) return input.rows;
  const role = where === "inside-outline" ? "outline" : "roads";
  const around = others.filter(({ recipe }) => recipe.is === role);
  // Without what it is held against nothing is left out: that it is missing is said already.
  if (around.length === 0) return input.rows;
  const isThere = where === "inside-outline" ? insideOf(around) : nearOf(around);
  const placeOf = positionReader(input);
  return input.rows.filter((row) => {
    const place = placeOf(row);
    return place === undefined || isThere(place);
  });
}

function positionReader({ part, recipe, columns }: FoundPart): (row: number) => Position | undefined {
  const places = placesOfPart(part, recipe, columns);
  return (row) => {
    const cells = places?.at(row);
    const [x, y] = [
      ["lon", "x"],
      ["lat", "y"],
    ].map((roles) =>
      roles.map((role) => cells?.get(role) ?? part.cell(row, columns.get(role) ?? "")).find((cell) => cell !== ""),
    );
    return inDegrees(Number(x?.replace(",", ".")), Number(y?.replace(",", ".")), undefined);
  };
}

/** A pair in the system it is said to be in, else in the one that makes it a place in Denmark, else as degrees. */
function inDegrees(x: number, y: number, crs: Crs | undefined): Position | undefined {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined;
  const known = crs ?? fitOf(x, y)?.crs;
  if (known === undefined) return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? { lon: x, lat: y } : undefined;
  const { lon, lat } = degreesIn(known, [x, y]);
  return { lon: lon[0], lat: lat[0] };
}

/** All corners of what a part draws, ring by ring or line by line, in degrees. */
function linesOf({ part, recipe, rows }: FoundPart): readonly (readonly Position[])[] {
  const crs = (recipe.crs === undefined ? undefined : crsOfName(recipe.crs)) ?? part.crs;
  const lines: Position[][] = [];
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    const list: readonly unknown[] = value;
    const corners = list.map((each) => {
      const [x, y]: readonly unknown[] = Array.isArray(each) ? each : [];
      return typeof x === "number" && typeof y === "number" ? inDegrees(x, y, crs) : undefined;
    });
    if (corners.every((each) => each === undefined)) list.forEach(walk);
    else lines.push(corners.filter((each) => each !== undefined));
  };
  for (const row of rows) walk(part.feature?.(row).geometry.coordinates);
  return lines;
}

function insideOf(parts: readonly FoundPart[]): (place: Position) => boolean {
  const rings = parts.flatMap(linesOf).filter((ring) => ring.length > 3);
  const areas = rings.map((ring) => ({
    type: "Polygon" as const,
    coordinates: [[...ring, ring[0]].map(({ lon, lat }) => [lon, lat])],
  }));
  // A hole is drawn as a ring too: inside an odd number of rings is inside.
  return ({ lon, lat }) => areas.filter((area) => booleanPointInPolygon([lon, lat], area)).length % 2 === 1;
}

/** Steps along a road, metres: half of what is near at the most. */
const STEP = NEAR / 4;

function nearOf(parts: readonly FoundPart[]): (place: Position) => boolean {
  const lines = parts.flatMap(linesOf);
  const lat = lines[0]?.[0]?.lat ?? 0;
  const [perLon, perLat] = [METRES_PER_DEGREE * Math.max(0.01, Math.cos((lat * Math.PI) / 180)), METRES_PER_DEGREE];
  const inPlane = (place: Position): readonly [number, number] => [place.lon * perLon, place.lat * perLat];
  const squares = new Map<string, (readonly [number, number])[]>();
  const squareOf = (x: number, y: number): string => `${Math.floor(x / NEAR)} ${Math.floor(y / NEAR)}`;
  const add = (x: number, y: number): void => {
    const key = squareOf(x, y);
    const known = squares.get(key);
    if (known) known.push([x, y]);
    else squares.set(key, [[x, y]]);
  };
  for (const line of lines)
    line.map(inPlane).forEach(([x, y], i, all) => {
      const [nextX, nextY] = all[i + 1] ?? [x, y];
      const steps = Math.max(1, Math.ceil(Math.hypot(nextX - x, nextY - y) / STEP));
      for (let step = 0; step < steps; step++) add(x + ((nextX - x) * step) / steps, y + ((nextY - y) * step) / steps);
    });
  const around = [-NEAR, 0, NEAR];
  return (place) => {
    const [x, y] = inPlane(place);
    return around.some((dx) =>
      around.some((dy) =>
        squares.get(squareOf(x + dx, y + dy))?.some(([px, py]) => Math.hypot(px - x, py - y) <= NEAR),
      ),
    );
  };
}
