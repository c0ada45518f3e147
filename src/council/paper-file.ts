import { structureChange } from "../compare/structure-change.ts";
import { COST_PARAMETER_KEYS } from "../cost/parameters/table.ts";
import type { Plan } from "../domain/plan.ts";
import type { Draft } from "../edit/draft.ts";
import type { Basis } from "../evaluate/basis.ts";
import { withSites } from "../evaluate/scenario.ts";
import type { PaperAlternative, PaperFile } from "../protocol/paper-file.ts";
import type { ProposalFile } from "../protocol/proposal-file.ts";
import { schoolYearText } from "../report/evaluation-file.ts";
import { tooLate } from "../report/structure-text.ts";
import { earliestStart, structureCalendar } from "../rules/calendar.ts";
import { procedureFor } from "../rules/structure-change.ts";
import { summed } from "./canonical.ts";
import { consequencesOf } from "./consequences.ts";
import { besideOn, changesOf, councilFigures, type CouncilGround } from "./figures.ts";

/** A plan with the file that it can be drawn from again. */
export interface PaperPlan {
  readonly proposal: ProposalFile;
  readonly draft: Draft;
}

/** What a paper is made of. */
export interface PaperRequest extends PaperPlan {
  readonly alternatives: readonly (PaperPlan & Pick<PaperAlternative, "role">)[];
  /** The plan is to hold from August of this year; absent: of the first that its dates can still be kept for. */
  readonly start?: number;
  /** The day that it is made, ISO. */
  readonly made: string;
}

/** All figures of a paper about a plan against today and alternatives: page, Word and table are written from them, and the check works them out anew. */
export function paperFile(
  { basis, plans, dataHash }: CouncilGround & { readonly dataHash: string },
  request: PaperRequest,
): PaperFile {
  const { name, schoolYear, priceYear, syntheticNotice, sources } = basis.municipality.info;
  const { proposal, draft, made } = request;
  const others = besides(request);
  const ground = withSites(basis, draft);
  const figures = councilFigures(
    { basis, plans },
    draft,
    others.map(({ draft: other }) => other),
  );
  const file: Omit<PaperFile, "sum"> = {
    format: "skoledistrikt-paper",
    version: 1,
    case: {
      name,
      schoolYear: schoolYearText(schoolYear),
      priceYear,
      data: dataHash,
      ...(basis.municipality.grades.law.kind === "plain" && { rules: "plain" as const }),
      ...(syntheticNotice && { synthetic: syntheticNotice }),
    },
    made,
    ...datesOf(ground, draft.plan, request),
    proposal,
    reason: draft.reason,
    figures,
    consequences: consequencesOf(ground, draft),
    alternatives: others.map(({ role, id, proposal: written, draft: other }) => ({
      role,
      id,
      proposal: written,
      reason: other.reason,
      figures: consequencesOf(besideOn(basis, draft, other), other),
      changes: changesOf(basis, besideOn(basis, draft, other), other),
    })),
    prices: pricesOf(basis),
    sources: sources.map(({ what, from }) => ({ what, from })),
  };
  return summed(file);
}

/** Alternatives under ids that no other has, the plan itself among them. */
function besides({ alternatives, draft }: PaperRequest) {
  const taken = new Set(["proposal", "today", "low", "mid", "high", draft.plan.id]);
  return alternatives.map((each, i) => {
    const { plan } = each.draft;
    const id = taken.has(plan.id) ? `${plan.id}-${i + 1}` : plan.id;
    taken.add(id);
    return { ...each, id, draft: { ...each.draft, plan: { ...plan, id } } };
  });
}

/** The dates for the year asked for; a year that can no longer be reached is said to be too late. */
function datesOf(
  ground: Basis,
  plan: Plan,
  { start: asked, made }: Pick<PaperRequest, "start" | "made">,
): Pick<PaperFile, "start" | "calendar" | "late"> {
  const change = structureChange(ground, plan);
  const start = asked ?? earliestStart(procedureFor(change), made);
  const calendar = structureCalendar(plan.grades, start, change);
  const late = tooLate(start, change, calendar, made);
  return { start, calendar: [...calendar], ...(late && { late }) };
}

const pricesOf = ({ costs }: Basis): PaperFile["prices"] =>
  COST_PARAMETER_KEYS.filter((key) => costs[key].withoutEffect === undefined).map((key) => {
    const { name, low, mid, high, unit, source, standing } = costs[key];
    return { key, name, low, mid, high, unit, source, standing };
  });
