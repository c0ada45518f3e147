/** What tells one person's cursor from another's on the map, and in the list of who is here. */
export interface CursorSign {
  readonly colour: string;
  /** Path within 16 x 16. */
  readonly path: string;
}

/** Apart for any colour vision (Okabe and Ito); never told by the colour alone. */
const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#1a1a1a"] as const;
/** Round, square, pointed, and on its tip. */
const PATHS = [
  "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12Z",
  "M3 3h10v10H3Z",
  "M8 2L14.5 13.5H1.5Z",
  "M8 1L15 8L8 15L1 8Z",
] as const;

/** Of whoever came as number so and so, from 0: each of the first 28 has another. */
export const cursorSign = (number: number): CursorSign => ({
  colour: COLOURS[number % COLOURS.length],
  path: PATHS[number % PATHS.length],
});
