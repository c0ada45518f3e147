import { hasBand, NO_BANDS, type Grades } from "../../domain/grades.ts";
import { districtOfSite, NO_SITE, type Plan } from "../../domain/plan.ts";
import type { AssignmentRule } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { noWay, openWays, type Reach, reachOf, type SiteWay } from "../../evaluate/reach.ts";
import type { AssignmentFrame, FrameSite } from "../../model/assignment/frame.ts";
import type { CandidateFacts } from "../../model/assignment/rules/rule.ts";
import { RULE_MODELS } from "../../model/assignment/rules/table.ts";
import { unitFinder } from "../../geo/unit-at.ts";

/** A frame together with what could not be put into it. */
export interface FramedQuestion {
  readonly frame: AssignmentFrame;
  /** Pairs with pupils whom no road brings to one site; they stay where they are (see {@link reachOf}). */
  readonly stranded: readonly number[];
  /** Pairs that the rules leave no site. */
  readonly blocked: readonly number[];
  /** Pairs with more pupils than any site they may go to has places. */
  readonly oversized: readonly number[];
}

/** What may be decided under a plan's open sites and the rules that leave out candidates. O(pupils x sites). */
export function frameQuestion(basis: Basis, plan: Plan, rules: readonly AssignmentRule[]): FramedQuestion {
  const draft = new FrameDraft(basis, plan, rules);
  const later = expectedLater(rules);
  basis.unitBand.forEach((pupils, pair) => {
    if (pupils > 0 || later(pair)) draft.addPair(pair);
    else draft.addEmptyPair(pair);
  });
  return draft.finish();
}

/** Whether anybody is expected to live in a pair in a year that a rule looks at. */
function expectedLater(rules: readonly AssignmentRule[]): (pair: number) => boolean {
  const demands = rules.flatMap((rule) => (rule.kind === "capacity-in-years" ? rule.demands : []));
  return (pair) => demands.some(({ pupils }) => pupils[pair] > 0);
}

/**
 * A pair where nobody lives today weighs so little of a pupil: of sites that are as good it goes to the nearest, and no sum of
 * pupil-metres changes by what counts.
 */
const NOBODY = 1e-7;

type LockRule = Extract<AssignmentRule, { readonly kind: "lock" }>;

function locksByPair(grades: Grades, rules: readonly AssignmentRule[]): ReadonlyMap<number, readonly LockRule[]> {
  const locks = new Map<number, LockRule[]>();
  for (const rule of rules) {
    if (rule.kind !== "lock") continue;
    const pair = rule.unit * grades.bandCount + rule.band;
    locks.set(pair, [...(locks.get(pair) ?? []), rule]);
  }
  return locks;
}

class FrameDraft {
  readonly #basis: Basis;
  readonly #rules: readonly AssignmentRule[];
  readonly #locks: ReadonlyMap<number, readonly LockRule[]>;
  readonly #sites: readonly FrameSite[];
  readonly #pairs: number[] = [];
  readonly #ways: WayColumns;
  readonly #first: number[] = [0];
  readonly #stranded: number[] = [];
  readonly #blocked: number[] = [];
  readonly #oversized: number[] = [];

