import { type Draft, measuredWith } from "../../src/index.ts";
import type { Proposal } from "../proposals/proposal.ts";

const figures = new WeakMap<Draft, string>();
const locked = new WeakMap<Draft, string>();

/**
 * Known by what a draft holds and not by its last step: that one keeps its name while it is completed, or while somebody else's step comes
 * in before it. Two of one key have the same figures; what a plan is called, why it is proposed, what is claimed in it and what is locked changes none.
 */
export const figuresKey = (draft: Draft): string =>
  kept(figures, draft, ({ plan, capacity, newSites, assumptions }) =>
    sumOf(
      plan.assignment,
      JSON.stringify([plan.teaching, plan.districts, capacity, newSites, [...measuredWith(assumptions)]]),
    ),
  );

/** The same of all that hangs on what is locked as well. */
export const lockedKey = (draft: Draft): string =>
  kept(locked, draft, ({ locks: { pairs, sites, districts, bands } }) => {
    const others = [[...sites].toSorted(ascending), [...districts].toSorted(), [...bands].toSorted(ascending)];
    return `${figuresKey(draft)} ${sumOf([...pairs].toSorted(ascending), JSON.stringify(others))}`;
  });

/** The last step of a proposal, and what it made of it. */
export const stepKey = ({ id, history: { head }, draft }: Pick<Proposal, "id" | "history" | "draft">): string =>
  `${id} ${head} ${lockedKey(draft)}`;

function kept(all: WeakMap<Draft, string>, draft: Draft, make: (draft: Draft) => string): string {
  const known = all.get(draft) ?? make(draft);
  all.set(draft, known);
  return known;
}

const ascending = (a: number, b: number): number => a - b;

/** Two sums of 32 bits each (FNV-1a, and the same with another start and factor), so that no two drafts of an evening share both. */
export function sumOf(numbers: ArrayLike<number>, text: string): string {
  let [one, two] = [2_166_136_261, 1_540_483_477];
  const add = (value: number): void => {
    one = Math.imul(one ^ value, 16_777_619);
    two = Math.imul(two ^ value, 2_654_435_761);
  };
  for (let i = 0; i < numbers.length; i++) add(numbers[i]);
  for (let i = 0; i < text.length; i++) add(text.charCodeAt(i));
  return `${(one >>> 0).toString(36)}-${(two >>> 0).toString(36)}`;
}
