import type { Grades } from "../domain/grades.ts";
import type { Adjacency } from "../domain/municipality.ts";
import { districtOfSite, NO_SITE, type Plan } from "../domain/plan.ts";
import { pieces as piecesOf } from "../geo/contiguity.ts";
import { type JoinedGround, ownersOf, type Region } from "./cut-off.ts";

/** In how many parts, beside the largest, a stroke leaves a region: as many as `cutOff` finds. */
export interface PartsApart {
  readonly region: Region;
  readonly parts: number;
}

/** (unit, band) pairs, each named once in a stroke, and the site that each goes to. */
interface Moved {
  readonly pairs: Uint32Array;
  readonly to: Uint16Array;
}

/**
 * Counts what a stroke over a plan leaves apart, as often as it is asked while the stroke grows. Only around what is moved is looked: where
 * all that lies beside it still hangs together, so does the whole. A region is gone through as a whole only where that does not settle it.
 */
export function partsWatch(ground: JoinedGround, plan: Plan): (moves: readonly Moved[]) => readonly PartsApart[] {
  const { districts } = plan;
  const district = districtOfSite(plan);
  const zones = plan.grades.bands.map(({ band }) =>
    lazily(() => new Layer(ground, ownersOf(plan.grades, plan, band), plan.teaching.length)),
  );
  const joined = plan.grades.bands.map(({ band }) =>
    lazily(() => new Layer(ground, regionsOf(ownersOf(plan.grades, plan, band), district), districts.length)),
  );
  const isAsked = districts.some(({ sites }) => sites.length > 1);
  return (moves) => {
    const bands = byBand(plan.grades, moves);
    return plan.grades.bands.flatMap(({ band }) => {
      const { units, to } = bands[band];
      if (units.length === 0) return [];
      const zone = zones[band]().partsApart(units, to);
      const whole = isAsked ? joined[band]().partsApart(units, regionsOf(to, district)) : [];
      return [
        ...zone.map(({ region, parts }) => ({ region: { kind: "zone", band, sites: [region] } as const, parts })),
        ...whole.flatMap(({ region: number, parts }) => {
          const { sites } = districts[number];
          return sites.length > 1 ? [{ region: { kind: "district", band, sites } as const, parts }] : [];
        }),
      ];
    });
  };
}

function lazily<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

const regionsOf = (owners: Uint16Array, district: Uint16Array): Uint16Array =>
  owners.map((site) => (site < district.length ? district[site] : NO_SITE));

function byBand(
  grades: Grades,
  moves: readonly Moved[],
): readonly { readonly units: Uint32Array; readonly to: Uint16Array }[] {
  const size = moves.reduce((sum, { pairs }) => sum + pairs.length, 0);
  return grades.bands.map(({ band }) => {
    const [units, goes] = [new Uint32Array(size), new Uint16Array(size)];
    let count = 0;
    for (const { pairs, to } of moves)
      for (let i = 0; i < pairs.length; i++) {
        if (pairs[i] % grades.bandCount !== band) continue;
        units[count] = Math.floor(pairs[i] / grades.bandCount);
        goes[count++] = to[i];
      }
    return { units: units.subarray(0, count), to: goes.subarray(0, count) };
  });
}

/** Working space of all layers of an adjacency: each look is over before the next. */
interface Space {
  /** What each unit was met as: `search` and more in this search, less in earlier ones; `[unit]`. */
  readonly met: Int32Array;
  readonly queue: Uint32Array;
  search: number;
}

const spaces = new WeakMap<Adjacency, Space>();
function spaceOf(adjacency: Adjacency): Space {
  const count = adjacency.start.length - 1;
  const space = spaces.get(adjacency) ?? { met: new Int32Array(count), queue: new Uint32Array(count), search: 0 };
  spaces.set(adjacency, space);
  return space;
}

/** The largest number that an Int32Array holds. */
const LAST_SEARCH = 0x7f_ff_ff_ff;

/** Regions of one kind in one band, by number; a unit of a number that no region has is in none. */
class Layer {
  readonly #ground: JoinedGround;
  readonly #space: Space;
  readonly #regions: number;
  /** Region of each unit before the stroke, and with it. */
  readonly #was: Uint16Array;
  readonly #is: Uint16Array;
  /** The units of which both are not the same. */
  #changed: number[] = [];
  /** The piece of its region that each unit was in before, of the regions that were asked for. */
  readonly #piece: Uint32Array;
  readonly #inPieces = new Set<number>();

  constructor(ground: JoinedGround, was: Uint16Array, regions: number) {
    this.#ground = ground;
    this.#space = spaceOf(ground.municipality.units.adjacency);
    this.#regions = regions;
    this.#was = was;
    this.#is = was.slice();
    this.#piece = new Uint32Array(was.length);
  }

