import type { Basis } from "../evaluate/basis.ts";
import { numberOf } from "../kernels/random.ts";
import { sum } from "../kernels/sum.ts";
import { seededDraws } from "../kernels/uncertainty/generator.ts";

type Homes = Pick<Basis, "municipality" | "homes" | "unitGrade">;

/**
 * Expected pupils, `[unit * gradeCount + grade]`, as whole ones at homes, `[point * gradeCount + grade]`. Every school's area (the homes whose
 * youngest go there today) has in each grade as many as are expected there, rounded. Without a seed they live where the case's pupils do, as
 * nearly as whole pupils can; with one each lives at a home of the area that is drawn, the likelier the more pupils of all grades it has.
 */
export function pupilsAtHomes(basis: Homes, expected: Float64Array, seed?: number): Uint16Array {
  const { grades, demand } = basis.municipality;
  const at = shareOut(basis, expected);
  const whole = new Uint16Array(demand.pointCount * grades.count);
  for (const [area, points] of pointsByArea(basis)) {
    const weights = points.map((point) => sum(at.subarray(point * grades.count, (point + 1) * grades.count)));
    const upTo = runningSums(weights);
    for (let grade = 0; grade < grades.count; grade++) {
      const wanted = points.map((point) => at[point * grades.count + grade]);
      if (seed !== undefined) {
        // Each by itself, so that more pupils in one do not draw all others anew.
        const random = seededDraws(numberOf(`${seed} ${area} ${grade}`));
        const pupils = Math.round(sum(wanted));
        for (let i = 0; i < pupils; i++) whole[points[drawn(upTo, random())] * grades.count + grade]++;
      } else
        roundedInTurn(wanted).forEach((pupils, i) => {
          whole[points[i] * grades.count + grade] = pupils;
        });
    }
  }
  return whole;
}

/** Expected pupils of each home: its share of the unit's in that grade, of all where the unit has none in it, or its first home's. */
function shareOut({ municipality: { grades, demand, units }, unitGrade }: Homes, expected: Float64Array): Float64Array {
  const at = new Float64Array(demand.pointCount * grades.count);
  for (let unit = 0; unit < units.count; unit++) {
    const [first, end] = [demand.firstPoint[unit], demand.firstPoint[unit + 1]];
    const all = sum(unitGrade.subarray(unit * grades.count, (unit + 1) * grades.count));
    for (let grade = 0; grade < grades.count; grade++) {
      const pair = unit * grades.count + grade;
      for (let point = first; point < end; point++) {
        const own = point * grades.count;
        const share =
          unitGrade[pair] > 0
            ? demand.pupils[own + grade] / unitGrade[pair]
            : all > 0
              ? sum(demand.pupils.subarray(own, own + grades.count)) / all
              : Number(point === first);
        at[own + grade] = expected[pair] * share;
      }
    }
  }
  return at;
}

/** The homes of each school's area, by its site, and of what belongs to none. */
function pointsByArea({ municipality: { demand, units }, homes }: Homes): ReadonlyMap<number, readonly number[]> {
  const areas = new Map<number, number[]>();
  for (let unit = 0; unit < units.count; unit++) {
    const points = areas.get(homes[unit]) ?? [];
    for (let point = demand.firstPoint[unit]; point < demand.firstPoint[unit + 1]; point++) points.push(point);
    areas.set(homes[unit], points);
  }
  return areas;
}

function runningSums(values: readonly number[]): Float64Array {
  let total = 0;
  return Float64Array.from(values, (value) => (total += value));
}

/** Which of the values a number in [0, 1) falls on, each as likely as it is large. */
function drawn(upTo: Float64Array, number: number): number {
  const wanted = number * (upTo.at(-1) ?? 0);
  let [low, high] = [0, upTo.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (upTo[middle] > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whole numbers whose sum up to each place is that of the values, rounded; whole values stay as they are. */
function roundedInTurn(values: readonly number[]): readonly number[] {
  let [total, given] = [0, 0];
  return values.map((value) => {
    total += value;
    // Sums of thirds are whole but for their last bits.
    const whole = Math.max(0, Math.round(Number(total.toFixed(6))) - given);
    given += whole;
    return whole;
  });
}
