import type { LineString } from "geojson";
import { PAPER } from "../palette.ts";
import { collection } from "../shapes.ts";
import { mapLayer } from "./map-layer.ts";
import { ROUND } from "./paint.ts";

/** The way to school that was asked for. */
export const route = mapLayer({
  part: "route",
  sources: ["route"],
  data: (line: LineString) => ({ route: collection(line) }),
  styles: {
    ways: [
      {
        id: "route-halo",
        type: "line",
        source: "route",
        layout: ROUND,
        paint: { "line-color": PAPER.halo, "line-width": 7 },
      },
      {
        id: "route",
        type: "line",
        source: "route",
        layout: ROUND,
        paint: { "line-color": PAPER.route, "line-width": 3.2 },
      },
    ],
  },
});
