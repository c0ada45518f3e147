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
/** Steps that a way goes round, or a part is reached, for each pupil who then does not move. */
const PUPIL_STEPS = 30;
/** What each other way through a unit adds to a step there at first, and how much more in each round. */
const SHARING = 0.5;
const SHARING_GROWS = 1.3;

/** What has to hang together, and the way laid for it through units that are not its own: the site to which each goes. */
interface Net {
  readonly region: Region;
  readonly way: Map<number, number>;
  /** Its own units that no way worth it leads to. */
  readonly left: Set<number>;
  /** Whether what it joins is other than when it was laid. */
  isStale: boolean;
}

/**
 * Site of each unit, `[unit]`, with zones and districts joined by ways through units in which nobody lives, whoever has them, and through
 * others where few pupils are moved for it; what no way is worth goes to the zones around it. Ways may cross at first; where they do a
 * step costs more from round to round, until one has gone round or is given up (negotiated congestion, McMurchie and Ebeling 1995). Where
 * two cross in the end one is broken, and what no way reaches stays apart: few parts, which are left to {@link quickMoves}.
 */
export const routed = (ground: BandGround, options: Pick<SolverOptions, "shouldStop">): Uint16Array =>
  new Routing(ground).drawn(options);

class Routing {
  readonly #ground: BandGround;
  /** 1 where nobody lives and nobody stays, `[unit]`. */
  readonly #isEmpty: Uint8Array;
  readonly #nets: readonly Net[];
  /** The zone to which a unit belongs that is lived in or stays, `[unit]`. */
  readonly #own: readonly (Net | undefined)[];
  /** Nets whose ways lead through a unit, `[unit]`. */
  readonly #users: readonly Net[][];
  /** In how many rounds ways crossed in a unit, or one took it from its zone, `[unit]`. */
  readonly #crossed: Float64Array;
  /** In how many rounds a unit was given up though no zone beside it could take it, `[unit]`. */
  readonly #unwanted: Float64Array;
  /** Pupils of each site when a round began, `[site]`. */
  #load: Float64Array;
  #sharing = SHARING;

