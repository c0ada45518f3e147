import type { Polygon } from "geojson";
import type { Bounds, MapScenery } from "../../worker/messages.ts";
import { PAPER } from "../palette.ts";
import { collection } from "../shapes.ts";
import { mapLayer } from "./map-layer.ts";

const ring = ([west, south, east, north]: Bounds): number[][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

/** All that lies outside what is known. */
function beyond([west, south, east, north]: Bounds): Polygon {
  return {
    type: "Polygon",
    coordinates: [ring([west - 3, south - 3, east + 3, north + 3]), ring([west, south, east, north])],
  };
}

/** The land under the districts, and what lies around them and is painted over them: other land, and the sea. */
export const scenery = mapLayer({
  part: "scenery",
  sources: ["outside", "outline", "water", "sea-around", "land-around", "coast", "beyond"],
  data: ({ known, outside, outline, water, around, coast }: MapScenery) => ({
    "sea-around": collection(around?.sea),
    "land-around": collection(around?.land),
    coast: collection(coast),
    outside: collection(outside),
    outline: collection(outline),
    water: collection(water),
    beyond: collection(beyond(known)),
  }),
  styles: {
    land: [
      { id: "ground", type: "background", paint: { "background-color": PAPER.land } },
      {
        id: "sea-around",
        type: "fill",
        source: "sea-around",
        paint: { "fill-color": PAPER.water, "fill-antialias": false },
      },
      {
        id: "land-around",
        type: "fill",
        source: "land-around",
        paint: { "fill-color": PAPER.landOutside, "fill-antialias": false },
      },
    ],
    around: [
      {
        id: "outside",
        type: "fill",
        source: "outside",
        paint: { "fill-color": PAPER.landOutside, "fill-antialias": false },
      },
      { id: "outline", type: "line", source: "outline", paint: { "line-color": PAPER.outline, "line-width": 1.2 } },
      { id: "water", type: "fill", source: "water", paint: { "fill-color": PAPER.water, "fill-antialias": false } },
      { id: "coast", type: "line", source: "coast", paint: { "line-color": PAPER.coast, "line-width": 0.8 } },
      {
        id: "beyond",
        type: "fill",
        source: "beyond",
        paint: { "fill-color": PAPER.landOutside, "fill-antialias": false },
      },
      // The sea fades away before the data end: cut off along a straight line it would look like a coast. As wide as tiles overlap.
      {
        id: "beyond-rim",
        type: "line",
        source: "beyond",
        paint: { "line-color": PAPER.landOutside, "line-width": 120, "line-blur": 60 },
      },
    ],
  },
});
