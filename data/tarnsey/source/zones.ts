import { BELONGS, SCHOOLS } from "./facts.ts";
import { apart, gridPoint } from "./plane.ts";
import { type Link, shortest } from "./roads.ts";
import type { Unit } from "./units.ts";

/**
 * Each unit's school, as a number of {@link SCHOOLS}: on its island the nearest along the roads, those that stand `behind` counted as so
 * much farther off; an island without one belongs to another's.
 */
export function zonesOf(units: readonly Unit[], links: readonly Link[]): readonly number[] {
  const starts = new Map(
    SCHOOLS.map(({ at, behind }) => {
      const here = gridPoint(at);
      const unit = units.reduce(
        (best, { seed }, i) => (apart(seed, here) < apart(units[best].seed, here) ? i : best),
        0,
      );
      return [unit, 1000 * behind];
    }),
  );
  const schoolAt = new Map([...starts.keys()].map((unit, school) => [unit, school]));
  const { from } = shortest(links, units.length, starts);
  return units.map(({ island, id }, unit) => {
    const school = schoolAt.get(from[unit]) ?? SCHOOLS.findIndex((each) => each.id === BELONGS[island]);
    if (school < 0) throw new Error(`${id} has no school.`);
    return school;
  });
}
