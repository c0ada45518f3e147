import {
  type Band,
  type Draft,
  gradesText,
  type Hold,
  holdsIn,
  listText,
  type Lockable,
  NO_SITE,
  siteHolds,
  siteName,
  type Text,
  type Grades,
} from "../../src/index.ts";
import { shownPair, type ShownBand } from "../state/shown-band.ts";
import { unitsOf } from "./drawn.ts";
import { inBothTexts, noteText } from "../i18n/notes.ts";

/** "0.-3. klasse" */
const bandName = (grades: Grades, band: Band): Text => gradesText(grades, [band]);

function districtName({ plan }: Draft, id: string): Text {
  const name = plan.districts.find((district) => district.id === id)?.name ?? id;
  return noteText("lock.district", { name });
}

const same = (text: string): Text => ({ da: text, en: text });

/** The locks that hold something, areas' own locks left out, each named once: "Tuse Skole og 7.-9. klasse". */
export function holdNames(draft: Draft, holds: Iterable<Hold | undefined>): Text | undefined {
  const names = new Map<string, Text>();
  for (const hold of holds) {
    if (hold === undefined || hold.by === "units") continue;
    const name = lockedName(draft, hold);
    names.set(name.da, name);
  }
  return names.size > 0 ? listText([...names.values()]) : undefined;
}

/** The grades whose lock alone holds something, named: then it is those grades that stay, and not whole areas. Undefined where any other lock does. */
export function heldBands(grades: Grades, holds: Iterable<Hold | undefined>): Text | undefined {
  const bands = new Set<Band>();
  for (const hold of holds) {
    if (hold?.by !== "band") return undefined;
    bands.add(hold.band);
  }
  return bands.size > 0
    ? gradesText(
        grades,
        [...bands].toSorted((a, b) => a - b),
      )
    : undefined;
}

/** What some locks are on, together: "3 områder og Tuse Skole". */
export function lockedNames(draft: Draft, locks: readonly Lockable[]): Text {
  const units = unitsOf(
    draft.municipality.grades,
    locks.flatMap((what) => ("pairs" in what ? [...what.pairs] : [])),
  );
  const areas = units === 0 ? [] : [noteText("edit.areas", { units, text: inBothTexts(units) })];
  return listText([...areas, ...locks.flatMap((what) => ("pairs" in what ? [] : [lockedName(draft, what)]))]);
}

function lockedName(draft: Draft, what: Exclude<Lockable, { readonly pairs: Uint32Array }>): Text {
  if ("site" in what) return same(siteName(draft, what.site));
  return "district" in what ? districtName(draft, what.district) : bandName(draft.municipality.grades, what.band);
}

/** What holds each of some pairs, the held ones alone. */
export function holdsAmong(draft: Draft, pairs: Iterable<number>): readonly { pair: number; hold: Hold }[] {
  const hold = holdsIn(draft);
  return [...pairs].flatMap((pair) => {
    const found = hold(pair);
    return found ? [{ pair, hold: found }] : [];
  });
}

/** One lock of the list: what it is called, and what is unlocked. */
export interface LockEntry {
  readonly key: string;
  readonly name: Text;
  readonly what: Lockable;
}

/** Every lock: grades, districts, schools, then areas, together where they go to one school in the same grades. */
export function locksOf(draft: Draft): readonly LockEntry[] {
  const { bands, districts, sites } = draft.locks;
  return [
    ...[...bands].toSorted((a, b) => a - b).map((each) => bandEntry(draft.municipality.grades, each)),
    ...[...districts].map((id) => districtEntry(draft, id)),
    ...[...sites].map((site) => siteEntry(draft, site)),
    ...lockedAreas(draft),
  ];
}

interface Lockables {
  readonly kind: "bands" | "districts" | "schools";
  readonly entries: readonly LockEntry[];
}

/** What can be locked by name and is not. */
export function lockables(draft: Draft): readonly Lockables[] {
  const { bands, districts, sites } = draft.locks;
  const all: readonly Lockables[] = [
    {
      kind: "bands",
      entries: draft.municipality.grades.bands.flatMap(({ band }) =>
        bands.has(band) ? [] : [bandEntry(draft.municipality.grades, band)],
      ),
    },
    {
      kind: "districts",
      entries: draft.plan.districts.flatMap(({ id }) => (districts.has(id) ? [] : [districtEntry(draft, id)])),
    },
    {
      kind: "schools",
      entries: draft.plan.teaching.flatMap((_, site) => (sites.has(site) ? [] : [siteEntry(draft, site)])),
    },
  ];
  return all.filter(({ entries }) => entries.length > 0);
}

