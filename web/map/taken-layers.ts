import type { LayerSpecification } from "maplibre-gl";
import { GROUND } from "./palette.ts";

/** What a tool takes or would take: within a line that shows on any colour, paler until it is painted. */
export const takenLayers = (): LayerSpecification[] => [
  {
    id: "taken",
    type: "fill",
    source: "taken",
    paint: {
      "fill-color": ["to-color", ["get", "colour"], GROUND.halo],
      "fill-opacity": ["case", ["has", "colour"], 0.85, 0.35],
    },
  },
  {
    id: "taken-halo",
    type: "line",
    source: "taken",
    layout: { "line-join": "round" },
    paint: { "line-color": GROUND.halo, "line-width": 6, "line-opacity": 0.85 },
  },
  {
    id: "taken-line",
    type: "line",
    source: "taken",
    layout: { "line-join": "round" },
    paint: { "line-color": GROUND.route, "line-width": 2.6 },
  },
];
