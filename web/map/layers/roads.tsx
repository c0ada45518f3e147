import type { AppState } from "../../state/app-state.ts";
import type { MapScenery } from "../../worker/messages.ts";
import { PAPER } from "../palette.ts";
import { mapLayer } from "./map-layer.ts";
import { byZoom, ROUND } from "./paint.ts";

const hasFerries = ({ caseState }: AppState): boolean =>
  caseState.status === "open" &&
  caseState.scenery.roads.features.some(
    ({ properties, geometry }) => properties.rank === "ferry" && geometry.coordinates.length > 0,
  );

export const roads = mapLayer({
  part: "scenery",
  sources: ["roads"],
  data: (scenery: MapScenery) => ({ roads: scenery.roads }),
  styles: {
    roads: [
      {
        id: "roads-small",
        type: "line",
        source: "roads",
        filter: ["in", ["get", "rank"], ["literal", ["country", "small"]]],
        layout: ROUND,
        paint: { "line-color": PAPER.roadSmall, "line-width": byZoom([9, 0.7], [13, 2]) },
      },
      {
        id: "roads-main",
        type: "line",
        source: "roads",
        filter: ["==", ["get", "rank"], "main"],
        layout: ROUND,
        paint: { "line-color": PAPER.roadMain, "line-width": byZoom([9, 1.3], [13, 3.2]) },
      },
      {
        id: "ferries",
        type: "line",
        source: "roads",
        filter: ["==", ["get", "rank"], "ferry"],
        paint: { "line-color": PAPER.ferry, "line-width": 1.2, "line-dasharray": [2, 3] },
      },
    ],
  },
  key: [
    {
      words: "legend.ferry",
      sign: <path d="M1 8h26" className="sign-ferry" />,
      when: ({ state }) => hasFerries(state),
    },
  ],
});
