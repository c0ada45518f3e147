import { type BandKey, type Grades, gradesInWords, hasTransport } from "../../domain/grades.ts";
import { catalogue, filled, type Text } from "../../domain/language.ts";
import type { PlanTotals } from "../plan-totals.ts";
import { CLASSES_MEASURES } from "./classes.ts";
import { allOf, type Measure, type MeasurePlace, type MeasureRow } from "./measure.ts";
import { MONEY_MEASURES } from "./money.ts";
import { CAPACITY_MEASURES, STRUCTURE_MEASURES } from "./structure.ts";
import { TIME_MEASURES } from "./time.ts";
import { TRANSPORT_MEASURES } from "./transport.ts";
import { TRAVEL_MEASURES } from "./travel.ts";

const SAID = catalogue("evaluate.measures.table", {
  grades: { da: "{name}, {grades}", en: "{name}, {grades}" },
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
export const byBand = ({ bands }: Grades, key: MeasureKey): readonly MeasureKey[] =>
  isBanded(key) ? bands.map((band) => `${key}:${band.key}` as const) : [];

const inGrades = (name: Text, grades: BandKey): Text => filled(SAID.grades, { name, grades: gradesInWords(grades) });

type WideRow = MeasureRow & { readonly key: RowKey };

function whole({ compute, eachBand: _eachBand, plain: _plain, ...rest }: WideRow): Measure<MeasureKey> {
  return { version: 1, title: rest.label, ...rest, compute: (plan: PlanTotals) => compute(plan, allOf(plan)) };
}

/** The rows that say something in a case: its rule set's words, and nothing of a right that nobody has. */
function rowsIn(grades: Grades): readonly WideRow[] {
  const rows = ROWS.filter((row: WideRow) => row.group !== "transport" || hasTransport(grades));
  if (grades.law.kind === "danish") return rows;
  return rows.map((row: WideRow) => (row.plain ? { ...row, explanation: row.plain } : row));
}

/** The row's measure of the pupils of one band; what it is worth beside others is said of all pupils alone. */
function part(of: WideRow, grades: BandKey): Measure<MeasureKey> {
  const { verdict: _verdict, places: _places, ...row } = whole(of);
  return {
    ...row,
    // Only rows of `BANDED` are asked for.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    key: `${of.key}:${grades}` as MeasureKey,
    label: inGrades(row.label, grades),
    title: inGrades(row.title, grades),
    compute: (plan) => {
      const band = plan.grades.bands.findIndex(({ key }) => key === grades);
      return band < 0 ? undefined : of.compute(plan, [band]);
    },
  };
}

const listed = new WeakMap<Grades, readonly Measure<MeasureKey>[]>();

/** The one table of measures, in a case of these grades: reports, legends, files and tooltips all follow from it. */
export function measuresIn(grades: Grades): readonly Measure<MeasureKey>[] {
  const known =
    listed.get(grades) ??
    rowsIn(grades).flatMap((row) => [
      whole(row),
      ...(isBanded(row.key) ? grades.bands.map(({ key }) => part(row, key)) : []),
    ]);
  listed.set(grades, known);
  return known;
}

/** Those of all pupils together, whatever the case's bands. */
export const WHOLE_MEASURES: readonly Measure<MeasureKey>[] = ROWS.map((row: WideRow) => whole(row));

const rowByKey: ReadonlyMap<string, WideRow> = new Map(ROWS.map((row: WideRow) => [row.key, row]));
const byKey = new Map<string, Measure<MeasureKey> | undefined>(WHOLE_MEASURES.map((measure) => [measure.key, measure]));

/** A measure by its key, of all pupils or of those of one band; `undefined` for a name that is none's. */
export function measureNamed(key: string): Measure<MeasureKey> | undefined {
  if (byKey.has(key)) return byKey.get(key);
  const [name, grades, ...more] = key.split(":");
  const row = rowByKey.get(name);
  const isOne = row !== undefined && BANDED.has(name) && more.length === 0 && BAND_KEY.test(grades ?? "");
  const found = isOne ? part(row, grades) : undefined;
  if (found) byKey.set(key, found);
  return found;
}

/** What a band's key looks like; which there are is the case's. */
const BAND_KEY = /^[\p{L}\d]{1,4}(-[\p{L}\d]{1,4})?$/u;

/** The measures that verdicts are made of, in their order. */
export const MAIN_MEASURES: readonly Measure<MeasureKey>[] = WHOLE_MEASURES.filter(
  ({ verdict }) => verdict !== undefined,
).toSorted((a, b) => (a.verdict ?? 0) - (b.verdict ?? 0));

/** A measure that has a place of some kind. */
type PlacedKey<Place extends MeasurePlace> = Extract<
  Row,
  { readonly places: { readonly [Each in Place]: number } }
>["key"];

/** The measures that stand for all in some place, in their order there. */
export function measuresAt<Place extends MeasurePlace>(place: Place): readonly PlacedKey<Place>[] {
  const at = (key: MeasureKey): number | undefined => measureNamed(key)?.places?.[place];
  const isPlaced = (key: RowKey): key is PlacedKey<Place> => at(key) !== undefined;
  return ROWS.map(({ key }): RowKey => key)
    .filter(isPlaced)
    .toSorted((a, b) => (at(a) ?? 0) - (at(b) ?? 0));
}

/** Whether a name that came from outside is a measure's. */
export const isMeasureKey = (name: string): name is MeasureKey => measureNamed(name) !== undefined;
