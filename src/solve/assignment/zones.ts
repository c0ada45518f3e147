import { BAND_COUNT, BANDS, hasBand } from "../../domain/grades.ts";
import { NO_SITE, type Plan } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import type { ZoneCut } from "../../model/assignment/build.ts";
import type { AssignmentFrame } from "../../model/assignment/frame.ts";

/**
 * Zones of an answer, which sends only units with pupils somewhere. A zone hangs together when its units are joined through
 * units of its own and empty ones, which any zone may use; {@link drawZones} then gives every empty unit to one zone.
 */
export interface ZoneFinder {
  /** Parts of zones that are cut off from the rest of their zone, as cuts for the model. */
  readonly cuts: (sites: Uint16Array) => readonly ZoneCut[];
}

/** `sites` is the site of each row of the frame, `[row]`. */
export function zoneFinder({ municipality }: Basis, frame: AssignmentFrame): ZoneFinder {
  const { adjacency, count } = municipality.units;
  const rowOfPair = new Int32Array(count * BAND_COUNT).fill(-1);
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
      const row = rowOfPair[unit * BAND_COUNT + band];
      if (row >= 0) rows.push(row);
      for (let edge = adjacency.start[unit]; edge < adjacency.start[unit + 1]; edge++) {
        const next = adjacency.target[edge];
        const other = rowOfPair[next * BAND_COUNT + band];
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
      if (sites[row] === site && frame.pair[row] % BAND_COUNT === band) zone.push(row);
    const parts: { rows: number[]; around: Set<number> }[] = [];
    const placed = new Set<number>();
    for (const row of zone) {
      if (placed.has(row)) continue;
      const part = flood(Math.floor(frame.pair[row] / BAND_COUNT), band, site, sites);
      for (const member of part.rows) placed.add(member);
      parts.push(part);
    }
    if (parts.length < 2) return [];
    const pupils = ({ rows }: { rows: number[] }) => rows.reduce((sum, row) => sum + frame.pupils[row], 0);
    const home = frame.sites[site].unit;
    const main =
      parts.find(({ rows }) => rows.some((row) => Math.floor(frame.pair[row] / BAND_COUNT) === home)) ??
      parts.reduce((most, part) => (pupils(part) > pupils(most) ? part : most));
    // A part that nothing walls in lies across water without a ferry; nobody can join it.
    return parts.flatMap((part) =>
      part === main || part.around.size === 0 ? [] : [{ site, part: part.rows, around: [...part.around] }],
    );
  };
  return {
    cuts: (sites) =>
      frame.sites.flatMap(({ teaches }, site) =>
        BANDS.flatMap(({ band }) => (hasBand(teaches, band) ? cutsOf(site, band, sites) : [])),
      ),
  };
}

/**
 * The answer as a whole assignment: units with pupils as decided, empty ones joined to a zone that touches them, spreading
 * outward from all zones at once, where two meet to the one whose site is nearer. Empty units that no zone reaches keep
 * today's site.
 */
export function drawZones(basis: Basis, plan: Plan, decided: ReadonlyMap<number, number>): Uint16Array {
  const { units } = basis.municipality;
  const { unitWalk, siteCount } = basis.travel;
  const assignment = basis.baseline.assignment.slice();
  for (const { band } of BANDS) {
    const owner = new Uint16Array(units.count).fill(NO_SITE);
    let rim: number[] = [];
    for (let unit = 0; unit < units.count; unit++) {
      const site = decided.get(unit * BAND_COUNT + band);
      if (site === undefined) continue;
      owner[unit] = site;
      rim.push(unit);
    }
    const isFree = (unit: number) => owner[unit] === NO_SITE && basis.unitBand[unit * BAND_COUNT + band] === 0;
    while (rim.length > 0) {
      const claims = new Map<number, number>();
      for (const unit of rim)
        for (let edge = units.adjacency.start[unit]; edge < units.adjacency.start[unit + 1]; edge++) {
          const next = units.adjacency.target[edge];
          if (!isFree(next)) continue;
          const claimed = claims.get(next);
          const way = (site: number) => unitWalk[next * siteCount + site];
          if (claimed === undefined || way(owner[unit]) < way(claimed)) claims.set(next, owner[unit]);
        }
      for (const [unit, site] of claims) owner[unit] = site;
      rim = [...claims.keys()];
    }
    owner.forEach((site, unit) => {
      const pair = unit * BAND_COUNT + band;
      if (site !== NO_SITE) assignment[pair] = site;
      else if (assignment[pair] !== NO_SITE && !hasBand(plan.teaching[assignment[pair]], band))
        assignment[pair] = NO_SITE;
    });
  }
  return assignment;
}
