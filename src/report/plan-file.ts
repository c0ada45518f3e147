import { BAND_COUNT, BANDS, formatBands } from "../domain/grades.ts";
import type { Municipality } from "../domain/municipality.ts";
import { NO_SITE, type Plan } from "../domain/plan.ts";
import { compactUnits } from "../geo/cells.ts";
import type { PlanFile } from "../protocol/plan-file.ts";

/** A plan as a file that import reads back to the same plan. `source` says where it comes from. */
export function planFile({ sites, units }: Municipality, plan: Plan, source: string): PlanFile {
  return {
    format: "skoledistrikt-plan",
    version: 1,
    id: plan.id,
    title: plan.title,
    source,
    districts: plan.districts.map(({ id, name, sites: own }) => ({
      id,
      name,
      sites: own.map((site) => sites[site].id),
    })),
    teaching: Object.fromEntries(
      sites.flatMap(({ id, teaches }, site) =>
        plan.teaching[site] === teaches ? [] : [[id, formatBands(plan.teaching[site])]],
      ),
    ),
    assignment: {
      kind: "zones",
      zones: sites.flatMap(({ id }, site) =>
        zonesOf(plan, site).map(({ bands, members }) => ({
          site: id,
          bands,
          units: compactUnits(
            members.map((unit) => units.id[unit]),
            units.shape,
          ),
        })),
      ),
    },
  };
}

type BandKey = (typeof BANDS)[number]["key"];

/** The units of one site, bands with the same units together. */
function zonesOf(plan: Plan, site: number): { bands: BandKey[]; members: number[] }[] {
  const zones = new Map<string, { bands: BandKey[]; members: number[] }>();
  for (const { band, key } of BANDS) {
    const members: number[] = [];
    for (let pair = band; pair < plan.assignment.length; pair += BAND_COUNT)
      if (plan.assignment[pair] === site && site !== NO_SITE) members.push(Math.floor(pair / BAND_COUNT));
    if (members.length === 0) continue;
    const zone = zones.get(members.join());
    if (zone) zone.bands.push(key);
    else zones.set(members.join(), { bands: [key], members });
  }
  return [...zones.values()];
}
