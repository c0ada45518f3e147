import { hasBand } from "../../domain/grades.ts";
import { catalogue, filled, type Text } from "../../domain/language.ts";
import type { District } from "../../domain/municipality.ts";
import { districtOfSite, NO_SITE, type Plan } from "../../domain/plan.ts";
import type { RedrawQuestion, RedrawRule } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { reachOf } from "../../evaluate/reach.ts";
import type { MeasuredDistrict } from "../../evaluate/redrawn.ts";
import { unitFinder } from "../../geo/unit-at.ts";
import { sum } from "../../kernels/sum.ts";
import { goodUnits } from "../units/assign-units.ts";
import { heldSites } from "./bonds.ts";

const SAID = catalogue("solve.districting.plan", {
  one: { da: "1 nyt distrikt", en: "1 new district" },
  several: { da: "{districts} nye distrikter", en: "{districts} new districts" },
});

/** A district as it was measured, with its name and all sites that belong to it. */
type NamedArea = MeasuredDistrict & { readonly district: District };

interface NamedPlan {
  readonly areas: readonly NamedArea[];
  readonly plan: Plan;
}

/** Drawn districts with their names, and the plan in which everybody goes to a site of the new district. */
export function redrawPlan(basis: Basis, question: RedrawQuestion, drawn: readonly MeasuredDistrict[]): NamedPlan {
  const held = heldSites(basis, question.rules);
  const areas = named(basis, held, drawn);
  return { areas, plan: planOf(basis, question, held, areas) };
}

const titleOf = (districts: number): Text => (districts === 1 ? SAID.one : filled(SAID.several, { districts }));

/** One that holds a site which stays in its district is that district still; the others are named, each by a name of its own. */
function named(basis: Basis, held: readonly number[], areas: readonly MeasuredDistrict[]): readonly NamedArea[] {
  const { municipality, baseline } = basis;
  const unitAt = unitFinder(municipality.units);
  const districtNow = districtOfSite(baseline);
  const within = areas.map(({ units }) => {
    const inside = new Set(units);
    return held.filter((site) => inside.has(unitAt(municipality.sites[site]) ?? -1));
  });
  const kept = within.map(([site]) => (site === undefined ? undefined : baseline.districts.at(districtNow[site])));
  const ids = new Set(kept.map((district) => district?.id));
  const names = new Set(kept.map((district) => district?.name));
  return areas.map((area, at): NamedArea => {
    const sites = [...new Set([...area.sites, ...within[at]])].toSorted((a, b) => a - b);
    const { id = freeId(ids, at), name = nameOf(basis, area, at, names) } = kept[at] ?? {};
    ids.add(id);
    names.add(name);
    return { ...area, district: { id, name, sites } };
  });
}

function freeId(taken: ReadonlySet<string | undefined>, at: number): string {
  let id = `d${at + 1}`;
  while (taken.has(id)) id = `${id}n`;
  return id;
}

/** By its seat, else by the site nearest to its middle whose name is free; one without by its number from west to east. */
function nameOf(
  { municipality, travel }: Basis,
  { seat, sites, middle }: MeasuredDistrict,
  at: number,
  taken: ReadonlySet<string | undefined>,
): string {
  const way = (site: number): number => travel.unitWalk[middle * travel.siteCount + site];
  const near = sites.toSorted((a, b) => way(a) - way(b) || a - b);
  const names = [...(seat === undefined ? [] : [seat]), ...near].map((site) => municipality.sites[site].name);
  return names.find((name) => !taken.has(name)) ?? `D${at + 1}`;
}

/** Whether a unit keeps its site of today because no road brings it to one of the sites (see {@link reachOf}). */
function stays(basis: Basis, pair: number, sites: readonly number[]): boolean {
  const { baseline, unitBand } = basis;
  const today = baseline.assignment[pair];
  return (
    unitBand[pair] > 0 &&
    today !== NO_SITE &&
    hasBand(baseline.teaching[today], baseline.grades.bands[pair % baseline.grades.bandCount].band) &&
    reachOf(basis, pair, sites).status === "stays"
  );
}

