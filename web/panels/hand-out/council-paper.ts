import {
  type Language,
  type paperFile,
  type PaperPlan,
  type Said,
  startDraft,
  writeProposal,
} from "../../../src/index.ts";
import { assumedOnMap, NOTHING_ASSUMED } from "../../map/assumed-on-map.ts";
import { writtenProposal } from "../../proposals/file.ts";
import { groundOf, type Proposal, proposalContext } from "../../proposals/proposal.ts";
import type { AppState } from "../../state/app-state.ts";
import { chosenDocument, shownProposal } from "../../state/chosen.ts";
import { paperAlternatives } from "../../state/paper-alternatives.ts";
import { ownId } from "../../state/plan-ref.ts";
import { type PagePlan, todaysPlan } from "../../state/plans.ts";
import { caseView, sceneryOf } from "../../state/selectors.ts";
import { startYear } from "../../state/start-year.ts";
import { todaysDate } from "../../state/today.ts";
import type { CaseView } from "../../worker/messages.ts";
import type { PaperKind } from "../../worker/paper-messages.ts";
import { planMap } from "../map-picture.ts";
import { PaperMaker } from "./paper-maker.ts";
import type { Work } from "./work.ts";

/** What a paper is saved as. */
interface MadePaper {
  /** What the plan is called. */
  readonly title: Said;
  readonly end: "html" | "docx" | "csv" | "json";
  readonly type: string;
  readonly content: BlobPart;
}

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const SAVED_AS: Readonly<Record<PaperKind, Pick<MadePaper, "end" | "type">>> = {
  page: { end: "html", type: "text/html" },
  word: { end: "docx", type: WORD },
  figures: { end: "csv", type: "text/csv" },
  check: { end: "json", type: "application/json" },
};

interface PaperWishes {
  readonly language: Language;
  /** Keys of the plans that stand under members' dissenting opinions. */
  readonly dissents: ReadonlySet<string>;
}

/** The paper about the plan in view, beside today, what it is held against and what is pinned; `undefined` where there is no plan. `from`: on which the case comes. It is to hold from the August that the page's calendar has. Throws when the `work` is stopped. */
export async function councilPaper(
  kind: PaperKind,
  state: AppState,
  from: MessagePort,
  { language, dissents }: PaperWishes,
  work: Work,
): Promise<MadePaper | undefined> {
  const [view, document] = [caseView(state), chosenDocument(state)];
  if (!view || !document) return undefined;
  const others = paperAlternatives(state);
  await work.begin({ of: "figures" });
  const made = todaysDate();
  const alternatives = others.map((plan) => {
    const id = ownId(plan.ref);
    const proposal = id === undefined ? undefined : state.proposals?.get(id);
    return {
      ...paperPlan(view, plan, proposal),
      role: dissents.has(plan.key) ? ("dissent" as const) : ("alternative" as const),
    };
  });
  const own = paperPlan(view, document, shownProposal(state));
  const request: Parameters<typeof paperFile>[1] = {
    ...own,
    alternatives,
    made,
    start: startYear(view, state.choice, made),
  };
  const maker = new PaperMaker(work.signal, from);
  try {
    const { title, alternatives: ids } = await maker.ask({ kind: "figures", request });
    const hasMaps = kind === "page" || kind === "word";
    const maps = hasMaps ? await mapsOf(state, document, others, ids, work) : new Map();
    await work.begin({ of: "file" });
    const { content } = await maker.ask({ kind: "write", as: kind, language, maps });
    return { title, ...SAVED_AS[kind], content };
  } finally {
    maker.end();
  }
}

/** A plan with the file that it can be drawn from again: a proposal with its steps, or any other plan as one that nothing was drawn on. */
function paperPlan(view: CaseView, { plan, draft }: PagePlan, proposal: Proposal | undefined): PaperPlan {
  const context = proposalContext(view);
  if (draft && proposal) return { proposal: writtenProposal(context, proposal), draft: proposal.draft };
  return {
    proposal: writeProposal({ id: plan.id, start: plan, edits: [] }, context),
    draft: startDraft(groundOf(view), plan),
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
