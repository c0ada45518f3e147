import {
  codedChanges,
  type Joins,
  listedStart,
  type Plan,
  readShortCode,
  shortCode,
  type Text,
} from "../../src/index.ts";
import { joinedText } from "../state/joined.ts";
import { planHere } from "../state/plan-here.ts";
import type { Store } from "../state/store.ts";
import type { CaseView } from "../worker/messages.ts";
import { movesInWords } from "./code-words.ts";
import { begunNow, inWords, messageOf, type ReadFile } from "./file.ts";
import { added, NO_HISTORY } from "./history.ts";
import { CODE_OPENED, LIST_NOT_MADE } from "./opened-file.ts";
import { openProposal, type Proposal, proposalContext } from "./proposal.ts";
import { isOpened } from "./studio-words.ts";

/** Whatever list is in view. */
const joinedPlan = async (store: Store, joins: Joins): Promise<Plan | undefined> =>
  (await planHere(store, { from: "joined", id: joinedText(joins) }))?.plan;

/** A code that can be read aloud, with what it does not carry; or why there is none. */
export async function codeOf(
  store: Store,
  view: CaseView,
  { draft }: Proposal,
): Promise<{ readonly code?: string; readonly said: readonly Text[] }> {
  const joins = listedStart(draft, view.plans);
  const plan = joins && (await joinedPlan(store, joins));
  const { value, issues } = shortCode(draft, { ...proposalContext(view), ...(plan && { joined: { joins, plan } }) });
  // Without a code the ways that there are stand beside it: the file, and the link unless it is too long.
  return value === undefined ? { said: issues.map(messageOf) } : { code: value, said: issues.map(inWords) };
}

/** A code has no name for what it stands for: `id` and `title` are the new proposal's. */
export async function readCode(
  store: Store,
  view: CaseView,
  code: string,
  { id, title }: Pick<Plan, "id" | "title">,
): Promise<ReadFile> {
  const { value, issues } = readShortCode(code, proposalContext(view));
  const notes = issues.map(inWords);
  if (!value) return { said: notes };
  const from = "groups" in value.start ? await joinedPlan(store, value.start) : value.start;
  if (!from) return { said: [LIST_NOT_MADE] };
  const changes = codedChanges(proposalContext(view).municipality, from, value.moves);
  const closes = changes.some(({ kind }) => kind === "assign");
  const said = [isOpened(title), ...(closes ? [CODE_OPENED] : []), ...notes];
  const edit = { id: `${id}-1`, by: "code", at: begunNow(), changes, note: movesInWords(view, from, value.moves) };
  const history = changes.length > 0 ? added(NO_HISTORY, edit) : NO_HISTORY;
  const stored = {
    id,
    data: view.dataHash,
    start: { ...from, id, title },
    startTitle: from.title,
    begun: begunNow(),
    history,
  };
  return { proposal: openProposal(view, stored), said };
}
