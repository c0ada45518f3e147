import type { Grades } from "../domain/grades.ts";
import type { HousingProject } from "../domain/forecast.ts";
import { type ForecastValues, newDwellingShare } from "./parameters.ts";

/**
 * Adds new housing to one year of a forecast. The dwellings of a project hold pupils per dwelling by type, in the grades
 * that families with small children have; as the children grow up they decline by a share a year. Who comes from elsewhere
 * in the municipality is taken from all units alike, so that the whole grows by newcomers only.
 *
 * `pupils`: `[unit * GRADE_COUNT + grade]`. Dwellings occupied in `today` or before are in today's pupils already.
 */
export function addHousing(
  grades: Grades,
  pupils: Float64Array,
  projects: readonly HousingProject[],
  schoolYear: number,
  today: number,
  values: ForecastValues,
): void {
  const moving = projects.map((project) => pupilsOf(project, schoolYear, today, values));
  const added = moving.reduce((sum, each) => sum + each, 0);
  if (added === 0) return;
  takeFromAll(grades, pupils, added * (1 - values.newcomers));
  projects.forEach(({ unit }, project) => {
    for (const grade of grades.all) pupils[unit * grades.count + grade] += moving[project] * newDwellingShare(grade);
  });
}

/** Pupils, all grades, in the dwellings of a project that have been occupied since today. */
function pupilsOf(project: HousingProject, schoolYear: number, today: number, values: ForecastValues): number {
  const { dwellings, firstYear, lastYear, type } = project;
  const each = (dwellings / (lastYear - firstYear + 1)) * values[type];
  let pupils = 0;
  for (let occupied = Math.max(firstYear, today + 1); occupied <= Math.min(lastYear, schoolYear); occupied++)
    pupils += each * (1 - values.housingDecay) ** (schoolYear - occupied);
  return pupils;
}

/** Takes so many pupils, spread over the grades as in new dwellings, from all units in proportion; never more than are there. */
function takeFromAll(grades: Grades, pupils: Float64Array, taken: number): void {
  const total = new Float64Array(grades.count);
  for (let at = 0; at < pupils.length; at++) total[at % grades.count] += pupils[at];
  const kept = total.map((count, grade) =>
    count > 0 ? Math.max(0, 1 - (taken * newDwellingShare(grade)) / count) : 1,
  );
  for (let at = 0; at < pupils.length; at++) pupils[at] *= kept[at % grades.count];
}
