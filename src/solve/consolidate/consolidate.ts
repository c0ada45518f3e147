import type { Outcome } from "../../domain/outcome.ts";
import type { ConsolidateOptions } from "./options.ts";
import type { ConsolidateQuestion } from "../../domain/question.ts";
import { atomsOf, type Consolidation, type ListedBest, type MergedDistrict } from "../../compare/groupings.ts";
import type { Basis } from "../../evaluate/basis.ts";
import type { Unfinished } from "../../domain/completeness.ts";
import { type MeasureKey, measuresIn } from "../../evaluate/measures/table.ts";
import { addTallies } from "../../evaluate/plan-totals.ts";
import { countAllGroupings, enumerateGroupings, type GroupingSearch } from "../grouping/enumerate.ts";
import { touchingPairs } from "../grouping/district-graph.ts";
import { doubtfulPairs, withOneOtherwise } from "../grouping/doubtful.ts";
import type { Group } from "../grouping/groups.ts";
import type { Solver } from "../solver.ts";
import { bestGroupings } from "./best.ts";
import { columnGround } from "./columns.ts";
import { makeColumns } from "./many-columns.ts";
import { findConflict, type GroupingFacts } from "./rules.ts";
import { groupingFacts, searchOf } from "./search.ts";

/** Most groupings that are listed completely; beyond it only the best by each objective are looked for. */
const MOST_LISTED = 200_000;

/**
 * Lists every grouping: each possible merged district is solved and measured once, and a grouping's measures follow from
 * those of its districts. Exact for every policy, because no pupil crosses the border of a merged district.
 */
export async function consolidate(
  basis: Basis,
  question: ConsolidateQuestion,
  solver: Solver,
  options: ConsolidateOptions = {},
): Promise<Outcome<Consolidation>> {
  if (basis.completeness.status === "unfinished")
    return { status: "failed", reason: unfinishedToday(basis.completeness) };
  const facts = groupingFacts(basis, question);
  const search = searchOf(question, facts, options.mostListed ?? MOST_LISTED);
  const { groupings, ended } = enumerateGroupings(search);
  if (ended !== "complete") return listBest(basis, question, search, facts, solver, options);
  if (groupings.length === 0) return { status: "infeasible", conflict: findConflict(question, facts) };
  const number = new Map<Group, number>();
  for (const grouping of groupings)
    for (const group of grouping) if (!number.has(group)) number.set(group, number.size);
  const ground = columnGround(basis, question, options.measuredOn);
  const made = await makeColumns(ground, [...number.keys()], solver, options);
  if (made.status === "failed") return made;
  const numbers = Uint32Array.from(groupings.flatMap((grouping) => grouping.map((group) => number.get(group) ?? 0)));
  const answer = assemble(basis, question, made.columns, numbers, options);
  if (question.contiguity === "ignored") return { status: "optimal", answer };
  const isSaid = (one: number, other: number): boolean =>
    (question.touching ?? []).some(({ pair }) => pair.includes(one) && pair.includes(other));
  const atoms = { ...basis.baseline, districts: ground.atoms };
  const doubtful = doubtfulPairs(basis.municipality, atoms, isSaid);
  const oneOtherwise = withOneOtherwise(search, doubtful);
  const touching = { pairs: touchingPairs(search.neighbours), doubtful, ...(oneOtherwise && { oneOtherwise }) };
  return { status: "optimal", answer: { ...answer, touching } };
}

const unfinishedToday = ({ missing }: Unfinished): string => `${missing} pupils have no school in today's plan`;

/** Too many to list: the best by each objective, each with its bound. */
async function listBest(
  basis: Basis,
  question: ConsolidateQuestion,
  search: GroupingSearch,
  facts: GroupingFacts,
  solver: Solver,
  options: ConsolidateOptions,
): Promise<Outcome<Consolidation>> {
  const found = await bestGroupings(basis, question, search, solver, options);
  if (found.status === "failed") return found;
  if (found.best.length === 0) return { status: "infeasible", conflict: findConflict(question, facts) };
  const columns = [...new Set(found.best.flatMap((best) => best.columns))];
  const keys = found.best.map((best) => best.columns.map((column) => columns.indexOf(column)));
  const listed = [...new Map(keys.map((numbers) => [numbers.join(), numbers])).values()];
  const best = found.best.flatMap(({ measures, value, bound }, i): ListedBest[] => {
    const gap = Math.max(0, value - bound) / Math.max(1, Math.abs(value));
    const grouping = listed.findIndex((numbers) => numbers.join() === keys[i].join());
    return measures.map((measure) => ({ grouping, measure, value, bound, gap: gap < PROVEN ? 0 : gap }));
  });
  const answer = { ...assemble(basis, question, columns, Uint32Array.from(listed.flat()), options), best };
  const gap = Math.max(...best.map((entry) => entry.gap));
  return gap === 0 ? { status: "optimal", answer } : { status: "stopped", answer, gap, why: "size" };
}

/** Gaps below the solver's tolerance. */
const PROVEN = 1e-6;

function assemble(
  basis: Basis,
  question: ConsolidateQuestion,
  columns: readonly MergedDistrict[],
  groupings: Uint32Array,
  options: ConsolidateOptions,
): Consolidation {
  const { unsure } = basis.municipality.info.order ?? {};
  return {
    question,
    existing: countAllGroupings(atomsOf(basis, question).length, question.districts),
    columns,
    groupings,
    count: groupings.length / question.districts,
    values: measureGroupings(basis, columns, groupings, question.districts, options),
    ...(unsure && { unsure }),
  };
}

function measureGroupings(
  basis: Basis,
  columns: readonly MergedDistrict[],
  numbers: Uint32Array,
  districts: number,
  { onProgress, measuredOn = basis }: ConsolidateOptions,
): ReadonlyMap<MeasureKey, Float64Array> {
  const count = numbers.length / districts;
  const values = new Map(
    measuresIn(basis.municipality.grades).map(({ key }) => [key, new Float64Array(count).fill(NaN)]),
  );
  const rows = measuresIn(basis.municipality.grades).map(({ key, compute }) => ({
    compute,
    into: values.get(key) ?? new Float64Array(count),
  }));
  for (let grouping = 0; grouping < count; grouping++) {
    if (grouping % 1000 === 0) onProgress?.({ phase: "groupings", done: grouping, of: count });
    const totals = addTallies(
      measuredOn,
      Array.from({ length: districts }, (_, i) => columns[numbers[grouping * districts + i]].tally),
    );
    for (const { compute, into } of rows) into[grouping] = compute(totals) ?? NaN;
  }
  return values;
}
