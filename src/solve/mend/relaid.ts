import { NO_SITE } from "../../domain/plan.ts";
import { BucketQueue } from "../../kernels/bucket-queue.ts";
import { type Random, seededRandom } from "../../kernels/random.ts";
import type { ProofOptions } from "./proven.ts";
import { type Part, type StrandGround, Strands } from "./strands.ts";

/** What a way costs for each pupil who moves for it; through a free unit it costs from 1 to `SWERVE`. */
const PUPIL = 32;
const SWERVE = 4;
const FAR = 0x7fffffff;
/** Longer ways than this, in pupils, are not looked for. */
const MOST_PUPILS = 160;
/** What it costs more, in pupils, to lead a way through where two zones of a district touch; to somebody who makes a school too full. */
const LINK = 2;
const FULL = 3;
/** Pupils that it may cost to bring somebody back, beside their own number, before what that cuts off is joined otherwise. */
const DARING = 30;
/** Steps of mending what one way cut off. */
const MOST_STEPS = 40;
/** So many units are looked at around somebody who needs a school, once one is found. */
const NEAR_UNITS = 300;
/** So many are tried to be sent away from a school that is too full. */
const MOST_SENT = 40;
/** A worse map by so many pupils is gone on with in one case of e. */
const WARMTH = 1.5;
/** Tries without a better map after which the best is gone back to, and after so many the search ends. */
const PATIENCE = 250;
const MOST_PATIENCE = 1000;

/** Tries between two moments in which others are heard. */
const TRIES_AT_ONCE = 32;

interface RelayOptions extends ProofOptions {
  readonly seed: number;
  /** No fewer can be moved. */
  readonly least: number;
}

/**
 * Site of each unit, `[unit]`, in a map that moves fewer than a whole one. Of those who are away one is brought back by the cheapest way
 * to their zone, whatever it cuts off; that is joined by ways of its own, or given to the zones around it where no way is worth it, until
 * all is whole again; a map that moves a few more is gone on with now and then (ruin and recreate, Schrimpf and others 2000, on Steiner
 * trees that may not touch). Units that nobody needs are left free: NO_SITE.
 */
export async function relaid(
  ground: StrandGround,
  owners: Uint16Array,
  { seed, least, pause, ...options }: RelayOptions,
): Promise<Uint16Array> {
  const search = new Relaying(ground, owners, seededRandom(seed));
  let best = search.owners();
  let fewest = search.moved;
  for (let idle = 0; idle < MOST_PATIENCE && fewest > least && options.shouldStop?.() !== true; idle++) {
    if (idle % TRIES_AT_ONCE === 0) await pause?.();
    if (!search.tryOne()) break;
    if (search.moved < fewest) {
      fewest = search.moved;
      best = search.owners();
      idle = 0;
    } else if (idle % PATIENCE === PATIENCE - 1) search.goBackTo(best);
  }
  return best;
}

/** What a part is worth, pupils: how far a way may go to it before it is given away instead. */
const worth = ({ counted, pupils, stays }: Part): number => (stays ? MOST_PUPILS : counted + (pupils - counted) / 4);

class Relaying {
  readonly #ground: StrandGround;
  readonly #map: Strands;
  readonly #random: Random;
  readonly #queue = new BucketQueue(MOST_PUPILS * PUPIL);
  readonly #cost: Int32Array;
  readonly #from: Int32Array;
  readonly #site: Uint16Array;
  /** 1 for what this try has given to somebody. */
  readonly #isTaken: Uint8Array;
  readonly #taken: number[] = [];
  readonly #goal: Int32Array;
  #goals = 0;
  readonly #noise: Uint8Array;
  /** Tries in vain to bring a unit back, `[unit]`: others have their turn more often. */
  readonly #failed: Uint16Array;
  /** Sites whose zones may have come apart. */
  readonly #torn = new Set<number>();
  readonly #touched = new Set<number>();

