import { type Band, type BandSet, hasBand, NO_BANDS } from "../domain/grades.ts";
import type { Said } from "../domain/language.ts";
import type { Position } from "../domain/municipality.ts";
import { NO_SITE } from "../domain/plan.ts";
import { cleaned, cleanedSaid } from "../protocol/words.ts";
import type { Change, Lockable } from "./change.ts";
import { blankSite, type Draft, type NewSite, proposalText, type SiteState, siteState } from "./draft.ts";
import { normalForm } from "./compose.ts";
import { holdsIn, siteHolds } from "./locked.ts";

/** What a brush does: changes for the pairs that may go there, and how many may not. */
export interface Assigning {
  readonly changes: readonly Change[];
  /** Left out because they, or the site, are locked. */
  readonly locked: number;
  /** Left out because the site does not teach their band. */
  readonly notTaught: number;
}

/** Sends (unit, band) pairs to a site, or with NO_SITE to none; pairs already there are in no count. */
export function assignPairs(draft: Draft, pairs: Iterable<number>, site: number): Assigning {
  const { assignment, teaching } = draft.plan;
  const hold = holdsIn(draft);
  const isTargetHeld = siteHolds(draft)[site] !== undefined;
  const moved: number[] = [];
  let [locked, notTaught] = [0, 0];
  for (const pair of Uint32Array.from(new Set(pairs)).toSorted()) {
    if (assignment[pair] === site) continue;
    if (
      site !== NO_SITE &&
      !hasBand(teaching[site], draft.municipality.grades.bands[pair % draft.municipality.grades.bandCount].band)
    )
      notTaught++;
    else if (isTargetHeld || hold(pair)) locked++;
    else moved.push(pair);
  }
  // One change of pairs in order is in normal form already; a hand waits for this one.
  return { changes: moved.length > 0 ? [moveTo(draft, moved, site)] : [], locked, notTaught };
}

const moveTo = ({ plan }: Draft, pairs: readonly number[], site: number): Change => ({
  kind: "assign",
  pairs: Uint32Array.from(pairs),
  from: Uint16Array.from(pairs, (pair) => plan.assignment[pair]),
  to: new Uint16Array(pairs.length).fill(site),
});

/** Changes a site's state; who can no longer go there goes nowhere in the same changes, and a district left without sites goes too. */
function changeSite(draft: Draft, site: number, change: (state: SiteState) => SiteState): readonly Change[] {
  const from = siteState(draft, site);
  const to = change(from);
  const { assignment, districts } = draft.plan;
  const leaving: number[] = [];
  if ((from.teaches & ~to.teaches) !== NO_BANDS)
    assignment.forEach((at, pair) => {
      if (
        at === site &&
        !hasBand(to.teaches, draft.municipality.grades.bands[pair % draft.municipality.grades.bandCount].band)
      )
        leaving.push(pair);
    });
  const left = districts.find(({ id }) => id === from.district && id !== to.district);
  return normalForm([
    { kind: "site", site, from, to },
    moveTo(draft, leaving, NO_SITE),
    ...(left?.sites.length === 1 ? [districtGone(left)] : []),
  ]);
}

const districtGone = ({ id, name }: { readonly id: string; readonly name: string }): Change => ({
  kind: "district",
  id,
  from: name,
});

/** It stays in its district. */
export const closeSite = (draft: Draft, site: number): readonly Change[] => setTeaching(draft, site, NO_BANDS);

export const openSite = (draft: Draft, site: number, teaches: BandSet, district: string): readonly Change[] =>
  changeSite(draft, site, (state) => ({ ...state, teaches, district }));

export const setTeaching = (draft: Draft, site: number, teaches: BandSet): readonly Change[] =>
  changeSite(draft, site, (state) => ({ ...state, teaches }));

/** Places, `[band]`. */
export const setCapacity = (draft: Draft, site: number, capacity: readonly (number | undefined)[]): readonly Change[] =>
  changeSite(draft, site, (state) => ({ ...state, capacity }));

/** To another district, or out of all of them; a district that this leaves without sites is gone. */
export const moveSite = (draft: Draft, site: number, district: string | undefined): readonly Change[] =>
  changeSite(draft, site, ({ teaches, capacity }) => inDistrict({ teaches, capacity }, district));

const inDistrict = (state: Omit<SiteState, "district">, district: string | undefined): SiteState =>
  district === undefined ? state : { ...state, district };

export function renameDistrict(draft: Draft, id: string, name: string): readonly Change[] {
  const district = draft.plan.districts.find((each) => each.id === id);
  return district ? normalForm([{ kind: "district", id, from: district.name, to: cleaned(name) }]) : [];
}

/** A new district of some sites, out of the ones they are in; those that this leaves without sites are gone. */
export function newDistrict(
  draft: Draft,
  name: string,
  sites: readonly number[],
): { readonly changes: readonly Change[]; readonly id: string } {
  const { districts } = draft.plan;
  const id = idFrom(name, new Set([...districts, ...draft.start.districts].map((each) => each.id)));
  const emptied = districts.filter((each) => each.sites.every((site) => sites.includes(site)));
  const changes = normalForm([
    { kind: "district", id, to: cleaned(name) },
    ...sites.map((site): Change => {
      const from = siteState(draft, site);
      return { kind: "site", site, from, to: { ...from, district: id } };
    }),
    ...emptied.map(districtGone),
  ]);
  return { changes, id };
}

/** All sites of the second become sites of the first, and the second is gone. */
export function joinDistricts(draft: Draft, kept: string, joined: string): readonly Change[] {
  const district = draft.plan.districts.find(({ id }) => id === joined);
  if (!district || kept === joined) return [];
  return normalForm([
    ...district.sites.map((site): Change => {
      const from = siteState(draft, site);
      return { kind: "site", site, from, to: { ...from, district: kept } };
    }),
    districtGone(district),
  ]);
}

