import { type BandSet, hasBand } from "../domain/grades.ts";
import { districtOfSite, NO_SITE, type Plan } from "../domain/plan.ts";
import type { Ground } from "./basis.ts";
import { type CohortIndex, indexCohorts } from "./cohorts.ts";

/** What follows from a plan and is asked for many times: derived once, never stored with the plan. */
export interface PlanView {
  readonly plan: Plan;
  /** District of each site, `[site]`; NO_SITE for a site in none. */
  readonly districtOfSite: Uint16Array;
  /** The (unit, band) pairs of site `s`, as `unit * BAND_COUNT + band`: `pairs[firstPair[s] … firstPair[s + 1])`. */
  readonly firstPair: Uint32Array;
  readonly pairs: Uint32Array;
  /** Metres to the nearest site that teaches the band, `[point * BAND_COUNT + band]`. */
  readonly nearestMetres: Float32Array;
  readonly cohorts: CohortIndex;
}

interface ViewOptions {
  /** From another plan whose sites teach the same. */
  readonly nearestMetres?: Float32Array;
  /** Only these (unit, band) pairs: those of one district, where nothing else is asked for. */
  readonly among?: Uint32Array;
}

export function viewPlan(ground: Ground, plan: Plan, options: ViewOptions = {}): PlanView {
  const { nearestMetres = metresToNearest(ground, plan.teaching), among = allPairs(ground) } = options;
  const sites = plan.teaching.length;
  const firstPair = new Uint32Array(sites + 1);
  const { assignment } = plan;
  for (let i = 0; i < among.length; i++) {
    const site = assignment[among[i]];
    if (site !== NO_SITE) firstPair[site + 1]++;
  }
  for (let site = 0; site < sites; site++) firstPair[site + 1] += firstPair[site];
  const fill = firstPair.slice();
  const pairs = new Uint32Array(firstPair[sites]);
  for (let i = 0; i < among.length; i++) {
    const site = assignment[among[i]];
    if (site !== NO_SITE) pairs[fill[site]++] = among[i];
  }
  const cohorts = indexCohorts(ground, firstPair, pairs);
  return { plan, districtOfSite: districtOfSite(plan), firstPair, pairs, nearestMetres, cohorts };
}

const pairsOf = new WeakMap<Uint32Array, Uint32Array>();

/** Every (unit, band) pair by number, kept for the ground. */
function allPairs({ unitBand }: Ground): Uint32Array {
  const known = pairsOf.get(unitBand) ?? new Uint32Array(unitBand.length).map((_, pair) => pair);
  pairsOf.set(unitBand, known);
  return known;
}

/** The last table of each set of distances, since most plans that are measured in a row open the same sites. */
const last = new WeakMap<Float32Array, { readonly teaching: string; readonly nearest: Float32Array }>();

/** Depends on the plan through what its sites teach alone, so plans that open the same sites share it. */
function metresToNearest(ground: Ground, teaching: readonly BandSet[]): Float32Array {
  const { walk } = ground.travel;
  const key = teaching.join();
  const known = last.get(walk);
  if (known?.teaching === key) return known.nearest;
  const nearest = findNearest(ground, teaching);
  last.set(walk, { teaching: key, nearest });
  return nearest;
}

function findNearest({ municipality, travel }: Ground, teaching: readonly BandSet[]): Float32Array {
  const { pointCount } = municipality.demand;
  const nearest = new Float32Array(pointCount * municipality.grades.bandCount).fill(Infinity);
  for (const { band } of municipality.grades.bands)
    teaching.forEach((taught, site) => {
      if (!hasBand(taught, band)) return;
      for (let point = 0; point < pointCount; point++) {
        const at = point * municipality.grades.bandCount + band;
        nearest[at] = Math.min(nearest[at], travel.walk[point * travel.siteCount + site]);
      }
    });
  return nearest;
}
