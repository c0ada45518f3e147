import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification } from "maplibre-gl";
import { borderKind, type DrawnPlan } from "../drawn-plan.ts";
import { PAPER } from "../palette.ts";
import { mapLayer, showsPlan } from "./map-layer.ts";
import { areaPaint, ROUND, stateColour } from "./paint.ts";

const stateShown = (name: string, opacity: number): ExpressionSpecification => [
  "case",
  ["boolean", ["feature-state", name], false],
  opacity,
  0,
];

const numbered = ({ features }: FeatureCollection, first: number): FeatureCollection => ({
  type: "FeatureCollection",
  features: features.map((feature, i) => ({ ...feature, id: first + i })),
});

function* looks(plan: DrawnPlan, first: number) {
  const { picture, zones: drawn, districtOfZone } = plan;
  for (const [zone, district] of districtOfZone.entries())
    yield {
      source: "zones" as const,
      id: first + zone,
      look: { colour: picture.districts[district]?.hue.fill ?? null },
    };
  for (const [border, { properties }] of drawn.borders.features.entries()) {
    const kind = borderKind(plan, properties);
    const look = { plan: kind === "between-districts", today: kind === "once-between-districts" };
    yield { source: "borders" as const, id: first + border, look };
  }
}

/** The areas of a plan in their districts' colours and the borders between: another plan with the same areas only recolours them. */
export const zones = mapLayer({
  part: "plan",
  sources: ["zones", "borders"],
  data: (plan: DrawnPlan, first) => ({
    zones: numbered(plan.zones.areas, first),
    borders: numbered(plan.zones.borders, first),
  }),
  basis: (plan) => plan.zones,
  states: looks,
  styles: {
    // Edges are drawn as well, and nothing shines through: where three areas meet no speck of land is left between them.
    areas: [{ id: "zones", type: "fill", source: "zones", paint: areaPaint(stateColour("colour", PAPER.land)) }],
    "over-areas": [
      {
        id: "borders-today",
        type: "line",
        source: "borders",
        layout: { "line-join": "round" },
        paint: {
          "line-color": PAPER.border,
          "line-width": 1.2,
          "line-dasharray": [3, 2.4],
          "line-opacity": stateShown("today", 0.75),
        },
      },
      {
        id: "borders-halo",
        type: "line",
        source: "borders",
        layout: ROUND,
        paint: { "line-color": PAPER.halo, "line-width": 4.5, "line-opacity": stateShown("plan", 0.7) },
      },
      {
        id: "borders-plan",
        type: "line",
        source: "borders",
        layout: ROUND,
        paint: { "line-color": PAPER.border, "line-width": 1.6, "line-opacity": stateShown("plan", 0.9) },
      },
    ],
  },
  key: [
    { words: "legend.planToday", sign: <path d="M1 8h26" className="sign-border" />, when: (seen) => !showsPlan(seen) },
    { words: "legend.plan", sign: <path d="M1 8h26" className="sign-border" />, when: showsPlan },
    {
      words: "legend.today",
      sign: <path d="M1 8h26" className="sign-today" />,
      when: (seen) => showsPlan(seen) && seen.before === "today",
    },
    {
      words: "legend.before",
      sign: <path d="M1 8h26" className="sign-today" />,
      when: (seen) => showsPlan(seen) && seen.before === "a-plan",
    },
  ],
});
