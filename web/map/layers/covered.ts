import type { Position } from "../../../src/index.ts";
import { pointAt } from "../shapes.ts";
import { mapLayer } from "./map-layer.ts";

/** So small that a name comes close to the frame, pixels. */
const SPOT = 2;

/** What no name may be cut by or stand under: the map's frame, and what lies over the map. Marks that nobody sees have the room there before any name has. */
export const covered = mapLayer({
  part: "covered",
  sources: ["covered"],
  data: (spots: readonly Position[]) => ({
    covered: { type: "FeatureCollection", features: spots.map((spot) => pointAt(spot, {})) },
  }),
  marks: [{ name: "covered", size: SPOT, draw: () => {} }],
  styles: {
    signs: [
      {
        id: "covered",
        type: "symbol",
        source: "covered",
        layout: { "icon-image": "covered", "icon-allow-overlap": true, "icon-padding": 0 },
      },
    ],
  },
});
