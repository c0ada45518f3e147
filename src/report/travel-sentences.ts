import type { MeasureKey } from "../evaluate/measures/table.ts";
import type { Fairness, FairnessRow } from "../compare/fairness/tables.ts";
import type { MovedAgain } from "../compare/fairness/moved-again.ts";
import type { WorstOff } from "../compare/fairness/worst-off.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { Evaluation } from "../evaluate/evaluate.ts";
import { sum } from "../kernels/sum.ts";
import type { Text } from "../domain/language.ts";
import { type Cell, cellOf, countAt, type Counts, nearestFive, toldIn } from "../kernels/disclosure/shown.ts";
import {
  ADDED,
  ADDED_MEAN,
  CHANGED,
  type BlurredTexts,
  type Direction,
  DISTANCE,
  FARTHEST,
  GAINED,
  LOST,
  NO_WAY,
  NO_WAY_TODAY,
  NONE_ADDED,
  OVERFLOW,
  SAME,
  SAME_OF,
  TWICE,
} from "./travel-texts.ts";
import { countsIn, shownMeasures, todaysMeasure, stepsBy } from "./shown-measures.ts";
import { kilometres, percent, type Sentence, sentence, whole } from "./sentence.ts";

/** What a plan does to pupils, as published: every number comes from cells that are shown. */
export interface PupilEffects {
  readonly fairness: Fairness;
  /** All whom the plan gives a school. */
  readonly pupils: number;
  readonly changedSite: Cell;
  /** Beyond the places of their school. */
  readonly overflow: Cell;
  readonly rightsGained: Cell;
  readonly rightsLost: Cell;
  readonly noRoute: { readonly today: Cell; readonly plan: Cell };
}

/** The counts as the panel, the list and the files tell them. */
export function pupilEffects(
  basis: Basis,
  { values, totals }: Evaluation,
  fairness: Fairness,
  counts: Counts = countsIn(basis),
): PupilEffects {
  const shown = shownMeasures(totals.grades, (key) => values.get(key), todaysMeasure(basis), stepsBy(basis, counts));
  const cell = (key: MeasureKey): Cell => shown.get(key) ?? cellOf(0);
  return {
    fairness,
    pupils: countAt(counts, sum(totals.pupils)),
    changedSite: cell("changed-site"),
    overflow: cell("overflow"),
    rightsGained: cell("right-gained"),
    rightsLost: cell("right-lost"),
    noRoute: { today: toldIn(counts, cellOf(todaysMeasure(basis)("no-route") ?? 0)), plan: cell("no-route") },
  };
}

/** A sentence for each effect on pupils, in the order in which people ask. */
export function travelSentences(effects: PupilEffects): readonly Sentence[] {
  const { fairness, pupils, changedSite, overflow, rightsGained, rightsLost } = effects;
  return [
    // Before anything that the plan is good for: a saving for which there are no places is none yet.
    ...(isNobody(overflow) ? [] : counted("overflow", overflow, OVERFLOW)),
    ...counted("changed-site", changedSite, CHANGED, pupils),
    ...byDistance(fairness, "longer"),
    ...byDistance(fairness, "shorter"),
    ...aboutTheSame(fairness, pupils),
    ...unmeasured(effects),
    ...counted("right-gained", rightsGained, GAINED),
    ...counted("right-lost", rightsLost, LOST),
    ...(fairness.mostAdded ? [mostAdded(fairness.mostAdded)] : []),
    ...(fairness.farthest ? [farthest(fairness.farthest)] : []),
  ];
}

/** Pupils who change school more than once when plans follow each other. */
export const movedAgainSentences = ({ twice }: MovedAgain): readonly Sentence[] => counted("moved-twice", twice, TWICE);

function counted(key: string, cell: Cell, texts: BlurredTexts, of?: number): readonly Sentence[] {
  if (cell.kind === "hidden") return [sentence(key, texts.hidden)];
  if (cell.kind === "few") return [sentence(key, texts.few)];
  if (cell.pupils === 0) return [sentence(key, texts.none)];
  const share = of === undefined || of === 0 ? {} : { share: percent(cell.pupils / of) };
  return [sentence(key, cell.kind === "about" ? texts.about : texts.some, { pupils: whole(cell.pupils), ...share })];
}

/** Two kilometres is what people feel; half a kilometre where nobody gets so far, five where smaller groups had to be merged. */
const THRESHOLDS = [2000, 500, 5000] as const;
const LEAST = 500;

