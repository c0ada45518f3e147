import {
  type Change,
  compose,
  type Draft,
  fold,
  type JoinChoices,
  isSamePlan,
  type Joined,
  joined,
  setReason,
  startDraft,
} from "../../src/index.ts";
import { pathTo } from "../proposals/history.ts";
import type { Proposal } from "../proposals/proposal.ts";
import type { CaseView } from "../worker/messages.ts";

/**
 * Two proposals as one that keeps most of both; `undefined` where they did not begin from the same plan. What both did before one became a
 * copy of the other is no wish of either. `choices`: what was chosen of what they disagree on.
 */
export function joinTwo(view: CaseView, first: Proposal, second: Proposal, choices: JoinChoices): Joined | undefined {
  if (!isSamePlan(first.start, second.start)) return undefined;
  const { unitBand: pupils, adjacency } = view.units;
  return joined(commonDraft(first, second), first.draft, second.draft, { pupils, adjacency }, choices);
}

/** What a proposal is called, and why it is proposed. */
interface Reasoned {
  readonly name: string;
  readonly reason: string;
}

/** What makes the first proposal the joined one, with why each of the two was proposed, and which of them that was. */
export function withReasons({ changes, draft }: Joined, two: readonly Reasoned[]): readonly Change[] {
  const said = two.filter(({ reason }) => reason !== "");
  const isOne = new Set(two.map(({ reason }) => reason)).size === 1;
  const reason = isOne ? two[0].reason : said.map((each) => `${each.name}: ${each.reason}`).join("\n");
  return compose(changes, setReason(draft, reason));
}

/** What the steps that two proposals have in common make of their start. */
function commonDraft(first: Proposal, second: Proposal): Draft {
  const [one, other] = [first, second].map(({ history }) => pathTo(history, history.head));
  const differs = one.findIndex(({ edit }, i) => edit.id !== other[i]?.edit.id);
  const common = one.slice(0, differs < 0 ? one.length : differs);
  return fold(
    startDraft(first.draft.municipality, first.start),
    common.map(({ edit }) => edit),
  );
}
