import type { Random } from "../random.ts";
import type { ChangingRoutes } from "./annealing.ts";
import type { RoutingProblem } from "./problem.ts";
import { Ruin } from "./ruin.ts";

/**
 * Routes that all end at place 0, as linked lists, changed by slack induction by string removals (Christiaens and Vanden Berghe 2020):
 * stretches of neighbouring routes are taken out, and their customers put back one by one where that adds least, sometimes looking past a
 * place. A customer is put beside one of its nearest only: O(near) a customer, whatever the number of routes.
 */
export class OneDestination implements ChangingRoutes {
  length = 0;
  routeCount = 0;
  absentCount = 0;
  readonly absent: Int32Array;

  readonly #problem: RoutingProblem;
  readonly #nearest: Int32Array;
  /** Of every customer the next and the one before, 0 at an end, and its route, -1 when absent; then of every route its first and size, and who is absent. */
  readonly #whole: Int32Array;
  readonly #next: Int32Array;
  readonly #before: Int32Array;
  readonly #routeOf: Int32Array;
  readonly #first: Int32Array;
  readonly #size: Int32Array;
  /** Of every route what it carries and how long it takes. */
  readonly #sums: Float64Array;
  readonly #load: Float64Array;
  readonly #duration: Float64Array;
  readonly #kept: {
    readonly whole: Int32Array;
    readonly sums: Float64Array;
    length: number;
    routes: number;
    absent: number;
  };
  readonly #ruin: Ruin;
  readonly #take = (customer: number, route: number, longest: number): void =>
    this.#removeStretch(customer, route, longest);

  constructor(problem: RoutingProblem, nearest: Int32Array, random: Random) {
    const { customers } = problem;
    this.#problem = problem;
    this.#nearest = nearest;
    this.#ruin = new Ruin(nearest, 1, customers, random);
    const width = customers + 1;
    this.#whole = new Int32Array(6 * width);
    const part = (number: number): Int32Array => this.#whole.subarray(number * width, (number + 1) * width);
    [this.#next, this.#before, this.#routeOf, this.#first, this.#size, this.absent] = [0, 1, 2, 3, 4, 5].map(part);
    this.#sums = new Float64Array(2 * width);
    [this.#load, this.#duration] = [this.#sums.subarray(0, width), this.#sums.subarray(width)];
    this.#kept = {
      whole: new Int32Array(6 * width),
      sums: new Float64Array(2 * width),
      length: 0,
      routes: 0,
      absent: 0,
    };
    this.#routeOf.fill(-1);
    for (let customer = 1; customer <= customers; customer++) this.absent[this.absentCount++] = customer;
  }

  start(routes: readonly (readonly number[])[]): void {
    this.#whole.fill(0);
    this.#sums.fill(0);
    this.#routeOf.fill(-1);
    [this.length, this.routeCount, this.absentCount] = [0, 0, 0];
    for (const route of routes) {
      this.#open(route[0]);
      for (let i = 1; i < route.length; i++) this.#insertBetween(this.#routeOf[route[0]], route[i - 1], 0, route[i]);
    }
  }

  routes(): number[][] {
    const routes: number[][] = [];
    for (let route = 0; route < this.#problem.customers; route++) {
      if (this.#size[route] === 0) continue;
      const stops: number[] = [];
      for (let at = this.#first[route]; at !== 0; at = this.#next[at]) stops.push(at);
      routes.push(stops);
    }
    return routes;
  }

  keep(): void {
    this.#kept.whole.set(this.#whole);
    this.#kept.sums.set(this.#sums);
    [this.#kept.length, this.#kept.routes, this.#kept.absent] = [this.length, this.routeCount, this.absentCount];
  }

  restore(): void {
    this.#whole.set(this.#kept.whole);
    this.#sums.set(this.#kept.sums);
    [this.length, this.routeCount, this.absentCount] = [this.#kept.length, this.#kept.routes, this.#kept.absent];
  }

  dissolve(weight: (customer: number) => number): void {
    let [least, lightest] = [-1, Infinity];
    for (let route = 0; route < this.#problem.customers; route++) {
      if (this.#size[route] === 0) continue;
      let sum = 0;
      for (let at = this.#first[route]; at !== 0; at = this.#next[at]) sum += 1 + weight(at);
      if (sum < lightest) [least, lightest] = [route, sum];
    }
    if (least < 0) return;
    while (this.#size[least] > 0) this.#remove(this.#first[least]);
  }

  disturb(mostRoutes: number): void {
    this.#ruin.nearRoutes(this.#routeOf, this.routeCount, this.absentCount, this.#take);
    this.#recreate(mostRoutes);
  }

  /** Takes out a stretch round a customer. */
  #removeStretch(customer: number, route: number, longest: number): void {
    const stretch = this.#ruin.stretch(this.#size[route], longest);
    const { whole, staying } = stretch;
    let [behind, ahead] = [0, 0];
    for (let at = this.#before[customer]; at !== 0 && behind < whole - 1; at = this.#before[at]) behind++;
    for (let at = this.#next[customer]; at !== 0 && ahead < whole - 1; at = this.#next[at]) ahead++;
    let at = customer;
    for (let back = this.#ruin.between(Math.max(0, whole - 1 - ahead), Math.min(whole - 1, behind)); back > 0; back--)
      at = this.#before[at];
    const stays = this.#ruin.firstStaying(stretch);
    for (let i = 0; i < whole; i++) {
      const next = this.#next[at];
      if (i < stays || i >= stays + staying) this.#remove(at);
      at = next;
    }
  }

  #recreate(mostRoutes: number): void {
    const { absent } = this;
    const count = this.absentCount;
    const { customers, demand, length } = this.#problem;
    this.#ruin.order(absent, count, demand, (customer) => length[customer * (customers + 1)]);
    // Those for whom there is no room move to the front, which is where the absent stand.
    this.absentCount = 0;
    for (let i = 0; i < count; i++) if (!this.#insert(absent[i], mostRoutes)) absent[this.absentCount++] = absent[i];
  }

  #insert(customer: number, mostRoutes: number): boolean {
    const { customers, length, demand, capacity, duration } = this.#problem;
    const ruin = this.#ruin;
    const width = customers + 1;
    const near = Math.min(NEAR, customers - 1);
    const own = demand[customer];
    const [row, nearRow] = [customer * width, customer * (customers - 1)];
    const fromBase = length[customer];
    const toBase = length[row];
    let [bestAfter, bestBefore, bestRoute, least] = [0, 0, -1, Infinity];
    let found = 0;
    // The nearest, and on past them while there is no room beside any.
    for (let i = 0; i < customers - 1 && (i < near || found === 0); i++) {
      const other = this.#nearest[nearRow + i];
      const route = this.#routeOf[other];
      if (route < 0 || this.#load[route] + own > capacity) continue;
      const [ahead, behind] = [this.#next[other], this.#before[other]];
      const otherRow = other * width;
      const [there, back] = [length[otherRow + customer], length[row + other]];
      const after = there + (ahead === 0 ? toBase : length[row + ahead]) - length[otherRow + ahead];
      const before =
        (behind === 0 ? fromBase : length[behind * width + customer]) + back - length[behind * width + other];
      if (after < least && ruin.sees() && (!duration || this.#isInTime(route, other, customer, ahead))) {
        [least, bestAfter, bestBefore, bestRoute] = [after, other, ahead, route];
        found++;
      }
      if (before < least && ruin.sees() && (!duration || this.#isInTime(route, behind, customer, other))) {
        [least, bestAfter, bestBefore, bestRoute] = [before, behind, other, route];
        found++;
      }
    }
    if (this.routeCount < mostRoutes && (bestRoute < 0 || (fromBase + toBase < least && ruin.sees()))) {
      this.#open(customer);
      return true;
    }
    if (bestRoute < 0) return false;
    this.#insertBetween(bestRoute, bestAfter, bestBefore, customer);
    return true;
  }

  #isInTime(route: number, after: number, customer: number, before: number): boolean {
    const { customers, duration } = this.#problem;
    if (!duration) return true;
    const { along, most } = duration;
    const width = customers + 1;
    const more = along[after * width + customer] + along[customer * width + before] - along[after * width + before];
    return this.#duration[route] + more <= most;
  }

  #open(customer: number): void {
    let route = 0;
    while (this.#size[route] > 0) route++;
    this.#first[route] = 0;
    [this.#load[route], this.#duration[route]] = [0, 0];
    this.routeCount++;
    this.#insertBetween(route, 0, 0, customer);
  }

  #insertBetween(route: number, after: number, before: number, customer: number): void {
    this.#next[customer] = before;
    this.#before[customer] = after;
    if (after === 0) this.#first[route] = customer;
    else this.#next[after] = customer;
    if (before !== 0) this.#before[before] = customer;
    this.#routeOf[customer] = route;
    this.#size[route]++;
    this.#load[route] += this.#problem.demand[customer];
    this.#addWay(route, after, customer, before, 1);
  }

  #remove(customer: number): void {
    const route = this.#routeOf[customer];
    const [after, before] = [this.#before[customer], this.#next[customer]];
    if (after === 0) this.#first[route] = before;
    else this.#next[after] = before;
    if (before !== 0) this.#before[before] = after;
    this.#routeOf[customer] = -1;
    this.#size[route]--;
    this.#load[route] -= this.#problem.demand[customer];
    this.#addWay(route, after, customer, before, -1);
    if (this.#size[route] === 0) this.routeCount--;
    this.absent[this.absentCount++] = customer;
  }

  #addWay(route: number, after: number, customer: number, before: number, sign: 1 | -1): void {
    const { customers, length, duration } = this.#problem;
    const width = customers + 1;
    const [onto, off, past] = [after * width + customer, customer * width + before, after * width + before];
    this.length += sign * (length[onto] + length[off] - length[past]);
    if (duration) this.#duration[route] += sign * (duration.along[onto] + duration.along[off] - duration.along[past]);
  }
}

/** Beside how many of its nearest a customer is tried first. */
const NEAR = 40;
