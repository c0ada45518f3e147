import type { Basis } from "../evaluate/basis.ts";
import type { MeasureUnit } from "../evaluate/measures/measure.ts";
import { isMeasureKey, measureNamed, type MeasureKey } from "../evaluate/measures/table.ts";
import { canonicalJson, canonicalSum } from "../kernels/canonical-sum.ts";
import { sum } from "../kernels/sum.ts";
import type { SweepAnswer } from "../protocol/sweep-answer.ts";
import type { Circumstances, SweepFile } from "../protocol/sweep-file.ts";
import type { SweepHead, SweepRow, SweepSummary } from "../protocol/sweep-result-file.ts";
import { measureInfo, provenance, type RunInfo } from "./evaluation-file.ts";
import { type Audience, internalMark } from "./internal.ts";
import { cellText, countIn, fileValues } from "./shown-measures.ts";
import { tellingTo } from "./telling.ts";

/** A scenario and what came of it. */
export interface AnsweredScenario {
  readonly circumstances: Circumstances;
  readonly answer: SweepAnswer;
}

/** All that a sweep came to, as it may be told to somebody. */
export interface SweepTold {
  readonly head: SweepHead;
  readonly rows: readonly SweepRow[];
  readonly summary: SweepSummary;
}

/** What a sweep is of, and by what a plan is the best in it. */
export interface SweptOf {
  /** The case as it is. */
  readonly basis: Basis;
  readonly run: RunInfo;
  readonly file: SweepFile;
  /** Absent where the question's own goals say it. */
  readonly sort?: MeasureKey;
  readonly measures: readonly MeasureKey[];
}

/**
 * A sweep's rows and summary. Of real pupils the figures are told in the steps of every file, and scenarios that differ by their seed alone as one row
 * with the mean of them: figures of many draws, each told in steps, would by their mean tell what the steps hide.
 */
export function sweepTold(of: SweptOf, answered: readonly AnsweredScenario[], audience: Audience): SweepTold {
  const { basis, run, file, sort, measures } = of;
  const telling = tellingTo(basis, audience);
  const isExact = telling.counts === "exactly";
  const hashes = answered.map(({ answer }) => canonicalSum(answer));
  const numbered = answered.map((each, i) => ({ ...each, number: i + 1, hash: hashes[i] }));
  const groups = isExact ? numbered.map((each) => [each]) : bySeedAlone(numbered);
  const summary: SweepSummary = {
    scenarios: answered.length,
    statuses: Object.fromEntries(
      [...countBy(answered, ({ answer }) => answer.status)].map(([status, count]) => [
        status,
        telling.draws(count, answered.length),
      ]),
    ),
    plans: ranked(answered).map(({ plan, count }) => ({ ...plan, in: telling.draws(count, answered.length) })),
    axes: axisRows(file, answered).map(({ axis, value, found }) => {
      const [first] = ranked(found);
      return {
        axis,
        value,
        scenarios: found.length,
        ...(first && { plan: first.plan }),
        in: first ? telling.draws(first.count, found.length) : 0,
      };
    }),
    ...(isExact && { hash: canonicalSum(hashes) }),
  };
  return {
    head: {
      format: "skoledistrikt-sweep-result",
      version: 1,
      ...internalMark(audience),
      provenance: { ...provenance(basis, run), seed: file.question.limits.seed },
      sweep: file,
      ...(sort && { sort }),
      measures: measures.flatMap((key) => measureNamed(key) ?? []).map(measureInfo),
    },
    rows: groups.map((group) => rowOf(basis, group, audience)),
    summary,
  };
}

interface Numbered extends AnsweredScenario {
  readonly number: number;
  readonly hash: string;
}

