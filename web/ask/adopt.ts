import { type Change, changesTo, type Computed, type Draft, type QuestionFile } from "../../src/index.ts";
import type { AskedPlan } from "../worker/messages.ts";
import { mayMove } from "./asked-of.ts";

/**
 * What takes a draft to a computed plan. Where nobody lives an area that is held, or would come to a held school, stays as it is:
 * the computation draws such areas around the others as it sees fit.
 */
export function adopting(draft: Draft, { plan }: AskedPlan, unitBand: Uint32Array): readonly Change[] {
  const may = mayMove(draft);
  const before = draft.plan.assignment;
  const assignment = plan.assignment.map((site, pair) =>
    unitBand[pair] === 0 && site !== before[pair] && !may(pair, site) ? before[pair] : site,
  );
  return changesTo(draft, { ...plan, assignment });
}

/**
 * A computed plan with the numbers that a draft's schools have now: new schools get others when one is taken away. Undefined where the
 * draft has not the same schools any more.
 */
export function renumbered(
  answer: AskedPlan,
  asked: NewSites,
  now: NewSites,
  caseSites: number,
): AskedPlan | undefined {
  const ids = now.map(({ id }) => id);
  const to = asked.map(({ id }) => caseSites + ids.indexOf(id));
  if (asked.length !== now.length || to.some((site) => site < caseSites)) return undefined;
  const number = (site: number): number => to[site - caseSites] ?? site;
  if (to.every((site, i) => site === caseSites + i)) return answer;
  const { plan } = answer;
  const teaching = plan.teaching.slice();
  plan.teaching.forEach((bands, site) => (teaching[number(site)] = bands));
  return {
    ...answer,
    plan: {
      ...plan,
      teaching,
      assignment: plan.assignment.map(number),
      districts: plan.districts.map((district) => ({ ...district, sites: district.sites.map(number) })),
    },
  };
}

type NewSites = readonly Pick<Draft["newSites"][number], "id">[];

/** The question and the certificate, as an edit carries them. */
export const computed = (question: QuestionFile, answer: AskedPlan): Computed => ({
  question: withoutLocks(question),
  locked: lockedUnits(question),
  ...certainty(answer),
});

/** How sure it is of an answer as it is taken: what is proven of areas divided between schools says nothing of them undivided. */
export const certainty = ({ status, gap, splits }: AskedPlan): Pick<Computed, "status" | "gap"> =>
  splits ? { status: "stopped" } : { status, ...(gap !== undefined && { gap }) };

const lockedUnits = (question: QuestionFile): number =>
  question.kind === "consolidate"
    ? 0
    : new Set((question.rules ?? []).flatMap((rule) => (rule.kind === "lock" ? [rule.unit] : []))).size;

/** Locks stand in the proposal's own log; thousands of them say nothing more. */
function withoutLocks(question: QuestionFile): QuestionFile {
  if (question.kind === "reassign")
    return { ...question, plan: undefined, rules: question.rules.filter(({ kind }) => kind !== "lock") };
  if (question.kind === "network") return { ...question, rules: question.rules.filter(({ kind }) => kind !== "lock") };
  if (question.kind === "redraw" && question.rules)
    return { ...question, rules: question.rules.filter(({ kind }) => kind !== "lock") };
  return question;
}
