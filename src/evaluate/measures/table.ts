import { type BandKey, BANDS, writtenGrades } from "../../domain/grades.ts";
import { catalogue, filled, type Text } from "../../domain/language.ts";
import type { PlanTotals } from "../plan-totals.ts";
import { CLASSES_MEASURES } from "./classes.ts";
import { ALL, type Measure, type MeasurePlace, type MeasureRow } from "./measure.ts";
import { MONEY_MEASURES } from "./money.ts";
import { CAPACITY_MEASURES, STRUCTURE_MEASURES } from "./structure.ts";
import { TIME_MEASURES } from "./time.ts";
import { TRANSPORT_MEASURES } from "./transport.ts";
import { TRAVEL_MEASURES } from "./travel.ts";

const SAID = catalogue("evaluate.measures.table", {
  grades: { da: "{name}, {grades} klasse", en: "{name}, grades {grades}" },
});

const ROWS = [
  ...TRAVEL_MEASURES,
  ...TIME_MEASURES,
  ...TRANSPORT_MEASURES,
  ...CLASSES_MEASURES,
  ...CAPACITY_MEASURES,
  ...STRUCTURE_MEASURES,
  ...MONEY_MEASURES,
] as const;

type Row = (typeof ROWS)[number];
type RowKey = Row["key"];
/** Rows that are computed for each grade band too. */
type BandedKey = Extract<Row, { readonly eachBand: "too" }>["key"];
/** Every measure by its name: a row's, and of those of each grade band the row's with the band's. */
export type MeasureKey = RowKey | `${BandedKey}:${BandKey}`;

const BANDED: ReadonlySet<string> = new Set(ROWS.flatMap((row) => ("eachBand" in row ? [row.key] : [])));
const isBanded = (key: MeasureKey): key is BandedKey => BANDED.has(key);

/** The same measure of each grade band, `[band]`; none where it is of all grades alone. */
export const byBand = (key: MeasureKey): readonly MeasureKey[] =>
  isBanded(key) ? BANDS.map((band) => `${key}:${band.key}` as const) : [];

const inGrades = (name: Text, grades: BandKey): Text => filled(SAID.grades, { name, grades: writtenGrades(grades) });

function expand({
  compute,
  verdict,
  places,
  ...rest
}: MeasureRow & { readonly key: RowKey }): readonly Measure<MeasureKey>[] {
  const { eachBand: _, ...row } = { version: 1, title: rest.label, ...rest };
  const whole = {
    ...row,
    ...(verdict !== undefined && { verdict }),
    ...(places && { places }),
    compute: (plan: PlanTotals) => compute(plan, ALL),
  };
  const parts = byBand(rest.key).map((key, at): Measure<MeasureKey> => {
    const { band, key: grades } = BANDS[at];
    return {
      ...row,
      key,
      label: inGrades(row.label, grades),
      title: inGrades(row.title, grades),
      compute: (plan) => compute(plan, [band]),
    };
  });
  return [whole, ...parts];
}

/** The one table of measures: reports, legends, files and tooltips all follow from it. */
export const MEASURES: readonly Measure<MeasureKey>[] = ROWS.flatMap(expand);

export const measureByKey: ReadonlyMap<MeasureKey, Measure<MeasureKey>> = new Map(
  MEASURES.map((measure) => [measure.key, measure]),
);

/** The measures that verdicts are made of, in their order. */
export const MAIN_MEASURES: readonly Measure<MeasureKey>[] = MEASURES.filter(
  ({ verdict }) => verdict !== undefined,
).toSorted((a, b) => (a.verdict ?? 0) - (b.verdict ?? 0));

/** A measure that has a place of some kind. */
type PlacedKey<Place extends MeasurePlace> = Extract<
  Row,
  { readonly places: { readonly [Each in Place]: number } }
>["key"];

/** The measures that stand for all in some place, in their order there. */
export function measuresAt<Place extends MeasurePlace>(place: Place): readonly PlacedKey<Place>[] {
  const at = (key: MeasureKey): number | undefined => measureByKey.get(key)?.places?.[place];
  const isPlaced = (key: RowKey): key is PlacedKey<Place> => at(key) !== undefined;
  return ROWS.map(({ key }): RowKey => key)
    .filter(isPlaced)
    .toSorted((a, b) => (at(a) ?? 0) - (at(b) ?? 0));
}

/** Whether a name that came from outside is a measure's. */
export const isMeasureKey = (name: string): name is MeasureKey =>
  (measureByKey as ReadonlyMap<string, Measure>).has(name);
