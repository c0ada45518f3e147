import type { Mended, Plan, Text } from "../../src/index.ts";
import type { AssumedPlan } from "./assumed-plan.ts";

/** A drawn plan to complete around what is locked: at once, or until it is proven that nothing less changes it. */
export interface RepairQuestion {
  readonly kind: "repair";
  readonly ticket: number;
  readonly plan: AssumedPlan;
  /** `unit * BAND_COUNT + band`. */
  readonly locked: Uint32Array;
  readonly until: "quick" | "proven";
  /** Whether no school may get more pupils than it has places for. */
  readonly places: "kept" | "free";
  /** Where a stroke is mended: what it broke is put right by as few areas as can be, and nothing else. */
  readonly stroke?: {
    /** Who went where before it. */
    readonly before: Uint16Array;
    /** The districts before it, where it moved schools between them. */
    readonly districtsBefore?: Plan["districts"];
    /** What of it was just drawn, and may go back in part where nothing whole leaves it all. */
    readonly drawn: Uint32Array;
    /** Sites to which nothing may be moved. */
    readonly closed: readonly number[];
  };
}

export type RepairStep =
  | {
      readonly status: "answer";
      readonly assignment: Uint16Array;
      readonly proven: "quick" | "stopped" | "optimal";
      /** Of a whole plan: parts that still lie apart and what keeps them, and the painted pupils that any whole plan moves, where proven. */
      readonly apart?: number;
      readonly held?: "never" | "places" | "unknown";
      readonly least?: number;
      /** Of a whole plan: pupil-kilometres a day. */
      readonly kilometres?: number;
      readonly stroke?: StrokeMend;
    }
  | { readonly status: "impossible"; readonly rules: readonly Text[] }
  | { readonly status: "failed"; readonly reason: string };

/** What a stroke broke, and what mending it comes to. */
export interface StrokeMend {
  /** Parts that it cut off from their school's area or district, in any grades. */
  readonly apart: number;
  /** Whether all of them are joined; if not, whether that is shown to be impossible around what stays. */
  readonly joined: Mended["joined"];
  /** Whether no school is fuller for it than its places allow; if some are, whether some are shown to have to be. */
  readonly places: Mended["places"];
  /** Who is left without a place, and whether that is shown to have to be. */
  readonly beyond: Mended["beyond"];
  /** Areas just drawn that go back, of how many, and whether some are shown to have to; absent where none do. */
  readonly returned?: { readonly areas: number; readonly of: number; readonly must: "proven" | "unknown" };
  /** Pupils beyond the places, with the stroke and mended. */
  readonly over: { readonly before: number; readonly after: number };
  /** Mended minus not: pupil-kilometres a day, and kroner a year that are saved less (middle); none where no money is known. */
  readonly kilometres: number;
  readonly kroner?: number;
}
