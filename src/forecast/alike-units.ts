import type { Grades } from "../domain/grades.ts";
import type { Plan } from "../domain/plan.ts";
import { placeOfUnits } from "./areas.ts";
import { type ForecastStart, statedBy } from "./start.ts";

/** A case with alike units put together, and who goes where in it by a plan. */
interface AlikeUnits {
  readonly start: ForecastStart;
  /** `[unit * BAND_COUNT + band]` */
  readonly assignment: Uint16Array;
}

/**
 * Puts units together that neither a forecast nor the plan tells apart: those that go to the same sites today and in the
 * plan, in every band, and where an area of the case's files is a place, lie nearest to the same one. Sums by site are those
 * of all units, in a fraction of the time: Holbæk's 6,727 units become 18.
 */
export function unitsTogether(start: ForecastStart, plan: Pick<Plan, "assignment">): AlikeUnits {
  const { municipality, baseline, unitGrade } = start;
  const { units, forecast } = municipality;
  const { births, movers, table } = statedBy(start);
  const hasPlaces = [births, movers, table].some((rows) => rows.some(({ area }) => area.kind === "place"));
  const places = hasPlaces ? placeOfUnits(municipality) : undefined;
  const numberOf = new Map<string, number>();
  const members: number[] = [];
  const of = Int32Array.from({ length: units.count }, (_, unit) => {
    const [today, then] = [baseline, plan].map(({ assignment }) =>
      bandsOf(municipality.grades, assignment, unit).join(),
    );
    const key = `${today} ${then} ${places?.[unit]}`;
    const known = numberOf.get(key);
    if (known !== undefined) return known;
    numberOf.set(key, members.length);
    return members.push(unit) - 1;
  });
  const [pupils, unitsIn] = [
    new Uint32Array(members.length * municipality.grades.count),
    new Uint32Array(members.length),
  ];
  of.forEach((group, unit) => {
    unitsIn[group] += start.unitsIn?.[unit] ?? 1;
    for (let grade = 0; grade < municipality.grades.count; grade++)
      pupils[group * municipality.grades.count + grade] += unitGrade[unit * municipality.grades.count + grade];
  });
  const only = (from: Uint16Array): Uint16Array =>
    Uint16Array.from(members.flatMap((unit) => [...bandsOf(municipality.grades, from, unit)]));
  return {
    start: {
      municipality: {
        ...municipality,
        units: {
          count: members.length,
          lon: Float64Array.from(members, (unit) => units.lon[unit]),
          lat: Float64Array.from(members, (unit) => units.lat[unit]),
        },
        ...(forecast && {
          forecast: {
            ...forecast,
            housing: forecast.housing.map((project) => ({ ...project, unit: of[project.unit] })),
          },
        }),
      },
      baseline: { assignment: only(baseline.assignment) },
      unitGrade: pupils,
      unitsIn,
    },
    assignment: only(plan.assignment),
  };
}

const bandsOf = (grades: Grades, assignment: Uint16Array, unit: number): Uint16Array =>
  assignment.subarray(unit * grades.bandCount, (unit + 1) * grades.bandCount);
