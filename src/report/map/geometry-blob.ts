import type { Position } from "geojson";
import { unreachable } from "../../domain/outcome.ts";
import type { MapGeometry } from "./layer.ts";

/** West, east, south, north. */
export type Extent = readonly [number, number, number, number];

/** What all positions of some geometries lie within; undefined for none. */
export function extentOf(geometries: Iterable<MapGeometry>): Extent | undefined {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const geometry of geometries)
    for (const [lon, lat] of positionsOf(geometry)) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  return west <= east ? [west, east, south, north] : undefined;
}

function positionsOf(geometry: MapGeometry): readonly Position[] {
  switch (geometry.type) {
    case "Point":
      return [geometry.coordinates];
    case "Polygon":
      return geometry.coordinates.flat();
    case "MultiPolygon":
      return geometry.coordinates.flat(2);
    default:
      return unreachable(geometry);
  }
}

const [POINT, POLYGON, MULTI_POLYGON] = [1, 3, 6];

/** Bytes of a header before its extent: "GP", version, flags, system. */
const HEADER = 8;
const EXTENT = 32;
/** Of little-endian numbers, and of an extent of four numbers after the header. */
const [LITTLE_ENDIAN, WITH_EXTENT] = [0b1, 0b10];

/** A geometry as a GeoPackage keeps it (OGC 12-128r18, 2.1.3): a header with its extent, then well-known binary, all little-endian. */
export function geometryBlob(geometry: MapGeometry, system: number): Uint8Array {
  const extent = geometry.type === "Point" ? undefined : extentOf([geometry]);
  const bytes = new Uint8Array(HEADER + (extent ? EXTENT : 0) + sizeOf(geometry));
  const view = new DataView(bytes.buffer);
  bytes.set([0x47, 0x50, 0, LITTLE_ENDIAN | (extent ? WITH_EXTENT : 0)]);
  view.setInt32(4, system, true);
  extent?.forEach((value, i) => view.setFloat64(HEADER + 8 * i, value, true));
  writeGeometry(new Writer(view, HEADER + (extent ? EXTENT : 0)), geometry);
  return bytes;
}

/** Writes numbers one after the other. */
class Writer {
  readonly #view: DataView;
  #at: number;

  constructor(view: DataView, at: number) {
    this.#view = view;
    this.#at = at;
  }

  begin(kind: number): void {
    this.#view.setUint8(this.#at, 1);
    this.#at += 1;
    this.count(kind);
  }

  count(value: number): void {
    this.#view.setUint32(this.#at, value, true);
    this.#at += 4;
  }

  position([lon, lat]: Position): void {
    this.#view.setFloat64(this.#at, lon, true);
    this.#view.setFloat64(this.#at + 8, lat, true);
    this.#at += 16;
  }
}

const ringsSize = (rings: readonly (readonly Position[])[]): number =>
  rings.reduce((size, ring) => size + 4 + 16 * ring.length, 4);

/** Of the well-known binary, bytes. */
function sizeOf(geometry: MapGeometry): number {
  if (geometry.type === "Point") return 5 + 16;
  if (geometry.type === "Polygon") return 5 + ringsSize(geometry.coordinates);
  return geometry.coordinates.reduce((size, part) => size + 5 + ringsSize(part), 9);
}

function writeGeometry(to: Writer, geometry: MapGeometry): void {
  if (geometry.type === "Point") {
    to.begin(POINT);
    to.position(geometry.coordinates);
  } else if (geometry.type === "Polygon") writePolygon(to, geometry.coordinates);
  else {
    to.begin(MULTI_POLYGON);
    to.count(geometry.coordinates.length);
    for (const part of geometry.coordinates) writePolygon(to, part);
  }
}

function writePolygon(to: Writer, rings: readonly (readonly Position[])[]): void {
  to.begin(POLYGON);
  to.count(rings.length);
  for (const ring of rings) {
    to.count(ring.length);
    for (const position of ring) to.position(position);
  }
}
