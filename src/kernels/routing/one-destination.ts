import type { Random } from "../random.ts";
import type { ChangingRoutes } from "./annealing.ts";
import type { RoutingProblem } from "./problem.ts";
import { reorder } from "./reorder.ts";

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
  readonly #random: Random;
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
  readonly #ruinedAt: Int32Array;
  #ruin = 0;
  readonly #key: Float64Array;

  constructor(problem: RoutingProblem, nearest: Int32Array, random: Random) {
    const { customers } = problem;
    this.#problem = problem;
    this.#nearest = nearest;
    this.#random = random;
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
    this.#ruinedAt = new Int32Array(width);
    this.#key = new Float64Array(width);
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
    this.#removeStrings();
    this.#recreate(mostRoutes);
  }

  #removeStrings(): void {
    const { customers } = this.#problem;
    const present = customers - this.absentCount;
    if (present === 0) return;
    const random = this.#random;
    const longest = Math.min(LONGEST_STRING, present / this.routeCount);
    const most = (4 * MEAN_REMOVED) / (1 + longest) - 1;
    let strings = Math.floor(1 + random() * most);
    this.#ruin++;
    const centre = 1 + Math.floor(random() * customers);
    for (let i = -1; i < customers - 1 && strings > 0; i++) {
      const customer = i < 0 ? centre : this.#nearest[centre * (customers - 1) + i];
      const route = this.#routeOf[customer];
      if (route < 0 || this.#ruinedAt[route] === this.#ruin) continue;
      this.#ruinedAt[route] = this.#ruin;
      const length = Math.floor(1 + random() * Math.min(this.#size[route], longest));
      this.#removeString(customer, route, length);
      strings--;
    }
  }

  /** Takes out a stretch round a customer, in half of all cases with some customers in it left where they are. */
  #removeString(customer: number, route: number, length: number): void {
    const random = this.#random;
    const size = this.#size[route];
    let left = 0;
    if (length > 1 && length < size && random() < SPLIT)
      for (left = 1; length + left < size && random() < SPLIT_DEEPER;) left++;
    const whole = length + left;
    let [behind, ahead] = [0, 0];
    for (let at = this.#before[customer]; at !== 0 && behind < whole - 1; at = this.#before[at]) behind++;
    for (let at = this.#next[customer]; at !== 0 && ahead < whole - 1; at = this.#next[at]) ahead++;
    const [leastBack, mostBack] = [Math.max(0, whole - 1 - ahead), Math.min(whole - 1, behind)];
    let at = customer;
    for (let back = leastBack + Math.floor(random() * (mostBack - leastBack + 1)); back > 0; back--)
      at = this.#before[at];
    const skipFrom = left > 0 ? Math.floor(random() * (length + 1)) : whole;
    for (let i = 0; i < whole; i++) {
      const next = this.#next[at];
      if (i < skipFrom || i >= skipFrom + left) this.#remove(at);
      at = next;
    }
  }

  #recreate(mostRoutes: number): void {
    const { absent } = this;
    const count = this.absentCount;
    this.#order(count);
    // Those for whom there is no room move to the front, which is where the absent stand.
    this.absentCount = 0;
    for (let i = 0; i < count; i++) if (!this.#insert(absent[i], mostRoutes)) absent[this.absentCount++] = absent[i];
  }

  /** By chance, by demand, or by the way from place 0: which is best differs from place to place. */
  #order(count: number): void {
    const { customers, demand, length } = this.#problem;
    const draw = this.#random() * ORDERS;
    for (let i = 0; i < count; i++) {
      const customer = this.absent[i];
      const way = length[customer * (customers + 1)];
      this.#key[customer] = draw < 4 ? this.#random() : draw < 8 ? -demand[customer] : draw < 10 ? -way : way;
    }
    reorder(this.absent, count, this.#key);
  }

  #insert(customer: number, mostRoutes: number): boolean {
    const { customers, length, demand, capacity, duration } = this.#problem;
    const random = this.#random;
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
      if (after < least && random() > BLINK && (!duration || this.#isInTime(route, other, customer, ahead))) {
        [least, bestAfter, bestBefore, bestRoute] = [after, other, ahead, route];
        found++;
      }
      if (before < least && random() > BLINK && (!duration || this.#isInTime(route, behind, customer, other))) {
        [least, bestAfter, bestBefore, bestRoute] = [before, behind, other, route];
        found++;
      }
    }
    if (this.routeCount < mostRoutes && (bestRoute < 0 || (fromBase + toBase < least && random() > BLINK))) {
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

/** As published: customers taken out in a round in the mean, longest stretch, and how often a stretch is broken and a place overlooked. */
const MEAN_REMOVED = 10;
const LONGEST_STRING = 10;
const SPLIT = 0.5;
const SPLIT_DEEPER = 0.99;
const BLINK = 0.01;
/** Weights of the four orders in which customers are put back: chance 4, demand 4, far 2, near 1. */
const ORDERS = 11;
/** Beside how many of its nearest a customer is tried first. */
const NEAR = 40;
