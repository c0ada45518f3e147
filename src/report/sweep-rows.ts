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
import { type Telling, tellingTo } from "./telling.ts";

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
  const groups = isExact ? numbered.map((each) => [each]) : [...groupedBy(numbered, withoutSeed).values()];
  const summary: SweepSummary = {
    scenarios: answered.length,
    statuses: Object.fromEntries(
      [...groupedBy(answered, statusOf)].map(([status, { length }]) => [
        status,
        telling.draws(length, answered.length),
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
    rows: groups.map((group) => rowOf(basis, group, telling)),
    summary,
  };
}

interface Numbered extends AnsweredScenario {
  readonly number: number;
  readonly hash: string;
}

/** What scenarios that differ by their seed alone have alike. */
function withoutSeed({ circumstances }: AnsweredScenario): string {
  const { seed: _, ...others } = circumstances;
  return canonicalJson(others);
}

function rowOf(basis: Basis, group: readonly Numbered[], { audience, counts, draws }: Telling): SweepRow {
  const [first] = group;
  const { seed, ...others } = first.circumstances;
  const [best] = ranked(group);
  const [[status, [shown]]] = [...groupedBy(group, statusOf)].toSorted(
    ([, one], [, other]) => other.length - one.length,
  );
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
    ...(shown.answer.conflict && { conflict: shown.answer.conflict }),
    ...(shown.answer.reason !== undefined && { reason: shown.answer.reason }),
    ...(best && { plan: { ...best.plan, in: group.length === 1 ? 1 : draws(best.count, group.length) } }),
    ...(without > 0 && { withoutSchool: audience === "planner" ? without : cellText(countIn(basis, without)) }),
    measures: Object.fromEntries(audience === "planner" ? values : fileValues(basis, values)),
    ...(counts === "exactly" && { hash: first.hash }),
  };
}

const statusOf = ({ answer }: AnsweredScenario): SweepAnswer["status"] => answer.status;

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

function groupedBy<Each, Key>(all: readonly Each[], keyOf: (each: Each) => Key): ReadonlyMap<Key, readonly Each[]> {
  const groups = new Map<Key, Each[]>();
  for (const each of all) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}

/** The plans that are the best somewhere, the most frequent first, and of those alike the one that came first. */
function ranked(
  answered: readonly AnsweredScenario[],
): readonly { readonly plan: NonNullable<SweepAnswer["plan"]>; readonly count: number }[] {
  const plans = answered.flatMap(({ answer }) => answer.plan ?? []);
  return [...groupedBy(plans, ({ key }) => key).values()]
    .map((same) => ({ plan: same[same.length - 1], count: same.length }))
    .toSorted((one, other) => other.count - one.count);
}

/** What each axis but seeds has the scenarios apart by; of single scenarios nothing is said so. */
function axisRows(
  { axes = {} }: SweepFile,
  answered: readonly AnsweredScenario[],
): readonly { readonly axis: string; readonly value: unknown; readonly found: readonly AnsweredScenario[] }[] {
  return Object.entries(axes).flatMap(([axis, values]) => {
    if (axis === "seed" || !Array.isArray(values) || values.length < 2) return [];
    const byValue = groupedBy(answered, ({ circumstances }) =>
      JSON.stringify(new Map<string, unknown>(Object.entries(circumstances)).get(axis) ?? "today"),
    );
    return values.map((value: unknown) => ({ axis, value, found: byValue.get(JSON.stringify(value)) ?? [] }));
  });
}
