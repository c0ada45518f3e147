/**
 * School buses that run to several schools in one morning (Park, Tae and Kim 2012): a bus picks pupils up at stops and brings them to their
 * schools, which it may reach only when they take pupils in; pupils of several schools may be on board together. Times and lengths are
 * in the caller's units, one for all times.
 */
export interface SchoolRunProblem {
  readonly stops: number;
  readonly schools: number;
  /** Between places, stops first and then schools, row-major `[from * (stops + schools) + to]`. */
  readonly time: Float64Array;
  /** What a plan should have least of after buses; as `time`. */
  readonly length: Float64Array;
  /** `[stop]`; no more than the seats. */
  readonly pupils: Float64Array;
  /** `[stop]`. */
  readonly school: Int32Array;
  /** Time that a bus stands at a stop, `[stop]`. */
  readonly loading: Float64Array;
  /** Time that a bus stands at a school: each time, and more for each pupil. */
  readonly unloading: { readonly each: number; readonly pupil: number };
  /** When a bus may arrive at a school and wait no longer, `[school]`. */
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  readonly seats: number;
  /** Longest time from a bus's coming to a stop to its coming to the school. */
  readonly longestRide: number;
}

/**
 * One bus's morning, worked out: its places in order, a school's the number of stops on. Each pupil leaves at the first call at the own
 * school. A bus waits only while nobody is on board: from a stop where it was empty to the school where it is empty again it keeps going,
 * and comes to each school within its hours.
 */
export interface SchoolRun {
  readonly places: readonly number[];
  /** On board after each place. */
  readonly onBoard: readonly number[];
  /** Arrival at each place, as early as the schools' hours let it be. */
  readonly arrival: readonly number[];
  /** No timetable comes to a place earlier or later, even if it waited on the way. */
  readonly from: readonly number[];
  readonly until: readonly number[];
  /** Time that the bus stands at each. */
  readonly stay: readonly number[];
  /** Time from the first place to each without waiting. */
  readonly driven: readonly number[];
  /** By how much the way to each place may grow before somebody on board rides too long. */
  readonly spare: readonly number[];
  readonly length: number;
}

export const EMPTY_RUN: SchoolRun = {
  places: [],
  onBoard: [],
  arrival: [],
  from: [],
  until: [],
  stay: [],
  driven: [],
  spare: [],
  length: 0,
};

/** Works out runs of places, in memory of its own that is used again for the next. */
export class Timetables {
  readonly #problem: SchoolRunProblem;
  readonly #width: number;
  /** The places worked on. */
  readonly places: Int32Array;
  readonly #stay: Float64Array;
  readonly #driven: Float64Array;
  readonly #arrival: Float64Array;
  /** By school: pupils on board, and when without waiting the first of them got on. */
  readonly #aboard: Float64Array;
  readonly #since: Float64Array;

  constructor(problem: SchoolRunProblem) {
    this.#problem = problem;
    this.#width = problem.stops + problem.schools;
    const most = 2 * problem.stops + 2;
    this.places = new Int32Array(most);
    this.#stay = new Float64Array(most);
    this.#driven = new Float64Array(most);
    this.#arrival = new Float64Array(most);
    this.#aboard = new Float64Array(problem.schools);
    this.#since = new Float64Array(problem.schools);
  }

  /**
   * Whether the first places of `places` make a morning in which nobody rides too long and every school is reached within its hours: each
   * stretch from empty to empty begins as early as the schools on it and the stretch before let it. Asks neither for seats nor whether
   * everybody gets off.
   */
  isPossible(count: number): boolean {
    const { stops, school, pupils, loading, unloading, time, longestRide, earliest, latest } = this.#problem;
    const { places } = this;
    const [aboard, since, stay, driven, arrival] = [this.#aboard, this.#since, this.#stay, this.#driven, this.#arrival];
    aboard.fill(0);
    let [load, start, least, most, ready] = [0, 0, -Infinity, Infinity, -Infinity];
    for (let i = 0; i < count; i++) {
      const place = places[i];
      const way = i === 0 ? 0 : stay[i - 1] + time[places[i - 1] * this.#width + place];
      const at = i === 0 ? 0 : driven[i - 1] + way;
      driven[i] = at;
      if (load === 0) [start, least, most] = [i, ready + way, Infinity];
      if (place < stops) {
        const to = school[place];
        if (aboard[to] === 0) since[to] = at;
        aboard[to] += pupils[place];
        load += pupils[place];
        stay[i] = loading[place];
        continue;
      }
      const to = place - stops;
      stay[i] = unloading.each + unloading.pupil * aboard[to];
      if (at - since[to] > longestRide + SLACK) return false;
      load -= aboard[to];
      aboard[to] = 0;
      least = Math.max(least, earliest[to] - at + driven[start]);
      most = Math.min(most, latest[to] - at + driven[start]);
      if (least > most + SLACK) return false;
      if (load > 0) continue;
      for (let back = start; back <= i; back++) arrival[back] = least + driven[back] - driven[start];
      ready = arrival[i];
    }
    return true;
  }

  /** The first places of `places` as a run; they must be possible. */
  run(count: number): SchoolRun {
    this.isPossible(count);
    const { length, pupils, stops, school, earliest, latest, longestRide } = this.#problem;
    const places = Array.from(this.places.subarray(0, count));
    const stay = Array.from(this.#stay.subarray(0, count));
    const driven = Array.from(this.#driven.subarray(0, count));
    const from: number[] = [];
    const until: number[] = Array.from(places, () => Infinity);
    const onBoard: number[] = [];
    const spare: number[] = Array.from(places, () => Infinity);
    const aboard = this.#aboard.fill(0);
    const since = new Map<number, number>();
    let [load, total] = [0, 0];
    for (let i = 0; i < count; i++) {
      const place = places[i];
      if (i > 0) total += length[places[i - 1] * this.#width + place];
      let first = i === 0 ? -Infinity : from[i - 1] + driven[i] - driven[i - 1];
      if (place < stops) {
        const to = school[place];
        if (aboard[to] === 0) since.set(to, i);
        aboard[to] += pupils[place];
        load += pupils[place];
      } else {
        const to = place - stops;
        first = Math.max(first, earliest[to]);
        load -= aboard[to];
        aboard[to] = 0;
        const on = since.get(to) ?? i;
        const left = longestRide - driven[i] + driven[on];
        for (let leg = on + 1; leg <= i; leg++) if (left < spare[leg]) spare[leg] = left;
      }
      from.push(first);
      onBoard.push(load);
    }
    for (let i = count - 1; i >= 0; i--) {
      const last = i === count - 1 ? Infinity : until[i + 1] - driven[i + 1] + driven[i];
      until[i] = places[i] < stops ? last : Math.min(last, latest[places[i] - stops]);
    }
    return {
      places,
      onBoard,
      arrival: Array.from(this.#arrival.subarray(0, count)),
      from,
      until,
      stay,
      driven,
      spare,
      length: total,
    };
  }
}

/** Sums in another order differ by less. */
const SLACK = 1e-7;
