import { featuresOf, mapOfJson, rawFeature } from "../map-source.ts";
import { readJson } from "../json-text.ts";
import { decodeText } from "../text.ts";
import { isSequence } from "./sniff.ts";
import type { MapLayer, RawFeature } from "./layers.ts";
import type { ReadLayers } from "./readers.ts";

/** GeoJSON under any name: one document, or a sequence of features, each on a line of its own or after a record separator. */
export const readGeoJsonLayers: ReadLayers = async ({ file, bytes }, report) => {
  const decoded = decodeText(bytes);
  if ("notText" in decoded) {
    report("file.not-text", { file }, { found: decoded.notText });
    return undefined;
  }
  const { text } = decoded;
  if (isSequence(bytes)) {
    const features = recordsOf(text).flatMap(({ line, record }): readonly RawFeature[] => {
      const json = readJson(file, record, (code, at, values) =>
        report(code, { ...at, line: line + (at.line ?? 1) - 1 }, values),
      );
      const found = json && featuresOf(json.value);
      if (json && !found) report("geojson.kind", { file, line }, { found: record.slice(0, 40) });
      return (found ?? []).map(({ feature }) => ({ ...rawFeature(feature), line }));
    });
    return [layer(features)];
  }
  const json = readJson(file, text, report);
  const map = json && mapOfJson(json, report);
  if (!map) return undefined;
  const features = Array.from({ length: map.count }, (_, i) => ({
    ...rawFeature(map.feature(i)),
    line: map.spot(i).line ?? 1,
  }));
  return [{ ...layer(features), ...(map.crs && { crs: map.crs }) }];
};

const layer = (features: readonly RawFeature[]): MapLayer => ({ kind: "map", name: "GeoJSON", features });

const RECORD_SEPARATOR = "\u001e";

/** The records with the line each begins on. */
function recordsOf(text: string): readonly { readonly line: number; readonly record: string }[] {
  const separator = text.includes(RECORD_SEPARATOR) ? RECORD_SEPARATOR : /\r\n|\r|\n/;
  const records: { readonly line: number; readonly record: string }[] = [];
  let line = 1;
  for (const record of text.split(separator)) {
    if (record.trim() !== "") records.push({ line, record });
    line += separator === RECORD_SEPARATOR ? record.split(/\r\n|\r|\n/).length - 1 : 1;
  }
  return records;
}
