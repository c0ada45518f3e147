import type { Random } from "../random.ts";
import type { ChangingRoutes } from "./annealing.ts";
import { Ruin } from "./ruin.ts";
import { EMPTY_RUN, type SchoolRun, type SchoolRunProblem, Timetables } from "./school-run.ts";

/**
 * Buses to several schools, changed as routes to one are (Christiaens and Vanden Berghe 2020): stretches of stops are taken out of the runs
 * of neighbouring buses and put back one by one, each with a call at its school where there is none yet, where that adds least. A run
 * is never changed, only exchanged, so that what was kept costs nothing to keep.
 */
export class ManyDestinations implements ChangingRoutes {
  length = 0;
  routeCount = 0;
  absentCount = 0;
  readonly absent: Int32Array;

  readonly #problem: SchoolRunProblem;
  readonly #width: number;
  readonly #timetables: Timetables;
  readonly #runs: SchoolRun[];
  readonly #runOf: Int32Array;
  readonly #keptRuns: SchoolRun[];
  readonly #keptRunOf: Int32Array;
  readonly #keptAbsent: Int32Array;
  readonly #kept = { length: 0, routes: 0, absent: 0 };
  readonly #changed: number[] = [];
  readonly #isChanged: Uint8Array;
  readonly #ruin: Ruin;
  readonly #take = (stop: number, run: number, longest: number): void => this.#removeStretch(stop, run, longest);

  /** `nearest`: for every stop the others, nearest first, `[stop * (stops - 1)]`. */
  constructor(problem: SchoolRunProblem, nearest: Int32Array, random: Random) {
    const { stops, schools } = problem;
    this.#problem = problem;
    this.#width = stops + schools;
    this.#ruin = new Ruin(nearest, 0, stops, random);
    this.#timetables = new Timetables(problem);
    this.#runs = Array.from({ length: stops }, () => EMPTY_RUN);
    this.#keptRuns = [...this.#runs];
    this.#runOf = new Int32Array(stops).fill(-1);
    this.#keptRunOf = this.#runOf.slice();
    this.absent = Int32Array.from({ length: stops }, (_, stop) => stop);
    this.#keptAbsent = this.absent.slice();
    this.absentCount = stops;
    this.#isChanged = new Uint8Array(stops);
  }

  routes(): readonly (readonly number[])[] {
    return this.#runs.filter(({ places }) => places.length > 0).map(({ places }) => places);
  }

