import type { Feature, FeatureCollection, LineString, MultiPolygon, Point, Polygon } from "geojson";
import { NO_GROUP, type Outlines, partitionOf, type Position } from "../../src/index.ts";

/** One shape, or none, as a source takes it. */
export const collection = (geometry: Polygon | MultiPolygon | LineString | undefined): FeatureCollection => ({
  type: "FeatureCollection",
  features: geometry ? [{ type: "Feature", properties: {}, geometry }] : [],
});

export const pointAt = <Properties>({ lon, lat }: Position, properties: Properties): Feature<Point, Properties> => ({
  type: "Feature",
  properties,
  geometry: { type: "Point", coordinates: [lon, lat] },
});

/** Some units as one area; undefined where there are none. */
export function areaOf(outlines: Outlines, units: Iterable<number>): MultiPolygon | undefined {
  const group = new Int32Array(outlines.unitCount).fill(NO_GROUP);
  for (const unit of units) group[unit] = 0;
  const area = partitionOf(outlines, group).areas.at(0);
  return area && { type: "MultiPolygon", coordinates: area.parts };
}
