import type { Said } from "./language.ts";
/** What a municipality may state from its own accounts; the cost model says of each what it is and where its default comes from. */
export const COST_ITEMS = [
  "districtMerger",
  "extraSchool",
  "siteLeader",
  "schoolLeader",
  "administrator",
  "class",
  "teacher",
  "buildingOperation",
  "areaPerPupil",
  "travelCard",
  "schoolBus",
  "schoolBusKilometre",
  "taxi",
  "leaveWhenClosed",
  "leaveWhenFarther",
  "fartherBy",
  "privateContribution",
  "operatingCost",
  "relief",
  "realisation",
  "secondYear",
  "moving",
] as const;
export type CostItem = (typeof COST_ITEMS)[number];

/** What may be stated site by site: the price of a class, and the buildings' running costs in kroner a year. */
export const SITE_COST_ITEMS = ["class", "buildings"] as const;
export type SiteCostItem = (typeof SITE_COST_ITEMS)[number];

/** A figure of the municipality's own in place of a default, in the prices of `priceYear`; low <= mid <= high. */
export interface OwnParameter {
  readonly item: CostItem;
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  readonly priceYear: number;
  readonly source: string;
  readonly owner?: string;
  readonly confidence: "high" | "medium" | "low";
}

/** A figure of one site's accounts, kroner a year (for a class: each), in the prices of `priceYear`. */
export interface SiteAccount {
  readonly site: number;
  readonly item: SiteCostItem;
  readonly amount: number;
  readonly priceYear: number;
  readonly source: string;
}

/** What a case knows of its own costs. */
export interface OwnCosts {
  readonly parameters: readonly OwnParameter[];
  readonly sites: readonly SiteAccount[];
}

/** A yearly saving that the council has set itself, kroner, and whether teaching may give to it. */
export interface SavingsTarget {
  readonly amount: number;
  readonly priceYear: number;
  readonly source: Said;
  readonly teaching: "untouched" | "counts";
}
