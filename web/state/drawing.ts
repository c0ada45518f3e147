import type { Band, Position } from "../../src/index.ts";
import type { BlockSize } from "../worker/messages.ts";

/** What is done to areas on the map while a proposal is drawn, each with its key. */
export const TOOLS = [
  { tool: "look", letter: "v" },
  { tool: "paint", letter: "m" },
  { tool: "lock", letter: "l" },
  { tool: "unlock", letter: "o" },
] as const;
type Tool = (typeof TOOLS)[number]["tool"];

/** Ways to choose the areas that it is done to, each with its key; each has its file in `web/draw/ways`. */
export const WAYS = [
  { way: "brush", letter: "p" },
  { way: "lasso", letter: "f" },
  { way: "zone", letter: "z" },
  { way: "parish", letter: "g" },
  { way: "town", letter: "y" },
  { way: "block", letter: "k" },
] as const;
export type WayName = (typeof WAYS)[number]["way"];

/** Radius of the brush, pixels on the screen. */
export const BRUSHES = { small: 7, middle: 18, large: 42 } as const;
export const BRUSH_NAMES = ["small", "middle", "large"] as const satisfies readonly (keyof typeof BRUSHES)[];
type Brush = (typeof BRUSH_NAMES)[number];

export interface Drawing {
  readonly tool: Tool;
  readonly way: WayName;
  /** The school that is painted to; none until one is chosen. */
  readonly site: number | undefined;
  /** The grades that are painted. */
  readonly bands: readonly Band[];
  readonly brush: Brush;
  /** Whose zones are chosen whole: today's, or the proposal's own. */
  readonly zones: "today" | "proposal";
  readonly blocks: BlockSize;
  /** Whether a stroke leaves alone what goes to another school than where it began. */
  readonly within: "anywhere" | "start";
  /** Whether the next click takes the school of the area there as the one to paint to. */
  readonly picking: "on" | "off";
  /** The school that is given a place on the map; none while the pointer does anything else. */
  readonly placing?: Placing | undefined;
  /** What is assumed at places on the map, while they are being chosen. */
  readonly marking?: Marking | undefined;
}

interface Marking {
  readonly kind: "danger" | "housing";
  /** The places chosen so far; of dwellings one at most. */
  readonly at: readonly Position[];
  /** Id of the assumption that is changed; none where one is added. */
  readonly of?: string;
}

export interface Placing {
  /** A school of the plan that moves, or a new one. */
  readonly site: number | "new";
  /** Where a new one is to stand, once that is chosen. */
  readonly at?: Placed;
}

export interface Placed extends Position {
  readonly unit: number;
}

interface Painting {
  readonly choice: { readonly doing: string; readonly view: string };
  readonly drawing: Drawing;
  /** There while somebody looks back, when nothing is drawn. */
  readonly past?: object | undefined;
}

const isOnMap = ({ choice, past }: Painting): boolean =>
  choice.doing === "draw" && choice.view !== "today" && past === undefined;

/** Whether the pointer draws on the map, rather than looking at it; on a map of today there is nothing to draw on. */
export const isPainting = (page: Painting): boolean => isOnMap(page) && page.drawing.tool !== "look";

/** Picks the school to paint to from the map. */
export const PICK_LETTER = "i";

/** Whether the pointer only looks while a proposal is drawn, and what stands on the map can be taken hold of. */
export const isLooking = (page: Painting): boolean =>
  isOnMap(page) && page.drawing.tool === "look" && page.drawing.placing === undefined;

/** Whether the next click on the map says where a school stands. */
export const isPlacing = (page: Painting): boolean =>
  isOnMap(page) && page.drawing.tool === "look" && page.drawing.placing !== undefined;

/** Whether the next click on the map is a place of what is assumed; a school that is being given a place goes first. */
export const isMarking = (page: Painting): boolean =>
  isOnMap(page) && page.drawing.tool === "look" && !page.drawing.placing && page.drawing.marking !== undefined;

/** In no grades until a case is open, then in all of its. */
export const FIRST_DRAWING: Drawing = {
  tool: "look",
  way: "brush",
  site: undefined,
  bands: [],
  brush: "middle",
  zones: "today",
  blocks: "small",
  within: "anywhere",
  picking: "off",
};

/** The next larger or smaller brush, the same at the end. */
export function brushBeside({ brush }: Drawing, step: 1 | -1): Brush {
  const at = BRUSH_NAMES.indexOf(brush) + step;
  return BRUSH_NAMES[Math.min(BRUSH_NAMES.length - 1, Math.max(0, at))];
}
