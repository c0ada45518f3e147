import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import plexRegular from "../../node_modules/dkfds/dist/fonts/IBMPlexSans/split/woff2/IBMPlexSans-Regular-Latin1.woff2?url";
import plexSemiBold from "../../node_modules/dkfds/dist/fonts/IBMPlexSans/split/woff2/IBMPlexSans-SemiBold-Latin1.woff2?url";
import { busLayers } from "./bus-layers.ts";
import { lockLayers, lockMarks } from "./lock-layers.ts";
import { GROUND } from "./palette.ts";
import { takenLayers } from "./taken-layers.ts";

const REGULAR = ["Plex"];
const BOLD = ["Plex SemiBold"];

/** Names of the sources; all are GeoJSON, and those whose data come later start empty. */
export const SOURCES = [
  "zones",
  "painted",
  "taken",
  "locks",
  "borders",
  "outside",
  "beyond",
  "water",
  "outline",
  "roads",
  "places",
  "sites",
  "names",
  "changed",
  "unit",
  "route",
  "buses",
] as const;
export type SourceName = (typeof SOURCES)[number];
export type SourceData = Readonly<Partial<Record<SourceName, FeatureCollection>>>;

/** The whole map: land at the bottom, districts, what lies around painted over them, then roads, marks and names. */
export const mapStyle = (data: SourceData): StyleSpecification => ({
  version: 8,
  "font-faces": { Plex: plexRegular, "Plex SemiBold": plexSemiBold },
  sources: Object.fromEntries(
    SOURCES.map((name) => [
      name,
      { type: "geojson", data: data[name] ?? { type: "FeatureCollection", features: [] }, tolerance: 0, buffer: 64 },
    ]),
  ),
  layers: [
    { id: "ground", type: "background", paint: { "background-color": GROUND.land } },
    ...districtLayers(),
    ...lockLayers(),
    ...takenLayers(),
    ...aroundLayers(),
    ...roadLayers(),
    ...busLayers(),
    ...lookedAtLayers(),
    ...siteLayers(),
    ...placeLayers(),
    ...nameLayers(),
    ...lockMarks(),
  ],
});

const stateColour = (name: string, otherwise: string): ExpressionSpecification => [
  "to-color",
  ["feature-state", name],
  otherwise,
];

const stateShown = (name: string, opacity: number): ExpressionSpecification => [
  "case",
  ["boolean", ["feature-state", name], false],
  opacity,
  0,
];

const byZoom = (...stops: readonly (readonly [zoom: number, value: number])[]): ExpressionSpecification => [
  "interpolate",
  ["linear"],
  ["zoom"],
  ...stops.flat(),
];

const areaPaint = (colour: ExpressionSpecification) => ({
  "fill-color": colour,
  "fill-antialias": true,
  "fill-color-transition": { duration: 0, delay: 0 },
});

const districtLayers = (): LayerSpecification[] => [
  // Edges are drawn as well, and nothing shines through: where three areas meet no speck of land is left between them.
  { id: "zones", type: "fill", source: "zones", paint: areaPaint(stateColour("colour", GROUND.land)) },
  {
    id: "painted",
    type: "fill",
    source: "painted",
    paint: areaPaint(["to-color", ["get", "colour"], GROUND.land]),
  },
  {
    id: "changed",
    type: "fill",
    source: "changed",
    paint: { "fill-pattern": "hatch", "fill-opacity": 0.4 },
  },
  {
    id: "borders-today",
    type: "line",
    source: "borders",
    layout: { "line-join": "round" },
    paint: {
      "line-color": GROUND.border,
      "line-width": 1.2,
      "line-dasharray": [3, 2.4],
      "line-opacity": stateShown("today", 0.75),
    },
  },
  {
    id: "borders-halo",
    type: "line",
    source: "borders",
    layout: { "line-join": "round", "line-cap": "round" },
    paint: { "line-color": GROUND.halo, "line-width": 4.5, "line-opacity": stateShown("plan", 0.7) },
  },
  {
    id: "borders-plan",
    type: "line",
    source: "borders",
    layout: { "line-join": "round", "line-cap": "round" },
    paint: { "line-color": GROUND.border, "line-width": 1.6, "line-opacity": stateShown("plan", 0.9) },
  },
];

