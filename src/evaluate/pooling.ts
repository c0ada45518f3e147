import { teachesBand } from "../domain/plan.ts";
import { classCap, classesFor } from "../rules/class-size.ts";
import type { Ground } from "./basis.ts";
import type { CohortGroups } from "./cohorts.ts";
import type { SiteTally } from "./site-tally.ts";
import type { PlanView } from "./plan-view.ts";

/**
 * What forming classes of this year's cohorts across a district's sites could save (no money is computed on it): a merged district may place each cohort as one, so every grade
 * needs no more classes than hold the whole cohort. How far pupils must travel for it is found class by class: the site whose
 * class is cheapest to give up gives it up, and those of its pupils who then lack room go, shortest extra way first, to the
 * nearest sites with free places. (Which classes to give up at the least travel in total is a bin-packing problem; this rule
 * is what a head would do, it always saves all the classes, and its travel is an upper limit.)
 */
export interface Pooling {
  readonly classesSaved: number;
  /** Metres one way, summed over the pupils who move; negative where they come nearer to school. */
  readonly extraMetres: number;
}

export function poolClasses(ground: Ground, view: PlanView, sites: readonly SiteTally[]): Pooling {
  let [classesSaved, extraMetres] = [0, 0];
  for (const grade of ground.municipality.grades.all) {
    const cap = classCap(ground.municipality.grades, grade, ground.municipality.info.schoolYear);
    const teaching = sites.filter(
      ({ site, classes }) =>
        classes[grade] > 0 && teachesBand(view.plan, site, ground.municipality.grades.bandOf[grade]),
    );
    const pupils = teaching.reduce((sum, { byGrade }) => sum + byGrade[grade], 0);
    const surplus = teaching.reduce((sum, { classes }) => sum + classes[grade], 0) - classesFor(pupils, cap);
    if (surplus <= 0) continue;
    const cohort = new Cohort(ground, view, teaching, grade, cap);
    for (let given = 0; given < surplus; given++) {
      const metres = cohort.giveUpCheapest();
      if (metres === undefined) break;
      classesSaved++;
      extraMetres += metres;
    }
  }
  return { classesSaved, extraMetres };
}

/** One class given up: who goes where. Without moves, only a lower limit of its metres is known. */
interface Step {
  readonly metres: number;
  readonly moves?: readonly Move[];
}

interface Move {
  readonly group: number;
  readonly to: number;
  readonly pupils: number;
}

/** The groups of a site and those that join them; `from`: demand points of the groups that moves name. */
function joined({ points, pupils }: CohortGroups, from: Uint32Array, moves: readonly Move[]): CohortGroups {
  const size = points.length;
  const all = { points: new Uint32Array(size + moves.length), pupils: new Uint16Array(size + moves.length) };
  all.points.set(points);
  all.pupils.set(pupils);
  moves.forEach((move, i) => {
    all.points[size + i] = from[move.group];
    all.pupils[size + i] = move.pupils;
  });
  return all;
}

/** One grade of one district, its sites numbered as they come. */
class Cohort {
  readonly #walk: Float32Array;
  readonly #siteCount: number;
  readonly #cap: number;
  readonly #sites: readonly number[];
  readonly #pupils: number[];
  readonly #classes: number[];
  readonly #groups: CohortGroups[];
  /** What giving up a class costs each site, as last worked out; room elsewhere only shrinks, so it can only have risen. */
  readonly #steps: (Step | undefined)[];
  readonly #fresh: boolean[];
  /** Least extra metres that anybody at a site has to another one. */
  readonly #least: number[];
  /** Given up, but what that changes is not reckoned with yet: nobody asks after the last. */
  #given: { readonly site: number; readonly step: Step } | undefined;

