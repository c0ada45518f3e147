import type { Band } from "../../domain/grades.ts";
import type { Adjacency } from "../../domain/municipality.ts";
import { unreachable } from "../../domain/outcome.ts";
import { districtOfSite, NO_SITE, type Plan, teachesBand } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { type CutOff, ownersOf, type Region, regionsOf, regionWatch } from "../../evaluate/cut-off.ts";
import { openWays, reachOf } from "../../evaluate/reach.ts";

/** A region with what finds the parts of it that lie apart. */
export interface WatchedRegion {
  readonly region: Region;
  readonly watch: (owners: Uint16Array) => readonly CutOff[];
}

/** What may be done in one band, where that is not asked by roads and places alone. */
export interface BandTerms {
  /** Whether a unit with pupils may be moved to an open site. */
  readonly mayGo: (unit: number, site: number) => boolean;
  /** Pupils that a site may have, `[site]`. */
  readonly capacity: Float64Array;
  readonly regions: readonly WatchedRegion[];
  /** 1 for what stays, `[unit]`. */
  readonly fixed: Uint8Array;
  /** Pupils of a unit whose move counts; fewest of them come before fewest areas. */
  readonly counted: (unit: number) => number;
}

/** An area given back of what was just drawn weighs as much as so many others moved. */
const BACK_AREAS = 100;

/** A plan right after a stroke, and what no repair may touch. */
export interface Stroke {
  /** The plan's assignment before the stroke. */
  readonly before: Uint16Array;
  /** The districts before it, where it moved schools between them. */
  readonly districtsBefore?: Plan["districts"] | undefined;
  readonly after: Plan;
  /** `unit * BAND_COUNT + band` of what stays: locked, or just drawn. */
  readonly fixed: ReadonlySet<number>;
  /** Sites to which nothing may be moved. */
  readonly closed: ReadonlySet<number>;
  /** What of it was just drawn: it may go back to where it was before where nothing whole leaves it all; nothing where absent. */
  readonly drawn?: ReadonlySet<number>;
  /** What may be moved back to where it was before, and nowhere else. */
  readonly returning?: ReadonlySet<number>;
  /**
   * Whether no site may get more pupils than it has places for; or, where they are "kept", than it has already if that is more, or than
   * it had "before" the stroke.
   */
  readonly places: "kept" | "before" | "enough" | "free";
  /** Which zones and districts have to hang together; all of them where absent. */
  readonly asked?: (region: Region) => boolean;
}

export const watched = (basis: Basis, regions: readonly Region[], was: Uint16Array): readonly WatchedRegion[] =>
  regions.map((region) => ({ region, watch: regionWatch(basis, region, was) }));

/** Who could go where in one band, and what hangs together. */
export class BandGround {
  readonly basis: Basis;
  readonly band: Band;
  /** Site of each unit before and after the stroke, `[unit]`. */
  readonly was: Uint16Array;
  readonly is: Uint16Array;
  readonly regions: readonly WatchedRegion[];
  /** Pupils that a site may have, `[site]`. */
  readonly capacity: Float64Array;
  readonly #stroke: Stroke;
  readonly #isOpen: readonly boolean[];
  /** 1 for what is fixed, `[unit]`. */
  readonly #fixed: Uint8Array;
  readonly #reached = new Map<number, ReadonlySet<number>>();

  /** What a repair has as little as can be of, before it has little of the others. */
  readonly first: "areas" | "pupils" | "back";
  readonly #terms: BandTerms | undefined;
  readonly #area: number;

