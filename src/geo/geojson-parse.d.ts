/**
 * The function of the npm package geojson. Its bare name is taken by the types of the GeoJSON format (@types/geojson), so
 * the package is imported by its file.
 */
declare module "geojson/geojson.js" {
  import type { FeatureCollection, Point } from "geojson";
  interface Settings<Row> {
    Point: [lat: string & keyof Row, lon: string & keyof Row];
    include?: string[];
    exclude?: string[];
  }
  const GeoJSON: {
    parse<Row extends object>(rows: Row[], settings: Settings<Row>): FeatureCollection<Point, Omit<Row, "lat" | "lon">>;
  };
  export default GeoJSON;
}
