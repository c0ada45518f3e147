import { CELLS, type Factor, type Work } from "./fit-factor.ts";

/** What a site's end costs: each pupil less than `spare` more, and each beyond it, at a price. */
export interface Closing {
  readonly spare: number;
  readonly below: number;
  readonly beyond: number;
}

interface Range {
  readonly least: number;
  readonly most: number;
}

/** Cost by pupils more, `[more - least]`; beyond it, more than the budget. */
export interface Table {
  readonly least: number;
  // Mostly short, and made by the thousand: plain lists are made faster than typed arrays.
  readonly cost: readonly number[];
}

/**
 * The factors that are still open, and what each site must come to at least whatever is chosen of them: each factor's cost is shared
 * evenly among its sites, and a site chooses from its factors for itself alone.
 */
export class Outlook {
  readonly budget: number;
  readonly work: Work;
  /** Factors of no site: what the parts come to that are ended. */
  readonly ended: Factor[] = [];
  readonly #closing: (site: number) => Closing;
  /** The open factors by site, as they come. */
  readonly #open = new Map<number, Factor[]>();
  readonly #alone = new Map<number, number>();
  readonly #shares = new Map<Factor, Map<number, Table>>();

  constructor(
    factors: readonly Factor[],
    sites: readonly number[],
    closing: (site: number) => Closing,
    { budget, work }: { readonly budget: number; readonly work: Work },
  ) {
    this.budget = budget;
    this.work = work;
    this.#closing = closing;
    for (const factor of factors) this.#add(factor);
    for (const site of sites) this.#alone.set(site, costAt(this.ahead(site, NO_MORE), 0));
  }

  /** The open factors of a site. */
  of(site: number): readonly Factor[] {
    return this.#open.get(site) ?? [];
  }

  #add(factor: Factor): void {
    for (const site of factor.sites) {
      const own = this.#open.get(site);
      if (own) own.push(factor);
      else this.#open.set(site, [factor]);
    }
  }

  /** No plan costs less than this. */
  get least(): number {
    let cost = 0;
    for (const alone of this.#alone.values()) cost += alone;
    for (const factor of this.ended) cost += factor.cost[0];
    return cost;
  }

  /** The same of all sites but some. */
  elsewhere(but: readonly number[]): number {
    return but.reduce((cost, site) => cost - (this.#alone.get(site) ?? 0), this.least);
  }

  /** The factor is being put together with others and is no longer among those ahead. */
  take(factor: Factor): void {
    for (const site of factor.sites)
      this.#open.set(
        site,
        this.of(site).filter((other) => other !== factor),
      );
  }

  /** The site is done with; the factor made of its factors takes their place. */
  close(site: number, made: Factor): void {
    this.#alone.delete(site);
    if (made.cost.length === 0) return;
    if (made.sites.length === 0) this.ended.push(made);
    else this.#add(made);
    for (const each of made.sites) this.#alone.set(each, costAt(this.ahead(each, NO_MORE), 0));
  }

  /** What a site must at least come to with so many pupils more than it begins with, from the open factors and its end. */
  ahead(site: number, { least, most }: Range): Table {
    // The largest last, where the range that is asked for is narrowest.
    const shares = this.of(site)
      .map((factor) => this.#share(factor, site))
      .toSorted((a, b) => a.cost.length - b.cost.length);
    let [low, high] = [least, most];
    for (const share of shares) {
      low += share.least;
      high += share.least + share.cost.length - 1;
    }
    let table = this.#closingWithin(site, low, high);
    for (const share of shares) {
      low -= share.least;
      high -= share.least + share.cost.length - 1;
      table = trimmed(chosenFrom(table, share, { least: low, most: high }, this.work), this.budget);
    }
    return table;
  }

  /** What the end costs, as far as the budget reaches. */
  #closingWithin(site: number, low: number, high: number): Table {
    const { spare, below, beyond } = this.#closing(site);
    const least = below > 0 ? Math.max(low, Math.ceil(spare - this.budget / below)) : low;
    const most = beyond > 0 ? Math.min(high, Math.floor(spare + this.budget / beyond)) : high;
    const cost = listOf(most - least + 1, 0);
    for (let at = 0; at < cost.length; at++) {
      const over = least + at - spare;
      cost[at] = over > 0 ? over * beyond : -over * below;
    }
    return { least, cost };
  }

  #share(factor: Factor, site: number): Table {
    const known = this.#shares.get(factor) ?? new Map<number, Table>();
    this.#shares.set(factor, known);
    const made = known.get(site) ?? shareOf(factor, site);
    known.set(site, made);
    return made;
  }
}

/** As many of the same; none where that is less than none. In a loop, which is faster than to fill it. */
function listOf(size: number, value: number): number[] {
  const list = Array<number>(Math.max(0, size));
  for (let at = 0; at < list.length; at++) list[at] = value;
  return list;
}

const NO_MORE: Range = { least: 0, most: 0 };

/** A site's share of what a factor costs at least, by its pupils more. */
function shareOf(factor: Factor, site: number): Table {
  const { least, most } = rangeOf(factor, site);
  const [wide, place] = [factor.sites.length, factor.sites.indexOf(site)];
  const cost = listOf(most - least + 1, Infinity);
  factor.cost.forEach((each, entry) => {
    const at = factor.shift[entry * wide + place] - least;
    cost[at] = Math.min(cost[at], each / wide);
  });
  return { least, cost };
}

/** The cheapest choice of an entry with what follows, in a range. */
function chosenFrom(then: Table, { least: first, cost: choice }: Table, { least, most }: Range, work: Work): Table {
  const cost = listOf(most - least + 1, Infinity);
  const size = then.cost.length;
  for (let by = 0; by < choice.length; by++) {
    const extra = choice[by];
    if (extra === Infinity) continue;
    // With `at` in the table that follows, the pupils more are `at + apart` from the range's least.
    const apart = then.least - first - by - least;
    const [from, to] = [Math.max(0, -apart), Math.min(size, cost.length - apart)];
    if (to > from) work.left -= (to - from) / CELLS;
    for (let at = from; at < to; at++) {
      const all = extra + then.cost[at];
      if (all < cost[at + apart]) cost[at + apart] = all;
    }
  }
  return { least, cost };
}

/** The table without the ends that are beyond the budget. */
function trimmed({ least, cost }: Table, budget: number): Table {
  let [from, to] = [0, cost.length];
  while (from < to && cost[from] > budget) from++;
  while (from < to && cost[to - 1] > budget) to--;
  return to - from === cost.length ? { least, cost } : { least: least + from, cost: cost.slice(from, to) };
}

/** What a table has for so many pupils more. */
export const costAt = ({ least, cost }: Table, more: number): number =>
  more >= least && more < least + cost.length ? cost[more - least] : Infinity;

/** The fewest and the most pupils more that a factor has for a site; none where it does not tell of it. */
export function rangeOf({ sites, shift }: Factor, site: number): Range {
  const place = sites.indexOf(site);
  if (place < 0) return NO_MORE;
  let [least, most] = [Infinity, -Infinity];
  for (let at = place; at < shift.length; at += sites.length) {
    least = Math.min(least, shift[at]);
    most = Math.max(most, shift[at]);
  }
  return { least, most };
}
