import type { LayerSpecification } from "maplibre-gl";
import { GROUND } from "./palette.ts";

/** Dots and a line: a pattern, so that it is seen on every colour and by everyone. */
export const lockLayers = (): LayerSpecification[] => [
  {
    id: "locks",
    type: "fill",
    source: "locks",
    filter: ["!=", ["geometry-type"], "Point"],
    paint: { "fill-pattern": "dots", "fill-opacity": 0.55 },
  },
  {
    id: "locks-line",
    type: "line",
    source: "locks",
    filter: ["!=", ["geometry-type"], "Point"],
    layout: { "line-join": "round", "line-cap": "round" },
    paint: { "line-color": GROUND.border, "line-width": 2.2, "line-dasharray": [0, 2] },
  },
];

/** A padlock on each locked school, and on each piece of locked land that has room for it. */
export const lockMarks = (): LayerSpecification[] => [
  {
    id: "locks-areas",
    type: "symbol",
    source: "locks",
    filter: ["!=", ["geometry-type"], "Point"],
    layout: { "icon-image": "padlock", "icon-padding": 12 },
  },
  {
    id: "locks-sites",
    type: "symbol",
    source: "locks",
    filter: ["==", ["geometry-type"], "Point"],
    layout: { "icon-image": "padlock", "icon-offset": [15, -13], "icon-allow-overlap": true, "icon-size": 0.95 },
  },
];
