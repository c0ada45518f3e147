import type { DrawnPlan } from "../drawn-plan.ts";
import { PAPER } from "../palette.ts";
import { pointAt } from "../shapes.ts";
import { mapLayer } from "./map-layer.ts";
import { BOLD, byZoom } from "./paint.ts";

/** Where a district's name may stand by its middle, the first that has room: a side of the name, and how far off in ems. */
const NAME_PLACES = (
  [
    ["center", 0, 0],
    ["top", 0, 1.2],
    ["bottom", 0, -1.2],
    ["left", 1.2, 0],
    ["right", -1.2, 0],
    ["top", 0, 2.8],
    ["bottom", 0, -2.8],
    ["top-left", 1, 1],
    ["top-right", -1, 1],
    ["bottom-left", 1, -1],
    ["bottom-right", -1, -1],
  ] as const
).flatMap(([side, right, down]): [string, [number, number]] => [side, [right, down]]);

/** Each district's name, in its ink, where there is room in its middle. */
export const names = mapLayer({
  part: "plan",
  sources: ["names"],
  data: ({ picture, middles }: DrawnPlan) => ({
    names: {
      type: "FeatureCollection",
      features: middles.map(({ district, ...middle }) => {
        const { name, pupils, hue } = picture.districts[district];
        return pointAt(middle, { name, pupils, ink: hue.ink });
      }),
    },
  }),
  styles: {
    names: [
      {
        id: "names",
        type: "symbol",
        source: "names",
        layout: {
          "text-field": ["get", "name"],
          "text-font": BOLD,
          "text-size": byZoom([9, 14], [11, 18]),
          "text-max-width": 7.5,
          "text-line-height": 1.1,
          "text-variable-anchor-offset": NAME_PLACES,
          "text-justify": "auto",
          "text-padding": 6,
          "symbol-sort-key": ["-", 0, ["get", "pupils"]],
        },
        paint: { "text-color": ["get", "ink"], "text-halo-color": PAPER.halo, "text-halo-width": 2 },
      },
    ],
  },
});
