import type { Band } from "../domain/grades.ts";
import type { Plan } from "../domain/plan.ts";
import { unitFinder } from "../geo/unit-at.ts";
import type { Ground } from "./basis.ts";
import { type CutOff, type Region, regionKey, regionsApart } from "./cut-off.ts";

/** A zone or a district with parts of its own in some bands. */
export interface Apart {
  readonly kind: Region["kind"];
  /** One of a zone, all of a district. */
  readonly sites: readonly number[];
  readonly bands: readonly Band[];
  /** Where to look: a unit in the middle of the largest part without a school of the region, and a band in which it lies apart. */
  readonly seen: { readonly unit: number; readonly band: Band };
}

/** What does not hang together in a plan: zones by site, then the districts whose zones do. */
export function apartIn(ground: Ground, plan: Plan): readonly Apart[] {
  const byRegion = new Map<string, CutOff[]>();
  for (const found of regionsApart(ground, plan)) {
    const key = regionKey(found.region);
    byRegion.set(key, [...(byRegion.get(key) ?? []), found]);
  }
  if (byRegion.size === 0) return [];
  const unitAt = unitFinder(ground.municipality.units);
  return [...byRegion.values()].map((found) => {
    const { kind, sites } = found[0].region;
    const schools = new Set(sites.map((site) => unitAt(ground.municipality.sites[site])));
    const largest = found
      .map(({ region: { band }, part, rest }) => ({ band, part: withoutSchool(part, rest, schools) }))
      .reduce((most, each) => (each.part.length > most.part.length ? each : most));
    return {
      kind,
      sites,
      bands: [...new Set(found.map(({ region }) => region.band))],
      seen: { unit: middleOf(ground, largest.part), band: largest.band },
    };
  });
}

/** Whoever is cut off from the school is seen where they live, though they may have more land than those around the school. */
function withoutSchool(
  part: readonly number[],
  rest: readonly number[],
  schools: ReadonlySet<number | undefined>,
): readonly number[] {
  const has = (units: readonly number[]): boolean => units.some((unit) => schools.has(unit));
  return has(part) && !has(rest) ? rest : part;
}

/** The unit nearest to the mean of all. */
function middleOf({ municipality: { units } }: Ground, part: readonly number[]): number {
  const mean = (of: Float64Array): number => part.reduce((sum, unit) => sum + of[unit], 0) / part.length;
  const [lon, lat] = [mean(units.lon), mean(units.lat)];
  const narrow = Math.cos((lat * Math.PI) / 180);
  const off = (unit: number): number => Math.hypot((units.lon[unit] - lon) * narrow, units.lat[unit] - lat);
  return part.reduce((nearest, unit) => (off(unit) < off(nearest) ? unit : nearest));
}
