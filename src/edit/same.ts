import { type Assumption, assumptionKey } from "../domain/assumption.ts";
import type { District } from "../domain/municipality.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";
import type { Change } from "./change.ts";
import type { Draft, NewSite, ProposalText, SiteState } from "./draft.ts";

export const isSameState = (a: SiteState, b: SiteState): boolean =>
  a.teaches === b.teaches &&
  a.district === b.district &&
  a.capacity.length === b.capacity.length &&
  a.capacity.every((places, band) => places === b.capacity[band]);

export const isSameSite = (a: NewSite, b: NewSite): boolean =>
  a.id === b.id && a.name === b.name && a.lon === b.lon && a.lat === b.lat;

export function isSameText(a: ProposalText, b: ProposalText): boolean {
  const [one, other] = [a.title, b.title];
  const isSameTitle =
    typeof one === "string" || typeof other === "string" ? one === other : one.da === other.da && one.en === other.en;
  return isSameTitle && a.reason === b.reason;
}

/** Also where there is none of either. */
export const isSameAssumption = (a: Assumption | undefined, b: Assumption | undefined): boolean =>
  a && b ? assumptionKey(a) === assumptionKey(b) : a === b;

/** Whether two lists of changes say the same in the same order. */
export const isSameChanges = (a: readonly Change[], b: readonly Change[]): boolean =>
  a === b || (a.length === b.length && JSON.stringify(a) === JSON.stringify(b));

/** Whether two plans say the same, under whatever name. */
export const isSamePlan = (a: Plan, b: Plan): boolean =>
  a.assignment.length === b.assignment.length &&
  a.assignment.every((site, pair) => site === b.assignment[pair]) &&
  JSON.stringify([a.teaching, a.districts.map(named)]) === JSON.stringify([b.teaching, b.districts.map(named)]);

/** Whether two drawings come to the same plan on the same ground, whatever they are called. */
export const isSameDrawn = (a: Draft, b: Draft): boolean =>
  isSamePlan(a.plan, b.plan) &&
  JSON.stringify(a.capacity) === JSON.stringify(b.capacity) &&
  a.newSites.length === b.newSites.length &&
  a.newSites.every((site, i) => isSameSite(site, b.newSites[i])) &&
  a.assumptions.size === b.assumptions.size &&
  [...a.assumptions].every(([id, each]) => isSameAssumption(each, b.assumptions.get(id)));

/** Whether two drawings are one in everything: what is locked and what they are called too. */
export const isSameDraft = (a: Draft, b: Draft): boolean =>
  isSameDrawn(a, b) &&
  isSameText({ title: a.plan.title, reason: a.reason }, { title: b.plan.title, reason: b.reason }) &&
  isSameSet(a.locks.pairs, b.locks.pairs) &&
  isSameSet(a.locks.sites, b.locks.sites) &&
  isSameSet(a.locks.districts, b.locks.districts) &&
  isSameSet(a.locks.bands, b.locks.bands);

/** The same, whatever numbers their new schools have: these are known by their ids. */
export function isSameByIds(a: Draft, b: Draft): boolean {
  const places = a.newSites.map(({ id }) => b.newSites.findIndex((site) => site.id === id));
  return !places.includes(-1) && isSameDraft(a, renumbered(b, places));
}

/** The draft with its new schools in another order; `places`: where each of them is now, `[new site]`. */
function renumbered(draft: Draft, places: readonly number[]): Draft {
  if (places.every((place, i) => place === i)) return draft;
  const { municipality, plan, newSites, capacity, locks } = draft;
  const known = municipality.sites.length;
  const numberOf = (site: number): number =>
    site < known || site === NO_SITE ? site : known + places.indexOf(site - known);
  const inOrder = <Value>(bySite: readonly Value[]): readonly Value[] => [
    ...bySite.slice(0, known),
    ...places.map((place) => bySite[known + place]),
  ];
  return {
    ...draft,
    plan: {
      ...plan,
      districts: plan.districts.map((district) => ({
        ...district,
        sites: district.sites.map(numberOf).toSorted((one, other) => one - other),
      })),
      teaching: inOrder(plan.teaching),
      assignment: plan.assignment.map(numberOf),
    },
    newSites: places.map((place) => newSites[place]),
    capacity: inOrder(capacity),
    locks: { ...locks, sites: new Set([...locks.sites].map(numberOf)) },
  };
}

const isSameSet = <Value>(a: ReadonlySet<Value>, b: ReadonlySet<Value>): boolean =>
  a.size === b.size && [...a].every((each) => b.has(each));

const named = ({ id, name, sites }: District) => [id, name, sites];

/** Place of each of a plan's districts among another's, `[district]`, where the two say the same but for ids and order. */
export function samePlaces(a: Plan, b: Plan): readonly number[] | undefined {
  const isSameOtherwise =
    a.districts.length === b.districts.length && isSamePlan({ ...a, districts: [] }, { ...b, districts: [] });
  if (!isSameOtherwise) return undefined;
  const places = a.districts.map((one) =>
    b.districts.findIndex((other) => one.name === other.name && one.sites.join() === other.sites.join()),
  );
  return places.includes(-1) || new Set(places).size < places.length ? undefined : places;
}
