import { type Band, hasBand } from "../domain/grades.ts";
import type { Site } from "../domain/municipality.ts";
import type { Plan } from "../domain/plan.ts";
import type { RedrawQuestion, RedrawRule } from "../domain/question.ts";
import { unitFinder } from "../geo/unit-at.ts";
import type { Ground } from "./basis.ts";
import type { MeasuredDistrict } from "./redrawn.ts";

/** Districts that were drawn, with the plan in which everybody goes to a site of the new district. */
interface DrawnPlan {
  readonly ground: Ground;
  readonly areas: readonly MeasuredDistrict[];
  readonly plan: Plan;
}

/** The rules that drawn districts break, judged by the districts alone. */
export function brokenRules(drawn: DrawnPlan, { rules = [] }: RedrawQuestion): readonly RedrawRule[] {
  const unitAt = unitFinder(drawn.ground.municipality.units);
  const areaOf = new Map(drawn.areas.flatMap((area) => area.units.map((unit) => [unit, area])));
  const areaAt = (site: Site): MeasuredDistrict | undefined => areaOf.get(unitAt(site) ?? -1);
  return rules.filter((rule) => !keeps({ ...drawn, areaOf, areaAt }, rule));
}

interface Judged extends DrawnPlan {
  readonly areaOf: ReadonlyMap<number, MeasuredDistrict>;
  readonly areaAt: (site: Site) => MeasuredDistrict | undefined;
}

/** Places of some sites in a band; `Infinity` where one that teaches it does not say. */
const placesFor = ({ municipality, baseline }: Ground, sites: readonly number[], band: Band): number =>
  sites.reduce(
    (sum, site) =>
      hasBand(baseline.teaching[site], band) ? sum + (municipality.sites[site].capacity[band] ?? Infinity) : sum,
    0,
  );

type RuleOf<Kind extends RedrawRule["kind"]> = Extract<RedrawRule, { readonly kind: Kind }>;

const CHECKS: { readonly [Kind in RedrawRule["kind"]]: (judged: Judged, rule: RuleOf<Kind>) => boolean } = {
  farthest: ({ areas }, { metres }) => areas.every(({ farthest }) => farthest <= metres + 1e-6),
  "at-least-pupils": (judged, rule) => areasOf(judged, rule).every((area) => area.pupils >= rule.pupils),
  "at-most-pupils": (judged, rule) => areasOf(judged, rule).every((area) => area.pupils <= rule.pupils),
  capacity: ({ areas, ground }) =>
    areas.every(({ units, sites }) =>
      ground.municipality.grades.bands.every(({ band }) => {
        const pupils = units.reduce(
          (sum, unit) => sum + ground.unitBand[unit * ground.municipality.grades.bandCount + band],
          0,
        );
        return pupils <= placesFor(ground, sites, band);
      }),
    ),
  lock: ({ ground, plan, areaOf, areaAt }, { unit, band, site }) =>
    areaOf.get(unit) === areaAt(ground.municipality.sites[site]) &&
    plan.assignment[unit * plan.grades.bandCount + band] === site,
  "held-site": (judged, { site }) => staysAsItIs(judged, site),
  "held-district": (judged, { district }) => {
    const { id, name, sites } = judged.ground.baseline.districts[district];
    const now = judged.plan.districts.find((each) => each.id === id);
    return (
      now?.name === name &&
      now.sites.length === sites.length &&
      sites.every((site) => now.sites.includes(site) && staysAsItIs(judged, site))
    );
  },
};

const keeps = <Kind extends RedrawRule["kind"]>(
  judged: Judged,
  rule: RuleOf<Kind> & { readonly kind: Kind },
): boolean => CHECKS[rule.kind](judged, rule);

function areasOf({ areas, areaAt, ground }: Judged, { site }: RuleOf<"at-least-pupils" | "at-most-pupils">) {
  if (site === undefined) return areas;
  const area = areaAt(ground.municipality.sites[site]);
  return area ? [area] : [];
}

/** The same pupils go there, who live in its district, which is the same as today. */
function staysAsItIs({ ground, plan, areaOf, areaAt }: Judged, site: number): boolean {
  const { municipality, baseline, unitBand } = ground;
  const here = areaAt(municipality.sites[site]);
  const idOf = ({ districts }: Plan): string | undefined => districts.find(({ sites }) => sites.includes(site))?.id;
  return (
    idOf(plan) === idOf(baseline) &&
    unitBand.every((pupils, pair) => {
      if (pupils === 0 || (baseline.assignment[pair] !== site && plan.assignment[pair] !== site)) return true;
      const isSame = baseline.assignment[pair] === plan.assignment[pair];
      return isSame && areaOf.get(Math.floor(pair / municipality.grades.bandCount)) === here;
    })
  );
}
