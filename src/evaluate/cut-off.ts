import type { Band, Grades } from "../domain/grades.ts";
import type { Adjacency, Units } from "../domain/municipality.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";
import { type Pieces, pieces as piecesOf } from "../geo/contiguity.ts";
import type { Ground } from "./basis.ts";

/** Areas that belong together in one band: a site's zone, or a district's, as {@link extraPieces} counts it. */
export interface Region {
  readonly kind: "zone" | "district";
  readonly band: Band;
  readonly sites: readonly number[];
  /** The sites that were in it before, where these are others. */
  readonly sitesBefore?: readonly number[];
}

/** Equal for equal regions of one band, and for no others. */
export const regionKey = ({ kind, sites }: Pick<Region, "kind" | "sites">): string => `${kind} ${sites.join()}`;

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

/** What hangs together in a case: the part of it that a page which only looks at cuts needs to have. */
export interface JoinedGround extends Pick<Ground, "landmass"> {
  readonly municipality: { readonly units: Pick<Units, "adjacency"> };
}

/** Site of each unit in one band, `[unit]`. */
export function ownersOf(grades: Grades, { assignment }: Pick<Plan, "assignment">, band: Band): Uint16Array {
  const owners = new Uint16Array(assignment.length / grades.bandCount);
  for (let unit = 0; unit < owners.length; unit++) owners[unit] = assignment[unit * grades.bandCount + band];
  return owners;
}

/**
 * What a change cut off, in every band; the districts are those of the plan after it. `districtsBefore`: as they were, where the change
 * moved schools between them.
 */
export function cutOff(
  ground: JoinedGround,
  before: Uint16Array,
  after: Plan,
  districtsBefore: Plan["districts"] = after.districts,
): readonly CutOff[] {
  return after.grades.bands.flatMap(({ band }) => {
    const was = ownersOf(after.grades, { assignment: before }, band);
    const is = ownersOf(after.grades, after, band);
    return regionsTouched(after, { band, was, is, districtsBefore }).flatMap((region) =>
      regionWatch(ground, region, was)(is),
    );
  });
}

/** Whether every zone and every district is in one piece in each band, as far as there is land. */
export const hangsTogether = (ground: Ground, plan: Plan): boolean =>
  cutOff(ground, new Uint16Array(plan.assignment.length).fill(NO_SITE), plan).length === 0;

/** Parts of zones and of districts, in every band, that lie apart from the rest of theirs; the smaller ones, each with the largest. */
export function regionsApart(ground: Ground, plan: Plan): readonly CutOff[] {
  const none = new Uint16Array(plan.assignment.length / plan.grades.bandCount).fill(NO_SITE);
  return plan.grades.bands.flatMap(({ band }) => {
    const is = ownersOf(plan.grades, plan, band);
    return regionsOf(plan, band).flatMap((region) => regionWatch(ground, region, none)(is));
  });
}

interface BandChange {
  readonly band: Band;
  /** Site of each unit before and after, `[unit]`. */
  readonly was: Uint16Array;
  readonly is: Uint16Array;
  readonly districtsBefore: Plan["districts"];
}

/** The regions that get or lose units or schools in one band, in the order of {@link regionsOf}. */
function regionsTouched(plan: Plan, { band, was, is, districtsBefore }: BandChange): readonly Region[] {
  const touched = new Set<number>();
  for (let unit = 0; unit < is.length; unit++)
    if (is[unit] !== was[unit]) for (const site of [is[unit], was[unit]]) if (site !== NO_SITE) touched.add(site);
  if (touched.size === 0 && districtsBefore === plan.districts) return [];
  const zones = [...touched].filter((site) => site < plan.teaching.length).toSorted((a, b) => a - b);
  return [
    ...zones.map((site) => zoneOf(band, site)),
    ...districtsOf(plan, band, districtsBefore).filter(
      ({ sites, sitesBefore }) => sitesBefore !== undefined || sites.some((site) => touched.has(site)),
    ),
  ];
}

/** Every zone of a band, and every district of more than one site. */
export const regionsOf = (
  plan: Plan,
  band: Band,
  districtsBefore: Plan["districts"] = plan.districts,
): readonly Region[] => [
  ...plan.teaching.map((_, site) => zoneOf(band, site)),
  ...districtsOf(plan, band, districtsBefore),
];

const zoneOf = (band: Band, site: number): Region => ({ kind: "zone", band, sites: [site] });

/** Districts of more than one site. */
const districtsOf = ({ districts }: Plan, band: Band, districtsBefore: Plan["districts"]): readonly Region[] =>
  districts.flatMap(({ id, sites }): Region[] => {
    if (sites.length < 2) return [];
    // A district that is new had none.
    const had = districtsBefore === districts ? sites : (districtsBefore.find((each) => each.id === id)?.sites ?? []);
    const isSame = had.length === sites.length && had.every((site) => sites.includes(site));
    return [{ kind: "district", band, sites, ...(isSame ? {} : { sitesBefore: had }) }];
  });

