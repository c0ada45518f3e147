import type { Feature, FeatureCollection } from "geojson";
import type { Map as Canvas } from "maplibre-gl";
import { describe, expect, test } from "vitest";
import { CATALOGUES } from "../../web/i18n/catalogues.ts";
import { layerPen } from "../../web/map/layer-pen.ts";
import { mapLayer } from "../../web/map/layers/map-layer.ts";
import { KEY, LAYERS } from "../../web/map/layers/table.ts";
import { mapStyle } from "../../web/map/style.ts";
import { collection } from "../../web/map/shapes.ts";

const twice = (names: readonly string[]): readonly string[] => names.filter((name, i) => names.indexOf(name) !== i);

describe("the list of the map's layers", () => {
  const { layers, sources } = mapStyle(LAYERS, {});

  test("makes a style in which nothing is named twice", () => {
    expect(twice(layers.map(({ id }) => id))).toEqual([]);
    expect(twice(LAYERS.flatMap((layer) => layer.sources))).toEqual([]);
    expect(twice(LAYERS.flatMap(({ marks = [] }) => marks.map(({ name }) => name)))).toEqual([]);
  });

  test("has in one place what a layer needs: its styles are of its own sources and marks, and each source is seen", () => {
    for (const { styles, sources: own, marks = [] } of LAYERS) {
      const used = Object.values(styles).flat();
      expect(new Set(used.flatMap((style) => ("source" in style ? [style.source] : [])))).toEqual(new Set(own));
      const drawn = JSON.stringify(used).matchAll(/"(?:fill-pattern|icon-image)":"([^"]+)"/g);
      expect(new Set([...drawn].map(([, name]) => name))).toEqual(new Set(marks.map(({ name }) => name)));
    }
    expect(layers.length).toBe(LAYERS.flatMap(({ styles }) => Object.values(styles).flat()).length);
    expect(Object.keys(sources)).toEqual(LAYERS.flatMap((layer) => layer.sources));
  });

  test("paints the land around over the districts, and marks and names over all", () => {
    const order = layers.map(({ id }) => id);
    const lies = (below: string, above: string): void =>
      expect(order.indexOf(below)).toBeLessThan(order.indexOf(above));
    for (const id of ["zones", "painted", "changed", "borders-plan", "locks", "taken"]) lies(id, "outside");
    for (const id of ["zones", "painted", "changed"]) lies(id, "borders-today");
    for (const id of ["outside", "water", "roads-main", "bus-routes", "route"]) lies(id, "sites");
    for (const id of ["sites", "places", "names-0"]) lies(id, "site-grades");
    for (const id of ["site-grades", "site-keys"]) lies("district-keys-0", id);
    lies("roads-main", "bus-casing");
    lies("places", "names-0");
  });

  test("has the words of every line of the key in every language, each once", () => {
    expect(twice(KEY.map(({ words }) => words))).toEqual([]);
    for (const { words } of KEY)
      for (const language of ["da", "en"] as const) expect(CATALOGUES[language][words]).toBeTruthy();
  });
});

interface Drawing {
  readonly area: FeatureCollection;
  readonly colour: string;
}

const SQUARE = collection({ type: "Polygon", coordinates: [] }).features[0];
const twoSquares = (): FeatureCollection => ({ type: "FeatureCollection", features: [SQUARE, SQUARE] });
const drawing = { part: "drawing", sources: ["drawing"], styles: {} } as const;

const numbers = (features: readonly Feature[] = []): string => features.map(({ id }) => id).join();

/** A map that writes down what it is told. */
function told() {
  const lines: string[] = [];
  const tell = (line: string): void => void lines.push(line);
  const source = {
    setData: ({ features }: FeatureCollection) => tell(`${features.length} features`),
    updateData: ({ add, remove = [] }: { readonly add?: readonly Feature[]; readonly remove?: readonly number[] }) =>
      tell(`+${numbers(add)} -${remove.join()}`),
  };
  const canvas = {
    getSource: () => source,
    setFeatureState: ({ id }: Feature, { colour }: { readonly colour: string }) => tell(`${id} ${colour}`),
    removeFeatureState: ({ id }: Feature) => tell(`forget ${id}`),
  };
  return { canvas: () => canvas as unknown as Canvas, read: () => lines.splice(0) };
}

describe("the pen of a layer", () => {
  const layer = mapLayer({
    ...drawing,
    data: ({ area }: Drawing) => ({ drawing: area }),
    basis: ({ area }) => area,
    states: ({ colour }, first) => [{ source: "drawing", id: first + 1, look: { colour } }],
  });

  test("only recolours what has the same data, numbers other data on, and forgets those before the last", () => {
    const { canvas, read } = told();
    const pen = layerPen(layer, canvas);
    const [one, other] = [twoSquares(), twoSquares()];
    expect(pen.begin({ area: one, colour: "red" })["drawing"]).toBe(one);
    pen.draw({ area: one, colour: "red" });
    expect(read()).toEqual(["1 red"]);
    pen.draw({ area: one, colour: "blue" });
    expect(read()).toEqual(["1 blue"]);
    pen.draw({ area: other, colour: "blue" });
    expect(read()).toEqual(["2 features", "3 blue"]);
    pen.draw({ area: one, colour: "red" });
    expect(read()).toEqual(["forget 0", "forget 1", "2 features", "5 red"]);
    pen.draw(undefined);
    expect(read()).toEqual(["forget 2", "forget 3", "0 features"]);
  });

  test("draws a value once, and clears it unless another came meanwhile", () => {
    const { canvas, read } = told();
    const pen = layerPen(layer, canvas);
    const value = { area: twoSquares(), colour: "red" };
    pen.draw(value);
    read();
    pen.draw(value);
    const clear = pen.clearing();
    pen.draw({ ...value, colour: "blue" });
    clear();
    expect(read()).toEqual(["1 blue"]);
    pen.clearing()();
    expect(read()).toEqual(["0 features"]);
  });

  test("adds to what is there where features are added, and clears those alone that were there before", () => {
    const { canvas, read } = told();
    const pen = layerPen(
      mapLayer({
        ...drawing,
        drawn: "added",
        data: (ids: readonly number[]) => ({
          drawing: { ...twoSquares(), features: ids.map((id) => ({ ...SQUARE, id })) },
        }),
      }),
      canvas,
    );
    pen.draw([1, 2]);
    pen.draw([2, 3]);
    const clear = pen.clearing();
    pen.draw([3, 4]);
    clear();
    expect(read()).toEqual(["+1,2 -", "+2,3 -", "+3,4 -", "+ -1,2"]);
  });
});
