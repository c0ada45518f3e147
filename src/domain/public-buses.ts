import { type Metres, metres } from "./quantities.ts";

/** What it takes for a public bus to be a way to school; every entry is an assumption that a case may state otherwise. */
export interface BusTerms {
  /** Farthest on foot from home to a stop, and from a stop to the school. */
  readonly walk: Metres;
  /** When the bus is at the school's stop in the morning, minutes after midnight: not before and not after. */
  readonly arriveFrom: number;
  readonly arriveBy: number;
  /** When it leaves the school's stop on the way home, likewise. */
  readonly leaveFrom: number;
  readonly leaveBy: number;
  /** How many changes of bus a way to school may have. */
  readonly changes: 0 | 1;
  /** Farthest on foot from stop to stop at a change. */
  readonly changeWalk: Metres;
  /** Minutes from getting off to the next bus's leaving, the walk among them: at least and at most. */
  readonly changeLeast: number;
  readonly changeMost: number;
}

/** Where a bus calls, degrees WGS84. */
export interface BusStop {
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

/** Public buses as a timetable has them in one week; ferries are none. */
export interface PublicBuses {
  readonly stops: readonly BusStop[];
  /** Calls of trip `t` in the order they are made: `first[t] … first[t + 1])`. */
  readonly first: Uint32Array;
  /** Stop of each call, `[call]`, and when the bus comes and leaves, minutes after midnight of the day that the trip is of. */
  readonly stop: Uint32Array;
  readonly arrival: Float64Array;
  readonly departure: Float64Array;
  /** What a pupil may do there, `[call]`: {@link BOARDS}, {@link ALIGHTS} or both. */
  readonly may: Uint8Array;
  /** Weekdays on which each trip is made, `[trip]`: bit 0 is Monday, bit 4 Friday. */
  readonly days: Uint8Array;
  /** Weekdays of the week on which anything runs at all: what is a way to school is one on each of them. */
  readonly schoolDays: number;
  /** The Monday of the week that was read, "2025-05-12". */
  readonly week: string;
  readonly terms: BusTerms;
}

export const BOARDS = 1;
export const ALIGHTS = 2;

/** How surely a public bus is a way from a home to a school: not at all, on the case's terms, or on stricter ones as well. */
export const NO_BUS = 0;
export const PERHAPS_BY_BUS = 1;
export const SURELY_BY_BUS = 2;

/**
 * Terms on which nobody doubts that the bus serves: no change, and at most half as far on foot. Between these and the case's own it is not
 * known of whom a municipality would take a card to be enough.
 */
export const strictTerms = (terms: BusTerms): BusTerms => ({ ...terms, walk: metres(terms.walk / 2), changes: 0 });
