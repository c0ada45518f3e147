import { areaOfUnits, type Outlines } from "../../../src/index.ts";
import { PAPER } from "../palette.ts";
import { mapLayer } from "./map-layer.ts";

type Taken = {
  readonly outlines: Outlines;
  readonly units: Iterable<number>;
  /** That they are filled with; undefined while nothing is painted yet. */
  readonly colour: string | undefined;
};

/** What a tool takes or would take: within a line that shows on any colour, paler until it is painted. */
export const taken = mapLayer({
  part: "taken",
  sources: ["taken"],
  data: ({ outlines, units, colour }: Taken) => {
    const area = areaOfUnits(outlines, units);
    const properties = colour === undefined ? {} : { colour };
    return {
      taken: {
        type: "FeatureCollection",
        features: area ? [{ type: "Feature", properties, geometry: area }] : [],
      },
    };
  },
  styles: {
    "over-areas": [
      {
        id: "taken",
        type: "fill",
        source: "taken",
        paint: {
          "fill-color": ["to-color", ["get", "colour"], PAPER.halo],
          "fill-opacity": ["case", ["has", "colour"], 0.85, 0.35],
        },
      },
      {
        id: "taken-halo",
        type: "line",
        source: "taken",
        layout: { "line-join": "round" },
        paint: { "line-color": PAPER.halo, "line-width": 6, "line-opacity": 0.85 },
      },
      {
        id: "taken-line",
        type: "line",
        source: "taken",
        layout: { "line-join": "round" },
        paint: { "line-color": PAPER.route, "line-width": 2.6 },
      },
    ],
  },
});
