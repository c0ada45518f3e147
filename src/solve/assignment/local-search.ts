import { type AssignmentPrices, type PriceCurve, priceOf } from "../../cost/assignment-prices.ts";
import { NO_SITE } from "../../domain/plan.ts";
import type { AssignmentRule, Stage } from "../../domain/question.ts";
import { seededRandom } from "../../kernels/random.ts";
import { type AssignmentFrame, bandOfRow, candidateFor } from "../../model/assignment/frame.ts";
import { rightsPrice } from "../../model/assignment/objectives/kroner.ts";
import { movedAtMost } from "../../model/assignment/rules/most-moved.ts";

/** Moves proposed for each candidate, and at most; Holbæk takes about a second. */
const PROPOSALS_EACH = 1000;
const MOST_PROPOSALS = 3_000_000;
/** The search begins by taking what costs this part of a class more: about what a pupil or two do. */
const HOT = 0.1;
/** Breaking a rule by one pupil costs this share of what the whole stage costs at the start. */
const PENALTY_SHARE = 1e-3;

/**
 * A good whole-unit plan for stages that count classes, where relaxations say little: simulated annealing (Kirkpatrick et al.
 * 1983) over shifts of one row to another candidate, with loads and penalties kept up to date. Same seed, same plan. O(1) a
 * proposal. Returns the candidate of each row, `[row]`.
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
  /** Cost of a candidate by itself, `[candidate]`, and of one class. */
  readonly #own: Float64Array;
  readonly #classPrice: number;
  /** What a site's pupils of a band cost in classes, `[site * BAND_COUNT + band][pupils]`. */
  readonly #classes: readonly Float64Array[];
  readonly #overflowPrice: number;
  readonly #penalty: number;
  readonly #mostMoved: number;
  readonly #limited: boolean;
  /** Pupils, `[site * BAND_COUNT + band]`. */
  readonly #byBand: Int32Array;
  #moved = 0;

  constructor(frame: AssignmentFrame, stage: Stage, rules: readonly AssignmentRule[], prices: AssignmentPrices) {
    const weight = (name: string) =>
      stage.reduce((sum, entry) => sum + (entry.objective === name ? entry.weight : 0), 0);
    this.#frame = frame;
    const rights = rightsPrice(frame, prices);
    this.#own = Float64Array.from(
      { length: frame.candidates },
      (_, candidate) =>
        weight("pupil-metres") * frame.metres[candidate] +
        weight("kroner") * rights[candidate] +
        weight("changed-site") * this.#movedBy(candidate),
    );
    this.#classPrice = weight("kroner") * prices.class;
    this.#classes = weight("kroner") > 0 ? classTables(frame, prices, weight("kroner")) : [];
    this.#overflowPrice = weight("overflow");
    this.#limited = rules.some(({ kind }) => kind === "capacity");
    this.#mostMoved = movedAtMost(rules);
    this.#byBand = new Int32Array(frame.sites.length * frame.grades.bandCount);
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
    const { rowOf, site, pupils } = this.#frame;
    const row = rowOf[candidate];
    this.#byBand[site[candidate] * this.#frame.grades.bandCount + bandOfRow(this.#frame, row)] += sign * pupils[row];
    this.#moved += sign * this.#movedBy(candidate);
  }

  /** What one site costs in one band: its classes and its pupils beyond capacity. */
  #siteCost(site: number, band: number): number {
    const pupils = this.#byBand[site * this.#frame.grades.bandCount + band];
    let cost = this.#classes[site * this.#frame.grades.bandCount + band]?.[pupils] ?? 0;
    const beyond = pupils - (this.#frame.sites[site].capacity[band] ?? Infinity);
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
    return !this.#limited || this.#frame.grades.bands.every(({ band }) => this.#bandFits(band));
  }

  #bandFits(band: number): boolean {
    return this.#frame.sites.every(
      ({ capacity }, site) => this.#byBand[site * this.#frame.grades.bandCount + band] <= (capacity[band] ?? Infinity),
    );
  }

  /** What a row adds to a site's cost of its band, where it is not there. */
  #added(row: number, to: number, band: number): number {
    const at = this.#frame.site[to] * this.#frame.grades.bandCount + band;
    const before = this.#siteCost(this.#frame.site[to], band);
    this.#byBand[at] += this.#frame.pupils[row];
    const added = this.#siteCost(this.#frame.site[to], band) - before;
    this.#byBand[at] -= this.#frame.pupils[row];
    return added + this.#own[to];
  }

  /** The candidate that costs a row least among the sites that others of its band use; `undefined` where there is none. */
  #elsewhere(row: number, band: number): number | undefined {
    const { first, site, metres } = this.#frame;
    let best: number | undefined;
    let least = Infinity;
    for (let to = first[row]; to < first[row + 1]; to++) {
      if (to === this.#chosen[row] || this.#byBand[site[to] * this.#frame.grades.bandCount + band] === 0) continue;
      const cost = this.#added(row, to, band);
      if (cost < least || (cost === least && best !== undefined && metres[to] < metres[best]))
        [least, best] = [cost, to];
    }
    return best;
  }

  /**
   * Sends everybody of a band at a site, its `rows`, elsewhere; the change of cost. All undone where it is none for the better, or breaks
   * a rule that was kept: saving a whole class would pay for that.
   */
  #giveUp(band: number, rows: readonly number[]): number {
    const before = rows.map((row) => this.#chosen[row]);
    const wasLegal = this.#isLegal();
    let change = 0;
    for (const row of rows) {
      const to = this.#elsewhere(row, band);
      change += to === undefined ? Infinity : this.#shift(row, to);
      if (change === Infinity) break;
    }
    if (change < -1e-6 && (this.#isLegal() || !wasLegal)) return change;
    rows.forEach((row, i) => this.#put(row, before[i]));
    return 0;
  }

  /**
   * Bands given up at whole sites while that saves: pupils who leave one by one leave a class behind until the last is gone, so no
   * search by single rows finds it. The change of cost.
   */
  #giveUpSites(): number {
    let all = 0;
    for (;;) {
      const rowsAt = this.#rowsAt();
      const smallestFirst = [...rowsAt.keys()].toSorted((a, b) => this.#byBand[a] - this.#byBand[b] || a - b);
      let change = 0;
      for (const at of smallestFirst) {
        change = this.#giveUp(at % this.#frame.grades.bandCount, rowsAt.get(at) ?? []);
        if (change < 0) break;
      }
      if (change === 0) return all;
      all += change;
    }
  }

  /** Rows with pupils, by `site * BAND_COUNT + band`. */
  #rowsAt(): ReadonlyMap<number, readonly number[]> {
    const { rows, pair, site, pupils } = this.#frame;
    const rowsAt = new Map<number, number[]>();
    for (let row = 0; row < rows; row++) {
      if (pupils[row] === 0) continue;
      const at = site[this.#chosen[row]] * this.#frame.grades.bandCount + (pair[row] % this.#frame.grades.bandCount);
      const there = rowsAt.get(at);
      if (there) there.push(row);
      else rowsAt.set(at, [row]);
    }
    return rowsAt;
  }

  run(seed: number): Uint32Array {
    const random = seededRandom(seed);
    const { rows, first, candidates } = this.#frame;
    const proposals = Math.min(MOST_PROPOSALS, PROPOSALS_EACH * candidates);
    let best = this.#isLegal() ? 0 : Infinity;
    let bestPlan = this.#chosen.slice();
    let cost = this.#giveUpSites();
    const keep = (): void => {
      if (cost >= best - 1e-6 || !this.#isLegal()) return;
      best = cost;
      bestPlan = this.#chosen.slice();
    };
    keep();
    const hot = this.#classPrice > 0 ? HOT * this.#classPrice : 0.01 * this.#penalty;
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
      keep();
    }
    cost += this.#giveUpSites();
    keep();
    return bestPlan;
  }
}

/** Weighted prices by whole pupils, up to all of a case; sites that pay the same share a table. */
function classTables(
  { pupils }: AssignmentFrame,
  { classes }: AssignmentPrices,
  weight: number,
): readonly Float64Array[] {
  const all = pupils.reduce((sum, here) => sum + here, 0);
  const tables = new Map<PriceCurve, Float64Array>();
  for (const curve of classes)
    if (!tables.has(curve))
      tables.set(
        curve,
        Float64Array.from({ length: all + 1 }, (_, here) => weight * priceOf(curve, here)),
      );
  return classes.flatMap((curve) => tables.get(curve) ?? []);
}
