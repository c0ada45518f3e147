import {
  councilPlanPaper,
  type Language,
  type OpenCase,
  paperCsv,
  paperDocx,
  paperFile,
  paperHtml,
  type PaperPlan,
  type Said,
  startDraft,
  unreachable,
  writeProposal,
} from "../../../src/index.ts";
import { assumedOnMap, NOTHING_ASSUMED } from "../../map/assumed-on-map.ts";
import { writtenProposal } from "../../proposals/file.ts";
import { type Proposal, proposalContext } from "../../proposals/proposal.ts";
import type { AppState } from "../../state/app-state.ts";
import { chosenDocument, shownProposal } from "../../state/chosen.ts";
import { ownId } from "../../state/plan-ref.ts";
import { type PagePlan, todaysPlan } from "../../state/plans.ts";
import { caseView, sceneryOf } from "../../state/selectors.ts";
import { startYear } from "../../state/start-year.ts";
import { todaysDate } from "../../state/today.ts";
import { pinnedPlans } from "../../state/tray.ts";
import { planMap } from "../map-picture.ts";
import type { Work } from "./work.ts";

/** A page, a Word file, a table of all figures, or the file that they are worked out anew from. */
export type PaperKind = "page" | "word" | "figures" | "check";

/** What a paper is saved as. */
interface MadePaper {
  /** What the plan is called. */
  readonly title: Said;
  readonly end: "html" | "docx" | "csv" | "json";
  readonly type: string;
  readonly content: BlobPart;
}

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The paper about the plan in view, beside today and the plans that are pinned; `undefined` where there is no plan. It is to hold from the August that the page's calendar has. Throws when the `work` is stopped. */
export async function councilPaper(
  kind: PaperKind,
  state: AppState,
  opened: OpenCase,
  language: Language,
  work: Work,
): Promise<MadePaper | undefined> {
  const [view, document] = [caseView(state), chosenDocument(state)];
  if (!view || !document) return undefined;
  const today = todaysPlan(view);
  const others = pinnedPlans(state).flatMap(({ plan }) =>
    plan && plan.key !== document.key && plan.plan !== today ? [plan] : [],
  );
  await work.begin({ of: "figures" });
  const own = paperPlan(state, document, shownProposal(state), opened);
  const alternatives: NonNullable<Parameters<typeof paperFile>[1]["alternatives"]>[number][] = [];
  for (const plan of others) {
    await work.begin({ of: "figures" });
    const id = ownId(plan.ref);
    const proposal = id === undefined ? undefined : state.proposals?.get(id);
    alternatives.push({ ...paperPlan(state, plan, proposal, opened), role: "alternative" });
  }
  await work.begin({ of: "figures" });
  const made = todaysDate();
  const file = paperFile(opened, { ...own, alternatives, made, start: startYear(view, state.choice, made) });
  const { title } = file.proposal;
  if (kind === "check") return { title, end: "json", type: "application/json", content: `${JSON.stringify(file)}\n` };
  const ids = file.alternatives.map(({ id }) => id);
  const maps = kind === "figures" ? undefined : await mapsOf(state, document, others, ids, work);
  await work.begin({ of: "file" });
  const { paperForm: form } = opened;
  const paper = councilPlanPaper(file, language, { ...(maps && { maps }), ...(form && { form }) });
  switch (kind) {
    case "page":
      return { title, end: "html", type: "text/html", content: paperHtml(paper) };
    case "word":
      return { title, end: "docx", type: WORD, content: await paperDocx(paper) };
    case "figures":
      return { title, end: "csv", type: "text/csv", content: paperCsv(paper) };
    default:
      return unreachable(kind);
  }
}

/** A plan with the file that it can be drawn from again: a proposal with its steps, or any other plan as one that nothing was drawn on. */
function paperPlan(
  state: AppState,
  { plan, draft }: PagePlan,
  proposal: Proposal | undefined,
  opened: OpenCase,
): PaperPlan {
  const view = caseView(state);
  if (view && draft && proposal)
    return { proposal: writtenProposal(proposalContext(view), proposal), draft: proposal.draft };
  const { basis, plans, dataHash } = opened;
  const { municipality } = basis;
  return {
    proposal: writeProposal({ id: plan.id, start: plan, edits: [] }, { municipality, plans, dataHash }),
    draft: startDraft(municipality, plan),
  };
}

/** Today's map, the plan's and the alternatives', one after the other; those that this browser draws. */
async function mapsOf(
  state: AppState,
  document: PagePlan,
  others: readonly PagePlan[],
  ids: readonly string[],
  work: Work,
) {
  const [view, scenery] = [caseView(state), sceneryOf(state)];
  const maps = new Map<string, NonNullable<Awaited<ReturnType<typeof planMap>>>>();
  if (!view || !scenery) return maps;
  const today = todaysPlan(view);
  const wanted = [
    ...(document.plan === today ? [] : [{ id: "today", of: { plan: today }, assumed: NOTHING_ASSUMED }]),
    { id: "proposal", of: document, assumed: assumedOnMap(state) },
    ...others.map((plan, i) => ({ id: ids[i], of: plan, assumed: NOTHING_ASSUMED })),
  ];
  for (const [i, { id, of, assumed }] of wanted.entries()) {
    await work.begin({ of: "map", at: i + 1, count: wanted.length });
    const map = await planMap(view, scenery, of, assumed);
    if (map) maps.set(id, map);
  }
  return maps;
}
