import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { GROUND } from "./palette.ts";

/** From where a phone shows the whole municipality to where a screen does. */
const wider = (far: number, near: number): ExpressionSpecification => [
  "interpolate",
  ["linear"],
  ["zoom"],
  8.5,
  far,
  10.5,
  near,
];

/** School buses: a bright line in a dark casing, as no district is drawn, and a white dot at each stop. */
export const busLayers = (): LayerSpecification[] => [
  {
    id: "bus-casing",
    type: "line",
    source: "buses",
    filter: ["==", ["get", "layer"], "route"],
    layout: { "line-join": "round", "line-cap": "round" },
    paint: { "line-color": GROUND.ink, "line-width": wider(2.6, 5) },
  },
  {
    id: "bus-routes",
    type: "line",
    source: "buses",
    filter: ["==", ["get", "layer"], "route"],
    layout: { "line-join": "round", "line-cap": "round" },
    paint: { "line-color": GROUND.bus, "line-width": wider(1.4, 2.6) },
  },
  {
    id: "bus-stops",
    type: "circle",
    source: "buses",
    filter: ["==", ["get", "layer"], "stop"],
    paint: {
      "circle-color": GROUND.halo,
      "circle-radius": wider(1.3, 3.6),
      "circle-stroke-width": wider(1, 1.6),
      "circle-stroke-color": GROUND.ink,
    },
  },
];
