import { catalogue, inBoth, LANGUAGES, saidIn } from "../domain/language.ts";
import { type Band, type BandSet, hasBand, NO_BANDS, parseGradeRange, type Grades } from "../domain/grades.ts";
import type { District, Municipality, Site, Units } from "../domain/municipality.ts";
import { assignedSite, districtOfSite, NO_SITE, type Plan } from "../domain/plan.ts";
import { cellsWithin } from "../geo/cells.ts";
import { planePoint } from "../geo/projection.ts";
import type { PlanFile } from "../protocol/plan-file.ts";
import type { Travel } from "./travel.ts";

const SAID = catalogue("travel.plans", {
  todayGuessed: { da: "I dag, gættet", en: "Today, guessed" },
});

/** What of a case the zones of a plan file are read against. */
interface ZonedCase {
  readonly grades: Grades;
  readonly sites: readonly Pick<Site, "id" | "teaches">[];
  readonly districts: readonly District[];
  readonly units: Pick<Units, "count" | "id" | "shape">;
}

type Organisation = Pick<Plan, "districts" | "teaching">;
type Zones = Extract<NonNullable<PlanFile["assignment"]>, { kind: "zones" }>["zones"];

/**
 * Plan files as plans, today's first: the file that case.json names as baseline, or, without one, the tables with everybody
 * at the nearest site that teaches the band. Import has checked every name in the files, and that "same-as" ends somewhere.
 */
export function resolvePlans(municipality: Municipality, travel: Travel, files: readonly PlanFile[]): readonly Plan[] {
  const byId = new Map(files.map((file) => [file.id, file]));
  const todaysFile = byId.get(municipality.info.baseline ?? "");
  const resolve = (file: PlanFile, today?: Plan): Plan => {
    let origin = file;
    while (origin.assignment?.kind === "same-as") origin = byId.get(origin.assignment.plan) ?? file;
    const assignment = assign(municipality, travel, origin, today);
    const plan: Plan = {
      id: file.id,
      title: file.title,
      grades: municipality.grades,
      ...organisationOf(municipality.grades, municipality, file),
      assignment,
    };
    // A plan for today that leaves out who goes where is one for its districts and grades alone.
    return today || origin.assignment ? plan : { ...plan, origin: "guessed" };
  };
  const today = todaysFile ? resolve(todaysFile) : planFromTables(municipality, travel, new Set(byId.keys()));
  return toldApart([today, ...files.filter((file) => file !== todaysFile).map((file) => resolve(file, today))]);
}

/** A plan file that says by itself who goes where, as a plan; `zones` are its assignment. */
export const planOfZones = (municipality: ZonedCase, file: PlanFile, zones: Zones): Plan => ({
  id: file.id,
  title: file.title,
  grades: municipality.grades,
  ...organisationOf(municipality.grades, municipality, file),
  assignment: fromZones(municipality, zones),
});

/** Plans of one title get their id behind it. */
function toldApart(plans: readonly Plan[]): readonly Plan[] {
  const told = new Map<string, number>();
  const keys = plans.map(({ title }) => LANGUAGES.map((language) => saidIn(title, language)));
  for (const key of new Set(keys.flat())) told.set(key, keys.filter((titles) => titles.includes(key)).length);
  return plans.map((plan, i) => {
    if (keys[i].every((title) => told.get(title) === 1)) return plan;
    const title = inBoth((language) => `${saidIn(plan.title, language)} (${plan.id})`);
    return { ...plan, title: typeof plan.title === "string" ? title.da : title };
  });
}

/** A guess, under an id that no plan file has. */
function planFromTables(municipality: Municipality, travel: Travel, taken: ReadonlySet<string>): Plan {
  const organisation = organisationOf(municipality.grades, municipality, {});
  let id = "today";
  while (taken.has(id)) id = `guessed-${id}`;
  const title = SAID.todayGuessed;
  return {
    id,
    title,
    grades: municipality.grades,
    origin: "guessed",
    ...organisation,
    assignment: nearest(municipality, travel, organisation, "municipality"),
  };
}

function assign(municipality: Municipality, travel: Travel, file: PlanFile, today?: Plan): Uint16Array {
  const rule = file.assignment;
  if (rule?.kind === "zones") return fromZones(municipality, rule.zones);
  if (!rule && today) return today.assignment;
  const organisation = organisationOf(municipality.grades, municipality, file);
  const within = rule?.kind === "nearest" ? rule.within : "municipality";
  return nearest(municipality, travel, organisation, within, today);
}

/** Districts and grades of a plan file; what it leaves out is as in the tables. */
function organisationOf(
  grades: Grades,
  municipality: Pick<ZonedCase, "sites" | "districts">,
  file: Pick<PlanFile, "districts" | "teaching">,
): Organisation {
  const siteNumber = new Map(municipality.sites.map(({ id }, number) => [id, number]));
  const districts: readonly District[] =
    file.districts?.map(({ id, name, sites }) => ({
      id,
      name,
      sites: sites.flatMap((site) => siteNumber.get(site) ?? []).toSorted((a, b) => a - b),
    })) ?? municipality.districts;
  const own = new Map(Object.entries(file.teaching ?? {}));
  const teaching: readonly BandSet[] = municipality.sites.map(({ id, teaches }) => {
    const stated = own.get(id);
    return stated === undefined
      ? teaches
      : stated.trim() === ""
        ? NO_BANDS
        : (parseGradeRange(grades, stated) ?? teaches);
  });
  return { districts, teaching };
}

