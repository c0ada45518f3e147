import type { MultiPolygon } from "geojson";
import { flowsBetween, toldFlows } from "../../compare/flows.ts";
import { districtOfSite, NO_SITE, type Plan } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { evaluatePlan } from "../../evaluate/evaluate.ts";
import type { Cell } from "../../kernels/disclosure/shown.ts";
import type { Audience } from "../internal.ts";
import { shownSites } from "../shown-sites.ts";
import { placePupils } from "../shown-units.ts";
import { countField, type MapFeature, type MapLayer, textField, toldNumber } from "./layer.ts";
import { LAYER_TITLES } from "./layer-titles.ts";
import { pupilsBySite } from "./pupils-by-site.ts";

/** Makes one area of some units. */
type AreaOf = (members: readonly number[]) => MultiPolygon;

/** Units by what they are put to in a band, `[key -> units]`, ascending. */
function grouped(count: number, keyOf: (unit: number) => number | undefined): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  for (let unit = 0; unit < count; unit++) {
    const key = keyOf(unit);
    if (key === undefined) continue;
    const members = groups.get(key);
    if (members) members.push(unit);
    else groups.set(key, [unit]);
  }
  return new Map([...groups].toSorted(([a], [b]) => a - b));
}

/** A site or a district that there is. */
const known = (number: number): number | undefined => (number === NO_SITE ? undefined : number);

const siteIn = ({ assignment, grades }: Plan, unit: number, band: number): number =>
  assignment[unit * grades.bandCount + band];

/** Whose children go where: a school in a band, with its pupils where they may be told. */
export function zonesLayer(basis: Basis, plan: Plan, audience: Audience, areaOf: AreaOf): MapLayer {
  const { units, sites } = basis.municipality;
  const district = districtOfSite(plan);
  const pupilsAt = pupilsBySite(basis, plan, audience);
  const features = basis.municipality.grades.bands.flatMap(({ band, key }) =>
    [...grouped(units.count, (unit) => known(siteIn(plan, unit, band)))].map(([site, members]): MapFeature => ({
      geometry: areaOf(members),
      properties: {
        site: sites[site].id,
        name: sites[site].name,
        grades: key,
        district: plan.districts[district[site]]?.name,
        pupils: pupilsAt(site, band),
      },
    })),
  );
  return {
    name: "zones",
    title: LAYER_TITLES.zones,
    shape: "MultiPolygon",
    fields: [...["site", "name", "grades", "district"].map(textField), countField("pupils")],
    features,
    look: { fill: "none", line: "fine", label: "name" },
  };
}

/** Districts as areas, one for each of the grades in which they are not alike. */
export function districtsLayer(
  name: "districts" | "districts_today",
  basis: Basis,
  plan: Plan,
  audience: Audience,
  areaOf: AreaOf,
): MapLayer {
  const { units, sites } = basis.municipality;
  const ofSite = districtOfSite(plan);
  const shown = shownSites(basis, evaluatePlan(basis, plan)).districts;
  const inBand = basis.municipality.grades.bands.map(({ band }) =>
    Array.from({ length: units.count }, (_, unit) => {
      const site = siteIn(plan, unit, band);
      return site === NO_SITE ? NO_SITE : ofSite[site];
    }),
  );
  const isAlike = inBand.every((districts) => districts.every((district, unit) => district === inBand[0][unit]));
  const wanted = isAlike ? basis.municipality.grades.bands.slice(0, 1) : basis.municipality.grades.bands;
  const features = wanted.flatMap(({ band, key }) =>
    [...grouped(units.count, (unit) => known(inBand[band][unit]))].map(([number, members]): MapFeature => {
      const { id, name: called, sites: own } = plan.districts[number];
      return {
        geometry: areaOf(members),
        properties: {
          id,
          name: called,
          grades: isAlike ? undefined : key,
          sites: own.map((site) => sites[site].name).join(" · "),
          pupils: districtPupils(basis, plan, number, shown[number], audience),
        },
      };
    }),
  );
  return {
    name,
    title: LAYER_TITLES[name],
    shape: "MultiPolygon",
    fields: [...["id", "name", "grades", "sites"].map(textField), countField("pupils")],
    features,
    look:
      name === "districts"
        ? { by: "name", fill: "strong", line: "bold", label: "name" }
        : { fill: "none", line: "dashed" },
  };
}

function districtPupils(basis: Basis, plan: Plan, number: number, cell: Cell, audience: Audience): number | undefined {
  if (audience === "anyone") return toldNumber(cell);
  const ofSite = districtOfSite(plan);
  return plan.assignment.reduce(
    (total, site, pair) => (site !== NO_SITE && ofSite[site] === number ? total + basis.unitBand[pair] : total),
    0,
  );
}

/** One number for where from and where to. */
const pairKey = (from: number, to: number): number => from * (NO_SITE + 1) + to;

/** What goes from one school to another, a band at a time. */
export function changesLayer(basis: Basis, plan: Plan, audience: Audience, areaOf: AreaOf): MapLayer {
  const { units, sites } = basis.municipality;
  const flows = flowsBetween(basis.baseline, plan, basis.unitBand);
  const told = toldFlows(plan.grades, flows).rows;
  const places = new Map(flows.map(({ from, to }, i) => [pairKey(from, to), i]));
  const named = (site: number): string | undefined => sites[site]?.name;
  const features = basis.municipality.grades.bands.flatMap(({ band, key: grades }) => {
    const changed = grouped(units.count, (unit) => {
      const [from, to] = [siteIn(basis.baseline, unit, band), siteIn(plan, unit, band)];
      return from === to ? undefined : pairKey(from, to);
    });
    return [...changed].map(([pair, members]): MapFeature => {
      const [from, to] = [Math.floor(pair / (NO_SITE + 1)), pair % (NO_SITE + 1)];
      const flow = places.get(pair);
      return {
        geometry: areaOf(members),
        properties: {
          from: named(from),
          to: named(to),
          grades,
          areas: members.length,
          pupils:
            flow === undefined
              ? placePupils(0, audience, "exactly")
              : flowPupils(flows[flow].pupils, told[flow].bands, band, audience),
        },
      };
    });
  });
  return {
    name: "changes",
    title: LAYER_TITLES.changes,
    shape: "MultiPolygon",
    fields: [...["from", "to", "grades"].map(textField), countField("areas"), countField("pupils")],
    features,
    look: { by: "to", fill: "hatched", line: "fine", label: "to" },
  };
}

const flowPupils = (
  exact: readonly number[],
  told: readonly Cell[],
  band: number,
  audience: Audience,
): number | undefined => (audience === "planner" ? exact[band] : toldNumber(told[band]));
