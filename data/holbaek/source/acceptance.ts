import { area, featureCollection, intersect, multiPolygon, union } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import type { BuiltCase } from "./case.ts";
import { liesOn } from "./land.ts";
import type { LonLat, School, SiteRoads, Tables } from "./tables.ts";

/** How far the schematic roads are from the real ones, as shares of the real distance. */
export interface RoadError {
  readonly pairs: number;
  readonly median: number;
  readonly worst: number;
  /** The two sites of the worst pair. */
  readonly worstPair: readonly [string, string];
}

/** Site to site by car, the shortest way, against the table of real distances. */
export function roadError({ roads }: BuiltCase, { schools, siteRoads }: Tables): RoadError {
  const at = siteRoads.sites.map((id) => position(schools, id));
  const metres = roads.drive(at, at);
  const errors = pairs(siteRoads).map(({ row, column, km }) => ({
    share: Math.abs(metres[row][column] / 1000 - km) / km,
    pair: [siteRoads.sites[row], siteRoads.sites[column]] as const,
  }));
  const sorted = errors.toSorted((a, b) => a.share - b.share);
  const middle = sorted.length / 2;
  const worst = sorted[sorted.length - 1];
  return {
    pairs: sorted.length,
    median: (sorted[Math.floor(middle - 0.5)].share + sorted[Math.floor(middle)].share) / 2,
    worst: worst.share,
    worstPair: worst.pair,
  };
}

function pairs({ km }: SiteRoads): readonly { row: number; column: number; km: number }[] {
  return km.flatMap((cells, row) => cells.slice(0, row).map((real, column) => ({ row, column, km: real })));
}

function position(schools: readonly School[], id: string): LonLat {
  const school = schools.find((candidate) => candidate.id === id);
  if (!school) throw new Error(`site-road-km.csv names the site "${id}", which schools.csv lacks.`);
  return [school.lon, school.lat];
}

/** Area in common by area together of the outline and the real municipality. */
export function overlap(outline: readonly Feature<Polygon>[], real: Feature<Polygon | MultiPolygon>): number {
  const drawn = multiPolygon(outline.map(({ geometry }) => geometry.coordinates));
  const both = featureCollection<Polygon | MultiPolygon>([drawn, real]);
  const [common, together] = [intersect(both), union(both)];
  return common && together ? area(common) / area(together) : 0;
}

/** Names of the sites that do not lie on land. */
export const sitesInWater = ({ land }: BuiltCase, { schools }: Tables): readonly string[] =>
  schools.filter(({ lon, lat }) => !liesOn([lon, lat], land)).map(({ name }) => name);
