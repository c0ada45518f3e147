import type { Borne, LampAnswer, MeasureKey, Wish, WishCollision } from "../../src/index.ts";
import type { AssumedPlan } from "./assumed-plan.ts";

export type { LampAnswer } from "../../src/index.ts";

/** Whether a drawn plan can be finished within what people want kept, or what one of these wishes costs. */
export type WishQuestion = {
  readonly kind: "wish";
  readonly ticket: number;
  readonly plan: AssumedPlan;
  readonly wishes: readonly Wish[];
} & (
  | {
      readonly about: "lamp";
      /** `unit * BAND_COUNT + band` of what was drawn by hand. */
      readonly drawn: Uint32Array;
    }
  | { readonly about: "price"; readonly wish: string }
);

export type WishStep = LampAnswer | PriceView;

export type PriceView =
  | ({
      readonly status: "priced";
      readonly proven: "optimal" | "stopped";
      /** With the wish minus without it: pupils who change school from today, and pupil-kilometres a day. */
      readonly changes: number;
      readonly kilometres: number;
      /** Every measure of the best plan with the wish, and of the best one without it. */
      readonly values: {
        readonly with: ReadonlyMap<MeasureKey, number>;
        readonly without: ReadonlyMap<MeasureKey, number>;
      };
    } & Borne)
  | {
      readonly status: "impossible";
      readonly without: "possible" | "impossible";
      /** Which wishes collide, as far as that is found. */
      readonly collision?: WishCollision;
    }
  | { readonly status: "unpriced" };
