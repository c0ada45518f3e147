import type { Feature, FeatureCollection } from "geojson";
import type { Position } from "../../../src/index.ts";
import { assumptionsOf } from "../../state/plans.ts";
import { chosenDocument } from "../../state/chosen.ts";
import type { AssumedOnMap } from "../assumed-on-map.ts";
import { PAPER } from "../palette.ts";
import { mapLayer, type Seen, showsPlan } from "./map-layer.ts";
import { byZoom, ROUND } from "./paint.ts";

const at = ({ lon, lat }: Position): [number, number] => [lon, lat];

const points = (layer: string, all: readonly (Position & { readonly name?: string })[]): readonly Feature[] =>
  all.map((place) => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: at(place) },
    properties: { layer, name: place.name ?? "" },
  }));

function featuresOf({ roads, places, homes }: AssumedOnMap): FeatureCollection {
  const lines = roads.map((line): Feature => ({
    type: "Feature",
    geometry: { type: "LineString", coordinates: line.map(at) },
    properties: { layer: "road" },
  }));
  return { type: "FeatureCollection", features: [...lines, ...points("place", places), ...points("home", homes)] };
}

const assumes =
  (kind: "danger" | "housing") =>
  (seen: Seen): boolean => {
    const plan = chosenDocument(seen.state);
    return showsPlan(seen) && plan !== undefined && assumptionsOf(plan).some((each) => each.kind === kind);
  };

/** Dangerous stretches: white dashes in a dark casing, as no other line is. New dwellings: a dark dot. */
export const assumed = mapLayer({
  part: "assumed",
  sources: ["assumed"],
  data: (shown: AssumedOnMap) => ({ assumed: featuresOf(shown) }),
  styles: {
    ways: [
      {
        id: "assumed-road-casing",
        type: "line",
        source: "assumed",
        filter: ["==", ["get", "layer"], "road"],
        layout: ROUND,
        paint: { "line-color": PAPER.ink, "line-width": byZoom([8.5, 3.4], [10.5, 7]) },
      },
      {
        id: "assumed-roads",
        type: "line",
        source: "assumed",
        filter: ["==", ["get", "layer"], "road"],
        paint: {
          "line-color": PAPER.halo,
          "line-width": byZoom([8.5, 1.8], [10.5, 4]),
          "line-dasharray": [1.5, 1.2],
        },
      },
    ],
    signs: [
      {
        id: "assumed-places",
        type: "circle",
        source: "assumed",
        filter: ["!=", ["get", "layer"], "road"],
        paint: {
          "circle-color": ["case", ["==", ["get", "layer"], "home"], PAPER.ink, PAPER.halo],
          "circle-radius": byZoom([8.5, 4], [10.5, 6]),
          "circle-stroke-width": 2,
          "circle-stroke-color": ["case", ["==", ["get", "layer"], "home"], PAPER.halo, PAPER.ink],
        },
      },
    ],
  },
  key: [
    {
      words: "legend.danger",
      sign: (
        <>
          <path d="M1 8h26" className="sign-danger-casing" />
          <path d="M1 8h26" className="sign-danger" />
        </>
      ),
      when: assumes("danger"),
    },
    {
      words: "legend.housing",
      sign: <circle cx="14" cy="8" r="5" className="sign-housing" />,
      when: assumes("housing"),
    },
  ],
});
