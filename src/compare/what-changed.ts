import { type Assumption, assumptionKey, type MeasuredAssumption, measuredWith } from "../domain/assumption.ts";
import type { Band, BandSet, Grades } from "../domain/grades.ts";
import { districtOfSite, NO_SITE, type Plan } from "../domain/plan.ts";
import { livesOnIn } from "../evaluate/changed-district.ts";
import { goingOn } from "./going-on.ts";

/** A plan with the places it takes schools to have, `[site][band]`, and what else it takes for granted. */
interface Sited {
  readonly plan: Plan;
  readonly capacity: readonly (readonly (number | undefined)[])[];
  /** What it takes for granted; absent: nothing, as for all plans of a case. */
  readonly assumptions?: ReadonlyMap<string, Assumption>;
}

/** Areas, and the pupils of theirs that it is about. */
export interface Moved {
  readonly areas: number;
  readonly pupils: number;
  /** The grades that those pupils are in, ascending; where nobody lives none. */
  readonly bands: readonly Band[];
}

/** What is other at one school; what is as before is left out. */
export interface SchoolChange {
  readonly site: number;
  readonly fate?: "closed" | "opened" | "new";
  readonly gained?: Moved;
  readonly lost?: Moved;
  /** Of a school that is open in both. */
  readonly grades?: { readonly before: BandSet; readonly after: BandSet };
  /** Names; absent for none. `leaves`: its district does not live on in the one that it comes to, as "changed-district" has it. */
  readonly district?: { readonly before?: string; readonly after?: string; readonly leaves?: true };
  readonly places?: readonly { readonly band: number; readonly before?: number; readonly after?: number }[];
}

export interface WhatChanged {
  /** Schools at which anything is other. */
  readonly schools: readonly SchoolChange[];
  readonly renamed: readonly { readonly before: string; readonly after: string }[];
  /** Districts by name that do not go on, and those in which none does: joined, split off, or made. */
  readonly gone: readonly string[];
  readonly formed: readonly string[];
  /** What the proposal takes for granted that the other does not. */
  readonly assumptions: readonly MeasuredAssumption[];
  /** Areas that go to another school in any band, ascending. */
  readonly units: readonly number[];
  /** Pupils who go to another school, and the grades that they are in, ascending. */
  readonly pupils: number;
  readonly bands: readonly Band[];
}

/** Everything in which a plan differs from another, which may know fewer schools. `unitBand`: pupils, `[unit * BAND_COUNT + band]`. */
export function whatChanged(
  against: Sited,
  { plan, capacity, assumptions = new Map() }: Sited,
  unitBand: Uint32Array,
): WhatChanged {
  const before = new Set([...(against.assumptions?.values() ?? [])].map(assumptionKey));
  const moves = movesBetween(against.plan, plan, unitBand);
  const districts = districtsBetween(against.plan, plan, unitBand);
  const schools = plan.teaching.map((_, site) => schoolChange(site, against, { plan, capacity }, moves, districts));
  const [were, are] = [against.plan.districts, plan.districts];
  const kept = new Set(districts.heirs.values());
  return {
    schools: schools.filter((change) => Object.keys(change).length > 1),
    renamed: were.flatMap(({ name }, old) => {
      const now = are.find((_, number) => districts.heirs.get(number) === old);
      return now && now.name !== name ? [{ before: name, after: now.name }] : [];
    }),
    gone: were.flatMap(({ name }, old) => (kept.has(old) ? [] : [name])),
    formed: are.flatMap(({ name }, now) => (districts.heirs.has(now) ? [] : [name])),
    assumptions: [...measuredWith(assumptions).values()].filter((each) => !before.has(assumptionKey(each))),
    units: moves.units,
    pupils: moves.pupils,
    bands: moves.bands,
  };
}

/** Districts by number. */
interface Districts {
  /** Of each site, `[site]`; `NO_SITE` for none. */
  readonly before: Uint16Array;
  readonly after: Uint16Array;
  /** The district that goes on in each of the plan's, `[now]`. */
  readonly heirs: ReadonlyMap<number, number>;
  /** Where each district's pupils are, most of them, `[old]`. */
  readonly livesOn: readonly (number | undefined)[];
}

function districtsBetween(against: Plan, plan: Plan, unitBand: Uint32Array): Districts {
  const [before, after] = [districtOfSite(against), districtOfSite(plan)];
  const taken = plan.districts.map(() => new Uint32Array(against.districts.length));
  plan.assignment.forEach((site, pair) => {
    const [old, now] = [before[against.assignment[pair]] ?? NO_SITE, after[site] ?? NO_SITE];
    if (old !== NO_SITE && now !== NO_SITE) taken[now][old] += unitBand[pair];
  });
  const livesOn = against.districts.map((_, old) => livesOnIn(taken, old));
  return { before, after, heirs: heirsOf(against, plan, unitBand), livesOn };
}

