import type { Plan } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { evaluatePlan } from "../../evaluate/evaluate.ts";
import type { Audience } from "../internal.ts";
import { emptySite, shownSites } from "../shown-sites.ts";
import { toldNumber } from "./layer.ts";

/** Pupils by site and band, where they may be told. */
export function pupilsBySite(
  basis: Basis,
  plan: Plan,
  audience: Audience,
): (site: number, band: number) => number | undefined {
  const evaluation = evaluatePlan(basis, plan);
  if (audience === "planner") {
    const exact = new Map<number, number>();
    plan.assignment.forEach((site, pair) => {
      const key = site * plan.grades.bandCount + (pair % plan.grades.bandCount);
      exact.set(key, (exact.get(key) ?? 0) + basis.unitBand[pair]);
    });
    return (site, band) => exact.get(site * plan.grades.bandCount + band) ?? 0;
  }
  const { sites } = shownSites(basis, evaluation);
  const empty = emptySite(plan.grades);
  return (site, band) => toldNumber((sites.get(site) ?? empty).byBand[band]);
}
