import type { RawGeometry } from "./layers.ts";

/** Kinds of geometry by their number in well-known binary; curves are not read. */
const KINDS = [
  "",
  "Point",
  "LineString",
  "Polygon",
  "MultiPoint",
  "MultiLineString",
  "MultiPolygon",
  "GeometryCollection",
];
/** Geometries of geometries within each other. */
const DEEPEST = 8;

/**
 * A geometry in well-known binary, of ISO's form or PostGIS's; heights and measures are left out. Damaged ones and curves are an exception.
 */
export function readWkb(bytes: Uint8Array): RawGeometry {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let little = true;
  const whole = (): number => {
    at += 4;
    return view.getUint32(at - 4, little);
  };
  /** How many follow of which each takes so many bytes at least: no more than there is room for. */
  const countOf = (least: number): number => {
    const count = whole();
    if (count * least > bytes.length - at) throw new RangeError("more than there is");
    return count;
  };
  const listOf = <Item>(least: number, read: () => Item): Item[] => Array.from({ length: countOf(least) }, read);
  const geometry = (depth: number): RawGeometry => {
    if (depth > DEEPEST) throw new RangeError("too deep");
    little = view.getUint8(at++) === 1;
    const stated = whole();
    const extended = Math.floor((stated & 0x1fffffff) / 1000);
    const more =
      (stated & 0x80000000 || extended === 1 || extended === 3 ? 1 : 0) +
      (stated & 0x40000000 || extended >= 2 ? 1 : 0);
    if (stated & 0x20000000) whole();
    const type = KINDS[(stated & 0x1fffffff) % 1000] ?? "";
    const place = (): number[] => {
      const [x, y] = [view.getFloat64(at, little), view.getFloat64(at + 8, little)];
      at += 8 * (2 + more);
      return [x, y];
    };
    const size = 8 * (2 + more);
    const inside = (): RawGeometry => geometry(depth + 1);
    switch (type) {
      case "Point":
        return { type, coordinates: place() };
      case "LineString":
        return { type, coordinates: listOf(size, place) };
      case "Polygon":
        return { type, coordinates: listOf(4, () => listOf(size, place)) };
      case "MultiPoint":
      case "MultiLineString":
      case "MultiPolygon":
        return { type, coordinates: listOf(9, inside).map(({ coordinates }) => coordinates) };
      case "GeometryCollection":
        return { type, geometries: listOf(9, inside) };
      default:
        throw new RangeError(`geometry of kind ${stated}`);
    }
  };
  return geometry(0);
}
