import FlatQueue from "flatqueue";
import type { Adjacency } from "../../domain/municipality.ts";
import { pieces } from "../../geo/contiguity.ts";
import { FlipCheck } from "../../kernels/districting/flips.ts";

/** Whole units to sites with limited room, so that what goes to a site hangs together; every unit counts, also where nobody lives. */
export interface ZoneProblem {
  readonly adjacency: Adjacency;
  /** Piece of land that a unit lies on, `[unit]`: nothing can be joined from one to another. */
  readonly landmass: Uint32Array;
  readonly sites: number;
  /** Cost of sending the whole unit, `[unit * sites + site]`; `Infinity` where it may not go. */
  readonly cost: Float64Array;
  /** Pupils, `[unit]`. */
  readonly demand: Float64Array;
  /** Places, `[site]`; `Infinity` for no limit. */
  readonly capacity: Float64Array;
}

/** A unit outside all zones. */
export const NO_ZONE = -1;

/**
 * Zones that hang together, made of ones that nearly do: what lies apart from the rest of its zone goes to zones around it; where a
 * site is overfull then, units pass from zone to zone along the cheapest way to room (as in successive shortest paths); at last
 * units on borders shift, and two change places, while that lowers the cost. Deterministic; a local optimum without a bound. Returns the zone of each
 * unit, `[unit]`, {@link NO_ZONE} as at the start; places may still lack and parts lie apart where no way out was found.
 */
export function joinedZones(problem: ZoneProblem, start: Int32Array, shouldStop: () => boolean): Int32Array {
  const search = new ZoneSearch(problem, start);
  search.join();
  search.relieve();
  while (!shouldStop() && (search.shift() || search.swap()));
  return search.zone;
}

/** Times that units pass on to a zone with room, to a site. */
const PASSES_A_SITE = 40;
/** Units tried for a swap on a border, in each direction. */
const MOST_ON_BORDER = 40;
/** What a place that lacks counts while parts are joined, metres: farther than a chain of moves mostly costs. */
const LACKING_PLACE = 10_000;
/** Less than this, metres, is no gain. */
const LEAST_GAIN = 1e-6;

/** A unit that may go from its zone to one beside it. */
interface Step {
  readonly unit: number;
  readonly to: number;
  readonly extra: number;
}

/** Units that pass together to a zone beside them. */
interface Pass {
  readonly units: readonly number[];
  readonly pupils: number;
  readonly to: number;
  readonly extra: number;
}

class ZoneSearch {
  readonly zone: Int32Array;
  readonly #problem: ZoneProblem;
  readonly #load: Float64Array;
  readonly #flips: FlipCheck;

  constructor(problem: ZoneProblem, start: Int32Array) {
    this.zone = start.slice();
    this.#problem = problem;
    this.#load = new Float64Array(problem.sites);
    this.zone.forEach((site, unit) => {
      if (site !== NO_ZONE) this.#load[site] += problem.demand[unit];
    });
    this.#flips = new FlipCheck(problem.adjacency);
  }

