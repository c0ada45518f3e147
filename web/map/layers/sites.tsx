import type { FeatureCollection, Point } from "geojson";
import type { ExpressionSpecification } from "maplibre-gl";
import { formatBands, NO_BANDS } from "../../../src/index.ts";
import type { DrawnPlan } from "../drawn-plan.ts";
import type { Mark } from "../marks.ts";
import { PAPER } from "../palette.ts";
import { type Picture, pupilsAt } from "../picture.ts";
import { pointAt } from "../shapes.ts";
import { mapLayer } from "./map-layer.ts";
import { BOLD, stateColour } from "./paint.ts";

/** Radius of a site's mark in pixels: its area grows with the pupils, within limits. */
const markRadius = (pupils: number): number => Math.min(18, Math.max(10.5, 7 + 0.4 * Math.sqrt(pupils)));

/** A word that no line on the map has room for: lines break at blanks alone. */
const OVERLONG = /(\S{24})\S{2,}/gu;

interface SiteMark {
  /** Its number in the picture. */
  readonly site: number;
  readonly name: string;
  readonly grades: string;
  readonly radius: number;
  readonly isNew?: true;
  /** Closed, and already today: no plan closes it. */
  readonly isClosedToday?: true;
}

/** The sites as a plan has them: what they teach and how many go there; one that teaches nothing is closed. */
export const siteMarks = (picture: Picture): FeatureCollection<Point, SiteMark> => ({
  type: "FeatureCollection",
  features: picture.sites.map(({ name, isNew, ...place }, site) =>
    pointAt(place, {
      site,
      name: name.replaceAll(OVERLONG, "$1…"),
      grades: formatBands(picture.grades, picture.teaching[site]),
      radius: markRadius(pupilsAt(picture, site)),
      ...(isNew && { isNew }),
      ...(isClosed(picture, site) && picture.closedToday[site] && { isClosedToday: true as const }),
    }),
  ),
});

const isClosed = ({ teaching }: Picture, site: number): boolean => teaching[site] === NO_BANDS;

/** Whether some closed site was closed today already, or only by the plan. */
export const closesSites = (picture: Picture, since: "today" | "plan"): boolean =>
  picture.sites.some((_, site) => isClosed(picture, site) && picture.closedToday[site] === (since === "today"));

function* inks({ picture }: DrawnPlan, first: number) {
  for (const [site, district] of picture.districtOfSite.entries())
    yield {
      source: "sites" as const,
      id: first + site,
      look: { ink: picture.districts[district]?.hue.ink ?? null },
    };
}

/** Marks shrink a little when the whole municipality is seen; `beyond`: pixels around them. */
const markSize = (beyond: number): ExpressionSpecification => [
  "interpolate",
  ["linear"],
  ["zoom"],
  6.5,
  ["+", beyond, ["*", 0.3, ["get", "radius"]]],
  8,
  ["+", beyond, ["*", 0.55, ["get", "radius"]]],
  9.6,
  ["+", beyond, ["*", 0.9, ["get", "radius"]]],
  10.5,
  ["+", beyond, ["get", "radius"]],
];

const CLOSED_SIZE = 17;

/** Hollow circle with a stroke through. */
const CLOSED: Mark = {
  name: "closed",
  size: CLOSED_SIZE,
  draw: (pen) => {
    pen.lineWidth = 1.8;
    const middle = CLOSED_SIZE / 2;
    pen.arc(middle, middle, middle - 3, 0, 2 * Math.PI);
    pen.moveTo(2, CLOSED_SIZE - 2);
    pen.lineTo(CLOSED_SIZE - 2, 2);
  },
};

/** Schools: marks in their district's ink, for `keys` to write in. They stay as they are where none closes, opens or gets other pupils. */
export const sites = mapLayer({
  part: "plan",
  sources: ["sites"],
  data: ({ picture }: DrawnPlan, first) => {
    const { features, ...marks } = siteMarks(picture);
    return { sites: { ...marks, features: features.map((mark, site) => ({ ...mark, id: first + site })) } };
  },
  basis: ({ picture }) => JSON.stringify(siteMarks(picture)),
  states: inks,
  marks: [CLOSED],
  styles: {
    marks: [
      // A second, hollow ring around a school that a plan adds.
      {
        id: "sites-new",
        type: "circle",
        source: "sites",
        filter: ["all", ["has", "isNew"], ["!=", ["get", "grades"], ""]],
        paint: {
          "circle-color": PAPER.halo,
          "circle-opacity": 0.6,
          "circle-radius": markSize(6),
          "circle-stroke-width": 1.6,
          "circle-stroke-color": stateColour("ink", PAPER.ink),
        },
      },
      {
        id: "sites",
        type: "circle",
        source: "sites",
        filter: ["!=", ["get", "grades"], ""],
        paint: {
          "circle-color": PAPER.halo,
          "circle-radius": markSize(0),
          "circle-stroke-width": 3,
          "circle-stroke-color": stateColour("ink", PAPER.ink),
        },
      },
    ],
    names: [
      {
        id: "site-names",
        type: "symbol",
        source: "sites",
        minzoom: 11.6,
        layout: {
          "text-field": ["get", "name"],
          "text-font": BOLD,
          "text-size": 12,
          "text-variable-anchor": ["bottom", "top", "left", "right"],
          "text-radial-offset": 1.8,
          "text-justify": "auto",
        },
        paint: { "text-color": PAPER.ink, "text-halo-color": PAPER.halo, "text-halo-width": 1.6 },
      },
    ],
    signs: [
      {
        id: "sites-closed",
        type: "symbol",
        source: "sites",
        filter: ["==", ["get", "grades"], ""],
        layout: {
          "icon-image": "closed",
          "icon-allow-overlap": true,
          "icon-size": ["case", ["has", "isClosedToday"], 0.62, 1],
        },
        paint: { "icon-opacity": ["case", ["has", "isClosedToday"], 0.6, 1] },
      },
    ],
  },
  key: [
    {
      words: "legend.new",
      sign: (
        <>
          <circle cx="14" cy="8" r="7" className="sign-closed" />
          <circle cx="14" cy="8" r="4" className="sign-site" />
        </>
      ),
      when: ({ pictures }) => pictures.some((picture) => picture.sites.some(({ isNew }) => isNew)),
    },
    {
      words: "legend.closed",
      sign: (
        <>
          <circle cx="14" cy="8" r="5" className="sign-closed" />
          <path d="M8 14L20 2" className="sign-closed" />
        </>
      ),
      when: ({ pictures }) => pictures.some((picture) => closesSites(picture, "plan")),
    },
    {
      words: "legend.closedToday",
      sign: (
        <g opacity="0.6">
          <circle cx="14" cy="8" r="3.2" className="sign-closed" />
          <path d="M10 12L18 4" className="sign-closed" />
        </g>
      ),
      when: ({ pictures }) => pictures.some((picture) => closesSites(picture, "today")),
    },
  ],
});
