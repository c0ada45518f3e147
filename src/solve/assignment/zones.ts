import { type Band, hasBand } from "../../domain/grades.ts";
import { NO_SITE, type Plan } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { pieces } from "../../geo/contiguity.ts";
import type { ZoneCut } from "../../model/assignment/build.ts";
import type { AssignmentFrame } from "../../model/assignment/frame.ts";

/**
 * Zones of an answer, which sends only units with pupils somewhere. A zone hangs together when its units are joined through
 * units of its own and empty ones, which any zone may use; {@link drawZones} then gives every empty unit to one zone.
 */
export interface ZoneFinder {
  /** Parts of zones that are cut off from the rest of their zone, as cuts for the model. */
  readonly cuts: (sites: Uint16Array) => readonly ZoneCut[];
  /**
   * Parts that no cut tells apart, as empty units could join them, but that stay apart when all zones are drawn: two zones
   * would have to cross. Cuts that send the smallest such part of each band elsewhere; plans that could be drawn otherwise
   * are lost with them.
   */
  readonly undrawn: (sites: Uint16Array) => readonly ZoneCut[];
}

/** `sites` is the site of each row of the frame, `[row]`. */
export function zoneFinder(basis: Basis, frame: AssignmentFrame): ZoneFinder {
  const { adjacency, count } = basis.municipality.units;
  const rowOfPair = new Int32Array(count * frame.grades.bandCount).fill(-1);
  frame.pair.forEach((pair, row) => (rowOfPair[pair] = row));
  const seen = new Int32Array(count);
  let visit = 0;
  /** Everything that a zone reaches from one of its units, and the rows of other zones that wall it in. */
  const flood = (start: number, band: number, site: number, sites: Uint16Array) => {
    visit++;
    const queue = [start];
    const rows: number[] = [];
    const around = new Set<number>();
    seen[start] = visit;
    for (const unit of queue) {
      const row = rowOfPair[unit * frame.grades.bandCount + band];
      if (row >= 0) rows.push(row);
      for (let edge = adjacency.start[unit]; edge < adjacency.start[unit + 1]; edge++) {
        const next = adjacency.target[edge];
        const other = rowOfPair[next * frame.grades.bandCount + band];
        if (other >= 0 && sites[other] !== site) around.add(other);
        else if (seen[next] !== visit) {
          seen[next] = visit;
          queue.push(next);
        }
      }
    }
    return { rows, around };
  };
  const cutsOf = (site: number, band: number, sites: Uint16Array): ZoneCut[] => {
    const zone: number[] = [];
    for (let row = 0; row < frame.rows; row++)
      if (sites[row] === site && frame.pair[row] % frame.grades.bandCount === band) zone.push(row);
    const parts: { rows: number[]; around: Set<number> }[] = [];
    const placed = new Set<number>();
    for (const row of zone) {
      if (placed.has(row)) continue;
      const part = flood(Math.floor(frame.pair[row] / frame.grades.bandCount), band, site, sites);
      for (const member of part.rows) placed.add(member);
      parts.push(part);
    }
    // Where nobody lives yet, nobody is cut off.
    const settled = parts.flatMap(({ rows, around }) => {
      const livedIn = rows.filter((row) => frame.pupils[row] > 0);
      return livedIn.length > 0 ? [{ rows: livedIn, around }] : [];
    });
    if (settled.length < 2) return [];
    // The rest of the zone is the part at the site itself, else the most numerous; one row stands for it.
    const isHome = (row: number): boolean =>
      Math.floor(frame.pair[row] / frame.grades.bandCount) === frame.sites[site].unit;
    const main =
      settled.find(({ rows }) => rows.some(isHome)) ??
      settled.reduce((most, part) => (pupilsIn(frame, part.rows) > pupilsIn(frame, most.rows) ? part : most));
    const anchor =
      main.rows.find(isHome) ?? main.rows.reduce((most, row) => (frame.pupils[row] > frame.pupils[most] ? row : most));
    // A part that nothing walls in lies across water without a ferry; nobody can join it.
    return settled.flatMap(({ rows, around }) =>
      rows === main.rows || around.size === 0 ? [] : [{ site, part: rows, around: [...around], anchor }],
    );
  };
  return {
    undrawn: (sites) => frame.grades.bands.flatMap(({ band }) => smallestUndrawn(basis, frame, rowOfPair, band, sites)),
    cuts: (sites) =>
      frame.sites.flatMap(({ teaches }, site) =>
        frame.grades.bands.flatMap(({ band }) => (hasBand(teaches, band) ? cutsOf(site, band, sites) : [])),
      ),
  };
}

