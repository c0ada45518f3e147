import { type BandSet, gradesInWords, hasBand, NO_BANDS, parseGradeRange, type Grades } from "../domain/grades.ts";
import { type PlanFile, planFileSchema } from "../protocol/plan-file.ts";
import { fitSchema, type JsonPath, type JsonText } from "./json-text.ts";
import type { Report } from "./report.ts";

/** What a plan may name. */
export interface PlanNames {
  /** Grades taught today by site id; a site whose grades could not be read is here with `undefined`. */
  readonly sites: ReadonlyMap<string, BandSet | undefined>;
  /** The units that an id stands for, itself or all cells in it; none where there is no such unit. */
  readonly unitsNamed: (id: string) => readonly string[];
}

const PLAN_PATH = /^plans\/([^/]+)\.json$/;
/** Id a plan file must have by its name; `undefined` for a file that is no plan. */
export const planIdOf = (path: string): string | undefined => PLAN_PATH.exec(path)?.[1];

interface PlanReading {
  readonly json: JsonText;
  readonly plan: PlanFile;
}

/** Reads one plan file as its schema has it; names are checked by {@link checkPlan}. */
export function readPlan(json: JsonText, report: Report): PlanReading | undefined {
  const plan = fitSchema(json, planFileSchema, report);
  if (!plan) return undefined;
  const name = planIdOf(json.file) ?? "";
  if (plan.id !== name) report("plan.id", json.at(["id"]), { found: plan.id, name });
  return { json, plan };
}

/** Every name in the plan must exist, and nothing be given twice. */
export function checkPlan(grades: Grades, reading: PlanReading, names: PlanNames, report: Report): void {
  checkDistricts(reading, names, report);
  const teaching = checkTeaching(grades, reading, names, report);
  if (reading.plan.assignment?.kind === "zones") checkZones(grades, reading, names, teaching, report);
}

function checkSite(site: string, path: JsonPath, { json }: PlanReading, names: PlanNames, report: Report): void {
  if (!names.sites.has(site)) report("plan.site-unknown", json.at(path), { site });
}

function checkDistricts(reading: PlanReading, names: PlanNames, report: Report): void {
  const { json, plan } = reading;
  const districts = new Set<string>();
  const districtOf = new Map<string, string>();
  plan.districts?.forEach(({ id, sites }, i) => {
    if (districts.has(id)) report("plan.district-twice", json.at(["districts", i, "id"]), { district: id });
    districts.add(id);
    sites.forEach((site, j) => {
      const path = ["districts", i, "sites", j];
      checkSite(site, path, reading, names, report);
      const other = districtOf.get(site);
      if (other !== undefined) report("plan.site-twice", json.at(path), { site, district: other });
      districtOf.set(site, id);
    });
  });
}

/** Grades by site id in the plan; a site is left out where they could not be read. */
function checkTeaching(
  grades: Grades,
  reading: PlanReading,
  names: PlanNames,
  report: Report,
): ReadonlyMap<string, BandSet> {
  const { json, plan } = reading;
  const teaching = new Map<string, BandSet>();
  for (const [site, bands] of names.sites) if (bands !== undefined) teaching.set(site, bands);
  for (const [site, range] of Object.entries(plan.teaching ?? {})) {
    checkSite(site, ["teaching", site], reading, names, report);
    const bands = range.trim() === "" ? NO_BANDS : parseGradeRange(grades, range);
    if (bands === undefined) {
      report("sites.grades", json.at(["teaching", site]), { found: range });
      teaching.delete(site);
    } else teaching.set(site, bands);
  }
  return teaching;
}

function checkZones(
  grades: Grades,
  reading: PlanReading,
  names: PlanNames,
  teaching: ReadonlyMap<string, BandSet>,
  report: Report,
): void {
  const { json, plan } = reading;
  const zones = plan.assignment?.kind === "zones" ? plan.assignment.zones : [];
  const siteOf = new Map<string, string>();
  zones.forEach(({ site, bands, units }, i) => {
    checkSite(site, ["assignment", "zones", i, "site"], reading, names, report);
    const taught = teaching.get(site);
    bands.forEach((key, j) => {
      const band = grades.bands.find((each) => each.key === key)?.band ?? 0;
      if (taught !== undefined && !hasBand(taught, band))
        report("plan.not-taught", json.at(["assignment", "zones", i, "bands", j]), {
          site,
          grades: gradesInWords(key),
        });
    });
    units.forEach((unit, j) => {
      const spot = (): ReturnType<JsonText["at"]> => json.at(["assignment", "zones", i, "units", j]);
      const cells = names.unitsNamed(unit);
      if (cells.length === 0) report("plan.unit-unknown", spot(), { unit });
      for (const band of new Set(bands)) {
        const taken = cells.find((cell) => siteOf.has(`${band} ${cell}`));
        if (taken !== undefined)
          report("plan.unit-twice", spot(), {
            unit,
            grades: gradesInWords(band),
            site: siteOf.get(`${band} ${taken}`) ?? "",
          });
        for (const cell of cells) siteOf.set(`${band} ${cell}`, site);
      }
    });
  });
}

/** Plans that take over another's assignment must end at one that has its own. */
export function checkReferences(readings: readonly PlanReading[], report: Report): void {
  const byId = new Map(readings.map((reading) => [reading.plan.id, reading]));
  for (const reading of readings) {
    const visited: string[] = [];
    let at: PlanReading | undefined = reading;
    while (at?.plan.assignment?.kind === "same-as") {
      const { plan, json }: PlanReading = at;
      const spot = json.at(["assignment", "plan"]);
      if (visited.includes(plan.id)) {
        if (plan.id === reading.plan.id)
          report("plan.same-as-circle", spot, { plans: [...visited, plan.id].join(" → ") });
        break;
      }
      visited.push(plan.id);
      const next: PlanReading | undefined = byId.get(at.plan.assignment.plan);
      if (!next && at === reading) report("plan.same-as-unknown", spot, { plan: at.plan.assignment.plan });
      at = next;
    }
  }
}
