import type { Municipality } from "../../src/domain/municipality.ts";
import type { AssignmentRule } from "../../src/domain/question.ts";
import type { Basis } from "../../src/evaluate/basis.ts";

/** Whether the units where nobody lives can be given to sites so that all pupils of each site are joined. */
export function canBeDrawn(
  { municipality, baseline, unitBand }: Basis,
  assignment: Uint16Array,
  band: number,
  rules: readonly AssignmentRule[],
): boolean {
  const units = Array.from({ length: municipality.units.count }, (_, unit) => unit);
  let maps: number[][] = [[]];
  for (const unit of units) {
    const pair = unit * municipality.grades.bandCount + band;
    const lock = rules.find((rule) => rule.kind === "lock" && rule.unit === unit && rule.band === band);
    const fixed = unitBand[pair] > 0 ? assignment[pair] : lock?.kind === "lock" ? lock.site : undefined;
    const sites = fixed === undefined ? [...baseline.teaching.keys()] : [fixed];
    maps = maps.flatMap((map) => sites.map((site) => [...map, site]));
  }
  return maps.some((map) =>
    baseline.teaching.every((_, site) => {
      const zone = units.filter((unit) => map[unit] === site);
      const settled = zone.filter((unit) => unitBand[unit * municipality.grades.bandCount + band] > 0);
      if (settled.length < 2) return true;
      const reached = flood(municipality, settled[0], new Set(zone));
      return settled.every((unit) => reached.has(unit));
    }),
  );
}

function flood({ units }: Municipality, from: number, zone: ReadonlySet<number>): ReadonlySet<number> {
  const { start, target } = units.adjacency;
  const reached = new Set([from]);
  for (const unit of reached)
    for (const next of target.subarray(start[unit], start[unit + 1])) if (zone.has(next)) reached.add(next);
  return reached;
}
