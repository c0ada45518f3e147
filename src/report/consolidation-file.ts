import { ranksPlans } from "../evaluate/measures/measure.ts";
import { ranks } from "../compare/pareto.ts";
import { atomsOf, columnsOf, type Consolidation, gapOfBest, totalsOf } from "../compare/groupings.ts";
import type { District } from "../domain/municipality.ts";
import type { Outcome } from "../domain/outcome.ts";
import type { ConsolidateQuestion } from "../domain/question.ts";
import type { Basis } from "../evaluate/basis.ts";
import { MAIN_MEASURES, type MeasureKey, measuresIn } from "../evaluate/measures/table.ts";
import type { ConsolidationFile } from "../protocol/result-file.ts";
import { type Audience, internalMark } from "./internal.ts";
import { measureInfo, provenance, type RunInfo, runRow } from "./evaluation-file.ts";
import { planFile, zonesOf } from "./plan-file.ts";
import { unmeasuredRows } from "./unreached-text.ts";
import { criterion, sorted, unbeatenIn } from "./measured-list.ts";
import { rangeRows } from "./range-rows.ts";
import { fileValues } from "./shown-measures.ts";

/** An answered consolidation as the file that `consolidate --json` writes; groupings in order of `sortBy`. */
export function consolidationFile(
  basis: Basis,
  question: ConsolidateQuestion,
  outcome: Exclude<Outcome<Consolidation>, { status: "failed" }>,
  sortBy: MeasureKey,
  run: RunInfo,
  audience: Audience = "anyone",
): ConsolidationFile {
  const atoms = atomsOf(basis, question);
  const { order = {} } = basis.municipality.info;
  const head = {
    format: "skoledistrikt-consolidation" as const,
    version: 1 as const,
    ...internalMark(audience),
    provenance: provenance(basis, run),
    question: writeQuestion(atoms, question),
    status: outcome.status,
    measures: measuresIn(basis.municipality.grades).map(measureInfo),
    pareto: MAIN_MEASURES.filter((measure) => ranksPlans(order, measure)).map(({ key }) => key),
  };
  if (outcome.status === "infeasible")
    return {
      ...head,
      conflict: [...outcome.conflict.rules],
      complete: true,
      existing: "0",
      groupings: [],
      ...runRow(run),
    };
  const { answer } = outcome;
  return {
    ...head,
    complete: answer.best === undefined,
    ...(answer.best && {
      provenBest: measuresIn(basis.municipality.grades)
        .map(({ key }) => key)
        .filter((key) => gapOfBest(answer, key) === 0),
    }),
    ...(answer.touching && {
      touching: {
        ...answer.touching,
        pairs: answer.touching.pairs.map((pair) => idsOf(atoms, pair)),
        doubtful: answer.touching.doubtful.map(({ pair, metres, ...rest }) => ({
          ...rest,
          pair: idsOf(atoms, pair),
          metres: Math.round(metres),
        })),
      },
    }),
    existing: String(answer.existing),
    unmeasured: unmeasuredRows(basis, basis.baseline),
    today: planFile(basis.municipality, basis.baseline),
    ...moveRows(basis, answer),
    groupings: groupingRows(basis, answer, sortBy, audience),
    ...runRow(run),
  };
}

const idsOf = (atoms: readonly District[], [one, other]: readonly [number, number]): [string, string] => [
  atoms[one].id,
  atoms[other].id,
];

const writeQuestion = (
  atoms: readonly District[],
  { touching, ...question }: ConsolidateQuestion,
): ConsolidationFile["question"] => ({
  ...question,
  ...(touching && {
    touching: touching.map(({ pair, touch }) => ({ districts: idsOf(atoms, pair), touch })),
  }),
  from: question.from ?? "districts",
  rules: question.rules.map((rule) =>
    "districts" in rule ? { kind: rule.kind, districts: rule.districts.map((district) => atoms[district].id) } : rule,
  ),
});

/** Who goes elsewhere than today in each district of the groupings listed, once however many groupings have it. */
function moveRows(basis: Basis, answer: Consolidation): Pick<ConsolidationFile, "moves"> {
  const atoms = atomsOf(basis, answer.question);
  const moves = [...new Set(answer.groupings)]
    .toSorted((a, b) => a - b)
    .flatMap((column) => {
      const { joins, moves: moved } = answer.columns[column];
      if (moved.size === 0) return [];
      const ascending = [...moved].toSorted(([a], [b]) => a - b);
      return { joins: joins.map((atom) => atoms[atom].id), zones: zonesOf(basis.municipality, ascending) };
    });
  return moves.length === 0 ? {} : { moves };
}

function groupingRows(
  basis: Basis,
  answer: Consolidation,
  sortBy: MeasureKey,
  audience: Audience,
): ConsolidationFile["groupings"] {
  const marks = unbeatenIn(answer);
  const rank = new Map(
    measuresIn(basis.municipality.grades)
      .filter((measure) => ranksPlans(answer, measure))
      .flatMap(({ key, better }) => {
        const found = better === "neither" ? undefined : criterion(answer, key);
        return found ? [[key, ranks(found, answer.count)] as const] : [];
      }),
  );
  const atoms = atomsOf(basis, answer.question);
  return sorted(answer, sortBy).map((grouping) => {
    const values = new Map(
      [...answer.values].flatMap(([key, list]) => (Number.isNaN(list[grouping]) ? [] : [[key, list[grouping]]])),
    );
    const best = answer.best?.filter((entry) => entry.grouping === grouping);
    return {
      number: grouping + 1,
      districts: columnsOf(answer, grouping).map(({ district, joins }) => ({
        id: district.id,
        name: district.name,
        joins: joins.map((number) => atoms[number].id),
        sites: district.sites.map((site) => basis.municipality.sites[site].id),
      })),
      pareto: marks[grouping] === 1,
      ...(best && {
        best: best.flatMap(({ measure, bound, gap }) => (gap < Infinity ? [{ measure, bound, gap }] : [])),
      }),
      values: Object.fromEntries(audience === "planner" ? values : fileValues(basis, values)),
      ranges: rangeRows(basis, { values, totals: totalsOf(basis, answer, grouping) }, audience),
      ranks: Object.fromEntries([...rank].map(([key, list]) => [key, list[grouping]])),
    };
  });
}
