import type { MeasureKey } from "../evaluate/measures/table.ts";
import type { District } from "../domain/municipality.ts";
import type { Metres } from "../domain/quantities.ts";
import type { Plan } from "../domain/plan.ts";
import type { ConsolidateQuestion } from "../domain/question.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { DistrictTally } from "../evaluate/district-tally.ts";
import { addTallies, type PlanTotals } from "../evaluate/plan-totals.ts";

/** What is grouped: today's districts, or each open site by itself. */
export function atomsOf(
  { baseline, municipality }: Basis,
  { from }: Pick<ConsolidateQuestion, "from">,
): readonly District[] {
  if (from !== "sites") return baseline.districts;
  return municipality.sites.flatMap(({ id, name }, site) =>
    baseline.teaching[site] === 0 ? [] : [{ id, name, sites: [site] }],
  );
}

/** One merged district that groupings may be made of: who goes where in it, and what evaluate measures of it. */
export interface MergedDistrict {
  /** The atoms that it joins (today's districts, or single sites), ascending. */
  readonly joins: readonly number[];
  readonly district: District;
  readonly tally: DistrictTally;
  /** The (unit, band) pairs that change site, with their new site; empty under "stay". */
  readonly moves: ReadonlyMap<number, number>;
}

/** The answer to "which groupings of today's districts into k are there, and what does each mean". */
export interface Consolidation {
  readonly question: ConsolidateQuestion;
  /** Ways to split the districts into k groups, touching or not. */
  readonly existing: bigint;
  /** Each possible merged district once. */
  readonly columns: readonly MergedDistrict[];
  /** Column numbers, `[grouping * districts + i]`, by their lowest atoms. */
  readonly groupings: Uint32Array;
  readonly count: number;
  /** Values by measure key, `[grouping]`; NaN where there is nothing to measure. */
  readonly values: ReadonlyMap<MeasureKey, Float64Array>;
  /** Keys of measures whose order of the plans another draw of made-up pupils, or better roads, would turn. */
  readonly unsure?: readonly string[];
  /** What the number of groupings rests on; absent where districts need not touch, or not all groupings are listed. */
  readonly touching?: Touching;
  /** Absent where every grouping is listed; else what each listed one is the best for, and how sure that is. */
  readonly best?: readonly ListedBest[];
}

/** A pair with a short border, or little between them. */
export interface DoubtfulPair {
  /** The lower number first. */
  readonly pair: readonly [number, number];
  /** Metres of the border that they share, or of the gap between them. */
  readonly metres: Metres;
  readonly of: "border" | "gap";
  /** Whether the question says how it is. */
  readonly is: "open" | "said";
}

/** Which of today's districts, or sites, touch each other, as the list takes it. */
export interface Touching {
  /** Numbers among what is grouped, the lower first. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Pairs whose touching hangs on how the map is drawn. */
  readonly doubtful: readonly DoubtfulPair[];
  /** How many groupings there are with one that is open the other way round; absent where none is, or counting takes too long. */
  readonly oneOtherwise?: { readonly least: number; readonly most: number };
}

export interface ListedBest {
  readonly grouping: number;
  readonly measure: MeasureKey;
  /** In the objective's own sense, where less is better: the value found and what no grouping can go below. */
  readonly value: number;
  readonly bound: number;
  /** (value - bound) / |value|; 0 is proven best. */
  readonly gap: number;
}

/** Groupings whose every district evaluate finds in one piece: fewer than are listed where one of today's lies in several. */
export const countContiguous = ({ values, count }: Pick<Consolidation, "values" | "count">): number =>
  (values.get("extra-pieces") ?? new Float64Array(count)).reduce((whole, pieces) => whole + (pieces === 0 ? 1 : 0), 0);

/** How sure it is that the best listed grouping by a measure is the best of all; `undefined` where better ones may not be listed. */
export function gapOfBest({ best }: Pick<Consolidation, "best">, measure: MeasureKey): number | undefined {
  return best ? best.find((entry) => entry.measure === measure && entry.gap < Infinity)?.gap : 0;
}

export const columnsOf = (
  { columns, groupings, question }: Consolidation,
  grouping: number,
): readonly MergedDistrict[] =>
  Array.from({ length: question.districts }, (_, i) => columns[groupings[grouping * question.districts + i]]);

/** A grouping as a plan that can be saved, drawn and measured like any other. */
export function planOf(basis: Basis, consolidation: Consolidation, grouping: number): Plan {
  const columns = columnsOf(consolidation, grouping);
  const { baseline } = basis;
  const assignment = baseline.assignment.slice();
  for (const { moves } of columns) for (const [pair, site] of moves) assignment[pair] = site;
  const districts = columns.map(({ district }) => district);
  return {
    id: `plan-${grouping + 1}`,
    title: `Plan ${grouping + 1}`,
    districts,
    grades: baseline.grades,
    teaching: baseline.teaching,
    assignment,
  };
}

export const totalsOf = (basis: Basis, consolidation: Consolidation, grouping: number): PlanTotals =>
  addTallies(
    basis,
    columnsOf(consolidation, grouping).map(({ tally }) => tally),
  );

/** Number of the grouping that joins the sites as a plan's districts do; `undefined` where the list has none. */
export function findGrouping(consolidation: Consolidation, plan: Plan): number | undefined {
  const wanted = signature(plan.districts.map(({ sites }) => sites));
  for (let grouping = 0; grouping < consolidation.count; grouping++)
    if (signature(columnsOf(consolidation, grouping).map(({ district }) => district.sites)) === wanted) return grouping;
  return undefined;
}

const signature = (groups: readonly (readonly number[])[]): string =>
  groups
    .map((sites) => sites.toSorted((a, b) => a - b).join(","))
    .toSorted()
    .join("|");