/** Beyond the places of a district's sites nobody is sent where that can be helped: no way is as long. */
const OVERFLOW_METRES = 1e9;

/**
 * Shares out each district's pupils between its sites by their places, with as short a way in all as is found; those who are held,
 * locked or without a road stay where they are, and take up places.
 */
function shareOut(
  basis: Basis,
  rules: readonly RedrawRule[],
  held: readonly number[],
  areas: readonly NamedArea[],
  assignment: Uint16Array,
): void {
  const { baseline, municipality, travel, unitBand } = basis;
  const locked = new Set(
    rules.flatMap((rule) => (rule.kind === "lock" ? [rule.unit * municipality.grades.bandCount + rule.band] : [])),
  );
  for (const { units, sites } of areas)
    for (const { band } of municipality.grades.bands) {
      const open = sites.filter((site) => hasBand(baseline.teaching[site], band) && !held.includes(site));
      const pairs = units
        .map((unit) => unit * municipality.grades.bandCount + band)
        .filter((pair) => unitBand[pair] > 0);
      const isFree = (pair: number): boolean =>
        open.includes(assignment[pair]) && !locked.has(pair) && !stays(basis, pair, open);
      const free = pairs.filter(isFree);
      const stay = pairs.filter((pair) => !isFree(pair));
      const chosen = goodUnits({
        units: free.length,
        sites: open.length,
        cost: Float64Array.from(free.flatMap((pair) => open.map((site) => wayOf(pair, site)))),
        demand: Float64Array.from(free, (pair) => unitBand[pair]),
        capacity: Float64Array.from(open, (site) => {
          const taken = stay.filter((pair) => assignment[pair] === site);
          return (municipality.sites[site].capacity[band] ?? Infinity) - sum(taken.map((pair) => unitBand[pair]));
        }),
        overflowPrice: OVERFLOW_METRES,
      });
      free.forEach((pair, row) => (assignment[pair] = open[chosen?.[row] ?? 0]));
    }
  /** Pupil-metres one way. */
  function wayOf(pair: number, site: number): number {
    return unitBand[pair] * travel.unitWalk[Math.floor(pair / municipality.grades.bandCount) * travel.siteCount + site];
  }
}

/**
 * Everybody goes to the nearest site of the new district that teaches the band; where it has none, to the nearest of all. Who is locked
 * goes where that says, and who goes to a held site stays there; nobody else comes to one.
 */
function planOf(
  basis: Basis,
  { rules = [] }: RedrawQuestion,
  held: readonly number[],
  areas: readonly NamedArea[],
): Plan {
  const { baseline, travel, unitBand } = basis;
  const { teaching } = baseline;
  const open = [...teaching.keys()].filter((site) => teaching[site] !== 0 && !held.includes(site));
  const assignment = baseline.assignment.slice();
  for (const { units, sites } of areas)
    for (const { band } of baseline.grades.bands) {
      const teaches = (site: number): boolean => hasBand(teaching[site], band) && !held.includes(site);
      const own = sites.filter(teaches);
      const able = own.length > 0 ? own : open.filter(teaches);
      if (able.length === 0) continue;
      for (const unit of units) {
        const pair = unit * baseline.grades.bandCount + band;
        const isHeld = unitBand[pair] > 0 && held.includes(assignment[pair]);
        if (isHeld || stays(basis, pair, able)) continue;
        const way = (site: number): number => travel.unitWalk[unit * travel.siteCount + site];
        assignment[pair] = able.reduce((best, site) => (way(site) < way(best) ? site : best));
      }
    }
  if (rules.some(({ kind }) => kind === "capacity")) shareOut(basis, rules, held, areas, assignment);
  for (const rule of rules)
    if (rule.kind === "lock") assignment[rule.unit * baseline.grades.bandCount + rule.band] = rule.site;
  const districts = areas.flatMap(({ district }) => (district.sites.length > 0 ? [district] : []));
  return { id: "redraw", title: titleOf(areas.length), districts, grades: baseline.grades, teaching, assignment };
}
