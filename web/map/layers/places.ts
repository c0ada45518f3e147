import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification, SymbolLayerSpecification } from "maplibre-gl";
import type { MapScenery } from "../../worker/messages.ts";
import { PAPER } from "../palette.ts";
import { NAME_SIZE, nameSpots } from "../place-names.ts";
import { mapLayer } from "./map-layer.ts";
import { byZoom, REGULAR } from "./paint.ts";

/** Zooms from which names are placed anew, a layer each; the first holds before it too. Where they may stand is told at a layer's least zoom, at which schools are closest. */
const STEPS = Array.from({ length: 13 }, (_, i) => 7 + i / 4);

const spotsAt = (step: number): string => `spots-${step}`;

/** Names with where they may stand at each step; one that may stand nowhere is not there at that step. */
function withSpots({ places, schools }: MapScenery): FeatureCollection {
  const spots = STEPS.map((step) => nameSpots(places, schools, step));
  return {
    type: "FeatureCollection",
    features: places.features.map((place, i) => ({
      ...place,
      properties: {
        ...place.properties,
        ...Object.fromEntries(
          STEPS.flatMap((step, at) => (spots[at][i].length > 0 ? [[spotsAt(step), spots[at][i]]] : [])),
        ),
      },
    })),
  };
}

/** Names of municipalities around, and of towns and villages in this one; where there is no room for both the towns go first. */
export const places = mapLayer({
  part: "scenery",
  sources: ["places", "neighbours"],
  data: (scenery: MapScenery) => ({ places: withSpots(scenery), neighbours: scenery.neighbours }),
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
      ...STEPS.map((step, i): SymbolLayerSpecification => ({
        id: `places-${step}`,
        type: "symbol",
        source: "places",
        filter: ["has", spotsAt(step)],
        ...(i > 0 && { minzoom: step }),
        ...(i < STEPS.length - 1 && { maxzoom: STEPS[i + 1] }),
        layout: {
          "text-field": ["get", "name"],
          "text-font": REGULAR,
          "text-size": [
            "interpolate",
            ["linear"],
            ["get", "population"],
            ...NAME_SIZE.flat(),
          ] as ExpressionSpecification,
          "text-variable-anchor-offset": ["get", spotsAt(step)],
          "text-justify": "auto",
          "text-padding": 4,
          "symbol-sort-key": ["-", 0, ["get", "population"]],
        },
        paint: { "text-color": PAPER.ink, "text-halo-color": PAPER.halo, "text-halo-width": 1.4 },
      })),
    ],
  },
});
