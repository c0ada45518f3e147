import { type Band, BAND_COUNT, BANDS } from "../domain/grades.ts";
import { districtOfSite, NO_SITE, type Plan } from "../domain/plan.ts";
import { type Pieces, pieces as piecesOf } from "../geo/contiguity.ts";
import type { Ground } from "./basis.ts";

/** Areas that belong together in one band: a site's zone, or a district in its lowest band, as {@link extraPieces} counts it. */
export interface Region {
  readonly kind: "zone" | "district";
  readonly band: Band;
  readonly sites: readonly number[];
}

/** A part of a region that a change left without a way through the region to the rest. */
export interface CutOff {
  readonly region: Region;
  /** Units. */
  readonly part: readonly number[];
  /** The piece that it has to be joined to; where the part is all new, all that was in the region before. */
  readonly rest: readonly number[];
  /** Units of the part and of the rest that have to hang together as long as both are in the region. */
  readonly tied: readonly number[];
  readonly to: readonly number[];
}

/** Site of each unit in one band, `[unit]`. */
export const ownersOf = ({ assignment }: Pick<Plan, "assignment">, band: Band): Uint16Array =>
  Uint16Array.from({ length: assignment.length / BAND_COUNT }, (_, unit) => assignment[unit * BAND_COUNT + band]);

/** What a change cut off, in every band; the districts are those of the plan after it. */
export function cutOff(ground: Ground, before: Uint16Array, after: Plan): readonly CutOff[] {
  return BANDS.flatMap(({ band }) => {
    const [was, is] = [ownersOf({ assignment: before }, band), ownersOf(after, band)];
    return regionsTouched(after, band, was, is).flatMap((region) => regionWatch(ground, region, was)(is));
  });
}

/** Parts of zones, in every band, and of districts that lie apart from the rest of theirs; the smaller ones, each with the largest. */
export function regionsApart(ground: Ground, plan: Plan): readonly CutOff[] {
  const none = new Uint16Array(plan.assignment.length / BAND_COUNT).fill(NO_SITE);
  return BANDS.flatMap(({ band }) => {
    const is = ownersOf(plan, band);
    return regionsOf(plan, band).flatMap((region) => regionWatch(ground, region, none)(is));
  });
}

/** The regions that get or lose units in one band. */
function regionsTouched(plan: Plan, band: Band, was: Uint16Array, is: Uint16Array): readonly Region[] {
  const touched = new Set<number>();
  is.forEach((site, unit) => {
    if (site !== was[unit]) for (const each of [site, was[unit]]) if (each !== NO_SITE) touched.add(each);
  });
  return regionsOf(plan, band).filter(({ sites }) => sites.some((site) => touched.has(site)));
}

/** Every zone of a band, and the districts whose lowest band it is. */
export function regionsOf(plan: Plan, band: Band): readonly Region[] {
  const zones = plan.teaching.map((_, site): Region => ({ kind: "zone", band, sites: [site] }));
  const lowest = lowestBands(plan);
  const districts = plan.districts.flatMap(({ sites }, district): Region[] =>
    lowest[district] === band && sites.length > 1 ? [{ kind: "district", band, sites }] : [],
  );
  return [...zones, ...districts];
}

/** The lowest band in which anybody's unit goes to a district, `[district]`. */
function lowestBands(plan: Plan): readonly (Band | undefined)[] {
  const district = districtOfSite(plan);
  const seen = plan.districts.map((): boolean[] => []);
  plan.assignment.forEach((site, pair) => {
    if (site !== NO_SITE && district[site] !== NO_SITE) seen[district[site]][pair % BAND_COUNT] = true;
  });
  return seen.map((bands) => BANDS.find(({ band }) => bands[band])?.band);
}

/**
 * Finds the parts of a region that do not hang together with the rest any more. What hung together before has to still; what is new
 * has to be joined to something. Where it was in pieces already nothing is asked, nor across water that no ferry crosses. O(units).
 */
export function regionWatch(ground: Ground, region: Region, was: Uint16Array): (is: Uint16Array) => readonly CutOff[] {
  const { adjacency } = ground.municipality.units;
  const old = membersOf(was, region.sites);
  const before = piecesOf(adjacency, old);
  return (is) => {
    const units = membersOf(is, region.sites);
    if (units.length === 0) return [];
    const now = piecesOf(adjacency, units);
    return now.count === 1 ? [] : cutOffAmong(ground, region, { units: old, pieces: before }, { units, pieces: now });
  };
}

/** Units of a region and the pieces they fall into. */
interface InPieces {
  readonly units: readonly number[];
  readonly pieces: Pieces;
}

function cutOffAmong(ground: Ground, region: Region, before: InPieces, now: InPieces): readonly CutOff[] {
  const piece = new Map<number, number>();
  const pieces: number[][] = Array.from({ length: now.pieces.count }, () => []);
  now.units.forEach((unit, i) => {
    piece.set(unit, now.pieces.of[i]);
    pieces[now.pieces.of[i]].push(unit);
  });
  const found: CutOff[] = [];
  const isOld = new Set<number>();
  for (const heirs of heirsOf(before, piece)) {
    for (const number of heirs.keys()) isOld.add(number);
    found.push(...apart(region, pieces, heirs));
  }
  const byLand = new Map<number, number[]>();
  for (const [number, [unit]] of pieces.entries()) {
    const land = ground.landmass[unit];
    byLand.set(land, [...(byLand.get(land) ?? []), number]);
  }
  for (const numbers of byLand.values()) {
    const kept = numbers.filter((number) => isOld.has(number));
    const added = numbers.filter((number) => !isOld.has(number));
    if (kept.length === 0)
      found.push(...apart(region, pieces, new Map(added.map((number) => [number, pieces[number]]))));
    const rest = kept.flatMap((number) => pieces[number]);
    if (kept.length > 0)
      found.push(...added.map((number) => ({ region, part: pieces[number], rest, tied: pieces[number], to: rest })));
  }
  return found;
}

/** For each piece of before the pieces that it has come into, each with its units there. */
function heirsOf(before: InPieces, piece: ReadonlyMap<number, number>): readonly ReadonlyMap<number, number[]>[] {
  const heirs: Map<number, number[]>[] = Array.from({ length: before.pieces.count }, () => new Map());
  before.units.forEach((unit, i) => {
    const found = piece.get(unit);
    if (found === undefined) return;
    const into = heirs[before.pieces.of[i]];
    const there = into.get(found);
    if (there) there.push(unit);
    else into.set(found, [unit]);
  });
  return heirs;
}

/** All but the largest of some pieces, which have to hang together for the sake of some units in each. */
function apart(
  region: Region,
  pieces: readonly (readonly number[])[],
  tied: ReadonlyMap<number, readonly number[]>,
): readonly CutOff[] {
  const [main, ...others] = [...tied].toSorted(([a], [b]) => pieces[b].length - pieces[a].length);
  return others.map(([number, units]) => ({
    region,
    part: pieces[number],
    rest: pieces[main[0]],
    tied: units,
    to: main[1],
  }));
}

function membersOf(owners: Uint16Array, sites: readonly number[]): number[] {
  const units: number[] = [];
  if (sites.length === 1) {
    const [site] = sites;
    for (let unit = 0; unit < owners.length; unit++) if (owners[unit] === site) units.push(unit);
    return units;
  }
  const isIn = new Set(sites);
  for (let unit = 0; unit < owners.length; unit++) if (isIn.has(owners[unit])) units.push(unit);
  return units;
}
