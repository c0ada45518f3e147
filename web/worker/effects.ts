import type { MultiPolygon } from "geojson";
import {
  apartIn,
  areaOfUnits,
  type Basis,
  type Evaluation,
  type Municipality,
  type Outlines,
  outlinesOf,
  siteFacts,
  type SiteTally,
  countsIn,
  sum,
  statusLines,
  moneyOf,
  structureChange,
  toldMoney,
  type Grades,
} from "../../src/index.ts";
import { CLASS_SIZE_LIMITS, type PlanEffects, WAY_LIMITS } from "./messages.ts";

/** An evaluation as the page shows it. */
export function effectsOf(basis: Basis, { plan, completeness, totals, values, districts }: Evaluation): PlanEffects {
  const changed = changedArea(basis, plan.assignment);
  const tallies = new Map(districts.flatMap(({ sites }) => sites.map((tally) => [tally.site, tally])));
  return {
    values,
    unfinished: statusLines(basis, completeness, "in-fives"),
    ...(totals.money && { money: toldMoney(countsIn(basis), totals.money, moneyOf(basis.municipality.info)) }),
    structure: structureChange(basis, plan),
    ways: countWays(totals.ways.flat(), sum(totals.noRoute)),
    classSizes: countClassSizes([...tallies.values()]),
    districts: districts.map(({ district, pupils, siteDistances, extraPieces }) => ({
      name: district.name,
      sites: district.sites,
      pupils: sum(pupils),
      ...(siteDistances.apart === 0 && { farthest: siteDistances.worst }),
      detached: extraPieces,
    })),
    sites: basis.municipality.sites.map((_, site) => siteEffects(totals.grades, site, tallies.get(site))),
    apart: apartIn(basis, plan),
    feeders: districts.flatMap(({ feeders, district }) =>
      feeders.links.map(({ from, to }) => ({ from, to, kept: district.sites.includes(to) })),
    ),
    ...(changed && { changed }),
  };
}

const siteEffects = (grades: Grades, site: number, tally: SiteTally | undefined) => ({
  site,
  ...siteFacts(grades, tally),
  classes: tally ? sum(tally.classes) : 0,
});

interface Cumulated {
  readonly metres: Float64Array;
  readonly upTo: Uint32Array;
}

function countWays(ways: readonly Cumulated[], noRoute: number): Uint32Array {
  const counts = new Uint32Array(WAY_LIMITS.length + 2);
  for (const { metres, upTo } of ways)
    metres.forEach((way, i) => {
      const pupils = upTo[i] - (i === 0 ? 0 : upTo[i - 1]);
      counts[classOf(way, WAY_LIMITS)] += pupils;
    });
  counts[WAY_LIMITS.length + 1] = noRoute;
  return counts;
}

/** Classes of each site and grade by the mean number of pupils in them. */
function countClassSizes(sites: readonly SiteTally[]): Uint32Array {
  const counts = new Uint32Array(CLASS_SIZE_LIMITS.length + 1);
  for (const { byGrade, classes } of sites)
    classes.forEach((count, grade) => {
      if (count > 0) counts[classOf(byGrade[grade] / count, CLASS_SIZE_LIMITS)] += count;
    });
  return counts;
}

/** Number of the first class whose limit is not exceeded. */
function classOf(value: number, limits: readonly number[]): number {
  const found = limits.findIndex((limit) => value <= limit);
  return found < 0 ? limits.length : found;
}

/** Where units change site in any band, drawn as districts are. */
function changedArea({ municipality: { units }, baseline }: Basis, assignment: Uint16Array): MultiPolygon | undefined {
  const changed = new Set<number>();
  assignment.forEach((site, pair) => {
    if (site !== baseline.assignment[pair]) changed.add(Math.floor(pair / baseline.grades.bandCount));
  });
  return areaOfUnits(unitOutlines(units), changed);
}

const outlines = new WeakMap<Municipality["units"], Outlines>();

/** Of all units of a case, made once. */
export function unitOutlines(units: Municipality["units"]): Outlines {
  const made = outlines.get(units) ?? outlinesOf(units);
  outlines.set(units, made);
  return made;
}
