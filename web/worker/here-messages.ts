import type { PlacesFound, PointAnswer, Position, Said, Text } from "../../src/index.ts";
import type { AssumedPlan } from "./assumed-plan.ts";

interface FileBytes {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What somebody asks about a place; it is answered in the browser, and of each kind the latest counts alone. */
export type HereQuestion =
  /** The case's files that addresses are read from. Towns and schools are ready to be found without them. */
  | { readonly about: "addresses"; readonly files: readonly FileBytes[] }
  | { readonly about: "find"; readonly text: string }
  /** `plans` besides today's. */
  | { readonly about: "point"; readonly at: Position; readonly plans: readonly AssumedPlan[] };

export type HereAnswer =
  | {
      readonly about: "addresses";
      readonly count: number;
      /** Where they are made up. */
      readonly notice?: Said;
      /** Why none could be read, with the line. */
      readonly fault?: Text;
    }
  | { readonly about: "find"; readonly text: string; readonly found: PlacesFound }
  /** Today's plan first, then those that were asked about. */
  | { readonly about: "point"; readonly answer: PointAnswer }
  /** The worker broke off. */
  | { readonly about: "broken" };