function byDistance({ bands, beyond: howMany, tables }: Fairness, direction: Direction): readonly Sentence[] {
  if (bands.length === 0) return [];
  const texts = DISTANCE[direction];
  const beyond = (limit: number): number[] =>
    bands.flatMap(({ over, upTo }, band) => ((direction === "longer" ? over >= limit : upTo <= -limit) ? [band] : []));
  const edge = (limit: number): boolean =>
    bands.some(({ over, upTo }) => (direction === "longer" ? over === limit : upTo === -limit));
  const count = (limit: number): number => sum(beyond(limit).map((band) => bands[band].pupils));
  const limit = THRESHOLDS.find((threshold) => edge(threshold) && count(threshold) > 0);
  if (limit === undefined) {
    if (howMany[direction] === "none") return [sentence(direction, texts.none, { km: kilometres(LEAST) })];
    if (howMany[direction] === "few") return [sentence(direction, texts.few, { km: kilometres(LEAST) })];
    // A small middle was merged with the band beside it; what can be said is that nobody gets beyond that.
    const last = Math.max(...bands.map(({ over, upTo, pupils }) => reachOf(direction, over, upTo, pupils)));
    return last === Infinity ? [] : [sentence(direction, texts.none, { km: kilometres(last) })];
  }
  const figures = { pupils: whole(count(limit)), km: kilometres(limit) };
  const towns = tables.find(({ key }) => key === "town")?.rows ?? [];
  const top = townWithMost(towns, beyond(limit));
  const slack = MOST_ROUNDED * beyond(limit).length;
  // "At least" is to hold of the exact number too.
  const there = top?.shown === "some" ? nearestFive(top.pupils - slack - MOST_ROUNDED) : (top?.pupils ?? 0);
  if (!top || towns.length < 2 || there === 0) return [sentence(direction, texts.some, figures)];
  const isElsewhere = towns.some(
    ({ name, cells }) => name !== top.name && beyond(limit).some((band) => !isNobody(cells[band])),
  );
  if (top.shown === "all" && !isElsewhere) return [sentence(direction, texts.all, figures, { town: top.name })];
  if (there >= count(limit)) return [sentence(direction, texts.nearlyAll, figures, { town: top.name })];
  const where = 2 * (top.pupils - slack) > count(limit) + slack ? "most" : "among";
  const template = texts[top.shown === "all" ? where : (`${where}AtLeast` as const)];
  return [sentence(direction, template, { ...figures, there: whole(there) }, { town: top.name })];
}

const isNobody = (cell: Cell): boolean => cell.kind === "count" && cell.pupils === 0;

/** How far a nearest five may be from the number itself. */
const MOST_ROUNDED = 2;

/** How far a band with pupils reaches in a direction; zero where it has none. */
const reachOf = (direction: Direction, over: number, upTo: number, pupils: number): number =>
  pupils === 0 ? 0 : direction === "longer" ? upTo : -over;

/** The town with most pupils in the shown cells of these bands; so a sentence never says more than the table does. */
function townWithMost(
  rows: readonly FairnessRow[],
  bands: readonly number[],
): { readonly name: Text; readonly pupils: number; readonly shown: "all" | "some" } | undefined {
  return rows
    .map(({ name, cells }) => {
      const counts = bands.map((band) => cells[band]);
      const pupils = sum(counts.map((cell) => (cell.kind === "count" ? cell.pupils : 0)));
      return {
        name,
        pupils,
        shown: counts.every(({ kind }) => kind === "count") ? ("all" as const) : ("some" as const),
      };
    })
    .filter(({ pupils }) => pupils > 0)
    .toSorted((a, b) => b.pupils - a.pupils)[0];
}

/** Whom no road brings to school under the plan, and today; nothing to say where there is nobody. */
const unmeasured = ({ noRoute: { today, plan } }: PupilEffects): readonly Sentence[] => [
  ...(isNobody(plan) ? [] : counted("no-way", plan, NO_WAY)),
  ...(isNobody(today) ? [] : counted("no-way-today", today, NO_WAY_TODAY)),
];

function aboutTheSame({ bands, pupils, unknown }: Fairness, all: number): readonly Sentence[] {
  const middle = bands.find(({ over, upTo }) => over < 0 && upTo > 0);
  if (
    !middle ||
    pupils.kind !== "count" ||
    middle.pupils === 0 ||
    middle.over !== -middle.upTo ||
    middle.upTo === Infinity
  )
    return [];
  const isAll = unknown.kind === "count" && unknown.pupils === 0;
  const of = isAll ? pupils.pupils : all;
  const figures = { pupils: whole(middle.pupils), share: percent(middle.pupils / of), km: kilometres(middle.upTo) };
  return [isAll ? sentence("same", SAME, figures) : sentence("same", SAME_OF, { ...figures, of: whole(of) })];
}

/** Rounded down, so that "at least" is true. */
const atLeast = (metres: number) => kilometres(100 * Math.floor(metres / 100));

function mostAdded({ pupils, mean, threshold }: WorstOff): Sentence {
  if (mean <= 0) return sentence("most-added", NONE_ADDED);
  const figures = { pupils: whole(pupils), mean: kilometres(mean) };
  if (threshold < 100) return sentence("most-added", ADDED_MEAN, figures);
  return sentence("most-added", ADDED, { ...figures, least: atLeast(threshold) });
}

const farthest = ({ pupils, mean }: WorstOff): Sentence =>
  sentence("farthest", FARTHEST, { pupils: whole(pupils), mean: kilometres(mean) });
