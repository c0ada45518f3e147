import { sum } from "../../kernels/sum.ts";
import { hasBand, type Grades } from "../../domain/grades.ts";
import type { RedrawQuestion } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { toPlane } from "../../geo/projection.ts";
import { unitFinder } from "../../geo/unit-at.ts";
import { linkPieces } from "../../kernels/districting/links.ts";
import { unitRules } from "./bonds.ts";
import type { DistrictingProblem } from "../../kernels/districting/problem.ts";

/** A redraw question as a districting problem. */
export interface RedrawArrays {
  readonly problem: DistrictingProblem;
  /** Site of each candidate root where roots are seats, `[root]`; undefined for a middle that is none. */
  readonly seat?: readonly (number | undefined)[];
  /** Pairs of units linked because nothing else joins their land. */
  readonly links: number;
}

/** Pupils that every district may have, by how alike they are to be. */
export function limitsOf(pupils: number, { districts, tolerance }: RedrawQuestion) {
  const mean = pupils / districts;
  return { least: Math.ceil((1 - tolerance) * mean - 1e-9), most: Math.floor((1 + tolerance) * mean + 1e-9) };
}

/** The same, as rules about every district narrow it. */
function narrowedLimits(pupils: number, question: RedrawQuestion) {
  let { least, most } = limitsOf(pupils, question);
  for (const rule of question.rules ?? []) {
    if (!("pupils" in rule) || rule.site !== undefined) continue;
    if (rule.kind === "at-least-pupils") least = Math.max(least, rule.pupils);
    else most = Math.min(most, rule.pupils);
  }
  return { least, most };
}

/** Metres in a straight line that the strictest rule allows from a unit with pupils to its district's middle. */
const farthestOf = ({ rules = [] }: RedrawQuestion): number =>
  Math.min(...rules.map((rule) => (rule.kind === "farthest" ? rule.metres : Infinity)));

/** Pupils of the balanced column, `[unit]`. */
export function balancedPupils({ municipality, unitBand }: Basis, { balance }: RedrawQuestion): Float64Array {
  const bands = bandsOf(municipality.grades, balance);
  return Float64Array.from({ length: municipality.units.count }, (_, unit) =>
    sum(bands.map((band) => unitBand[unit * municipality.grades.bandCount + band])),
  );
}

const bandsOf = (grades: Grades, balance: RedrawQuestion["balance"]) =>
  balance === "pupils" ? grades.bands.map(({ band }) => band) : [balance];

/** Seats that must each have a district: all, where there are no more of them than districts. */
const requiredSeats = ({ seats = [], districts }: RedrawQuestion): readonly number[] =>
  seats.length <= districts ? seats : [];

/** Sites that a district may be measured from; undefined where middles are free, but for those of {@link requiredSeats}. */
function seatSites({ municipality, baseline }: Basis, { seats, objective, districts }: RedrawQuestion) {
  if (seats && seats.length >= districts) return seats;
  if (objective === "inertia") return undefined;
  const open = municipality.sites.flatMap((_, site) => (baseline.teaching[site] === 0 ? [] : [site]));
  return [...(seats ?? []), ...open.filter((site) => !seats?.includes(site))];
}

/** The unit that each required seat stands in; undefined where two stand in one, or one in none. */
export function requiredUnits({ municipality }: Basis, question: RedrawQuestion): readonly number[] | undefined {
  const unitAt = unitFinder(municipality.units);
  const units = requiredSeats(question).flatMap((site) => unitAt(municipality.sites[site]) ?? []);
  return new Set(units).size === requiredSeats(question).length ? units : undefined;
}

