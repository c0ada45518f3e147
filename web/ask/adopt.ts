import {
  type Change,
  changesTo,
  type Computed,
  type Draft,
  hasBand,
  holdsIn,
  NO_BANDS,
  type Plan,
  type QuestionFile,
  siteHolds,
  type Grades,
} from "../../src/index.ts";
import type { AskedPlan, CaseView } from "../worker/messages.ts";
import { mayMove } from "./asked-of.ts";

/** Of a case's areas: pupils `[unit * BAND_COUNT + band]`, and which lie beside each other. */
type Areas = Pick<CaseView["units"], "unitBand" | "adjacency">;

/**
 * What takes a draft to a computed plan. Where nobody lives an area that is held, or would come to a held school, stays as it is:
 * the computation draws such areas around the others as it sees fit. Where its school does not teach it any more it goes with the
 * nearest area whose school is not held.
 */
export function adopting(draft: Draft, { plan }: AskedPlan, areas: Areas): readonly Change[] {
  const may = mayMove(draft);
  const before = draft.plan.assignment;
  const kept = plan.assignment.map((site, pair) =>
    areas.unitBand[pair] === 0 && site !== before[pair] && !may(pair, site) ? before[pair] : site,
  );
  return changesTo(draft, { ...plan, assignment: withoutClosed(draft, plan, kept, areas) });
}

/** Held areas are left to the check, which names the lock; so are those that only held schools teach. */
function withoutClosed(draft: Draft, plan: Plan, kept: Uint16Array, areas: Areas): Uint16Array {
  const hold = holdsIn(draft);
  const held = siteHolds(draft);
  const teaches = (site: number, pair: number): boolean =>
    hasBand(plan.teaching[site] ?? NO_BANDS, plan.grades.bands[pair % plan.grades.bandCount].band);
  const assignment = kept.slice();
  for (const { band } of plan.grades.bands) {
    const left: number[] = [];
    const open: number[] = [];
    for (let pair: number = band; pair < kept.length; pair += plan.grades.bandCount) {
      if (kept[pair] === plan.assignment[pair] || teaches(kept[pair], pair)) {
        if (teaches(kept[pair], pair) && held[kept[pair]] === undefined) open.push(pair);
      } else if (hold(pair) === undefined) left.push(pair);
      else assignment[pair] = plan.assignment[pair];
    }
    if (left.length === 0) continue;
    const nearest = nearestOf(plan.grades, open, areas.adjacency);
    for (const pair of left) {
      const beside = nearest.get(Math.floor(pair / plan.grades.bandCount)) ?? open.at(0);
      assignment[pair] = beside === undefined ? plan.assignment[pair] : kept[beside];
    }
  }
  return assignment;
}

/** The nearest of some pairs to each unit that can be reached from them, from neighbour to neighbour. */
function nearestOf(
  grades: Grades,
  pairs: readonly number[],
  { start, target }: Areas["adjacency"],
): ReadonlyMap<number, number> {
  const nearest = new Map(pairs.map((pair) => [Math.floor(pair / grades.bandCount), pair]));
  // A map hears of what is added while it is gone through.
  for (const [unit, pair] of nearest)
    for (let edge = start[unit]; edge < start[unit + 1]; edge++)
      if (!nearest.has(target[edge])) nearest.set(target[edge], pair);
  return nearest;
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
