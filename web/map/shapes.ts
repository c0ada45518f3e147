import type { Feature, FeatureCollection, LineString, MultiLineString, MultiPolygon, Point, Polygon } from "geojson";
import type { Position } from "../../src/index.ts";

/** One shape, or none, as a source takes it. */
export const collection = (
  geometry: Polygon | MultiPolygon | LineString | MultiLineString | undefined,
): FeatureCollection => ({
  type: "FeatureCollection",
  features: geometry ? [{ type: "Feature", properties: {}, geometry }] : [],
});

export const pointAt = <Properties>({ lon, lat }: Position, properties: Properties): Feature<Point, Properties> => ({
  type: "Feature",
  properties,
  geometry: { type: "Point", coordinates: [lon, lat] },
});
