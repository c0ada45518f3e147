import { BANDS, writtenGrades } from "../../domain/grades.ts";
import { CLASSES_MEASURES } from "./classes.ts";
import { ALL, type Measure, type MeasureRow } from "./measure.ts";
import { MONEY_MEASURES } from "./money.ts";
import { CAPACITY_MEASURES, STRUCTURE_MEASURES } from "./structure.ts";
import { TRANSPORT_MEASURES } from "./transport.ts";
import { TRAVEL_MEASURES } from "./travel.ts";

function expand(row: MeasureRow): readonly Measure[] {
  const { eachBand, compute, ...rest } = row;
  const whole: Measure = { version: 1, ...rest, compute: (plan) => compute(plan, ALL) };
  if (!eachBand) return [whole];
  const parts = BANDS.map(({ band, key }): Measure => ({
    ...whole,
    key: `${row.key}:${key}`,
    label: { da: `${row.label.da}, ${writtenGrades(key).da} klasse`, en: `${row.label.en}, grades ${key}` },
    compute: (plan) => compute(plan, [band]),
  }));
  return [whole, ...parts];
}

/** The one table of measures: reports, legends, files and tooltips all follow from it. */
export const MEASURES: readonly Measure[] = [
  TRAVEL_MEASURES,
  TRANSPORT_MEASURES,
  CLASSES_MEASURES,
  CAPACITY_MEASURES,
  STRUCTURE_MEASURES,
  MONEY_MEASURES,
]
  .flat()
  .flatMap(expand);

export const measureByKey: ReadonlyMap<string, Measure> = new Map(MEASURES.map((measure) => [measure.key, measure]));
