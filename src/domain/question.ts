import { converted, type Currency, DANISH_KRONER } from "./currency.ts";
import type { ContiguityRule } from "./contiguity.ts";
import type { DatedDemand } from "./forecast.ts";
import type { Band } from "./grades.ts";

/** What the optimiser is asked. Districts, sites and units are named by number in the municipality. */
export type Question = ConsolidateQuestion | ReassignQuestion | NetworkQuestion | RedrawQuestion;

export interface ConsolidateQuestion {
  readonly kind: "consolidate";
  /** How many districts there are to be. */
  readonly districts: number;
  /** What is grouped: today's districts unless said, or single open sites (for more districts than today). */
  readonly from?: "districts" | "sites";
  readonly policy: AssignmentPolicy;
  /** When districts touch, so that they may be merged; or that they need not. */
  readonly contiguity: ContiguityRule | "ignored";
  /** Pairs that the map has wrong, or that somebody wants otherwise, in place of what the rule finds. */
  readonly touching?: readonly PairChange[];
  readonly rules: readonly GroupingRule[];
}

/** Two of what is grouped that touch, or do not, whatever the map shows. */
export interface PairChange {
  readonly pair: readonly [number, number];
  readonly touch: "yes" | "no";
}

/**
 * Who goes where once districts have merged. `stay`: nobody changes site. `nearest`: each unit goes to the nearest site of
 * its new district that teaches the band and has room, at least pupil-kilometres in total, whole units.
 */
export type AssignmentPolicy = "stay" | "nearest";

/** A hard requirement on a grouping of today's districts. */
export type GroupingRule =
  | { readonly kind: "together"; readonly districts: readonly number[] }
  | { readonly kind: "apart"; readonly districts: readonly number[] }
  /** Pupils who live in each new district. */
  | { readonly kind: "at-most-pupils"; readonly pupils: number }
  | { readonly kind: "at-least-pupils"; readonly pupils: number };

/** How long to look, and where random choices start: same question, same seed, same answer. */
export interface SearchLimits {
  readonly seed: number;
  /** Wall-clock limit; a reproducible answer needs none to be met. */
  readonly seconds?: number;
}

/** Who goes where among the sites that a plan opens, whole units, band by band. */
export interface ReassignQuestion {
  readonly kind: "reassign";
  /** Lexicographic: a later stage may not worsen an earlier one. */
  readonly stages: readonly Stage[];
  readonly rules: readonly AssignmentRule[];
  readonly limits: SearchLimits;
}

/** One stage is a weighted sum; each weight says how much of the sum's unit one unit of its objective is worth. */
export type Stage = readonly WeightedObjective[];

export interface WeightedObjective {
  readonly objective: AssignmentObjective;
  readonly weight: number;
}

/**
 * What can be made least. Units: pupil-metres one way; metres of the longest way; pupils who change site; pupils beyond
 * capacity; kroner a year for classes to be expected and rights to transport (§ 26); fullest site in pupils per place.
 */
export const ASSIGNMENT_OBJECTIVES = [
  "pupil-metres",
  "longest-way",
  "changed-site",
  "overflow",
  "kroner",
  "fullest-site",
] as const;
export type AssignmentObjective = (typeof ASSIGNMENT_OBJECTIVES)[number];

/** A hard requirement on who goes where; each can be switched on by itself. */
export type AssignmentRule =
  /** No site takes more pupils of a band than it has places; unknown capacity is no limit. */
  | { readonly kind: "capacity" }
  /** The same for the pupils expected in each of several years, perhaps under several scenarios. */
  | { readonly kind: "capacity-in-years"; readonly demands: readonly DatedDemand[] }
  /** The units that a site serves in a band hang together. */
  | { readonly kind: "contiguous-zones" }
  /** A site serves the unit it stands in. */
  | { readonly kind: "keeps-own-unit" }
  /** Nobody passes an open school: each unit goes to the nearest site that teaches the band. */
  | { readonly kind: "nearest-open" }
  /** A unit that goes to a site in one band goes there in every band the site teaches. */
  | { readonly kind: "one-site-for-all-bands" }
  | { readonly kind: "stay-in-district" }
  | { readonly kind: "most-moved"; readonly pupils: number }
  | { readonly kind: "lock"; readonly unit: number; readonly band: Band; readonly site: number }
  | { readonly kind: "longest-way"; readonly band: Band; readonly metres: number }
  /** Pupils of `from` all go on to `to` in the first band that `from` does not teach. */
  | { readonly kind: "feeder"; readonly from: number; readonly to: number }
  /** An objective goes no higher than a limit, in its own unit. */
  | { readonly kind: "at-most"; readonly objective: AssignmentObjective; readonly most: number }
  /** So many (unit, band) pairs may be split between sites; without this rule none is. */
  | { readonly kind: "most-split"; readonly pairs: number };

