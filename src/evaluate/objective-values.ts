import { priceOf } from "../cost/assignment-prices.ts";
import { pupilsInBand } from "../domain/grades.ts";
import type { AssignmentObjective } from "../domain/question.ts";
import { assignmentPrices } from "./assignment-prices.ts";
import type { Basis } from "./basis.ts";
import { quantile } from "./distribution.ts";
import type { Evaluation } from "./evaluate.ts";
import { sum } from "../kernels/sum.ts";

/** What a plan has of each thing that a question can make least, from its measures alone; units as in the question. */
export function objectiveValue(basis: Basis, evaluation: Evaluation, objective: AssignmentObjective): number {
  const { totals } = evaluation;
  return {
    "pupil-metres": () => sum(totals.pupilMetres),
    "longest-way": () => quantile(totals.ways.flat(), 1) ?? 0,
    "changed-site": () => sum(totals.changedSite),
    overflow: () => totals.overflow,
    kroner: () => kroner(basis, evaluation),
    "fullest-site": () => fullestSite(basis, evaluation),
  }[objective]();
}

/** Classes to be expected and rights to transport at their prices; see {@link AssignmentPrices}. */
function kroner(basis: Basis, { districts }: Evaluation): number {
  const prices = assignmentPrices(basis);
  let all = 0;
  for (const { rights, rightsByBus, rightsPerhapsByBus } of districts)
    all +=
      prices.right * sum(rights) +
      (prices.rightByBus - prices.right) * sum(rightsByBus) +
      (prices.rightPerhapsByBus - prices.right) * sum(rightsPerhapsByBus);
  for (const { sites } of districts)
    for (const { site, byGrade } of sites)
      for (const { band } of basis.municipality.grades.bands)
        all += priceOf(
          prices.classes[site * basis.municipality.grades.bandCount + band],
          pupilsInBand(basis.municipality.grades, byGrade, band),
        );
  return all;
}

/** Pupils per place in a band where there are most; a site with no places has no such number. */
function fullestSite({ municipality }: Basis, { districts }: Evaluation): number {
  let fullest = 0;
  for (const { sites } of districts)
    for (const { site, byGrade } of sites)
      for (const { band } of municipality.grades.bands) {
        const places = municipality.sites[site].capacity[band] ?? 0;
        if (places > 0) fullest = Math.max(fullest, pupilsInBand(municipality.grades, byGrade, band) / places);
      }
  return fullest;
}