/** Finds the parts of a region that lie apart among the owners of units in its band, `[unit]`. */
type RegionWatch = (is: Uint16Array) => readonly CutOff[];

/**
 * Finds the parts of a region that do not hang together with the rest any more. What hung together before has to still; what is new
 * has to be joined to something. Where it was in pieces already nothing is asked, nor across water that no ferry crosses. O(units).
 */
export function regionWatch(ground: JoinedGround, region: Region, was: Uint16Array): RegionWatch {
  const { adjacency } = ground.municipality.units;
  const { sites, sitesBefore = sites } = region;
  const isIn = marked(sites);
  const { members, piece } = spaceOf(adjacency);
  const old = membersOf(was, sitesBefore === sites ? isIn : marked(sitesBefore), members).slice();
  const before = { units: old, pieces: piecesOf(adjacency, old) };
  return (is) => {
    const units = membersOf(is, isIn, members);
    if (units.length === 0) return [];
    const pieces = piecesOf(adjacency, units);
    if (pieces.count === 1) return [];
    piece.fill(-1);
    for (let i = 0; i < units.length; i++) piece[units[i]] = pieces.of[i];
    return cutOffAmong(ground, region, before, { units, pieces }, piece);
  };
}

/** Working space of all watches of an adjacency, `[unit]`: a hand that moves leaves no garbage, and each look is over before the next. */
interface Space {
  readonly members: Uint32Array;
  readonly piece: Int32Array;
}

const spaces = new WeakMap<Adjacency, Space>();

function spaceOf(adjacency: Adjacency): Space {
  const count = adjacency.start.length - 1;
  const space = spaces.get(adjacency) ?? { members: new Uint32Array(count), piece: new Int32Array(count) };
  spaces.set(adjacency, space);
  return space;
}

/** Units of a region and the pieces they fall into. */
interface InPieces {
  readonly units: Uint32Array;
  readonly pieces: Pieces;
}

/** `piece`: the number of each unit's piece now, -1 for a unit in none, `[unit]`. */
function cutOffAmong(
  ground: JoinedGround,
  region: Region,
  before: InPieces,
  now: InPieces,
  piece: Int32Array,
): readonly CutOff[] {
  if (hangsAsBefore(ground, before, now, piece)) return [];
  const pieces: number[][] = Array.from({ length: now.pieces.count }, () => []);
  for (let i = 0; i < now.units.length; i++) pieces[now.pieces.of[i]].push(now.units[i]);
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

/**
 * Whether nothing of a region can be cut off: each piece of before has come into one, and what is new is joined to something or all
 * there is on its land. Asked first, since it is what most changes come to and takes no lists of units.
 */
function hangsAsBefore(ground: JoinedGround, before: InPieces, now: InPieces, piece: Int32Array): boolean {
  const heir = new Int32Array(before.pieces.count).fill(-1);
  const isOld = new Uint8Array(now.pieces.count);
  for (let i = 0; i < before.units.length; i++) {
    const found = piece[before.units[i]];
    if (found < 0) continue;
    const own = before.pieces.of[i];
    if (heir[own] >= 0 && heir[own] !== found) return false;
    heir[own] = found;
    isOld[found] = 1;
  }
  const onLand = new Map<number, "kept" | "added">();
  for (let i = 0, next = 0; i < now.units.length && next < now.pieces.count; i++) {
    // Pieces are numbered by their first unit.
    if (now.pieces.of[i] !== next) continue;
    const land = ground.landmass[now.units[i]];
    const kind = isOld[next] === 1 ? "kept" : "added";
    const known = onLand.get(land);
    if (known !== undefined && (kind === "added" || known === "added")) return false;
    onLand.set(land, kind);
    next++;
  }
  return true;
}

/** For each piece of before the pieces that it has come into, each with its units there; `piece` is -1 for a unit in none, `[unit]`. */
function heirsOf(before: InPieces, piece: Int32Array): readonly ReadonlyMap<number, number[]>[] {
  const heirs: Map<number, number[]>[] = Array.from({ length: before.pieces.count }, () => new Map());
  before.units.forEach((unit, i) => {
    const found = piece[unit];
    if (found < 0) return;
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

/** `[site]`: 1 for each of some. */
function marked(sites: readonly number[]): Uint8Array {
  const isIn = new Uint8Array(1 + Math.max(-1, ...sites));
  for (const site of sites) isIn[site] = 1;
  return isIn;
}

/** The units that go to some sites (`[site]`: 1), in order; written into some space. */
function membersOf(owners: Uint16Array, isIn: Uint8Array, space: Uint32Array): Uint32Array {
  let count = 0;
  for (let unit = 0; unit < owners.length; unit++) {
    const site = owners[unit];
    // Reading beyond the end of an array costs ten times as much as this question.
    if (site < isIn.length && isIn[site] === 1) space[count++] = unit;
  }
  return space.subarray(0, count);
}
