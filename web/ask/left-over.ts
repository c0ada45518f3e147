import type { Draft } from "../../src/index.ts";
import { type Problem, problemsOf } from "../draw/problems.ts";
import type { Voice } from "../i18n/say.ts";
import type { PlanEffects } from "../worker/messages.ts";

interface Measured {
  readonly draft: Draft;
  readonly effects: PlanEffects;
}

/** What is wrong with an answer, as the list of problems would have it once it is taken: what it makes, and what was there before. */
interface LeftOver {
  readonly makes: readonly string[];
  readonly leaves: readonly string[];
}

export function leftOver(voice: Voice, before: Measured, after: Measured): LeftOver {
  const keys = new Set(problemsOf(voice, before.draft, before.effects).map(({ key }) => key));
  // A district is known by its schools: joined with others it has the parts that each of them had.
  const partsBefore = (sites: readonly number[]): number =>
    before.effects.districts.reduce(
      (parts, district) => (district.sites.some((site) => sites.includes(site)) ? parts + district.detached : parts),
      0,
    );
  const isOld = ({ key, of }: Problem): boolean =>
    of.kind === "apart" ? of.parts <= partsBefore(of.sites) : keys.has(key);
  const problems = problemsOf(voice, after.draft, after.effects);
  return {
    makes: wordsOf(problems.filter((problem) => !isOld(problem))),
    leaves: [...after.effects.unfinished.map(voice.read), ...wordsOf(problems.filter(isOld))],
  };
}

const wordsOf = (problems: readonly Problem[]): readonly string[] => problems.map(({ text }) => text);
