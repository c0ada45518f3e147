import type { ExpressionSpecification } from "maplibre-gl";

export const REGULAR = ["Plex"];
export const BOLD = ["Plex SemiBold"];

/** Lines without corners at their ends and bends. */
export const ROUND = { "line-join": "round", "line-cap": "round" } as const;

export const stateColour = (name: string, otherwise: string): ExpressionSpecification => [
  "to-color",
  ["feature-state", name],
  otherwise,
];

export const byZoom = (...stops: readonly (readonly [zoom: number, value: number])[]): ExpressionSpecification => [
  "interpolate",
  ["linear"],
  ["zoom"],
  ...stops.flat(),
];

export const areaPaint = (colour: ExpressionSpecification) => ({
  "fill-color": colour,
  "fill-antialias": true,
  "fill-color-transition": { duration: 0, delay: 0 },
});