const bandEntry = (grades: Grades, band: Band): LockEntry => ({
  key: `band ${band}`,
  name: bandName(grades, band),
  what: { band },
});
const districtEntry = (draft: Draft, id: string): LockEntry => ({
  key: `district ${id}`,
  name: districtName(draft, id),
  what: { district: id },
});
const siteEntry = (draft: Draft, site: number): LockEntry => ({
  key: `site ${site}`,
  name: same(siteName(draft, site)),
  what: { site },
});

function lockedAreas(draft: Draft): readonly LockEntry[] {
  const { assignment } = draft.plan;
  const bandsOf = new Map<number, Band[]>();
  for (const pair of [...draft.locks.pairs].toSorted((a, b) => a - b)) {
    const unit = Math.floor(pair / draft.municipality.grades.bandCount);
    const { band } = draft.municipality.grades.bands[pair % draft.municipality.grades.bandCount];
    bandsOf.set(unit, [...(bandsOf.get(unit) ?? []), band]);
  }
  const groups = new Map<string, { readonly site: number; readonly bands: readonly Band[]; pairs: number[] }>();
  for (const [unit, bands] of bandsOf) {
    const site = assignment[unit * draft.municipality.grades.bandCount + bands[0]];
    const key = `units ${site} ${bands.join()}`;
    const group = groups.get(key) ?? { site, bands, pairs: [] };
    groups.set(key, group);
    group.pairs.push(...bands.map((band) => unit * draft.municipality.grades.bandCount + band));
  }
  return [...groups].map(([key, { site, bands, pairs }]) => {
    const units = unitsOf(draft.municipality.grades, pairs);
    const words = { units, text: String(units), bands: gradesText(draft.municipality.grades, bands) };
    const name =
      site === NO_SITE
        ? noteText("lock.areasNowhere", words)
        : noteText("lock.areas", { ...words, site: siteName(draft, site) });
    return { key, name, what: { pairs: Uint32Array.from(pairs) } };
  });
}

/**
 * Units whose pupils no tool may move in the grades that the map shows, other than for a lock on the grades of the whole municipality.
 * Where it shows the lowest of each unit, areas that are locked themselves are held in whichever grades they are; a school's lock holds
 * those who are shown as going there, and not all around another school from which some go on to it.
 */
export function heldUnits(draft: Draft, band: ShownBand): ReadonlySet<number> {
  const { pairs, sites, districts } = draft.locks;
  const held = new Set<number>();
  if (pairs.size + sites.size + districts.size === 0) return held;
  const hold = holdsIn({ ...draft, locks: { ...draft.locks, bands: new Set() } });
  for (let unit = 0; unit < draft.municipality.units.count; unit++) {
    const shown = shownPair(draft.municipality.grades, draft.plan.assignment, unit, band);
    const isOwn =
      band === "lowest" &&
      draft.municipality.grades.bands.some((each) => pairs.has(unit * draft.municipality.grades.bandCount + each.band));
    if (isOwn || (shown !== undefined && hold(shown) !== undefined)) held.add(unit);
  }
  return held;
}

/** Of held units those that a lock of their own holds; the others are held by their school, whose padlock stands at it. */
export function heldThemselves({ plan, locks }: Draft, band: ShownBand, held: Iterable<number>): ReadonlySet<number> {
  const isLocked = (pair: number | undefined): boolean => pair !== undefined && locks.pairs.has(pair);
  const isOwn = (unit: number): boolean =>
    band === "lowest"
      ? plan.grades.bands.some((each) => isLocked(unit * plan.grades.bandCount + each.band))
      : isLocked(shownPair(plan.grades, plan.assignment, unit, band));
  return new Set([...held].filter(isOwn));
}

/** Schools that are locked, or whose district is. */
export const heldSites = (draft: Draft): readonly number[] =>
  siteHolds(draft).flatMap((hold, site) => (hold ? [site] : []));
