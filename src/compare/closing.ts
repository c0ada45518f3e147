import { SMALLEST_SHOWN } from "../kernels/disclosure/shown.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { Evaluation } from "../evaluate/evaluate.ts";
import type { Spread } from "../kernels/uncertainty/spread.ts";
import { savedAgainst } from "./saved-against.ts";

/** What closing one school of a plan does, against the plan with it open. */
export interface Closing {
  readonly site: number;
  /** Pupils who have to go elsewhere. */
  readonly moved: number;
  /** Where they go, by site, most first. */
  readonly to: readonly { readonly site: number; readonly pupils: number }[];
  /** Metres one way, the mean of those whose way is known with the school open and closed; absent for fewer than five. */
  readonly way?: { readonly open: number; readonly closed: number };
  /** What it saves a year, kroner; below zero where it costs more. Absent where no money is known of one of the plans. */
  readonly saves?: Spread;
}

/** `open`, `closed`: the plan with the school and without it. */
export function closingOf(basis: Basis, open: Evaluation, closed: Evaluation, site: number): Closing {
  const to = new Map<number, number>();
  let moved = 0;
  basis.unitBand.forEach((pupils, pair) => {
    if (pupils === 0 || open.plan.assignment[pair] !== site) return;
    moved += pupils;
    const other = closed.plan.assignment[pair];
    if (other !== NO_SITE) to.set(other, (to.get(other) ?? 0) + pupils);
  });
  const way = meanWays(basis, open.plan, closed.plan, site);
  const saves = savedAgainst(basis, closed, open);
  return {
    site,
    moved,
    to: [...to].map(([other, pupils]) => ({ site: other, pupils })).toSorted((a, b) => b.pupils - a.pupils),
    ...(way && { way }),
    ...(saves && { saves }),
  };
}

function meanWays({ municipality, pointBand, travel }: Basis, open: Plan, closed: Plan, site: number): Closing["way"] {
  const { firstPoint } = municipality.demand;
  let [pupils, before, after] = [0, 0, 0];
  for (let unit = 0; unit < municipality.units.count; unit++)
    for (let band = 0; band < municipality.grades.bandCount; band++) {
      const pair = unit * municipality.grades.bandCount + band;
      const other = closed.assignment[pair];
      if (open.assignment[pair] !== site || other === NO_SITE) continue;
      for (let point = firstPoint[unit]; point < firstPoint[unit + 1]; point++) {
        const here = pointBand[point * municipality.grades.bandCount + band];
        const [way, then] = [site, other].map((each) => travel.walk[point * travel.siteCount + each]);
        if (here === 0 || way === Infinity || then === Infinity) continue;
        pupils += here;
        before += here * way;
        after += here * then;
      }
    }
  return pupils < SMALLEST_SHOWN ? undefined : { open: before / pupils, closed: after / pupils };
}