  #put(unit: number, site: number): void {
    const from = this.zone[unit];
    if (from !== NO_ZONE) this.#load[from] -= this.#problem.demand[unit];
    if (site !== NO_ZONE) this.#load[site] += this.#problem.demand[unit];
    this.zone[unit] = site;
  }

  #extra(unit: number, to: number): number {
    const { cost, sites } = this.#problem;
    return cost[unit * sites + to] - cost[unit * sites + this.zone[unit]];
  }

  #fits = (site: number, pupils: number): boolean => this.#load[site] + pupils <= this.#problem.capacity[site];

  /** Zones beside a unit, other than its own. */
  #beside(unit: number): readonly number[] {
    const { start, target } = this.#problem.adjacency;
    const found: number[] = [];
    for (let edge = start[unit]; edge < start[unit + 1]; edge++) {
      const other = this.zone[target[edge]];
      if (other !== NO_ZONE && other !== this.zone[unit] && !found.includes(other)) found.push(other);
    }
    return found;
  }

  /** On each piece of land the part of a zone with most pupils stays; the others go, unit by unit, to what they then touch, cheapest first. */
  join(): void {
    const { cost, sites, demand, adjacency } = this.#problem;
    const was = this.zone.slice();
    const loose = this.#loose();
    const isLoose = new Uint8Array(was.length);
    for (const unit of loose) {
      this.#put(unit, NO_ZONE);
      isLoose[unit] = 1;
    }
    const queue = new FlatQueue();
    const offers: { readonly unit: number; readonly site: number }[] = [];
    const offer = (unit: number): void => {
      for (const site of this.#beside(unit)) {
        const lacking = Math.max(0, this.#load[site] + demand[unit] - this.#problem.capacity[site]);
        const price = cost[unit * sites + site] - cost[unit * sites + was[unit]] + LACKING_PLACE * lacking;
        if (price < Infinity) queue.push(offers.push({ unit, site }) - 1, price);
      }
    };
    for (const unit of loose) offer(unit);
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const { unit, site } = offers[next];
      if (this.zone[unit] !== NO_ZONE) continue;
      this.#put(unit, site);
      for (let edge = adjacency.start[unit]; edge < adjacency.start[unit + 1]; edge++) {
        const neighbour = adjacency.target[edge];
        if (isLoose[neighbour] === 1 && this.zone[neighbour] === NO_ZONE) offer(neighbour);
      }
    }
    for (const unit of loose) if (this.zone[unit] === NO_ZONE) this.#put(unit, was[unit]);
  }

  #loose(): readonly number[] {
    const { sites, landmass, adjacency, demand } = this.#problem;
    const members = Array.from({ length: sites }, (): number[] => []);
    this.zone.forEach((site, unit) => {
      if (site !== NO_ZONE) members[site].push(unit);
    });
    return members.flatMap((zone) => {
      const { of, count } = pieces(adjacency, zone);
      const weight = new Float64Array(count);
      const land = new Uint32Array(count);
      zone.forEach((unit, i) => {
        // Of parts where nobody lives the largest.
        weight[of[i]] += demand[unit] + 1e-6;
        land[of[i]] = landmass[unit];
      });
      const main = new Map<number, number>();
      weight.forEach((heavy, piece) => {
        const most = main.get(land[piece]);
        if (most === undefined || heavy > weight[most]) main.set(land[piece], piece);
      });
      return zone.filter((_, i) => main.get(land[of[i]]) !== of[i]);
    });
  }

  /** Lets units pass on from overfull sites until everybody has a place or no way is left. */
  relieve(): void {
    const { sites, capacity } = this.#problem;
    const stuck = new Set<number>();
    for (let pass = 0; pass < PASSES_A_SITE * sites; pass++) {
      let [from, most] = [NO_ZONE, 0];
      for (let site = 0; site < sites; site++) {
        const beyond = this.#load[site] - capacity[site];
        if (beyond > most && !stuck.has(site)) [from, most] = [site, beyond];
      }
      if (from === NO_ZONE) return;
      if (this.#passOn(from, "unit") || this.#passOn(from, "part")) stuck.clear();
      else stuck.add(from);
    }
  }

  /** Units along the cheapest chain of zones from an overfull one to one with room; whether any moved. */
  #passOn(from: number, by: "unit" | "part"): boolean {
    const chain = this.#chainFrom(from, this.#cheapestPasses(by));
    let moved = false;
    for (const { units, to } of chain) {
      // What passed before may have left these in the way.
      if (!this.#beside(units[0]).includes(to) || this.#partWith(units[0]).length !== units.length) break;
      for (const unit of units) this.#put(unit, to);
      moved = true;
    }
    return moved;
  }

  /** Dijkstra over the zones, by cost a pupil; empty where none with room is reached. */
  #chainFrom(from: number, passes: readonly ReadonlyMap<number, Pass>[]): readonly Pass[] {
    const { sites } = this.#problem;
    const distance = new Float64Array(sites).fill(Infinity);
    const arriving: (Pass | undefined)[] = Array.from({ length: sites });
    const done = new Uint8Array(sites);
    distance[from] = 0;
    for (;;) {
      let [next, least] = [NO_ZONE, Infinity];
      for (let site = 0; site < sites; site++)
        if (done[site] === 0 && distance[site] < least) [next, least] = [site, distance[site]];
      if (next === NO_ZONE) return [];
      done[next] = 1;
      const last = arriving[next];
      if (last && this.#fits(next, last.pupils)) {
        const chain: Pass[] = [];
        for (let pass: Pass | undefined = last; pass; pass = arriving[this.zone[pass.units[0]]]) chain.unshift(pass);
        return chain;
      }
      for (const pass of passes[next].values()) {
        const through = least + Math.max(0, pass.extra / pass.pupils);
        if (through < distance[pass.to]) {
          distance[pass.to] = through;
          arriving[pass.to] = pass;
        }
      }
    }
  }

  /** From each zone to each beside it, who passes at least cost a pupil. */
  #cheapestPasses(by: "unit" | "part"): readonly ReadonlyMap<number, Pass>[] {
    const { sites, demand } = this.#problem;
    const passes = Array.from({ length: sites }, () => new Map<number, Pass>());
    this.zone.forEach((from, unit) => {
      if (from === NO_ZONE) return;
      const others = this.#beside(unit);
      if (others.length === 0) return;
      const units = by === "unit" && !this.#flips.mayLeave(unit, this.zone) ? [] : this.#partWith(unit);
      const pupils = units.reduce((sum, each) => sum + demand[each], 0);
      if (pupils === 0) return;
      for (const to of others) {
        const extra = units.reduce((sum, each) => sum + this.#extra(each, to), 0);
        const known = passes[from].get(to);
        if (extra === Infinity || (known && known.extra / known.pupils <= extra / pupils)) continue;
        passes[from].set(to, { units, pupils, to, extra });
      }
    });
    return passes;
  }

  /** A unit and what of its zone would lie apart without it, but for the part with most pupils; nothing where nothing would stay. */
  #partWith(unit: number): readonly number[] {
    if (this.#flips.mayLeave(unit, this.zone)) return [unit];
    const { adjacency, demand } = this.#problem;
    const { start, target } = adjacency;
    const here = this.zone[unit];
    const seen = new Set([unit]);
    const parts: { readonly units: readonly number[]; readonly pupils: number }[] = [];
    for (let edge = start[unit]; edge < start[unit + 1]; edge++) {
      if (this.zone[target[edge]] !== here || seen.has(target[edge])) continue;
      const part = [target[edge]];
      seen.add(target[edge]);
      for (const each of part)
        for (let way = start[each]; way < start[each + 1]; way++) {
          const next = target[way];
          if (this.zone[next] !== here || seen.has(next)) continue;
          seen.add(next);
          part.push(next);
        }
      parts.push({ units: part, pupils: part.reduce((sum, each) => sum + demand[each], 0) });
    }
    const [, ...others] = parts.toSorted((a, b) => b.pupils - a.pupils || b.units.length - a.units.length);
    return parts.length === 0 ? [] : [unit, ...others.flatMap(({ units }) => units)];
  }

  #mayPass = (unit: number, to: number): boolean =>
    this.#beside(unit).includes(to) && this.#flips.mayLeave(unit, this.zone);

  /** Units on borders to where they cost less and there is room; whether any was shifted. */
  shift(): boolean {
    const { demand } = this.#problem;
    let better = false;
    for (let unit = 0; unit < this.zone.length; unit++) {
      if (this.zone[unit] === NO_ZONE) continue;
      let [best, least] = [NO_ZONE, -LEAST_GAIN];
      for (const to of this.#beside(unit)) {
        const extra = this.#extra(unit, to);
        if (extra < least && this.#fits(to, demand[unit])) [best, least] = [to, extra];
      }
      if (best === NO_ZONE || !this.#flips.mayLeave(unit, this.zone)) continue;
      this.#put(unit, best);
      better = true;
    }
    return better;
  }

  /** Two on a border for each other, where one of them alone finds no room; whether any changed places. */
  swap(): boolean {
    const { sites, demand } = this.#problem;
    const across = new Map<number, Step[]>();
    this.zone.forEach((from, unit) => {
      if (from === NO_ZONE || demand[unit] === 0) return;
      for (const to of this.#beside(unit)) {
        const extra = this.#extra(unit, to);
        if (extra === Infinity) continue;
        const list = across.get(from * sites + to);
        if (list) list.push({ unit, to, extra });
        else across.set(from * sites + to, [{ unit, to, extra }]);
      }
    });
    const cheapest = (key: number): readonly Step[] =>
      (across.get(key) ?? [])
        .toSorted((a, b) => a.extra / demand[a.unit] - b.extra / demand[b.unit] || a.unit - b.unit)
        .slice(0, MOST_ON_BORDER);
    let better = false;
    for (const key of across.keys()) {
      const [from, to] = [Math.floor(key / sites), key % sites];
      if (from > to) continue;
      const back = cheapest(to * sites + from);
      for (const one of cheapest(key))
        for (const other of back)
          if (one.extra + other.extra < -LEAST_GAIN) better = this.#swapped(one, other) || better;
    }
    return better;
  }

  #swapped(one: Step, other: Step): boolean {
    const { demand } = this.#problem;
    // Either may have moved meanwhile.
    if (this.zone[one.unit] !== other.to || this.zone[other.unit] !== one.to) return false;
    const more = demand[one.unit] - demand[other.unit];
    if (!this.#fits(one.to, more) || !this.#fits(other.to, -more)) return false;
    if (!this.#mayPass(one.unit, one.to)) return false;
    this.#put(one.unit, one.to);
    if (this.#mayPass(other.unit, other.to)) {
      this.#put(other.unit, other.to);
      // The first may have been joined to its new zone by the other alone.
      if (this.#touches(one.unit)) return true;
      this.#put(other.unit, one.to);
    }
    this.#put(one.unit, other.to);
    return false;
  }

  #touches(unit: number): boolean {
    const { start, target } = this.#problem.adjacency;
    for (let edge = start[unit]; edge < start[unit + 1]; edge++)
      if (this.zone[target[edge]] === this.zone[unit]) return true;
    return false;
  }
}