function bySeedAlone(answered: readonly Numbered[]): readonly (readonly Numbered[])[] {
  const groups = new Map<string, Numbered[]>();
  for (const each of answered) {
    const { seed: _, ...others } = each.circumstances;
    const key = canonicalJson(others);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}

function rowOf(basis: Basis, group: readonly Numbered[], audience: Audience): SweepRow {
  const telling = tellingTo(basis, audience);
  const [first] = group;
  const { seed, ...others } = first.circumstances;
  const [best] = ranked(group);
  const statuses = [...countBy(group, ({ answer }) => answer.status)].toSorted(([, one], [, other]) => other - one);
  const [[status]] = statuses;
  const shown = group.find(({ answer }) => answer.status === status)?.answer ?? first.answer;
  const gaps = group.flatMap(({ answer }) => answer.gap ?? []);
  const without = Math.round(mean(group.map(({ answer }) => answer.withoutSchool ?? 0)));
  const own = group.filter(({ answer }) => answer.plan?.key === best?.plan.key);
  const values = meansOf(own.map(({ answer }) => answer.measures));
  return {
    scenario: first.number,
    scenarios: group.length,
    circumstances: { ...(seed !== undefined && group.length === 1 && { seed }), ...others },
    status,
    ...(gaps.length > 0 && { gap: Math.max(...gaps) }),
    ...(shown.conflict && { conflict: shown.conflict }),
    ...(shown.reason !== undefined && { reason: shown.reason }),
    ...(best && { plan: { ...best.plan, in: group.length === 1 ? 1 : telling.draws(best.count, group.length) } }),
    ...(without > 0 && { withoutSchool: audience === "planner" ? without : cellText(countIn(basis, without)) }),
    measures: Object.fromEntries(audience === "planner" ? values : fileValues(basis, values)),
    ...(telling.counts === "exactly" && { hash: first.hash }),
  };
}

const mean = (values: readonly number[]): number => sum(values) / values.length;

/** Of each measure over some answers, of one its own; of what is told without steps only where all agree, as a mean of it would tell more. */
function meansOf(all: readonly SweepAnswer["measures"][]): Map<MeasureKey, number> {
  const keys = new Set(all.flatMap((each) => Object.keys(each)));
  return new Map(
    [...keys].filter(isMeasureKey).flatMap((key): (readonly [MeasureKey, number])[] => {
      const values = all.flatMap((each) => each[key] ?? []);
      const isAlike = values.every((value) => value === values[0]);
      return isAlike ? [[key, values[0]]] : WHOLE.has(measureNamed(key)?.unit ?? "pupils") ? [] : [[key, mean(values)]];
    }),
  );
}

/** What is told as it is, also of real pupils. */
const WHOLE: ReadonlySet<MeasureUnit> = new Set<MeasureUnit>(["classes", "districts", "sites", "parts"]);

function countBy<Each, Key>(all: readonly Each[], keyOf: (each: Each) => Key): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const each of all) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1);
  return counts;
}

/** The plans that are the best somewhere, the most frequent first, and of those alike the one that came first. */
function ranked(
  answered: readonly AnsweredScenario[],
): readonly { readonly plan: NonNullable<SweepAnswer["plan"]>; readonly count: number }[] {
  const plans = new Map(
    answered.flatMap(({ answer }) => (answer.plan ? [[answer.plan.key, answer.plan] as const] : [])),
  );
  const counts = countBy(answered, ({ answer }) => answer.plan?.key);
  return [...plans.values()]
    .map((plan) => ({ plan, count: counts.get(plan.key) ?? 0 }))
    .toSorted((one, other) => other.count - one.count);
}

/** What each axis but seeds has the scenarios apart by; of single scenarios nothing is said so. */
function axisRows(
  { axes = {} }: SweepFile,
  answered: readonly AnsweredScenario[],
): readonly { readonly axis: string; readonly value: unknown; readonly found: readonly AnsweredScenario[] }[] {
  return Object.entries(axes).flatMap(([axis, values]) => {
    if (axis === "seed" || !Array.isArray(values) || values.length < 2) return [];
    return values.map((value: unknown) => {
      const wanted = JSON.stringify(value);
      const isOf = ({ circumstances }: AnsweredScenario): boolean =>
        JSON.stringify(new Map<string, unknown>(Object.entries(circumstances)).get(axis) ?? "today") === wanted;
      return { axis, value, found: answered.filter(isOf) };
    });
  });
}
