import type { Feature } from "geojson";
import type { GeoJSONSource, Map as Canvas } from "maplibre-gl";
import type { MapLayer, SourceData } from "./layers/map-layer.ts";
import { NOTHING } from "./style.ts";

/** Draws one layer on one map, and no more of it than has changed. */
export interface LayerPen {
  readonly layer: MapLayer;
  /** Data that the map's style starts with, so that they are drawn in one go with it; `draw` is told the value later all the same. */
  readonly begin: (value: unknown) => Readonly<Record<string, SourceData>>;
  /** Draws a value; undefined for nothing. */
  readonly draw: (value: unknown) => void;
  /** Gives what clears what is shown by now, and leaves what is drawn after. */
  readonly clearing: () => () => void;
  /** Number of its first feature. */
  readonly first: number;
}

/** `canvas`: the map, once there is one. */
export const layerPen = (layer: MapLayer, canvas: () => Canvas): LayerPen =>
  layer.drawn === "added" ? new AddingPen(layer, canvas) : new WholePen(layer, canvas);

/** What the map's own thread fetches has no numbers, and nothing is added to it. */
const featuresOf = (data: SourceData): Feature[] => (typeof data === "string" ? [] : data.features);

const sourceOf = (canvas: Canvas, name: string) => canvas.getSource<GeoJSONSource>(name);

/** A value takes the place of the one before it. */
class WholePen implements LayerPen {
  readonly layer: MapLayer;
  readonly #canvas: () => Canvas;
  #value: unknown;
  #basis: unknown;
  #drawn: Numbers = { first: 0, end: 0 };
  /** Those before: tiles may show them until the new ones are there. */
  #before: Numbers | undefined;

  constructor(layer: MapLayer, canvas: () => Canvas) {
    this.layer = layer;
    this.#canvas = canvas;
  }

  get first(): number {
    return this.#drawn.first;
  }

  begin(value: unknown): Readonly<Record<string, SourceData>> {
    this.#basis = this.#basisOf(value);
    return this.#number(value);
  }

  draw(value: unknown): void {
    if (value === this.#value) return;
    this.#value = value;
    const basis = this.#basisOf(value);
    if (basis !== this.#basis) {
      this.#basis = basis;
      this.#drawData(value);
    }
    if (value === undefined) return;
    for (const { source, id, look } of this.layer.states?.(value, this.first) ?? [])
      this.#canvas().setFeatureState({ source, id }, look);
  }

  clearing(): () => void {
    const cleared = this.#value;
    return () => {
      if (this.#value === cleared) this.draw(undefined);
    };
  }

  #basisOf(value: unknown): unknown {
    return value === undefined || !this.layer.basis ? value : this.layer.basis(value);
  }

  #drawData(value: unknown): void {
    if (this.#before) this.#forget(this.#before);
    this.#before = this.#drawn;
    const data = value === undefined ? {} : this.#number(value);
    for (const source of this.layer.sources) void sourceOf(this.#canvas(), source)?.setData(data[source] ?? NOTHING);
  }

  /** Features are numbered on from those before them: what tiles show in the meantime keeps the looks that it has. */
  #number(value: unknown): Readonly<Record<string, SourceData>> {
    const first = this.#drawn.end;
    const data = this.layer.data(value, first);
    this.#drawn = { first, end: first + Math.max(...Object.values(data).map((each) => featuresOf(each).length)) };
    return data;
  }

  #forget({ first, end }: Numbers): void {
    if (!this.layer.states) return;
    for (let id = first; id < end; id++)
      for (const source of this.layer.sources) this.#canvas().removeFeatureState({ source, id });
  }
}

/** Features are added to those shown, and take the place of those with their numbers, until all are cleared. */
class AddingPen implements LayerPen {
  readonly layer: MapLayer;
  readonly first = 0;
  readonly #canvas: () => Canvas;
  /** Numbers of those added since the last clearing. */
  #added = new Set<number>();

  constructor(layer: MapLayer, canvas: () => Canvas) {
    this.layer = layer;
    this.#canvas = canvas;
  }

  begin(value: unknown): Readonly<Record<string, SourceData>> {
    const data = this.layer.data(value, 0);
    this.#note(Object.values(data));
    return data;
  }

  draw(value: unknown): void {
    if (value === undefined) return this.clearing()();
    const data = this.layer.data(value, 0);
    this.#note(Object.values(data));
    for (const [source, added] of Object.entries(data))
      void sourceOf(this.#canvas(), source)?.updateData({ add: featuresOf(added) });
  }

  clearing(): () => void {
    const cleared = this.#added;
    this.#added = new Set();
    return () => {
      const remove = [...cleared].filter((id) => !this.#added.has(id));
      if (remove.length === 0) return;
      for (const source of this.layer.sources) void sourceOf(this.#canvas(), source)?.updateData({ remove });
    };
  }

  #note(data: readonly SourceData[]): void {
    for (const { id } of data.flatMap(featuresOf)) if (typeof id === "number") this.#added.add(id);
  }
}

/** Numbers of features, up to `end` and without it. */
interface Numbers {
  readonly first: number;
  readonly end: number;
}