const pupilsIn = ({ pupils }: AssignmentFrame, rows: readonly number[]): number =>
  rows.reduce((sum, row) => sum + pupils[row], 0);

/** A part of a zone of the drawn map with the rows in it. */
interface DrawnPart {
  readonly site: number;
  readonly rows: readonly number[];
  readonly pupils: number;
  readonly land: number;
}

function smallestUndrawn(
  basis: Basis,
  frame: AssignmentFrame,
  rowOfPair: Int32Array,
  band: Band,
  sites: Uint16Array,
): readonly ZoneCut[] {
  const decided = new Uint16Array(basis.municipality.units.count).fill(NO_SITE);
  frame.pair.forEach((pair, row) => {
    if (pair % frame.grades.bandCount === band) decided[Math.floor(pair / frame.grades.bandCount)] = sites[row];
  });
  const owner = drawBand(basis, band, decided);
  const parts: DrawnPart[] = [];
  for (const site of new Set(owner)) {
    if (site === NO_SITE) continue;
    const zone = [...owner.keys()].filter((unit) => owner[unit] === site);
    const { of } = pieces(basis.municipality.units.adjacency, zone);
    const unitsOf = new Map<number, number[]>();
    zone.forEach((unit, i) => {
      const piece = unitsOf.get(of[i]);
      if (piece) piece.push(unit);
      else unitsOf.set(of[i], [unit]);
    });
    const here = [...unitsOf.values()].map((members): DrawnPart => {
      const rows = members.map((unit) => rowOfPair[unit * frame.grades.bandCount + band]).filter((row) => row >= 0);
      return { site, rows, pupils: pupilsIn(frame, rows), land: basis.landmass[members[0]] };
    });
    const [main, ...others] = here.toSorted((a, b) => b.pupils - a.pupils);
    parts.push(...others.filter(({ pupils, land }) => pupils > 0 && land === main.land));
  }
  const smallest = parts.toSorted((a, b) => a.pupils - b.pupils).at(0);
  return smallest ? [{ site: smallest.site, part: smallest.rows, around: [] }] : [];
}

/**
 * The answer as a whole assignment: units with pupils as decided, empty ones given to zones. First each zone in several parts
 * joins them by the shortest paths through empty units that are still free; then all zones spread outward at once, and where
 * two meet the unit goes to the one whose site is nearer. Empty units that no zone reaches keep today's site.
 */
export function drawZones(
  basis: Basis,
  plan: Plan,
  decided: ReadonlyMap<number, number>,
  reroutes = MOST_REROUTES,
): Uint16Array {
  const assignment = basis.baseline.assignment.slice();
  for (const { band } of plan.grades.bands) {
    const owner = Uint16Array.from(
      basis.landmass,
      (_, unit) => decided.get(unit * plan.grades.bandCount + band) ?? NO_SITE,
    );
    drawBand(basis, band, owner, reroutes).forEach((site, unit) => {
      const pair = unit * plan.grades.bandCount + band;
      if (site !== NO_SITE) assignment[pair] = site;
      else if (assignment[pair] !== NO_SITE && !hasBand(plan.teaching[assignment[pair]], band))
        assignment[pair] = NO_SITE;
    });
  }
  return assignment;
}

/** The same of one band: site by unit as decided, and then NO_SITE only where no zone reaches. */
export const drawBand = (basis: Basis, band: Band, decided: Uint16Array, reroutes = MOST_REROUTES): Uint16Array =>
  new BandMap(basis, band, decided, reroutes).draw();

