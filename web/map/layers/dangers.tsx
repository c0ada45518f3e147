import type { Feature, FeatureCollection } from "geojson";
import { caseView } from "../../state/selectors.ts";
import type { DangerOnMap } from "../../worker/messages.ts";
import { PAPER } from "../palette.ts";
import { mapLayer } from "./map-layer.ts";
import { byZoom, ROUND } from "./paint.ts";

const featuresOf = (dangers: readonly DangerOnMap[]): FeatureCollection => ({
  type: "FeatureCollection",
  features: dangers.flatMap(({ name, lines }) =>
    lines.map((line): Feature => ({
      type: "Feature",
      geometry: { type: "LineString", coordinates: line.map(({ lon, lat }) => [lon, lat]) },
      properties: { name },
    })),
  ),
});

/** Roads that the case's own files call dangerous: dark dashes in a light casing, the other way about from a proposal's own. */
export const dangers = mapLayer({
  part: "dangers",
  sources: ["dangers"],
  data: (shown: readonly DangerOnMap[]) => ({ dangers: featuresOf(shown) }),
  styles: {
    ways: [
      {
        id: "danger-casing",
        type: "line",
        source: "dangers",
        layout: ROUND,
        paint: { "line-color": PAPER.halo, "line-width": byZoom([8.5, 3.4], [10.5, 7]) },
      },
      {
        id: "danger-roads",
        type: "line",
        source: "dangers",
        paint: {
          "line-color": PAPER.ink,
          "line-width": byZoom([8.5, 1.8], [10.5, 4]),
          "line-dasharray": [1.5, 1.2],
        },
      },
    ],
  },
  key: [
    {
      words: "legend.dangerDecided",
      sign: (
        <>
          <path d="M1 8h26" className="sign-decided-casing" />
          <path d="M1 8h26" className="sign-decided" />
        </>
      ),
      when: ({ state }) => (caseView(state)?.dangers.length ?? 0) > 0,
    },
  ],
});
