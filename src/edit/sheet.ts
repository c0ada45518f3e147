import type { Assumption } from "../domain/assumption.ts";
import type { Band } from "../domain/grades.ts";
import type { District } from "../domain/municipality.ts";
import { unreachable } from "../domain/outcome.ts";
import { type Change, inverse, type Lockable } from "./change.ts";
import { type Draft, type NewSite, type ProposalText, proposalText, siteState, type SiteState } from "./draft.ts";
import { isSameAssumption, isSameSite, isSameState, isSameText } from "./same.ts";

/**
 * A draft in the making: changes are made in place on copies of what they touch, so that a long log costs one copy and not
 * one an edit. What several changes say of one thing follows in turn; what must hold between things (every site's district
 * exists, nobody goes to a closed site) need hold only at the end, which is why the order of changes of different things is free.
 */
export class Sheet {
  readonly #draft: Draft;
  #assignment: Uint16Array | undefined;
  readonly #sites = new Map<number, SiteState>();
  #newSites: NewSite[] | undefined;
  #districts: Map<string, string> | undefined;
  #locks: { pairs: Set<number>; sites: Set<number>; districts: Set<string>; bands: Set<Band> } | undefined;
  #assumptions: Map<string, Assumption> | undefined;
  #text: ProposalText | undefined;

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  get assignment(): Uint16Array {
    return this.#assignment ?? this.#draft.plan.assignment;
  }

  get newSites(): readonly NewSite[] {
    return this.#newSites ?? this.#draft.newSites;
  }

  get siteCount(): number {
    return this.#draft.municipality.sites.length + this.newSites.length;
  }

  get text(): ProposalText {
    return this.#text ?? proposalText(this.#draft);
  }

  siteState(site: number): SiteState {
    return this.#sites.get(site) ?? siteState(this.#draft, site);
  }

  /** `undefined` where there is no such district. */
  districtName(id: string): string | undefined {
    return this.#districts ? this.#districts.get(id) : this.#draft.plan.districts.find((each) => each.id === id)?.name;
  }

  /** `undefined` where nothing is assumed under the id. */
  assumption(id: string): Assumption | undefined {
    return (this.#assumptions ?? this.#draft.assumptions).get(id);
  }

  /** Whether things are as a change takes them to be. */
  fits(change: Change): boolean {
    switch (change.kind) {
      case "assign":
        return change.pairs.every((pair, i) => this.assignment[pair] === change.from[i]);
      case "site":
        return isSameState(this.siteState(change.site), change.from);
      case "new-site": {
        const last = this.newSites.at(-1);
        return change.was === undefined || (last !== undefined && isSameSite(last, change.was));
      }
      case "district":
        return this.districtName(change.id) === change.from;
      case "assumption":
        return isSameAssumption(this.assumption(change.id), change.from);
      case "lock":
        return this.#isLocked(change.what, change.from);
      case "text":
        return isSameText(this.text, change.from);
      default:
        return unreachable(change);
    }
  }

  /** Of what can be locked, all that is not locked yet, or not unlocked yet; undefined where nothing is left. */
  unlike(what: Lockable, on: boolean): Lockable | undefined {
    if (!("pairs" in what)) return this.#isLocked(what, !on) ? what : undefined;
    const { pairs: locked } = this.#locks ?? this.#draft.locks;
    const pairs = what.pairs.filter((pair) => locked.has(pair) !== on);
    return pairs.length > 0 ? { pairs } : undefined;
  }

  /** Whether all of it is locked, or not locked, itself. */
  #isLocked(what: Lockable, on: boolean): boolean {
    const locks = this.#locks ?? this.#draft.locks;
    if ("pairs" in what) return what.pairs.every((pair) => locks.pairs.has(pair) === on);
    if ("site" in what) return locks.sites.has(what.site) === on;
    return ("district" in what ? locks.districts.has(what.district) : locks.bands.has(what.band)) === on;
  }

