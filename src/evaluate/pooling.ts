import { BAND_COUNT, BAND_OF_GRADE, GRADE_COUNT, GRADES } from "../domain/grades.ts";
import { teachesBand } from "../domain/plan.ts";
import { solveTransportation } from "../flow/transportation.ts";
import { classCap, classesFor } from "../rules/class-size.ts";
import type { Ground } from "./basis.ts";
import type { SiteTally } from "./district-tally.ts";
import type { PlanView } from "./plan-view.ts";

/**
 * What forming classes across a district's sites could save: a merged district may place each cohort as one. For every grade
 * the fewest classes that hold the whole cohort, then the placing of those classes at the sites that asks the fewest extra
 * metres of the pupils who must move. Only pupils of a site that gives up a class move, and no more than do not fit.
 */
export interface Pooling {
  readonly classesSaved: number;
  /** Metres one way, summed over the pupils who move; negative where they come nearer to school. */
  readonly extraMetres: number;
  readonly moved: number;
}

export function poolClasses(basis: Ground, view: PlanView, sites: readonly SiteTally[]): Pooling {
  let [classesSaved, extraMetres, moved] = [0, 0, 0];
  for (const grade of GRADES) {
    const cohort = new Cohort(basis, view, sites, grade);
    const surplus = cohort.surplusClasses;
    const placing = surplus > 0 ? cohort.cheapestPlacing(surplus) : undefined;
    if (!placing) continue;
    classesSaved += surplus;
    extraMetres += placing.metres;
    moved += placing.moved;
  }
  return { classesSaved, extraMetres, moved };
}

interface Placing {
  readonly metres: number;
  readonly moved: number;
}

/** Pupils of one grade at one site who share an address. */
interface Group {
  readonly row: number;
  readonly pupils: number;
}

class Cohort {
  readonly #basis: Ground;
  readonly #cap: number;
  readonly #sites: readonly number[];
  readonly #pupils: readonly number[];
  readonly #classes: readonly number[];
  readonly #groups: readonly (readonly Group[])[];
  /** Least conceivable extra metres when site `s` gives up `r` classes, `[s][r]`. */
  #atLeast: readonly (readonly number[])[] = [];

  constructor(basis: Ground, view: PlanView, tallies: readonly SiteTally[], grade: number) {
    const teaching = tallies.filter(({ site }) => teachesBand(view.plan, site, BAND_OF_GRADE[grade]));
    this.#basis = basis;
    this.#cap = classCap(grade, basis.municipality.info.schoolYear);
    this.#sites = teaching.map(({ site }) => site);
    this.#pupils = teaching.map(({ byGrade }) => byGrade[grade]);
    this.#classes = teaching.map(({ classes }) => classes[grade]);
    this.#groups = this.surplusClasses > 0 ? this.#sites.map((site) => groupsAt(basis, view, site, grade)) : [];
  }

