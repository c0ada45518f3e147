import type { Failed } from "../../domain/outcome.ts";
import { ModelBuilder, type Term } from "../../model/model.ts";
import { floorOf } from "./floors.ts";
import { beside, between, eachPriced, type Prices, widened } from "./pricing.ts";
import type { Joined, LeastSum, SumSearch } from "./sum-search.ts";

/** Rounds of pricing. */
const MOST_ROUNDS = 150;
/** Steps of a search for groups from one district: more where fewer find none. */
const STEPS = [3000, 30_000, 1_000_000] as const;
/** Groups taken from one district at a time, and most that are looked through for a proof. */
const MOST_AT_A_TIME = 8;
/** Groups to begin with, the smallest. */
const MOST_SMALL = 1500;
const MOST_IN_PROOF = 12_000;
/** Seconds that the solver gets to choose among the groups. */
const SECONDS = 5;
/** Shares of the scale of values below which they count as the same. */
const SAME = 1e-7;

/**
 * The grouping whose merged districts come to the least together: set partitioning by column generation (Garfinkel and Nemhauser
 * 1970; Mehrotra, Johnson and Nemhauser 1998). Groups come in by their floors, and only those that the relaxation rests on are
 * solved. What it comes to bounds all groupings, small merged districts and large; every group that could be in a better one than
 * that found is then chosen among in whole numbers.
 */
export async function leastSum(search: SumSearch): Promise<LeastSum | Failed> {
  const state = new SumState(search);
  const failed =
    (await state.offerAll(search.from)) ??
    state.addSmall() ??
    (await state.relaxToTheEnd()) ??
    (await state.choose()) ??
    (state.addWithin() ? await state.choose() : undefined);
  return failed ?? state.answer();
}

interface Column {
  readonly districts: Joined;
  value: number;
  exact: boolean;
}

/** What each district adds at least whatever it is joined with. */
function leastOfAll({ floor, among: { count } }: SumSearch): number {
  const chosen = { sure: new Uint8Array(count), open: new Uint8Array(count).fill(1) };
  let least = 0;
  for (let district = 0; district < count; district++) {
    chosen.sure[district] = 1;
    least += floor.part(district, chosen);
    chosen.sure[district] = 0;
  }
  return least;
}

class SumState {
  readonly #search: SumSearch;
  readonly #columns: Column[] = [];
  readonly #byName = new Map<string, Column>();
  #best: { readonly groups: readonly Joined[]; readonly value: number } = { groups: [], value: Infinity };
  #bound = -Infinity;
  #prices: Prices | undefined;
  /** What the relaxation of all groups comes to at the prices. */
  #relaxed = -Infinity;
  /** Whether all groups that can be in a better grouping are among the columns. */
  #isAllThere = false;
  /** Whether no more groups may be solved. */
  #isSpent = false;
  #scale = 1;

  constructor(search: SumSearch) {
    this.#search = search;
    const { only, among } = search;
    for (const districts of only?.groups ?? []) if (among.gate.lets(districts)) this.#add(districts);
    this.#isAllThere = only?.are === "all";
    this.#bound = leastOfAll(search);
  }

  answer(): LeastSum {
    const { groups, value } = this.#best;
    return { status: "found", groups, value, bound: this.#isProven() ? value : Math.min(value, this.#bound) };
  }

  /** Whether no grouping can be better: whole values are apart by a whole step. */
  #isProven(): boolean {
    return this.#bound > this.#best.value - Math.max(this.#search.step, 2 * this.#loose());
  }

