import type { Failed } from "../../domain/outcome.ts";
import { ModelBuilder, type Term } from "../../model/model.ts";
import type { Neighbours } from "../grouping/groups.ts";
import { eachPromising } from "../grouping/promising.ts";
import type { Solver } from "../solver.ts";
import { floorOf, type GroupFloor } from "./floors.ts";
import type { GroupGate } from "./gates.ts";

/** Numbers of today's districts in one merged district, ascending. */
export type Joined = readonly number[];

/** Groups to make so many merged districts of. */
export interface Partitioned {
  readonly count: number;
  readonly districts: number;
  readonly neighbours: Neighbours;
  readonly gate: GroupGate;
}

export interface SumSearch {
  readonly among: Partitioned;
  readonly floor: GroupFloor;
  /** What a group comes to; only asked for where its floor is not that, and it is not known. */
  readonly valueOf: (districts: Joined) => Promise<number | "beyond" | Failed>;
  /** The same where it is known already. */
  readonly knownValue: (districts: Joined) => number | undefined;
  /** Solved groups that alone are chosen among, so that nothing rests on floors: every group there is, or some. */
  readonly only?: { readonly groups: readonly Joined[]; readonly are: "all" | "some" };
  /** Values are apart by no less than this; 0 where they may be by anything. */
  readonly step: number;
  /** Groupings that keep all rules, to begin from. */
  readonly from: readonly (readonly Joined[])[];
  /** Where it is only asked whether one comes to at most this. */
  readonly enough?: number;
  readonly solver: Solver;
  readonly pause: () => Promise<void>;
  readonly shouldStop: () => boolean;
}

export interface LeastSum {
  readonly status: "found";
  readonly groups: readonly Joined[];
  readonly value: number;
  /** No grouping comes below it. */
  readonly bound: number;
}

/** Steps of one search for groups, groups taken from it at a time, and most that are looked through for a proof. */
const MOST_STEPS = 400_000;
const MOST_AT_A_TIME = 300;
const MOST_IN_PROOF = 12_000;
/** Seconds that the solver gets to choose among the groups. */
const SECONDS = 10;
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

/** Prices of the rows of the linear relaxation: of each district, and of there being one merged district more. */
interface Prices {
  readonly district: Float64Array;
  readonly group: number;
  /** How much of each column is taken, `[column]`. */
  readonly taken: Float64Array;
  readonly value: number;
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
    return shouldStop() || this.#isProven() || this.#best.value <= enough || (enough > -Infinity && this.#bound > enough);
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
  async #settle(columns: readonly Column[]): Promise<number | "beyond" | Failed> {
    let settled = 0;
    for (const column of columns) {
      if (column.exact) continue;
      const value = await this.#search.valueOf(column.districts);
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
      const settled = await this.#settle(columns);
      if (typeof settled === "object") return settled;
      if (settled !== "beyond") this.#offer(columns);
    }
    return undefined;
  }

  #offer(columns: readonly Column[]): void {
    const value = columns.reduce((sum, column) => sum + column.value, 0);
    if (value < this.#best.value) this.#best = { groups: columns.map(({ districts }) => districts), value };
  }

  /** Until no group would make the relaxation better and it rests on none that is not solved. */
  async relaxToTheEnd(): Promise<Failed | undefined> {
    while (!this.#isDone()) {
      await this.#search.pause();
      const prices = await this.#relax();
      if (!prices) return undefined;
      const { added, ended } = this.#addCheaper(prices);
      this.#prices = prices;
      if (added > 0) continue;
      this.#relaxed = ended === "complete" ? prices.value - this.#loose() : -Infinity;
      this.#bound = Math.max(this.#bound, this.#relaxed);
      const settled = await this.#settle(this.#columns.filter((_, column) => prices.taken[column] > SAME));
      if (typeof settled === "object") return settled;
      if (settled === "beyond" || settled === 0) return undefined;
    }
    return undefined;
  }

  async #relax(): Promise<Prices | undefined> {
    const model = this.#model(this.#columns);
    const answer = await this.#search.solver.solve(
      { ...model, integer: new Uint8Array(model.cost.length) },
      { prices: "wanted" },
    );
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

  /** Adds groups that would make the relaxation better; whether it is certain that no others would. */
  #addCheaper(prices: Prices): { readonly added: number; readonly ended: "complete" | "steps" } {
    if (this.#search.only) return { added: 0, ended: this.#isAllThere ? "complete" : "steps" };
    const limit = -SAME * this.#scale;
    const found: Joined[] = [];
    const ended = this.#visit(prices, limit, (districts, price) => {
      if (price < limit && !this.#byName.has(districts.join())) found.push(districts);
      return found.length < MOST_AT_A_TIME;
    });
    for (const districts of found) this.#add(districts);
    return { added: found.length, ended };
  }

  /** Adds every group that could be in a better grouping than the best; false where they are too many. */
  addWithin(): boolean {
    if (!this.#prices || this.#search.only || this.#isDone() || this.#relaxed === -Infinity) return false;
    const limit = this.#slack();
    const found: Joined[] = [];
    const ended = this.#visit(this.#prices, limit, (districts, price) => {
      if (price < limit && !this.#byName.has(districts.join())) found.push(districts);
      return found.length <= MOST_IN_PROOF;
    });
    if (ended !== "complete" || found.length > MOST_IN_PROOF) return false;
    for (const districts of found) this.#add(districts);
    this.#isAllThere = true;
    return true;
  }

  /** Groups that cost less than the limit, or grow into such, beside the prices, with what they cost; until `visit` returns false. */
  #visit(
    { district: price, group }: Prices,
    limit: number,
    visit: (districts: Joined, price: number) => boolean,
  ): "complete" | "steps" {
    const { floor, among } = this.#search;
    const { count, gate, neighbours } = among;
    const largest = count - among.districts + 1;
    const gains: number[] = [];
    const priced = (districts: Joined): number => districts.reduce((sum, each) => sum - price[each], -group);
    return eachPromising({
      neighbours,
      largest,
      limit,
      mostSteps: MOST_STEPS,
      least: (chosen, districts) => {
        if (gate.hopeless(chosen, districts)) return Infinity;
        let least = priced(districts);
        for (const each of districts) least += floor.part(each, chosen);
        gains.length = 0;
        for (let each = 0; each < count; each++) {
          if (chosen.open[each] === 0 || chosen.sure[each] === 1) continue;
          const gain = floor.part(each, chosen) - price[each];
          if (gain < 0) gains.push(gain);
        }
        const room = largest - districts.length;
        // Sorted in place: nobody else's.
        // oxlint-disable-next-line unicorn/no-array-sort
        if (gains.length > room) gains.sort((a, b) => a - b);
        for (let gain = 0; gain < gains.length && gain < room; gain++) least += gains[gain];
        return least;
      },
      visit: (districts) => {
        if (!gate.lets(districts)) return limit;
        return visit(districts, floorOf(floor, districts, count) + priced(districts)) ? limit : -Infinity;
      },
    }).ended;
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
      const settled = await this.#settle(chosen);
      if (typeof settled === "object") return settled;
      if (settled === "beyond") {
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
    return this.#columns.filter(
      ({ districts, value }) => districts.reduce((sum, each) => sum - prices.district[each], value) - prices.group < limit,
    );
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
