import { area, featureCollection, intersect, multiPolygon, union } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import type { Site } from "../../../src/domain/municipality.ts";
import type { Travel } from "../../../src/travel/travel.ts";
import { liesOn } from "./land.ts";
import type { SiteRoads } from "./tables.ts";

/** How far the schematic roads are from the real ones, as shares of the real distance. */
export interface RoadError {
  readonly pairs: number;
  readonly median: number;
  readonly worst: number;
  /** Ids of the two sites of the worst pair. */
  readonly worstPair: readonly [string, string];
}

/** Site to site by car, the shortest way, against the table of real distances. */
export function roadError(sites: readonly Site[], { siteCar }: Travel, real: SiteRoads): RoadError {
  const number = new Map(sites.map(({ id }, site) => [id, site]));
  const rows = real.sites.map((id) => {
    const site = number.get(id);
    if (site === undefined) throw new Error(`site-road-km.csv names the site "${id}", which the case lacks.`);
    return site;
  });
  const errors = real.km.flatMap((row, i) =>
    row.slice(0, i).map((km, j) => ({
      share: Math.abs(siteCar[rows[i] * sites.length + rows[j]] / 1000 - km) / km,
      pair: [real.sites[i], real.sites[j]] as const,
    })),
  );
  const sorted = errors.toSorted((a, b) => a.share - b.share);
  const middle = (sorted.length - 1) / 2;
  const worst = sorted[sorted.length - 1];
  return {
    pairs: sorted.length,
    median: (sorted[Math.floor(middle)].share + sorted[Math.ceil(middle)].share) / 2,
    worst: worst.share,
    worstPair: worst.pair,
  };
}

/** Area in common by area together of the outline and the real municipality. */
export function overlap(outline: readonly Feature<Polygon>[], real: Feature<Polygon | MultiPolygon>): number {
  const drawn = multiPolygon(outline.map(({ geometry }) => geometry.coordinates));
  const both = featureCollection<Polygon | MultiPolygon>([drawn, real]);
  const [common, together] = [intersect(both), union(both)];
  return common && together ? area(common) / area(together) : 0;
}

/** Names of the sites that do not lie on land. */
export const sitesInWater = (sites: readonly Site[], land: readonly Feature<Polygon>[]): readonly string[] =>
  sites.filter(({ lon, lat }) => !liesOn([lon, lat], land)).map(({ name }) => name);
