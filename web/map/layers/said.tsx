import type { Position } from "../../../src/index.ts";
import { saidPlaces } from "../../state/said-places.ts";
import { PAPER } from "../palette.ts";
import { pointAt } from "../shapes.ts";
import { mapLayer } from "./map-layer.ts";
import { BOLD } from "./paint.ts";

/** Places that somebody in the room has written about: a dark sign with three dots for words. */
export const said = mapLayer({
  part: "said",
  sources: ["said"],
  data: (places: readonly Position[]) => ({
    said: { type: "FeatureCollection", features: places.map((place) => pointAt(place, {})) },
  }),
  styles: {
    signs: [
      {
        id: "said-places",
        type: "circle",
        source: "said",
        paint: {
          "circle-color": PAPER.ink,
          "circle-radius": 9,
          "circle-stroke-width": 2,
          "circle-stroke-color": PAPER.halo,
        },
      },
      {
        id: "said-words",
        type: "symbol",
        source: "said",
        layout: {
          "text-field": "…",
          "text-font": BOLD,
          "text-size": 16,
          "text-offset": [0, -0.25],
          "text-allow-overlap": true,
          "text-ignore-placement": true,
        },
        paint: { "text-color": PAPER.halo },
      },
    ],
  },
  key: [
    {
      words: "legend.said",
      sign: (
        <>
          <circle cx="14" cy="8" r="7" className="sign-said" />
          <path d="M11 8h0M14 8h0M17 8h0" className="sign-said-words" />
        </>
      ),
      when: ({ state }) => saidPlaces(state).length > 0,
    },
  ],
});
