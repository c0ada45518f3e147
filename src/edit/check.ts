import { type Band, hasBand, NO_BANDS, gradesInWords, type Grades } from "../domain/grades.ts";
import { catalogue, type Said, type Text } from "../domain/language.ts";
import type { Position } from "../domain/municipality.ts";
import { unreachable } from "../domain/outcome.ts";
import { NO_SITE } from "../domain/plan.ts";
import type { Change, Lockable } from "./change.ts";
import { blankSite, type Draft, siteName, siteState } from "./draft.ts";
import { misshapen } from "./form.ts";
import { type Refusal, refusal } from "./issue-texts.ts";
import { commonLocks, type Hold, holdsIn, siteHolds } from "./locked.ts";
import { isSameSite, isSameState } from "./same.ts";
import { Sheet } from "./sheet.ts";

/**
 * Why the changes cannot be made of the draft; empty where they can. What each change takes to be there must be there; what must
 * hold of the plan as a whole is asked of the outcome, and of what they touch alone: a start that breaks a rule may be mended bit by bit.
 */
export function checkChanges(draft: Draft, changes: readonly Change[]): readonly Refusal[] {
  const wrong = misshapen(draft, changes);
  if (wrong.length > 0) return wrong;
  const sheet = new Sheet(draft);
  for (const change of changes) {
    if (!sheet.fits(change)) return [stale(draft, sheet, change)];
    sheet.apply(change);
  }
  const after = sheet.finish();
  const [pairs, sites] = [touchedPairs(draft, changes), touchedSites(draft, after, changes)];
  const touched = { draft, after, sheet, pairs, sites };
  return [lockedIn, siteFaults, districtFaults, assignmentFaults, lockFaults].flatMap((faults) => faults(touched));
}

interface Touched {
  readonly draft: Draft;
  readonly after: Draft;
  readonly sheet: Sheet;
  /** Those whose site is another afterwards, ascending. */
  readonly pairs: Uint32Array;
  readonly sites: readonly number[];
}

function touchedPairs({ plan }: Draft, changes: readonly Change[]): Uint32Array {
  const [only] = changes;
  // What a stroke is; its pairs are in order already.
  if (changes.length === 1 && only.kind === "assign")
    return only.pairs.filter((pair, i) => plan.assignment[pair] !== only.to[i]);
  const last = new Map<number, number>();
  for (const change of changes)
    if (change.kind === "assign") change.pairs.forEach((pair, i) => last.set(pair, change.to[i]));
  return Uint32Array.from([...last].flatMap(([pair, to]) => (plan.assignment[pair] === to ? [] : [pair]))).toSorted();
}

function touchedSites(draft: Draft, after: Draft, changes: readonly Change[]): readonly number[] {
  const sites = new Set(changes.flatMap((change) => (change.kind === "site" ? [change.site] : [])));
  const last = Math.max(draft.plan.teaching.length, after.plan.teaching.length);
  for (let site = draft.municipality.sites.length; site < last; site++)
    if (!isKept(draft, after, site)) sites.add(site);
  return [...sites].toSorted((a, b) => a - b);
}

const stale = (draft: Draft, sheet: Sheet, change: Change): Refusal =>
  refusal("edit.stale", { what: subjectOf(draft, sheet, change) }, placeOf(change));

/** What a change that does not fit is about, by name. */
function subjectOf(draft: Draft, sheet: Sheet, change: Change): Said {
  switch (change.kind) {
    case "assign": {
      const at = change.pairs.find((pair, i) => sheet.assignment[pair] !== change.from[i]) ?? 0;
      return unitName(draft, at);
    }
    case "site":
      return siteName(draft, change.site);
    case "new-site":
      return (change.was ?? change.is)?.name ?? "";
    case "district":
      return change.from ?? sheet.districtName(change.id) ?? change.id;
    case "assumption":
      return (change.from ?? sheet.assumption(change.id) ?? change.to)?.name ?? change.id;
    case "lock":
      return lockableName(draft, change.what);
    case "text":
      return TEXT;
    default:
      return unreachable(change);
  }
}

const TEXT: Text = catalogue("edit.check", { da: "titel eller begrundelse", en: "title or reason" });

const unitName = ({ municipality }: Draft, pair: number): string =>
  municipality.units.id[Math.floor(pair / municipality.grades.bandCount)];

function placeOf(change: Change): Pick<Refusal, "pairs" | "site" | "district"> {
  if (change.kind === "assign") return { pairs: change.pairs };
  if (change.kind === "site") return { site: change.site };
  return change.kind === "district" ? { district: change.id } : {};
}

