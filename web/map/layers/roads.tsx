import type { AppState } from "../../state/app-state.ts";
import type { MapScenery } from "../../worker/messages.ts";
import { PAPER } from "../palette.ts";
import { onlyAddresses } from "../text-address.ts";
import { NOTHING } from "../style.ts";
import { mapLayer } from "./map-layer.ts";
import { byZoom, ROUND } from "./paint.ts";

/** From here on what is too dense to be drawn all at once is drawn. */
const NEAR = 12;

const hasFerries = ({ caseState }: AppState): boolean =>
  caseState.status === "open" && caseState.scenery.roads.hasFerries;

export const roads = mapLayer({
  part: "scenery",
  sources: ["roads", "near-roads"],
  data: ({ roads: { far, near } }: MapScenery) => {
    const [all, nearer] = onlyAddresses([far, ...(near ? [near] : [])]);
    return { roads: all, "near-roads": nearer ?? NOTHING };
  },
  styles: {
    roads: [
      {
        id: "near-roads",
        type: "line",
        source: "near-roads",
        minzoom: NEAR,
        layout: ROUND,
        paint: { "line-color": PAPER.roadSmall, "line-width": byZoom([9, 0.7], [13, 2]) },
      },
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
