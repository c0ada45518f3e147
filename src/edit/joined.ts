import { type Band, type BandSet, hasBand, type Grades } from "../domain/grades.ts";
import type { Adjacency } from "../domain/municipality.ts";
import { NO_SITE } from "../domain/plan.ts";
import type { Change, Lockable } from "./change.ts";
import { compose } from "./compose.ts";
import { type Draft, type NewSite, type SiteState, siteState } from "./draft.ts";
import { applyChanges } from "./log.ts";
import { bestOpen } from "./best-open.ts";
import { freeName } from "./free-name.ts";
import type { JoinChoices, JoinConflict, Whose } from "./join-conflict.ts";
import { isSameSite } from "./same.ts";
import { setLock } from "./tools.ts";
import { withNeighbours } from "./with-neighbours.ts";
import { assignedTo, districtNames, districtsTo } from "./towards.ts";

export interface Joined {
  /** What makes the first proposal the joined one. */
  readonly changes: readonly Change[];
  readonly draft: Draft;
  readonly conflicts: readonly JoinConflict[];
  /** Pupils who go where one of the two would have them, and all pupils. */
  readonly kept: number;
  readonly of: number;
  /** Whether no choice of open schools keeps more. */
  readonly isProven: boolean;
}

interface Areas {
  /** `[unit * BAND_COUNT + band]`. */
  readonly pupils: ArrayLike<number>;
  readonly adjacency: Adjacency;
}

/**
 * Two proposals that began from the same plan as one that keeps most of both: what one alone changed is changed; where both did, each to
 * something of its own, that is a conflict with its name. Which schools are open is chosen so that the most is kept: pupils who go where one
 * of the two would have them, and openings and closings, each as much as the pupils whose school it is. Pupils for whom no wished school is
 * left open go where they began, or are left without a school, which the problems of the joined plan say; an area where nobody lives goes
 * with its neighbours then. `choices`: what is kept of conflicts instead. Neither proposal is changed.
 */
export function joined(
  start: Draft,
  first: Draft,
  second: Draft,
  { pupils, adjacency }: Areas,
  choices: JoinChoices = new Map(),
): Joined {
  const three = new ThreePlans(start, first, second, choices);
  const open = three.openSites(pupils);
  const assignment = three.assignment(open.teaching, { pupils, adjacency });
  const conflicts = [...open.conflicts, ...three.areaConflicts(assignment, pupils), ...three.otherConflicts];
  const changes = three.changes(open.teaching, assignment);
  const kept = [...assignment.keys()].reduce(
    (sum, pair) => sum + (three.isWished(pair, assignment[pair]) ? pupils[pair] : 0),
    0,
  );
  const of = [...assignment.keys()].reduce((sum, pair) => sum + pupils[pair], 0);
  return { changes, draft: applyChanges(first, changes), conflicts, kept, of, isProven: open.isProven };
}

/** Three ways to say one thing: what came of it, and whether both changed it differently; then `keeps` says whose stands. */
function threeWay<Value>(
  [start, first, second]: readonly [Value, Value, Value],
  same: (a: Value, b: Value) => boolean,
  keeps: Whose,
): { readonly value: Value; readonly isConflict: boolean } {
  if (same(first, second) || same(second, start)) return { value: first, isConflict: false };
  if (same(first, start)) return { value: second, isConflict: false };
  return { value: keeps === "first" ? first : second, isConflict: true };
}

const bandOf = (grades: Grades, pair: number): Band => grades.bands[pair % grades.bandCount].band;

const isSame = <Value>(a: Value, b: Value): boolean => a === b;
/** Also where there is none of either. */
const isSamePlace = (a: NewSite | undefined, b: NewSite | undefined): boolean => (a && b ? isSameSite(a, b) : a === b);

/** One draft with its sites by the numbers that they have in the joined plan. */
interface Seen {
  readonly draft: Draft;
  /** Number there by number here; absent: it has no such school. */
  readonly number: readonly (number | undefined)[];
  /** Number here by number there. */
  readonly joinedNumber: readonly number[];
}

