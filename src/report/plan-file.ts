import { type BandKey, formatBands, type Grades } from "../domain/grades.ts";
import type { Site, Units } from "../domain/municipality.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";
import { compactUnits } from "../geo/cells.ts";
import type { WrittenPlan, Zone } from "../protocol/plan-file.ts";

/** What of a case a plan's file names. */
interface NamedPlaces {
  readonly grades: Grades;
  readonly sites: readonly Pick<Site, "id" | "teaches">[];
  readonly units: Pick<Units, "id" | "shape">;
}

/** A plan as a file that import reads back to the same plan. `source` says where it comes from, where that is known. */
export function planFile(places: NamedPlaces, plan: Plan, source?: string): WrittenPlan {
  const { sites } = places;
  return {
    format: "skoledistrikt-plan",
    version: 1,
    id: plan.id,
    title: plan.title,
    ...(source !== undefined && { source }),
    districts: plan.districts.map(({ id, name, sites: own }) => ({
      id,
      name,
      sites: own.map((site) => sites[site].id),
    })),
    teaching: Object.fromEntries(
      sites.flatMap(({ id, teaches }, site) =>
        plan.teaching[site] === teaches ? [] : [[id, formatBands(places.grades, plan.teaching[site])]],
      ),
    ),
    assignment: {
      kind: "zones",
      zones: zonesOf(places, plan.assignment.entries()),
    },
  };
}

/** (unit, band) pairs `unit * BAND_COUNT + band`, ascending, with the number of each one's site, as zones by site; those of no site are left out. */
export function zonesOf({ sites, units, grades }: NamedPlaces, assigned: Iterable<readonly [number, number]>): Zone[] {
  const pairs = sites.map((): number[] => []);
  for (const [pair, site] of assigned) if (site !== NO_SITE) pairs[site].push(pair);
  return sites.flatMap(({ id }, site) =>
    unitsInBands(grades, pairs[site]).map(({ bands, members }) => ({
      site: id,
      bands,
      units: compactUnits(
        members.map((unit) => units.id[unit]),
        units.shape,
      ),
    })),
  );
}

/** Units, by number, in some bands. */
interface UnitsInBands {
  readonly bands: BandKey[];
  readonly members: number[];
}

/** (unit, band) pairs `unit * BAND_COUNT + band`, ascending, as units; bands with the same units together. */
export function unitsInBands(grades: Grades, pairs: Iterable<number>): readonly UnitsInBands[] {
  const members = grades.bands.map((): number[] => []);
  for (const pair of pairs) members[pair % grades.bandCount].push(Math.floor(pair / grades.bandCount));
  const groups = new Map<string, UnitsInBands>();
  for (const { band, key } of grades.bands) {
    if (members[band].length === 0) continue;
    const name = members[band].join();
    const group = groups.get(name);
    if (group) group.bands.push(key);
    else groups.set(name, { bands: [key], members: members[band] });
  }
  return [...groups.values()];
}
