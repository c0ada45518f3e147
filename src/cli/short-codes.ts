import type { Plan } from "../domain/plan.ts";
import { joinedPlan, type Joins } from "../edit/joins.ts";
import { type ProposalContext, writeProposal } from "../edit/proposal-file.ts";
import { codedChanges, readShortCode } from "../edit/short-code.ts";
import { readSigns, spoken } from "../edit/signs.ts";
import { completenessOf } from "../evaluate/completeness.ts";
import { makeBasis } from "../evaluate/evaluate.ts";
import { fileHash } from "../import/data-hash.ts";
import type { OpenCase } from "../open-case.ts";
import { districtsJoined } from "../solve/consolidate/joined.ts";
import { CommandError, EXIT } from "./exit.ts";
import type { NamedProposal } from "./proposals.ts";
import type { Say } from "./say.ts";
import { nodeSolver } from "./solver.ts";

/** Where a plan is named by what may be a short code, which can be read once the case is open. */
export interface NamedCode {
  readonly code: string;
}

/** No code has fewer: which data, one more, and the check. */
const FEWEST_SIGNS = 8;

/** Whether what is neither a file nor a plan may be a short code. */
export function mayBeCode(name: string): boolean {
  const { signs, strange } = readSigns(name);
  return strange === undefined && signs.length >= FEWEST_SIGNS;
}

/** The proposal that a short code stands for, as the file that the page makes of it; "misread" where it is no code. */
export async function proposalOfCode(
  opened: OpenCase,
  { code }: NamedCode,
  say: Say,
): Promise<NamedProposal | "misread"> {
  const { basis, plans, dataHash } = opened;
  const { municipality } = basis;
  const context: ProposalContext = { municipality, plans, dataHash };
  const { value, issues } = readShortCode(code, context);
  if (issues.some((issue) => issue.code === "short-code.misread")) return "misread";
  say.issues(issues);
  if (!value) throw new CommandError(EXIT.input, say.text(NOTHING_DONE, { code }));
  const from = "groups" in value.start ? await listedPlan(opened, value.start, say) : value.start;
  const name = spoken(readSigns(code).signs);
  const start = { ...from, id: name, title: { da: `Kort kode ${name}`, en: `Short code ${name}` } };
  const changes = codedChanges(municipality, start, value.moves);
  if (changes.some(({ kind }) => kind === "assign")) say.answer(say.text(CLOSED, { code: name }));
  // A code does not say when its proposal was made.
  const edits = changes.length > 0 ? [{ id: "code-1", by: "code", at: new Date(0).toISOString(), changes }] : [];
  const text = JSON.stringify(writeProposal({ id: name, from: from.title, start, edits }, context));
  return { name, text, hash: fileHash(new TextEncoder().encode(name)) };
}

/** A plan of a list, made alone, as the page names it. */
async function listedPlan({ basis, plans }: OpenCase, { policy, groups }: Joins, say: Say): Promise<Plan> {
  const [today, ...files] = plans;
  const own = basis.baseline === today ? basis : makeBasis(basis.municipality, basis.travel, today);
  const question = { kind: "consolidate", districts: groups.length, policy, contiguity: "ferry", rules: [] } as const;
  const made = await districtsJoined(own, question, groups, nodeSolver());
  if (made.status === "failed") throw new CommandError(EXIT.internal, say.text(NOT_MADE, { reason: made.reason }));
  const finished = files.filter((plan) => completenessOf(own, plan).status === "finished");
  return joinedPlan("", policy, made, [today, ...finished]);
}

const NOTHING_DONE = {
  da: "Koden {code} kan ikke åbnes her. Intet er regnet eller skrevet.",
  en: "The code {code} cannot be opened here. Nothing was computed or written.",
};

const NOT_MADE = {
  da: "Planen, som koden begynder fra, kunne ikke regnes ud: {reason}.",
  en: "The plan that the code starts from could not be computed: {reason}.",
};

const CLOSED = {
  da: "Koden siger, hvilke skoler der lukker, ikke hvor eleverne går hen. »repair --plan {code}« finder en skole til dem.",
  en: 'The code says which schools close, not where pupils go. "repair --plan {code}" finds a school for them.',
};
