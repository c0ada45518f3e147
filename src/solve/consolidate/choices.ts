import type { Band } from "../../domain/grades.ts";
import type { District } from "../../domain/municipality.ts";
import { NO_SITE, teachesBand } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import type { Choices } from "./floors.ts";

/** What one pupil costs at a site that teaches the band; `today`: the site the pupil goes to. */
export type CostAt = (at: {
  readonly point: number;
  readonly band: Band;
  readonly site: number;
  readonly today: number;
}) => number;

/** The pupils of each of today's districts by what they cost at the schools of each; those of some bands. No cost is infinite. */
export function choicesOf(
  basis: Basis,
  atoms: readonly District[],
  bands: readonly Band[],
  cost: CostAt,
): readonly Choices[] {
  const { baseline, municipality, unitBand } = basis;
  const { bandCount } = municipality.grades;
  const ofSite = new Map(atoms.flatMap(({ sites }, atom) => sites.map((site) => [site, atom])));
  const collectors = atoms.map((_, atom) => new Collector(atom, atoms.length));
  const taught = bands.map((band) =>
    atoms.map(({ sites }) => sites.filter((site) => teachesBand(baseline, site, band))),
  );
  baseline.assignment.forEach((site, pair) => {
    const atom = site === NO_SITE ? undefined : ofSite.get(site);
    const at = bands.findIndex((band) => band === pair % bandCount);
    if (atom === undefined || at < 0 || unitBand[pair] === 0) return;
    const [unit, band] = [Math.floor(pair / bandCount), bands[at]];
    const { firstPoint } = municipality.demand;
    for (let point = firstPoint[unit]; point < firstPoint[unit + 1]; point++) {
      const pupils = basis.pointBand[point * bandCount + band];
      if (pupils === 0) continue;
      const costs = taught[at].map((sites) =>
        sites.reduce((least, each) => Math.min(least, cost({ point, band, site: each, today: site })), Infinity),
      );
      collectors[atom].add(pupils, costs);
    }
  });
  return collectors.map((collector) => collector.finish());
}

/** Gathers the pupils of one district; those for whom no other is cheaper count together. */
class Collector {
  readonly #atom: number;
  readonly #cheaper: Float64Array;
  readonly #rows: { readonly pupils: number; readonly costs: readonly number[] }[] = [];
  readonly #settled = new Map<number, number>();

  constructor(atom: number, atoms: number) {
    this.#atom = atom;
    this.#cheaper = new Float64Array(atoms);
  }

  add(pupils: number, costs: readonly number[]): void {
    const own = costs[this.#atom];
    let isSettled = true;
    costs.forEach((cost, other) => {
      if (cost >= own) return;
      isSettled = false;
      this.#cheaper[other] += pupils;
    });
    // Where a district itself does not teach the band, the least that anybody can cost.
    if (own === Infinity) this.#settle(Math.min(0, ...costs), pupils);
    else if (isSettled) this.#settle(own, pupils);
    else this.#rows.push({ pupils, costs });
  }

  #settle(cost: number, pupils: number): void {
    this.#settled.set(cost, (this.#settled.get(cost) ?? 0) + pupils);
  }

  finish(): Choices {
    const others = [...this.#cheaper.keys()]
      .filter((other) => this.#cheaper[other] > 0)
      .toSorted((a, b) => this.#cheaper[b] - this.#cheaper[a] || a - b);
    const [settled, rows] = [[...this.#settled], this.#rows];
    return {
      pupils: Float64Array.from([...settled.map(([, pupils]) => pupils), ...rows.map(({ pupils }) => pupils)]),
      own: Float64Array.from([...settled.map(([cost]) => cost), ...rows.map(({ costs }) => costs[this.#atom])]),
      others,
      costs: Float64Array.from([
        ...settled.flatMap(() => others.map(() => Infinity)),
        ...rows.flatMap(({ costs }) => others.map((other) => costs[other])),
      ]),
    };
  }
}
