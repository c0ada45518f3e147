import { SMALLEST_SHOWN } from "../kernels/disclosure/shown.ts";
import type { Text } from "../domain/language.ts";
import { type District, type Municipality } from "../domain/municipality.ts";
import type { Conflict } from "../domain/outcome.ts";
import type { Plan } from "../domain/plan.ts";
import { savedAgainst } from "../compare/saved-against.ts";
import type { Range } from "../cost/range.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { Evaluation } from "../evaluate/evaluate.ts";
import type { MeasuredDistrict } from "../evaluate/redrawn.ts";
import { type MeasureKey, measuresIn } from "../evaluate/measures/table.ts";
import type { QuestionFile } from "../protocol/question-file.ts";
import type { SolutionFile } from "../protocol/solution-file.ts";
import { compactUnits } from "../geo/cells.ts";
import { type Audience, internalMark } from "./internal.ts";
import { cellText, countIn, fileDifference, fileValues, stepsIn } from "./shown-measures.ts";
import { measureInfo, provenance, type RunInfo, runRow } from "./evaluation-file.ts";
import { unmeasuredRows } from "./unreached-text.ts";
import { planFile } from "./plan-file.ts";
import { statusRow } from "./plan-status.ts";
import { rangeOfSpread, rangeRows, roundedRange, SAVING, toldRange } from "./range-rows.ts";
import { isFewPupils, type StageMeaning, toldStage } from "./stage-text.ts";

/** One answer as reports need it, whatever kind of question it answers. */
export interface Answered {
  readonly plan: Plan;
  readonly evaluation: Evaluation;
  readonly status: "optimal" | "stopped" | "quick";
  readonly stages: readonly { readonly value: number; readonly bound: number }[];
  readonly splits?: readonly {
    readonly unit: number;
    readonly band: number;
    readonly pupils: ReadonlyMap<number, number>;
  }[];
  /** What a quick answer still breaks. */
  readonly breaches?: readonly Text[];
  /** The districts of a redrawn map, those without a site included, which a plan cannot hold. */
  readonly areas?: readonly (MeasuredDistrict & { readonly district: District })[];
}

/** Everything a solved question may have to say. */
export interface Solution {
  readonly status: SolutionFile["status"];
  readonly gap?: number;
  readonly conflict?: Conflict;
  /** What the numbers of every answer's stages measure, in order; those of relaxations and prices too. */
  readonly stages: readonly StageMeaning[];
  readonly answers: readonly Answered[];
  readonly prices?: readonly {
    readonly rule: Text;
    readonly status: "optimal" | "stopped";
    readonly stages: readonly number[];
    readonly differences: ReadonlyMap<MeasureKey, number>;
    readonly without: Pick<Answered, "plan" | "splits" | "evaluation">;
    /** Why the price is what it is, where that is not plain. */
    readonly note?: Text;
  }[];
  readonly front?: {
    readonly objectives: readonly string[];
    readonly complete: boolean;
    /** Whether the best of every objective is among the answers, or of the first alone. */
    readonly ends: "all" | "first";
  };
  /** Of several networks: in how many schools each differs from those before it. */
  readonly networks?: { readonly apart: number };
}

/** An answered question as the file that `--json` writes. */
export function solutionFile(
  basis: Basis,
  question: QuestionFile,
  solution: Solution,
  run: RunInfo,
  audience: Audience = "anyone",
): SolutionFile {
  const { status, gap, conflict, prices, front, answers, networks } = solution;
  return {
    format: "skoledistrikt-solution",
    version: 1,
    ...internalMark(audience),
    provenance: { ...provenance(basis, run), seed: "limits" in question ? question.limits.seed : 0 },
    question,
    status,
    ...(gap !== undefined && { gap }),
    ...(conflict && {
      conflict: {
        rules: [...conflict.rules],
        details: [...(conflict.details ?? [])],
        relaxing: (conflict.relaxing ?? []).map(({ rule, outcome, values }) => ({
          rule,
          outcome,
          values: values.map((value, stage) => stageValue(solution.stages[stage], value, audience)),
        })),
      },
    }),
    measures: measuresIn(basis.municipality.grades).map(measureInfo),
    stages: solution.stages.map(({ name, unit }) => ({ name, unit })),
    answers: answers.map((answer) => answerRow(basis, solution.stages, answer, question, audience)),
    ...(prices && {
      prices: prices.map(({ rule, status: proof, stages, differences, note, without }) => ({
        rule,
        status: proof,
        stages: stages.map((value, stage) => stageValue(solution.stages[stage], value, audience)),
        differences: Object.fromEntries(
          [...differences].map(([key, value]) => [
            key,
            audience === "planner" ? value : fileDifference(stepsIn(basis), key, value),
          ]),
        ),
        ...savingBetween(basis, [answers[0]?.evaluation, without.evaluation], audience),
        ...(note && { note }),
        without: assignedRows(basis.municipality, without, question, audience),
      })),
    }),
    ...(networks && { networks: { ...networks } }),
    ...(front && { front: { objectives: [...front.objectives], complete: front.complete, ends: front.ends } }),
    ...runRow(run),
  };
}

