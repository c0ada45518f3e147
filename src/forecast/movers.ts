import { areaAt, indexAreas, NO_AREA } from "./areas.ts";
import { type ForecastStart, statedBy } from "./start.ts";

/**
 * Pupils of the next grade a year later for each pupil of a grade (cohort survival, after Hamilton and Perry 1962), in the
 * middle of the range: `[unit * GRADE_COUNT + grade]`, for the grade that is left, 0 to 8. Stated by area, else as `usual`.
 */
export function moverRates(start: ForecastStart, usual: number): Float64Array {
  const rows = statedBy(start).movers;
  const rates = new Float64Array(start.unitGrade.length).fill(usual);
  if (rows.length === 0) return rates;
  const index = indexAreas(
    start,
    rows.map(({ area }) => area),
  );
  const byArea = new Float64Array(index.count * start.municipality.grades.count).fill(usual);
  // A rate for one grade stands over one for all grades of the area.
  for (const { area, grade, rate } of rows.toSorted(
    (a, b) => Number(a.grade !== undefined) - Number(b.grade !== undefined),
  )) {
    const first = index.numberOf(area) * start.municipality.grades.count;
    if (grade === undefined) byArea.fill(rate, first, first + start.municipality.grades.count);
    else byArea[first + grade] = rate;
  }
  for (let at = 0; at < rates.length; at++) {
    const area = areaAt(
      start.municipality.grades,
      index,
      Math.floor(at / start.municipality.grades.count),
      at % start.municipality.grades.count,
    );
    if (area !== NO_AREA)
      rates[at] = byArea[area * start.municipality.grades.count + (at % start.municipality.grades.count)];
  }
  return rates;
}
