import { NO_SITE } from "../../domain/plan.ts";
import type { SolverOptions } from "../solver.ts";
import type { BandGround, Moves } from "./band-ground.ts";

/** So often somebody is passed on before it is given up. */
const MOST_PASSED = 120;
/** Of the ways to pass somebody on, so many of the best are looked at. */
const MOST_TRIED = 200;
/** So often it is looked whether everything would go on hanging together. */
const MOST_LOOKS = 800;
/** An area is passed on so often, lest two schools hand it back and forth. */
const MOST_MOVES = 3;

/** Some units of one zone that a zone beside it could take over: one with pupils, and who lies on the way to it. */
interface Handing {
  readonly units: readonly number[];
  readonly to: number;
  readonly pupils: number;
}

/**
 * A map that hangs together with those beyond the places handed on along the rims of zones: from a school that is too full to the one
 * beside it, and from there on towards the next that has room, so that everything goes on hanging together. What lies at the rim after
 * all this without being needed goes back, unless all that is wanted is that one is "found". `joined` is what makes everything hang together, whatever the places. Undefined where that does not get everybody a place, or
 * is stopped before.
 */
export function passedOn(
  ground: BandGround,
  joined: Moves,
  until: "found" | "smaller" = "smaller",
  { shouldStop }: Pick<SolverOptions, "shouldStop"> = {},
): Moves | undefined {
  const start = ground.is.slice();
  for (const [unit, site] of joined) start[unit] = site;
  const passing = new Passing(ground, start);
  for (let passed = 0; passed < MOST_PASSED; passed++) {
    const from = passing.fullest();
    if (from === undefined) return until === "found" ? passing.moved() : passing.withoutNeedless();
    if (shouldStop?.() === true || !passing.pass(from)) return undefined;
  }
  return undefined;
}

class Passing {
  readonly #ground: BandGround;
  readonly #owners: Uint16Array;
  readonly #load: Float64Array;
  readonly #moves: Uint8Array;
  readonly #from: Int32Array;
  #looks = MOST_LOOKS;

  constructor(ground: BandGround, start: Uint16Array) {
    this.#ground = ground;
    this.#owners = start.slice();
    this.#load = ground.loadOf(start);
    this.#moves = new Uint8Array(start.length);
    this.#from = new Int32Array(start.length);
  }