  constructor(ground: StrandGround, owners: Uint16Array, random: Random) {
    this.#ground = ground;
    this.#random = random;
    this.#map = new Strands(ground, owners);
    this.#cost = new Int32Array(owners.length);
    this.#from = new Int32Array(owners.length);
    this.#site = new Uint16Array(owners.length);
    this.#isTaken = new Uint8Array(owners.length);
    this.#goal = new Int32Array(owners.length);
    this.#failed = new Uint16Array(owners.length);
    this.#noise = Uint8Array.from(owners, () => 1 + Math.floor(random() * SWERVE));
    this.#settle();
  }

  get moved(): number {
    return this.#map.moved;
  }

  owners = (): Uint16Array => this.#map.owner.slice();

  goBackTo(owners: Uint16Array): void {
    owners.forEach((site, unit) => this.#map.give(unit, site));
    this.#settle();
  }

  #settle(): void {
    this.#map.prune();
    this.#map.begin();
  }

  /** Tries to bring somebody back; false where nobody can come. */
  tryOne(): boolean {
    const unit = this.#someoneAway();
    if (unit < 0) return false;
    const most = this.#map.moved + Math.floor(-Math.log(1 - this.#random()) * WARMTH);
    for (const taken of this.#taken) this.#isTaken[taken] = 0;
    this.#taken.length = 0;
    this.#torn.clear();
    this.#touched.clear();
    if (this.#bringBack(unit) && this.#mend(most) && this.#map.moved <= most) {
      this.#settle();
      this.#failed[unit] = 0;
    } else {
      this.#map.takeBack();
      this.#failed[unit]++;
    }
    return true;
  }

  #someoneAway(): number {
    const { home, counted, stays } = this.#ground;
    const { owner } = this.#map;
    let [found, first] = [-1, Infinity];
    for (let unit = 0; unit < owner.length; unit++) {
      if (counted[unit] === 0 || owner[unit] === home[unit] || stays[unit] === 1) continue;
      if (!this.#map.mayCome(unit, home[unit]) || this.#ground.room[home[unit]] < counted[unit]) continue;
      const turn = -Math.log(this.#random()) * (1 + this.#failed[unit]);
      if (turn < first) [found, first] = [unit, turn];
    }
    return found;
  }

  #bringBack(unit: number): boolean {
    const site = this.#ground.home[unit];
    const { owner } = this.#map;
    const goal = ++this.#goals;
    let isAnywhere = false;
    for (let other = 0; other < owner.length; other++)
      if (owner[other] === site && this.#ground.landmass[other] === this.#ground.landmass[unit]) {
        this.#goal[other] = goal;
        isAnywhere = true;
      }
    const reached = isAnywhere ? this.#wayFrom([unit], () => site, this.#ground.counted[unit] + DARING) : -1;
    if (isAnywhere && reached < 0) return false;
    if (reached >= 0) this.#take(reached);
    this.#bring(unit, site);
    return true;
  }

  /** A unit comes to a site, and those beside it who would as well without cutting off more than themselves. */
  #bring(first: number, site: number): void {
    const { home, counted, adjacency, stays } = this.#ground;
    const { start, target } = adjacency;
    this.#give(first, site);
    const queue = [first];
    for (const unit of queue)
      for (let edge = start[unit]; edge < start[unit + 1]; edge++) {
        const next = target[edge];
        if (counted[next] === 0 || home[next] !== site || this.#map.owner[next] === site || stays[next] === 1) continue;
        if (this.#map.loss[next] >= counted[next] || !this.#map.mayCome(next, site)) continue;
        if (!this.#map.hasRoom(site, counted[next])) continue;
        this.#give(next, site);
        queue.push(next);
      }
  }

  #give(unit: number, site: number): void {
    const was = this.#map.owner[unit];
    if (was !== NO_SITE && was !== site) {
      this.#torn.add(was);
      this.#touched.add(was);
    }
    if (site !== NO_SITE) this.#touched.add(site);
    this.#map.give(unit, site);
    if (this.#isTaken[unit] === 1) return;
    this.#isTaken[unit] = 1;
    this.#taken.push(unit);
  }

  /** The nearest goal, by what it costs to lead a way there from some units; -1 where none is near enough. */
  #wayFrom(units: readonly number[], siteOf: (unit: number) => number, mostPupils: number): number {
    const [cost, from, site, queue, goal, goals] = [
      this.#cost,
      this.#from,
      this.#site,
      this.#queue,
      this.#goal,
      this.#goals,
    ];
    const { start, target } = this.#ground.adjacency;
    const [isTaken, noise, { owner, siteCount }, { may }] = [this.#isTaken, this.#noise, this.#map, this.#ground];
    const most = Math.min(MOST_PUPILS, mostPupils) * PUPIL;
    const salt = Math.floor(this.#random() * cost.length);
    cost.fill(FAR);
    queue.clear();
    for (const unit of units) {
      cost[unit] = 0;
      from[unit] = -1;
      site[unit] = siteOf(unit);
      queue.push(unit, 0);
    }
    for (let unit = queue.pop(); unit >= 0; unit = queue.pop()) {
      const here = queue.key;
      if (here > most) return -1;
      if (here > cost[unit]) continue;
      if (goal[unit] === goals) return unit;
      const to = site[unit];
      for (let edge = start[unit], end = start[unit + 1]; edge < end; edge++) {
        const next = target[edge];
        if (cost[next] <= here) continue;
        let there = here;
        if (goal[next] !== goals) {
          if (isTaken[next] === 1 || may[next * siteCount + to] === 0) continue;
          there += noise[(next + salt) % noise.length];
          if (owner[next] !== NO_SITE) there += this.#taking(next, to);
        }
        if (there >= cost[next]) continue;
        cost[next] = there;
        from[next] = unit;
        site[next] = to;
        queue.push(next, there);
      }
    }
    return -1;
  }

  /** What it costs more to take a unit from its zone for a way of a site. */
  #taking(unit: number, site: number): number {
    const { owner, loss, isLink } = this.#map;
    const { pupils, home, counted } = this.#ground;
    let cut = loss[unit] + (isLink[unit] === 1 ? LINK : 0);
    if (pupils[unit] > 0 && home[unit] !== site) {
      if (owner[unit] === home[unit]) cut += counted[unit];
      if (!this.#map.hasRoom(site, pupils[unit])) cut += FULL * pupils[unit];
    }
    return 1 + Math.round(PUPIL * cut);
  }

  /** Gives the units of a way that was found to their sites, but for its two ends. */
  #take(goal: number): void {
    for (let unit = this.#from[goal]; unit >= 0 && this.#from[unit] >= 0; unit = this.#from[unit])
      this.#give(unit, this.#site[unit]);
  }

  /** Joins what has come apart and empties what is too full, until all is whole; whether that comes to an end with few moved. */
  #mend(most: number): boolean {
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      if (this.#map.moved > most + DARING) return false;
      const [site] = this.#torn;
      if (site !== undefined) {
        if (!this.#joinZone(site)) return false;
        continue;
      }
      const full = this.#fullSite();
      if (full >= 0) {
        if (!this.#relieve(full)) return false;
        continue;
      }
      const district = this.#tornDistrict();
      if (!district) return true;
      if (!this.#joinDistrict(district)) return false;
    }
    return false;
  }

  /** Joins the smallest part of a zone to the others, or gives it away, whichever moves fewer. */
  #joinZone(site: number): boolean {
    const parts = this.#map.parts([site]).flatMap((onLand) => {
      const needed = onLand.filter(({ isAsked }) => isAsked);
      for (const { units, isAsked } of onLand) if (!isAsked) for (const unit of units) this.#map.give(unit, NO_SITE);
      return needed.length > 1 ? [needed] : [];
    });
    const [apart] = parts;
    if (!apart) {
      this.#torn.delete(site);
      return true;
    }
    const least = apart.reduce((one, other) => (worth(other) < worth(one) ? other : one));
    this.#map.weigh();
    this.#mark(apart, least);
    const goal = this.#wayFrom(least.units, () => site, worth(least));
    if (goal >= 0) {
      this.#take(goal);
      return true;
    }
    return !least.stays && this.#giveAway(least.units, site);
  }

  /** Units of all parts but one are what a way may lead to. */
  #mark(parts: readonly Part[], but: Part): void {
    const goal = ++this.#goals;
    for (const part of parts) if (part !== but) for (const unit of part.units) this.#goal[unit] = goal;
  }

  /** The district with the parts of it that lie apart. */
  #tornDistrict(): readonly Part[] | undefined {
    const { districtOf } = this.#map;
    const districts = new Set([...this.#touched].map((site) => districtOf[site]));
    for (const district of districts) {
      if (district < 0) continue;
      const apart = this.#map.parts(this.#ground.districts[district]).find((parts) => parts.length > 1);
      if (apart) return apart;
    }
    return undefined;
  }

  #joinDistrict(parts: readonly Part[]): boolean {
    const least = parts.reduce((one, other) => (other.units.length < one.units.length ? other : one));
    this.#map.weigh();
    this.#mark(parts, least);
    const { owner } = this.#map;
    const goal = this.#wayFrom(least.units, (unit) => owner[unit], MOST_PUPILS);
    if (goal < 0) return false;
    this.#take(goal);
    return true;
  }

  /** Whoever lives in some units goes to a zone around, home first; none may stay with a site. */
  #giveAway(units: readonly number[], avoided: number): boolean {
    const { pupils } = this.#ground;
    for (const unit of units) this.#give(unit, NO_SITE);
    let left = units.filter((unit) => pupils[unit] > 0);
    while (left.length > 0) {
      const still = left.filter((unit) => this.#map.owner[unit] === NO_SITE && !this.#placed(unit, avoided));
      if (still.length === left.length) return false;
      left = still;
    }
    this.#torn.add(avoided);
    return true;
  }

  /** Gives a unit to the zone that is nearest through free units, or to its home where that is near. */
  #placed(unit: number, avoided: number): boolean {
    const { start, target } = this.#ground.adjacency;
    const { home, pupils, stays } = this.#ground;
    const { owner } = this.#map;
    const [seen, from, goal] = [this.#goal, this.#from, ++this.#goals];
    const queue = [unit];
    seen[unit] = goal;
    from[unit] = -1;
    let [last, to] = [-1, NO_SITE];
    for (let head = 0; head < queue.length && (last < 0 || head < NEAR_UNITS); head++) {
      const at = queue[head];
      for (let edge = start[at]; edge < start[at + 1]; edge++) {
        const next = target[edge];
        if (seen[next] === goal) continue;
        const site = owner[next];
        if (site === NO_SITE) {
          if (this.#isTakenByOthers(next) || pupils[next] > 0 || stays[next] === 1) continue;
          seen[next] = goal;
          from[next] = at;
          queue.push(next);
          continue;
        }
        if (site === avoided || (last >= 0 && site !== home[unit])) continue;
        if (!this.#map.mayCome(unit, site) || !this.#map.hasRoom(site, pupils[unit])) continue;
        [last, to] = [at, site];
        if (site === home[unit]) head = queue.length;
      }
    }
    for (let at = last; at >= 0; at = from[at]) this.#give(at, to);
    return last >= 0;
  }

  #isTakenByOthers = (unit: number): boolean => this.#isTaken[unit] === 1 && this.#map.owner[unit] !== NO_SITE;

  #fullSite(): number {
    const { room } = this.#ground;
    return this.#map.load.findIndex((pupils, site) => pupils > room[site]);
  }

  /** Sends somebody away from a school that is too full: who moves already, or just enough of those who do not. */
  #relieve(site: number): boolean {
    const { pupils, room, counted, stays } = this.#ground;
    const { owner, load, loss } = this.#map;
    this.#map.weigh();
    const over = load[site] - room[site];
    const asked: { readonly unit: number; readonly price: number }[] = [];
    for (let unit = 0; unit < owner.length; unit++) {
      if (owner[unit] !== site || pupils[unit] === 0 || stays[unit] === 1 || this.#isTaken[unit] === 1) continue;
      const own = this.#map.isHome(unit) ? counted[unit] : 0;
      const short = Math.max(0, over - pupils[unit] - loss[unit]);
      asked.push({ unit, price: own + loss[unit] + short + this.#random() });
    }
    asked.sort((a, b) => a.price - b.price);
    for (const { unit } of asked.slice(0, MOST_SENT)) {
      if (this.#giveAway([unit], site)) return true;
      this.#give(unit, site);
    }
    return false;
  }
}