function lockableName(draft: Draft, what: Lockable): string {
  if ("pairs" in what) return unitName(draft, what.pairs[0]);
  if ("site" in what) return siteName(draft, what.site);
  return "district" in what ? districtName(draft, what.district) : draft.municipality.grades.bands[what.band].key;
}

const districtName = ({ plan }: Draft, id: string): string => plan.districts.find((each) => each.id === id)?.name ?? id;

/** What is locked before and after stays as it is; an edit that unlocks something may change it. */
function lockedIn({ draft, after, pairs, sites }: Touched): readonly Refusal[] {
  const locks = commonLocks(draft.locks, after.locks);
  const [before, since] = [draft, after].map((each) => ({ ...each, locks }));
  const held = new HeldThings();
  const [holdBefore, holdSince] = [holdsIn(before), holdsIn(since)];
  for (const pair of pairs) {
    const hold = holdBefore(pair) ?? holdSince(pair);
    if (hold) held.add(hold, pair);
  }
  const [sitesBefore, sitesSince] = [siteHolds(before), siteHolds(since)];
  for (const site of sites) {
    const [was, is] = [siteState(draft, site), siteState(after, site)];
    if (isSameState(was, is) && isKept(draft, after, site)) continue;
    const hold = sitesBefore[site] ?? sitesSince[site];
    if (hold) held.add(hold);
    for (const { band } of draft.municipality.grades.bands)
      if (locks.bands.has(band) && hasBand(was.teaches ^ is.teaches, band)) held.add({ by: "band", band });
  }
  for (const district of locks.districts)
    if (nameOf(draft, district) !== nameOf(after, district)) held.add({ by: "district", district });
  return held.refusals(draft);
}

const nameOf = ({ plan }: Draft, id: string): string | undefined => plan.districts.find((each) => each.id === id)?.name;

/** Whether a number means the same school in both. */
function isKept(draft: Draft, after: Draft, site: number): boolean {
  const number = site - draft.municipality.sites.length;
  if (number < 0) return true;
  const [was, is] = [draft.newSites.at(number), after.newSites.at(number)];
  return was !== undefined && is !== undefined && isSameSite(was, is);
}

/** What is held and would change, each with the (unit, band) pairs that would move. */
class HeldThings {
  readonly #things = new Map<string, { readonly hold: Hold; readonly pairs: number[] }>();

  add(hold: Hold, pair?: number): void {
    const key = Object.values(hold).join(" ");
    const known = this.#things.get(key) ?? { hold, pairs: [] };
    if (pair !== undefined) known.pairs.push(pair);
    this.#things.set(key, known);
  }

