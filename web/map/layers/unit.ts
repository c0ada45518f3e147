import type { MultiPolygon, Polygon } from "geojson";
import { PAPER } from "../palette.ts";
import { collection } from "../shapes.ts";
import { mapLayer } from "./map-layer.ts";

/** The unit looked at. */
export const unit = mapLayer({
  part: "unit",
  sources: ["unit"],
  data: (area: Polygon | MultiPolygon) => ({ unit: collection(area) }),
  styles: {
    ways: [
      { id: "unit-halo", type: "line", source: "unit", paint: { "line-color": PAPER.halo, "line-width": 4 } },
      { id: "unit", type: "line", source: "unit", paint: { "line-color": PAPER.route, "line-width": 1.8 } },
    ],
  },
});
