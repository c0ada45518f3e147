import {
  type Edit,
  inBoth,
  type Issue,
  ISSUE_TEXTS,
  type IssueText,
  isWrittenByNewer,
  messageText,
  planFileSchema,
  PROPOSAL_ISSUES,
  type ProposalContext,
  type QuestionFile,
  readCouncilFile,
  readPaperFile,
  readProposal,
  readQuestionText,
  type Said,
  saidIn,
  type Text,
  writePlanFile,
  writeProposal,
} from "../../src/index.ts";
import type { CouncilFile } from "../../src/protocol/council-file.ts";
import type { PaperFile } from "../../src/protocol/paper-file.ts";
import type { ProposalFile } from "../../src/protocol/proposal-file.ts";
import type { CaseView } from "../worker/messages.ts";
import type { StoredElsewhere } from "./other-data.ts";
import { issueInWords } from "./issue-words.ts";
import { historyOfFile, pathTo } from "./history.ts";
import { COUNCIL_CUT, isNotOurs, kindOf, NOT_BESIDE, NOT_OURS, PLAN_OPENED, WRITTEN_BY_NEWER } from "./opened-file.ts";
import { openProposal, type Proposal, proposalContext, type StoredProposal } from "./proposal.ts";

/** The way from the start to where the proposal stands, as a file; ways that were left stay in the browser. */
export const fileOf = (context: ProposalContext, proposal: StoredProposal): string =>
  fileText(writtenProposal(context, proposal));

export const fileText = (file: ProposalFile): string => `${JSON.stringify(file, undefined, 1)}\n`;

/** The same before it is text. */
export function writtenProposal(
  context: ProposalContext,
  { id, start, startTitle, history }: StoredProposal,
): ProposalFile {
  const edits = pathTo(history, history.head).map(({ edit }) => edit);
  return writeProposal({ id, from: startTitle, start, edits }, context);
}

/**
 * A proposal that was drawn on other data of the same case, as its file would be read on those that are open; steps that fit keep their
 * names, and ways that were left stay with the original.
 */
export function carriedOver(view: CaseView, { ground, proposal }: StoredElsewhere): ReadFile {
  const read = readFile(view, fileOf(ground.context, proposal), saidIn(proposal.start.title, "da"));
  if (!read.proposal) return read;
  const { history } = read.proposal;
  const names = new Map([...proposal.history.names].filter(([step]) => history.steps.has(step)));
  return { ...read, proposal: { ...read.proposal, history: { ...history, names } } };
}

/** The plan alone as a file that every command takes, under the name of the file; undefined where such a file cannot hold it, which is said. */
export function planFileOf(view: CaseView, { draft }: Proposal, name: string) {
  const { value, issues } = writePlanFile(proposalContext(view).municipality, draft, name);
  return { ...(value && { text: `${JSON.stringify(value, undefined, 1)}\n` }), said: issues.map(inWords) };
}

/** What was read, and what there is to say about it. */
export interface ReadFile {
  readonly proposal?: Proposal;
  /** What the file says that the proposal is called. */
  readonly title?: Said;
  /** A question to the optimiser, which is for its panel to fill in. */
  readonly question?: QuestionFile;
  /** What the proposal was handed to a council with: its figures are to be worked out anew. */
  readonly council?: CouncilFile | PaperFile;
  readonly said: readonly Text[];
}

export const begunNow = (): string => new Date().toISOString();

/** A proposal's file, a plan's, which becomes a proposal that starts from it, or a question's. */
export function readFile(view: CaseView, text: string, name: string): ReadFile {
  const kind = kindOf(text);
  if (kind === "case") return { said: [NOT_BESIDE] };
  if (kind === "other" && isNotOurs(text)) return { said: [NOT_OURS] };
  if ((kind === "question" || kind === "plan") && isWrittenByNewer(text, 1)) return { said: [WRITTEN_BY_NEWER] };
  if (kind === "question") {
    const { value, issues } = readQuestionText(text, name);
    return { ...(value && { question: value }), said: issues.map(inWords) };
  }
  if (kind === "council" || kind === "paper") {
    const council = kind === "council" ? readCouncilFile(text) : readPaperFile(text);
    return council
      ? { ...readProposalFile(view, JSON.stringify(council.proposal), name), council }
      : { said: [isWrittenByNewer(text, 1) ? WRITTEN_BY_NEWER : COUNCIL_CUT] };
  }
  if (kind !== "plan") return readProposalFile(view, text, name);
  const read = readProposalFile(view, startingFrom(view, text, name), name);
  return read.proposal ? { ...read, said: [PLAN_OPENED, ...read.said] } : read;
}

/** A proposal's file without edits that starts from a plan's; a plan that says nothing of who goes where has it as today. */
function startingFrom({ dataHash, plans }: CaseView, text: string, name: string): string {
  const written: unknown = JSON.parse(text);
  const as = { kind: "same-as", plan: plans[0].id };
  const plan = { assignment: as, ...(typeof written === "object" ? written : {}) };
  // What is wrong with it is said when the proposal is read.
  const { id, title } = planFileSchema.safeParse(plan).data ?? { id: name, title: name };
  const start = { kind: "plan", plan };
  return JSON.stringify({
    format: "skoledistrikt-proposal",
    version: 1,
    id,
    title,
    data: dataHash,
    from: title,
    start,
    edits: [],
  });
}

function readProposalFile(view: CaseView, text: string, name: string): ReadFile {
  const { value, issues } = readProposal(text, proposalContext(view), name);
  const said = issues.map(inWords);
  if (!value) return { said };
  const { id, title, start, edits, from = start.title } = value;
  const history = historyOfFile(text, edits);
  const stored = { id, data: view.dataHash, start, startTitle: from, begun: begunNow(), history };
  return { proposal: openProposal(view, stored), ...(title !== undefined && { title }), said };
}

/** The edits of a file that was read here before; none where it can be read no more. */
export const editsIn = (context: ProposalContext, file: string): readonly Edit[] =>
  readProposal(file, context).value?.edits ?? [];

const TEXTS: Readonly<Record<string, IssueText>> = { ...ISSUE_TEXTS, ...PROPOSAL_ISSUES };

/** What is wrong with something, without what to do about it. */
export const messageOf = (issue: Issue): Text => inBoth((language) => messageText(issue, TEXTS, language));

/** What is wrong with something that was read or is to be written, and what to do about it. */
export const inWords = (issue: Issue): Text => issueInWords(issue, TEXTS);
