import { BAND_COUNT, BAND_OF_GRADE, BANDS, GRADE_COUNT, GRADES } from "../../domain/grades.ts";
import { NO_SITE } from "../../domain/plan.ts";
import type { AssignmentRule, Stage } from "../../domain/question.ts";
import { seededRandom } from "../../kernels/random.ts";
import { type AssignmentFrame, bandOfRow, candidateFor } from "../../model/assignment/frame.ts";
import type { AssignmentPrices } from "../../model/assignment/objectives/kroner.ts";

/** Moves proposed for each candidate, and at most; Holbæk takes about a second. */
const PROPOSALS_EACH = 1000;
const MOST_PROPOSALS = 3_000_000;
/** Breaking a rule by one pupil costs this share of what the whole stage costs at the start. */
const PENALTY_SHARE = 1e-3;

/**
 * A good whole-unit plan for stages that count classes, where relaxations say little: simulated annealing (Kirkpatrick et al.
 * 1983) over shifts of one row to another candidate, with loads, classes and penalties kept up to date. Same seed, same plan.
 * O(grades of a band) a proposal. Returns the candidate of each row, `[row]`.
 */
export function searchAssignment(
  frame: AssignmentFrame,
  stage: Stage,
  rules: readonly AssignmentRule[],
  prices: AssignmentPrices,
  seed: number,
): Uint32Array {
  return new AssignmentSearch(frame, stage, rules, prices).run(seed);
}

class AssignmentSearch {
  readonly #frame: AssignmentFrame;
  readonly #chosen: Uint32Array;
  /** Cost of a candidate by itself, and of one class. */
  readonly #own: Float64Array;
  readonly #classPrice: number;
  readonly #overflowPrice: number;
  readonly #penalty: number;
  readonly #mostMoved: number;
  readonly #limited: boolean;
  /** Pupils, `[site * GRADE_COUNT + grade]` and `[site * BAND_COUNT + band]`. */
  readonly #byGrade: Int32Array;
  readonly #byBand: Int32Array;
  #moved = 0;

