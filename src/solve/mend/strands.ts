import type { Adjacency } from "../../domain/municipality.ts";
import { NO_SITE } from "../../domain/plan.ts";

/** Who could go where in one band, as plain columns. */
export interface StrandGround {
  readonly adjacency: Adjacency;
  /** `[unit]`: zones hang together as far as there is land. */
  readonly landmass: ArrayLike<number>;
  readonly pupils: Float64Array;
  /** Pupils whose move counts, `[unit]`, and the site where they count as not moved; NO_SITE for none. */
  readonly counted: Float64Array;
  readonly home: Uint16Array;
  /** 1 for what stays, `[unit]`. */
  readonly stays: Uint8Array;
  /** 1 where a unit may come to a site, `[unit * sites + site]`. */
  readonly may: Uint8Array;
  /** Pupils that a site may have, `[site]`. */
  readonly room: Float64Array;
  /** Sites whose zones have to hang together besides each zone alone. */
  readonly districts: readonly (readonly number[])[];
}

/** A piece of a zone or of a district. */
export interface Part {
  readonly units: readonly number[];
  /** Pupils who would count as moved if it were given away, and all. */
  readonly counted: number;
  readonly pupils: number;
  /** Whether anything in it stays, whatever is done. */
  readonly stays: boolean;
  /** Whether anybody lives there or stays: else it is needed for nothing. */
  readonly isAsked: boolean;
}

/** What a pupil is worth who has nobody's count but would have to find another school. */
const UNCOUNTED = 0.2;
/** What it is worth at least not to cut off a unit that stays. */
const STAYING = 2;

/**
 * A map in which a unit where nobody lives belongs to a zone only where it leads a way: everything else is free for others. Changes are
 * written down, so that a step which comes to nothing can be taken back.
 */
export class Strands {
  readonly ground: StrandGround;
  readonly siteCount: number;
  /** Site of each unit, NO_SITE where it is free, `[unit]`. */
  readonly owner: Uint16Array;
  /** Pupils of each site. */
  readonly load: Float64Array;
  /** Pupils who count as moved. */
  moved = 0;
  /** 1 where somebody lives or stays, `[unit]`. */
  readonly isAsked: Uint8Array;
  /** Number of a site's district, -1 for none, `[site]`. */
  readonly districtOf: Int32Array;
  /** What a zone loses with a unit, beside it: all but the largest part that it then falls into, pupils, `[unit]`; as weighed last. */
  readonly loss: Float64Array;
  /** 1 where two zones of a district touch, as far as that joins it, `[unit]`; as pruned last. */
  readonly isLink: Uint8Array;
  /** Units changed and their sites before. */
  readonly #changed: number[] = [];
  readonly #queue: Int32Array;
  readonly #seen: Int32Array;
  readonly #isKept: Uint8Array;
  #stamp = 0;
  readonly #search: CutSearch;
  /** 1 for zones that have changed since they were weighed, `[site]`. */
  readonly #isChanged = new Uint8Array(NO_SITE + 1);
  /** 1 for the sites of what is looked at for parts, `[site]`. */
  readonly #isIn = new Uint8Array(NO_SITE + 1);
  /** What was weighed when it began. */
  readonly #lossBefore: Float64Array;

  constructor(ground: StrandGround, owners: Uint16Array) {
    this.ground = ground;
    this.siteCount = ground.room.length;
    this.owner = owners.slice();
    const count = owners.length;
    this.load = new Float64Array(this.siteCount);
    this.isAsked = Uint8Array.from(owners, (site, unit) =>
      ground.pupils[unit] > 0 || (ground.stays[unit] === 1 && site !== NO_SITE) ? 1 : 0,
    );
    this.districtOf = new Int32Array(this.siteCount).fill(-1);
    ground.districts.forEach((sites, district) => sites.forEach((site) => (this.districtOf[site] = district)));
    this.loss = new Float64Array(count);
    this.isLink = new Uint8Array(count);
    this.#queue = new Int32Array(count);
    this.#seen = new Int32Array(count);
    this.#isKept = new Uint8Array(count);
    this.#lossBefore = new Float64Array(count);
    this.#search = cutSearch(count);
    this.#isChanged.fill(1, 0, this.siteCount);
    owners.forEach((site, unit) => {
      if (site !== NO_SITE) this.load[site] += ground.pupils[unit];
      if (site !== ground.home[unit]) this.moved += ground.counted[unit];
    });
  }

  give(unit: number, site: number): void {
    const { home, counted, pupils } = this.ground;
    const was = this.owner[unit];
    if (was === site) return;
    this.#changed.push(unit, was);
    this.owner[unit] = site;
    if (was !== NO_SITE) {
      this.load[was] -= pupils[unit];
      this.#isChanged[was] = 1;
    }
    if (site !== NO_SITE) {
      this.load[site] += pupils[unit];
      this.#isChanged[site] = 1;
    }
    if (was === home[unit]) this.moved += counted[unit];
    else if (site === home[unit]) this.moved -= counted[unit];
  }