/** Which sites stay open and which bands each teaches, and who goes where then. */
export interface NetworkQuestion {
  readonly kind: "network";
  readonly sites: readonly SiteOption[];
  readonly rules: readonly NetworkRule[];
  readonly costs: NetworkCosts;
  /** How many different networks to list, each differing from the others in at least `apart` sites. */
  readonly list: { readonly networks: number; readonly apart: number };
  readonly limits: SearchLimits;
}

/** The sets of bands a site may teach; 0 among them means it may close. */
export interface SiteOption {
  readonly site: number;
  readonly teaches: readonly number[];
}

/** Kroner a year. Travel is priced so that one objective remains; 0 leaves it out. */
export interface NetworkCosts {
  /** One open site, and each band it teaches. */
  readonly site: number;
  readonly band: number;
  /** Each pupil at a site, `[site]`; the same everywhere when there is one entry. */
  readonly pupil: readonly number[];
  readonly pupilKilometre: number;
}

/**
 * What an open site and a pupil-kilometre cost where a question says nothing: Kundby's operation in 2015 (1.8 million kroner a
 * year, holbaekonline 2015-02-03), and 200 school days at 3 kroner a kilometre (an assumption).
 */
const IN_KRONER = { site: 1_800_000, pupilKilometre: 600 };

/** The same in the money of a case, rounded. */
export const networkCosts = (currency: Currency = DANISH_KRONER): NetworkCosts => ({
  site: converted(IN_KRONER.site, currency),
  band: 0,
  pupil: [0],
  pupilKilometre: converted(IN_KRONER.pupilKilometre, currency),
});

export type NetworkRule =
  | { readonly kind: "capacity" }
  | { readonly kind: "most-closures"; readonly sites: number }
  | { readonly kind: "fewest-pupils"; readonly pupils: number }
  | { readonly kind: "most-pupils"; readonly pupils: number }
  | { readonly kind: "longest-way"; readonly band: Band; readonly metres: number }
  /** A unit goes where it is locked to, which therefore stays open and teaches the band. */
  | { readonly kind: "lock"; readonly unit: number; readonly band: Band; readonly site: number };

/** Districts drawn freely from units: contiguous, balanced, compact or near to a seat. */
export interface RedrawQuestion {
  readonly kind: "redraw";
  readonly districts: number;
  /** Largest deviation from the mean, as a share of it: 0.05 is 5 %. */
  readonly tolerance: number;
  /** What is balanced, and counted in the objective: pupils of all bands or of one. */
  readonly balance: "pupils" | Band;
  /**
   * Least sum of pupils times squared straight-line distance in kilometres to the district's middle unit, or of pupil-metres
   * one way by road to a seat.
   */
  readonly objective: "inertia" | "pupil-metres";
  /** Every district holds a site that is open today, or sites are not looked at. */
  readonly sites: "in-every-district" | "ignored";
  /** Sites that are seats of one district each; of more than there are districts the best are taken, of fewer each has one and the others are found. Without them middles are any units, and seats any sites open today. */
  readonly seats?: readonly number[];
  readonly rules?: readonly RedrawRule[];
  readonly limits: SearchLimits;
}

/** A hard requirement on new districts. */
export type RedrawRule =
  /** No unit with pupils of the balanced grades is farther in a straight line from the middle unit of its district. */
  | { readonly kind: "farthest"; readonly metres: number }
  /** Pupils of the balanced grades in every district, or in the one that a site comes into; besides what the tolerance allows. */
  | { readonly kind: "at-least-pupils"; readonly pupils: number; readonly site?: number }
  | { readonly kind: "at-most-pupils"; readonly pupils: number; readonly site?: number }
  /** In no band do more pupils live in a district than its sites have places; one whose places are not known takes any number. */
  | { readonly kind: "capacity" }
  /** A unit is in the district of a site and goes there in a band. */
  | { readonly kind: "lock"; readonly unit: number; readonly band: Band; readonly site: number }
  /** A site stays in its district of today, which keeps its name, and nobody leaves the site or comes to it. */
  | { readonly kind: "held-site"; readonly site: number }
  /** The same of all sites of one of today's districts, which gets no other. */
  | { readonly kind: "held-district"; readonly district: number };
