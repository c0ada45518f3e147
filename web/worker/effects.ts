import { union } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import { cellsToMultiPolygon } from "h3-js";
import {
  BAND_COUNT,
  BANDS,
  type Basis,
  closingNeeds,
  type Evaluation,
  type Municipality,
  pupilsInBand,
  type SiteTally,
  sum,
  statusLines,
  unitGeometry,
} from "../../src/index.ts";
import { CLASS_SIZE_LIMITS, type PlanEffects, WAY_LIMITS } from "./messages.ts";

/** An evaluation as the page shows it. */
export function effectsOf(basis: Basis, { plan, completeness, totals, values, districts }: Evaluation): PlanEffects {
  const changed = changedArea(basis, plan.assignment);
  const tallies = new Map(districts.flatMap(({ sites }) => sites.map((tally) => [tally.site, tally])));
  return {
    values,
    unfinished: statusLines(basis, completeness),
    ...(totals.money && { money: totals.money }),
    closing: closingNeeds(basis, plan),
    ways: countWays(totals.ways.flat(), sum(totals.noRoute)),
    classSizes: countClassSizes([...tallies.values()]),
    districts: districts.map(({ district, pupils, siteDistances, extraPieces }) => ({
      name: district.name,
      sites: district.sites,
      pupils: sum(pupils),
      ...(siteDistances.apart === 0 && { farthest: siteDistances.worst }),
      detached: extraPieces,
    })),
    sites: basis.municipality.sites.map((_, site) => siteEffects(site, tallies.get(site))),
    feeders: districts.flatMap(({ feeders, district }) =>
      feeders.links.map(({ from, to }) => ({ from, to, kept: district.sites.includes(to) })),
    ),
    ...(changed && { changed }),
  };
}

const siteEffects = (site: number, tally: SiteTally | undefined) => ({
  site,
  pupils: BANDS.map(({ band }) => (tally ? pupilsInBand(tally.byGrade, band) : 0)),
  overflow: BANDS.map(({ band }) => tally?.overflow[band] ?? 0),
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

function changedArea({ municipality, baseline }: Basis, assignment: Uint16Array): MultiPolygon | undefined {
  const units: number[] = [];
  for (let unit = 0; unit < municipality.units.count; unit++)
    for (let pair = unit * BAND_COUNT; pair < (unit + 1) * BAND_COUNT; pair++)
      if (assignment[pair] !== baseline.assignment[pair]) {
        units.push(unit);
        break;
      }
  return units.length === 0 ? undefined : areaOf(municipality.units, units);
}

function areaOf(all: Municipality["units"], units: readonly number[]): MultiPolygon | undefined {
  if (all.shape.kind === "h3")
    return {
      type: "MultiPolygon",
      coordinates: cellsToMultiPolygon(
        units.map((unit) => all.id[unit]),
        true,
      ),
    };
  const features = units.flatMap((unit): Feature<Polygon | MultiPolygon>[] => {
    const geometry = unitGeometry(all, unit);
    return geometry.type === "Polygon" || geometry.type === "MultiPolygon"
      ? [{ type: "Feature", properties: {}, geometry }]
      : [];
  });
  const geometry = (features.length > 1 ? union({ type: "FeatureCollection", features }) : features[0])?.geometry;
  if (!geometry) return undefined;
  return geometry.type === "MultiPolygon" ? geometry : { type: "MultiPolygon", coordinates: [geometry.coordinates] };
}