  constructor(ground: BandGround) {
    this.#ground = ground;
    this.#isEmpty = Uint8Array.from(ground.is, (_, unit) =>
      ground.pupils(unit) === 0 && !ground.isFixed(unit) ? 1 : 0,
    );
    this.#nets = ground.regions.map(({ region }) => ({ region, way: new Map(), left: new Set(), isStale: true }));
    const zones = new Map(
      this.#nets.flatMap((net) => (net.region.kind === "zone" ? [[net.region.sites[0], net] as const] : [])),
    );
    this.#own = Array.from(ground.is, (site, unit) => (this.#isEmpty[unit] === 1 ? undefined : zones.get(site)));
    this.#users = Array.from(ground.is, () => []);
    this.#crossed = new Float64Array(ground.is.length);
    this.#unwanted = new Float64Array(ground.is.length);
    this.#load = ground.loadOf(ground.is);
  }

  drawn(options: Pick<SolverOptions, "shouldStop">): Uint16Array {
    for (let round = 0; round < ROUNDS && options.shouldStop?.() !== true; round++) {
      const asked = this.#nets.filter((net) => net.isStale || net.left.size > 0 || this.#isCrossed(net));
      if (asked.every(({ isStale }) => !isStale) && asked.every((net) => !this.#isCrossed(net))) break;
      this.#load = this.#ground.loadOf(this.#decided());
      for (const net of asked) this.#lay(net);
      this.#users.forEach((users, unit) => {
        const own = this.#own[unit];
        const isTaken = own && this.#isKept(unit) && this.#isTaken(unit, own);
        if (isTaken || users.some(({ region }) => this.#others(unit, region) > 0)) this.#crossed[unit]++;
      });
      this.#noteUnwanted();
      this.#sharing *= SHARING_GROWS;
    }
    return this.#map();
  }

  #noteUnwanted(): void {
    const left = this.#nets.flatMap((net) => [...net.left]);
    if (left.length === 0) return;
    const owners = this.#map();
    for (const unit of left) if (owners[unit] === this.#ground.is[unit]) this.#unwanted[unit]++;
  }

  #isCrossed = ({ region, way }: Net): boolean => [...way.keys()].some((unit) => this.#others(unit, region) > 0);

  /** Nets with ways through a unit that cannot share it with another: all but its district, or the zones of it. */
  #others = (unit: number, region: Region): number =>
    this.#users[unit].reduce((others, user) => (mayShare(user.region, region) ? others : others + 1), 0);

  /** Lays the way of a net anew: from one part on to the nearest other, until all are joined that lie on the same land and are worth it. */
  #lay(net: Net): void {
    for (const unit of net.way.keys()) {
      this.#users[unit].splice(this.#users[unit].indexOf(net), 1);
      this.#stale(unit);
    }
    net.way.clear();
    net.left.clear();
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
    for (const unit of net.way.keys()) {
      this.#users[unit].push(net);
      this.#stale(unit);
    }
    if (net.region.kind === "district") return;
    for (const other of this.#nets)
      if (other.region.kind === "district" && mayShare(other.region, net.region)) other.isStale = true;
  }

  /** Another's way has come through a unit or has left it: whose it is has to see. */
  #stale(unit: number): void {
    const own = this.#own[unit];
    if (own) own.isStale = true;
  }

  /** The site of each unit that is in a region, unless another's way leads through it, or on the way of one of its zones, `[unit]`. */
  #sitesIn(region: Region): Uint16Array {
    const { kind, sites } = region;
    const site = this.#ground.is.map((owner, unit) => (this.#holds(region, unit) ? owner : NO_SITE));
    if (kind === "zone") return site;
    for (const { region: zone, way } of this.#nets)
      if (zone.kind === "zone" && sites.includes(zone.sites[0]))
        for (const unit of way.keys()) site[unit] = zone.sites[0];
    return site;
  }

  #holds(region: Region, unit: number): boolean {
    const own = this.#own[unit];
    if (!own || !mayShare(own.region, region)) return false;
    return region.kind === "zone" ? this.#others(unit, region) === 0 : !own.left.has(unit) && !this.#isTaken(unit, own);
  }

  #isTaken = (unit: number, own: Net): boolean => this.#others(unit, own.region) > 0;

  /** From the part with most pupils outward (Takahashi and Matsuyama 1980); `site` grows by the way. */
  #join(net: Net, site: Uint16Array, parts: readonly (readonly number[])[]): void {
    const { start, target } = this.#ground.adjacency;
    const worth = new Map(parts.map((part) => [part, this.#worth(net, part)]));
    const partOf = new Map(parts.flatMap((part) => part.map((unit) => [unit, part] as const)));
    const [main] = parts.toSorted((a, b) => Number(worth.get(b)) - Number(worth.get(a)) || b.length - a.length);
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
      if (part && waiting.has(part) && cost[unit] < Number(worth.get(part))) {
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
    for (const part of waiting) for (const unit of part) net.left.add(unit);
  }

  /** Steps that it is worth to reach a part, in which nobody is left who may not leave; and no zone of a district is. */
  #worth({ region }: Net, part: readonly number[]): number {
    if (region.kind === "district" || part.some((unit) => this.#ground.isFixed(unit))) return Infinity;
    return part.reduce((sum, unit) => {
      const pupils = this.#ground.counted(unit) || this.#ground.pupils(unit) / 2;
      return sum + (1 + PUPIL_STEPS * pupils) * (1 + this.#unwanted[unit]);
    }, 0);
  }

  /** What it costs to lead a way of a region through a unit and give it to a site. */
  #step(region: Region, unit: number, to: number): number {
    const isOwn = this.#own[unit] !== undefined && this.#ground.is[unit] === to;
    if (!isOwn && (this.#ground.isFixed(unit) || !this.#ground.mayGo(unit, to))) return Infinity;
    const step = this.#ground.is[unit] === to ? PAINTED_STEP : 1 + this.#taking(unit, to);
    return step * (1 + this.#crossed[unit]) * (1 + this.#sharing * this.#others(unit, region));
  }

  /** Whether a unit has a zone that has not given it up. */
  #isKept(unit: number): boolean {
    const own = this.#own[unit];
    return own !== undefined && !own.left.has(unit);
  }

  /** Steps that it is worth not to take a unit from its zone, nor to send somebody else away from a school that is full. */
  #taking(unit: number, to: number): number {
    const moved = this.#isKept(unit) ? this.#ground.counted(unit) : 0;
    const pupils = this.#ground.pupils(unit);
    const over = pupils > 0 && this.#load[to] + pupils > this.#ground.capacity[to] ? pupils : 0;
    return PUPIL_STEPS * (moved + over);
  }

  /** Units that are anybody's own or on a way. */
  #decided(): Uint16Array {
    const owners = this.#ground.is.map((site, unit) =>
      this.#isKept(unit) || this.#ground.isFixed(unit) ? site : NO_SITE,
    );
    for (const kind of ["district", "zone"] as const)
      for (const { region, way } of this.#nets)
        if (region.kind === kind) for (const [unit, site] of way) if (!this.#ground.isFixed(unit)) owners[unit] = site;
    return owners;
  }

  /** Every unit to its way's site; what no way leads through to a zone beside it, its own as far as can be. */
  #map(): Uint16Array {
    const owners = this.#decided();
    const load = this.#ground.loadOf(owners);
    this.#spread(owners, (unit, site) => this.#isEmpty[unit] === 1 && this.#ground.is[unit] === site);
    this.#spread(owners, (unit, site) => {
      const pupils = this.#ground.pupils(unit);
      if (!this.#ground.mayGo(unit, site) || (pupils > 0 && load[site] + pupils > this.#ground.capacity[site]))
        return false;
      load[site] += pupils;
      return true;
    });
    return owners.map((site, unit) => (site === NO_SITE && this.#isEmpty[unit] === 0 ? this.#ground.is[unit] : site));
  }

  #spread(owners: Uint16Array, may: (unit: number, site: number) => boolean): void {
    const queue = [...owners.keys()].filter((unit) => owners[unit] !== NO_SITE);
    for (const unit of queue)
      for (const next of this.#ground.beside(unit)) {
        if (owners[next] !== NO_SITE || !may(next, owners[unit])) continue;
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