function fromZones({ sites, units, grades }: ZonedCase, zones: Zones): Uint16Array {
  const assignment = new Uint16Array(units.count * grades.bandCount).fill(NO_SITE);
  const siteNumber = new Map(sites.map(({ id }, number) => [id, number]));
  const unitNumber = new Map(units.id.map((id, number) => [id, number]));
  for (const zone of zones) {
    const site = siteNumber.get(zone.site) ?? NO_SITE;
    const bands = grades.bands.filter(({ key }) => zone.bands.includes(key));
    for (const name of zone.units)
      for (const id of cellsWithin(name, units.shape)) {
        const unit = unitNumber.get(id);
        if (unit !== undefined) for (const { band } of bands) assignment[unit * grades.bandCount + band] = site;
      }
  }
  return assignment;
}

/**
 * Every (unit, band) at the nearest site that teaches the band, on foot or by bicycle. Within "today", each unit keeps to the
 * district (of this plan) that its lower-grade site of today belongs to, as far as that district teaches the band. Ties go
 * to the site that comes first in sites.csv. Pupils whom no road joins to such a site stay at their site of today, or go to the
 * nearest as the crow flies where that one does not teach them or nobody knows it.
 */
function nearest(
  municipality: Municipality,
  travel: Travel,
  organisation: Organisation,
  within: "today" | "municipality",
  today?: Plan,
): Uint16Array {
  const { units, sites } = municipality;
  const district = districtOfSite(organisation);
  const assignment = new Uint16Array(units.count * municipality.grades.bandCount).fill(NO_SITE);
  const nearestFor = (unit: number, band: Band, home: number | undefined): number => {
    let best = NO_SITE;
    let least = Infinity;
    for (let site = 0; site < sites.length; site++) {
      if (!hasBand(organisation.teaching[site], band) || (home !== undefined && district[site] !== home)) continue;
      const metres = travel.unitWalk[unit * travel.siteCount + site];
      if (metres < least) [best, least] = [site, metres];
    }
    if (best !== NO_SITE || !isLivedIn(municipality, unit)) return best;
    const kept = today ? assignedSite(today, unit, band) : NO_SITE;
    const isKept =
      kept !== NO_SITE && hasBand(organisation.teaching[kept], band) && (home === undefined || district[kept] === home);
    return isKept ? kept : nearestAsTheCrowFlies(unit, band, home);
  };
  // Whom no road reaches belongs to a school all the same.
  const nearestAsTheCrowFlies = (unit: number, band: Band, home: number | undefined): number => {
    const here = planePoint(municipality.roads.plane, { lon: units.lon[unit], lat: units.lat[unit] });
    let best = NO_SITE;
    let least = Infinity;
    sites.forEach((each, site) => {
      if (!hasBand(organisation.teaching[site], band) || (home !== undefined && district[site] !== home)) return;
      const there = planePoint(municipality.roads.plane, each);
      const metres = Math.hypot(there.x - here.x, there.y - here.y);
      if (metres < least) [best, least] = [site, metres];
    });
    return best;
  };
  for (let unit = 0; unit < units.count; unit++) {
    const homeSite = today && within === "today" ? assignedSite(today, unit, 0) : NO_SITE;
    const home = homeSite === NO_SITE || district[homeSite] === NO_SITE ? undefined : district[homeSite];
    for (const { band } of municipality.grades.bands) {
      const inside = home === undefined ? NO_SITE : nearestFor(unit, band, home);
      assignment[unit * municipality.grades.bandCount + band] =
        inside === NO_SITE ? nearestFor(unit, band, undefined) : inside;
    }
  }
  return assignment;
}

/**
 * A plan with some of its sites closed: whoever went to one goes to the nearest site of its district that teaches the band, else to the
 * nearest of all, as {@link resolvePlans} has it. A district that this leaves without an open site is gone.
 */
export function withSitesClosed(
  municipality: Municipality,
  travel: Travel,
  plan: Plan,
  closed: ReadonlySet<number>,
): Plan {
  const teaching = plan.teaching.map((bands, site) => (closed.has(site) ? NO_BANDS : bands));
  const elsewhere = nearest(municipality, travel, { districts: plan.districts, teaching }, "today", plan);
  const isLeft = ({ sites }: District): boolean =>
    !sites.some((site) => closed.has(site)) || sites.some((site) => teaching[site] !== NO_BANDS);
  return {
    ...plan,
    districts: plan.districts.filter(isLeft),
    teaching,
    assignment: plan.assignment.map((site, pair) => (closed.has(site) ? elsewhere[pair] : site)),
  };
}

const isLivedIn = ({ demand: { firstPoint, pupils }, grades }: Municipality, unit: number): boolean =>
  pupils.subarray(firstPoint[unit] * grades.count, firstPoint[unit + 1] * grades.count).some((count) => count > 0);
