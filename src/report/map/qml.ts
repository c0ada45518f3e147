import { escaped } from "../html.ts";
import type { Look, MapLayer } from "./layer.ts";

/** Told apart by people who see few colours too, as the page's map has them; a map with more values begins anew. */
const COLOURS = [
  "#4477aa",
  "#ee6677",
  "#228833",
  "#ccbb44",
  "#66ccee",
  "#aa3377",
  "#999933",
  "#ee8866",
  "#44aa99",
  "#882255",
];
const INK = "#333333";

const ALPHA: Readonly<Record<Look["fill"], number>> = { strong: 0.55, pale: 0.35, hatched: 1, none: 0 };
const WIDTH: Readonly<Record<Look["line"], number>> = { bold: 0.7, fine: 0.25, dashed: 0.5, none: 0 };
const PEN: Readonly<Record<Look["line"], string>> = { bold: "solid", fine: "solid", dashed: "dash", none: "no" };

/** One colour for each value of the fields that layers are drawn by, so that a district looks alike in all of them. */
export function coloursOf(layers: readonly MapLayer[]): ReadonlyMap<string, string> {
  const values = layers.flatMap((layer) => valuesOf(layer));
  return new Map([...new Set(values)].map((value, i) => [value, COLOURS[i % COLOURS.length]]));
}

function valuesOf({ features, look: { by } }: MapLayer): readonly string[] {
  if (by === undefined) return [];
  return [...new Set(features.flatMap(({ properties }) => properties[by] ?? []).map(String))].toSorted();
}

/** How a layer looks, in the words of QGIS: colours by value, or all alike, with a name on each where it has one. */
export function layerQml(layer: MapLayer, colours: ReadonlyMap<string, string>): string {
  const { look, shape } = layer;
  const values = valuesOf(layer);
  const symbol = (name: number, colour: string): string =>
    shape === "Point" ? markerSymbol(name, colour) : fillSymbol(name, colour, look);
  const renderer =
    look.by === undefined
      ? `<renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0"><symbols>${symbol(0, INK)}</symbols></renderer-v2>`
      : `<renderer-v2 type="categorizedSymbol" attr="${escaped(`"${look.by}"`)}" symbollevels="0" enableorderby="0" forceraster="0">` +
        `<categories>${[...values, ""].map(category).join("")}</categories>` +
        `<symbols>${[...values.map((value) => colours.get(value) ?? INK), "#bbbbbb"].map((colour, i) => symbol(i, colour)).join("")}</symbols></renderer-v2>`;
  const labels = look.label === undefined ? "" : labelling(look.label, shape);
  return (
    `<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n` +
    `<qgis version="3.28.0" styleCategories="Symbology|Labeling" labelsEnabled="${look.label === undefined ? 0 : 1}">` +
    `${renderer}${labels}<layerGeometryType>${shape === "Point" ? 0 : 2}</layerGeometryType></qgis>\n`
  );
}

/** The one without a value stands for all others. */
const category = (value: string, at: number): string =>
  `<category value="${escaped(value)}" symbol="${at}" label="${escaped(value)}" render="true"/>`;

/** "r,g,b,a", 0-255. */
function rgba(colour: string, alpha: number): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return [...parts, Math.round(255 * alpha)].join(",");
}

/** As QGIS from 3.26 on reads them, and as it did before. */
function options(values: Readonly<Record<string, string | number>>): string {
  const all = Object.entries(values);
  const map = all.map(([name, value]) => `<Option type="QString" name="${name}" value="${value}"/>`).join("");
  return `<Option type="Map">${map}</Option>${all.map(([name, value]) => `<prop k="${name}" v="${value}"/>`).join("")}`;
}

const symbolOf = (kind: "fill" | "marker", name: number, layers: string): string =>
  `<symbol type="${kind}" name="${name}" alpha="1" clip_to_extent="1" force_rhr="0">${layers}</symbol>`;
const symbolLayer = (kind: string, values: Readonly<Record<string, string | number>>): string =>
  `<layer class="${kind}" enabled="1" pass="0" locked="0">${options(values)}</layer>`;

function fillSymbol(name: number, colour: string, { fill, line }: Look): string {
  return symbolOf(
    "fill",
    name,
    symbolLayer("SimpleFill", {
      color: rgba(colour, ALPHA[fill]),
      style: fill === "none" ? "no" : fill === "hatched" ? "b_diagonal" : "solid",
      outline_color: rgba(INK, 1),
      outline_style: PEN[line],
      outline_width: WIDTH[line],
      outline_width_unit: "MM",
      joinstyle: "round",
    }),
  );
}

const markerSymbol = (name: number, colour: string): string =>
  symbolOf(
    "marker",
    name,
    symbolLayer("SimpleMarker", {
      name: "circle",
      color: rgba(colour, 1),
      outline_color: "255,255,255,255",
      outline_style: "solid",
      outline_width: 0.4,
      outline_width_unit: "MM",
      size: 3.4,
      size_unit: "MM",
    }),
  );

/** On points beside them, else in the middle of the largest part. */
const labelling = (field: string, shape: MapLayer["shape"]): string =>
  `<labeling type="simple"><settings calloutType="simple">` +
  `<text-style fieldName="${escaped(field)}" isExpression="0" fontSize="9" fontSizeUnit="Point" textColor="${rgba(INK, 1)}" namedStyle="Regular" textOpacity="1">` +
  `<text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1"/></text-style>` +
  `<placement placement="${shape === "Point" ? 6 : 1}" dist="${shape === "Point" ? 1 : 0}" distUnits="MM" centroidInside="1" centroidWhole="1"/>` +
  `<rendering drawLabels="1" obstacle="1" labelPerPart="0" mergeLines="0"/></settings></labeling>`;
