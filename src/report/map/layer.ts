import type { MultiPolygon, Point, Polygon } from "geojson";
import type { Text } from "../../domain/language.ts";
import type { Cell } from "../../kernels/disclosure/shown.ts";

export type MapValue = string | number | undefined;

interface MapField {
  readonly name: string;
  readonly holds: "text" | "whole" | "number";
}

/** What lies on a layer. */
export type MapGeometry = Point | Polygon | MultiPolygon;

export interface MapFeature {
  readonly geometry: MapGeometry;
  readonly properties: Readonly<Record<string, MapValue>>;
}

/** One kind of thing on a map: a table of a GeoPackage, a file of GeoJSON. Degrees WGS84. */
export interface MapLayer {
  /** The same in every language, as programs ask for it. */
  readonly name: string;
  readonly title: Text;
  readonly shape: "Polygon" | "MultiPolygon" | "Point";
  readonly fields: readonly MapField[];
  readonly features: readonly MapFeature[];
  readonly look: Look;
}

/** How a layer is drawn: by what stands in a field, or all alike. */
export interface Look {
  readonly by?: string;
  readonly fill: "strong" | "pale" | "hatched" | "none";
  readonly line: "bold" | "fine" | "dashed" | "none";
  /** The field that is written on each. */
  readonly label?: string;
}

export const textField = (name: string): MapField => ({ name, holds: "text" });
export const countField = (name: string): MapField => ({ name, holds: "whole" });

/** A number of pupils as a column of numbers can hold it: nothing where it may not be told. */
export const toldNumber = (cell: Cell): number | undefined =>
  cell.kind === "count" || cell.kind === "about" ? cell.pupils : undefined;
