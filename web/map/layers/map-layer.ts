import type { FeatureCollection } from "geojson";
import type { LayerSpecification } from "maplibre-gl";
import type { ReactNode } from "react";
import type { AppState } from "../../state/app-state.ts";
import type { Mark } from "../marks.ts";
import type { Picture } from "../picture.ts";

/** From the bottom up: land, districts, what lies around painted over them, then roads, marks and names. */
export const LEVELS = ["land", "areas", "over-areas", "around", "roads", "ways", "marks", "names", "signs"] as const;
type Level = (typeof LEVELS)[number];

/**
 * A layer of the map, all in one place: what it is drawn from, how it looks, and its words in the key. `Value` is what one part
 * of a map shows, such as a plan or a route; several layers may be drawn from the same part.
 */
export interface MapLayer<
  Part extends string = string,
  Value = unknown,
  Source extends string = string,
  Words extends string = string,
> {
  readonly part: Part;
  /** All are GeoJSON, and empty until there is something to show. */
  readonly sources: readonly Source[];
  /** Names placed first, where room is short, are those drawn last. */
  readonly styles: Readonly<Partial<Record<Level, readonly LayerSpecification[]>>>;
  /** Patterns and marks that the styles name. */
  readonly marks?: readonly Mark[];
  /** Data of its sources. Features that `states` tells of are numbered from `first` on. */
  data(value: Value, first: number): Readonly<Record<Source, SourceData>>;
  /** What the data hang on, if that is less than the value: where it is the same as before, they are not drawn anew. */
  basis?(value: Value): unknown;
  /** What changes without other data, such as colours; by the number of a feature. */
  states?(value: Value, first: number): Iterable<FeatureLook<Source>>;
  /** "added": features are added to those shown, by their numbers, until all are cleared. Else a value takes the place of the one before. */
  readonly drawn?: "added";
  readonly key?: readonly KeyEntry<Words>[];
}

/** Values, or the address of GeoJSON text that the map's own thread fetches. */
export type SourceData = FeatureCollection | string;

interface FeatureLook<Source extends string> {
  readonly source: Source;
  readonly id: number;
  readonly look: Readonly<Record<string, string | boolean | null>>;
}

/** A line of the map's key. */
export interface KeyEntry<Words extends string> {
  /** Of the page's texts; `plan` in them is the plan that changes are shown against, `before` the one whose borders are dashed. */
  readonly words: Words;
  /** Within 28 x 16 pixels of an SVG. */
  readonly sign: ReactNode;
  readonly when: (seen: Seen) => boolean;
}

/** What the map shows, or each of two, as far as its key hangs on it. */
export interface Seen {
  readonly state: AppState;
  readonly pictures: readonly Picture[];
  /** What the areas marked as changed are held against; undefined where none are. */
  readonly changedSince: "today" | "a-plan" | "before" | undefined;
  /** What the dashed borders are of. */
  readonly before: "today" | "a-plan";
}

/** Whether a plan is on the map, alone or beside today's. */
export const showsPlan = ({ state }: Seen): boolean => state.choice.view !== "today";

/** A layer with the names that it gives to its part, sources and words. */
export const mapLayer = <
  const Part extends string,
  Value,
  const Source extends string,
  const Words extends string = never,
>(
  layer: MapLayer<Part, Value, Source, Words>,
): MapLayer<Part, Value, Source, Words> => layer;
