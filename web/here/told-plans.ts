import { type Band, hasBand, type PointPlan, type PointWay, type Grades } from "../../src/index.ts";
import { planTitle } from "../panels/plan-title.ts";
import { planSites } from "../state/plan-sites.ts";
import type { PagePlan } from "../state/plans.ts";
import type { CaseView } from "../worker/messages.ts";
import type { HereVoice } from "./here-voice.ts";

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
    return {
      key: plan.key,
      title: planTitle(voice, plan.ref, plan.plan.title),
      at: each,
      schoolName: (site) => sites[site]?.name ?? "",
    };
  });
}

/** The school of a band and the way there. */
export function schoolAt({ at }: ToldPlan, band: Band): { readonly site?: number; readonly way?: PointWay } {
  const site = at.sites[band];
  const way = site === undefined ? undefined : at.ways.get(site);
  return { ...(site !== undefined && { site }), ...(way && { way }) };
}

export const hasRight = (way: PointWay | undefined, band: Band): boolean =>
  way !== undefined && hasBand(way.rights, band);

/** Whoever is not in school yet is asked about in its first grades. */
export const bandOf = (grades: Grades, grade: number): Band => grades.bandOf[Math.max(0, grade)] ?? 0;
