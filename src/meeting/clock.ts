/** A meeting's clock: it runs to a bell, stands still while the meeting is paused, or there is none. */
export interface Clock {
  /** When the bell rings, ISO 8601; null where no clock runs. */
  readonly until: string | null;
  /** What is left on a clock that stands still, milliseconds; null where none does. */
  readonly left: number | null;
}

export const NO_CLOCK: Clock = { until: null, left: null };

/** ISO 8601, so many milliseconds after a moment. */
const after = (at: string, left: number): string => new Date(Date.parse(at) + left).toISOString();

/** A clock set at a moment; of a meeting that is paused it starts when that goes on. null minutes: none. */
export function clockSet(minutes: number | null, at: string, runs: "now" | "later"): Clock {
  if (minutes === null) return NO_CLOCK;
  const left = 60_000 * minutes;
  return runs === "now" ? { until: after(at, left), left: null } : { until: null, left };
}

export const clockStopped = ({ until, left }: Clock, at: string): Clock =>
  until === null ? { until, left } : { until: null, left: Math.max(0, Date.parse(until) - Date.parse(at)) };

export const clockGoingOn = ({ until, left }: Clock, at: string): Clock =>
  left === null ? { until, left } : { until: after(at, left), left: null };

/** "9:05". */
export const clockText = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** Whole seconds left, 0 once the bell has rung; `undefined` where there is no clock. `now`: milliseconds by the clock that set it. */
export function secondsLeft({ until, left }: Clock, now: number): number | undefined {
  if (left !== null) return Math.ceil(left / 1000);
  return until === null ? undefined : Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
}
