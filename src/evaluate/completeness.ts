import { counted } from "../domain/counted.ts";
import type { Completeness, Gap } from "../domain/completeness.ts";
import { type Band, hasBand, gradesInWords } from "../domain/grades.ts";
import { filled, type Text } from "../domain/language.ts";
import { districtOfSite, NO_SITE, type Plan, teachesBand } from "../domain/plan.ts";
import type { Ground } from "./basis.ts";
import { COMPLETENESS_TEXT } from "./completeness-text.ts";
import { toldCount } from "./told-count.ts";

const FINISHED: Completeness = { status: "finished" };

/** Every (unit, band) with pupils goes to a site that teaches the band and belongs to a district. O(units). */
export function completenessOf({ unitBand }: Pick<Ground, "unitBand">, plan: Plan): Completeness {
  const district = districtOfSite(plan);
  const gaps: Gap[] = [];
  const byBand = new Uint32Array(plan.grades.bandCount);
  for (let pair = 0; pair < unitBand.length; pair++) {
    const pupils = unitBand[pair];
    if (pupils === 0) continue;
    const { band } = plan.grades.bands[pair % plan.grades.bandCount];
    const why = whatLacks(plan, district, plan.assignment[pair], band);
    if (!why) continue;
    gaps.push({ unit: Math.floor(pair / plan.grades.bandCount), band, pupils, why });
    byBand[band] += pupils;
  }
  if (gaps.length === 0) return FINISHED;
  return { status: "unfinished", missing: byBand.reduce((sum, pupils) => sum + pupils, 0), byBand, gaps };
}

function whatLacks(plan: Plan, district: Uint16Array, site: number, band: Band): Gap["why"] | undefined {
  if (site === NO_SITE) return { kind: "no-site" };
  if (!teachesBand(plan, site, band)) return { kind: "not-taught", site };
  return district[site] === NO_SITE ? { kind: "no-district", site } : undefined;
}

/** A plan that was made for other sites or units than the case's; nothing can be measured of it. */
export class ForeignPlan extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.name = "ForeignPlan";
    this.text = text;
  }
}

/** Throws {@link ForeignPlan} where a plan cannot be one of this case: other sizes, numbers out of range, a site twice. */
export function requireOwnPlan({ municipality }: Pick<Ground, "municipality">, plan: Plan): void {
  const why = whatIsForeign(municipality.sites.length, municipality.units.count, plan);
  if (why)
    throw new ForeignPlan(
      filled(COMPLETENESS_TEXT.ofAnotherCase, { title: plan.title, name: municipality.info.name, why }),
    );
}

function whatIsForeign(
  sites: number,
  units: number,
  { teaching, assignment, districts, grades }: Plan,
): Text | undefined {
  if (teaching.length !== sites)
    return filled(COMPLETENESS_TEXT.otherSiteCount, { sites: counted(teaching.length, "sites"), sites2: sites });
  if (assignment.length !== units * grades.bandCount) {
    const own = assignment.length / grades.bandCount;
    return filled(COMPLETENESS_TEXT.otherUnitCount, { own, units });
  }
  const named = districts.flatMap((district) => district.sites);
  const strange = strangeSite(sites, assignment) ?? named.find((site) => !(site >= 0 && site < sites));
  if (strange !== undefined) return filled(COMPLETENESS_TEXT.unknownSite, { strange, sites });
  const twice = named.find((site, i) => named.indexOf(site) !== i);
  return twice === undefined ? undefined : filled(COMPLETENESS_TEXT.siteInTwoDistricts, { twice });
}

function strangeSite(sites: number, assignment: Uint16Array): number | undefined {
  for (let pair = 0; pair < assignment.length; pair++)
    if (assignment[pair] >= sites && assignment[pair] !== NO_SITE) return assignment[pair];
  return undefined;
}

/** Bands with pupils that no site may teach. `mayTeach` says what a site could teach, with a district to belong to. */
export function bandsWithoutSite(
  { municipality, unitBand }: Pick<Ground, "municipality" | "unitBand">,
  mayTeach: (site: number, band: Band) => boolean,
): readonly { readonly band: Band; readonly pupils: number }[] {
  return municipality.grades.bands.flatMap(({ band }) => {
    let pupils = 0;
    for (let pair: number = band; pair < unitBand.length; pair += municipality.grades.bandCount)
      pupils += unitBand[pair];
    return pupils === 0 || municipality.sites.some((_, site) => mayTeach(site, band)) ? [] : [{ band, pupils }];
  });
}

/**
 * What is lacking where grades with pupils have no site that may teach them, in words; nothing where every pupil can have a
 * school.
 */
export function gradesWithoutSite(
  ground: Pick<Ground, "municipality" | "unitBand">,
  mayTeach: (site: number, band: Band) => boolean,
): readonly Text[] {
  return bandsWithoutSite(ground, mayTeach).map(({ band, pupils }): Text => {
    const { key } = ground.municipality.grades.bands[band];
    const today = ground.municipality.sites.filter(({ teaches }) => hasBand(teaches, band)).map(({ name }) => name);
    const list = today.join(", ") || "-";
    return filled(COMPLETENESS_TEXT.noSchoolForGrades, {
      grades: gradesInWords(key),
      pupils: toldCount(ground.municipality, pupils, "pupils"),
      list,
    });
  });
}
