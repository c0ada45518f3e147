import type { Said, Text } from "./language.ts";

/** The categories of a saving that come every year; one-off costs stand beside them. */
export const SAVING_CATEGORIES = [
  "leadership",
  "classes",
  "buildings",
  "transport",
  "private",
  "time",
  "assumed",
] as const;
export type SavingCategory = (typeof SAVING_CATEGORIES)[number];
/** Kept apart to the end: what a saving consists of. One-off costs are kroner once, all others kroner a year; assumed are a proposal's own; time is pupils' hours, where somebody has priced them. */
export const COST_CATEGORIES = [...SAVING_CATEGORIES, "one-off"] as const;
export type CostCategory = (typeof COST_CATEGORIES)[number];

/** What a municipality may state from its own accounts; the cost model says of each what it is and where its default comes from. */
export const COST_ITEMS = [
  "schoolLeader",
  "siteLeader",
  "administrator",
  "pupilsPerAdministrator",
  "leastOffice",
  "ownOrganisation",
  "class",
  "jointTeaching",
  "teacher",
  "buildingOperation",
  "areaPerPupil",
  "areaPerPupilSmall",
  "pavilion",
  "pupilsPerPavilion",
  "travelCard",
  "withoutPublicBus",
  "ownBusPupil",
  "byTaxi",
  "taxi",
  "ferry",
  "schoolBus",
  "schoolBusKilometre",
  "schoolBusSpeed",
  "leaveWhenClosed",
  "leaveWhenFarther",
  "fartherBy",
  "privateContribution",
  "inCare",
  "careContribution",
  "careFee",
  "careCost",
  "operatingCost",
  "relief",
  "walkSpeed",
  "cycleSpeedYoung",
  "cycleSpeed",
  "busSpeed",
  "busWait",
  "hourValue",
  "realisation",
  "secondYear",
  "moving",
] as const;
export type CostItem = (typeof COST_ITEMS)[number];

/** Parts of a whole. */
const SHARES: ReadonlySet<CostItem> = new Set<CostItem>([
  "jointTeaching",
  "withoutPublicBus",
  "byTaxi",
  "schoolBusSpeed",
  "leaveWhenClosed",
  "leaveWhenFarther",
  "inCare",
  "relief",
  "realisation",
  "secondYear",
]);

/** What something else is divided by. */
const DIVISORS: ReadonlySet<CostItem> = new Set<CostItem>([
  "pupilsPerAdministrator",
  "pupilsPerPavilion",
  "walkSpeed",
  "cycleSpeedYoung",
  "cycleSpeed",
  "busSpeed",
  "schoolBusSpeed",
]);

/** Why a figure cannot be, whoever states it: more than the whole that it is a share of, or nothing where something is divided by it. */
export function costFault(item: CostItem, value: number): "share" | "zero" | undefined {
  if (SHARES.has(item) && value > 1) return "share";
  return DIVISORS.has(item) && value === 0 ? "zero" : undefined;
}

/** What may be stated site by site: the price of a class, the buildings' running costs in kroner a year, or their area in m². */
export const SITE_COST_ITEMS = ["class", "buildings", "area"] as const;
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

/** A figure of one site's accounts, kroner a year (for a class: each) in the prices of `priceYear`; m² of its buildings. */
export interface SiteAccount {
  readonly site: number;
  readonly item: SiteCostItem;
  readonly amount: number;
  readonly priceYear: number;
  readonly source: string;
}

/** A year of a municipality's own index of prices, in any unit above 0. */
export interface IndexYear {
  readonly year: number;
  readonly value: number;
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

/** A change whose money was said beforehand. */
export interface SavingPromise {
  readonly name: Text;
  /** Kroner a year that it was said to save; negative: to cost. */
  readonly kroner: number;
  readonly priceYear: number;
  /** What of the money it was said of. */
  readonly counts: readonly SavingCategory[];
  readonly from: PromisedState;
  readonly to: PromisedState;
  readonly source: Said;
  /** What has to be known to read it. */
  readonly reading: Text;
  /** What came of it by later accounts; absent where nobody has said. */
  readonly outcome?: PromiseOutcome;
}

/** What accounts say that a change really saved. */
export interface PromiseOutcome {
  /** Kroner a year in the prices of `priceYear`; negative: it cost. */
  readonly kroner: number;
  readonly priceYear: number;
  /** The year of the accounts. */
  readonly year: number;
  readonly source: Said;
}

/** The schools at one time: a plan of the case, and what is another than in it. Sites and plans by id. */
export interface PromisedState {
  readonly plan: string;
  readonly open?: readonly { readonly site: string; readonly grades: string; readonly pupils: number }[];
  readonly close?: readonly string[];
}

/** Finer differences say nothing. */
const FINEST = 10_000;

/** A figure of the cost model as finely as one is taken. */
export const finestCost = (value: number): number => Math.round(value * FINEST) / FINEST;
