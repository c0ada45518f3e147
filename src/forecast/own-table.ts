import { areaAt, indexAreas, NO_AREA } from "./areas.ts";
import { type ForecastStart, statedBy } from "./start.ts";

/** The municipality's own forecast, laid over one computed from cohorts. */
export interface OwnTable {
  /** Scales one year, `[unit * GRADE_COUNT + grade]`, so that the middle scenario sums to the table by area and grade. */
  readonly scale: (pupils: Float64Array, ahead: number) => void;
  /** Last school year that the table states. */
  readonly last: number;
}

/** What scaling cannot reach: nobody is expected in the area's grade, so the stated pupils are spread evenly over its units. */
type Scaling = { readonly factor: number } | { readonly each: number };

/**
 * `middle` is the middle scenario, `[year][unit * GRADE_COUNT + grade]`. What lies between it and another scenario stays in
 * proportion. After the last stated year the last scaling goes on.
 */
export function ownTable(start: ForecastStart, middle: readonly Float64Array[]): OwnTable | undefined {
  const { schoolYear: today } = start.municipality.info;
  const cells = statedBy(start).table.filter(({ schoolYear }) => schoolYear > today);
  if (cells.length === 0) return undefined;
  const index = indexAreas(
    start,
    cells.map(({ area }) => area),
  );
  const wanted = new Map<string, number>();
  for (const { area, schoolYear, grade, pupils } of cells)
    wanted.set(`${schoolYear - today} ${index.numberOf(area) * start.municipality.grades.count + grade}`, pupils);
  const groupOf = Int32Array.from(start.unitGrade, (_, at) => {
    const area = areaAt(
      start.municipality.grades,
      index,
      Math.floor(at / start.municipality.grades.count),
      at % start.municipality.grades.count,
    );
    return area === NO_AREA ? NO_AREA : area * start.municipality.grades.count + (at % start.municipality.grades.count);
  });
  const groups = index.count * start.municipality.grades.count;
  const scalings: Scaling[][] = [Array.from({ length: groups }, () => ({ factor: 1 }))];
  for (let ahead = 1; ahead < middle.length; ahead++) {
    const [sums, sizes] = sumGroups(middle[ahead], groupOf, groups, start);
    scalings.push(
      scalings[ahead - 1].map((before, group) => {
        const pupils = wanted.get(`${ahead} ${group}`);
        if (pupils === undefined) return before;
        return sums[group] > 0 ? { factor: pupils / sums[group] } : { each: pupils / Math.max(1, sizes[group]) };
      }),
    );
  }
  return {
    last: Math.max(...cells.map(({ schoolYear }) => schoolYear)),
    scale: (pupils, ahead) => {
      for (let at = 0; at < pupils.length; at++) {
        if (groupOf[at] === NO_AREA) continue;
        const scaling = scalings[ahead][groupOf[at]];
        pupils[at] = "factor" in scaling ? pupils[at] * scaling.factor : scaling.each * basicUnits(start, at);
      }
    },
  };
}

/** Basic units behind one entry of `[unit * GRADE_COUNT + grade]`. */
const basicUnits = ({ unitsIn, municipality }: ForecastStart, at: number): number =>
  unitsIn?.[Math.floor(at / municipality.grades.count)] ?? 1;

function sumGroups(
  pupils: Float64Array,
  groupOf: Int32Array,
  groups: number,
  start: ForecastStart,
): readonly [Float64Array, Float64Array] {
  const [sums, sizes] = [new Float64Array(groups), new Float64Array(groups)];
  for (let at = 0; at < pupils.length; at++) {
    if (groupOf[at] === NO_AREA) continue;
    sums[groupOf[at]] += pupils[at];
    sizes[groupOf[at]] += basicUnits(start, at);
  }
  return [sums, sizes];
}