  refusals = (draft: Draft): readonly Refusal[] =>
    [...this.#things.values()].map(({ hold, pairs }) => lockRefusal(draft, hold, Uint32Array.from(pairs)));
}

function lockRefusal(draft: Draft, hold: Hold, pairs: Uint32Array): Refusal {
  switch (hold.by) {
    case "units":
      return refusal(
        "edit.locked-units",
        { count: unitsOf(draft.municipality.grades, pairs) },
        { pairs, lock: { pairs } },
      );
    case "band": {
      const { band } = hold;
      return refusal(
        "edit.locked-band",
        { grades: gradesInWords(draft.municipality.grades.bands[band].key) },
        {
          pairs,
          lock: { band },
        },
      );
    }
    case "site": {
      const { site } = hold;
      return refusal("edit.locked-site", { site: siteName(draft, site) }, { pairs, site, lock: { site } });
    }
    case "district": {
      const { district } = hold;
      const values = { district: districtName(draft, district) };
      return refusal("edit.locked-district", values, { pairs, district, lock: { district } });
    }
    default:
      return unreachable(hold);
  }
}

const unitsOf = (grades: Grades, pairs: Uint32Array): number =>
  new Set(pairs.map((pair) => Math.floor(pair / grades.bandCount))).size;

/** No site is taken away in use, none has another's id, and none keeps pupils whom it no longer teaches. */
function siteFaults({ draft, after, sheet, sites }: Touched): readonly Refusal[] {
  const { assignment } = after.plan;
  const faults: Refusal[] = [];
  const ids = new Set(after.municipality.sites.map(({ id }) => id));
  for (const { id } of after.newSites) {
    if (ids.has(id)) faults.push(refusal("edit.site-id-taken", { id }));
    ids.add(id);
  }
  const known = new Set(draft.newSites);
  for (const site of after.newSites)
    if (!known.has(site) && isFarAway(after.municipality, site))
      faults.push(refusal("edit.site-outside", { site: site.name }));
  for (const site of sites) {
    const [was, is] = [siteState(draft, site), sheet.siteState(site)];
    if (site >= after.plan.teaching.length) {
      const isUsed = !isSameState(is, blankSite(draft.municipality.grades)) || assignment.includes(site);
      const code = site < draft.plan.teaching.length ? "edit.site-in-use" : "edit.site-unknown";
      if (isUsed) faults.push(refusal(code, { site }));
      continue;
    }
    for (const { band, key } of draft.municipality.grades.bands) {
      if (!hasBand(was.teaches, band) || hasBand(is.teaches, band)) continue;
      const pairs = pairsAt(draft.municipality.grades, assignment, site, band);
      const values = { site: siteName(draft, site), grades: gradesInWords(key), count: pairs.length };
      if (pairs.length > 0) faults.push(refusal("edit.pupils-left", values, { site, pairs }));
    }
  }
  return faults;
}

/** Degrees beyond the outermost units, some 30 to 60 km: a school may well lie across the border, and not at the pole. */
const BEYOND = 0.5;

const isFarAway = ({ units }: Draft["municipality"], { lon, lat }: Position): boolean =>
  isBeyond(lon, units.lon) || isBeyond(lat, units.lat);

const isBeyond = (at: number, all: Float64Array): boolean =>
  all.every((each) => at < each - BEYOND) || all.every((each) => at > each + BEYOND);

function pairsAt(grades: Grades, assignment: Uint16Array, site: number, band: Band): Uint32Array {
  const pairs: number[] = [];
  for (let pair: number = band; pair < assignment.length; pair += grades.bandCount)
    if (assignment[pair] === site) pairs.push(pair);
  return Uint32Array.from(pairs);
}

/** Every site's district exists, no district loses its last site, and no two are given one name. */
function districtFaults({ draft, after, sheet }: Touched): readonly Refusal[] {
  const { districts } = after.plan;
  if (districts === draft.plan.districts) return [];
  const faults: Refusal[] = [];
  for (let site = 0; site < sheet.siteCount; site++) {
    const { district } = sheet.siteState(site);
    if (district === undefined || sheet.districtName(district) !== undefined) continue;
    const values = { district: districtName(draft, district), site: siteName(after, site) };
    const code = nameOf(draft, district) === undefined ? "edit.district-unknown" : "edit.district-in-use";
    faults.push(refusal(code, values, { site, district }));
  }
  const before = new Map(draft.plan.districts.map((each) => [each.id, each]));
  for (const { id, name, sites } of districts) {
    const known = before.get(id);
    if (sites.length === 0 && (!known || known.sites.length > 0))
      faults.push(refusal("edit.district-empty", { district: name }, { district: id }));
    if (known?.name !== name && districts.some((other) => other.id !== id && other.name === name))
      faults.push(refusal("edit.district-name", { name }, { district: id }));
  }
  return faults;
}

/** Whoever is moved goes to an open site that teaches them. */
function assignmentFaults({ after, pairs }: Touched): readonly Refusal[] {
  const { teaching, assignment } = after.plan;
  const found = new Map<string, { readonly site: number; readonly band: Band; readonly pairs: number[] }>();
  for (const pair of pairs) {
    const site = assignment[pair];
    const { band } = after.municipality.grades.bands[pair % after.municipality.grades.bandCount];
    if (site === NO_SITE || hasBand(teaching[site] ?? NO_BANDS, band)) continue;
    const key = (teaching[site] ?? NO_BANDS) === NO_BANDS ? `${site}` : `${site} ${band}`;
    const known = found.get(key) ?? { site, band, pairs: [] };
    known.pairs.push(pair);
    found.set(key, known);
  }
  return [...found.values()].map(({ site, band, pairs: wrong }) => {
    const place = { site, pairs: Uint32Array.from(wrong) };
    if (!(site in teaching)) return refusal("edit.site-unknown", { site }, place);
    const name = siteName(after, site);
    return teaching[site] === NO_BANDS
      ? refusal("edit.site-closed", { site: name }, place)
      : refusal(
          "edit.not-taught",
          { site: name, grades: gradesInWords(after.municipality.grades.bands[band].key) },
          place,
        );
  });
}

/** Nothing is locked that there is not. */
function lockFaults({ draft, after }: Touched): readonly Refusal[] {
  if (draft.locks === after.locks) return [];
  const sites = [...after.locks.sites].filter((site) => !(site in after.plan.teaching) && !draft.locks.sites.has(site));
  const districts = [...after.locks.districts].filter(
    (id) => nameOf(after, id) === undefined && !draft.locks.districts.has(id),
  );
  return [
    ...sites.map((site) => refusal("edit.site-unknown", { site })),
    ...districts.map((district) => refusal("edit.district-unknown", { district })),
  ];
}
