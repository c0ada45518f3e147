import FlatQueue from "flatqueue";
import { NO_SITE } from "../../domain/plan.ts";
import type { Region } from "../../evaluate/cut-off.ts";
import { pieces } from "../../geo/contiguity.ts";
import type { SolverOptions } from "../solver.ts";
import type { BandGround } from "./band-ground.ts";

/** Rounds of laying anew the ways that are in each other's way. */
const ROUNDS = 25;
/** What a step of a way costs where a unit is painted so already; 1 through any other in which nobody lives. */
const PAINTED_STEP = 0.5;
/** What each other way through a unit adds to a step there at first, and how much more in each round. */
const SHARING = 0.5;
const SHARING_GROWS = 1.3;

/** What has to hang together, and the way laid for it through units in which nobody lives: the site to which each goes. */
interface Net {
  readonly region: Region;
  readonly way: Map<number, number>;
  /** Whether what it joins is other than when it was laid. */
  isStale: boolean;
}

/**
 * Site of each unit, `[unit]`, with all who live anywhere left where they are and parts joined through units in which nobody lives,
 * whoever has them. Ways may cross at first; where they do a step costs more from round to round, until each has one of its own
 * (negotiated congestion, McMurchie and Ebeling 1995). Where two cross in the end one is broken, and what no such way reaches stays
 * apart: few parts, which are left to {@link quickMoves}.
 */
export const routed = (ground: BandGround, options: Pick<SolverOptions, "shouldStop">): Uint16Array =>
  new Routing(ground).drawn(options);

class Routing {
  readonly #ground: BandGround;
  /** Sites of units that are lived in or stay, `[unit]`; the others have none and are free. */
  readonly #owners: Uint16Array;
  readonly #isFree: Uint8Array;
  readonly #nets: readonly Net[];
  /** Nets whose ways lead through a unit, `[unit]`. */
  readonly #users: readonly Net[][];
  /** In how many rounds ways crossed in a unit, `[unit]`. */
  readonly #crossed: Float64Array;
  #sharing = SHARING;

