import type { Crs } from "../geo/coordinate-systems.ts";
import type { MapLayer, RawFeature, RawGeometry } from "./formats/layers.ts";
import type { JsonWithList } from "./json-list.ts";
import type { JsonPath, JsonText } from "./json-text.ts";
import { isRecord } from "./json-shape.ts";
import { namedCrs } from "./named-crs.ts";
import type { Report, Spot } from "./report.ts";

/** The features of a map file as they stand there, whatever format it is in. */
export interface MapSource {
  readonly file: string;
  readonly count: number;
  /** From 0 on, in the file's order; each may be made anew whenever it is asked for. "broken": the file cannot be read there. */
  readonly feature: (number: number) => RawFeature | "broken";
  /** Says where and how it is broken. */
  readonly reportBroken?: () => void;
  readonly crs?: Crs;
  /** Where a feature, or one of its properties, begins; of files without lines only the file. */
  readonly spot: (feature: number, property?: string) => Pick<Spot, "line">;
}

/** A layer that another format's reader made. */
export function mapOfLayer(file: string, { features, crs }: MapLayer, report: Report): MapSource | undefined {
  if (typeof crs === "object") {
    report("geojson.crs", { file }, { found: crs.unknown });
    return undefined;
  }
  const spot = (feature: number): Pick<Spot, "line"> => {
    const line = features.at(feature)?.line;
    return line === undefined ? {} : { line };
  };
  return {
    file,
    count: features.length,
    feature: (number) => features.at(number) ?? "broken",
    spot,
    ...(crs && { crs }),
  };
}

/** GeoJSON: collections, single features and bare geometries alike; `undefined` where the file is none of them. */
export function mapOfJson(json: JsonWithList, report: Report): MapSource | undefined {
  const { file, value } = json;
  const found = listIn(json);
  if (!found) {
    const type = isRecord(value) ? JSON.stringify(value["type"] ?? null) : typeof value;
    report("geojson.kind", json.at([]), { found: type });
    return undefined;
  }
  const crs = isRecord(value) ? crsOf(json, value["crs"] ?? value["coordRefSys"], report) : undefined;
  const { count, entry, pathOf, reportBroken } = found;
  const feature = (number: number): RawFeature | "broken" => {
    const each = entry(number);
    return each === "broken" ? each : rawFeature(each.value);
  };
  const spot = (number: number, property?: string): Pick<Spot, "line"> => {
    const path = pathOf(number);
    return { line: json.at(property === undefined ? path : [...path, "properties", property]).line ?? 1 };
  };
  return { file, count, feature, spot, ...(reportBroken && { reportBroken }), ...(crs && { crs }) };
}

/** The features of a file by their place in it. */
type FeatureList = Pick<NonNullable<JsonWithList["list"]>, "count" | "entry"> & {
  readonly reportBroken?: () => void;
  readonly pathOf: (number: number) => JsonPath;
};

function listIn({ value, list }: JsonWithList): FeatureList | undefined {
  const isCollection = isRecord(value) && value["type"] === "FeatureCollection";
  if (list && isCollection) return { ...list, pathOf: (number) => ["features", number] };
  const found = featuresOf(value);
  return (
    found && {
      count: found.length,
      entry: (number) => ({ value: found[number].feature }),
      pathOf: (number) => found[number].path,
    }
  );
}

/** A GeoJSON feature as far as it is one. */
export function rawFeature(feature: unknown): RawFeature {
  const own = isRecord(feature) ? feature : {};
  const { id, properties, geometry } = { id: own["id"], properties: own["properties"], geometry: own["geometry"] };
  return {
    ...(id !== undefined && { id }),
    properties: isRecord(properties) ? properties : {},
    geometry: rawGeometry(geometry),
  };
}

function rawGeometry(geometry: unknown): RawGeometry | null {
  if (!isRecord(geometry) || typeof geometry["type"] !== "string") return null;
  return { type: geometry["type"], coordinates: geometry["coordinates"], geometries: geometry["geometries"] };
}

/** The features of a GeoJSON value, with where each stands in it; `undefined` where it is none. */
export function featuresOf(
  value: unknown,
): readonly { readonly feature: unknown; readonly path: JsonPath }[] | undefined {
  if (!isRecord(value)) return undefined;
  const features = value["features"];
  if (value["type"] === "FeatureCollection" && Array.isArray(features))
    return features.map((feature: unknown, i) => ({ feature, path: ["features", i] }));
  if (value["type"] === "Feature") return [{ feature: value, path: [] }];
  const isGeometry = "coordinates" in value || value["type"] === "GeometryCollection";
  return isGeometry ? [{ feature: { geometry: value }, path: [] }] : undefined;
}

function crsOf(json: JsonText, member: unknown, report: Report): Crs | undefined {
  const named = namedCrs(member);
  if (named && "unknown" in named) report("geojson.crs", json.at(["crs"]), { found: named.unknown });
  return named && "crs" in named ? named.crs : undefined;
}
