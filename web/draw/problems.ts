import {
  type Apart,
  type Band,
  type Change,
  type Draft,
  formatBands,
  isFew,
  nearestFive,
  type PlanProblem,
  planProblems,
  siteName,
  siteState,
  type Text,
  gradesInWords,
} from "../../src/index.ts";
import { counted, type Voice } from "../i18n/say.ts";
import type { LookedAt } from "../state/app-state.ts";
import type { PlanEffects, UnitTable } from "../worker/messages.ts";
import { gradeGap } from "./grade-gap.ts";
import { unlockedStep } from "./held-back.ts";
import { lockedNames } from "./locks.ts";
import { isFoundIn } from "./made-or-found.ts";
import { noteText } from "../i18n/notes.ts";

export interface Problem {
  /** The same for the same problem of another plan. */
  readonly key: string;
  readonly of: PlanProblem;
  readonly text: string;
  /** The school or the area to look at, and the grades in which it is to be seen. */
  readonly at?: Pick<LookedAt, "kind" | "number"> & { readonly band?: Band | undefined };
  /** What puts it right at once. */
  readonly mend?: { readonly label: string; readonly changes: readonly Change[]; readonly note: Text };
}

/** That pupils lack a school, with how many. */
export const missingWords = (voice: Voice, missing: number): string =>
  isFew(missing)
    ? voice.say("draw.unfinished.few")
    : voice.say("draw.unfinished", counted(voice, nearestFive(missing)));

/** What is wrong with a drawn plan, whether it stands already or is only offered. */
export const problemsOf = (voice: Voice, draft: Draft, effects: PlanEffects): readonly Problem[] =>
  planProblems(draft.municipality.grades, draft.plan.teaching, (site) => siteName(draft, site), effects).map(
    (problem) => shown(voice, draft, problem),
  );

/** What of that was drawn, and what the plan had that it was begun from. */
export interface ToldProblems {
  readonly made: readonly Problem[];
  readonly found: readonly Problem[];
}

export function madeAndFound(voice: Voice, draft: Draft, units: UnitTable, effects: PlanEffects): ToldProblems {
  const all = problemsOf(voice, draft, effects);
  if (all.length === 0) return { made: all, found: all };
  const isFound = isFoundIn(draft, units, effects);
  return { made: all.filter(({ of }) => !isFound(of)), found: all.filter(({ of }) => isFound(of)) };
}

function shown(voice: Voice, draft: Draft, problem: PlanProblem): Problem {
  const told = { of: problem, text: voice.read(problem.text) };
  switch (problem.kind) {
    case "full":
      return { ...told, key: `full ${problem.site}`, at: { ...atSite(problem.site), band: problem.band } };
    case "gap":
      return { ...told, ...gapProblem(voice, draft, problem.site, told.text) };
    case "pieces":
      return { ...told, key: `pieces ${problem.site}`, at: atUnit(problem.seen) };
    case "apart": {
      const { name, seen } = problem;
      return { ...told, key: `apart ${name}`, ...(seen && { at: atUnit(seen) }) };
    }
    case "bare": {
      const [site] = problem.sites;
      return { ...told, key: `bare ${problem.name}`, ...(site !== undefined && { at: atSite(site) }) };
    }
    case "empty":
      return { ...told, key: `empty ${problem.site}`, at: atSite(problem.site) };
    default:
      return problem satisfies never;
  }
}

/** A school whose grades are not in a row, with the smallest way out, and what must be unlocked for it. */
function gapProblem({ say, read }: Voice, draft: Draft, site: number, text: string): Omit<Problem, "of"> {
  const { missing, mend, unlocking } = gradeGap(draft, site);
  const words = { grades: read(gradesInWords(formatBands(draft.municipality.grades, missing))) };
  const at = atSite(site);
  const note = noteText("edit.teaches", {
    site: siteName(draft, site),
    grades: gradesInWords(formatBands(draft.municipality.grades, siteState(draft, site).teaches | missing)),
  });
  const key = `gap ${site}`;
  if (!unlocking) return { key, text, at, mend: { label: say("problem.gapMend", words), changes: mend, note } };
  const { locks, changes } = unlocking;
  const what = read(lockedNames(draft, locks));
  const step = unlockedStep(draft, { locks, step: { changes, note } });
  return {
    key,
    text: `${text} ${say("problem.gapLocked", { what })}`,
    at,
    mend: { label: say("problem.gapUnlock", words), changes: step.changes, note: step.note },
  };
}

const atSite = (number: number) => ({ kind: "site", number }) as const;
const atUnit = ({ unit, band }: Apart["seen"]) => ({ kind: "unit", number: unit, band }) as const;
