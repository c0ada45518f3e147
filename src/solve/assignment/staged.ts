import type { AssignmentPrices } from "../../cost/assignment-prices.ts";
import { type Failed, nothingFound, unreachable } from "../../domain/outcome.ts";
import type { AssignmentRule, ReassignQuestion, Stage } from "../../domain/question.ts";
import { assignmentPrices } from "../../evaluate/assignment-prices.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { type AssignmentModel, buildAssignment, type Held, type ZoneCut } from "../../model/assignment/build.ts";
import type { AssignmentFrame } from "../../model/assignment/frame.ts";
import { type Model, objectiveOf } from "../../model/model.ts";
import { certify } from "../certify.ts";
import { priceAndFix } from "../price-and-fix.ts";
import type { Solver, SolverAnswer, SolverOptions } from "../solver.ts";
import { heldAt, scaled } from "./held.ts";
import { searchAssignment } from "./local-search.ts";
import { type ZoneFinder, zoneFinder } from "./zones.ts";

/** Where everybody goes, with each stage's value and the bound that proves it (or shows how far proof is). */
export type Staged =
  | {
      readonly status: "solved";
      /** Site of each row, `[row]`: for a split row the one with the largest share. */
      readonly sites: Uint16Array;
      /** Shares of rows that are split, by row: candidate -> share. */
      readonly shares: ReadonlyMap<number, ReadonlyMap<number, number>>;
      /** Sites of pairs that are no row, by pair, where zones were drawn through them as well. */
      readonly empty?: ReadonlyMap<number, number>;
      readonly stages: readonly { readonly value: number; readonly bound: number }[];
    }
  | { readonly status: "infeasible" }
  | Failed;

/** Candidates of each row that the first relaxation starts from, the cheapest of the stage. */
const FIRST_CANDIDATES = 4;
/** Rounds of cutting zones together before the answer is given as it is, with its gap. */
const MOST_ROUNDS = 60;

/** Stage by stage, each held at what it reached; zones that fall apart are cut together round by round. */
export async function solveStaged(
  basis: Basis,
  frame: AssignmentFrame,
  question: ReassignQuestion,
  solver: Solver,
  options: SolverOptions,
): Promise<Staged> {
  const prices = assignmentPrices(basis);
  const zones = question.rules.some(({ kind }) => kind === "contiguous-zones") ? zoneFinder(basis, frame) : undefined;
  const held: Held[] = [];
  const cuts: ZoneCut[] = [];
  const reached: { value: number; bound: number }[] = [];
  let last: Float64Array | undefined;
  /** Where a search ends with nothing in hand, what an earlier stage found stands, at what it comes to in this one. */
  const standing = (values: Float64Array | undefined, stage: Stage): SolvedStage | undefined =>
    values && valuedIn(buildAssignment(frame, stage, question.rules, held, cuts, prices), frame, values);
  for (const asked of question.stages) {
    const { stage, scale } = scaled(asked);
    const solved = await solveStage(frame, question, stage, held, cuts, prices, zones, solver, {
      ...options,
      ...(options.onProgress && { onProgress: inStage(options.onProgress, asked, scale) }),
    });
    const found = solved.status === "failed" && solved.why !== undefined ? (standing(last, stage) ?? solved) : solved;
    if (found.status !== "solved") return found;
    reached.push({ value: found.value * scale, bound: found.bound * scale });
    held.push(heldAt(stage, found.value, question.rules, prices));
    last = found.values;
  }
  return last
    ? { status: "solved", ...readSites(frame, last), stages: reached }
    : { status: "failed", reason: "no stage" };
}

/** Progress as the question has it: which stage it is of, in that stage's own unit. */
const inStage =
  (onProgress: NonNullable<SolverOptions["onProgress"]>, stage: Stage, scale: number): typeof onProgress =>
  ({ bound, incumbent }) =>
    onProgress({ bound: bound * scale, ...(incumbent !== undefined && { incumbent: incumbent * scale }), stage });

/** Progress of a search among some of the plans, where it is known what none of them all goes below. */
const noHigherThan =
  (most = Infinity, onProgress: NonNullable<SolverOptions["onProgress"]>): typeof onProgress =>
  ({ bound, ...found }) =>
    onProgress({ bound: Math.min(bound, most), ...found });

type SolvedStage =
  | { readonly status: "solved"; readonly values: Float64Array; readonly value: number; readonly bound: number }
  | { readonly status: "infeasible" }
  | Failed;

