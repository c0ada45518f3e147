import { type Assumption, assumptionKey } from "../domain/assumption.ts";
import { type Band, BAND_COUNT, BANDS, type BandSet } from "../domain/grades.ts";
import type { District } from "../domain/municipality.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";

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
  /** Names; absent for none. */
  readonly district?: { readonly before?: string; readonly after?: string };
  readonly places?: readonly { readonly band: number; readonly before?: number; readonly after?: number }[];
}

export interface WhatChanged {
  /** Schools at which anything is other. */
  readonly schools: readonly SchoolChange[];
  readonly renamed: readonly { readonly before: string; readonly after: string }[];
  /** Districts by name that there are no longer, and those that there were not: joined, split off, or made. */
  readonly gone: readonly string[];
  readonly formed: readonly string[];
  /** What the proposal takes for granted that the other does not. */
  readonly assumptions: readonly Assumption[];
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
  const schools = plan.teaching.map((_, site) => schoolChange(site, against, { plan, capacity }, moves));
  return {
    schools: schools.filter((change) => Object.keys(change).length > 1),
    renamed: against.plan.districts.flatMap(({ id, name }) => {
      const now = plan.districts.find((district) => district.id === id);
      return now && now.name !== name ? [{ before: name, after: now.name }] : [];
    }),
    gone: unlike(against.plan.districts, plan.districts),
    formed: unlike(plan.districts, against.plan.districts),
    assumptions: [...assumptions.values()].filter((each) => !before.has(assumptionKey(each))),
    units: moves.units,
    pupils: moves.pupils,
    bands: moves.bands,
  };
}

/** Names of districts that are none of the others, by id or by name. */
const unlike = (districts: readonly District[], others: readonly District[]): readonly string[] =>
  districts.flatMap(({ id, name }) => (others.some((other) => other.id === id || other.name === name) ? [] : [name]));

interface Moves extends Pick<WhatChanged, "units" | "pupils" | "bands"> {
  readonly gained: ReadonlyMap<number, Moved>;
  readonly lost: ReadonlyMap<number, Moved>;
}

/** One pass over all (unit, band) pairs; an area counts once for a school, in however many bands it moves. */
function movesBetween({ assignment: before }: Plan, { assignment: after }: Plan, unitBand: Uint32Array): Moves {
  const [gained, lost] = [new Tally(), new Tally()];
  const units: number[] = [];
  let pupils = 0;
  const bands = new Set<number>();
  for (let pair = 0; pair < after.length; pair++) {
    if (before[pair] === after[pair]) continue;
    const unit = Math.floor(pair / BAND_COUNT);
    if (units.at(-1) !== unit) units.push(unit);
    pupils += unitBand[pair];
    if (unitBand[pair] > 0) bands.add(pair % BAND_COUNT);
    lost.add(before[pair], pair, unitBand[pair]);
    gained.add(after[pair], pair, unitBand[pair]);
  }
  return { gained: gained.all, lost: lost.all, units, pupils, bands: bandsIn(bands) };
}

export const bandsIn = (numbers: ReadonlySet<number>): readonly Band[] =>
  BANDS.flatMap(({ band }) => (numbers.has(band) ? [band] : []));

/** Areas and pupils by site; units come in ascending order. */
class Tally {
  readonly all = new Map<number, Moved>();
  readonly #last = new Map<number, number>();

  add(site: number, pair: number, pupils: number): void {
    if (site === NO_SITE) return;
    const unit = Math.floor(pair / BAND_COUNT);
    const known = this.all.get(site) ?? { areas: 0, pupils: 0, bands: [] };
    const isKnown = pupils === 0 || known.bands.some((band) => band === pair % BAND_COUNT);
    const bands = isKnown ? known.bands : bandsIn(new Set([...known.bands, pair % BAND_COUNT]));
    const areas = known.areas + (this.#last.get(site) === unit ? 0 : 1);
    this.#last.set(site, unit);
    this.all.set(site, { areas, pupils: known.pupils + pupils, bands });
  }
}

function schoolChange(site: number, before: Sited, after: Sited, moves: Moves): SchoolChange {
  const [was, is] = [before.plan.teaching[site], after.plan.teaching[site]];
  const fate = was === undefined ? "new" : was > 0 && is === 0 ? "closed" : was === 0 && is > 0 ? "opened" : undefined;
  const [gained, lost] = [moves.gained.get(site), moves.lost.get(site)];
  const district = districtChange(districtOf(before.plan, site), districtOf(after.plan, site));
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

const districtOf = ({ districts }: Plan, site: number): District | undefined =>
  districts.find(({ sites }) => sites.includes(site));

/** One that is only called otherwise is the same; so is one of another list that is called the same. */
function districtChange(before: District | undefined, after: District | undefined): SchoolChange["district"] {
  const isSame = before && after ? before.id === after.id || before.name === after.name : before === after;
  return isSame ? undefined : { ...(before && { before: before.name }), ...(after && { after: after.name }) };
}
