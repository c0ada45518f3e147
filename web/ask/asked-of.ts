import { type Draft, holdsIn, lockedPairs, siteHolds, siteName, type Grades } from "../../src/index.ts";
import { toMend } from "../draw/drawn.ts";
import { assumed, type PagePlan } from "../state/plans.ts";
import type { AskQuestion, CaseView } from "../worker/messages.ts";
import { pairsOfPlan, type SaidPairs } from "../worker/pair-edits.ts";
import type { AskContext } from "./question.ts";

/** What a question is asked of: the plan in view with what is locked in it, on its schools. */
export interface AskedOf extends Pick<AskQuestion, "plan" | "measured"> {
  readonly context: AskContext;
  /** What all schools and districts are called, by number, and which schools are open. */
  readonly names: PlaceNames;
  readonly open: readonly number[];
  /** (area, school) pairs that may be weighed: areas where somebody lives, and open schools. */
  readonly size: { readonly areas: number; readonly schools: number };
}

/** What a rule's schools and districts are called, by number. */
export interface PlaceNames {
  readonly grades: Grades;
  readonly sites: readonly string[];
  readonly districts: readonly string[];
}

export const placeNames = (
  view: Pick<CaseView, "grades" | "sites">,
  { plan, draft }: Pick<PagePlan, "plan" | "draft">,
): PlaceNames => ({
  grades: view.grades,
  sites: draft
    ? [...view.sites, ...draft.newSites].map((_, site) => siteName(draft, site))
    : view.sites.map(({ name }) => name),
  districts: plan.districts.map(({ name }) => name),
});

/** `said`: which districts touch or do not, as the list of plans is asked with it. */
export function askedOf(view: CaseView, chosen: PagePlan, said: SaidPairs): AskedOf {
  const { plan, draft } = chosen;
  const sites = [...view.sites, ...(draft?.newSites ?? [])];
  const open = plan.teaching.flatMap((taught, site) => (taught === 0 ? [] : [site]));
  const { unitBand, id, count } = view.units;
  const measured = assumed(chosen);
  const isLocked = (district: string): boolean => draft?.locks.districts.has(district) === true;
  const heldSites = draft ? siteHolds(draft).flatMap((hold, site) => (hold === undefined ? [] : [site])) : [];
  let areas = 0;
  for (let unit = 0; unit < count; unit++) {
    if (isLivedIn(view.grades, unitBand, unit)) areas++;
  }
  return {
    plan: draft && heldSites.length > 0 ? toMend(draft, unitBand) : measured,
    measured,
    context: {
      siteIds: sites.map((site) => site.id),
      districtIds: plan.districts.map((district) => district.id),
      touching: pairsOfPlan(said, plan.districts),
      unitIds: id,
      grades: view.grades,
      currency: view.currency,
      assignment: plan.assignment,
      teaching: plan.teaching,
      locked: new Set(draft && lockedPairs(draft)),
      heldSites,
      heldDistricts: plan.districts.flatMap(({ id: district }, number) => (isLocked(district) ? [number] : [])),
      keptDistricts: plan.districts.flatMap(({ id: district, sites: own }, number) =>
        isLocked(district) || own.some((site) => heldSites.includes(site)) ? [number] : [],
      ),
    },
    names: placeNames(view, chosen),
    open,
    size: { areas, schools: open.length },
  };
}

/** Whether a pupil lives in an area; `unitBand[unit * BAND_COUNT + band]` are pupils. */
export const isLivedIn = (grades: Grades, unitBand: Uint32Array, unit: number): boolean =>
  unitBand.subarray(unit * grades.bandCount, (unit + 1) * grades.bandCount).some((pupils) => pupils > 0);

/** Whether a computed change may be made of a draft: an area that is held, or that goes to a held school, stays. */
export function mayMove(draft: Draft): (pair: number, to: number) => boolean {
  const hold = holdsIn(draft);
  const held = siteHolds(draft);
  return (pair, to) => hold(pair) === undefined && held[to] === undefined;
}