  constructor(basis: Basis, stroke: Stroke, band: Band, terms?: BandTerms) {
    const { after, before, districtsBefore, places, closed, asked = () => true } = stroke;
    this.basis = basis;
    this.band = band;
    this.was = ownersOf(after.grades, { assignment: before }, band);
    this.is = ownersOf(after.grades, after, band);
    this.first = terms ? "pupils" : stroke.returning ? "back" : "areas";
    this.#terms = terms;
    this.#area = terms ? this.is.length + 1 : 1 + this.is.reduce((sum, _, unit) => sum + this.pupils(unit), 0);
    this.regions = terms?.regions ?? watched(basis, regionsOf(after, band, districtsBefore).filter(asked), this.was);
    this.#stroke = stroke;
    this.#fixed = terms?.fixed ?? Uint8Array.from(this.is, (_, unit) => (stroke.fixed.has(this.pairOf(unit)) ? 1 : 0));
    const district = districtOfSite(after);
    this.#isOpen = after.teaching.map(
      (_, site) => teachesBand(after, site, band) && district[site] !== NO_SITE && !closed.has(site),
    );
    this.openSites = this.#isOpen.flatMap((open, site) => (open ? [site] : []));
    const load = this.loadOf(places === "before" ? this.was : this.is);
    this.capacity =
      terms?.capacity ??
      Float64Array.from(basis.municipality.sites, ({ capacity }, site) =>
        capacityIn(places, load[site], capacity[band]),
      );
  }

  /** Pupils of each site, `[site]`. */
  loadOf(owners: Uint16Array): Float64Array {
    const load = new Float64Array(this.basis.municipality.sites.length);
    const { unitBand } = this.basis;
    for (let unit = 0; unit < owners.length; unit++)
      if (owners[unit] !== NO_SITE)
        load[owners[unit]] += unitBand[unit * this.basis.municipality.grades.bandCount + this.band];
    return load;
  }

  readonly pairOf = (unit: number): number => unit * this.basis.municipality.grades.bandCount + this.band;
  readonly pupils = (unit: number): number => this.basis.unitBand[this.pairOf(unit)];
  readonly isFixed = (unit: number): boolean => this.#fixed[unit] === 1;

  /** What moving a unit weighs: an area more than all pupils, or a pupil that counts more than all areas; back from a stroke, many areas. */
  weight(unit: number): number {
    if (this.#stroke.returning?.has(this.pairOf(unit))) return BACK_AREAS * this.#area;
    return this.#terms ? 1 + this.#terms.counted(unit) * this.#area : this.#area + this.pupils(unit);
  }

  /** Pupils of a unit whose move counts. */
  counted(unit: number): number {
    return this.#terms ? this.#terms.counted(unit) : this.pupils(unit);
  }

  weightOf(units: Iterable<number>): number {
    let weight = 0;
    for (const unit of units) weight += this.weight(unit);
    return weight;
  }

  /** Whether a unit may be moved to a site: a road leads all its pupils there who get anywhere. */
  readonly mayGo = (unit: number, site: number): boolean => {
    if (this.#stroke.returning?.has(this.pairOf(unit))) return site === this.was[unit];
    if (!this.#isOpen[site] || this.isFixed(unit)) return false;
    if (this.pupils(unit) === 0) return true;
    return this.#terms ? this.#terms.mayGo(unit, site) : this.#reachedFrom(unit).has(site);
  };

  #reachedFrom(unit: number): ReadonlySet<number> {
    const known = this.#reached.get(unit);
    if (known) return known;
    const { after } = this.#stroke;
    const teaching = [...after.teaching.keys()].filter((site) =>
      teachesBand(after, site, after.grades.bands[this.band].band),
    );
    const reach = reachOf(this.basis, this.pairOf(unit), teaching);
    const reached = new Set(openWays(reach, this.is[unit]).map(({ site }) => site));
    this.#reached.set(unit, reached);
    return reached;
  }

  /** Whether a unit may be left without a site: a plan may be finished so where nobody lives, but no repair takes a site away. */
  readonly mayGoNowhere = (unit: number): boolean =>
    this.#terms !== undefined && this.pupils(unit) === 0 && !this.isFixed(unit);

  /** The sites that units may be moved to. */
  readonly openSites: readonly number[];

  /** Whether a unit is in a region after the stroke; could come into it; could leave it. */
  readonly isIn = (unit: number, { sites }: Pick<Region, "sites">): boolean => sites.includes(this.is[unit]);
  readonly mayJoin = (unit: number, { sites }: Region): boolean => sites.some((site) => this.mayGo(unit, site));
  readonly mayLeave = (unit: number, { sites }: Region): boolean =>
    !this.isIn(unit, { sites }) ||
    this.mayGoNowhere(unit) ||
    this.openSites.some((site) => !sites.includes(site) && this.mayGo(unit, site));

  /**
   * Whether a map that hangs together is sure to go on so with one unit moved, as a look around it shows: what it leaves hangs together
   * beside it, and what it joins lies beside it. O(its neighbours squared); where this is false a look at the whole is needed.
   */
  hangsOn(owners: Uint16Array, unit: number, to: number): boolean {
    const from = owners[unit];
    const beside = this.beside(unit);
    return this.regions.every(({ region: { sites, sitesBefore = sites } }) => {
      const [leaves, joins] = [sites.includes(from), sites.includes(to)];
      if (leaves === joins) return true;
      const near = [...beside].filter((next) => sites.includes(owners[next]));
      if (leaves && near.length === 0) return true;
      // What has been in the region before may hold a piece of before together.
      const wasIn = (each: number): boolean => sitesBefore.includes(this.was[each]);
      const isKept = !wasIn(unit) || near.some(wasIn);
      return isKept && near.length > 0 && (joins || this.#isOnePiece(near));
    });
  }

  #isOnePiece(units: readonly number[]): boolean {
    const [first, ...others] = units;
    const left = new Set(others);
    const queue = [first];
    for (const unit of queue)
      for (const next of left)
        if (this.beside(unit).includes(next)) {
          left.delete(next);
          queue.push(next);
        }
    return left.size === 0;
  }

  /** What is cut off in regions that hold any of some sites, and how it is in all others. */
  cutOff(owners: Uint16Array, touched: ReadonlySet<number>, others: readonly CutOff[]): readonly CutOff[] {
    const isTouched = ({ sites }: Region): boolean => sites.some((site) => touched.has(site));
    return [
      ...others.filter(({ region }) => !isTouched(region)),
      ...this.regions.flatMap(({ region, watch }) => (isTouched(region) ? watch(owners) : [])),
    ];
  }

  readonly allCutOff = (owners: Uint16Array): readonly CutOff[] => this.regions.flatMap(({ watch }) => watch(owners));

  get adjacency(): Adjacency {
    return this.basis.municipality.units.adjacency;
  }

  /** Units beside one. */
  beside(unit: number): Uint32Array {
    const { start, target } = this.adjacency;
    return target.subarray(start[unit], start[unit + 1]);
  }
}

function capacityIn(places: Stroke["places"], pupils: number, stated = Infinity): number {
  switch (places) {
    case "kept":
    case "before":
      return Math.max(pupils, stated);
    case "enough":
      return stated;
    case "free":
      return Infinity;
    default:
      return unreachable(places);
  }
}

/** What a repair changes in one band: site by unit. */
export type Moves = ReadonlyMap<number, number>;

/** An area weighs more than all pupils of a municipality. */
export const AREA = 1e6;

/** How large a repair is: fewest areas first, then fewest pupils. */
export interface Size {
  readonly areas: number;
  readonly pupils: number;
}

export const isSmaller = (one: Size, other: Size): boolean =>
  one.areas < other.areas || (one.areas === other.areas && one.pupils < other.pupils);
