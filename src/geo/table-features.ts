import type { FeatureCollection, Point } from "geojson";
import GeoJSON from "geojson/geojson.js";
import type { Position } from "../domain/municipality.ts";

/**
 * Rows of a table as GeoJSON point features (degrees WGS84): `lon` and `lat` become the geometry, every other field a
 * property. For sites, places, pupils, and whatever else a table puts on a map.
 */
export const tableFeatures = <Row extends Position>(
  rows: readonly Row[],
): FeatureCollection<Point, Omit<Row, "lat" | "lon">> => GeoJSON.parse([...rows], { Point: ["lat", "lon"] });
