import { BANDS, type Band } from "../../src/index.ts";

/** What the pointer does on the map while a proposal is drawn. */
export const TOOLS = ["look", "paint", "lock", "unlock"] as const;
type Tool = (typeof TOOLS)[number];

/** Radius of the brush, pixels on the screen. */
export const BRUSHES = { small: 7, middle: 18, large: 42 } as const;
export const BRUSH_NAMES = ["small", "middle", "large"] as const satisfies readonly (keyof typeof BRUSHES)[];
type Brush = (typeof BRUSH_NAMES)[number];

export interface Drawing {
  readonly tool: Tool;
  /** The school that is painted to; none until one is chosen. */
  readonly site: number | undefined;
  /** The grades that are painted. */
  readonly bands: readonly Band[];
  readonly brush: Brush;
}

/** Whether the pointer draws on the map, rather than looking at it; on a map of today there is nothing to draw on. */
export const isPainting = ({
  choice,
  drawing,
}: {
  readonly choice: { readonly doing: string; readonly view: string };
  readonly drawing: Drawing;
}): boolean => choice.doing === "draw" && choice.view !== "today" && drawing.tool !== "look";

export const FIRST_DRAWING: Drawing = {
  tool: "look",
  site: undefined,
  bands: BANDS.map(({ band }) => band),
  brush: "middle",
};