  /** The school with most pupils beyond its places. */
  fullest(): number | undefined {
    let [fullest, most]: [number | undefined, number] = [undefined, 0];
    this.#load.forEach((pupils, site) => {
      if (pupils - this.#ground.capacity[site] > most) [fullest, most] = [site, pupils - this.#ground.capacity[site]];
    });
    return fullest;
  }

  #free = (site: number): number => this.#ground.capacity[site] - this.#load[site];

  /** Hands somebody on from a school that is too full; whether that was possible. */
  pass(from: number): boolean {
    const steps = this.#stepsToRoom();
    const over = -this.#free(from);
    const worth = ({ units, to, pupils }: Handing): number => {
      const helped = Math.min(pupils, over);
      const spilt = Math.max(0, pupils - Math.max(0, this.#free(to)));
      return (helped - 0.5 * spilt * (1 + steps[to]) - 0.25 * (pupils - helped)) / (units.length + 2) - steps[to] * WAY;
    };
    const isTowards = ({ to, pupils }: Handing): boolean => this.#free(to) >= pupils || steps[to] < steps[from];
    const tried = this.#handings(from)
      .filter(isTowards)
      .map((handing) => ({ handing, worth: worth(handing) }))
      .toSorted((a, b) => b.worth - a.worth)
      .slice(0, MOST_TRIED);
    return tried.some(({ handing }) => this.#hand(handing));
  }

  /** Moves units where everything goes on hanging together: the last, at the rim, first, for whom a look around is mostly enough. */
  #hand({ units, to }: Handing): boolean {
    const owners = this.#owners;
    const was = units.map((unit) => owners[unit]);
    let left = units.length;
    for (; left > 0 && this.#ground.hangsOn(owners, units[left - 1], to); left--) owners[units[left - 1]] = to;
    for (const unit of units) owners[unit] = to;
    const isWhole =
      left === 0 || (this.#looks-- > 0 && this.#ground.cutOff(owners, new Set([...was, to]), []).length === 0);
    if (!isWhole) {
      units.forEach((unit, i) => (owners[unit] = was[i]));
      return false;
    }
    units.forEach((unit, i) => {
      const pupils = this.#ground.pupils(unit);
      if (was[i] !== NO_SITE) this.#load[was[i]] -= pupils;
      this.#load[to] += pupils;
      this.#moves[unit]++;
    });
    return true;
  }

  /** Zones that a way from each to one with room leads through, `[site]`; `Infinity` where there is none. */
  #stepsToRoom(): Float64Array {
    const steps = new Float64Array(this.#load.length).fill(Infinity);
    const beside = new Map<number, Set<number>>();
    this.#owners.forEach((site, unit) => {
      if (site === NO_SITE) return;
      for (const next of this.#ground.beside(unit)) {
        const other = this.#owners[next];
        if (other === site || other === NO_SITE || !this.#mayMove(next, site)) continue;
        const around = beside.get(site);
        if (around) around.add(other);
        else beside.set(site, new Set([other]));
      }
    });
    const queue = [...steps.keys()].filter((site) => this.#free(site) > 0);
    for (const site of queue) steps[site] = 0;
    for (const site of queue)
      for (const other of beside.get(site) ?? [])
        if (steps[other] === Infinity) {
          steps[other] = steps[site] + 1;
          queue.push(other);
        }
    return steps;
  }

  #mayMove = (unit: number, to: number): boolean => this.#moves[unit] < MOST_MOVES && this.#ground.mayGo(unit, to);

  /** Each unit with pupils of a zone with the fewest areas that lead to it from each zone beside it. */
  #handings(from: number): readonly Handing[] {
    const [owners, ground] = [this.#owners, this.#ground];
    const rims = new Map<number, number[]>();
    owners.forEach((site, unit) => {
      if (site !== from) return;
      for (const next of ground.beside(unit)) {
        const to = owners[next];
        if (to === from || to === NO_SITE || !this.#mayMove(unit, to)) continue;
        const rim = rims.get(to);
        if (!rim) rims.set(to, [unit]);
        else if (rim.at(-1) !== unit) rim.push(unit);
      }
    });
    return [...rims].flatMap(([to, rim]) => this.#handingsTo(from, to, rim));
  }

  #handingsTo(from: number, to: number, rim: readonly number[]): readonly Handing[] {
    const [owners, ground, back] = [this.#owners, this.#ground, this.#from];
    const found: Handing[] = [];
    back.fill(UNSEEN);
    for (const unit of rim) back[unit] = HERE;
    const queue = [...rim];
    for (const unit of queue) {
      if (ground.pupils(unit) > 0) {
        const units: number[] = [];
        for (let on = unit; on >= 0; on = back[on]) units.push(on);
        const pupils = units.reduce((sum, each) => sum + ground.pupils(each), 0);
        found.push({ units, to, pupils });
      }
      if (queue.length > MOST_SEEN) break;
      for (const next of ground.beside(unit)) {
        if (back[next] !== UNSEEN || owners[next] !== from || !this.#mayMove(next, to)) continue;
        back[next] = unit;
        queue.push(next);
      }
    }
    return found;
  }

  /** The map with what was moved and need not have been back where it was, the last first. */
  withoutNeedless(): Moves {
    const { is, capacity } = this.#ground;
    for (let changed = true; changed;) {
      changed = false;
      for (let unit = 0; unit < is.length; unit++) {
        const [now, was] = [this.#owners[unit], is[unit]];
        if (now === was || was === NO_SITE) continue;
        const pupils = this.#ground.pupils(unit);
        if (pupils > 0 && this.#load[was] + pupils > capacity[was]) continue;
        if (this.#hand({ units: [unit], to: was, pupils })) changed = true;
      }
    }
    return this.moved();
  }

  /** Who is elsewhere than at first. */
  moved(): Moves {
    const moves = new Map<number, number>();
    this.#owners.forEach((site, unit) => {
      if (site !== this.#ground.is[unit]) moves.set(unit, site);
    });
    return moves;
  }
}

/** What a zone more on the way to room weighs, pupils an area. */
const WAY = 0.2;
/** Further into a zone nobody is looked for. */
const MOST_SEEN = 600;
const UNSEEN = -2;
const HERE = -1;