/** Today's district that goes on in each of the plan's, `[now]`. As the law's account has it; a district to which it knows none, such as one without a school, is the one of its own id or name. */
export function heirsOf(against: Plan, plan: Plan, unitBand: Uint32Array): ReadonlyMap<number, number> {
  const { links, heirs: ofLaw } = goingOn(against, plan, unitBand);
  const linked = new Set(links.map(({ now }) => now));
  const alike = (["id", "name"] as const).flatMap((key) =>
    plan.districts.map((own, now) => [now, against.districts.findIndex((each) => each[key] === own[key])] as const),
  );
  const heirs = new Map<number, number>();
  const taken = new Set<number>();
  for (const [now, old] of [...alike.filter(([each]) => !linked.has(each)), ...ofLaw]) {
    if (old < 0 || heirs.has(now) || taken.has(old)) continue;
    heirs.set(now, old);
    taken.add(old);
  }
  return heirs;
}

interface Moves extends Pick<WhatChanged, "units" | "pupils" | "bands"> {
  readonly gained: ReadonlyMap<number, Moved>;
  readonly lost: ReadonlyMap<number, Moved>;
}

/** One pass over all (unit, band) pairs; an area counts once for a school, in however many bands it moves. */
function movesBetween({ grades, assignment: before }: Plan, { assignment: after }: Plan, unitBand: Uint32Array): Moves {
  const [gained, lost] = [new Tally(grades), new Tally(grades)];
  const units: number[] = [];
  let pupils = 0;
  const bands = new Set<number>();
  for (let pair = 0; pair < after.length; pair++) {
    if (before[pair] === after[pair]) continue;
    const unit = Math.floor(pair / grades.bandCount);
    if (units.at(-1) !== unit) units.push(unit);
    pupils += unitBand[pair];
    if (unitBand[pair] > 0) bands.add(pair % grades.bandCount);
    lost.add(before[pair], pair, unitBand[pair]);
    gained.add(after[pair], pair, unitBand[pair]);
  }
  return { gained: gained.all, lost: lost.all, units, pupils, bands: bandsIn(grades, bands) };
}

export const bandsIn = (grades: Grades, numbers: ReadonlySet<number>): readonly Band[] =>
  grades.bands.flatMap(({ band }) => (numbers.has(band) ? [band] : []));

/** Areas and pupils by site; units come in ascending order. */
class Tally {
  readonly all = new Map<number, Moved>();
  readonly #last = new Map<number, number>();
  readonly #grades: Grades;

  constructor(grades: Grades) {
    this.#grades = grades;
  }

  add(site: number, pair: number, pupils: number): void {
    if (site === NO_SITE) return;
    const unit = Math.floor(pair / this.#grades.bandCount);
    const band = pair % this.#grades.bandCount;
    const known = this.all.get(site) ?? { areas: 0, pupils: 0, bands: [] };
    const isKnown = pupils === 0 || known.bands.includes(band);
    const bands = isKnown ? known.bands : bandsIn(this.#grades, new Set([...known.bands, band]));
    const areas = known.areas + (this.#last.get(site) === unit ? 0 : 1);
    this.#last.set(site, unit);
    this.all.set(site, { areas, pupils: known.pupils + pupils, bands });
  }
}

function schoolChange(site: number, before: Sited, after: Sited, moves: Moves, districts: Districts): SchoolChange {
  const [was, is] = [before.plan.teaching[site], after.plan.teaching[site]];
  const fate = was === undefined ? "new" : was > 0 && is === 0 ? "closed" : was === 0 && is > 0 ? "opened" : undefined;
  const [gained, lost] = [moves.gained.get(site), moves.lost.get(site)];
  const district = districtChange(site, before.plan, after.plan, districts);
  const places = after.capacity[site].flatMap((now, band) => {
    const then = before.capacity[site]?.[band];
    return then === now || fate === "new"
      ? []
      : [{ band, ...(then !== undefined && { before: then }), ...(now !== undefined && { after: now }) }];
  });
  return {
    site,
    ...(fate && { fate }),
    ...(gained && { gained }),
    ...(lost && { lost }),
    ...(!fate && was !== is && { grades: { before: was, after: is } }),
    ...(district && { district }),
    ...(places.length > 0 && { places }),
  };
}

/** One that is only called otherwise is the same. */
function districtChange(
  site: number,
  { districts: were }: Plan,
  { districts: are }: Plan,
  { before, after, heirs, livesOn }: Districts,
): SchoolChange["district"] {
  const [old, now] = [before[site] ?? NO_SITE, after[site]];
  if (old === NO_SITE ? now === NO_SITE : heirs.get(now) === old) return undefined;
  return {
    ...(old !== NO_SITE && { before: were[old].name }),
    ...(now !== NO_SITE && { after: are[now].name }),
    ...(livesOn[old] !== now && { leaves: true }),
  };
}
