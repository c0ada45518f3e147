import type { CostItem } from "./cost-items.ts";
import type { HousingProject } from "./forecast.ts";
import type { BandSet } from "./grades.ts";
import type { DangerousRoad, Position } from "./municipality.ts";
import { unreachable } from "./outcome.ts";

/** What a proposal takes for granted or claims beyond what the case's files say: of that proposal alone, never of the case. */
export type Assumption = MeasuredAssumption | ClaimedFigure;

/** What the proposal's figures are measured with. */
export type MeasuredAssumption = AssumedCost | AssumedDanger | AssumedHousing;

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

/**
 * Somebody's own figure in place of one that the money rests on. No figure of the proposal is measured with it: what it would do is told
 * beside them.
 */
export interface ClaimedFigure {
  readonly kind: "claim";
  /** Where it comes from, in the words of whoever claims it. */
  readonly name: string;
  readonly item: CostItem;
  /** In the unit of the cost model's figure; amounts in the prices of the case's price year. */
  readonly value: number;
}

/** Those of them that figures are measured with, in the same order. */
export const measuredWith = (assumptions: ReadonlyMap<string, Assumption>): ReadonlyMap<string, MeasuredAssumption> =>
  new Map([...assumptions].filter((entry): entry is [string, MeasuredAssumption] => entry[1].kind !== "claim"));

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
    case "claim":
      return JSON.stringify([kind, name, assumption.item, assumption.value]);
    default:
      return unreachable(kind);
  }
}

/** The stretch as the case would state it: from each of its places to the next. */
export const dangerousRoadsOf = ({ name, bands, along }: AssumedDanger): readonly DangerousRoad[] =>
  along.slice(1).map((to, i) => ({ name, bands, from: along[i], to }));
