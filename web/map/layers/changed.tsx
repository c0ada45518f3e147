import type { MultiPolygon } from "geojson";
import type { ReactNode } from "react";
import type { Mark } from "../marks.ts";
import { collection } from "../shapes.ts";
import { mapLayer, showsPlan } from "./map-layer.ts";

const SIZE = 7;

/** Diagonal lines. */
const HATCH: Mark = {
  name: "hatch",
  size: SIZE,
  draw: (pen) => {
    pen.lineWidth = 1;
    for (const shift of [-SIZE, 0, SIZE]) {
      pen.moveTo(shift - 1, SIZE + 1);
      pen.lineTo(shift + SIZE + 1, -1);
    }
  },
};

/** What is hatched, in a key. */
export const HATCH_SIGN: ReactNode = (
  <>
    <defs>
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse">
        <path d="M-1 6L6 -1" className="sign-hatch" />
      </pattern>
    </defs>
    <rect x="1" y="1" width="26" height="14" fill="url(#hatch)" />
  </>
);

/** Where pupils change school. */
export const changed = mapLayer({
  part: "changed",
  sources: ["changed"],
  data: (area: MultiPolygon) => ({ changed: collection(area) }),
  marks: [HATCH],
  styles: {
    areas: [
      { id: "changed", type: "fill", source: "changed", paint: { "fill-pattern": "hatch", "fill-opacity": 0.4 } },
    ],
  },
  key: [
    {
      words: "legend.changed",
      sign: HATCH_SIGN,
      when: (seen) => showsPlan(seen) && seen.changedSince === "today",
    },
    { words: "legend.moved", sign: HATCH_SIGN, when: (seen) => showsPlan(seen) && seen.changedSince === "before" },
    { words: "what.legend", sign: HATCH_SIGN, when: (seen) => showsPlan(seen) && seen.changedSince === "a-plan" },
  ],
});
