import type { Band } from "../../domain/grades.ts";
import { NO_SITE, teachesBand } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { quantile } from "../../evaluate/distribution.ts";
import type { DistrictTally } from "../../evaluate/district-tally.ts";
import { byBand, type MeasureKey } from "../../evaluate/measures/table.ts";
import { sum } from "../../kernels/sum.ts";
import { hasTransportRight } from "../../rules/transport-right.ts";
import { choicesOf, type CostAt } from "./choices.ts";
import {
  areWhole,
  cheapestParts,
  classesFloor,
  cohortsOf,
  dearestParts,
  type GroupFloor,
  overflowFloor,
  pairFloor,
  UNKNOWN,
} from "./floors.ts";
import { partsWithin } from "./gates.ts";
import type { BeforeMerging, GroupingObjective, SumObjective } from "./objective.ts";

/** Where everybody stays at their school. */
export function stayObjectives(before: BeforeMerging): readonly GroupingObjective[] {
  const { basis, singles } = before;
  const { grades, info } = basis.municipality;
  const { walk, siteCount } = basis.travel;
  const shorter: CostAt = ({ point, site, today }) => {
    const way = walk[point * siteCount + today];
    return way === Infinity ? 0 : Math.min(walk[point * siteCount + site], way) - way;
  };
  return [
    {
      kind: "sum",
      measures: ["open-borders"],
      of: ({ openBorderMetres }) => openBorderMetres,
      floor: cheapest(before, allBands(basis), shorter, isEverybodyTaught(basis) ? "exact" : "least"),
    },
    nearestInOwn(before),
    {
      kind: "sum",
      measures: ["feeders-kept"],
      of: ({ feeders }) => -feeders.kept,
      floor: feedersFloor(before),
    },
    {
      kind: "sum",
      measures: ["pooled-classes"],
      of: ({ pooling }) => -pooling.classesSaved,
      floor: classesFloor(cohortsOf(grades, info.schoolYear, singles), "less"),
    },
    poolingTravel,
  ];
}

/** Where everybody goes to the nearest school with room. */
export function nearestObjectives(before: BeforeMerging): readonly GroupingObjective[] {
  const { basis, singles } = before;
  const { grades, info } = basis.municipality;
  const all = allBands(basis);
  const byEach = (
    of: (bands: readonly Band[], key: (name: MeasureKey) => readonly MeasureKey[]) => readonly GroupingObjective[],
  ) => [
    ...of(all, (name) => [name]),
    ...grades.bands.flatMap(({ band }) => of([band], (name) => byBand(grades, name).slice(band, band + 1))),
  ];
  return [
    nearestInOwn(before),
    ...byEach((bands, key) => wayObjectives(before, bands, key)),
    {
      kind: "sum",
      measures: ["overflow"],
      of: (tally) => sum(tally.sites.map(({ overflow }) => sum(overflow))),
      floor: overflowFloor(
        singles.map(({ pupils }) => Float64Array.from(pupils)),
        placesOf(before),
      ),
    },
    {
      kind: "sum",
      measures: ["classes"],
      of: ({ sites }) => sum(sites.map(({ classes }) => sum(classes))),
      floor: classesFloor(cohortsOf(grades, info.schoolYear, singles), "all"),
    },
    { kind: "sum", measures: ["pooled-classes"], of: ({ pooling }) => -pooling.classesSaved, floor: UNKNOWN },
    poolingTravel,
    { kind: "sum", measures: ["open-borders"], of: ({ openBorderMetres }) => openBorderMetres, floor: UNKNOWN },
  ];
}

