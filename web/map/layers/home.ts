import type { Feature } from "geojson";
import type { Home } from "../../state/app-state.ts";
import { PAPER } from "../palette.ts";
import { mapLayer } from "./map-layer.ts";
import { ROUND } from "./paint.ts";

function featuresOf({ lon, lat, way = [] }: Home): readonly Feature[] {
  const place: Feature = { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [lon, lat] } };
  const coordinates = [[lon, lat], ...way.map((at) => [at.lon, at.lat])];
  return way.length === 0
    ? [place]
    : [place, { type: "Feature", properties: {}, geometry: { type: "LineString", coordinates } }];
}

/** A place that is asked about, and the way to school from there. */
export const home = mapLayer({
  part: "home",
  sources: ["home"],
  data: (shown: Home) => ({ home: { type: "FeatureCollection", features: [...featuresOf(shown)] } }),
  styles: {
    ways: [
      {
        id: "home-way-halo",
        type: "line",
        source: "home",
        layout: ROUND,
        paint: { "line-color": PAPER.halo, "line-width": 7 },
      },
      {
        id: "home-way",
        type: "line",
        source: "home",
        layout: ROUND,
        paint: { "line-color": PAPER.route, "line-width": 3.2 },
      },
    ],
    signs: [
      {
        id: "home",
        type: "circle",
        source: "home",
        filter: ["==", ["geometry-type"], "Point"],
        paint: {
          "circle-radius": 8,
          "circle-color": PAPER.route,
          "circle-stroke-color": PAPER.halo,
          "circle-stroke-width": 3,
        },
      },
    ],
  },
});
