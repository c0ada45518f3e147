import type { MeasureKey } from "../../evaluate/measures/table.ts";
import type { AssignmentPolicy } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import type { DistrictTally } from "../../evaluate/district-tally.ts";
import { sum } from "../../kernels/sum.ts";
import type { PlanView } from "../../evaluate/plan-view.ts";
import { classCap } from "../../rules/class-size.ts";
import { hasTransportRight } from "../../rules/transport-right.ts";

/**
 * What the best grouping is looked for by when there are too many to list. Values are turned so that less is better. `sum`
 * objectives add up over the merged districts; `worst` ones are decided by the worst of them.
 */
export interface GroupingObjective {
  /** Key of the measure that it makes best. */
  readonly measure: MeasureKey;
  readonly over: "sum" | "worst";
  readonly of: (tally: DistrictTally) => number;
  /** Least that one of today's districts can add to any merged district whatever it is joined with; 0 for `worst`. */
  readonly least: (district: DistrictTally) => number;
}

const WORST: readonly GroupingObjective[] = [
  { measure: "pupils-most", over: "worst", of: ({ pupils }) => sum(pupils), least: () => 0 },
  { measure: "site-distance-worst", over: "worst", of: ({ siteDistances }) => siteDistances.worst, least: () => 0 },
];

export function objectivesFor(policy: AssignmentPolicy, basis: Basis, today: PlanView): readonly GroupingObjective[] {
  return [...(policy === "stay" ? stayObjectives(basis, today) : nearestObjectives(basis, today)), ...WORST];
}

function stayObjectives(basis: Basis, today: PlanView): readonly GroupingObjective[] {
  const { schoolYear } = basis.municipality.info;
  return [
    {
      measure: "open-borders",
      over: "sum",
      of: ({ openBorderMetres }) => openBorderMetres,
      least: (district) => nearestMetres(basis, today, district) - sum(district.pupilMetres),
    },
    {
      measure: "pooled-classes",
      over: "sum",
      of: ({ pooling }) => -pooling.classesSaved,
      // Pooling can at best fill every class.
      least: ({ sites }) =>
        -sum(
          sites.flatMap(({ byGrade, classes }) =>
            basis.municipality.grades.all.map(
              (grade) => classes[grade] - byGrade[grade] / classCap(basis.municipality.grades, grade, schoolYear),
            ),
          ),
        ),
    },
    {
      measure: "nearest-in-own",
      over: "sum",
      of: ({ nearestInOwn }) => -nearestInOwn,
      least: ({ pupils, noRoute }) => sum(noRoute) - sum(pupils),
    },
    {
      measure: "feeders-kept",
      over: "sum",
      of: ({ feeders }) => -feeders.kept,
      least: ({ feeders }) => -feeders.links.length,
    },
  ];
}

function nearestObjectives(basis: Basis, today: PlanView): readonly GroupingObjective[] {
  return [
    {
      measure: "pupil-kilometres",
      over: "sum",
      of: ({ pupilMetres }) => sum(pupilMetres),
      least: (district) => nearestMetres(basis, today, district),
    },
    { measure: "changed-site", over: "sum", of: ({ changedSite }) => sum(changedSite), least: () => 0 },
    {
      measure: "transport-right",
      over: "sum",
      of: ({ rights }) => sum(rights),
      least: (district) =>
        overPupils(basis, today, district, (pupils, metres, band) =>
          hasTransportRight(basis.municipality.grades, basis.municipality.grades.bands[band].band, metres) ? pupils : 0,
        ),
    },
  ];
}

/** Metres if every pupil of a district went to the nearest site of the whole municipality. */
const nearestMetres = (basis: Basis, today: PlanView, district: DistrictTally): number =>
  overPupils(basis, today, district, (pupils, metres) => (metres < Infinity ? pupils * metres : 0));

function overPupils(
  { municipality, pointBand }: Basis,
  { firstPair, pairs, nearestMetres: nearest }: PlanView,
  { district }: DistrictTally,
  value: (pupils: number, metres: number, band: number) => number,
): number {
  const { firstPoint } = municipality.demand;
  let total = 0;
  for (const site of district.sites)
    for (let i = firstPair[site]; i < firstPair[site + 1]; i++) {
      const band = pairs[i] % municipality.grades.bandCount;
      const unit = Math.floor(pairs[i] / municipality.grades.bandCount);
      for (let point = firstPoint[unit]; point < firstPoint[unit + 1]; point++) {
        const at = point * municipality.grades.bandCount + band;
        if (pointBand[at] > 0) total += value(pointBand[at], nearest[at], band);
      }
    }
  return total;
}
