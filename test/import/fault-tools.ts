import type { Issue } from "../../src/domain/issue.ts";
import { cellAt } from "../../src/geo/cells.ts";
import { TINY_FILES, tinyPlane, tinyPosition } from "../cases/tiny.ts";

export type Changes = Readonly<Record<string, string | Uint8Array | undefined>>;

/** A way to damage the tiny case, and the issue that must come of it. */
export interface Fault {
  readonly changes: Changes;
  readonly issue: Partial<Pick<Issue, "file" | "line" | "column" | "feature" | "name" | "values">>;
}

/** A file of the tiny case with one passage replaced. */
export function edited(file: string, from: string | RegExp, to: string): Changes {
  const text = TINY_FILES[file];
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} does not contain ${from}`);
  return { [file]: changed };
}

export const json = (value: unknown): string => JSON.stringify(value, undefined, 1);
export const table = (...rows: readonly string[]): string => rows.join("\n");
export const at = tinyPosition(100, 100);
export const cell = cellAt(at, 8);

export const collection = (...features: readonly object[]): string => json({ type: "FeatureCollection", features });
export const feature = (type: string, coordinates: unknown, properties: object = {}): object => ({
  type: "Feature",
  properties,
  geometry: { type, coordinates },
});
export const road = (properties: object, ...line: readonly (readonly [number, number])[]): object =>
  feature(
    "LineString",
    line.map(([east, north]) => tinyPlane(east, north)),
    properties,
  );
export const A_ROAD = road({ kind: "road", speed: 80 }, [0, -3500], [0, 3500]);
export const box = (west: number, south: number, side: number): number[][] =>
  [
    [0, 0],
    [side, 0],
    [side, side],
    [0, side],
    [0, 0],
  ].map(([east, north]) => tinyPlane(west + east, south + north));
export const BOX = feature("Polygon", [box(-4000, -4000, 8000)], { id: "all" });
export const NO_UNITS = edited("case.json", /"units": \{[^}]*\},/, "");

export const sites = (...rows: readonly string[]): Changes => ({
  "sites.csv": table(
    "id;name;lat;lon;grades;district;capacity_0_3;capacity_4_6;capacity_7_9;pupils_0;pupils_1",
    ...rows,
  ),
});
export const site = (id: string, rest: string): string => `${id};${id}skole;${at.lat};${at.lon};${rest}`;
export const GOOD_SITES = [site("n", "0-9;N;1;1;1;;"), site("s", "0-9;S;1;1;1;;"), site("v", "0-9;V;1;1;1;;")];
export const pupils = (...rows: readonly string[]): Changes => ({ "pupils.csv": table(...rows) });
export const plan = (parts: object): Changes => ({
  "plans/p.json": json({ format: "skoledistrikt-plan", version: 1, id: "p", title: "P", ...parts }),
});
export const zone = (site_: string, bands: readonly string[], units: readonly string[]): object => ({
  site: site_,
  bands,
  units,
});
export const zones = (...list: readonly object[]): Changes => plan({ assignment: { kind: "zones", zones: list } });
