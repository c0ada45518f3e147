import type { SymbolLayerSpecification } from "maplibre-gl";
import { LINE_HEIGHT, NAME_SIZES } from "../district-names.ts";
import type { DrawnPlan } from "../drawn-plan.ts";
import { PAPER } from "../palette.ts";
import { pointAt } from "../shapes.ts";
import { mapLayer } from "./map-layer.ts";
import { BOLD, byZoom } from "./paint.ts";

/** Zooms at which names come, a layer each: a layer begins at any zoom, a filter only at whole ones. */
export const STEPS = Array.from({ length: 25 }, (_, i) => 8 + i / 4);

/** The first step at which a name has its room. */
export const stepOf = (zoom: number): number => STEPS.find((step) => step >= zoom) ?? STEPS[STEPS.length - 1];

/** Each district's name, in its ink, as soon as it has room inside its district: over a neighbour it would name that. */
export const names = mapLayer({
  part: "plan",
  sources: ["names"],
  data: ({ picture, names: placed }: DrawnPlan) => ({
    names: {
      type: "FeatureCollection",
      features: placed.map(({ district, text, zoom, ...middle }) => {
        const { pupils, hue } = picture.districts[district];
        return pointAt(middle, { text, pupils, ink: hue.ink, step: stepOf(zoom) });
      }),
    },
  }),
  styles: {
    names: STEPS.map((step, i): SymbolLayerSpecification => ({
      id: `names-${i}`,
      type: "symbol",
      source: "names",
      filter: ["==", ["get", "step"], step],
      ...(i > 0 && { minzoom: step }),
      layout: {
        "text-field": ["get", "text"],
        "text-font": BOLD,
        "text-size": byZoom(...NAME_SIZES),
        // In the lines that it has.
        "text-max-width": 100,
        "text-line-height": LINE_HEIGHT,
        "text-allow-overlap": true,
        "text-padding": 1,
        "symbol-sort-key": ["-", 0, ["get", "pupils"]],
      },
      paint: { "text-color": ["get", "ink"], "text-halo-color": PAPER.halo, "text-halo-width": 2 },
    })),
  },
});
