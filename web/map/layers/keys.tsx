import type { SymbolLayerSpecification } from "maplibre-gl";
import { formatBands } from "../../../src/index.ts";
import { gradesHere } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import type { DrawnPlan } from "../drawn-plan.ts";
import { PAPER } from "../palette.ts";
import { pointAt } from "../shapes.ts";
import { mapLayer } from "./map-layer.ts";
import { stepOf, STEPS } from "./names.ts";
import { BOLD, byZoom } from "./paint.ts";

/** From this zoom on grades can be read in a school's mark. */
const READABLE = 9;

/**
 * What tells districts apart besides their colours, on a map of any size: a district's key stands inside it until its name has
 * room, and in the marks of its schools for as long as the area is too small for a letter or the map for grades.
 */
export function toldBy({ picture, names }: DrawnPlan) {
  const from = new Map(names.map(({ district, key }) => [district, Math.max(READABLE, Math.ceil(key.zoom))]));
  const areas = names.map(({ district, zoom, key: { lon, lat } }) => {
    const { key, hue } = picture.districts[district];
    return pointAt(
      { lon, lat },
      {
        kind: "area",
        key,
        ink: hue.ink,
        from: from.get(district) ?? READABLE,
        step: stepOf(zoom),
      },
    );
  });
  const marks = picture.sites.flatMap((place, site) => {
    const grades = formatBands(picture.grades, picture.teaching[site]);
    const district = picture.districtOfSite[site];
    const key = picture.districts[district]?.key ?? grades;
    return grades === "" ? [] : [pointAt(place, { kind: "mark", key, grades, from: from.get(district) ?? READABLE })];
  });
  return { areas, marks };
}

/** What stands in the schools' marks at zooms from, or before, the one that is their own. */
function markText(
  id: string,
  text: "grades" | "key",
  when: ">=" | "<",
  size: ReturnType<typeof byZoom>,
): SymbolLayerSpecification {
  return {
    id,
    type: "symbol",
    source: "keys",
    filter: ["all", ["==", ["get", "kind"], "mark"], [when, ["zoom"], ["get", "from"]]],
    layout: {
      "text-field": ["get", text],
      "text-font": BOLD,
      "text-size": size,
      "text-allow-overlap": true,
      "text-padding": 7,
    },
    paint: { "text-color": PAPER.ink },
  };
}

/** Keys of districts, and the grades of their schools. A filter follows whole zooms only; a layer ends at any. */
export const keys = mapLayer({
  part: "plan",
  sources: ["keys"],
  data: (plan: DrawnPlan) => {
    const { areas, marks } = toldBy(plan);
    return { keys: { type: "FeatureCollection", features: [...areas, ...marks] } };
  },
  styles: {
    names: STEPS.filter((step) => step > READABLE).map((step, i): SymbolLayerSpecification => ({
      id: `district-keys-${i}`,
      type: "symbol",
      source: "keys",
      filter: [
        "all",
        ["==", ["get", "kind"], "area"],
        ["==", ["get", "step"], step],
        [">=", ["zoom"], ["get", "from"]],
      ],
      minzoom: READABLE,
      maxzoom: step,
      layout: {
        "text-field": ["get", "key"],
        "text-font": BOLD,
        "text-size": 17,
        "text-allow-overlap": true,
        "text-padding": 1,
      },
      paint: { "text-color": ["get", "ink"], "text-halo-color": PAPER.halo, "text-halo-width": 2 },
    })),
    signs: [
      markText("site-grades", "grades", ">=", byZoom([READABLE, 9.5], [9.6, 10.5], [11, 11.5])),
      markText("site-keys", "key", "<", byZoom([6.5, 7], [8, 10.5], [READABLE, 12])),
    ],
  },
  key: [
    {
      words: "legend.site",
      sign: <GradesSign />,
      when: () => true,
    },
    {
      words: "legend.key",
      sign: <MarkSign text="A" size="large" />,
      when: () => true,
    },
  ],
});

/** A school of all grades, as the case calls them. */
function GradesSign() {
  const { names } = useSelect(gradesHere);
  return <MarkSign text={[...new Set([names.at(0), names.at(-1)])].join("-")} size="small" />;
}

/** What has room inside a sign; longer words are squeezed to it. */
const ROOM = { letters: 3, width: 11 };

function MarkSign({ text, size }: { readonly text: string; readonly size: "small" | "large" }) {
  const squeezed = text.length > ROOM.letters && { textLength: ROOM.width, lengthAdjust: "spacingAndGlyphs" as const };
  return (
    <>
      <circle cx="14" cy="8" r="6.5" className="sign-site" />
      <text x="14" y="8" dy="0.36em" textAnchor="middle" className={size} {...squeezed}>
        {text}
      </text>
    </>
  );
}
