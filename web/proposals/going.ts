import { type Draft, Sheet, startDraft } from "../../src/index.ts";
import { type History, pathTo, type Step } from "./history.ts";

type Steps = History["steps"];

/**
 * After every so many steps of a way that was gone, the draft is kept, so that no step is farther from one that is. At Holbæk's size each
 * takes 40 kB, as much as forty strokes do: of 10,000 steps 1.6 MB.
 */
const APART = 250;

const kept = new WeakMap<Step, Draft>();

/** What is kept after a step; nothing where another proposal has the same step on another start. */
function keptAfter(step: Step, { start, municipality }: Draft): Draft | undefined {
  const known = kept.get(step);
  return known?.start === start && known.municipality === municipality ? known : undefined;
}

/** What the plan is at a step. */
export const draftAt = (start: Draft, history: History, id: string | undefined): Draft =>
  onward(start, pathTo(history, id), 1);

/** The draft after some more steps, the first of which is the `depth`th from the start. */
function onward(draft: Draft, steps: readonly Step[], depth: number): Draft {
  let sheet = new Sheet(draft);
  steps.forEach((step, i) => {
    for (const change of step.edit.changes) sheet.apply(change);
    if ((depth + i) % APART > 0) return;
    const now = sheet.finish();
    kept.set(step, now);
    sheet = new Sheet(now);
  });
  return sheet.finish();
}

/** The draft that the history's head, which was just added, made of the one before it. */
export function keptAtHead(draft: Draft, { steps, head }: History): Draft {
  const step = head === undefined ? undefined : steps.get(head);
  if (step && depthOf(steps, head) % APART === 0) kept.set(step, draft);
  return draft;
}

/** Two ways from where they part, each in order. */
interface Parting {
  readonly back: readonly Step[];
  readonly on: readonly Step[];
}

/**
 * The history with another head, remembering the way back to the one that is left, and the draft there. Up to where the two ways part
 * all ways forward lead here already: whoever stands at a step came that way.
 */
export function movedTo(draft: Draft, history: History, head: string | undefined): { draft: Draft; history: History } {
  const straight = alongLine(history, head);
  if (straight) return { draft: along(draft, history.steps, head, straight), history: { ...history, head } };
  const parting = partingOf(history, history.head, head);
  const forward: [string | undefined, string][] = [];
  for (const way of [parting.back, parting.on])
    for (const { edit, parent } of way) if (history.forward.get(parent) !== edit.id) forward.push([parent, edit.id]);
  return {
    draft: along(draft, history.steps, head, parting),
    history: {
      ...history,
      head,
      forward: forward.length > 0 ? history.forward.with(forward) : history.forward,
    },
  };
}

/** The draft at another step, without folding the whole log again. */
export const moved = (draft: Draft, history: History, to: string | undefined): Draft =>
  along(draft, history.steps, to, partingOf(history, history.head, to));

const lines = new WeakMap<Steps, { readonly forward: History["forward"]; readonly line: readonly Step[] }>();

/**
 * The way to a step far off that lies on the line of the head: all steps to the head and on from there as redo goes, found once for as long
 * as nothing is drawn, since to look up each of thousands takes longer than to make the plan there. Undefined for all other steps.
 */
function alongLine(history: History, to: string | undefined): Parting | undefined {
  const { steps, forward, head } = history;
  const [here, there] = [depthOf(steps, head), depthOf(steps, to)];
  if (Math.abs(here - there) <= APART) return undefined;
  const known = lines.get(steps);
  const line = known?.forward === forward ? known.line : lineOf(history);
  lines.set(steps, { forward, line });
  const isOn = (id: string | undefined, depth: number): boolean => depth === 0 || line[depth - 1]?.edit.id === id;
  if (!isOn(head, here) || !isOn(to, there)) return undefined;
  return { back: line.slice(there, here), on: line.slice(here, there) };
}

/** Empty where another way than the head's is the way forward somewhere before it. */
function lineOf(history: History): readonly Step[] {
  const { steps, forward, head } = history;
  const line = [...pathTo(history, head)];
  if (line.some(({ edit, parent }) => forward.get(parent) !== edit.id)) return [];
  for (let at = head; ;) {
    const step = steps.get(forward.get(at) ?? "");
    if (step?.parent !== at || !step) return line;
    line.push(step);
    at = step.edit.id;
  }
}

/** A short way is gone step by step, back to where the ways part and on from there; a longer one from what is kept nearest. */
function along(draft: Draft, steps: Steps, to: string | undefined, { back, on }: Parting): Draft {
  const near = back.length + on.length > APART ? nearest(draft, steps, to) : undefined;
  if (near) return onward(near.draft, near.on, near.depth + 1);
  const sheet = new Sheet(draft);
  for (let i = back.length - 1; i >= 0; i--) {
    const { changes } = back[i].edit;
    for (let j = changes.length - 1; j >= 0; j--) sheet.takeBack(changes[j]);
  }
  return onward(sheet.finish(), on, depthOf(steps, on[0]?.parent) + 1);
}

interface Near {
  readonly draft: Draft;
  /** Steps from the start to it. */
  readonly depth: number;
  /** Steps from there, in order. */
  readonly on: readonly Step[];
}

/** The start, or the last step on the way to another after which the draft is kept; undefined where it is far from there. */
function nearest(draft: Draft, steps: Steps, to: string | undefined): Near | undefined {
  const on: Step[] = [];
  for (let at = to; on.length < APART;) {
    const step = at === undefined ? undefined : steps.get(at);
    const known = step ? keptAfter(step, draft) : startDraft(draft.municipality, draft.start);
    if (known) return { draft: known, depth: depthOf(steps, at), on: on.toReversed() };
    if (step) on.push(step);
    at = step?.parent;
  }
  return undefined;
}

const depths = new WeakMap<Step, number>();

/** How many steps lead to one, itself included; 0 at the start. Counted once a step: whoever has drawn for long jumps about. */
export function depthOf(steps: Steps, id: string | undefined): number {
  const unknown: Step[] = [];
  let step = id === undefined ? undefined : steps.get(id);
  for (; step && !depths.has(step); step = step.parent === undefined ? undefined : steps.get(step.parent))
    unknown.push(step);
  let depth = step ? (depths.get(step) ?? 0) : 0;
  for (let i = unknown.length - 1; i >= 0; i--) depths.set(unknown[i], ++depth);
  return depth;
}

/** The longer way is followed back to where both are as long, then both to where they meet. O(steps of both since they part). */
function partingOf({ steps }: History, from: string | undefined, to: string | undefined): Parting {
  const ways = [from, to].map((at) => ({ at, left: depthOf(steps, at), way: [] as Step[] }));
  const [back, on] = ways;
  for (let most = 1; back.at !== on.at && most > 0;) {
    most = Math.max(back.left, on.left);
    for (const end of ways) {
      const step = end.left < most || end.at === undefined ? undefined : steps.get(end.at);
      if (!step) continue;
      end.way.push(step);
      end.at = step.parent;
      end.left--;
    }
  }
  return { back: back.way.toReversed(), on: on.way.toReversed() };
}