  get surplusClasses(): number {
    const whole = classesFor(sum(this.#pupils), this.#cap);
    return sum(this.#classes) - whole;
  }

  /** Depth-first over how many classes each site gives up, pruned by what the sites still to come must cost at least. */
  cheapestPlacing(surplus: number): Placing | undefined {
    this.#atLeast = this.#sites.map((_, s) => this.#boundsOf(s, surplus));
    const rest = this.#restBounds(surplus);
    const given = Array.from(this.#sites, () => 0);
    let best: Placing | undefined;
    const visit = (s: number, left: number, soFar: number): void => {
      if (best && soFar + rest[s][left] >= best.metres) return;
      if (s === this.#sites.length) {
        const placing = left === 0 ? this.#place(given) : undefined;
        if (placing && (!best || placing.metres < best.metres)) best = placing;
        return;
      }
      const order = this.#atLeast[s]
        .slice(0, left + 1)
        .map((bound, r) => ({ r, bound: bound + rest[s + 1][left - r] }))
        .filter(({ bound }) => bound < Infinity)
        .toSorted((a, b) => a.bound - b.bound);
      for (const { r } of order) {
        given[s] = r;
        visit(s + 1, left - r, soFar + this.#atLeast[s][r]);
      }
      given[s] = 0;
    };
    visit(0, surplus, 0);
    return best;
  }

  #mustLeave(s: number, given: number): number {
    return Math.max(0, this.#pupils[s] - this.#cap * (this.#classes[s] - given));
  }

  /** The pupils with the shortest extra way leave first, as if every other site had room. */
  #boundsOf(s: number, surplus: number): number[] {
    const { walk, siteCount } = this.#basis.travel;
    const site = this.#sites[s];
    const extras: number[] = [];
    for (const { row, pupils } of this.#groups[s]) {
      let nearest = Infinity;
      for (const other of this.#sites) if (other !== site) nearest = Math.min(nearest, walk[row * siteCount + other]);
      const extra = nearest - walk[row * siteCount + site];
      for (let i = 0; i < pupils; i++) extras.push(Number.isNaN(extra) ? Infinity : extra);
    }
    extras.sort((a, b) => a - b);
    return Array.from({ length: surplus + 1 }, (_, given) =>
      given > this.#classes[s] ? Infinity : sum(extras.slice(0, this.#mustLeave(s, given))),
    );
  }

  /** `[s][left]`: the least that the sites from `s` on can give up `left` classes for. */
  #restBounds(surplus: number): number[][] {
    const rest = Array.from({ length: this.#sites.length + 1 }, () =>
      Array.from({ length: surplus + 1 }, () => Infinity),
    );
    rest[this.#sites.length][0] = 0;
    for (let s = this.#sites.length - 1; s >= 0; s--)
      for (let left = 0; left <= surplus; left++)
        for (let given = 0; given <= left; given++)
          rest[s][left] = Math.min(rest[s][left], this.#atLeast[s][given] + rest[s + 1][left - given]);
    return rest;
  }

  /** Exactly: a transportation problem from the sites that lack room to those that have some. */
  #place(given: readonly number[]): Placing | undefined {
    const { walk, siteCount } = this.#basis.travel;
    const leaving = this.#sites.map((_, s) => this.#mustLeave(s, given[s]));
    const groups = this.#groups.flatMap((list, s) => (leaving[s] > 0 ? list.map((group) => ({ ...group, s })) : []));
    const sites = this.#sites.length;
    // A move costs this much on top, so that nobody moves who need not.
    const reluctance = 1e7;
    const cost = new Float64Array(groups.length * sites);
    groups.forEach(({ row, s }, i) =>
      this.#sites.forEach((site, t) => {
        const extra = walk[row * siteCount + site] - walk[row * siteCount + this.#sites[s]];
        cost[i * sites + t] = t === s ? 0 : leaving[t] > 0 || !Number.isFinite(extra) ? Infinity : reluctance + extra;
      }),
    );
    const plan = solveTransportation({
      customers: groups.length,
      sites,
      cost,
      demand: Float64Array.from(groups, ({ pupils }) => pupils),
      capacity: Float64Array.from(this.#sites, (_, s) => {
        const room = this.#cap * (this.#classes[s] - given[s]);
        return leaving[s] > 0 ? room : room - this.#pupils[s];
      }),
    });
    const moved = sum(leaving);
    return plan.overflow > 0 ? undefined : { metres: plan.cost - moved * reluctance, moved };
  }
}

function groupsAt({ municipality }: Ground, { firstPair, pairs }: PlanView, site: number, grade: number): Group[] {
  const { firstPoint, pupils } = municipality.demand;
  const groups: Group[] = [];
  for (let i = firstPair[site]; i < firstPair[site + 1]; i++) {
    if (pairs[i] % BAND_COUNT !== BAND_OF_GRADE[grade]) continue;
    const unit = Math.floor(pairs[i] / BAND_COUNT);
    for (let row = firstPoint[unit]; row < firstPoint[unit + 1]; row++) {
      const count = pupils[row * GRADE_COUNT + grade];
      if (count > 0) groups.push({ row, pupils: count });
    }
  }
  return groups;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