async function solveStage(
  frame: AssignmentFrame,
  { rules, limits }: ReassignQuestion,
  stage: Stage,
  held: readonly Held[],
  cuts: ZoneCut[],
  prices: AssignmentPrices,
  zones: ZoneFinder | undefined,
  solver: Solver,
  options: SolverOptions,
): Promise<SolvedStage> {
  /** Zones that cannot be drawn as they are, sent elsewhere by rule of thumb: the bound is the one found before them. */
  const sentElsewhere: ZoneCut[] = [];
  const searched = searchedPlan(frame, stage, rules, prices, limits.seed);
  const isHeld = heldCheck(frame, held, prices);
  /** Plans that only the solver's tolerance takes for as good as the earlier stages. */
  const barred: (readonly number[])[] = [];
  let bound: number | undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const built = buildAssignment(frame, stage, rules, held, [...cuts, ...sentElsewhere], prices, barred);
    const start = searched && certified(built, frame, searched)?.values;
    const answer = await priceAndFix(built.model, firstColumns(frame, built.model), solver, {
      ...options,
      ...(options.onProgress && { onProgress: noHigherThan(bound, options.onProgress) }),
      ...(start && { start }),
      complete: built.complete,
    });
    const read = readAnswer(answer);
    if (read.status === "infeasible" && bound !== undefined)
      return nothingFound("size", "no plan was found whose zones can be drawn in one piece");
    if (read.status !== "solved") return read;
    if (!isHeld(read.values)) {
      barred.push(chosenIn(frame, read.values));
      continue;
    }
    const { sites } = readSites(frame, read.values);
    const found = zones?.cuts(sites) ?? [];
    cuts.push(...found);
    if (found.length > 0) continue;
    bound ??= read.bound;
    const undrawn = zones?.undrawn(sites) ?? [];
    if (undrawn.length === 0) return { ...read, bound };
    sentElsewhere.push(...undrawn);
  }
  return nothingFound("size", `zones still fall apart, or earlier stages do not hold, after ${MOST_ROUNDS} rounds`);
}

/**
 * Whether a plan is as good as the earlier stages say, worked out from who goes where: a solver holds a row to its tolerance, and where
 * kroner weigh thousands of times what metres do, that is kilometres.
 */
function heldCheck(
  frame: AssignmentFrame,
  held: readonly Held[],
  prices: AssignmentPrices,
): (values: Float64Array) => boolean {
  const exact = held
    .filter((each) => each.exact)
    .map(({ stage, most }) => ({ most, built: buildAssignment(frame, stage, [], [], [], prices) }));
  return (values) =>
    exact.every(({ most, built: { model, complete } }) => {
      const own = model.lower.slice();
      own.set(values.subarray(0, frame.candidates));
      complete(own);
      return objectiveOf(model, own) <= most;
    });
}

const chosenIn = ({ candidates }: AssignmentFrame, values: Float64Array): readonly number[] =>
  Array.from({ length: candidates }, (_, candidate) => candidate).filter((candidate) => values[candidate] > 0.5);

/** A plan to start from where the stage counts classes: the candidates it takes, `[candidate]`. */
function searchedPlan(
  frame: AssignmentFrame,
  stage: Stage,
  rules: readonly AssignmentRule[],
  prices: AssignmentPrices,
  seed: number,
): Float64Array | undefined {
  if (!stage.some(({ objective }) => objective === "kroner")) return undefined;
  const values = new Float64Array(frame.candidates);
  for (const candidate of searchAssignment(frame, stage, rules, prices, seed)) values[candidate] = 1;
  return values;
}

/** A plan of another stage in a stage's model, with nothing known of what is best there; undefined where it breaks a row. */
function valuedIn(built: AssignmentModel, frame: AssignmentFrame, plan: Float64Array): SolvedStage | undefined {
  const certificate = certified(built, frame, plan);
  return certificate && { status: "solved", values: certificate.values, value: certificate.objective, bound: 0 };
}

/** The candidates of a plan in a model, with the columns that count what they cause; undefined where it breaks a row. */
function certified({ model, complete }: AssignmentModel, frame: AssignmentFrame, plan: Float64Array) {
  const values = model.lower.slice();
  values.set(plan.subarray(0, frame.candidates));
  complete(values);
  const certificate = certify(model, values);
  return "wrong" in certificate ? undefined : certificate;
}

function readAnswer(answer: SolverAnswer): SolvedStage {
  switch (answer.status) {
    case "optimal":
      return { status: "solved", values: answer.values, value: answer.objective, bound: answer.objective };
    case "stopped":
      return answer.values && answer.objective !== undefined
        ? // Whatever is made least is never less than none.
          { status: "solved", values: answer.values, value: answer.objective, bound: Math.max(0, answer.bound) }
        : nothingFound(answer.why);
    case "infeasible":
    case "failed":
      return answer;
    default:
      return unreachable(answer);
  }
}

function firstColumns(frame: AssignmentFrame, { cost }: Model): Set<number> {
  const first = new Set<number>();
  for (let column = frame.candidates; column < cost.length; column++) first.add(column);
  for (let row = 0; row < frame.rows; row++) {
    const own = Array.from({ length: frame.first[row + 1] - frame.first[row] }, (_, i) => frame.first[row] + i);
    const cheapest = own.toSorted((a, b) => cost[a] - cost[b] || frame.metres[a] - frame.metres[b]);
    for (const candidate of cheapest.slice(0, FIRST_CANDIDATES)) first.add(candidate);
    for (const candidate of own) if (frame.site[candidate] === frame.today[row]) first.add(candidate);
  }
  return first;
}

function readSites(frame: AssignmentFrame, values: Float64Array) {
  const sites = new Uint16Array(frame.rows);
  const shares = new Map<number, Map<number, number>>();
  for (let row = 0; row < frame.rows; row++) {
    const parts = new Map<number, number>();
    let most = -1;
    for (let candidate = frame.first[row]; candidate < frame.first[row + 1]; candidate++) {
      if (values[candidate] <= 1e-6) continue;
      parts.set(candidate, values[candidate]);
      if (values[candidate] > most) [most, sites[row]] = [values[candidate], frame.site[candidate]];
    }
    if (parts.size > 1) shares.set(row, parts);
  }
  return { sites, shares };
}
