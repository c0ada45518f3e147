import type { MapScenery } from "../../worker/messages.ts";
import { PAPER } from "../palette.ts";
import { mapLayer } from "./map-layer.ts";
import { byZoom, REGULAR } from "./paint.ts";

/** Where a name is anchored that stands on a side of its place, and the way it stands from there. */
const SIDES: readonly (readonly [anchor: string, east: number, south: number])[] = [
  ["top", 0, 1],
  ["bottom", 0, -1],
  ["left", 1, 0],
  ["right", -1, 0],
  ["top-left", Math.SQRT1_2, Math.SQRT1_2],
  ["top-right", -Math.SQRT1_2, Math.SQRT1_2],
  ["bottom-left", Math.SQRT1_2, -Math.SQRT1_2],
  ["bottom-right", -Math.SQRT1_2, -Math.SQRT1_2],
];

/** Where a name may stand, the best first: on each side as near as may be, else farther away, past the sign of a school that stands there. Distances in its own height. */
const around = (...distances: readonly number[]): (string | [number, number])[] =>
  distances.flatMap((far) =>
    SIDES.flatMap(([anchor, east, south]): (string | [number, number])[] => [anchor, [far * east, far * south]]),
  );

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
          "text-variable-anchor-offset": [
            "interpolate",
            ["linear"],
            ["zoom"],
            8.5,
            ["literal", around(0.7, 1.4, 2)],
            10.5,
            ["literal", around(1.15, 1.8, 2.4)],
          ],
          "text-justify": "auto",
          "text-padding": 4,
          "symbol-sort-key": ["-", 0, ["get", "population"]],
        },
        paint: { "text-color": PAPER.ink, "text-halo-color": PAPER.halo, "text-halo-width": 1.4 },
      },
    ],
  },
});
