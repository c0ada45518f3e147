import type { Assumption } from "../domain/assumption.ts";
import type { Band } from "../domain/grades.ts";
import type { Change, Lockable } from "./change.ts";
import type { NewSite, ProposalText, SiteState } from "./draft.ts";
import { isSameAssumption, isSameSite, isSameState, isSameText } from "./same.ts";

interface Step<Value> {
  readonly from: Value;
  readonly to: Value;
}

/** While it may go on. */
interface Growing<Value> {
  readonly from: Value;
  to: Value;
}

/** What was before the first change of a thing, and what shall be after its last. */
class Steps<Key, Value> {
  readonly #steps = new Map<Key, Growing<Value>>();

  add(key: Key, from: Value, to: Value): void {
    const known = this.#steps.get(key);
    if (known) known.to = to;
    else this.#steps.set(key, { from, to });
  }

  /** Those that change anything, in the order of their keys. */
  changed(same: (a: Value, b: Value) => boolean): readonly (Step<Value> & { readonly key: Key })[] {
    return [...this.#steps]
      .filter(([, { from, to }]) => !same(from, to))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, step]) => ({ key, ...step }));
  }
}

const isSame = <Value>(a: Value, b: Value): boolean => a === b;

/**
 * Both after each other as one list in normal form: every thing changed once, things that end as they began left out, kinds in one
 * order. Associative; applying it is applying the first and then the second.
 */
export function compose(first: readonly Change[], second: readonly Change[]): readonly Change[] {
  const sum = new Sum();
  for (const change of first) sum.add(change);
  for (const change of second) sum.add(change);
  return sum.changes();
}

/** A list of changes in the normal form of {@link compose}. */
export const normalForm = (changes: readonly Change[]): readonly Change[] => compose(changes, []);

class Sum {
  readonly #pairs = new Steps<number, number>();
  readonly #sites = new Steps<number, SiteState>();
  readonly #districts = new Steps<string, string | undefined>();
  readonly #assumptions = new Steps<string, Assumption | undefined>();
  readonly #pairLocks = new Steps<number, boolean>();
  readonly #siteLocks = new Steps<number, boolean>();
  readonly #districtLocks = new Steps<string, boolean>();
  readonly #bandLocks = new Steps<Band, boolean>();
  readonly #text = new Steps<"text", ProposalText>();
  /** Taken away from the end and then placed there: the last to go and the first to come may be the same, and cancel. */
  readonly #gone: NewSite[] = [];
  readonly #placed: NewSite[] = [];

  add(change: Change): void {
    switch (change.kind) {
      case "assign":
        change.pairs.forEach((pair, i) => this.#pairs.add(pair, change.from[i], change.to[i]));
        return;
      case "site":
        this.#sites.add(change.site, change.from, change.to);
        return;
      case "new-site":
        if (change.is) this.#place(change.is);
        else if (change.was) this.#takeAway(change.was);
        return;
      case "district":
        this.#districts.add(change.id, change.from, change.to);
        return;
      case "assumption":
        this.#assumptions.add(change.id, change.from, change.to);
        return;
      case "lock":
        this.#lock(change.what, change.from, change.to);
        return;
      case "text":
        this.#text.add("text", change.from, change.to);
    }
  }

  #place(site: NewSite): void {
    const last = this.#placed.length === 0 ? this.#gone.at(-1) : undefined;
    if (last && isSameSite(last, site)) this.#gone.pop();
    else this.#placed.push(site);
  }

  #takeAway(site: NewSite): void {
    if (this.#placed.length > 0) this.#placed.pop();
    else this.#gone.push(site);
  }

  #lock(what: Lockable, from: boolean, to: boolean): void {
    if ("pairs" in what) for (const pair of what.pairs) this.#pairLocks.add(pair, from, to);
    else if ("site" in what) this.#siteLocks.add(what.site, from, to);
    else if ("district" in what) this.#districtLocks.add(what.district, from, to);
    else this.#bandLocks.add(what.band, from, to);
  }

  changes(): readonly Change[] {
    const pairs = this.#pairs.changed(isSame);
    const text = this.#text.changed(isSameText);
    return [
      ...this.#gone.map((was): Change => ({ kind: "new-site", was })),
      ...this.#placed.map((is): Change => ({ kind: "new-site", is })),
      ...this.#districts.changed(isSame).map(({ key, from, to }): Change => ({
        kind: "district",
        id: key,
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
      })),
      ...this.#sites.changed(isSameState).map(({ key, from, to }): Change => ({ kind: "site", site: key, from, to })),
      ...(pairs.length > 0 ? [assignment(pairs)] : []),
      ...this.#assumptions.changed(isSameAssumption).map(({ key, from, to }): Change => ({
        kind: "assumption",
        id: key,
        ...(from && { from }),
        ...(to && { to }),
      })),
      ...this.#lockChanges(),
      ...text.map(({ from, to }): Change => ({ kind: "text", from, to })),
    ];
  }

  #lockChanges(): readonly Change[] {
    const pairs = this.#pairLocks.changed(isSame);
    return [
      ...[false, true].flatMap((on) => {
        const of = pairs.filter(({ to }) => to === on);
        const what = { pairs: Uint32Array.from(of, ({ key }) => key) };
        return of.length > 0 ? [lock(what, { from: !on, to: on })] : [];
      }),
      ...this.#siteLocks.changed(isSame).map((step) => lock({ site: step.key }, step)),
      ...this.#districtLocks.changed(isSame).map((step) => lock({ district: step.key }, step)),
      ...this.#bandLocks.changed(isSame).map((step) => lock({ band: step.key }, step)),
    ];
  }
}

const lock = (what: Lockable, { from, to }: Step<boolean>): Change => ({ kind: "lock", what, from, to });

const assignment = (steps: readonly (Step<number> & { readonly key: number })[]): Change => ({
  kind: "assign",
  pairs: Uint32Array.from(steps, ({ key }) => key),
  from: Uint16Array.from(steps, ({ from }) => from),
  to: Uint16Array.from(steps, ({ to }) => to),
});