class ThreePlans {
  readonly #first: Seen;
  readonly #second: Seen;
  readonly #start: Seen;
  /** New schools of the first, then those of the second alone. */
  readonly #newSites: readonly NewSite[];
  readonly #sites: number;
  readonly otherConflicts: readonly JoinConflict[];
  /** Of districts, by id. */
  readonly #names: ReadonlyMap<string, string>;
  /** Where the two would have a pair go, the first's before the second's; as at the start where neither moves it. `[pair]`. */
  readonly #wishes: readonly (readonly number[])[];
  /** States but for what is taught, by number. */
  readonly #states: readonly SiteState[];
  readonly #choices: JoinChoices;

  constructor(start: Draft, first: Draft, second: Draft, choices: JoinChoices) {
    this.#choices = choices;
    const known = first.municipality.sites.length;
    const own = new Set(first.newSites.map(({ id }) => id));
    const startIds = new Set(start.newSites.map(({ id }) => id));
    // One that the first took away stays away.
    const more = second.newSites.filter(({ id }) => !own.has(id) && !startIds.has(id));
    const conflicts: JoinConflict[] = [];
    const placed = first.newSites.map((site) => {
      const at = ({ newSites }: Draft) => newSites.find(({ id }) => id === site.id);
      const keeps = this.#keeps(`position ${site.id}`);
      const { value, isConflict } = threeWay([at(start), site, at(second) ?? site], isSamePlace, keeps);
      if (isConflict) conflicts.push({ kind: "position", site: site.id, keeps });
      return value ?? site;
    });
    this.#newSites = [...placed, ...more];
    this.#sites = known + this.#newSites.length;
    const see = (draft: Draft): Seen => {
      const here = draft.newSites.map(({ id }) => this.#newSites.findIndex((each) => each.id === id));
      const joinedNumber = [
        ...Array.from({ length: known }, (_, i) => i),
        ...here.map((i) => (i < 0 ? NO_SITE : known + i)),
      ];
      const number = Array.from({ length: this.#sites }, (_, site) => {
        const at = joinedNumber.indexOf(site);
        return at < 0 ? undefined : at;
      });
      return { draft, number, joinedNumber };
    };
    [this.#start, this.#first, this.#second] = [see(start), see(first), see(second)];
    this.#wishes = Array.from(first.plan.assignment, (_, pair) => this.#wish(pair));
    this.#states = Array.from({ length: this.#sites }, (_, site) => this.#state(site, conflicts));
    this.#names = this.#named(conflicts);
    this.otherConflicts = conflicts;
  }

  #keeps(key: string): Whose {
    return this.#choices.get(key) ?? "first";
  }

  get #all(): readonly [Seen, Seen, Seen] {
    return [this.#start, this.#first, this.#second];
  }

  #idOf(site: number): string {
    const { sites } = this.#first.draft.municipality;
    return site < sites.length ? sites[site].id : this.#newSites[site - sites.length].id;
  }

