import type { Band } from "../../domain/grades.ts";
import { type Failed, nothingFound } from "../../domain/outcome.ts";
import type { AssignmentObjective, AssignmentRule, ReassignQuestion } from "../../domain/question.ts";
import { type AssignmentFrame, bandOfRow } from "../../model/assignment/frame.ts";
import { assignUnits } from "../units/assign-units.ts";
import type { Solver, SolverOptions } from "../solver.ts";
import { stoppingAfter } from "../shared-time.ts";
import type { Staged } from "./staged.ts";

/** Rules that only leave out candidates or limit sites, so that bands stay independent of each other. */
const FILTERS: ReadonlySet<AssignmentRule["kind"]> = new Set([
  "capacity",
  "keeps-own-unit",
  "nearest-open",
  "stay-in-district",
  "lock",
  "longest-way",
]);
/** Objectives that become a limit once they have had their turn. */
const LIMITS: ReadonlySet<AssignmentObjective> = new Set(["overflow", "longest-way", "fullest-site"]);

/**
 * Whether a question is a generalised assignment for each band by itself: least pupil-metres within capacity, after least
 * overflow, longest way or fullest site where those are asked first. The project's own exact method then answers it. How full
 * the fullest site is where some must be overfull is not of this kind.
 */
export function isSeparable({ stages, rules }: ReassignQuestion): boolean {
  const names = stages.map((stage) => (stage.length === 1 && stage[0].weight > 0 ? stage[0].objective : undefined));
  const last = names.at(-1);
  const limits = names.slice(0, -1);
  return (
    last === "pupil-metres" &&
    limits.every((name) => name !== undefined && LIMITS.has(name)) &&
    limits.lastIndexOf("overflow") <= 0 &&
    !(limits.includes("overflow") && limits.includes("fullest-site")) &&
    rules.every(({ kind }) => FILTERS.has(kind))
  );
}

/** The price of one pupil beyond capacity, in metres: 10,000 km, farther than any chain of moves can save. */
const OVERFLOW_PRICE = 1e7;

/**
 * What has been asked and decided so far: the longest way allowed, the share of its places that a site may use (`Infinity`
 * where nobody asks about places), and the pupils who may be beyond that.
 */
interface Limits {
  readonly longest: number;
  readonly share: number;
  readonly overflow: number;
}

interface Attempt {
  readonly status: "assigned";
  readonly sites: Uint16Array;
  readonly metres: number;
  readonly overflow: number;
  readonly gap: number;
}

export async function solveSeparable(
  frame: AssignmentFrame,
  question: ReassignQuestion,
  solver: Solver,
  options: SolverOptions,
): Promise<Staged> {
  // Bands are answered one by one, pupils beyond capacity as metres: none of these numbers is one of the question's.
  const { onProgress } = options;
  const quiet = { ...options, ...(onProgress && { onProgress: () => onProgress({ bound: -Infinity }) }) };
  const search = new SeparableSearch(frame, question, solver, quiet);
  return search.solve();
}

class SeparableSearch {
  readonly #frame: AssignmentFrame;
  readonly #question: ReassignQuestion;
  readonly #solver: Solver;
  readonly #options: SolverOptions;
  readonly #rowsOf: readonly (readonly number[])[];

  readonly #asksForPlaces: boolean;
  /** When the time is over, by `performance.now()`. */
  readonly #end: number;

