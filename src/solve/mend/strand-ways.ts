import { NO_SITE } from "../../domain/plan.ts";
import { BucketQueue } from "../../kernels/bucket-queue.ts";
import type { Random } from "../../kernels/random.ts";
import type { Strands } from "./strands.ts";

/** What a way costs for each pupil who moves for it; through a free unit it costs from 1 to `SWERVE`. */
const PUPIL = 32;
const SWERVE = 4;
const FAR = 0x7fffffff;
/** Longer ways than this, in pupils, are not looked for. */
export const MOST_PUPILS = 160;
/** What it costs more, in pupils, to lead a way through where two zones of a district touch; to somebody who makes a school too full. */
const LINK = 2;
const FULL = 3;

interface Step {
  readonly unit: number;
  /** The site that gets it. */
  readonly site: number;
}

/** Finds the cheapest ways through what is free and, where few are moved or cut off for it, through other zones; never twice quite alike. */
export class StrandWays {
  readonly #map: Strands;
  /** 1 for what no way may lead through, `[unit]`. */
  readonly #isBarred: Uint8Array;
  readonly #random: Random;
  readonly #queue = new BucketQueue(MOST_PUPILS * PUPIL);
  readonly #cost: Int32Array;
  readonly #from: Int32Array;
  readonly #site: Uint16Array;
  readonly #isGoal: Uint8Array;
  readonly #noise: Uint8Array;

  constructor(map: Strands, isBarred: Uint8Array, random: Random) {
    const count = isBarred.length;
    this.#map = map;
    this.#isBarred = isBarred;
    this.#random = random;
    this.#cost = new Int32Array(count);
    this.#from = new Int32Array(count);
    this.#site = new Uint16Array(count);
    this.#isGoal = new Uint8Array(count);
    this.#noise = Uint8Array.from(isBarred, () => 1 + Math.floor(random() * SWERVE));
  }

  /** The site from which the last way came to a unit. */
  siteAt = (unit: number): number => this.#site[unit];

  /** The units between some and the nearest of others, each with the site that the way began at; undefined where none is near enough. */
  between(
    units: readonly number[],
    goals: readonly (readonly number[])[],
    siteOf: (unit: number) => number,
    mostPupils: number,
  ): readonly Step[] | undefined {
    for (const part of goals) for (const unit of part) this.#isGoal[unit] = 1;
    const reached = this.#reach(units, siteOf, Math.min(MOST_PUPILS, mostPupils) * PUPIL);
    for (const part of goals) for (const unit of part) this.#isGoal[unit] = 0;
    if (reached < 0) return undefined;
    const way: Step[] = [];
    for (let unit = this.#from[reached]; unit >= 0 && this.#from[unit] >= 0; unit = this.#from[unit])
      way.push({ unit, site: this.#site[unit] });
    return way;
  }

  /** Dijkstra outward; -1 where no goal is reached at so much. */
  #reach(units: readonly number[], siteOf: (unit: number) => number, most: number): number {
    const [cost, from, site, queue, isGoal] = [this.#cost, this.#from, this.#site, this.#queue, this.#isGoal];
    const [isBarred, noise, { owner, siteCount, ground }] = [this.#isBarred, this.#noise, this.#map];
    const { may, adjacency } = ground;
    const { start, target } = adjacency;
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
      if (isGoal[unit] === 1) return unit;
      const to = site[unit];
      for (let edge = start[unit], end = start[unit + 1]; edge < end; edge++) {
        const next = target[edge];
        if (cost[next] <= here) continue;
        let there = here;
        if (isGoal[next] === 0) {
          if (isBarred[next] === 1 || may[next * siteCount + to] === 0) continue;
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
    const { pupils, home, counted } = this.#map.ground;
    let cut = loss[unit] + (isLink[unit] === 1 ? LINK : 0);
    if (pupils[unit] > 0 && home[unit] !== site) {
      if (owner[unit] === home[unit]) cut += counted[unit];
      if (!this.#map.hasRoom(site, pupils[unit])) cut += FULL * pupils[unit];
    }
    return 1 + Math.round(PUPIL * cut);
  }
}