  apply(change: Change): void {
    switch (change.kind) {
      case "assign": {
        const { pairs, to } = change;
        const assignment = (this.#assignment ??= this.#draft.plan.assignment.slice());
        for (let i = 0; i < pairs.length; i++) assignment[pairs[i]] = to[i];
        return;
      }
      case "site":
        this.#sites.set(change.site, change.to);
        return;
      case "new-site":
        this.#newSites ??= [...this.#draft.newSites];
        if (change.is) this.#newSites.push(change.is);
        else this.#newSites.pop();
        return;
      case "district":
        this.#districts ??= new Map(this.#draft.plan.districts.map(({ id, name }) => [id, name]));
        if (change.to === undefined) this.#districts.delete(change.id);
        else this.#districts.set(change.id, change.to);
        return;
      case "assumption":
        this.#assumptions ??= new Map(this.#draft.assumptions);
        if (change.to) this.#assumptions.set(change.id, change.to);
        else this.#assumptions.delete(change.id);
        return;
      case "lock":
        this.#lock(change.what, change.to);
        return;
      case "text":
        this.#text = change.to;
    }
  }

  /** Undoes a change, the last first. Of the many that a long way back is made of, most move pupils: no inverse is made for those. */
  takeBack(change: Change): void {
    if (change.kind !== "assign") return this.apply(inverse(change));
    const { pairs, from } = change;
    const assignment = (this.#assignment ??= this.#draft.plan.assignment.slice());
    for (let i = 0; i < pairs.length; i++) assignment[pairs[i]] = from[i];
    return undefined;
  }

  #lock(what: Lockable, on: boolean): void {
    const { pairs, sites, districts, bands } = this.#draft.locks;
    const locks = (this.#locks ??= {
      pairs: new Set(pairs),
      sites: new Set(sites),
      districts: new Set(districts),
      bands: new Set(bands),
    });
    if ("pairs" in what) for (const pair of what.pairs) put(locks.pairs, pair, on);
    else if ("site" in what) put(locks.sites, what.site, on);
    else if ("district" in what) put(locks.districts, what.district, on);
    else put(locks.bands, what.band, on);
  }

  finish(): Draft {
    const draft = this.#draft;
    const { plan } = draft;
    const framed = this.#sites.size > 0 || this.#newSites !== undefined;
    const states = framed ? Array.from({ length: this.siteCount }, (_, site) => this.siteState(site)) : undefined;
    const isPlanKept = !framed && !this.#assignment && !this.#districts && !this.#text;
    return {
      ...draft,
      plan: isPlanKept
        ? plan
        : {
            ...plan,
            title: this.text.title,
            ...(states && { teaching: states.map(({ teaches }) => teaches) }),
            ...((states || this.#districts) && { districts: this.#districtsOf(states) }),
            assignment: this.assignment,
          },
      ...(states && { capacity: states.map(({ capacity }) => capacity) }),
      newSites: this.newSites,
      assumptions: this.#assumptions ? inOrder(this.#assumptions) : draft.assumptions,
      locks: this.#locks ?? draft.locks,
      reason: this.text.reason,
    };
  }

  /** In the order of the start's districts, then the new ones by id, so that one taken away and put back is where it was. */
  #districtsOf(states: readonly SiteState[] | undefined): readonly District[] {
    const { plan, start } = this.#draft;
    const members = new Map<string, number[]>();
    if (states)
      states.forEach(({ district }, site) => {
        if (district === undefined) return;
        const sites = members.get(district);
        if (sites) sites.push(site);
        else members.set(district, [site]);
      });
    else for (const { id, sites } of plan.districts) members.set(id, [...sites]);
    const names = this.#districts ?? new Map(plan.districts.map(({ id, name }) => [id, name]));
    const place = new Map(start.districts.map(({ id }, i) => [id, i]));
    return [...names]
      .map(([id, name]) => ({ id, name, sites: members.get(id) ?? [] }))
      .toSorted((a, b) => (place.get(a.id) ?? place.size) - (place.get(b.id) ?? place.size) || (a.id < b.id ? -1 : 1));
  }
}

const inOrder = (assumptions: ReadonlyMap<string, Assumption>): ReadonlyMap<string, Assumption> =>
  new Map([...assumptions].toSorted(([a], [b]) => (a < b ? -1 : 1)));

function put<Value>(set: Set<Value>, value: Value, on: boolean): void {
  if (on) set.add(value);
  else set.delete(value);
}
