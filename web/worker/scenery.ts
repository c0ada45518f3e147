import { difference, polygon } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { type Municipality, pupilsNotice } from "../../src/index.ts";
import { mapRoads } from "./map-roads.ts";
import type { Bounds, MapScenery } from "./messages.ts";

type Area = Polygon | MultiPolygon;

/** How far around the municipality is drawn where no land says how far, as a share of its size. */
const AROUND = 0.35;
/** How far a window may be moved beyond what is known, as a share of its size. */
const BEYOND = 1.2;

/** What the map shows underneath the districts. */
export function sceneryOf({ info, scenery, units, roads, sites }: Municipality): MapScenery {
  const bounds = boundsOf(scenery.outline ? positionsOf(scenery.outline) : unitPositions(units));
  const near = scenery.land.length > 0 ? boundsOf(scenery.land.flatMap(positionsOf)) : grown(bounds, AROUND);
  const around = aroundOf(near, scenery.surroundings);
  const known = around?.bounds ?? near;
  const frame = grown(known, BEYOND);
  const outside = scenery.outline && without(around ? near : frame, [scenery.outline]);
  const water = scenery.land.length > 0 ? without(near, scenery.land) : undefined;
  return {
    name: info.name,
    ...noticeOf(info),
    sources: info.sources,
    bounds,
    known,
    frame,
    ...(outside && { outside }),
    ...(water && { water }),
    ...(around && { around: { sea: around.sea, land: around.land } }),
    coast: {
      type: "MultiLineString",
      coordinates: [...(water ? shores(water, [near]) : []), ...(around?.coast ?? [])],
    },
    ...(scenery.outline && { outline: scenery.outline }),
    places: {
      type: "FeatureCollection",
      features: scenery.places.map(({ name, population = 0, lon, lat }) => ({
        type: "Feature",
        properties: { name, population },
        geometry: { type: "Point", coordinates: [lon, lat] },
      })),
    },
    schools: sites.map(({ lon, lat }) => ({ lon, lat })),
    neighbours: {
      type: "FeatureCollection",
      features: scenery.neighbours.map(({ name, lon, lat }) => ({
        type: "Feature",
        properties: { name },
        geometry: { type: "Point", coordinates: [lon, lat] },
      })),
    },
    roads: mapRoads(roads),
  };
}

/** What has to be said of the pupils, and how they were made fit to be published. */
function noticeOf(info: Municipality["info"]): Pick<MapScenery, "notice" | "pupilsAre" | "published"> {
  const notice = pupilsNotice(info);
  const pupilsAre = info.syntheticNotice ? "made-up" : "published";
  return { ...(notice && { notice, pupilsAre }), ...(info.published && { published: info.published }) };
}

/** Land and sea beyond what is known exactly, to be painted one over the other: cutting them out of each other takes long. */
function aroundOf(
  near: Bounds,
  surroundings: readonly Area[],
): (NonNullable<MapScenery["around"]> & { readonly bounds: Bounds; readonly coast: Position[][] }) | undefined {
  if (surroundings.length === 0) return undefined;
  const [west, south, east, north] = boundsOf(surroundings.flatMap(positionsOf));
  const bounds: Bounds = [
    Math.min(west, near[0]),
    Math.min(south, near[1]),
    Math.max(east, near[2]),
    Math.max(north, near[3]),
  ];
  const parts = surroundings.flatMap((area) => (area.type === "Polygon" ? [area.coordinates] : area.coordinates));
  return {
    bounds,
    sea: { type: "Polygon", coordinates: [ringOf(bounds), ringOf(near)] },
    land: { type: "MultiPolygon", coordinates: parts },
    coast: surroundings.flatMap((area) => shores(area, [bounds, near])),
  };
}

/** The edges of land or water without the stretches along which it was cut off at bounds: those are no coast. */
const shores = (area: Area, cuts: readonly Bounds[]): Position[][] =>
  (area.type === "Polygon" ? area.coordinates : area.coordinates.flat()).flatMap((ring) => shoresOf(ring, cuts));

function shoresOf(ring: Position[], cuts: readonly Bounds[]): Position[][] {
  const isCut = ([lon, lat]: Position, [otherLon, otherLat]: Position): boolean =>
    cuts.some(
      ([west, south, east, north]) =>
        (lon === otherLon && (lon === west || lon === east)) || (lat === otherLat && (lat === south || lat === north)),
    );
  const lines: Position[][] = [[]];
  for (const [i, at] of ring.entries()) {
    if (i > 0 && isCut(ring[i - 1], at)) lines.push([]);
    lines[lines.length - 1].push(at);
  }
  return lines.filter(({ length }) => length > 1);
}

const positionsOf = (area: Area): Position[] =>
  area.type === "Polygon" ? area.coordinates.flat() : area.coordinates.flat(2);

const unitPositions = ({ lon, lat, shape }: Municipality["units"]): Position[] =>
  shape.kind === "polygons" ? shape.geometry.flatMap(positionsOf) : Array.from(lon, (east, unit) => [east, lat[unit]]);

function boundsOf(positions: readonly Position[]): Bounds {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lon, lat] of positions) {
    [west, south] = [Math.min(west, lon), Math.min(south, lat)];
    [east, north] = [Math.max(east, lon), Math.max(north, lat)];
  }
  return [west, south, east, north];
}

function grown([west, south, east, north]: Bounds, share: number): Bounds {
  const [width, height] = [share * (east - west), share * (north - south)];
  return [west - width, south - height, east + width, north + height];
}

const ringOf = ([west, south, east, north]: Bounds): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

function without(bounds: Bounds, areas: readonly Area[]): Area | undefined {
  const frame = polygon([ringOf(bounds)]);
  const features: Feature<Area>[] = areas.map((geometry) => ({ type: "Feature", properties: {}, geometry }));
  return difference({ type: "FeatureCollection", features: [frame, ...features] })?.geometry;
}
