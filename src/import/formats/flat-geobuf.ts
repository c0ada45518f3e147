import type { HeaderMeta } from "flatgeobuf/lib/mjs/header-meta.js";
import { type Crs, crsOfCode } from "../../geo/coordinate-systems.ts";
import { crsOfWkt } from "../../geo/wkt-crs.ts";
import { rawFeature } from "../map-source.ts";
import type { RawFeature } from "./layers.ts";
import type { ReadLayers } from "./readers.ts";

/** The layer of a FlatGeobuf file. */
export const readFlatGeobuf: ReadLayers = async ({ bytes }) => {
  const { deserialize } = await import("flatgeobuf/lib/mjs/geojson.js");
  const { calcTreeSize } = await import("flatgeobuf/lib/mjs/packedrtree.js");
  let header: HeaderMeta | undefined;
  const hear = (meta: HeaderMeta): void => {
    header = meta;
    const { indexNodeSize, featuresCount } = meta;
    // Of none, or of more than there is room for, the size of an index would be counted for ever.
    const isPossible = featuresCount > 0 && featuresCount * INDEX_ENTRY < bytes.length;
    if (indexNodeSize > 0 && !isPossible) throw new RangeError("an index of what is not there");
    checkFrames(bytes, featuresCount, indexNodeSize > 0 ? calcTreeSize(featuresCount, indexNodeSize) : 0);
  };
  const features: RawFeature[] = [];
  for await (const feature of deserialize(bytes, { headerMetaFn: hear })) features.push(rawFeature(feature));
  const crs = header && crsOf(header);
  return [{ kind: "map", name: header?.title ?? "FlatGeobuf", features, ...(crs && { crs }) }];
};

/** Bytes that each feature takes in an index. */
const INDEX_ENTRY = 40;
/** Bytes before the header, of which the last four are its length, as each feature is preceded by its own. */
const BEFORE_HEADER = 8;
const LENGTH = 4;

/** That features fill the file to its end, as many as it states: what its reader reads past the end is zeros and not an exception. */
function checkFrames(bytes: Uint8Array, stated: number, index: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = BEFORE_HEADER + LENGTH + view.getUint32(BEFORE_HEADER, true) + index;
  let count = 0;
  for (; at < bytes.length; count++) at += LENGTH + view.getUint32(at, true);
  if (at !== bytes.length || (stated !== 0 && stated !== count)) throw new RangeError("cut short");
}

function crsOf({ crs }: HeaderMeta): Crs | { readonly unknown: string } | undefined {
  if (!crs) return undefined;
  const byCode = crs.code > 0 ? crsOfCode(crs.code) : undefined;
  const unknown = crs.name ?? (crs.code > 0 ? `${crs.org ?? "EPSG"}:${crs.code}` : crs.wkt?.slice(0, 60));
  return byCode ?? crsOfWkt(crs.wkt ?? "") ?? (unknown === undefined ? undefined : { unknown });
}
