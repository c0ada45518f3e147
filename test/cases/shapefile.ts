import { strToU8, zipSync } from "fflate";

type Line = readonly (readonly [x: number, y: number])[];

const WKT_UTM32 =
  'PROJCS["ETRS89_UTM_zone_32N",GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",9],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["Meter",1],AUTHORITY["EPSG","25832"]]';

/** A zip of a shapefile of lines with a column `kind` of one word, as map programs write it (ESRI's white paper of 1998). */
export function shapefileOfLines(name: string, lines: readonly Line[], kind: string): Uint8Array {
  return zipSync({
    [`${name}.shp`]: shapes(lines),
    [`${name}.dbf`]: table(lines.length, kind),
    [`${name}.prj`]: strToU8(WKT_UTM32),
    [`${name}.cpg`]: strToU8("UTF-8"),
  });
}

const POLYLINE = 3;

function shapes(lines: readonly Line[]): Uint8Array {
  const sizes = lines.map((line) => 48 + 16 * line.length);
  const length = 100 + sizes.reduce((sum, size) => sum + 8 + size, 0);
  const view = new DataView(new ArrayBuffer(length));
  view.setInt32(0, 9994);
  view.setInt32(24, length / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, POLYLINE, true);
  box(view, 36, lines.flat());
  let at = 100;
  lines.forEach((line, i) => {
    view.setInt32(at, i + 1);
    view.setInt32(at + 4, sizes[i] / 2);
    view.setInt32(at + 8, POLYLINE, true);
    box(view, at + 12, line);
    view.setInt32(at + 44, 1, true);
    view.setInt32(at + 48, line.length, true);
    view.setInt32(at + 52, 0, true);
    line.forEach(([x, y], corner) => {
      view.setFloat64(at + 56 + 16 * corner, x, true);
      view.setFloat64(at + 64 + 16 * corner, y, true);
    });
    at += 8 + sizes[i];
  });
  return new Uint8Array(view.buffer);
}

function box(view: DataView, at: number, corners: Line): void {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].forEach((value, i) =>
    view.setFloat64(at + 8 * i, value, true),
  );
}

const WIDTH = 10;

/** dBASE III: one column of text, as many rows. */
function table(rows: number, kind: string): Uint8Array {
  const head = new Uint8Array(32 + 32 + 1);
  const view = new DataView(head.buffer);
  head.set([3, 125, 1, 1]);
  view.setUint32(4, rows, true);
  view.setUint16(8, head.length, true);
  view.setUint16(10, 1 + WIDTH, true);
  head.set(strToU8("kind"), 32);
  head[32 + 11] = "C".charCodeAt(0);
  head[32 + 16] = WIDTH;
  head[64] = 0x0d;
  return new Uint8Array([...head, ...strToU8(` ${kind.padEnd(WIDTH)}`.repeat(rows)), 0x1a]);
}
