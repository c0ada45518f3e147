import { hasBand, NO_BANDS, parseGradeRange } from "../../../src/domain/grades.ts";
import { seeded } from "../../source/random.ts";
import { spread } from "../../source/spread.ts";
import { BANDS, BAND_OF_GRADE, ALL_GRADES, GRADE_COUNT, GRADES } from "./folkeskole.ts";
import type { School } from "./tables.ts";

/** Pupils by grade of every open school. */
export interface Cohorts {
  /** Those who live in the school's own zone, `[grade]`, wherever they go: what the zone is filled with. */
  readonly atHome: ReadonlyMap<string, readonly number[]>;
  /** Those who go there, `[grade]`, from its own zone and from the zones that feed it; they sum to the school's figure. */
  readonly atSchool: ReadonlyMap<string, readonly number[]>;
}

/** The largest class, § 17: tracks are counted with it. */
const CLASS_SIZE = 28;

export const isOpen = (school: School): boolean => school.grades !== "";

/** Grades that a school teaches itself. */
function ownGrades({ grades }: School): readonly number[] {
  const teaches = parseGradeRange(GRADES, grades) ?? NO_BANDS;
  return ALL_GRADES.filter((grade) => hasBand(teaches, BAND_OF_GRADE[grade]));
}

/** The school that pupils from a school's zone go to in a grade. */
export function schoolFor(home: School, grade: number): string {
  const { key } = BANDS[BAND_OF_GRADE[grade]];
  return ownGrades(home).includes(grade) || (key !== "4-6" && key !== "7-9") ? home.id : (home.feeds[key] ?? home.id);
}

/**
 * A school that sends pupils on has cohorts of its figure divided by its grades, and sends on as many a grade; a school
 * that receives them has the rest of its figure in its own zone. Grades vary a little around the mean.
 */
export function layCohorts(schools: readonly School[], seed: number): Cohorts {
  const open = schools.filter(isOpen);
  const atHome = new Map<string, readonly number[]>();
  const fed = new Map(open.map(({ id }) => [id, 0]));
  for (const school of open.filter(({ grades }) => grades !== "0-9")) {
    const own = ownGrades(school);
    const taught = spread(school.pupils, own.length, seeded(`cohorts ${school.id}`, seed));
    const sentOn = spread(
      Math.round((school.pupils / own.length) * (GRADE_COUNT - own.length)),
      GRADE_COUNT - own.length,
      `cohorts sent on ${school.id}`,
    );
    atHome.set(school.id, [...taught, ...sentOn]);
    sentOn.forEach((pupils, i) => {
      const receiver = schoolFor(school, own.length + i);
      fed.set(receiver, (fed.get(receiver) ?? 0) + pupils);
    });
  }
  for (const school of open.filter(({ grades }) => grades === "0-9"))
    atHome.set(
      school.id,
      spread(school.pupils - (fed.get(school.id) ?? 0), GRADE_COUNT, seeded(`cohorts ${school.id}`, seed)),
    );
  return { atHome, atSchool: gather(open, atHome) };
}

function gather(open: readonly School[], atHome: Cohorts["atHome"]): Cohorts["atSchool"] {
  const atSchool = new Map(open.map(({ id }) => [id, ALL_GRADES.map(() => 0)]));
  for (const home of open)
    atHome.get(home.id)?.forEach((pupils, grade) => {
      const counts = atSchool.get(schoolFor(home, grade));
      if (counts) counts[grade] += pupils;
    });
  return atSchool;
}

/**
 * Places in each band that a school teaches, `[band]`: tracks x 28 x grades in the band, where tracks are the classes that
 * the band's largest cohort fills. An estimate: it says that every band has the rooms it uses today, and no more.
 */
export function estimateCapacity(school: School, atSchool: readonly number[]): readonly (number | undefined)[] {
  const own = ownGrades(school);
  return BANDS.map(({ first, last }) => {
    if (!own.includes(first)) return undefined;
    const tracks = Math.ceil(Math.max(...atSchool.slice(first, last + 1)) / CLASS_SIZE);
    return tracks * CLASS_SIZE * (last - first + 1);
  });
}
