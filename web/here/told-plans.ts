import { BANDS, hasBand, type PointPlan, type PointWay } from "../../src/index.ts";
import { shortTitle } from "../panels/plan-title.ts";
import { listNumber } from "../state/plan-ref.ts";
import { planSites } from "../state/plan-sites.ts";
import type { PagePlan } from "../state/plans.ts";
import type { CaseView } from "../worker/messages.ts";
import type { HereVoice } from "./here-voice.ts";

export type BandNumber = (typeof BANDS)[number]["band"];

/** What a plan is to one place, with its name and those of its schools. */
export interface ToldPlan {
  /** "today", or the plan's own. */
  readonly key: string;
  readonly title: string;
  readonly at: PointPlan;
  readonly schoolName: (site: number) => string;
}

/** Today's plan first. */
export function toldPlans(
  voice: HereVoice,
  view: CaseView,
  at: readonly PointPlan[],
  plans: readonly PagePlan[],
): readonly ToldPlan[] {
  return at.map((each, i): ToldPlan => {
    if (i === 0) {
      const title = voice.tell("here.today", { year: view.schoolYear });
      return { key: "today", title, at: each, schoolName: (site) => view.sites[site].name };
    }
    const plan = plans[i - 1];
    const sites = planSites(view, plan);
    return { key: plan.key, title: titleOf(voice, plan), at: each, schoolName: (site) => sites[site]?.name ?? "" };
  });
}

function titleOf({ say, number, language }: HereVoice, { ref, plan }: PagePlan): string {
  const listed = listNumber(ref);
  return listed === undefined ? shortTitle(plan.title, language) : say("effects.title", { number: number(listed + 1) });
}

/** The school of a band and the way there. */
export function schoolAt({ at }: ToldPlan, band: BandNumber): { readonly site?: number; readonly way?: PointWay } {
  const site = at.sites[band];
  const way = site === undefined ? undefined : at.ways.get(site);
  return { ...(site !== undefined && { site }), ...(way && { way }) };
}

export const hasRight = (way: PointWay | undefined, band: BandNumber): boolean =>
  way !== undefined && hasBand(way.rights, band);

/** Whoever is not in school yet is asked about in its first grades. */
export const bandOf = (grade: number): BandNumber => BANDS.find(({ last }) => grade <= last)?.band ?? 2;

/** The calendar year in which a case's school year begins. */
export const yearOf = (view: CaseView | undefined): number => Number(view?.schoolYear.slice(0, 4));
