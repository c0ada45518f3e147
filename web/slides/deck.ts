import {
  type Cell,
  type Measure,
  measureNamed,
  type MeasureKey,
  measureTitle,
  savingApart,
  toldFigures,
} from "../../src/index.ts";
import { type BestMark, compareRows } from "../compare/rows.ts";
import type { Voice } from "../i18n/say.ts";
import type { PagePlan } from "../state/plans.ts";
import { placeOf } from "../state/shown.ts";
import type { CaseView, CouncilAnswers } from "../worker/messages.ts";

/** What a meeting is shown, as it was when it was computed: whatever is drawn meanwhile, these stay. */
export interface Deck {
  /** Names the plans and prices it was computed for. */
  readonly key: string;
  readonly view: CaseView;
  readonly plans: readonly PagePlan[];
  readonly figures: CouncilAnswers;
  /** When it was computed. */
  readonly at: Date;
}

/** A measure as a slide writes it. */
interface WrittenFigure {
  readonly value: string;
  /** From today; absent where there is none to be told. */
  readonly difference?: "same" | { readonly words: string };
  readonly range?: { readonly low: number; readonly high: number };
  readonly is?: BestMark;
}

/** Those that matter most of a plan, of today, and of which each has a slide of its own. */
export const PLAN_FIGURES = ["distance-mean", "changed-site", "right-lost", "saving"] as const satisfies MeasureKey[];
export const TODAY_FIGURES = [
  "distance-mean",
  "transport-right",
  "districts",
  "pupils-ratio",
] as const satisfies MeasureKey[];
const MEASURE_SLIDES = [...PLAN_FIGURES, "pupils-ratio", "site-distance-mean"] as const satisfies MeasureKey[];

const written = (
  voice: Voice,
  value: number | undefined,
  cell: Cell | undefined,
  { unit }: Pick<Measure, "unit">,
): string =>
  cell && cell.kind !== "count" ? voice.cell(cell) : value === undefined ? "-" : voice.quantity(value, unit);

/** A measure of today and of each plan, called as beside its figures, and whether its order can be relied on. */
export interface DeckRow {
  readonly measure: Measure<MeasureKey>;
  readonly order: "sure" | "unsure";
  readonly today: { readonly value: number | undefined; readonly words: string; readonly isHidden: boolean };
  readonly plans: readonly (WrittenFigure & {
    readonly number: number | undefined;
    /** Where a bar ends; NaN where the number is hidden. */
    readonly place: number;
    /** The number would give away a small group. */
    readonly isHidden: boolean;
  })[];
}

/** Of all measures that a slide may show, by key. */
export function deckRows({ view, figures }: Deck, voice: Voice): ReadonlyMap<MeasureKey, DeckRow> {
  const { columns } = figures.compared;
  const todays = view.today.values;
  const rows = compareRows(view, figures.compared, todays, undefined, ({ value, told }, measure) =>
    written(voice, value, told, measure),
  );
  const told = toldFigures(view.grades, view.steps, todays, (key) => todays.get(key));
  return new Map(
    [...new Set<MeasureKey>([...MEASURE_SLIDES, ...TODAY_FIGURES])].flatMap((key): [MeasureKey, DeckRow][] => {
      const known = measureNamed(key);
      if (!known) return [];
      const measure = { ...known, title: measureTitle(known, savingApart(view.target)) };
      const row = rows.find((each) => each.measure.key === key);
      const of = columns.map((column, plan) => {
        const cell = row?.cells[plan];
        const range = key === "saving" ? column.saving : undefined;
        return {
          number: cell?.value,
          isHidden: cell?.told?.kind === "hidden",
          place: cell?.told ? placeOf(cell.told) : (cell?.value ?? NaN),
          value: written(voice, cell?.value, cell?.told, measure),
          ...(cell?.is && { is: cell.is }),
          ...(cell?.difference !== undefined && { difference: differenceOf(voice, cell.difference, measure) }),
          ...(range && { range }),
        };
      });
      const cell = told.todaysCell(key);
      const value = told.today(key);
      const today = { value, words: written(voice, value, cell, measure), isHidden: cell?.kind === "hidden" };
      return [[key, { measure, order: row?.order ?? "sure", today, plans: of }]];
    }),
  );
}

function differenceOf(voice: Voice, difference: number, { unit }: Measure): "same" | { readonly words: string } {
  const [words, nothing] = [voice.quantity(difference, unit, "always"), voice.quantity(0, unit, "always")];
  return words.replace(/^[+−-]/, "") === nothing ? "same" : { words };
}

/** Measures in which today and the finished plans are not all written alike, and enough is told for bars to be held against each other. */
export const measureSlides = (rows: ReadonlyMap<MeasureKey, DeckRow>): readonly MeasureKey[] =>
  MEASURE_SLIDES.filter((key) => {
    const row = rows.get(key);
    if (!row) return false;
    const finished = row.plans.filter(({ number }) => number !== undefined);
    const words = finished.filter(({ place }) => !Number.isNaN(place)).map(({ value }) => value);
    if (words.length < Math.min(2, finished.length)) return false;
    return new Set(row.today.value === undefined ? words : [row.today.words, ...words]).size > 1;
  });
