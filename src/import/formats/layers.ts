import type { Crs } from "../../geo/coordinate-systems.ts";
import type { Report } from "../report.ts";
import type { CellFault, Row } from "../row.ts";

/** A sheet of a workbook, or a table without places: every cell text, the first row with more than one its header. */
export interface TableLayer {
  readonly kind: "table";
  readonly name: string;
  /** A hidden sheet is read where it is asked for by name. */
  readonly hidden: boolean;
  readonly rows: readonly Row[];
  readonly faults: readonly CellFault[];
  /** Names of cells whose rule is worth a word: those of merged cells, hidden rows and hidden columns. */
  readonly told: {
    readonly merged: readonly string[];
    readonly hiddenRows: readonly number[];
    readonly hiddenColumns: readonly string[];
  };
}

/** A geometry as GeoJSON has it, not yet looked at. */
export interface RawGeometry {
  readonly type: string;
  readonly coordinates?: unknown;
  readonly geometries?: unknown;
}

/** An object of a map file: what it says and where it is, if it says where. */
export interface RawFeature {
  readonly id?: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: RawGeometry | null;
  /** 1-based line of the file it begins in, where the file has lines. */
  readonly line?: number;
}

/** Features by number: a list, or what makes each anew where there are too many to be held at once. */
interface RawFeatures {
  readonly length: number;
  readonly at: (number: number) => RawFeature | undefined;
}

/** A layer of a map file, features in the file's order. */
export interface MapLayer {
  readonly kind: "map";
  readonly name: string;
  readonly features: RawFeatures;
  /** The coordinate system that the file states, known here or not; absent where it states none. */
  readonly crs?: Crs | { readonly unknown: string };
  /** What is wrong with it, told once it is the layer that is wanted. */
  readonly problems?: readonly Problem[];
}

/** Tells of something that was found. */
export type Problem = (report: Report) => void;

/** Gathers what is found in a layer until it is known whether it is wanted. */
export function gatherProblems(): { readonly report: Report; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  return { report: (code, at, values) => void problems.push((to) => to(code, at, values)), problems };
}

/** Part of a file that can stand for a file of the case. */
export type Layer = TableLayer | MapLayer;

/** Whether no object of a layer says where it is. */
export function isPlaceless(layer: MapLayer): boolean {
  for (const { geometry } of firstFeatures(layer)) if (geometry !== null) return false;
  return true;
}

/** So many of the first features, all of them where nothing is said, one by one. */
export function* firstFeatures({ features }: MapLayer, most = features.length): Generator<RawFeature> {
  for (let number = 0; number < Math.min(most, features.length); number++) {
    const feature = features.at(number);
    if (feature) yield feature;
  }
}
