import type { Assumption } from "../domain/assumption.ts";
import type { Band } from "../domain/grades.ts";
import { unreachable } from "../domain/outcome.ts";
import type { NewSite, ProposalText, SiteState } from "./draft.ts";

/** One thing that an edit changes: it holds what was and what shall be, so that its inverse is a swap. */
export type Change =
  /** Site or NO_SITE, of each (unit, band) `unit * BAND_COUNT + band`; pairs ascending. */
  | { readonly kind: "assign"; readonly pairs: Uint32Array; readonly from: Uint16Array; readonly to: Uint16Array }
  | { readonly kind: "site"; readonly site: number; readonly from: SiteState; readonly to: SiteState }
  /** Exactly one is given: placed, or taken away; only the last-numbered may go, and only blank. */
  | { readonly kind: "new-site"; readonly was?: NewSite; readonly is?: NewSite }
  /** Names of the district: no `from` where it is new, no `to` where it is gone. */
  | { readonly kind: "district"; readonly id: string; readonly from?: string; readonly to?: string }
  /** What the proposal takes for granted under an id: no `from` where that is new, no `to` where it is gone. */
  | { readonly kind: "assumption"; readonly id: string; readonly from?: Assumption; readonly to?: Assumption }
  | { readonly kind: "lock"; readonly what: Lockable; readonly from: boolean; readonly to: boolean }
  | { readonly kind: "text"; readonly from: ProposalText; readonly to: ProposalText };

/** Areas that go to other schools. */
export type AssignChange = Extract<Change, { readonly kind: "assign" }>;

export type Lockable =
  /** `unit * BAND_COUNT + band`, ascending. */
  { readonly pairs: Uint32Array } | { readonly site: number } | { readonly district: string } | { readonly band: Band };

/** Undoes the changes: the last first, each from what shall be to what was. */
export const invert = (changes: readonly Change[]): readonly Change[] => changes.toReversed().map(inverse);

export function inverse(change: Change): Change {
  switch (change.kind) {
    case "new-site":
      return { kind: "new-site", ...(change.is && { was: change.is }), ...(change.was && { is: change.was }) };
    case "district":
      return {
        kind: "district",
        id: change.id,
        ...(change.to !== undefined && { from: change.to }),
        ...(change.from !== undefined && { to: change.from }),
      };
    case "assumption":
      return {
        kind: "assumption",
        id: change.id,
        ...(change.to && { from: change.to }),
        ...(change.from && { to: change.from }),
      };
    case "assign":
      return { ...change, from: change.to, to: change.from };
    case "site":
      return { ...change, from: change.to, to: change.from };
    case "lock":
      return { ...change, from: change.to, to: change.from };
    case "text":
      return { ...change, from: change.to, to: change.from };
    default:
      return unreachable(change);
  }
}