const answerRow = (
  basis: Basis,
  meanings: readonly StageMeaning[],
  { plan, evaluation, status, stages, splits = [], breaches = [], areas }: Answered,
  question: QuestionFile,
  audience: Audience,
): SolutionFile["answers"][number] => ({
  ...assignedRows(basis.municipality, { plan, splits }, question, audience),
  completeness: statusRow(basis, evaluation.completeness, audience),
  status,
  stages: stages.map(({ value, bound }, stage) => {
    const told = stageValue(meanings[stage], value, audience);
    // The bound of a few pupils would tell them: it is equal where the value is proven.
    return { value: told, bound: told === "<5" ? "hidden" : stageValue(meanings[stage], bound, audience) };
  }),
  ...(breaches.length > 0 && { breaches: [...breaches] }),
  ...(areas && { areas: areas.map((area) => areaRow(basis.municipality, area, audience)) }),
  unmeasured: unmeasuredRows(basis, plan),
  measures: Object.fromEntries(audience === "planner" ? evaluation.values : fileValues(basis, evaluation.values)),
  ranges: rangeRows(basis, evaluation, audience),
});

/** A stage's number as a file holds it. */
function stageValue(meaning: StageMeaning, value: number, audience: Audience): number | "<5" {
  if (audience === "planner") return value;
  return isFewPupils(meaning, value) ? "<5" : toldStage(meaning, value);
}

/** What one answer saves beyond another, on the same draws. */
function savingBetween(
  basis: Basis,
  [one, other]: readonly [Evaluation | undefined, Evaluation],
  audience: Audience,
): { readonly saving?: Range } {
  const spread = one && savedAgainst(basis, one, other);
  if (!spread) return {};
  return { saving: toldRange(basis, SAVING, roundedRange(rangeOfSpread(spread)), audience) };
}

const assignedRows = (
  municipality: Municipality,
  { plan, splits = [] }: Pick<Answered, "plan" | "splits">,
  question: QuestionFile,
  audience: Audience,
): NonNullable<SolutionFile["prices"]>[number]["without"] => ({
  plan: planFile(municipality, plan, question.title ?? question.kind),
  ...splitRows(municipality, splits, audience),
});

/** Units that send pupils to several sites; of those that send fewer than five to one, only the planner is told. */
function splitRows(
  { units, sites, grades }: Municipality,
  splits: NonNullable<Answered["splits"]>,
  audience: Audience,
): Pick<SolutionFile["answers"][number], "splits" | "splitsLeftOut"> {
  const kept =
    audience === "planner"
      ? splits
      : splits.filter(({ pupils }) => [...pupils.values()].every((count) => count >= SMALLEST_SHOWN));
  return {
    splits: kept.map(({ unit, band, pupils }) => ({
      unit: units.id[unit],
      band: grades.bands[band].key,
      pupils: Object.fromEntries([...pupils].map(([site, count]) => [sites[site].id, count])),
    })),
    ...(kept.length < splits.length && { splitsLeftOut: splits.length - kept.length }),
  };
}

const areaRow = (
  municipality: Municipality,
  { district, middle, seat, pupils, sites: own, units: members }: MeasuredDistrict & { readonly district: District },
  audience: Audience,
) => ({
  id: district.id,
  name: district.name,
  middle: municipality.units.id[middle],
  ...(seat !== undefined && { seat: municipality.sites[seat].id }),
  sites: own.map((site) => municipality.sites[site].id),
  pupils: audience === "planner" ? pupils : cellText(countIn({ municipality }, pupils)),
  units: compactUnits(
    members.map((unit) => municipality.units.id[unit]),
    municipality.units.shape,
  ),
});