  #isDone(): boolean {
    const { enough = -Infinity, shouldStop } = this.#search;
    return (
      shouldStop() || this.#isProven() || this.#best.value <= enough || (enough > -Infinity && this.#bound > enough)
    );
  }

  #add(districts: Joined): Column {
    const name = districts.join();
    const known = this.#byName.get(name);
    if (known) return known;
    const { floor, among } = this.#search;
    const exact = floor.exact ? undefined : this.#search.knownValue(districts);
    const column = {
      districts,
      value: exact ?? floorOf(floor, districts, among.count),
      exact: floor.exact || exact !== undefined,
    };
    this.#scale = Math.max(this.#scale, Math.abs(column.value));
    this.#byName.set(name, column);
    this.#columns.push(column);
    return column;
  }

  /** Solves those that are not yet; how many were, or "beyond" where no more may be. */
  async #settle(columns: readonly Column[], what: "bound" | "grouping"): Promise<number | "beyond" | Failed> {
    let settled = 0;
    for (const column of columns) {
      if (column.exact) continue;
      const value = await this.#search.valueOf(column.districts, what);
      if (typeof value !== "number") return value;
      settled++;
      column.value = value;
      column.exact = true;
    }
    return settled;
  }

  /** Takes groupings for the best so far where they are. */
  async offerAll(groupings: readonly (readonly Joined[])[]): Promise<Failed | undefined> {
    for (const groups of groupings) {
      const columns = groups.map((districts) => this.#add(districts));
      const settled = await this.#settle(columns, "grouping");
      if (typeof settled === "object") return settled;
      if (settled !== "beyond") this.#offer(columns);
    }
    return undefined;
  }

  #offer(columns: readonly Column[]): void {
    const value = columns.reduce((sum, column) => sum + column.value, 0);
    if (value < this.#best.value) this.#best = { groups: columns.map(({ districts }) => districts), value };
  }

  /** Adds the smallest groups, for prices to begin with that mean something. */
  addSmall(): undefined {
    const { only, among } = this.#search;
    if (only) return;
    const { count, districts, neighbours, gate } = among;
    let groups: readonly Joined[] = Array.from({ length: count }, (_, district) => [district]);
    for (let size = 1; size <= count - districts + 1; size++) {
      if (this.#columns.length + groups.length > MOST_SMALL) return;
      for (const group of groups) if (gate.lets(group)) this.#add(group);
      groups = widened(groups, neighbours);
    }
  }

  /**
   * Until no group would make the relaxation better and it rests on none that is not solved. Groups are looked for by prices that
   * follow those of the relaxation slowly, or they would swing (Neame 1999; Pessoa and others 2018).
   */
  async relaxToTheEnd(): Promise<Failed | undefined> {
    let followed: Prices | undefined;
    for (let round = 0; round < MOST_ROUNDS && !this.#isDone(); round++) {
      await this.#search.pause();
      const prices = await this.#relax();
      if (!prices) return undefined;
      this.#prices = prices;
      followed = followed ? between(followed, prices) : prices;
      if (this.#addCheaper(followed, STEPS[0]) > 0) continue;
      if (STEPS.some((most) => this.#addCheaper(prices, most) > 0)) continue;
      const settled = await this.#settle(
        this.#columns.filter((_, column) => prices.taken[column] > SAME),
        "bound",
      );
      if (typeof settled === "object") return settled;
      if (settled === "beyond" || settled === 0) return undefined;
    }
    return undefined;
  }

  async #relax(): Promise<Prices | undefined> {
    const model = this.#model(this.#columns);
    // Rows alone hold columns to one: at a bound of its own a column would have a price that no row knows of.
    const free = { integer: new Uint8Array(model.cost.length), upper: new Float64Array(model.cost.length).fill(2) };
    const answer = await this.#search.solver.solve({ ...model, ...free }, { prices: "wanted" });
    if (answer.status !== "optimal" || !answer.rowPrices) return undefined;
    const district = answer.rowPrices.map((price) => price * this.#scale);
    const { count } = this.#search.among;
    return {
      district: district.slice(0, count),
      group: district[count],
      taken: answer.values,
      value: answer.objective * this.#scale,
    };
  }

  /** Every district in one group, and so many groups. */
  #model(columns: readonly Column[]) {
    const model = new ModelBuilder();
    const { count, districts } = this.#search.among;
    const cover: Term[][] = Array.from({ length: count }, () => []);
    const all = columns.map(({ districts: joined, value }): Term => {
      const choice = model.addChoice(value / this.#scale);
      for (const district of joined) cover[district].push([choice, 1]);
      return [choice, 1];
    });
    cover.forEach((terms) => model.addRow("every district once", 1, 1, terms));
    model.addRow("so many districts", districts, districts, all);
    return model.build();
  }

  /**
   * Adds groups that would make the relaxation better, the best from each lowest district; how many. Whatever the prices, all
   * groupings together come to no less than them and the cheapest group so many times (Lagrange; Farley 1990).
   */
  #addCheaper(prices: Prices, mostSteps: number): number {
    const { only, among } = this.#search;
    const limit = -SAME * this.#scale;
    const found = Array.from({ length: among.count }, (): { districts: Joined; price: number }[] => []);
    let ended: "complete" | "steps" = "complete";
    let cheapest = 0;
    if (only) ended = this.#isAllThere ? "complete" : "steps";
    else
      ended = eachPriced(
        this.#search,
        prices,
        mostSteps,
        (lowest) => found[lowest][MOST_AT_A_TIME - 1]?.price ?? limit,
        (districts, price) => {
          const known = this.#byName.get(districts.join());
          cheapest = Math.min(cheapest, known ? known.value + beside(prices, districts) : price);
          if (known) return;
          const best = found[districts[0]];
          if (price >= (best[MOST_AT_A_TIME - 1]?.price ?? limit)) return;
          best.splice(best.findLastIndex((each) => each.price <= price) + 1, 0, { districts, price });
          best.length = Math.min(best.length, MOST_AT_A_TIME);
        },
      );
    for (const { districts } of found.flat()) this.#add(districts);
    if (ended === "complete") {
      const district = prices.district.reduce((sum, price) => sum + price, 0);
      const bound = district + among.districts * (prices.group + cheapest) - this.#loose();
      this.#bound = Math.max(this.#bound, bound);
      this.#relaxed = prices === this.#prices ? bound : -Infinity;
    } else this.#relaxed = -Infinity;
    return found.flat().length;
  }

  /** Adds every group that could be in a better grouping than the best; false where they are too many, or could not be solved. */
  addWithin(): boolean {
    if (!this.#prices || this.#search.only || this.#isSpent || this.#isDone() || this.#relaxed === -Infinity)
      return false;
    const limit = this.#slack();
    const found: Joined[] = [];
    const ended = eachPriced(
      this.#search,
      this.#prices,
      STEPS[2],
      () => (found.length > MOST_IN_PROOF ? -Infinity : limit),
      (districts, price) => {
        if (price < limit && !this.#byName.has(districts.join())) found.push(districts);
      },
    );
    if (ended !== "complete" || found.length > MOST_IN_PROOF) return false;
    for (const districts of found) this.#add(districts);
    this.#isAllThere = true;
    return true;
  }

  /** The best of the groups that are there, in whole numbers; those that it takes are solved until it takes none that is not. */
  async choose(): Promise<Failed | undefined> {
    let among: "all" | "solved" = "all";
    while (!this.#isDone()) {
      await this.#search.pause();
      const columns = this.#worthwhile().filter(({ exact }) => exact || among === "all");
      const answer = await this.#search.solver.solve(this.#model(columns), { secondsLimit: SECONDS });
      if (answer.status === "failed") return answer;
      if (answer.status === "infeasible") {
        if (this.#isAllThere && among === "all") this.#bound = this.#best.value;
        return undefined;
      }
      const bound = this.#scale * (answer.status === "optimal" ? answer.objective : answer.bound);
      if (this.#isAllThere && among === "all") this.#bound = Math.max(this.#bound, Math.min(this.#best.value, bound));
      const { values } = answer;
      if (!values) return undefined;
      const chosen = columns.filter((_, column) => values[column] > 0.5);
      const settled = await this.#settle(chosen, "grouping");
      if (typeof settled === "object") return settled;
      if (settled === "beyond") {
        this.#isSpent = true;
        among = "solved";
        continue;
      }
      this.#offer(chosen);
      if (settled === 0) return undefined;
    }
    return undefined;
  }

  /** The groups that can be in a better grouping than the best. */
  #worthwhile(): readonly Column[] {
    const prices = this.#prices;
    if (!prices || this.#relaxed === -Infinity) return this.#columns;
    const limit = this.#slack();
    return this.#columns.filter(({ districts, value }) => value + beside(prices, districts) < limit);
  }

  /** What a group of a better grouping can cost at most beside the prices: all others cost nothing or more. */
  #slack(): number {
    return this.#best.value - this.#search.step - this.#relaxed + this.#loose();
  }

  /** What the solver's own tolerance may come to over a grouping. */
  #loose(): number {
    return 2 * SAME * this.#scale * this.#search.among.districts;
  }
}