  #stateIn({ draft, number }: Seen, site: number): SiteState {
    return siteState(draft, number[site] ?? Number.NaN);
  }

  /** Of a school that one alone has, what that one says. */
  #states3(site: number): readonly [SiteState, SiteState, SiteState] {
    const [start, first, second] = this.#all.map((seen) =>
      seen.number[site] === undefined ? undefined : this.#stateIn(seen, site),
    );
    const some = first ?? second ?? start;
    if (!some) throw new Error(`no plan has school ${site}`);
    return [start ?? some, first ?? some, second ?? some];
  }

  #state(site: number, conflicts: JoinConflict[]): SiteState {
    const [start, first, second] = this.#states3(site);
    const id = this.#idOf(site);
    const [whose, whosePlaces] = [this.#keeps(`district ${id}`), this.#keeps(`places ${id}`)];
    const district = threeWay([start.district, first.district, second.district], isSame, whose);
    if (district.isConflict) conflicts.push({ kind: "district", site: id, keeps: whose });
    const places = first.capacity.map((_, band) =>
      threeWay([start.capacity[band], first.capacity[band], second.capacity[band]], isSame, whosePlaces),
    );
    if (places.some(({ isConflict }) => isConflict)) conflicts.push({ kind: "places", site: id, keeps: whosePlaces });
    return {
      teaches: first.teaches,
      capacity: places.map(({ value }) => value),
      ...(district.value !== undefined && { district: district.value }),
    };
  }

  /** Districts that a school of the joined plan is in, or that were empty in the first, by id; the second's names where the first has not changed them. */
  #named(conflicts: JoinConflict[]): ReadonlyMap<string, string> {
    const [start, first, second] = this.#all.map(({ draft }) => districtNames(draft.plan));
    const used = new Set(this.#states.flatMap(({ district }) => district ?? []));
    const empty = new Set(this.#first.draft.plan.districts.flatMap(({ id, sites }) => (sites.length === 0 ? id : [])));
    const stays = (id: string): boolean => used.has(id) || empty.has(id);
    const names = new Map([...first].filter(([id]) => stays(id)));
    const isTaken = (name: string): boolean => [...names.values()].includes(name);
    for (const [id, name] of second) {
      if (!stays(id)) continue;
      const own = names.get(id);
      const keeps = this.#keeps(`name ${id}`);
      const { value, isConflict } = threeWay([start.get(id), own ?? name, name], isSame, keeps);
      // No two districts have one name.
      const isRefused = value !== undefined && value !== own && isTaken(value);
      if (isConflict || isRefused) conflicts.push({ kind: "name", district: id, keeps: isRefused ? "first" : keeps });
      if (own === undefined) names.set(id, freeName(name, [...names.values()]));
      else if (value !== undefined && !isRefused) names.set(id, value);
    }
    return names;
  }

  /** Where a pair goes in a plan, by the joined numbers. */
  #goesTo({ draft, joinedNumber }: Seen, pair: number): number {
    const site = draft.plan.assignment[pair];
    return site === NO_SITE ? NO_SITE : joinedNumber[site];
  }

  #wish(pair: number): readonly number[] {
    const [start, first, second] = this.#all.map((seen) => this.#goesTo(seen, pair));
    const moved = [first, second].filter((site) => site !== start);
    return (moved.length > 0 ? [...new Set(moved)] : [start]).filter((site) => site !== NO_SITE);
  }

  isWished(pair: number, site: number): boolean {
    return this.#wishes[pair].includes(site);
  }

  /** Pupils whose school each is in a plan, in one band. */
  #pupilsAt(seen: Seen, band: Band, pupils: ArrayLike<number>): readonly number[] {
    const at = Array.from({ length: this.#sites }, () => 0);
    for (
      let pair: number = band;
      pair < seen.draft.plan.assignment.length;
      pair += seen.draft.municipality.grades.bandCount
    ) {
      const site = this.#goesTo(seen, pair);
      if (site !== NO_SITE) at[site] += pupils[pair];
    }
    return at;
  }

  openSites(pupils: ArrayLike<number>) {
    const teaching: BandSet[] = Array.from({ length: this.#sites }, () => 0);
    const conflicts: JoinConflict[] = [];
    let isProven = true;
    for (const { band: at } of this.#first.draft.municipality.grades.bands) {
      const states = Array.from({ length: this.#sites }, (_, site) =>
        this.#states3(site).map(({ teaches }) => hasBand(teaches, at)),
      );
      const wishes = this.#wishes.flatMap((sites, pair) =>
        pair % this.#first.draft.municipality.grades.bandCount === at ? [{ sites, pupils: pupils[pair] }] : [],
      );
      const [before, one, other] = this.#all.map((seen) => this.#pupilsAt(seen, at, pupils));
      const said = states.map(([start, ...both], site) => {
        const chosen = this.#choices.get(`school ${at} ${this.#idOf(site)}`);
        // What was chosen stands: both say so.
        const [first, second] = chosen === undefined ? both : [0, 1].map(() => both[chosen === "first" ? 0 : 1]);
        return { start, first, second, weight: start ? before[site] : Math.max(one[site], other[site]) };
      });
      const best = bestOpen(said, wishes);
      isProven &&= best.isProven;
      best.isOpen.forEach((isOpen, site) => {
        const [start, first, second] = states[site];
        if (isOpen) teaching[site] |= 1 << at;
        // One closes it, and the other sends pupils there.
        if (start && first !== second && wishes.some((wish) => wish.pupils > 0 && wish.sites.includes(site)))
          conflicts.push({
            kind: "school",
            site: this.#idOf(site),
            band: at,
            keeps: isOpen === first ? "first" : "second",
            isOpen,
          });
      });
    }
    return { teaching, conflicts, isProven };
  }

  assignment(teaching: readonly BandSet[], { pupils, adjacency }: Areas): Uint16Array {
    const { plan } = this.#first.draft;
    const assignment = plan.assignment.map((_, pair) => {
      const band = bandOf(plan.grades, pair);
      const start = this.#goesTo(this.#start, pair);
      const isOpen = (site: number): boolean => site !== NO_SITE && hasBand(teaching[site], band);
      const wishes = this.#wishes[pair];
      const inOrder = this.#keeps(`areas ${band}`) === "first" ? wishes : wishes.toReversed();
      return inOrder.find(isOpen) ?? (isOpen(start) ? start : NO_SITE);
    });
    // What one of the two left without a school stays so.
    const left = [...assignment.keys()].filter(
      (pair) => assignment[pair] === NO_SITE && pupils[pair] === 0 && this.#wishes[pair].length > 0,
    );
    return withNeighbours(plan.grades, adjacency, assignment, left);
  }

  areaConflicts(assignment: Uint16Array, pupils: ArrayLike<number>): readonly JoinConflict[] {
    const found = new Map<string, { readonly band: Band; readonly keeps: Whose; areas: number; pupils: number }>();
    for (const pair of assignment.keys()) {
      const [first, second] = this.#wishes[pair];
      if (second === undefined) continue;
      const band = bandOf(this.#first.draft.municipality.grades, pair);
      const keeps: Whose = assignment[pair] === first ? "first" : "second";
      const sum = found.get(`${band} ${keeps}`) ?? { band, keeps, areas: 0, pupils: 0 };
      sum.areas++;
      sum.pupils += pupils[pair];
      found.set(`${band} ${keeps}`, sum);
    }
    return [...found.values()].map((sum) => ({ kind: "areas", ...sum }));
  }

  changes(teaching: readonly BandSet[], assignment: Uint16Array): readonly Change[] {
    const { draft } = this.#first;
    const states = this.#states.map((state, site): Change => {
      const from = this.#stateIn(this.#first, site);
      return { kind: "site", site, from, to: { ...state, teaches: teaching[site] } };
    });
    return compose(unlocked(draft), [
      ...this.#placing(),
      ...districtsTo(districtNames(draft.plan), this.#names),
      ...states,
      ...assignedTo(draft.plan, { assignment }),
    ]);
  }

  /** New schools are a pile: those from the first that differs on are taken away and placed anew. */
  #placing(): readonly Change[] {
    const before = this.#first.draft.newSites;
    const differs = before.findIndex((site, i) => !isSamePlace(site, this.#newSites[i]));
    const from = differs < 0 ? before.length : differs;
    return [
      ...before
        .slice(from)
        .toReversed()
        .map((was): Change => ({ kind: "new-site", was })),
      ...this.#newSites.slice(from).map((is): Change => ({ kind: "new-site", is })),
    ];
  }
}

/** The joined plan is nobody's to have locked yet. */
function unlocked(draft: Draft): readonly Change[] {
  const { locks } = draft;
  const whats: readonly Lockable[] = [
    { pairs: Uint32Array.from(locks.pairs) },
    ...[...locks.sites].map((site) => ({ site })),
    ...[...locks.districts].map((district) => ({ district })),
    ...[...locks.bands].map((band) => ({ band })),
  ];
  return whats.flatMap((what) => setLock(draft, what, false));
}