/** The units of one band while they are given to sites. */
class BandMap {
  readonly #basis: Basis;
  readonly #band: Band;
  readonly #owner: Uint16Array;
  readonly #from: Int32Array;
  readonly #queue: Int32Array;
  readonly #reroutes: number;

  constructor(basis: Basis, band: Band, decided: Uint16Array, reroutes: number) {
    const { count } = basis.municipality.units;
    this.#basis = basis;
    this.#band = band;
    this.#from = new Int32Array(count);
    this.#queue = new Int32Array(count);
    this.#reroutes = reroutes;
    this.#owner = decided.slice();
  }

  draw(): Uint16Array {
    this.#joinAll();
    this.#spread();
    return this.#owner;
  }

  /**
   * Zones join their parts one after the other and may bar each other's way through empty units. Those that stay in parts go
   * first the next time (rip up and reroute); the round that leaves fewest units apart is kept.
   */
  #joinAll(): void {
    const decided = this.#owner.slice();
    const zones = new Map<number, number[]>();
    decided.forEach((site, unit) => {
      if (site === NO_SITE) return;
      const zone = zones.get(site);
      if (zone) zone.push(unit);
      else zones.set(site, [unit]);
    });
    let sites = [...zones.keys()];
    let fewest = Infinity;
    let best = decided;
    for (let round = 0; round < this.#reroutes; round++) {
      this.#owner.set(decided);
      const left = sites.map((site) => this.#join(site, zones.get(site) ?? []));
      const all = left.reduce((sum, units) => sum + units, 0);
      if (all < fewest) [fewest, best] = [all, this.#owner.slice()];
      const apart = sites.filter((_, i) => left[i] > 0);
      if (apart.every((site, i) => sites[i] === site)) break;
      sites = [...apart, ...sites.filter((site) => !apart.includes(site))];
    }
    this.#owner.set(best);
  }

  #isFree = (unit: number): boolean =>
    this.#owner[unit] === NO_SITE &&
    this.#basis.unitBand[unit * this.#basis.municipality.grades.bandCount + this.#band] === 0;

  /**
   * From one part of the zone outward through its own and free units; each new part found is joined by the path to it.
   * Returns how many of its units are left apart.
   */
  #join(site: number, zone: readonly number[]): number {
    const { start, target } = this.#basis.municipality.units.adjacency;
    const [owner, from, queue] = [this.#owner, this.#from, this.#queue];
    from.fill(UNSEEN);
    from[zone[0]] = HERE;
    queue[0] = zone[0];
    let waiting = zone.length - 1;
    for (let at = 0, end = 1; at < end && waiting > 0; at++) {
      const unit = queue[at];
      for (let edge = start[unit]; edge < start[unit + 1]; edge++) {
        const other = target[edge];
        if (from[other] !== UNSEEN) continue;
        const own = owner[other] === site;
        if (!own && !this.#isFree(other)) continue;
        from[other] = unit;
        queue[end++] = other;
        if (!own) continue;
        waiting--;
        for (let path = unit; this.#isFree(path); path = from[path]) owner[path] = site;
      }
    }
    return waiting;
  }

  #spread(): void {
    const { start, target } = this.#basis.municipality.units.adjacency;
    const { unitWalk, siteCount } = this.#basis.travel;
    let rim: number[] = [];
    this.#owner.forEach((site, unit) => {
      if (site !== NO_SITE) rim.push(unit);
    });
    while (rim.length > 0) {
      const claims = new Map<number, number>();
      for (const unit of rim)
        for (let edge = start[unit]; edge < start[unit + 1]; edge++) {
          const next = target[edge];
          if (!this.#isFree(next)) continue;
          const way = (site: number) => unitWalk[next * siteCount + site];
          const claimed = claims.get(next);
          if (claimed === undefined || way(this.#owner[unit]) < way(claimed)) claims.set(next, this.#owner[unit]);
        }
      for (const [unit, site] of claims) this.#owner[unit] = site;
      rim = [...claims.keys()];
    }
  }
}

/** Times that zones are joined anew with those first that were left in parts. */
const MOST_REROUTES = 12;
const UNSEEN = -2;
const HERE = -1;