  /** The regions that get or lose units and lie in parts then, in order, where some units come to others. */
  partsApart(units: Uint32Array, to: Uint16Array): readonly { readonly region: number; readonly parts: number }[] {
    const [was, is] = [this.#was, this.#is];
    for (const unit of this.#changed) is[unit] = was[unit];
    this.#changed = [];
    const touched = new Set<number>();
    for (let i = 0; i < units.length; i++) {
      const unit = units[i];
      if (was[unit] === to[i]) continue;
      is[unit] = to[i];
      this.#changed.push(unit);
      touched.add(was[unit]).add(to[i]);
    }
    return [...touched]
      .filter((region) => region < this.#regions)
      .toSorted((a, b) => a - b)
      .flatMap((region) => {
        const parts = this.#split(region) + this.#unjoined(region);
        return parts > 0 ? [{ region, parts }] : [];
      });
  }

  /** A number from which on there are as many as units that none was met as. */
  #newSearch(): number {
    const { met, search } = this.#space;
    const numbers = met.length + 2;
    const isFull = search + 2 * numbers > LAST_SEARCH;
    if (isFull) met.fill(0);
    return (this.#space.search = isFull ? numbers : search + numbers);
  }

  /** In how many more pieces what was in one before is now. */
  #split(region: number): number {
    const { start, target } = this.#ground.municipality.units.adjacency;
    const { met } = this.#space;
    const [was, is] = [this.#was, this.#is];
    const search = this.#newSearch();
    /** What stays beside what goes: whichever way led through what goes leads past here. */
    const rim: number[] = [];
    for (const gone of this.#changed) {
      if (was[gone] !== region) continue;
      for (let edge = start[gone]; edge < start[gone + 1]; edge++) {
        const unit = target[edge];
        if (was[unit] !== region || is[unit] !== region || met[unit] === search) continue;
        met[unit] = search;
        rim.push(unit);
      }
    }
    if (rim.length === 0 || this.#alongRim(rim[0], search) === rim.length) return 0;
    return this.#piecesAmong(rim, region);
  }

  /** Marks a unit and all that is reached from it by what may be entered; how many those are. */
  #flood(first: number, mark: number, mayEnter: (unit: number) => boolean): number {
    const { start, target } = this.#ground.municipality.units.adjacency;
    const { met, queue } = this.#space;
    let length = 0;
    met[first] = mark;
    queue[length++] = first;
    for (let head = 0; head < length; head++)
      for (let edge = start[queue[head]]; edge < start[queue[head] + 1]; edge++) {
        const unit = target[edge];
        if (met[unit] === mark || !mayEnter(unit)) continue;
        met[unit] = mark;
        queue[length++] = unit;
      }
    return length;
  }

  /** How many units of a rim, marked by a search, are reached from one without leaving it. */
  #alongRim(first: number, search: number): number {
    const { met } = this.#space;
    return this.#flood(first, search + 1, (unit) => met[unit] === search);
  }

  /** The same by going through the region: of all pieces that come of one, each touches the rim. */
  #piecesAmong(rim: readonly number[], region: number): number {
    const { met } = this.#space;
    const is = this.#is;
    const search = this.#newSearch();
    let pieces = 0;
    for (const unit of rim)
      if (met[unit] < search) this.#flood(unit, search + pieces++, (other) => is[other] === region);
    if (pieces === 1) return 0;
    this.#findPieces(region);
    const [before, now] = [new Set<number>(), new Set<number>()];
    for (const unit of rim) {
      before.add(this.#piece[unit]);
      now.add(this.#piece[unit] * met.length + met[unit] - search);
    }
    return now.size - before.size;
  }

  #findPieces(region: number): void {
    if (this.#inPieces.has(region)) return;
    this.#inPieces.add(region);
    const was = this.#was;
    const members: number[] = [];
    for (let unit = 0; unit < was.length; unit++) if (was[unit] === region) members.push(unit);
    const { of } = piecesOf(this.#ground.municipality.units.adjacency, members);
    members.forEach((unit, i) => (this.#piece[unit] = of[i]));
  }

  /** Pieces that are all new, beside what was there before on their land or else beside the first of them. */
  #unjoined(region: number): number {
    const { landmass } = this.#ground;
    const [was, is] = [this.#was, this.#is];
    const search = this.#newSearch();
    const alone = new Map<number, number>();
    for (const unit of this.#changed)
      if (is[unit] === region && this.#space.met[unit] !== search && !this.#isJoined(unit, region, search))
        alone.set(landmass[unit], (alone.get(landmass[unit]) ?? 0) + 1);
    let parts = 0;
    for (const [land, pieces] of alone) {
      let isHeld = false;
      for (let unit = 0; unit < was.length && !isHeld; unit++)
        isHeld = was[unit] === region && is[unit] === region && landmass[unit] === land;
      parts += isHeld ? pieces : pieces - 1;
    }
    return parts;
  }

  /** Whether a piece of what is new touches anything that was there before. */
  #isJoined(first: number, region: number, search: number): boolean {
    const [was, is] = [this.#was, this.#is];
    let isJoined = false;
    this.#flood(first, search, (unit) => {
      if (is[unit] !== region) return false;
      const isNew = was[unit] !== region;
      if (!isNew) isJoined = true;
      return isNew;
    });
    return isJoined;
  }
}
