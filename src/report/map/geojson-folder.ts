import { type Zippable, zipSync } from "fflate";
import type { MapFile } from "./geopackage.ts";
import { layerGeoJson } from "./geojson.ts";

/** Day zero of a zip file, so that the same content gives the same bytes. */
export const NO_DAY = new Date(1980, 0, 1);

/** Layers as a zip file of GeoJSON files, one a layer, each of which says in itself what must be said of it. */
export function geoJsonZip({ layers, about, language }: MapFile): Uint8Array<ArrayBuffer> {
  const notes = about.rows.map((row) => row.filter((cell) => typeof cell === "string").join(": "));
  const files = layers.map((layer): [string, Zippable[string]] => [
    `${layer.name}.geojson`,
    [new TextEncoder().encode(`${JSON.stringify(layerGeoJson(layer, notes, language))}\n`), { mtime: NO_DAY }],
  ]);
  return new Uint8Array(zipSync(Object.fromEntries(files)));
}
