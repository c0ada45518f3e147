import { leastDifference, mixed } from "./colour-sight.ts";

/** A district's colour: `fill` for its area, `ink`, its darker shade, for its name and rings. */
export interface Hue {
  readonly fill: string;
  readonly ink: string;
}

/** How much of a colour is seen over the land. */
const FILL_OPACITY = 0.4;

/** What lies under and around the districts. */
export const PAPER = {
  land: "#faf8f3",
  landOutside: "#f0eee9",
  water: "#d6e6f0",
  coast: "#a9c3d3",
  outline: "#8a8a86",
  roadMain: "#a6a29a",
  roadSmall: "#cbc7bf",
  ferry: "#7f9db3",
  border: "#333333",
  ink: "#3d3d3d",
  neighbour: "#63625c",
  halo: "#ffffff",
  route: "#1a1a1a",
  bus: "#ffe600",
} as const;

/**
 * Colours as fills over the land. Any two of the first eight, side by side, are at least 10 apart (CIEDE2000) with ordinary
 * sight and with each kind of colour blindness; found by search. The four others are told from most of them, and are for
 * cases with more districts.
 */
export const HUES: readonly Hue[] = [
  hue("#ecd400", "#635900"),
  hue("#57b496", "#2c5c4c"),
  hue("#b595ff", "#5a4a7f"),
  hue("#920410", "#69030c"),
  hue("#597f00", "#364d00"),
  hue("#0136be", "#012a92"),
  hue("#d4ffa1", "#4e5e3c"),
  hue("#673368", "#542a55"),
  hue("#b177af", "#614160"),
  hue("#757942", "#474a28"),
  hue("#a2c441", "#4e5e1f"),
  hue("#295a48", "#1f4437"),
];

function hue(base: string, ink: string): Hue {
  return { ink, fill: mixed(base, PAPER.land, FILL_OPACITY) };
}

/** How far apart two fills are for those who tell them apart least, `[hue][other]`. */
export const APART: readonly (readonly number[])[] = HUES.map(({ fill }) =>
  HUES.map((other) => leastDifference(fill, other.fill)),
);