  constructor(frame: AssignmentFrame, stage: Stage, rules: readonly AssignmentRule[], prices: AssignmentPrices) {
    const weight = (name: string) =>
      stage.reduce((sum, entry) => sum + (entry.objective === name ? entry.weight : 0), 0);
    this.#frame = frame;
    this.#own = Float64Array.from(
      { length: frame.candidates },
      (_, candidate) =>
        weight("pupil-metres") * frame.metres[candidate] +
        weight("kroner") * prices.travelCard * frame.rights[candidate] +
        weight("changed-site") * this.#movedBy(candidate),
    );
    this.#classPrice = weight("kroner") * prices.class;
    this.#overflowPrice = weight("overflow");
    this.#limited = rules.some(({ kind }) => kind === "capacity");
    this.#mostMoved = rules.reduce(
      (most, rule) => (rule.kind === "most-moved" ? Math.min(most, rule.pupils) : most),
      Infinity,
    );
    this.#byGrade = new Int32Array(frame.sites.length * GRADE_COUNT);
    this.#byBand = new Int32Array(frame.sites.length * BAND_COUNT);
    this.#chosen = Uint32Array.from({ length: frame.rows }, (_, row) => this.#startOf(row));
    this.#chosen.forEach((candidate) => this.#load(candidate, 1));
    const scale = this.#chosen.reduce((sum, candidate) => sum + this.#own[candidate], 0) + this.#classPrice * 100;
    this.#penalty = Math.max(1, scale) * PENALTY_SHARE;
  }

  #movedBy(candidate: number): number {
    const row = this.#frame.rowOf[candidate];
    return this.#frame.site[candidate] === this.#frame.today[row] ? 0 : this.#frame.pupils[row];
  }

  #startOf(row: number): number {
    const today = this.#frame.today[row];
    const stay = today === NO_SITE ? undefined : candidateFor(this.#frame, row, today);
    if (stay !== undefined) return stay;
    let best = this.#frame.first[row];
    for (let candidate = best + 1; candidate < this.#frame.first[row + 1]; candidate++)
      if (this.#frame.metres[candidate] < this.#frame.metres[best]) best = candidate;
    return best;
  }

  #load(candidate: number, sign: 1 | -1): void {
    const { rowOf, site, byGrade, pupils } = this.#frame;
    const row = rowOf[candidate];
    const band = bandOfRow(this.#frame, row);
    const { first, last } = BANDS[band];
    for (let grade = first; grade <= last; grade++)
      this.#byGrade[site[candidate] * GRADE_COUNT + grade] += sign * byGrade[row * GRADE_COUNT + grade];
    this.#byBand[site[candidate] * BAND_COUNT + band] += sign * pupils[row];
    this.#moved += sign * this.#movedBy(candidate);
  }

  /** What one site costs in one band: its classes and its pupils beyond capacity. */
  #siteCost(site: number, band: number): number {
    const { first, last } = BANDS[band];
    let cost = 0;
    if (this.#classPrice > 0)
      for (let grade = first; grade <= last; grade++)
        cost += this.#classPrice * Math.ceil(this.#byGrade[site * GRADE_COUNT + grade] / this.#frame.classCap[grade]);
    const beyond = this.#byBand[site * BAND_COUNT + band] - (this.#frame.sites[site].capacity[band] ?? Infinity);
    if (beyond > 0) cost += beyond * (this.#overflowPrice + (this.#limited ? this.#penalty : 0));
    return cost;
  }

  #movedPenalty = (): number => Math.max(0, this.#moved - this.#mostMoved) * this.#penalty;

  #put(row: number, to: number): void {
    this.#load(this.#chosen[row], -1);
    this.#load(to, 1);
    this.#chosen[row] = to;
  }

  /** Change of cost when a row goes to another candidate; the move is made. */
  #shift(row: number, to: number): number {
    const { site } = this.#frame;
    const from = this.#chosen[row];
    const band = bandOfRow(this.#frame, row);
    const before = this.#siteCost(site[from], band) + this.#siteCost(site[to], band) + this.#movedPenalty();
    this.#put(row, to);
    const after = this.#siteCost(site[from], band) + this.#siteCost(site[to], band) + this.#movedPenalty();
    return after - before + this.#own[to] - this.#own[from];
  }

  #isLegal(): boolean {
    if (this.#moved > this.#mostMoved) return false;
    return !this.#limited || GRADES.every((grade) => this.#bandFits(BAND_OF_GRADE[grade]));
  }

  #bandFits(band: number): boolean {
    return this.#frame.sites.every(
      ({ capacity }, site) => this.#byBand[site * BAND_COUNT + band] <= (capacity[band] ?? Infinity),
    );
  }

  run(seed: number): Uint32Array {
    const random = seededRandom(seed);
    const { rows, first, candidates } = this.#frame;
    const proposals = Math.min(MOST_PROPOSALS, PROPOSALS_EACH * candidates);
    let cost = 0;
    let best = this.#isLegal() ? 0 : Infinity;
    let bestPlan = this.#chosen.slice();
    const hot = this.#classPrice > 0 ? 0.3 * this.#classPrice : 0.01 * this.#penalty;
    for (let proposal = 0; proposal < proposals; proposal++) {
      const row = Math.floor(random() * rows);
      const count = first[row + 1] - first[row];
      if (count < 2) continue;
      const from = this.#chosen[row];
      const to = first[row] + Math.floor(random() * count);
      if (to === from) continue;
      const change = this.#shift(row, to);
      const heat = hot * 1e-4 ** (proposal / proposals);
      if (change > 0 && random() >= Math.exp(-change / heat)) {
        this.#put(row, from);
        continue;
      }
      cost += change;
      if (cost < best - 1e-6 && this.#isLegal()) {
        best = cost;
        bestPlan = this.#chosen.slice();
      }
    }
    return bestPlan;
  }
}
