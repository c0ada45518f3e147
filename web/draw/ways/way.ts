import type { Draft, Said } from "../../../src/index.ts";
import type { Drawing } from "../../state/drawing.ts";
import type { CaseView, MapScenery } from "../../worker/messages.ts";
import type { BrushGround, BrushSpot } from "../brush.ts";

/** Where the pointer, or the keyboard's ring, is: on the flat map, and in which unit. */
export interface At {
  readonly spot: BrushSpot;
  readonly unit: number | undefined;
}

/** What is chosen so far. */
export interface Chosen {
  /** Only pointed at; begun; or chosen for good. */
  readonly state: "over" | "going" | "taken";
  readonly units: ReadonlySet<number>;
  /** The unit that it began in. */
  readonly from: number | undefined;
  /** What the units are called together. */
  readonly name?: Said;
  /** The line drawn so far. */
  readonly line?: readonly BrushSpot[];
}

/** One way of choosing areas at work. */
export interface Selector {
  readonly down: (at: At) => Chosen;
  /** Before anything is begun: what would be chosen. */
  readonly move: (at: At) => Chosen;
  readonly up: (at: At) => Chosen;
  readonly cancel: () => Chosen;
  /** Space on the keyboard: chooses what is there, or sets a corner. */
  readonly set: (at: At) => Chosen;
  /** Enter; undefined where there is nothing to close. */
  readonly close: () => Chosen | undefined;
}

/** The map as ways of choosing see it. */
export interface Surface {
  readonly middles: BrushGround;
  /** Of the brush, as a length on the flat map. */
  readonly radius: () => number;
  /** So far apart two touches of the screen may be and still mean the same spot; a length on the flat map. */
  readonly touch: () => number;
  readonly groups: () => UnitGroups | undefined;
}

/** Units that are chosen together. */
export interface UnitGroups {
  /** Number of its group, `[unit]`; -1 for a unit in none. */
  readonly of: Int32Array;
  readonly names: readonly Said[];
}

/** What groups are made from. */
export interface GroupSource {
  readonly view: CaseView;
  readonly scenery: Pick<MapScenery, "places">;
  readonly draft: Draft;
  readonly drawing: Pick<Drawing, "bands" | "zones" | "blocks">;
}

export interface Way {
  /** A ring as large as what is taken, or a cross. */
  readonly shape: "ring" | "cross";
  readonly begin: (surface: Surface) => Selector;
  /** Where whole groups are chosen, at a click or from a list; undefined where the case has none. */
  readonly groups?: (source: GroupSource) => UnitGroups | undefined;
}

export const NOTHING: Chosen = { state: "over", units: new Set(), from: undefined };
