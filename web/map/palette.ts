/** A district's colour: `base` for its fill, marks and legend; `ink`, its darker shade, for its name and rings. */
export interface Hue {
  readonly base: string;
  readonly ink: string;
}

/** How much of a district's colour is seen over the land. */
export const FILL_OPACITY = 0.38;

/**
 * Twelve colours that can be told apart, as fills over the land, with ordinary sight and with each kind of colour blindness;
 * found by search for the greatest least CIE Lab distance (simulation of Machado 2009). The clearest come first.
 */
export const HUES: readonly Hue[] = [
  { base: "#ec8e17", ink: "#76470b" },
  { base: "#8f94ed", ink: "#4a4d7b" },
  { base: "#9c2047", ink: "#731835" },
  { base: "#2ca470", ink: "#18593c" },
  { base: "#e7bf57", ink: "#6a5828" },
  { base: "#0c5eb8", ink: "#08407d" },
  { base: "#a8c781", ink: "#51603e" },
  { base: "#6b1d7b", ink: "#5c196a" },
  { base: "#3f7a90", ink: "#274c59" },
  { base: "#67d0c2", ink: "#2f6059" },
  { base: "#7c8033", ink: "#4a4d1f" },
  { base: "#5b4315", ink: "#4e3a12" },
];

/** What lies under and around the districts. */
export const GROUND = {
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
  halo: "#ffffff",
  route: "#1a1a1a",
  bus: "#ffe600",
} as const;