  constructor(frame: AssignmentFrame, question: ReassignQuestion, solver: Solver, options: SolverOptions) {
    this.#frame = frame;
    this.#question = question;
    this.#solver = solver;
    this.#options = options;
    const { rules, stages, limits } = question;
    this.#end = limits.seconds === undefined ? Infinity : performance.now() + 1000 * limits.seconds;
    this.#asksForPlaces = rules.some(({ kind }) => kind === "capacity") || stages[0][0].objective === "overflow";
    this.#rowsOf = frame.grades.bands.map(({ band }) =>
      Array.from({ length: frame.rows }, (_, row) => row).filter((row) => bandOfRow(frame, row) === band),
    );
  }

  async solve(): Promise<Staged> {
    const { stages, rules } = this.#question;
    const isHard = rules.some(({ kind }) => kind === "capacity");
    let limits: Limits = { longest: Infinity, share: this.#asksForPlaces ? 1 : Infinity, overflow: 0 };
    const reached: { value: number; bound: number }[] = [];
    /** What was found within the limits as they are. */
    let known: Attempt | undefined;
    for (const [{ objective, weight }] of stages) {
      if (objective === "overflow") {
        const attempt = await this.#assign(limits);
        if (attempt.status !== "assigned") return attempt;
        if (!isHard) limits = { ...limits, overflow: attempt.overflow };
        known = attempt;
        reached.push({ value: weight * attempt.overflow, bound: attempt.gap > 0 ? 0 : weight * attempt.overflow });
      } else if (objective === "longest-way" || objective === "fullest-site") {
        const found = await this.#leastLimit(objective, limits);
        if ("status" in found) return found;
        reached.push({ value: weight * found.value, bound: weight * found.bound });
        limits = found.limits;
        known = undefined;
      }
    }
    const attempt = known ?? (await this.#assign(limits));
    if (attempt.status !== "assigned") return attempt;
    if (attempt.overflow > limits.overflow) return attempt.gap > 0 ? nothingFound("time") : { status: "infeasible" };
    const weight = stages[stages.length - 1][0].weight;
    const value = weight * attempt.metres;
    reached.push({ value, bound: value * (1 - attempt.gap) });
    return { status: "solved", sites: attempt.sites, shares: new Map(), stages: reached };
  }

  /** Bisection over what the limit can be; each step asks whether everybody still fits. */
  async #leastLimit(
    objective: "longest-way" | "fullest-site",
    limits: Limits,
  ): Promise<{ limits: Limits; value: number; bound: number } | { status: "infeasible" } | Failed> {
    const isWay = objective === "longest-way";
    const levels = isWay ? this.#waysThere(limits.longest) : this.#ratiosThere(limits.share);
    const within = (step: number): Limits =>
      isWay ? { ...limits, longest: levels[step] } : { ...limits, share: levels[step] };
    let isProven = true;
    const need = limits.overflow > 0 ? "least overflow" : "room for all";
    const fits = async (step: number): Promise<boolean | Failed> => {
      const attempt = await this.#assign(within(step), need);
      if (attempt.status === "failed") return attempt;
      const isFit = attempt.status === "assigned" && attempt.overflow <= limits.overflow;
      isProven &&= isFit || attempt.status === "infeasible" || attempt.gap === 0;
      return isFit;
    };
    let low = 0;
    let high = levels.length - 1;
    if (high < 0) return { limits, value: 0, bound: 0 };
    const possible = await fits(high);
    if (typeof possible === "object") return possible;
    if (!possible) return { status: "infeasible" };
    while (low < high) {
      const middle = (low + high) >>> 1;
      const answer = await fits(middle);
      if (typeof answer === "object") return answer;
      if (answer) high = middle;
      else low = middle + 1;
    }
    return { limits: within(high), value: levels[high], bound: isProven ? levels[high] : 0 };
  }

  /** What the longest way can be, ascending. */
  #waysThere(most: number): readonly number[] {
    return [...new Set(this.#frame.longest)].filter((way) => way <= most).toSorted((a, b) => a - b);
  }

  /** What the pupils per place at the fullest site can be, ascending: whole pupils by whole places. */
  #ratiosThere(most: number): readonly number[] {
    const { pupils, sites } = this.#frame;
    const ratios = new Set<number>();
    for (const { band } of this.#frame.grades.bands) {
      const all = this.#rowsOf[band].reduce((sum, row) => sum + pupils[row], 0);
      for (const places of new Set(sites.map(({ capacity }) => capacity[band] ?? 0)))
        if (places > 0) for (let count = 0; count <= all && count / places <= most; count++) ratios.add(count / places);
    }
    return [...ratios].toSorted((a, b) => a - b);
  }

  /** Least pupil-metres band by band within limits. */
  async #assign(
    limits: Limits,
    need: "room for all" | "least overflow" = "least overflow",
  ): Promise<Attempt | { status: "infeasible" } | Failed> {
    const sites = new Uint16Array(this.#frame.rows);
    let [metres, overflow, gap] = [0, 0, 0];
    const { bands } = this.#frame.grades;
    for (const [number, { band }] of bands.entries()) {
      const outcome = await this.#assignBand(band, limits, need, this.#timeOf(bands.length - number));
      if (outcome.status !== "assigned") return outcome;
      this.#rowsOf[band].forEach((row, i) => (sites[row] = outcome.sites[i]));
      metres += outcome.metres;
      overflow += outcome.overflow;
      gap = Math.max(gap, outcome.gap);
    }
    return { status: "assigned", sites, metres, overflow, gap };
  }

  /** Of bands that are still to come each has as much of the time that is left. */
  #timeOf(bands: number): SolverOptions {
    if (this.#end === Infinity) return this.#options;
    return stoppingAfter(Math.max(0, this.#end - performance.now()) / 1000 / bands, this.#options);
  }

  async #assignBand(
    band: Band,
    limits: Limits,
    need: "room for all" | "least overflow",
    options: SolverOptions,
  ): Promise<Attempt | { status: "infeasible" } | Failed> {
    const { first, site, metres, longest, pupils, sites } = this.#frame;
    const rows = this.#rowsOf[band];
    const used = [...new Set(rows.flatMap((row) => [...site.subarray(first[row], first[row + 1])]))];
    const place = new Map(used.map((number, at) => [number, at]));
    const cost = new Float64Array(rows.length * used.length).fill(Infinity);
    for (const [unit, row] of rows.entries()) {
      let anywhere = false;
      for (let candidate = first[row]; candidate < first[row + 1]; candidate++) {
        if (longest[candidate] > limits.longest) continue;
        cost[unit * used.length + (place.get(site[candidate]) ?? 0)] = metres[candidate];
        anywhere = true;
      }
      if (!anywhere) return { status: "infeasible" };
    }
    const placesAt = (number: number): number => {
      const places = limits.share < Infinity ? sites[number].capacity[band] : undefined;
      // A site with no places has no pupils per place; it is closed only where capacity is asked for.
      if (places === undefined || (places === 0 && !this.#asksForPlaces)) return Infinity;
      return Math.floor(limits.share * places + 1e-9);
    };
    const demand = Float64Array.from(rows, (row) => pupils[row]);
    const capacity = Float64Array.from(used, placesAt);
    const overflowPrice = need === "room for all" ? Infinity : OVERFLOW_PRICE;
    const problem = { units: rows.length, sites: used.length, cost, demand, capacity, overflowPrice };
    const outcome = await assignUnits(problem, this.#solver, options);
    if (outcome.status === "failed" || outcome.status === "infeasible")
      return outcome.status === "failed" ? outcome : { status: "infeasible" };
    const { site: chosen, cost: total, overflow } = outcome.answer;
    return {
      status: "assigned",
      sites: chosen.map((at) => used[at]),
      metres: total,
      overflow,
      gap: outcome.status === "stopped" ? outcome.gap : 0,
    };
  }
}
