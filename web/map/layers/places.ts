import type { MapScenery } from "../../worker/messages.ts";
import { PAPER } from "../palette.ts";
import { mapLayer } from "./map-layer.ts";
import { byZoom, REGULAR } from "./paint.ts";

/** Names of municipalities around, and of towns and villages in this one; where there is no room for both the towns go first. */
export const places = mapLayer({
  part: "scenery",
  sources: ["places", "neighbours"],
  data: ({ places: own, neighbours }: MapScenery) => ({ places: own, neighbours }),
  styles: {
    names: [
      {
        id: "neighbours",
        type: "symbol",
        source: "neighbours",
        layout: {
          "text-field": ["get", "name"],
          "text-font": REGULAR,
          "text-size": byZoom([8, 10], [10, 12.5]),
          "text-transform": "uppercase",
          "text-letter-spacing": 0.12,
          "text-max-width": 8,
          "text-padding": 4,
        },
        paint: { "text-color": PAPER.neighbour, "text-halo-color": PAPER.landOutside, "text-halo-width": 1.2 },
      },
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
        paint: { "text-color": PAPER.ink, "text-halo-color": PAPER.halo, "text-halo-width": 1.4 },
      },
    ],
  },
});