/** `among` are the sites that districts may be measured from, where not all; no two in one unit. */
export function redrawArrays(basis: Basis, question: RedrawQuestion, among?: readonly number[]): RedrawArrays {
  const { units, sites, roads } = basis.municipality;
  const xy = toPlane(roads.plane, units.lon, units.lat);
  const x = Float64Array.from({ length: units.count }, (_, unit) => xy[2 * unit]);
  const y = Float64Array.from({ length: units.count }, (_, unit) => xy[2 * unit + 1]);
  const { adjacency, links } = linkPieces(units.adjacency, x, y);
  const demand = balancedPupils(basis, question);
  const unitAt = unitFinder(units);
  const candidates = among ?? seatSites(basis, question);
  const rooted = candidates && distinct(candidates, (site) => unitAt(sites[site]));
  const rootUnit = rooted
    ? Int32Array.from(rooted, ({ unit }) => unit)
    : Int32Array.from({ length: units.count }, (_, unit) => unit);
  const { least, most } = narrowedLimits(sum(demand), question);
  const inertia = (root: number) => {
    const middle = rootUnit[root];
    return demand.map((pupils, unit) => (pupils * ((x[unit] - x[middle]) ** 2 + (y[unit] - y[middle]) ** 2)) / 1e6);
  };
  const ways =
    rooted && question.objective === "pupil-metres"
      ? rooted.map(({ site }) => pupilMetres(basis, question, site))
      : undefined;
  const anchor = new Uint8Array(units.count);
  sites.forEach((site, number) => {
    const unit = basis.baseline.teaching[number] === 0 ? undefined : unitAt(site);
    if (unit !== undefined) anchor[unit] = 1;
  });
  const required = requiredUnits(basis, question) ?? [];
  const farthest = farthestOf(question);
  const inReach = (cost: Float64Array, middle: number): Float64Array =>
    farthest === Infinity
      ? cost
      : cost.map((value, unit) =>
          demand[unit] > 0 && Math.hypot(x[unit] - x[middle], y[unit] - y[middle]) > farthest ? Infinity : value,
        );
  const measured = (root: number) => inReach(ways ? ways[root] : inertia(root), rootUnit[root]);
  const problem: DistrictingProblem = {
    adjacency,
    demand,
    districts: question.districts,
    rootUnit,
    least: new Float64Array(rootUnit.length).fill(least),
    most: new Float64Array(rootUnit.length).fill(most),
    cost: required.length === 0 ? measured : (root) => besides(measured(root), required, rootUnit[root]),
    ...(question.sites === "in-every-district" && { anchor }),
    ...(question.rules?.some(({ kind }) => kind === "capacity") && { excess: excessOf(basis) }),
    ...unitRules(basis, question),
  };
  const seats = requiredSeats(question);
  const seatIn = new Map(required.map((unit, at) => [unit, seats[at]]));
  const seat = rooted
    ? rooted.map(({ site }) => site)
    : required.length > 0 && Array.from(rootUnit, (unit) => seatIn.get(unit));
  return { problem, links: links.length, ...(seat && { seat }) };
}

/**
 * Pupils of each band less the places there, `[band][unit]`. A site whose places are not known brings as many as there are pupils; one
 * outside all units is in no district.
 */
function excessOf({ municipality, baseline, unitBand }: Basis): readonly Float64Array[] {
  const { units, sites } = municipality;
  const unitAt = unitFinder(units);
  return municipality.grades.bands.map(({ band }) => {
    const excess = Float64Array.from(
      { length: units.count },
      (_, unit) => unitBand[unit * municipality.grades.bandCount + band],
    );
    const everybody = sum(excess);
    sites.forEach((site, number) => {
      const unit = hasBand(baseline.teaching[number], band) ? unitAt(site) : undefined;
      if (unit !== undefined) excess[unit] -= site.capacity[band] ?? everybody;
    });
    return excess;
  });
}

/** A required seat's unit belongs to no district but its own, which there is therefore. */
function besides(cost: Float64Array, required: readonly number[], own: number): Float64Array {
  const held = cost.slice();
  for (const unit of required) if (unit !== own) held[unit] = Infinity;
  return held;
}

/**
 * Every way to take one site from each unit that seats may stand in: a district is measured from one site, and a unit has one
 * district. One way where no two stand in the same unit; undefined where middles are free.
 */
export function seatChoices(basis: Basis, question: RedrawQuestion): readonly (readonly number[])[] | undefined {
  const { units, sites } = basis.municipality;
  const unitAt = unitFinder(units);
  const here = new Map<number, number[]>();
  for (const site of seatSites(basis, question) ?? []) {
    const unit = unitAt(sites[site]);
    if (unit !== undefined) here.set(unit, [...(here.get(unit) ?? []), site]);
  }
  if (seatSites(basis, question) === undefined) return undefined;
  const required = new Set(requiredSeats(question));
  const able = (own: readonly number[]): readonly number[] => {
    const held = own.filter((site) => required.has(site));
    return held.length > 0 ? held : own;
  };
  return [...here.values()]
    .map(able)
    .reduce<readonly (readonly number[])[]>(
      (choices, own) => choices.flatMap((choice) => own.map((site) => [...choice, site])),
      [[]],
    );
}

/** Sites that stand in a unit of their own; of several in one unit the first. */
function distinct(candidates: readonly number[], unitOf: (site: number) => number | undefined) {
  const taken = new Set<number>();
  return candidates.flatMap((site) => {
    const unit = unitOf(site);
    if (unit === undefined || taken.has(unit)) return [];
    taken.add(unit);
    return [{ site, unit }];
  });
}

/** Metres one way of each unit's pupils to a site, `[unit]`; pupils who can reach no site at all are left out. */
function pupilMetres({ municipality, travel, pointBand }: Basis, { balance }: RedrawQuestion, site: number) {
  const { firstPoint } = municipality.demand;
  const { walk, siteCount } = travel;
  const bands = bandsOf(municipality.grades, balance);
  const metres = new Float64Array(municipality.units.count);
  for (let unit = 0; unit < metres.length; unit++)
    for (let point = firstPoint[unit]; point < firstPoint[unit + 1]; point++) {
      const pupils = bands.reduce(
        (total: number, band) => total + pointBand[point * municipality.grades.bandCount + band],
        0,
      );
      const row = walk.subarray(point * siteCount, (point + 1) * siteCount);
      if (pupils > 0 && row.some(Number.isFinite)) metres[unit] += pupils * row[site];
    }
  return metres;
}
