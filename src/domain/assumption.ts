import type { HousingProject } from "./forecast.ts";
import type { BandSet } from "./grades.ts";
import type { DangerousRoad, Position } from "./municipality.ts";
import { unreachable } from "./outcome.ts";

/** What a proposal takes for granted beyond what the case's files say: of that proposal alone, never of the case. */
export type Assumption = AssumedCost | AssumedDanger | AssumedHousing;

/** An expense that the cost model has no line for, in the proposer's own words. */
export interface AssumedCost {
  readonly kind: "cost";
  readonly name: string;
  /** Whole kroner above 0, in the prices of the case's price year. */
  readonly kroner: number;
  readonly per: "year" | "once";
}

/** A stretch of road that the proposal takes to be dangerous (§ 26(1)2). */
export interface AssumedDanger {
  readonly kind: "danger";
  readonly name: string;
  /** The bands it is dangerous for. */
  readonly bands: BandSet;
  /** Two places along the road or more: all roads on the shortest way from each to the next are dangerous. */
  readonly along: readonly Position[];
}

/** New dwellings, as the forecast takes them. */
export interface AssumedHousing extends HousingProject {
  readonly kind: "housing";
}

/** Equal assumptions have equal keys, and no others. */
export function assumptionKey(assumption: Assumption): string {
  const { kind, name } = assumption;
  switch (kind) {
    case "cost":
      return JSON.stringify([kind, name, assumption.kroner, assumption.per]);
    case "danger":
      return JSON.stringify([kind, name, assumption.bands, assumption.along.map(({ lon, lat }) => [lon, lat])]);
    case "housing": {
      const { unit, dwellings, firstYear, lastYear, type } = assumption;
      return JSON.stringify([kind, name, unit, dwellings, firstYear, lastYear, type]);
    }
    default:
      return unreachable(kind);
  }
}

/** The stretch as the case would state it: from each of its places to the next. */
export const dangerousRoadsOf = ({ name, bands, along }: AssumedDanger): readonly DangerousRoad[] =>
  along.slice(1).map((to, i) => ({ name, bands, from: along[i], to }));
