import { catalogue } from "../domain/language.ts";
import { relative, sep } from "node:path";
import type { Asked } from "../ask.ts";
import { NO_SITE } from "../domain/plan.ts";
import { lockedPairs, placesAroundLocks } from "../edit/around-locks.ts";
import { writeProposal } from "../edit/proposal-file.ts";
import type { Computed } from "../edit/log.ts";
import { changesTo } from "../edit/towards.ts";
import { evaluatePlan } from "../evaluate/evaluate.ts";
import { withSites } from "../evaluate/scenario.ts";
import { planIdOf } from "../import/plans.ts";
import { composed } from "../import/text.ts";
import type { OpenCase } from "../open-case.ts";
import type { ProposalFile } from "../protocol/proposal-file.ts";
import type { QuestionFile } from "../protocol/question-file.ts";
import type { NamedPlans } from "./case.ts";
import type { OpenedProposal } from "./proposals.ts";
import { CommandError, EXIT } from "./exit.ts";
import { realPlace } from "./files.ts";
import { freeId } from "./free-id.ts";
import type { Say } from "./say.ts";

const SAID = catalogue("cli.around-proposal", {
  savedOutsideCase: {
    da: "--save-plan {path}: svaret på et forslag gemmes som et forslag, og sådan et kan ikke ligge blandt sagens planer. Vælg et sted uden for {folder}/plans.",
    en: "--save-plan {path}: the answer to a proposal is saved as a proposal, which cannot lie among the case's plans. Choose a place outside {folder}/plans.",
  },
});

type Opened = OpenCase & NamedPlans;

/** A proposal among the plans that a question may be asked of, under an id that no other has; what it locks keeps all from its schools. */
export function askedAround(opened: Opened, { value: { draft } }: OpenedProposal): Opened {
  const { basis, plans } = opened;
  const id = freeId(opened.plan.id, (known) => plans.some((plan) => plan.id === known));
  const plan = { ...opened.plan, id };
  const capacity = placesAroundLocks(draft, basis.unitBand);
  return { ...opened, basis: withSites(basis, { capacity, newSites: [] }), plan, plans: [...plans, plan] };
}

/** The question with what the proposal has locked as rules of it, so that its answer says what it was asked around. */
export function withLocks(
  question: QuestionFile,
  { value: { draft } }: OpenedProposal,
  { basis }: OpenCase,
): QuestionFile {
  if (question.kind !== "reassign") return question;
  const { sites, units } = basis.municipality;
  const held = Array.from(lockedPairs(draft)).flatMap((pair) => {
    const site = draft.plan.assignment[pair];
    if (site === NO_SITE) return [];
    const [unit, { key: band }] = [
      units.id[Math.floor(pair / draft.municipality.grades.bandCount)],
      draft.municipality.grades.bands[pair % draft.municipality.grades.bandCount],
    ];
    return [{ kind: "lock" as const, unit, band, site: sites[site].id }];
  });
  return { ...question, rules: [...question.rules, ...held] };
}

/** Answers measured as the proposal is, with the places that locked schools really have. */
export const measuredAs = (asked: Asked, { basis }: OpenCase): Asked => ({
  ...asked,
  answers: asked.answers.map((answer) => ({ ...answer, evaluation: evaluatePlan(basis, answer.plan) })),
});

/** The proposal as it was drawn, with one step more: what takes it to the answer of a command's question, and how sure that is. */
export function answeredProposal(
  { value, context }: OpenedProposal,
  question: QuestionFile,
  { answers: [best], gap }: Asked,
  { command, at }: { readonly command: string; readonly at: string },
): ProposalFile {
  const { id, from, start, edits, draft } = value;
  const changes = changesTo(draft, best.plan);
  const taken = new Set(edits.map((edit) => edit.id));
  const step = freeId(command, (known) => taken.has(known));
  const asked: Computed = {
    question,
    locked: new Set(Array.from(lockedPairs(draft), (pair) => Math.floor(pair / start.grades.bandCount))).size,
    status: best.status === "optimal" ? "optimal" : "stopped",
    ...(best.status !== "optimal" && gap !== undefined && { gap }),
  };
  const all = changes.length === 0 ? edits : [...edits, { id: step, by: command, at, changes, asked }];
  return writeProposal({ id, ...(from !== undefined && { from }), start, edits: all }, context);
}

/** Among the plans of a case a proposal cannot stand. */
export async function refuseAmongPlans(path: string, folder: string, say: Say): Promise<void> {
  const [place, root] = await Promise.all([realPlace(path), realPlace(folder)]);
  const inside = relative(root, place).split(sep).join("/");
  if (planIdOf(composed(inside)) === undefined) return;
  throw new CommandError(EXIT.input, say.text(SAID.savedOutsideCase, { path, folder }));
}