  constructor(ground: Ground, { cohorts }: PlanView, teaching: readonly SiteTally[], grade: number, cap: number) {
    this.#walk = ground.travel.walk;
    this.#siteCount = ground.travel.siteCount;
    this.#cap = cap;
    this.#sites = teaching.map(({ site }) => site);
    this.#pupils = teaching.map(({ byGrade }) => byGrade[grade]);
    this.#classes = teaching.map(({ classes }) => classes[grade]);
    this.#groups = this.#sites.map((site) => cohorts.groupsAt(site, grade));
    this.#least = this.#sites.map((site) => {
      let least = Infinity;
      for (const other of this.#sites)
        if (other !== site) least = Math.min(least, cohorts.leastExtra(site, other, grade));
      return least;
    });
    this.#steps = this.#sites.map((_, s) => this.#leastStep(s));
    this.#fresh = this.#sites.map(() => false);
  }

  /** Pupils of site `s` for whom there is no room when it gives up one class. */
  #leaving(s: number): number {
    return this.#pupils[s] - this.#cap * (this.#classes[s] - 1);
  }

  /** What giving up a class of site `s` costs at least, wherever there is room. */
  #leastStep(s: number): Step | undefined {
    if (this.#classes[s] === 0) return undefined;
    const leaving = this.#leaving(s);
    return { metres: leaving === 0 ? 0 : leaving * this.#least[s] };
  }

  /** Metres of the class that is cheapest to give up; `undefined` where none can be. */
  giveUpCheapest(): number | undefined {
    if (this.#given) this.#take(this.#given.site, this.#given.step);
    this.#given = undefined;
    for (;;) {
      let cheapest = 0;
      for (let s = 1; s < this.#steps.length; s++)
        if ((this.#steps[s]?.metres ?? Infinity) < (this.#steps[cheapest]?.metres ?? Infinity)) cheapest = s;
      const step = this.#steps[cheapest];
      if (!step) return undefined;
      if (this.#fresh[cheapest]) {
        this.#given = { site: cheapest, step };
        return step.metres;
      }
      this.#renew(cheapest);
    }
  }

  #renew(s: number): void {
    this.#steps[s] = this.#stepFrom(s);
    this.#fresh[s] = true;
  }

  #take(s: number, { moves = [] }: Step): void {
    this.#classes[s]--;
    const { points } = this.#groups[s];
    const staying = this.#groups[s].pupils.slice();
    this.#groups[s] = { points, pupils: staying };
    for (const { group, pupils } of moves) {
      staying[group] -= pupils;
      this.#pupils[s] -= pupils;
    }
    const changed = new Set([s]);
    for (const { to } of moves) {
      if (changed.has(to)) continue;
      changed.add(to);
      const joining = moves.filter((move) => move.to === to);
      this.#groups[to] = joined(this.#groups[to], points, joining);
      for (const { pupils } of joining) this.#pupils[to] += pupils;
      this.#least[to] = Math.min(this.#least[to], this.#leastFrom(to, points, joining));
    }
    this.#steps.forEach((step, site) => {
      if (changed.has(site)) {
        this.#steps[site] = this.#leastStep(site);
        this.#fresh[site] = false;
      }
      // A step that counts on none of the places just taken costs what it did.
      else if (step?.moves?.some(({ to }) => changed.has(to))) this.#fresh[site] = false;
    });
  }

  /** Least extra metres that those who join a site have to another one. */
  #leastFrom(site: number, points: Uint32Array, joining: readonly Move[]): number {
    let least = Infinity;
    for (const { group } of joining) {
      const at = points[group] * this.#siteCount;
      for (const other of this.#sites)
        if (other !== this.#sites[site])
          least = Math.min(least, this.#walk[at + other] - this.#walk[at + this.#sites[site]]);
    }
    return least;
  }

  /** What giving up one class would ask of the pupils of site `s`; `undefined` where it has none or they cannot go. */
  #stepFrom(s: number): Step | undefined {
    if (this.#classes[s] === 0) return undefined;
    const { pupils: here } = this.#groups[s];
    const free = this.#sites.map((_, t) => (t === s ? 0 : this.#cap * this.#classes[t] - this.#pupils[t]));
    let leaving = this.#leaving(s);
    let metres = 0;
    const moves: Move[] = [];
    const scratch = scratchFor(here.length);
    const { staying, goesTo } = scratch;
    staying.set(here);
    while (leaving > 0) {
      const offers = this.#offers(s, free, scratch);
      if (offers.length === 0) return undefined;
      for (const offer of offers) {
        const extra = Math.floor(offer / here.length);
        const group = offer - extra * here.length;
        const to = goesTo[group];
        if (free[to] === 0) break;
        const pupils = Math.min(leaving, free[to], staying[group]);
        moves.push({ group, to, pupils });
        free[to] -= pupils;
        staying[group] -= pupils;
        leaving -= pupils;
        metres += pupils * extra;
        // Offers whose site has filled up are made anew, to the next nearest with room: those of the rest of this group too.
        if (leaving === 0 || staying[group] > 0) break;
      }
    }
    return { metres, moves };
  }

  /**
   * For every group that has not left, the nearest site with room, left in `goesTo`. The offers are extra metres and group
   * number in one number (whole metres, so nothing is lost), shortest extra way first.
   */
  #offers(s: number, free: readonly number[], { staying, goesTo, offers }: Scratch): Float64Array {
    const { points } = this.#groups[s];
    const home = this.#sites[s];
    let count = 0;
    for (let group = 0; group < points.length; group++) {
      if (staying[group] === 0) continue;
      const at = points[group] * this.#siteCount;
      let nearest = Infinity;
      for (let t = 0; t < free.length; t++) {
        if (free[t] === 0) continue;
        const metres = this.#walk[at + this.#sites[t]];
        if (metres < nearest) {
          nearest = metres;
          goesTo[group] = t;
        }
      }
      const extra = nearest - this.#walk[at + home];
      if (extra < Infinity && extra > -Infinity) offers[count++] = extra * points.length + group;
    }
    // Sorted in place: the scratch array is nobody else's.
    // oxlint-disable-next-line unicorn/no-array-sort
    return offers.subarray(0, count).sort();
  }
}

/** Working space that is used again and again, one entry a group. */
interface Scratch {
  readonly staying: Int32Array;
  readonly goesTo: Uint16Array;
  readonly offers: Float64Array;
}

let shared: Scratch = { staying: new Int32Array(0), goesTo: new Uint16Array(0), offers: new Float64Array(0) };

function scratchFor(groups: number): Scratch {
  if (shared.staying.length < groups)
    shared = {
      staying: new Int32Array(2 * groups),
      goesTo: new Uint16Array(2 * groups),
      offers: new Float64Array(2 * groups),
    };
  return shared;
}