/** A school that does not exist, as it would be. */
export interface PlacedSite extends Position, SiteState, Marked {
  readonly name: string;
}

/** Sets what is made apart from what gets the same name elsewhere at the same moment; without it, its id is made of the name alone. */
export interface Marked {
  readonly mark?: string;
}

export function placeSite(
  draft: Draft,
  { name, mark, lon, lat, ...state }: PlacedSite,
): { readonly changes: readonly Change[]; readonly site: number } {
  const site = draft.plan.teaching.length;
  const taken = new Set([...draft.municipality.sites, ...draft.newSites].map(({ id }) => id));
  const is: NewSite = { id: idFrom(name, taken, mark), name: cleaned(name), lon, lat };
  return {
    changes: normalForm([
      { kind: "new-site", is },
      { kind: "site", site, from: blankSite(draft.municipality.grades), to: state },
    ]),
    site,
  };
}

/**
 * Takes a new site away; who went there goes nowhere, and the new sites behind it are numbered one lower, with all that is theirs.
 * A site of the case can only be closed.
 */
export function takeAwaySite(draft: Draft, site: number): readonly Change[] {
  const { assignment, teaching, districts } = draft.plan;
  const behind = newSitesFrom(draft, site);
  if (behind.length === 0) return [];
  const numbers = [...teaching.keys()].slice(site);
  const pairs = Uint32Array.from(assignment.keys()).filter((pair) => numbers.includes(assignment[pair]));
  const from = Uint16Array.from(pairs, (pair) => assignment[pair]);
  const emptied = districts.find(({ sites }) => sites.length === 1 && sites[0] === site);
  return normalForm([
    ...behind.toReversed().map((was): Change => ({ kind: "new-site", was })),
    ...behind.slice(1).map((is): Change => ({ kind: "new-site", is })),
    ...numbers.map((number): Change => ({
      kind: "site",
      site: number,
      from: siteState(draft, number),
      to: siteState(draft, number + 1),
    })),
    ...(pairs.length > 0
      ? [{ kind: "assign", pairs, from, to: from.map((at) => (at === site ? NO_SITE : at - 1)) } as const]
      : []),
    ...(emptied ? [districtGone(emptied)] : []),
    ...(draft.locks.sites.has(site) ? [] : locksLower(draft, numbers)),
  ]);
}

/** What is locked of each site as of the next; a lock on the site that goes is left, to refuse it. */
const locksLower = ({ locks: { sites } }: Draft, numbers: readonly number[]): readonly Change[] =>
  numbers.map((site) => ({ kind: "lock", what: { site }, from: sites.has(site), to: sites.has(site + 1) }));

/** A new site and those numbered after it; none where it is a site of the case, or of nobody. */
const newSitesFrom = ({ municipality, newSites }: Draft, site: number): readonly NewSite[] =>
  site < municipality.sites.length ? [] : newSites.slice(site - municipality.sites.length);

/** A new site with another name, or moved to another place. */
export function changeNewSite(draft: Draft, site: number, change: Partial<Omit<NewSite, "id">>): readonly Change[] {
  const behind = newSitesFrom(draft, site);
  const changed = behind.map((each, i) => (i === 0 ? cleanedSite({ ...each, ...change }) : each));
  return normalForm([
    ...behind.toReversed().map((was): Change => ({ kind: "new-site", was })),
    ...changed.map((is): Change => ({ kind: "new-site", is })),
  ]);
}

const cleanedSite = (site: NewSite): NewSite => ({ ...site, name: cleaned(site.name) });

export const setTitle = (draft: Draft, title: Said): readonly Change[] => setText(draft, { title: cleanedSaid(title) });
export const setReason = (draft: Draft, reason: string): readonly Change[] =>
  setText(draft, { reason: cleaned(reason) });

function setText(draft: Draft, change: Partial<ReturnType<typeof proposalText>>): readonly Change[] {
  const from = proposalText(draft);
  return normalForm([{ kind: "text", from, to: { ...from, ...change } }]);
}

/** Locks or unlocks; of pairs, those that are not so already. */
export function setLock({ locks }: Draft, what: Lockable, on: boolean): readonly Change[] {
  const lock = (one: Lockable): Change => ({ kind: "lock", what: one, from: !on, to: on });
  if ("pairs" in what) {
    const pairs = Uint32Array.from(new Set(what.pairs)).toSorted();
    const changing = pairs.filter((pair) => locks.pairs.has(pair) !== on);
    return changing.length > 0 ? [lock({ pairs: changing })] : [];
  }
  return isLocked(locks, what) === on ? [] : [lock(what)];
}

function isLocked(
  { sites, districts, bands }: Draft["locks"],
  what: { readonly site: number } | { readonly district: string } | { readonly band: Band },
): boolean {
  if ("site" in what) return sites.has(what.site);
  return "district" in what ? districts.has(what.district) : bands.has(what.band);
}

/** Signs of an id that are taken from a name: enough to know it by. */
const READABLE = 60;

/** An id that reads like the name, with the mark behind it, and is nobody's yet. */
export function idFrom(name: string, taken: ReadonlySet<string>, mark?: string): string {
  const letters: Readonly<Record<string, string>> = { æ: "ae", ø: "oe", å: "aa" };
  const plain = name
    .toLowerCase()
    .replace(/[æøå]/g, (letter) => letters[letter])
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, READABLE)
    .replace(/-$/, "");
  const readable = plain === "" ? "ny" : plain;
  const base = mark === undefined ? readable : `${readable}-${mark}`;
  let id = base;
  for (let i = 2; taken.has(id); i++) id = `${base}-${i}`;
  return id;
}