  constructor(ground: BandGround) {
    this.#ground = ground;
    this.#isFree = Uint8Array.from(ground.is, (_, unit) =>
      ground.pupils(unit) === 0 && !ground.isFixed(unit) ? 1 : 0,
    );
    this.#owners = ground.is.map((site, unit) => (this.#isFree[unit] === 1 ? NO_SITE : site));
    this.#nets = ground.regions.map(({ region }) => ({ region, way: new Map(), isStale: true }));
    this.#users = Array.from(ground.is, () => []);
    this.#crossed = new Float64Array(ground.is.length);
  }

  drawn(options: Pick<SolverOptions, "shouldStop">): Uint16Array {
    for (let round = 0; round < ROUNDS && options.shouldStop?.() !== true; round++) {
      const asked = this.#nets.filter((net) => net.isStale || this.#isCrossed(net));
      if (asked.length === 0) break;
      for (const net of asked) this.#lay(net);
      this.#users.forEach((users, unit) => {
        if (users.some(({ region }) => this.#others(unit, region) > 0)) this.#crossed[unit]++;
      });
      this.#sharing *= SHARING_GROWS;
    }
    return this.#map();
  }

  #isCrossed = ({ region, way }: Net): boolean => [...way.keys()].some((unit) => this.#others(unit, region) > 0);

  /** Nets with ways through a unit that cannot share it with another: all but its district, or the zones of it. */
  #others = (unit: number, region: Region): number =>
    this.#users[unit].reduce((others, user) => (mayShare(user.region, region) ? others : others + 1), 0);

  /** Lays the way of a net anew: from one part on to the nearest other, until all are joined that lie on the same land. */
  #lay(net: Net): void {
    for (const unit of net.way.keys()) this.#users[unit].splice(this.#users[unit].indexOf(net), 1);
    net.way.clear();
    net.isStale = false;
    const site = this.#sitesIn(net.region);
    const units = [...site.keys()].filter((unit) => site[unit] !== NO_SITE);
    const { count, of } = pieces(this.#ground.adjacency, units);
    const parts: number[][] = Array.from({ length: count }, () => []);
    units.forEach((unit, i) => parts[of[i]].push(unit));
    const byLand = new Map<number, number[][]>();
    for (const part of parts) {
      const land = this.#ground.basis.landmass[part[0]];
      const there = byLand.get(land);
      if (there) there.push(part);
      else byLand.set(land, [part]);
    }
    for (const apart of byLand.values()) if (apart.length > 1) this.#join(net, site, apart);
    for (const unit of net.way.keys()) this.#users[unit].push(net);
    if (net.region.kind === "district") return;
    for (const other of this.#nets)
      if (other.region.kind === "district" && mayShare(other.region, net.region)) other.isStale = true;
  }

  /** The site of each unit that is in a region for sure, or on the way of one of its zones, `[unit]`. */
  #sitesIn({ kind, sites }: Region): Uint16Array {
    const site = this.#owners.map((owner) => (sites.includes(owner) ? owner : NO_SITE));
    if (kind === "zone") return site;
    for (const { region, way } of this.#nets)
      if (region.kind === "zone" && sites.includes(region.sites[0]))
        for (const unit of way.keys()) site[unit] = region.sites[0];
    return site;
  }

  /** From the largest part outward (Takahashi and Matsuyama 1980); `site` grows by the way. */
  #join(net: Net, site: Uint16Array, parts: readonly (readonly number[])[]): void {
    const { start, target } = this.#ground.adjacency;
    const partOf = new Map(parts.flatMap((part) => part.map((unit) => [unit, part] as const)));
    const main = parts.reduce((most, part) => (part.length > most.length ? part : most));
    const cost = new Float64Array(site.length).fill(Infinity);
    const from = new Int32Array(site.length).fill(-1);
    /** The site that a way goes on for: that of the last unit on it that is in the region. */
    const by = site.slice();
    const reached = new Uint8Array(site.length);
    const queue = new FlatQueue();
    const begin = (unit: number): void => {
      reached[unit] = 1;
      cost[unit] = 0;
      queue.push(unit, 0);
    };
    main.forEach(begin);
    const waiting = new Set(parts.filter((part) => part !== main));
    for (let unit = queue.pop(); unit !== undefined && waiting.size > 0; unit = queue.pop()) {
      const part = partOf.get(unit);
      if (part && waiting.has(part)) {
        waiting.delete(part);
        const way: number[] = [];
        for (let at = from[unit]; at >= 0 && reached[at] === 0; at = from[at]) way.push(at);
        for (const at of way.toReversed()) {
          const to = by[from[at]];
          if (site[at] === NO_SITE) {
            net.way.set(at, to);
            site[at] = to;
          }
          begin(at);
        }
        part.forEach(begin);
        continue;
      }
      for (let edge = start[unit]; edge < start[unit + 1]; edge++) {
        const next = target[edge];
        if (reached[next] === 1) continue;
        const own = site[next] !== NO_SITE;
        const here = cost[unit] + (own ? 0 : this.#step(net.region, next, by[unit]));
        if (here >= cost[next]) continue;
        cost[next] = here;
        from[next] = unit;
        by[next] = own ? site[next] : by[unit];
        queue.push(next, here);
      }
    }
  }

  /** What it costs to lead a way of a region through a unit and give it to a site. */
  #step(region: Region, unit: number, to: number): number {
    if (this.#isFree[unit] === 0 || !this.#ground.mayGo(unit, to)) return Infinity;
    const step = this.#ground.is[unit] === to ? PAINTED_STEP : 1;
    return step * (1 + this.#crossed[unit]) * (1 + this.#sharing * this.#others(unit, region));
  }

  /** Every unit to its way's site; what no way leads through to a zone beside it, its own as far as can be. */
  #map(): Uint16Array {
    const owners = this.#owners.slice();
    for (const kind of ["district", "zone"] as const)
      for (const { region, way } of this.#nets)
        if (region.kind === kind) for (const [unit, site] of way) owners[unit] = site;
    this.#spread(owners, (unit, site) => this.#ground.is[unit] === site);
    this.#spread(owners, (unit, site) => this.#ground.mayGo(unit, site));
    return owners;
  }

  #spread(owners: Uint16Array, may: (unit: number, site: number) => boolean): void {
    const queue = [...owners.keys()].filter((unit) => owners[unit] !== NO_SITE);
    for (const unit of queue)
      for (const next of this.#ground.beside(unit)) {
        if (owners[next] !== NO_SITE || this.#isFree[next] === 0 || !may(next, owners[unit])) continue;
        owners[next] = owners[unit];
        queue.push(next);
      }
  }
}

/** Whether two can have a way through the same unit: one thing, or a zone and its district. */
function mayShare(one: Region, other: Region): boolean {
  if (one.kind === other.kind) return one.sites[0] === other.sites[0];
  const [zone, district] = one.kind === "zone" ? [one, other] : [other, one];
  return district.sites.includes(zone.sites[0]);
}