const aroundLayers = (): LayerSpecification[] => [
  {
    id: "outside",
    type: "fill",
    source: "outside",
    paint: { "fill-color": GROUND.landOutside, "fill-antialias": false },
  },
  { id: "outline", type: "line", source: "outline", paint: { "line-color": GROUND.outline, "line-width": 1.2 } },
  { id: "water", type: "fill", source: "water", paint: { "fill-color": GROUND.water, "fill-antialias": false } },
  { id: "coast", type: "line", source: "water", paint: { "line-color": GROUND.coast, "line-width": 0.8 } },
  {
    id: "beyond",
    type: "fill",
    source: "beyond",
    paint: { "fill-color": GROUND.landOutside, "fill-antialias": false },
  },
  {
    id: "beyond-rim",
    type: "line",
    source: "beyond",
    paint: { "line-color": GROUND.landOutside, "line-width": 50, "line-blur": 40 },
  },
];

const roadLayers = (): LayerSpecification[] => [
  {
    id: "roads-small",
    type: "line",
    source: "roads",
    filter: ["==", ["get", "rank"], "small"],
    layout: { "line-join": "round", "line-cap": "round" },
    paint: { "line-color": GROUND.roadSmall, "line-width": byZoom([9, 0.7], [13, 2]) },
  },
  {
    id: "roads-main",
    type: "line",
    source: "roads",
    filter: ["==", ["get", "rank"], "main"],
    layout: { "line-join": "round", "line-cap": "round" },
    paint: { "line-color": GROUND.roadMain, "line-width": byZoom([9, 1.3], [13, 3.2]) },
  },
  {
    id: "ferries",
    type: "line",
    source: "roads",
    filter: ["==", ["get", "rank"], "ferry"],
    paint: { "line-color": GROUND.ferry, "line-width": 1.2, "line-dasharray": [2, 3] },
  },
];

const lookedAtLayers = (): LayerSpecification[] => [
  {
    id: "unit-halo",
    type: "line",
    source: "unit",
    paint: { "line-color": GROUND.halo, "line-width": 4 },
  },
  {
    id: "unit",
    type: "line",
    source: "unit",
    paint: { "line-color": GROUND.route, "line-width": 1.8 },
  },
  {
    id: "route-halo",
    type: "line",
    source: "route",
    layout: { "line-join": "round", "line-cap": "round" },
    paint: { "line-color": GROUND.halo, "line-width": 7 },
  },
  {
    id: "route",
    type: "line",
    source: "route",
    layout: { "line-join": "round", "line-cap": "round" },
    paint: { "line-color": GROUND.route, "line-width": 3.2 },
  },
];

/** Marks shrink a little when the whole municipality is seen; `beyond`: pixels around them. */
const markSize = (beyond: number): ExpressionSpecification => [
  "interpolate",
  ["linear"],
  ["zoom"],
  8,
  ["+", beyond, ["*", 0.55, ["get", "radius"]]],
  9.6,
  ["+", beyond, ["*", 0.9, ["get", "radius"]]],
  10.5,
  ["+", beyond, ["get", "radius"]],
];

const siteLayers = (): LayerSpecification[] => [
  // A second, hollow ring around a school that a plan adds.
  {
    id: "sites-new",
    type: "circle",
    source: "sites",
    filter: ["all", ["has", "isNew"], ["!=", ["get", "grades"], ""]],
    paint: {
      "circle-color": GROUND.halo,
      "circle-opacity": 0.6,
      "circle-radius": markSize(6),
      "circle-stroke-width": 1.6,
      "circle-stroke-color": stateColour("ink", GROUND.ink),
    },
  },
  {
    id: "sites",
    type: "circle",
    source: "sites",
    filter: ["!=", ["get", "grades"], ""],
    paint: {
      "circle-color": GROUND.halo,
      "circle-radius": markSize(0),
      "circle-stroke-width": 3,
      "circle-stroke-color": stateColour("ink", GROUND.ink),
    },
  },
];

