import { priceOf, pricedCurve } from "../../src/cost/assignment-prices.ts";
import { valuesAt } from "../../src/cost/saving.ts";
import { rightCost } from "../../src/cost/state-cost.ts";
import { hasBand } from "../../src/domain/grades.ts";
import { unreachable } from "../../src/domain/outcome.ts";
import type { AssignmentObjective, AssignmentRule, Stage } from "../../src/domain/question.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { type ClassCurve, classCurve } from "../../src/rules/class-curve.ts";
import { classCap } from "../../src/rules/class-size.ts";
import { canBeDrawn } from "./every-zone.ts";
import { isJoined, openTo, type Way, wayTo } from "./every-way.ts";

/** The rules about which site, whatever the way there. */
type NamingRule = Extract<AssignmentRule, { readonly kind: "lock" | "stay-in-district" | "keeps-own-unit" }>;
const isNaming = (rule: AssignmentRule): rule is NamingRule =>
  rule.kind === "lock" || rule.kind === "stay-in-district" || rule.kind === "keeps-own-unit";

/**
 * A small case by trying every way to send everybody to school: what rules and objectives mean, written anew from their words,
 * with nothing of the product's own checks or measures.
 */
export class EveryAssignment {
  readonly #basis: Basis;
  readonly #bands: number;
  readonly #settled: readonly number[];
  readonly #all: readonly Uint16Array[];
  readonly #ways = new Map<number, readonly Way[]>();
  /** Classes by pupils, `[band]`. */
  readonly #curves: readonly ClassCurve[];

