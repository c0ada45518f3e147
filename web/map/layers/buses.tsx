import type { FeatureCollection } from "geojson";
import { detailAnswer } from "../../state/detail.ts";
import { PAPER } from "../palette.ts";
import { mapLayer, showsPlan } from "./map-layer.ts";
import { byZoom, ROUND } from "./paint.ts";

/** From where a phone shows the whole municipality to where a screen does. */
const wider = (far: number, near: number) => byZoom([8.5, far], [10.5, near]);

/** School buses: a bright line in a dark casing, as no district is drawn, and a white dot at each stop. */
export const buses = mapLayer({
  part: "buses",
  sources: ["buses"],
  /** Routes and stops, as `layer` says of each. */
  data: (routes: FeatureCollection) => ({ buses: routes }),
  styles: {
    ways: [
      {
        id: "bus-casing",
        type: "line",
        source: "buses",
        filter: ["==", ["get", "layer"], "route"],
        layout: ROUND,
        paint: { "line-color": PAPER.ink, "line-width": wider(2.6, 5) },
      },
      {
        id: "bus-routes",
        type: "line",
        source: "buses",
        filter: ["==", ["get", "layer"], "route"],
        layout: ROUND,
        paint: { "line-color": PAPER.bus, "line-width": wider(1.4, 2.6) },
      },
      {
        id: "bus-stops",
        type: "circle",
        source: "buses",
        filter: ["==", ["get", "layer"], "stop"],
        paint: {
          "circle-color": PAPER.halo,
          "circle-radius": wider(1.3, 3.6),
          "circle-stroke-width": wider(1, 1.6),
          "circle-stroke-color": PAPER.ink,
        },
      },
    ],
  },
  key: [
    {
      words: "legend.buses",
      sign: (
        <>
          <path d="M1 8h26" className="sign-bus-casing" />
          <path d="M1 8h26" className="sign-bus" />
          <circle cx="14" cy="8" r="3.2" className="sign-stop" />
        </>
      ),
      when: (seen) => showsPlan(seen) && detailAnswer(seen.state, "buses") !== undefined,
    },
  ],
});