/** How far the pupils of some bands go. */
function wayObjectives(
  before: BeforeMerging,
  bands: readonly Band[],
  key: (name: MeasureKey) => readonly MeasureKey[],
): readonly GroupingObjective[] {
  const { basis, singles } = before;
  const { grades } = basis.municipality;
  const { walk, siteCount, hazard } = basis.travel;
  const over = (values: ArrayLike<number>): number => bands.reduce((all, band) => all + values[band], 0);
  const metres: CostAt = ({ point, site }) => walk[point * siteCount + site];
  const right: CostAt = ({ point, band, site }) =>
    hasTransportRight(grades, band, walk[point * siteCount + site], hazard?.[point * siteCount + site]) ? 1 : 0;
  const objectives: GroupingObjective[] = [
    { kind: "sum", measures: key("changed-site"), of: ({ changedSite }) => over(changedSite), floor: UNKNOWN },
    {
      kind: "sum",
      measures: key("transport-right"),
      of: ({ rights }) => over(rights),
      floor: cheapest(before, bands, right),
    },
  ];
  // Where no road leads somebody somewhere, ways are of other pupils in one plan than in another.
  if (!isEverybodyTaught(basis)) return objectives;
  const pupils = sum(singles.map((tally) => over(tally.pupils)));
  const waysOf = ({ ways }: DistrictTally) => bands.map((band) => ways[band]);
  const longest = dearestParts(choicesOf(basis, before.atoms, bands, metres));
  const quantileBy = (name: MeasureKey, share: number): GroupingObjective => ({
    kind: "share",
    measures: key(name),
    waysOf,
    floorAt: (limit) =>
      cheapest(before, bands, ({ point, site }) => (walk[point * siteCount + site] <= limit ? -1 : 0)),
    share,
    pupils,
  });
  return [
    {
      kind: "sum",
      measures: [
        ...(bands.length === grades.bandCount ? (["pupil-kilometres"] as const) : []),
        ...key("distance-mean"),
      ],
      of: ({ pupilMetres }) => over(pupilMetres),
      floor: cheapest(before, bands, metres),
    },
    ...objectives,
    {
      kind: "worst",
      measures: key("distance-worst"),
      of: (tally) => quantile(waysOf(tally), 1) ?? 0,
      within: (level) => partsWithin(longest, before.atoms.length, level),
      least: 0,
    },
    quantileBy("distance-median", 0.5),
    quantileBy("distance-p90", 0.9),
  ];
}

const poolingTravel: SumObjective = {
  kind: "sum",
  measures: ["pooling-travel"],
  of: ({ pooling }) => pooling.extraMetres,
  floor: UNKNOWN,
};

/** The same wherever pupils go: what counts is whose schools are in the district. */
function nearestInOwn(before: BeforeMerging): SumObjective {
  const { basis, today } = before;
  const { walk, siteCount } = basis.travel;
  const { bandCount } = basis.municipality.grades;
  const isNearest: CostAt = ({ point, band, site }) =>
    walk[point * siteCount + site] <= today.nearestMetres[point * bandCount + band] ? -1 : 0;
  return {
    kind: "sum",
    measures: ["nearest-in-own"],
    of: ({ nearestInOwn: pupils }) => -pupils,
    floor: cheapest(before, allBands(basis), isNearest, isEverybodyTaught(basis) ? "exact" : "least"),
  };
}

/** Each link that both districts of are joined counts half for either. */
function feedersFloor({ atoms, singles }: BeforeMerging): GroupFloor {
  const count = atoms.length;
  const kept = new Float64Array(count * count);
  for (const [one, { feeders }] of singles.entries())
    for (const { to } of feeders.links) {
      const other = atoms.findIndex(({ sites }) => sites.includes(to));
      if (other < 0) continue;
      kept[one * count + other]--;
      if (other !== one) kept[other * count + one]--;
    }
  return pairFloor(kept, count);
}

const allBands = (basis: Basis): readonly Band[] => basis.municipality.grades.bands.map(({ band }) => band);

function cheapest(
  { basis, atoms }: BeforeMerging,
  bands: readonly Band[],
  cost: CostAt,
  is: "exact" | "least" = "least",
): GroupFloor {
  const choices = choicesOf(basis, atoms, bands, cost);
  return { part: cheapestParts(choices), exact: is === "exact" && areWhole(choices) };
}

/** Places for each band in each of today's districts; none limits where one site's are not known. */
const placesOf = ({ basis, atoms }: BeforeMerging): readonly Float64Array[] =>
  atoms.map(({ sites }) =>
    Float64Array.from(basis.municipality.grades.bands, ({ band }) =>
      sum(
        sites
          .filter((site) => teachesBand(basis.baseline, site, band))
          .map((site) => basis.municipality.sites[site].capacity[band] ?? Infinity),
      ),
    ),
  );

/** Whether a road leads every pupil to every site that teaches the band, and today's site is one of these. */
function isEverybodyTaught({ baseline, municipality, pointBand, travel }: Basis): boolean {
  const { bandCount, bands } = municipality.grades;
  const { firstPoint } = municipality.demand;
  return bands.every(({ band }) => {
    const sites = [...municipality.sites.keys()].filter((site) => teachesBand(baseline, site, band));
    for (let unit = 0; unit < municipality.units.count; unit++) {
      const today = baseline.assignment[unit * bandCount + band];
      for (let point = firstPoint[unit]; point < firstPoint[unit + 1]; point++)
        if (
          pointBand[point * bandCount + band] > 0 &&
          (today === NO_SITE ||
            !sites.includes(today) ||
            sites.some((site) => travel.walk[point * travel.siteCount + site] === Infinity))
        )
          return false;
    }
    return true;
  });
}
