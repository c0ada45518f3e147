import type { Adjacency } from "../../domain/municipality.ts";
import type { DistrictObjective } from "./objective.ts";

/** Districts around given seats, judged by how full their school is and how round they are. */
export interface FillAndShapeProblem {
  readonly adjacency: Adjacency;
  /** Length of border with the neighbour, in the unit of length of the case, `[edge]`. */
  readonly border: Float64Array;
  readonly demand: Float64Array;
  readonly area: Float64Array;
  readonly perimeter: Float64Array;
  /** Unit and capacity of each district's school, `[district]`. */
  readonly seatUnit: Int32Array;
  readonly capacity: Float64Array;
  readonly weight: { readonly fill: number; readonly shape: number };
  /** Added to demand and capacity before they are divided, as published (Biswas et al. 2022). */
  readonly offset: { readonly demand: number; readonly capacity: number };
}

/**
 * Sum over districts of weight.fill * |1 - demand / capacity| + weight.shape * (1 - 4 pi area / perimeter^2), the second term the
 * Polsby-Popper measure (1991). A change costs the unit's neighbours.
 */
export class FillAndShape implements DistrictObjective {
  readonly #p: FillAndShapeProblem;
  readonly #demand: Float64Array;
  readonly #area: Float64Array;
  readonly #perimeter: Float64Array;
  readonly #value: Float64Array;

  constructor(problem: FillAndShapeProblem) {
    const districts = problem.seatUnit.length;
    this.#p = problem;
    this.#demand = new Float64Array(districts);
    this.#area = new Float64Array(districts);
    this.#perimeter = new Float64Array(districts);
    this.#value = new Float64Array(districts);
  }

  reset(district: Int32Array): number {
    const { demand, area, perimeter } = this.#p;
    const { start, target } = this.#p.adjacency;
    this.#demand.fill(0);
    this.#area.fill(0);
    this.#perimeter.fill(0);
    for (let unit = 0; unit < district.length; unit++) {
      const here = district[unit];
      this.#demand[here] += demand[unit];
      this.#area[here] += area[unit];
      this.#perimeter[here] += perimeter[unit];
      for (let edge = start[unit]; edge < start[unit + 1]; edge++)
        if (district[target[edge]] === here) this.#perimeter[here] -= this.#p.border[edge];
    }
    let total = 0;
    for (let here = 0; here < this.#value.length; here++)
      total += this.#value[here] = this.#valueOf(here, this.#demand[here], this.#area[here], this.#perimeter[here]);
    return total;
  }

  change(unit: number, from: number, to: number, district: Int32Array): number {
    const demand = this.#p.demand[unit];
    const area = this.#p.area[unit];
    const perimeter = this.#p.perimeter[unit];
    const left = this.#valueOf(
      from,
      this.#demand[from] - demand,
      this.#area[from] - area,
      this.#perimeter[from] - perimeter + 2 * this.#shared(unit, from, district),
    );
    const joined = this.#valueOf(
      to,
      this.#demand[to] + demand,
      this.#area[to] + area,
      this.#perimeter[to] + perimeter - 2 * this.#shared(unit, to, district),
    );
    return left + joined - this.#value[from] - this.#value[to];
  }

  move(unit: number, from: number, to: number, district: Int32Array): void {
    const { demand, area, perimeter } = this.#p;
    this.#demand[from] -= demand[unit];
    this.#demand[to] += demand[unit];
    this.#area[from] -= area[unit];
    this.#area[to] += area[unit];
    this.#perimeter[from] -= perimeter[unit] - 2 * this.#shared(unit, from, district);
    this.#perimeter[to] += perimeter[unit] - 2 * this.#shared(unit, to, district);
    for (const here of [from, to])
      this.#value[here] = this.#valueOf(here, this.#demand[here], this.#area[here], this.#perimeter[here]);
  }

  stays(unit: number, district: number): boolean {
    return this.#p.seatUnit[district] === unit;
  }

  keepsLimits(): boolean {
    return true;
  }

  refresh(district: Int32Array): number {
    return this.reset(district);
  }

  #shared(unit: number, other: number, district: Int32Array): number {
    const { start, target } = this.#p.adjacency;
    let length = 0;
    for (let edge = start[unit]; edge < start[unit + 1]; edge++)
      if (district[target[edge]] === other) length += this.#p.border[edge];
    return length;
  }

  #valueOf(district: number, demand: number, area: number, perimeter: number): number {
    const { capacity, offset, weight } = this.#p;
    const fill = Math.abs(1 - (demand + offset.demand) / (capacity[district] + offset.capacity));
    return weight.fill * fill + weight.shape * (1 - (4 * Math.PI * area) / (perimeter * perimeter));
  }
}

/**
 * What no plan goes below: every pupil too few or too many costs at least what he costs at the largest school, and no district
 * is rounder than a circle. Weak, since it knows nothing of shapes, but true. O(districts).
 */
export function fillAndShapeBound({ demand, capacity, offset, weight }: FillAndShapeProblem): number {
  const pupils = demand.reduce((sum, value) => sum + value, 0) + offset.demand * capacity.length;
  const places = capacity.reduce((sum, value) => sum + value + offset.capacity, 0);
  const largest = capacity.reduce((most, value) => Math.max(most, value + offset.capacity), 0);
  return (weight.fill * Math.abs(pupils - places)) / largest;
}
