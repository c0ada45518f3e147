import {
  type Basis,
  completenessOf,
  type Evaluation,
  fillText,
  headline,
  type Issue,
  type IssueText,
  inBoth,
  messageText,
  type Municipality,
  type OpenCase,
  type Plan,
  placesOf,
  pupilsNotice,
  schoolYearText,
  stepsIn,
  OPENING_ISSUES,
  stretchOf,
  timetableText,
  toldWays,
  moneyOf,
} from "../../src/index.ts";
import { effectsOf, unitOutlines } from "./effects.ts";
import { blocksBetween } from "./map-roads.ts";
import type { CaseView, Problem, UnitTable } from "./messages.ts";

const TEXTS: Readonly<Record<string, IssueText>> = OPENING_ISSUES;

/** A problem with its texts filled in, in both languages, so that the page needs no table of texts. */
export function problemOf(issue: Issue): Problem {
  const { code, severity, file, line, column, values } = issue;
  return {
    severity,
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    times: placesOf(issue),
    message: inBoth((language) => messageText(issue, TEXTS, language)),
    action: inBoth((language) => fillText(TEXTS[code].action, language, values)),
  };
}

const canBeTried = ({ info, forecast }: Municipality): boolean =>
  (info.promises?.length ?? 0) > 0 ||
  (forecast?.counts.some(({ schoolYear }) => schoolYear > info.schoolYear) ?? false);

/** All that the page shows of an opened case. */
export function caseViewOf(opened: OpenCase, today: Evaluation, issues: readonly Issue[]): CaseView {
  const { basis, plans, dataHash } = opened;
  const { municipality, baseline } = basis;
  const { info, sites, units } = municipality;
  const effects = effectsOf(basis, today);
  const timetable = timetableText(municipality);
  const notice = pupilsNotice(info);
  const pupilsOf = (site: number): number => effects.sites[site].pupils.reduce((sum, count) => sum + count, 0);
  return {
    name: info.name,
    schoolYear: schoolYearText(info.schoolYear),
    grades: municipality.grades,
    currency: moneyOf(info),
    ...(notice && { notice }),
    steps: stepsIn(basis),
    ...(info.rightsError && { rightsError: info.rightsError }),
    ...(info.bordersNotice !== undefined && { borders: info.bordersNotice }),
    dataHash,
    pupils: basis.pupils,
    warnings: issues.map(problemOf),
    ...(baseline.origin && { todayIs: baseline.origin }),
    districts: baseline.districts.map(({ id, name, sites: numbers }) => ({
      id,
      name,
      sites: numbers,
      pupils: numbers.reduce((sum, site) => sum + pupilsOf(site), 0),
    })),
    sites: sites.map(({ id, name, town, lon, lat, capacity }, site) => ({
      id,
      name,
      town,
      lon,
      lat,
      teaches: baseline.teaching[site],
      capacity,
      pupils: pupilsOf(site),
    })),
    plans: plans.map((plan) => casePlanOf(basis, plan)),
    units: unitTable(basis),
    dangers: (municipality.dangerousRoads ?? []).map(({ name, from, to }) => ({
      name,
      lines: stretchOf(municipality, basis.travel.network, [from, to]).lines,
    })),
    parishes: municipality.parishes ?? [],
    blocks: blocksBetween(municipality),
    outlines: unitOutlines(units),
    costs: basis.costs,
    priceYear: info.priceYear,
    ...(municipality.ownCosts && { ownCosts: municipality.ownCosts }),
    ...(municipality.priceIndex && { priceIndex: municipality.priceIndex }),
    ...(timetable && { timetable }),
    ...(info.savingsTarget && { target: info.savingsTarget }),
    canBeTried: canBeTried(municipality),
    today: effects,
    drivers: basis.today,
  };
}

function casePlanOf(basis: Basis, plan: Plan): CaseView["plans"][number] {
  const completeness = completenessOf(basis, plan);
  return { ...plan, ...(completeness.status === "unfinished" && { unfinished: headline(completeness, "in-fives") }) };
}

function unitTable(basis: Basis): UnitTable {
  const { municipality, unitBand, landmass } = basis;
  const { units } = municipality;
  const { count, id, lon, lat, adjacency, shape } = units;
  return {
    count,
    id,
    lon,
    lat,
    unitBand,
    adjacency,
    landmass,
    unitWalk: toldWays(basis),
    shape:
      shape.kind === "h3"
        ? shape
        : {
            kind: "polygons",
            areas: {
              type: "FeatureCollection",
              features: shape.geometry.map((geometry, unit) => ({
                type: "Feature",
                id: unit,
                properties: {},
                geometry,
              })),
            },
          },
  };
}