  /** From here on changes can be taken back. */
  begin(): void {
    this.weigh();
    this.#lossBefore.set(this.loss);
    this.#changed.length = 0;
  }

  takeBack(): void {
    const changed = this.#changed.slice();
    for (let i = changed.length - 2; i >= 0; i -= 2) this.give(changed[i], changed[i + 1]);
    this.#changed.length = 0;
    this.loss.set(this.#lossBefore);
    this.#isChanged.fill(0);
  }

  hasRoom = (site: number, pupils: number): boolean =>
    pupils === 0 || this.load[site] + pupils <= this.ground.room[site];

  mayCome = (unit: number, site: number): boolean => this.ground.may[unit * this.siteCount + site] === 1;

  /** Whether a unit is at home where it is. */
  isHome = (unit: number): boolean => this.ground.counted[unit] > 0 && this.owner[unit] === this.ground.home[unit];

  /** Pieces of the zones of some sites together, of those that lie on the same land. */
  parts(sites: readonly number[]): readonly (readonly Part[])[] {
    const { owner } = this;
    const isIn = this.#isIn;
    for (const site of sites) isIn[site] = 1;
    const byLand = new Map<number, Part[]>();
    const stamp = ++this.#stamp;
    for (let unit = 0; unit < owner.length; unit++) {
      if (isIn[owner[unit]] === 0 || this.#seen[unit] === stamp) continue;
      const part = this.#partFrom(unit, stamp);
      const land = this.ground.landmass[unit];
      const there = byLand.get(land);
      if (there) there.push(part);
      else byLand.set(land, [part]);
    }
    for (const site of sites) isIn[site] = 0;
    return [...byLand.values()];
  }

  #partFrom(first: number, stamp: number): Part {
    const { owner } = this;
    const { pupils, stays, adjacency } = this.ground;
    const { start, target } = adjacency;
    const [isIn, seen] = [this.#isIn, this.#seen];
    const units = [first];
    let [all, counted, fixed, asked] = [0, 0, false, false];
    seen[first] = stamp;
    for (let head = 0; head < units.length; head++) {
      const unit = units[head];
      all += pupils[unit];
      if (this.isHome(unit)) counted += this.ground.counted[unit];
      if (stays[unit] === 1) fixed = true;
      if (this.isAsked[unit] === 1) asked = true;
      for (let edge = start[unit]; edge < start[unit + 1]; edge++) {
        const next = target[edge];
        if (isIn[owner[next]] === 0 || seen[next] === stamp) continue;
        seen[next] = stamp;
        units.push(next);
      }
    }
    return { units, counted, pupils: all, stays: fixed, isAsked: asked };
  }

  /**
   * Lets go of what leads no way in zones that have changed since they were weighed, and in their districts: all but a tree in each piece
   * of a zone, from one who lives there to the others.
   */
  prune(): void {
    const { owner, isAsked, isLink } = this;
    const { start, target } = this.ground.adjacency;
    const isChanged = this.#isChanged;
    for (const sites of this.ground.districts)
      if (sites.some((site) => isChanged[site] === 1)) for (const site of sites) isChanged[site] = 1;
    this.#findLinks();
    const stamp = ++this.#stamp;
    const [queue, from] = [this.#queue, this.#search.parent];
    const isKept = this.#isKept.fill(0);
    for (let root = 0; root < owner.length; root++) {
      if (isChanged[owner[root]] === 0 || this.#seen[root] === stamp || (isAsked[root] | isLink[root]) === 0) continue;
      const site = owner[root];
      let length = 0;
      queue[length++] = root;
      from[root] = -1;
      this.#seen[root] = stamp;
      for (let head = 0; head < length; head++) {
        const unit = queue[head];
        for (let edge = start[unit]; edge < start[unit + 1]; edge++) {
          const next = target[edge];
          if (owner[next] !== site || this.#seen[next] === stamp) continue;
          this.#seen[next] = stamp;
          from[next] = unit;
          queue[length++] = next;
        }
      }
      for (let i = length - 1; i >= 0; i--) {
        const unit = queue[i];
        if ((isAsked[unit] | isLink[unit]) === 1) isKept[unit] = 1;
        if (isKept[unit] === 1 && from[unit] >= 0) isKept[from[unit]] = 1;
      }
    }
    for (let unit = 0; unit < owner.length; unit++)
      if (isChanged[owner[unit]] === 1 && isKept[unit] === 0) this.give(unit, NO_SITE);
  }

  /** Marks where zones of a district touch, once for each that is joined by it: to forget such a place would tear the district. */
  #findLinks(): void {
    const { owner, districtOf, isLink } = this;
    const { start, target } = this.ground.adjacency;
    const isChanged = this.#isChanged;
    const piece = this.#piecesOfZones();
    const root = this.#search.low;
    for (let unit = 0; unit < root.length; unit++) {
      root[unit] = unit;
      if (owner[unit] === NO_SITE || isChanged[owner[unit]] === 1) isLink[unit] = 0;
    }
    for (let unit = 0; unit < owner.length; unit++) {
      if (isChanged[owner[unit]] === 0 || districtOf[owner[unit]] < 0) continue;
      for (let edge = start[unit]; edge < start[unit + 1]; edge++) {
        const next = target[edge];
        if (owner[next] === NO_SITE || owner[next] === owner[unit]) continue;
        if (districtOf[owner[next]] !== districtOf[owner[unit]]) continue;
        const [one, other] = [rootOf(root, piece[unit]), rootOf(root, piece[next])];
        if (one === other) continue;
        root[one] = other;
        isLink[unit] = 1;
        isLink[next] = 1;
      }
    }
  }

  /** The first unit of the piece of a changed zone in which a unit is, `[unit]`. */
  #piecesOfZones(): Int32Array {
    const { owner } = this;
    const { start, target } = this.ground.adjacency;
    const [queue, piece] = [this.#queue, this.#search.order];
    piece.fill(-1);
    for (let first = 0; first < owner.length; first++) {
      if (this.#isChanged[owner[first]] === 0 || piece[first] >= 0) continue;
      let length = 0;
      queue[length++] = first;
      piece[first] = first;
      for (let head = 0; head < length; head++)
        for (let edge = start[queue[head]]; edge < start[queue[head] + 1]; edge++) {
          const next = target[edge];
          if (piece[next] >= 0 || owner[next] !== owner[first]) continue;
          piece[next] = first;
          queue[length++] = next;
        }
    }
    return piece;
  }

  /**
   * Weighs the units of all zones that have changed anew: which of them cut a zone, and what lies behind (Hopcroft and Tarjan 1973).
   * O(units).
   */
  weigh(): void {
    const { owner } = this;
    const { found } = this.#search;
    const isChanged = this.#isChanged;
    for (let unit = 0; unit < owner.length; unit++) found[unit] = 0;
    for (let root = 0; root < owner.length; root++)
      if (found[root] === 0 && isChanged[owner[root]] === 1) this.#weighFrom(root);
    isChanged.fill(0);
  }

  #weighFrom(root: number): void {
    const { owner, loss } = this;
    const { start, target } = this.ground.adjacency;
    const { found, low, parent, edgeOf, below, worth, largest, stack, order } = this.#search;
    const site = owner[root];
    let [depth, ordered, time] = [0, 0, 0];
    let [next, from] = [root, -1];
    for (;;) {
      if (next >= 0) {
        stack[depth++] = next;
        parent[next] = from;
        found[next] = low[next] = ++time;
        edgeOf[next] = start[next];
        worth[next] = below[next] = this.#worth(next);
        largest[next] = loss[next] = 0;
      }
      const unit = stack[depth - 1];
      [next, from] = [-1, unit];
      for (const end = start[unit + 1]; edgeOf[unit] < end && next < 0;) {
        const other = target[edgeOf[unit]++];
        if (owner[other] !== site) continue;
        if (found[other] === 0) next = other;
        else if (other !== parent[unit] && found[other] < low[unit]) low[unit] = found[other];
      }
      if (next >= 0) continue;
      depth--;
      order[ordered++] = unit;
      if (depth === 0) break;
      const above = parent[unit];
      if (low[unit] < low[above]) low[above] = low[unit];
      below[above] += below[unit];
      if (low[unit] < found[above]) continue;
      loss[above] += below[unit];
      if (below[unit] > largest[above]) largest[above] = below[unit];
    }
    for (let i = 0; i < ordered; i++) {
      const unit = order[i];
      const others = below[root] - worth[unit];
      loss[unit] = Math.max(0, others - Math.max(others - loss[unit], largest[unit]));
    }
  }

  /** What it is worth that a unit stays where it is, pupils. */
  #worth(unit: number): number {
    const { counted, pupils, stays, home } = this.ground;
    const own = this.owner[unit] === home[unit] && counted[unit] > 0 ? counted[unit] : UNCOUNTED * pupils[unit];
    return stays[unit] === 1 && own < STAYING ? STAYING : own;
  }
}

/** The root of a set in a forest of links, `[member]`, which are shortened on the way. */
function rootOf(root: Int32Array, member: number): number {
  let at = member;
  while (root[at] !== at) at = root[at] = root[root[at]];
  return at;
}

/** Working space of a search for what cuts a zone, `[unit]`. */
interface CutSearch {
  /** When a unit was found, from 1, and the earliest that is reached from below it. */
  readonly found: Int32Array;
  readonly low: Int32Array;
  readonly parent: Int32Array;
  readonly edgeOf: Int32Array;
  /** Worth of all below a unit and itself; of itself; of the largest part that only it joins to the rest. */
  readonly below: Float64Array;
  readonly worth: Float64Array;
  readonly largest: Float64Array;
  readonly stack: Int32Array;
  readonly order: Int32Array;
}

const cutSearch = (count: number): CutSearch => ({
  found: new Int32Array(count),
  low: new Int32Array(count),
  parent: new Int32Array(count),
  edgeOf: new Int32Array(count),
  below: new Float64Array(count),
  worth: new Float64Array(count),
  largest: new Float64Array(count),
  stack: new Int32Array(count),
  order: new Int32Array(count),
});