  start(routes: readonly (readonly number[])[]): void {
    this.absentCount = 0;
    for (let number = 0; number < this.#runs.length; number++) {
      const places = routes[number] ?? [];
      this.#timetables.places.set(places);
      for (const place of places) if (place < this.#problem.stops) this.#runOf[place] = number;
      this.#exchange(number, places.length === 0 ? EMPTY_RUN : this.#timetables.run(places.length));
    }
  }

  keep(): void {
    for (const run of this.#changed) {
      this.#keptRuns[run] = this.#runs[run];
      this.#isChanged[run] = 0;
    }
    this.#changed.length = 0;
    this.#keptRunOf.set(this.#runOf);
    this.#keptAbsent.set(this.absent);
    [this.#kept.length, this.#kept.routes, this.#kept.absent] = [this.length, this.routeCount, this.absentCount];
  }

  restore(): void {
    for (const run of this.#changed) {
      this.#runs[run] = this.#keptRuns[run];
      this.#isChanged[run] = 0;
    }
    this.#changed.length = 0;
    this.#runOf.set(this.#keptRunOf);
    this.absent.set(this.#keptAbsent);
    [this.length, this.routeCount, this.absentCount] = [this.#kept.length, this.#kept.routes, this.#kept.absent];
  }

  dissolve(weight: (stop: number) => number): void {
    const { stops } = this.#problem;
    let [least, lightest] = [-1, Infinity];
    for (const [run, { places }] of this.#runs.entries()) {
      if (places.length === 0) continue;
      let sum = 0;
      for (const place of places) if (place < stops) sum += 1 + weight(place);
      if (sum < lightest) [least, lightest] = [run, sum];
    }
    if (least < 0) return;
    for (const place of this.#runs[least].places) if (place < stops) this.#absent(place);
    this.#exchange(least, EMPTY_RUN);
  }

  disturb(mostRoutes: number): void {
    this.#ruin.nearRoutes(this.#runOf, this.routeCount, this.absentCount, this.#take);
    const { absent } = this;
    const count = this.absentCount;
    const { pupils, school, stops, time } = this.#problem;
    this.#ruin.order(absent, count, pupils, (stop) => time[stop * this.#width + stops + school[stop]]);
    this.absentCount = 0;
    for (let i = 0; i < count; i++) if (!this.#insert(absent[i], mostRoutes)) absent[this.absentCount++] = absent[i];
  }

  #absent(stop: number): void {
    this.#runOf[stop] = -1;
    this.absent[this.absentCount++] = stop;
  }

  #exchange(number: number, run: SchoolRun): void {
    const before = this.#runs[number];
    this.length += run.length - before.length;
    this.routeCount += Math.sign(run.places.length) - Math.sign(before.places.length);
    this.#runs[number] = run;
    if (this.#isChanged[number] === 1) return;
    this.#isChanged[number] = 1;
    this.#changed.push(number);
  }

  /** Takes out a stretch of stops round one, and the calls at schools that nobody is left for. */
  #removeStretch(stop: number, number: number, longest: number): void {
    const { stops, school } = this.#problem;
    const { places } = this.#runs[number];
    const riding = places.filter((place) => place < stops);
    const stretch = this.#ruin.stretch(riding.length, longest);
    const { whole, staying } = stretch;
    const at = riding.indexOf(stop);
    const first = this.#ruin.between(Math.max(0, at - whole + 1), Math.min(at, riding.length - whole));
    const stays = this.#ruin.firstStaying(stretch);
    for (let i = 0; i < whole; i++) if (i < stays || i >= stays + staying) this.#absent(riding[first + i]);
    const scratch = this.#timetables.places;
    const waiting = new Set<number>();
    let count = 0;
    for (const place of places) {
      if (place < stops) {
        if (this.#runOf[place] < 0) continue;
        waiting.add(school[place]);
      } else if (!waiting.delete(place - stops)) continue;
      scratch[count++] = place;
    }
    // Without the stops taken out a bus may come too early to one school or too late to another: the rest of its stops go too.
    const isLeft = count > 0 && this.#timetables.isPossible(count);
    if (!isLeft) for (const other of riding) if (this.#runOf[other] >= 0) this.#absent(other);
    this.#exchange(number, isLeft ? this.#timetables.run(count) : EMPTY_RUN);
  }

  #insert(stop: number, mostRoutes: number): boolean {
    const { stops, school } = this.#problem;
    const found: Place = { run: -1, on: 0, off: 0, added: Infinity };
    const runs = this.#runs;
    for (let number = 0; number < runs.length; number++)
      if (runs[number].places.length > 0) this.#tryRun(stop, number, runs[number], found);
    if (found.run < 0) {
      if (this.routeCount >= mostRoutes) return false;
      const number = this.#runs.findIndex(({ places }) => places.length === 0);
      const scratch = this.#timetables.places;
      [scratch[0], scratch[1]] = [stop, stops + school[stop]];
      this.#runOf[stop] = number;
      this.#exchange(number, this.#timetables.run(2));
      return true;
    }
    this.#runOf[stop] = found.run;
    this.#exchange(
      found.run,
      this.#timetables.run(this.#write(this.#runs[found.run].places, stop, found.on, found.off)),
    );
    return true;
  }

  /** Every place of a run to get on, and from there every place to get off: at the first call at the school, or at a new one before. */
  #tryRun(stop: number, number: number, run: SchoolRun, found: Place): void {
    const { stops, school, time, length, pupils, loading, unloading, seats, longestRide, earliest, latest } =
      this.#problem;
    const { places, onBoard, from, until, stay, driven, spare } = run;
    const count = places.length;
    const width = this.#width;
    const target = stops + school[stop];
    const own = pupils[stop];
    const boarding = loading[stop];
    const stand = unloading.each + unloading.pupil * own;
    const closes = latest[school[stop]];
    const firstOn = earliest[school[stop]] - longestRide;
    for (let on = 0; on <= count; on++) {
      // Whoever gets on so early has ridden too long when the school opens.
      if (on < count && until[on] < firstOn) continue;
      if (on > 0 && onBoard[on - 1] + own > seats) continue;
      const before = on > 0 ? places[on - 1] : -1;
      const next = on < count ? places[on] : -1;
      const [from0, from1] = [before * width, stop * width];
      const onto = before < 0 ? 0 : length[from0 + stop];
      const between = before < 0 || next < 0 ? 0 : length[from0 + next];
      const detour = onto + (next < 0 ? 0 : length[from1 + next]) - between;
      const comes = before < 0 ? -Infinity : from[on - 1] + stay[on - 1] + time[from0 + stop];
      // Straight on to the school, whatever comes after.
      if (comes + boarding + time[from1 + target] > closes) return;
      const longer =
        before < 0 || next < 0 ? 0 : time[from0 + stop] + boarding + time[from1 + next] - time[from0 + next];
      const isOnWay = next >= 0 && longer <= spare[on] && comes + boarding + time[from1 + next] <= until[on];
      for (let off = on; off <= count; off++) {
        const last = off === on ? stop : places[off - 1];
        if (off > on) {
          if (!isOnWay || last === target || onBoard[off - 1] + own > seats) break;
          if (boarding + time[from1 + next] + driven[off - 1] - driven[on] > longestRide) break;
          if (detour >= found.added) break;
        }
        const place = off < count ? places[off] : -1;
        let added = detour;
        if (place !== target) {
          const arrives =
            off === on
              ? comes + boarding + time[from1 + target]
              : Math.max(from[off - 1], comes + boarding + time[from1 + next] + driven[off - 1] - driven[on]) +
                stay[off - 1] +
                time[last * width + target];
          if (arrives > closes) break;
          added =
            (off === on ? onto - between : detour - (place < 0 ? 0 : length[last * width + place])) +
            length[last * width + target];
          if (place >= 0) {
            added += length[target * width + place];
            if (arrives + stand + time[target * width + place] > until[off]) continue;
          }
        }
        if (added < found.added && this.#ruin.sees() && this.#timetables.isPossible(this.#write(places, stop, on, off)))
          [found.run, found.on, found.off, found.added] = [number, on, off, added];
      }
    }
  }

  /** Writes a run with a stop more; returns how many places that makes. */
  #write(places: readonly number[], stop: number, on: number, off: number): number {
    const scratch = this.#timetables.places;
    const target = this.#problem.stops + this.#problem.school[stop];
    let count = 0;
    for (let i = 0; i < on; i++) scratch[count++] = places[i];
    scratch[count++] = stop;
    for (let i = on; i < off; i++) scratch[count++] = places[i];
    if (places[off] !== target) scratch[count++] = target;
    // A call that now comes first may leave nobody for the next.
    let isAwaited = places[off] === target;
    for (let i = off; i < places.length; i++) {
      const place = places[i];
      if (place < this.#problem.stops) isAwaited ||= this.#problem.school[place] === this.#problem.school[stop];
      else if (place === target) {
        if (!isAwaited) continue;
        isAwaited = false;
      }
      scratch[count++] = place;
    }
    return count;
  }
}

/** Where a stop is put: before which places of which run its pupils get on and off. */
interface Place {
  run: number;
  on: number;
  off: number;
  added: number;
}