  constructor(basis: Basis) {
    this.#basis = basis;
    const { grades, info } = basis.municipality;
    this.#bands = grades.bandCount;
    const caps = grades.all
      .filter((grade) => basis.unitGrade.some((pupils, at) => at % grades.count === grade && pupils > 0))
      .map((grade) => ({
        band: grades.bands.findIndex(({ first, last }) => first <= grade && grade <= last),
        cap: classCap(grades, grade, info.schoolYear),
      }));
    this.#curves = grades.bands.map(({ band }) =>
      classCurve(caps.flatMap((grade) => (grade.band === band ? [grade.cap] : []))),
    );
    this.#settled = [...basis.unitBand.keys()].filter((pair) => basis.unitBand[pair] > 0);
    for (const pair of this.#settled)
      this.#ways.set(
        pair,
        basis.municipality.sites.map((_, site) => wayTo(basis, pair, site)),
      );
    this.#all = this.#assignments();
  }

  /** The least value of each stage, one after the other, that the rules allow; `undefined` where they allow nothing. */
  best(stages: readonly Stage[], rules: readonly AssignmentRule[]): readonly number[] | undefined {
    let best: readonly number[] | undefined;
    const isOpen = this.#openUnder(rules);
    for (const assignment of this.#all) {
      if (!isOpen(assignment)) continue;
      const values = stages.map((stage) =>
        stage.reduce((sum, { objective, weight }) => sum + weight * this.valueOf(assignment, objective), 0),
      );
      if (best && !isBefore(values, best)) continue;
      if (rules.every((rule) => this.#keeps(assignment, rule, rules))) best = values;
    }
    return best;
  }

  canHold(rules: readonly AssignmentRule[]): boolean {
    const isOpen = this.#openUnder(rules);
    return this.#all.some(
      (assignment) => isOpen(assignment) && rules.every((rule) => this.#keeps(assignment, rule, rules)),
    );
  }

  #assignments(): Uint16Array[] {
    const { baseline } = this.#basis;
    let all = [baseline.assignment.slice()];
    for (const pair of this.#settled) {
      const sites = [...baseline.teaching.keys()].filter((site) => this.#teaches(site, pair));
      all = all.flatMap((assignment) => sites.map((site) => assignment.with(pair, site)));
    }
    return all;
  }

  #teaches = (site: number, pair: number): boolean => hasBand(this.#basis.baseline.teaching[site], pair % this.#bands);

  #way = (pair: number, site: number): Way => this.#ways.get(pair)![site];

  /**
   * Whether everybody goes where roads let them, asked among the sites that the rules about which site leave: a lock, the own
   * district, the unit that a school stands in.
   */
  #openUnder(rules: readonly AssignmentRule[]): (assignment: Uint16Array) => boolean {
    const named = rules.filter((rule) => isNaming(rule));
    const open = this.#settled.map((pair) => {
      const sites = [...this.#basis.baseline.teaching.keys()].filter((site) => {
        const alone = this.#basis.baseline.assignment.with(pair, site);
        return this.#teaches(site, pair) && named.every((rule) => this.#leaves(alone, rule, pair));
      });
      return { pair, sites: openTo(this.#basis, pair, sites) };
    });
    return (assignment) => open.every(({ pair, sites }) => sites.includes(assignment[pair]));
  }

  /** Whether a rule about which site leaves a pair the one it goes to, whatever others do. */
  #leaves(assignment: Uint16Array, rule: NamingRule, pair: number): boolean {
    const { baseline } = this.#basis;
    const districtOf = (site: number) => baseline.districts.findIndex(({ sites }) => sites.includes(site));
    const to = assignment[pair];
    switch (rule.kind) {
      case "lock":
        return rule.unit * this.#bands + rule.band !== pair || to === rule.site;
      case "stay-in-district":
        return districtOf(to) === districtOf(baseline.assignment[pair]);
      case "keeps-own-unit": {
        const here = this.#sitesIn(Math.floor(pair / this.#bands)).filter((site) => this.#teaches(site, pair));
        return here.length === 0 || here.includes(to);
      }
      default:
        return unreachable(rule);
    }
  }

  #loads(assignment: Uint16Array): { places: number; pupils: number }[] {
    const { municipality, unitBand } = this.#basis;
    return municipality.sites.flatMap(({ capacity }, site) =>
      municipality.grades.bands.flatMap(({ band }) => {
        const places = capacity[band];
        if (places === undefined) return [];
        const here = this.#settled.filter((pair) => pair % this.#bands === band && assignment[pair] === site);
        return [{ places, pupils: here.reduce((sum, pair) => sum + unitBand[pair], 0) }];
      }),
    );
  }

  valueOf(assignment: Uint16Array, objective: AssignmentObjective): number {
    const { baseline, unitBand, costs } = this.#basis;
    const total = (value: (pair: number) => number) => this.#settled.reduce((sum, pair) => sum + value(pair), 0);
    switch (objective) {
      case "pupil-metres":
        return total((pair) => this.#way(pair, assignment[pair]).metres);
      case "longest-way":
        return Math.max(0, ...this.#settled.map((pair) => this.#way(pair, assignment[pair]).longest));
      case "changed-site":
        return total((pair) => (assignment[pair] === baseline.assignment[pair] ? 0 : unitBand[pair]));
      case "overflow":
        return this.#loads(assignment).reduce((sum, { places, pupils }) => sum + Math.max(0, pupils - places), 0);
      case "fullest-site":
        return Math.max(
          0,
          ...this.#loads(assignment).flatMap(({ places, pupils }) => (places > 0 ? [pupils / places] : [])),
        );
      case "kroner": {
        const rights = total((pair) => this.#way(pair, assignment[pair]).rights);
        return this.#classes(assignment) + Math.round(rightCost(valuesAt(costs, "mid"))) * rights;
      }
      default:
        return unreachable(objective);
    }
  }

  /** Classes to be expected, kroner: the grades of the case, whoever of a site's pupils of the band is in which. */
  #classes(assignment: Uint16Array): number {
    const { municipality, unitBand, costs, accounts } = this.#basis;
    const pupils = new Int32Array(municipality.sites.length * this.#bands);
    for (const pair of this.#settled) pupils[assignment[pair] * this.#bands + (pair % this.#bands)] += unitBand[pair];
    return pupils.reduce((kroner, each, at) => {
      const price = accounts[Math.floor(at / this.#bands)].class ?? costs.class.mid;
      return kroner + priceOf(pricedCurve(this.#curves[at % this.#bands], price), each);
    }, 0);
  }

  #keeps(assignment: Uint16Array, rule: AssignmentRule, rules: readonly AssignmentRule[]): boolean {
    const { baseline, municipality, unitBand } = this.#basis;
    const everybody = (keeps: (pair: number, site: number) => boolean) =>
      this.#settled.every((pair) => keeps(pair, assignment[pair]));
    switch (rule.kind) {
      case "capacity":
        return this.#loads(assignment).every(({ places, pupils }) => pupils <= places);
      case "contiguous-zones":
        return municipality.grades.bands.every(({ band }) => canBeDrawn(this.#basis, assignment, band, rules));
      case "keeps-own-unit":
      case "stay-in-district":
        return everybody((pair) => this.#leaves(assignment, rule, pair));
      case "nearest-open":
        // Where no road leads, nothing is passed.
        return everybody((pair, to) => {
          const teaching = [...baseline.teaching.keys()].filter((site) => this.#teaches(site, pair));
          if (!isJoined(this.#basis, pair, teaching)) return true;
          return openTo(this.#basis, pair, teaching).every(
            (site) => this.#way(pair, site).metres >= this.#way(pair, to).metres,
          );
        });
      case "one-site-for-all-bands":
        return everybody((pair, to) => {
          const unit = Math.floor(pair / this.#bands);
          const others = this.#settled.filter((other) => Math.floor(other / this.#bands) === unit);
          return others.every((other) => !this.#teaches(to, other) || assignment[other] === to);
        });
      case "most-moved":
        return this.valueOf(assignment, "changed-site") <= rule.pupils;
      case "lock": {
        const pair = rule.unit * this.#bands + rule.band;
        if (unitBand[pair] > 0) return assignment[pair] === rule.site;
        // Where nobody lives the unit is drawn there, if the site may have it and no other lock says otherwise.
        const rivals = rules.some(
          (other) =>
            other.kind === "lock" && other.unit === rule.unit && other.band === rule.band && other.site !== rule.site,
        );
        return this.#teaches(rule.site, pair) && !rivals;
      }
      case "longest-way":
        return everybody((pair, to) => pair % this.#bands !== rule.band || this.#way(pair, to).longest <= rule.metres);
      case "feeder": {
        const taught = baseline.teaching[rule.from];
        const next = [...Array(this.#bands).keys()]
          .slice(1)
          .find((band) => ((taught >> (band - 1)) & 1) === 1 && ((taught >> band) & 1) === 0);
        return everybody(
          (pair, to) =>
            pair % this.#bands !== next ||
            unitBand[pair - 1] === 0 ||
            assignment[pair - 1] !== rule.from ||
            to === rule.to,
        );
      }
      case "at-most":
        return this.valueOf(assignment, rule.objective) <= rule.most * (1 + 1e-9) + 1e-9;
      case "most-split":
      case "capacity-in-years":
        throw new Error(`${municipality.info.name}: ${rule.kind} is not tried out here`);
      default:
        return unreachable(rule);
    }
  }

  #sitesIn(unit: number): readonly number[] {
    const { sites, units } = this.#basis.municipality;
    return sites.flatMap(({ lon, lat }, site) => (lon === units.lon[unit] && lat === units.lat[unit] ? [site] : []));
  }
}

/** Smaller at the first stage that tells two apart. */
function isBefore(a: readonly number[], b: readonly number[]): boolean {
  for (const [stage, value] of a.entries()) {
    const apart = value - b[stage];
    if (Math.abs(apart) > 1e-9 * Math.max(Math.abs(value), Math.abs(b[stage]))) return apart < 0;
  }
  return false;
}