  constructor(basis: Basis, plan: Plan, rules: readonly AssignmentRule[]) {
    this.#basis = basis;
    this.#rules = rules.filter(({ kind }) => kind !== "lock");
    this.#locks = locksByPair(plan.grades, rules);
    this.#ways = new WayColumns(basis.unitBand.length * basis.municipality.sites.length);
    const district = districtOfSite(plan);
    const unitAt = unitFinder(basis.municipality.units);
    this.#sites = basis.municipality.sites.map(({ name, capacity, lon, lat }, site) => {
      const unit = unitAt({ lon, lat });
      return {
        name,
        capacity,
        // A site in no district is nobody's school.
        teaches: district[site] === NO_SITE ? NO_BANDS : plan.teaching[site],
        ...(unit !== undefined && { unit }),
        ...(district[site] !== NO_SITE && { district: district[site] }),
      };
    });
  }

  /** Who can reach a site is asked among the sites that the rules leave: a lock on a site that no road leads to holds. */
  addPair(pair: number): void {
    const today = this.#basis.baseline.assignment[pair];
    const teaching = this.#sites.flatMap(({ teaches }, site) =>
      hasBand(teaches, this.#basis.municipality.grades.bands[pair % this.#basis.municipality.grades.bandCount].band)
        ? [site]
        : [],
    );
    const nearestWay = this.#nearestWay(pair, teaching);
    const isPermitted = this.#permits(pair, teaching);
    const named = teaching.filter((site) => isPermitted({ site, metres: 0, longest: 0 }, Infinity));
    const { ways, status } = this.#reach(pair, named);
    const permitted = openWays({ ways, status }, today).filter((way) => isPermitted(way, nearestWay));
    if (permitted.length === 0) this.#blocked.push(pair);
    const pupils = this.#basis.unitBand[pair];
    const places = permitted.map(
      ({ site }) => this.#sites[site].capacity[pair % this.#basis.municipality.grades.bandCount] ?? Infinity,
    );
    if (pupils > 0 && status === "stays") this.#stranded.push(pair);
    else if (places.length > 0 && Math.max(...places) < pupils) this.#oversized.push(pair);
    this.#pairs.push(pair);
    for (const way of permitted) this.#ways.push(way);
    this.#first.push(this.#ways.length);
  }

  /** Where nobody lives nothing is decided but what a lock says: the unit is drawn into that site's zone. */
  addEmptyPair(pair: number): void {
    const locks = this.#locks.get(pair);
    if (!locks) return;
    const { band } = this.#basis.municipality.grades.bands[pair % this.#basis.municipality.grades.bandCount];
    const [{ site }] = locks;
    const agree = locks.every((lock) => lock.site === site) && hasBand(this.#sites[site].teaches, band);
    if (!agree) this.#blocked.push(pair);
    this.#pairs.push(pair);
    if (agree) this.#ways.push(noWay(site));
    this.#first.push(this.#ways.length);
  }

  /** Mean way to the nearest site; no limit where the unit stays whatever the roads say. */
  #nearestWay(pair: number, teaching: readonly number[]): number {
    const reach = this.#reach(pair, teaching);
    if (reach.status === "stays") return Infinity;
    const pupils = this.#basis.unitBand[pair] || NOBODY;
    return openWays(reach, NO_SITE).reduce((least, { metres }) => Math.min(least, metres / pupils), Infinity);
  }

  /** A pair where nobody lives has the way of its unit, almost weightless. */
  #reach(pair: number, sites: readonly number[]): Reach {
    const { travel, unitBand } = this.#basis;
    if (unitBand[pair] > 0) return reachOf(this.#basis, pair, sites);
    const row = Math.floor(pair / this.#basis.municipality.grades.bandCount) * travel.siteCount;
    const ways = sites.map((site): SiteWay => {
      const metres = travel.unitWalk[row + site];
      const reached = metres < Infinity ? NOBODY : 0;
      return { ...noWay(site), reached, metres: reached > 0 ? NOBODY * metres : 0 };
    });
    return { ways, status: ways.some(({ reached }) => reached > 0) ? "reached" : "stays" };
  }

  #permits(pair: number, teaching: readonly number[]) {
    const { baseline, unitBand } = this.#basis;
    const [unit, band] = [Math.floor(pair / baseline.grades.bandCount), pair % baseline.grades.bandCount];
    const pupils = unitBand[pair] || NOBODY;
    const sitesHere = teaching.filter((site) => this.#sites[site].unit === unit);
    const today = baseline.assignment[pair];
    const homeDistrict = today === NO_SITE ? undefined : this.#sites[today].district;
    const rules = [...this.#rules, ...(this.#locks.get(pair) ?? [])];
    return ({ site, metres, longest }: Pick<SiteWay, "site" | "metres" | "longest">, nearestWay: number): boolean => {
      const { unit: siteUnit, district: siteDistrict } = this.#sites[site];
      const facts: CandidateFacts = {
        unit,
        band,
        site,
        longest,
        sitesHere,
        nearestWay,
        way: metres / pupils,
        siteUnit,
        siteDistrict,
        homeDistrict,
      };
      return rules.every((rule) => RULE_MODELS[rule.kind].permits?.(rule, facts) ?? true);
    };
  }

  finish(): FramedQuestion {
    const { baseline, unitBand } = this.#basis;
    const [pairs, ways, first] = [this.#pairs, this.#ways, this.#first];
    const pupils = new Float64Array(pairs.length);
    const today = new Uint16Array(pairs.length);
    const rowOf = new Uint32Array(ways.length);
    pairs.forEach((pair, row) => {
      pupils[row] = unitBand[pair];
      today[row] = baseline.assignment[pair];
      rowOf.fill(row, first[row], first[row + 1]);
    });
    const frame: AssignmentFrame = {
      grades: baseline.grades,
      rows: pairs.length,
      pair: Uint32Array.from(pairs),
      pupils,
      today,
      first: Uint32Array.from(first),
      candidates: ways.length,
      rowOf,
      ...ways.all(),
      sites: this.#sites,
    };
    return { frame, stranded: this.#stranded, blocked: this.#blocked, oversized: this.#oversized };
  }
}

/** Ways as columns. A city has ten million; memory is taken as it is written to, so room for all there could be costs nothing. */
class WayColumns {
  length = 0;
  readonly #site: Uint16Array;
  readonly #metres: Float64Array;
  readonly #longest: Float64Array;
  readonly #rights: Float64Array;
  readonly #rightsByBus: Float64Array;
  readonly #rightsPerhapsByBus: Float64Array;

  constructor(most: number) {
    this.#site = new Uint16Array(most);
    [this.#metres, this.#longest, this.#rights, this.#rightsByBus, this.#rightsPerhapsByBus] = Array.from(
      { length: 5 },
      () => new Float64Array(most),
    );
  }

  push({ site, metres, longest, rights, rightsByBus, rightsPerhapsByBus }: SiteWay): void {
    const at = this.length++;
    this.#site[at] = site;
    this.#metres[at] = metres;
    this.#longest[at] = longest;
    // What is none is so already.
    if (rights !== 0) this.#rights[at] = rights;
    if (rightsByBus !== 0) this.#rightsByBus[at] = rightsByBus;
    if (rightsPerhapsByBus !== 0) this.#rightsPerhapsByBus[at] = rightsPerhapsByBus;
  }

  all() {
    const { length } = this;
    return {
      site: this.#site.subarray(0, length),
      metres: this.#metres.subarray(0, length),
      longest: this.#longest.subarray(0, length),
      rights: this.#rights.subarray(0, length),
      rightsByBus: this.#rightsByBus.subarray(0, length),
      rightsPerhapsByBus: this.#rightsPerhapsByBus.subarray(0, length),
    };
  }
}
