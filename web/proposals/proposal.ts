import {
  applyChanges,
  type Draft,
  type Edit,
  type Plan,
  type ProposalContext,
  type Said,
  startDraft,
} from "../../src/index.ts";
import type { CaseView } from "../worker/messages.ts";
import { draftAt, keptAtHead, moved, movedTo } from "./going.ts";
import { added, type History, merged, NO_HISTORY, type Step, stepBack, stepForward, wayTo } from "./history.ts";

/** A plan of one's own: where it began, all that was done to it, and what that makes of it. */
export interface Proposal {
  readonly id: string;
  /** Hash of the data it was drawn on. */
  readonly data: string;
  readonly start: Plan;
  /** What it began from is called. */
  readonly startTitle: Said;
  /** When it was begun, ISO 8601. */
  readonly begun: string;
  /** When it was deleted, ISO 8601, while it can be brought back. */
  readonly removed?: string;
  readonly history: History;
  /** The plan at the history's head. */
  readonly draft: Draft;
}

/** What is stored of a proposal; the draft follows from it. */
export type StoredProposal = Omit<Proposal, "draft">;

/** A proposal that was drawn here before the case's data were what they are. */
export interface OnOtherData {
  readonly id: string;
  readonly title: Said;
  /** When it was changed last, ISO 8601. */
  readonly changed: string;
}

export const groundOf = ({
  grades,
  sites,
  units: { count, id, lon, lat, shape },
}: CaseView): Draft["municipality"] => ({
  grades,
  sites,
  units: {
    count,
    id,
    lon,
    lat,
    shape:
      shape.kind === "h3"
        ? shape
        : { kind: "polygons", geometry: shape.areas.features.map(({ geometry }) => geometry) },
  },
});

/** What a proposal's file or code belongs to. */
export function proposalContext(view: CaseView): ProposalContext {
  const { units } = groundOf(view);
  const { grades, sites, districts, plans, dataHash } = view;
  return {
    municipality: { grades, sites, districts, units: { ...units, adjacency: view.units.adjacency } },
    plans,
    dataHash,
  };
}

export function beginProposal(
  view: CaseView,
  begin: Pick<Proposal, "id" | "start" | "startTitle" | "begun">,
): Proposal {
  return { ...begin, data: view.dataHash, history: NO_HISTORY, draft: startDraft(groundOf(view), begin.start) };
}

/** When it was changed last, ISO 8601; of a copy, when it was made. */
export const lastChanged = ({ begun, history }: StoredProposal): string =>
  [...history.steps.values()].reduce((latest, { edit }) => (edit.at > latest ? edit.at : latest), begun);

export const openProposal = (view: CaseView, stored: StoredProposal): Proposal => ({
  ...stored,
  draft: draftAt(startDraft(groundOf(view), stored.start), stored.history, stored.history.head),
});

const drafts = new WeakMap<Step, Draft>();

/** The draft as it was after one of the steps, folded once. */
export function draftOf({ draft, history }: Proposal, id: string): Draft {
  const step = history.steps.get(id);
  if (!step || id === history.head) return draft;
  const known = drafts.get(step) ?? moved(draft, history, id);
  drafts.set(step, known);
  return known;
}

/** With one more step; the one that it says more fully is one that the proposal no longer stands at. */
export function withEdit(proposal: Proposal, edit: Edit, more?: Pick<Step, "fuller" | "takesIn">): Proposal {
  const history = added(proposal.history, edit, more);
  return { ...proposal, history, draft: keptAtHead(applyChanges(proposal.draft, edit.changes), history) };
}

/** The proposal as it was or will be at one of its steps. */
export const atStep = (proposal: Proposal, id: string | undefined): Proposal => ({
  ...proposal,
  ...movedTo(proposal.draft, proposal.history, id),
});

/**
 * The proposal as it was after so many of its steps, made of how it was at another moment where that is still a part of it: what waited
 * for the room may have been restated since.
 */
export function asItWas(proposal: Proposal, number: number, from: Proposal = proposal): Proposal {
  const { history } = proposal;
  const { head } = from.history;
  const isPart = head === undefined || history.steps.get(head) === from.history.steps.get(head);
  const near = isPart ? { ...proposal, draft: from.draft, history: { ...history, head } } : proposal;
  return atStep(near, wayTo(history)[number - 1]?.edit.id);
}

export function undone(proposal: Proposal): Proposal {
  const step = stepBack(proposal.history);
  return step ? atStep(proposal, step.parent) : proposal;
}

export function redone(proposal: Proposal): Proposal {
  const step = stepForward(proposal.history);
  return step ? atStep(proposal, step.edit.id) : proposal;
}

/** With what another window did meanwhile. */
export function joined(proposal: Proposal, steps: readonly Step[]): Proposal {
  const history = merged(proposal.history, steps);
  if (history === proposal.history) return proposal;
  if (history.head === proposal.history.head) return { ...proposal, history };
  const draft = moved(proposal.draft, { ...history, head: proposal.history.head }, history.head);
  return { ...proposal, history, draft };
}
