import { cutOff, type Draft, type PlanProblem, regionKey, sitePupils, sum } from "../../src/index.ts";
import type { PlanEffects, UnitTable } from "../worker/messages.ts";
import { atSite, beyondPlaces } from "./places.ts";

type LivedIn = Pick<UnitTable, "unitBand" | "adjacency" | "landmass">;

/**
 * Which of a draft's problems the plan has as well that it was begun from, and no less: nobody who draws has made those. A zone or a
 * district that lay in pieces counts as found as long as nothing more is cut off from it, as the repair of a step asks.
 */
export function isFoundIn(
  { start, plan, municipality }: Pick<Draft, "start" | "plan" | "municipality">,
  units: LivedIn,
  { sites }: Pick<PlanEffects, "sites">,
): (problem: PlanProblem) => boolean {
  const pupils = sitePupils(municipality.grades, units.unitBand, start.assignment, municipality.sites.length);
  const capacity = municipality.sites.map((site) => site.capacity);
  const cut = cutOff({ municipality: { units }, landmass: units.landmass }, start.assignment, plan, start.districts);
  const torn = new Set(cut.map(({ region }) => regionKey(region)));
  const isTorn = (kind: "zone" | "district", of: readonly number[]): boolean =>
    torn.has(regionKey({ kind, sites: of }));
  return (problem) => {
    if (problem.kind === "apart") return !isTorn("district", problem.sites);
    if (problem.kind === "bare")
      return (
        start.districts.some(({ sites: own }) => own.join() === problem.sites.join()) &&
        problem.sites.every((site) => start.teaching[site] === 0)
      );
    const { kind, site } = problem;
    // A school of the draft's own was in no plan.
    if (site >= municipality.sites.length) return false;
    switch (kind) {
      case "full": {
        const was = beyondPlaces(municipality.grades, { capacity }, pupils, site);
        return (sites[site]?.overflow ?? []).every((over, band) => over <= was[band]);
      }
      case "gap":
        return start.teaching[site] === plan.teaching[site];
      case "pieces":
        return !isTorn("zone", [site]);
      case "empty":
        return start.teaching[site] !== 0 && sum(atSite(municipality.grades, pupils, site)) === 0;
      default:
        return kind satisfies never;
    }
  };
}
