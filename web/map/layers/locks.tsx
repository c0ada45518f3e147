import { areaOfUnits, type Outlines, type Position } from "../../../src/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { chosenProposal } from "../../state/chosen.ts";
import type { Mark } from "../marks.ts";
import { PAPER } from "../palette.ts";
import { collection, pointAt } from "../shapes.ts";
import { mapLayer, showsPlan } from "./map-layer.ts";
import { ROUND } from "./paint.ts";

type Locked = {
  readonly outlines: Outlines;
  readonly units: ReadonlySet<number>;
  /** Those of them that are locked themselves, and not by their school. */
  readonly own: ReadonlySet<number>;
  readonly sites: readonly Position[];
};

const DOTS_SIZE = 9;

/** Dots, two a square: a pattern, so that it is seen on every colour and by everyone. */
const DOTS: Mark = {
  name: "dots",
  size: DOTS_SIZE,
  draw: (pen) => {
    pen.lineWidth = 1.9;
    pen.lineCap = "round";
    for (const at of [DOTS_SIZE / 4, (3 * DOTS_SIZE) / 4]) {
      pen.moveTo(at, at);
      pen.lineTo(at + 0.01, at);
    }
  },
};

const PADLOCK_SIZE = 18;

/** A padlock on white. */
const PADLOCK: Mark = {
  name: "padlock",
  size: PADLOCK_SIZE,
  draw: (pen) => {
    const middle = PADLOCK_SIZE / 2;
    pen.fillStyle = "#ffffff";
    pen.arc(middle, middle, middle - 1, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
    pen.fillStyle = "#1a1a1a";
    pen.fillRect(middle - 4, middle - 1, 8, 5.5);
    pen.beginPath();
    pen.lineWidth = 1.7;
    pen.arc(middle, middle - 1, 2.6, Math.PI, 0);
  },
};

/** Whether anything is locked in the proposal looked at, grades aside, which are not on the map. */
function isAnyLocked(state: AppState): boolean {
  const locks = chosenProposal(state)?.draft.locks;
  return locks !== undefined && locks.pairs.size + locks.sites.size + locks.districts.size > 0;
}

/** What is locked: dots and a line over land, a padlock on each school, and on each piece of land locked by itself that has room for it. */
export const locks = mapLayer({
  part: "locks",
  sources: ["locks"],
  data: ({ outlines, units, own, sites }: Locked) => {
    const land = [
      { of: own, is: "own" },
      { of: new Set([...units].filter((unit) => !own.has(unit))), is: "school" },
    ].flatMap(({ of, is }) =>
      of.size === 0
        ? []
        : collection(areaOfUnits(outlines, of)).features.map((area) => ({ ...area, properties: { is } })),
    );
    const schools = sites.map((site) => pointAt(site, {}));
    return { locks: { type: "FeatureCollection", features: [...land, ...schools] } };
  },
  marks: [DOTS, PADLOCK],
  styles: {
    "over-areas": [
      {
        id: "locks",
        type: "fill",
        source: "locks",
        filter: ["!=", ["geometry-type"], "Point"],
        paint: { "fill-pattern": "dots", "fill-opacity": 0.55 },
      },
      {
        id: "locks-line",
        type: "line",
        source: "locks",
        filter: ["!=", ["geometry-type"], "Point"],
        layout: ROUND,
        paint: { "line-color": PAPER.border, "line-width": 2.2, "line-dasharray": [0, 2] },
      },
    ],
    signs: [
      {
        id: "locks-areas",
        type: "symbol",
        source: "locks",
        filter: ["==", ["get", "is"], "own"],
        layout: { "icon-image": "padlock", "icon-padding": 12 },
      },
      {
        id: "locks-sites",
        type: "symbol",
        source: "locks",
        filter: ["==", ["geometry-type"], "Point"],
        layout: { "icon-image": "padlock", "icon-offset": [15, -13], "icon-allow-overlap": true, "icon-size": 0.95 },
      },
    ],
  },
  key: [
    {
      words: "legend.locked",
      sign: (
        <>
          <defs>
            <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">
              <circle cx="1.5" cy="1.5" r="1" />
              <circle cx="4.5" cy="4.5" r="1" />
            </pattern>
          </defs>
          <rect x="1" y="1" width="26" height="14" fill="url(#dots)" />
          <circle cx="14" cy="8" r="7.5" className="sign-lock-ground" />
          <path d="M10.5 7.5h7v5h-7z" />
          <path d="M11.8 7.5v-1.2a2.2 2.2 0 0 1 4.4 0v1.2" className="sign-lock-bow" />
        </>
      ),
      when: (seen) => showsPlan(seen) && isAnyLocked(seen.state),
    },
  ],
});