/** Names of places and schools: those placed first are the last in the list. */
const placeLayers = (): LayerSpecification[] => [
  {
    id: "places",
    type: "symbol",
    source: "places",
    layout: {
      "text-field": ["get", "name"],
      "text-font": REGULAR,
      "text-size": ["interpolate", ["linear"], ["get", "population"], 200, 12, 4000, 13.5, 30000, 17],
      "text-variable-anchor": [
        "top",
        "bottom",
        "left",
        "right",
        "top-left",
        "top-right",
        "bottom-left",
        "bottom-right",
      ],
      "text-radial-offset": byZoom([8.5, 0.7], [10.5, 1.15]),
      "text-justify": "auto",
      "text-padding": 4,
      "symbol-sort-key": ["-", 0, ["get", "population"]],
    },
    paint: { "text-color": GROUND.ink, "text-halo-color": GROUND.halo, "text-halo-width": 1.4 },
  },
  {
    id: "site-names",
    type: "symbol",
    source: "sites",
    minzoom: 11.6,
    layout: {
      "text-field": ["get", "name"],
      "text-font": BOLD,
      "text-size": 12,
      "text-variable-anchor": ["bottom", "top", "left", "right"],
      "text-radial-offset": 1.8,
      "text-justify": "auto",
    },
    paint: { "text-color": GROUND.ink, "text-halo-color": GROUND.halo, "text-halo-width": 1.6 },
  },
];

/** Where a district's name may stand by its middle, the first that has room: a side of the name, and how far off in ems. */
const NAME_PLACES = (
  [
    ["center", 0, 0],
    ["top", 0, 1.2],
    ["bottom", 0, -1.2],
    ["left", 1.2, 0],
    ["right", -1.2, 0],
    ["top", 0, 2.8],
    ["bottom", 0, -2.8],
    ["top-left", 1, 1],
    ["top-right", -1, 1],
    ["bottom-left", 1, -1],
    ["bottom-right", -1, -1],
  ] as const
).flatMap(([side, right, down]): [string, [number, number]] => [side, [right, down]]);

/** Names of districts, and what stands in and over the marks, which come before all others where room is short. */
const nameLayers = (): LayerSpecification[] => [
  {
    id: "names",
    type: "symbol",
    source: "names",
    layout: {
      "text-field": ["get", "name"],
      "text-font": BOLD,
      "text-size": byZoom([9, 14], [11, 18]),
      "text-max-width": 7.5,
      "text-line-height": 1.1,
      "text-variable-anchor-offset": NAME_PLACES,
      "text-justify": "auto",
      "text-padding": 6,
      "symbol-sort-key": ["-", 0, ["get", "pupils"]],
    },
    paint: { "text-color": ["get", "ink"], "text-halo-color": GROUND.halo, "text-halo-width": 2 },
  },
  {
    id: "site-grades",
    type: "symbol",
    source: "sites",
    filter: ["!=", ["get", "grades"], ""],
    layout: {
      "text-field": ["get", "grades"],
      "text-font": BOLD,
      "text-size": byZoom([8, 7], [9.6, 10.5], [11, 11.5]),
      "text-allow-overlap": true,
      "text-padding": 7,
    },
    paint: { "text-color": GROUND.ink },
  },
  {
    id: "sites-closed",
    type: "symbol",
    source: "sites",
    filter: ["==", ["get", "grades"], ""],
    layout: { "icon-image": "closed", "icon-allow-overlap": true },
  },
];
