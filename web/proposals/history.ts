import type { Edit } from "../../src/index.ts";
import { GrowingMap } from "./growing-map.ts";

/** An edit with the one that it was made after; none: the start. */
export interface Step {
  readonly edit: Edit;
  readonly parent: string | undefined;
  /** The step that it is a fuller form of: one closes a school, its fuller form also says where the pupils go. */
  readonly fuller?: string;
  /** The step where another window stood, all of which it takes in. */
  readonly takesIn?: string;
}

/**
 * Everything that was ever done to a proposal, as a tree: whoever goes back and does something else loses nothing. Steps are in
 * the order they were made in, so a parent comes before its children.
 */
export interface History {
  readonly steps: GrowingMap<string, Step>;
  /** The step that the plan now stands at; none: the start. */
  readonly head: string | undefined;
  /** The way forward that redo takes, by step: the child that was left last. */
  readonly forward: GrowingMap<string | undefined, string>;
  /** Steps that were given a name. */
  readonly names: ReadonlyMap<string, string>;
  /** Where the first steps came out of a long file, one after another. */
  readonly read?: ReadSteps;
}

/** Ways forward by step, as {@link History.forward}. */
type Ways = ReadonlyMap<string | undefined, string>;

/** Thousands of steps as one text, which is kept and told in place of them: a row each takes seconds to write. */
interface ReadSteps {
  /** A proposal's file. */
  readonly file: string;
  /** How many steps it holds: these are the first, each made after the one before it. */
  readonly count: number;
  /** The last of them. */
  readonly last: string;
  /** The ways forward as they follow from that order. */
  readonly forward: History["forward"];
}

/** So many steps are kept as the file that they were read from. */
const LONG = 2000;

/** The history of a file's edits, each made after the one before it. */
export function historyOfFile(file: string, edits: readonly Edit[]): History {
  const steps = new Map<string, Step>();
  const forward = new Map<string | undefined, string>();
  let parent: string | undefined;
  for (const edit of edits) {
    steps.set(edit.id, { edit, parent });
    forward.set(parent, edit.id);
    parent = edit.id;
  }
  const history = { steps: new GrowingMap(steps), head: parent, forward: new GrowingMap(forward), names: new Map() };
  if (parent === undefined || steps.size < LONG) return history;
  return { ...history, read: { file, count: steps.size, last: parent, forward: history.forward } };
}

/** The steps that did not come out of the file. */
export const stepsBeyond = ({ steps, read }: History): readonly Step[] =>
  steps.size === read?.count ? [] : [...steps.values()].slice(read?.count ?? 0);

/** The ways forward that do not follow from the file's order alone. */
export function forwardBeyond({ forward, read }: History): Ways {
  if (forward === read?.forward) return new Map();
  return read ? changedWays(read.forward, forward) : forward;
}

/** What of the ways forward is other than it was. */
export function changedWays(before: Ways, after: Ways): Ways {
  return new Map([...after].filter(([step, next]) => before.get(step) !== next));
}

export const NO_HISTORY: History = {
  steps: new GrowingMap(new Map()),
  head: undefined,
  forward: new GrowingMap(new Map()),
  names: new Map(),
};

/**
 * The history of steps as they were written, in whichever order; those that go on from a step that was never written are left out,
 * for nobody can say what they made of the plan. Where the head is one of them, the last step that is whole becomes it.
 */
export function historyOf(
  written: readonly Step[],
  { head, forward, names, read }: Omit<History, "steps" | "forward"> & { readonly forward: Ways },
): History {
  const steps = new Map<string, Step>();
  const place = (step: Step): boolean => {
    const isWhole = step.parent === undefined || steps.has(step.parent);
    if (isWhole) steps.set(step.edit.id, step);
    return isWhole;
  };
  let waiting = written;
  for (let left = Infinity; waiting.length < left;) {
    left = waiting.length;
    waiting = waiting.filter((step) => !place(step));
  }
  const last = head === undefined || steps.has(head) ? head : [...steps.keys()].at(-1);
  const maps = { steps: new GrowingMap(steps), forward: new GrowingMap(forward) };
  return { ...maps, head: last, names, ...(read && { read }) };
}

/** The steps from the start to one, in order. */
export function pathTo({ steps, read }: History, id: string | undefined): readonly Step[] {
  // Thousands need not be looked up one by one.
  if (read && id === read.last) return [...steps.values()].slice(0, read.count);
  const path: Step[] = [];
  for (let step = id === undefined ? undefined : steps.get(id); step;) {
    path.push(step);
    step = step.parent === undefined ? undefined : steps.get(step.parent);
  }
  return path.toReversed();
}

const ways = new WeakMap<History["steps"], { readonly head: string | undefined; readonly way: readonly Step[] }>();

/** The steps from the start to where a proposal stands, in order; found once for as long as nothing is drawn. */
export function wayTo(history: History): readonly Step[] {
  const { steps, head } = history;
  const known = ways.get(steps);
  if (known && known.head === head) return known.way;
  const way = pathTo(history, head);
  ways.set(steps, { head, way });
  return way;
}

/** Whether a step is among those that led to where the proposal stands; the start is. */
export const isOnWay = (history: History, id: string | undefined): boolean =>
  id === undefined || wayTo(history).some(({ edit }) => edit.id === id);

/** One more step after the head, which becomes the head. */
export function added(history: History, edit: Edit, more: Pick<Step, "fuller" | "takesIn"> = {}): History {
  const { head } = history;
  const step: Step = { edit, parent: head, ...more };
  const steps = history.steps.with([[edit.id, step]]);
  goesOn(history, steps, [step]);
  return { ...history, steps, head: edit.id, forward: history.forward.with([[head, edit.id]]) };
}

/** Whether nothing was done after where it stands, but for a step that is being said more fully. */
export function isAtEnd({ steps, head, forward }: History, fuller?: string): boolean {
  if (!forward.has(head)) return true;
  if (fuller === undefined) return false;
  for (const { edit, parent } of steps.values()) if (parent === head && edit.id !== fuller) return false;
  return true;
}

/** Steps that came from elsewhere, such as another window; where they go on from the head or say it more fully, so does the head. */
export function merged(history: History, steps: readonly Step[]): History {
  const fresh = new Map<string, Step>();
  const forward = new Map<string | undefined, string>();
  const on: Step[] = [];
  const isKnown = (id: string): boolean => history.steps.has(id) || fresh.has(id);
  let { head } = history;
  for (const step of steps) {
    const { edit, parent, fuller } = step;
    if (isKnown(edit.id) || (parent !== undefined && !isKnown(parent))) continue;
    fresh.set(edit.id, step);
    const isOn = parent === head || (fuller !== undefined && fuller === head);
    const onward = forward.get(parent) ?? history.forward.get(parent);
    if (isOn || onward === undefined || onward === fuller) forward.set(parent, edit.id);
    if (!isOn) continue;
    if (parent === head) on.push(step);
    head = edit.id;
  }
  if (fresh.size === 0) return history;
  const all = history.steps.with(fresh);
  if (on.length === fresh.size) goesOn(history, all, on);
  return { ...history, steps: all, forward: history.forward.with(forward), head };
}

/** Where the way to the head is known, so is the one that goes on from there: to find it step by step takes as long as it is. */
function goesOn(history: History, steps: History["steps"], on: readonly Step[]): void {
  const known = history.head === undefined ? { head: undefined, way: [] } : ways.get(history.steps);
  if (known && known.head === history.head) ways.set(steps, { head: on.at(-1)?.edit.id, way: [...known.way, ...on] });
}

export const stepBack = ({ steps, head }: History): Step | undefined =>
  head === undefined ? undefined : steps.get(head);

export function stepForward({ steps, head, forward }: History): Step | undefined {
  const next = forward.get(head);
  return next === undefined ? undefined : steps.get(next);
}

export function named(history: History, id: string, name: string): History {
  const names = new Map(history.names);
  if (name === "") names.delete(id);
  else names.set(id, name);
  return { ...history, names };
}

/** A history of the steps to one alone. */
export function upTo(history: History, id: string | undefined): History {
  const path = pathTo(history, id);
  const { read } = history;
  const isRead = read && read.last === path[read.count - 1]?.edit.id;
  return {
    ...(isRead && { read }),
    steps: new GrowingMap(new Map(path.map((step) => [step.edit.id, step]))),
    head: id,
    forward: new GrowingMap(new Map(path.map(({ edit, parent }) => [parent, edit.id]))),
    names: new Map([...history.names].filter(([step]) => path.some(({ edit }) => edit.id === step))),
  };
}

/** A way that was left. */
export interface Branch {
  readonly last: Step;
  /** The step on the way to the head, on one that it takes in, or in a way named earlier, that it parted from; none: the start. */
  readonly from: string | undefined;
  /** How many steps it goes on by itself. */
  readonly count: number;
}

/** The steps on the way to one, and on the ways that these take in: all of them stand there still. */
function takenInBy(history: History, id: string | undefined): Set<string> {
  const known = new Set<string>();
  const ends = [id];
  for (const end of ends)
    for (const { edit, takesIn } of pathTo(history, end)) {
      if (takesIn !== undefined && !known.has(edit.id)) ends.push(takesIn);
      known.add(edit.id);
    }
  return known;
}

/** All ways that are neither the way to the head nor taken in on it, the one left last first: with them, every step can be gone back to. */
export function leftBehind(history: History): readonly Branch[] {
  const { steps } = history;
  // Nothing was left in most, which may be long.
  if (wayTo(history).length === steps.size) return [];
  const parents = new Set<string | undefined>();
  const replaced = new Set<string | undefined>();
  for (const { parent, fuller } of steps.values()) {
    parents.add(parent);
    replaced.add(fuller);
  }
  const known = takenInBy(history, history.head);
  // Of two windows that take each other in at the same moment, one's step says what the other's does.
  const isSaid = ({ parent, takesIn }: Step): boolean =>
    takesIn !== undefined && known.has(takesIn) && (parent === undefined || known.has(parent));
  const isLast = (step: Step): boolean =>
    !parents.has(step.edit.id) && !known.has(step.edit.id) && !replaced.has(step.edit.id) && !isSaid(step);
  return [...steps.values()]
    .filter(isLast)
    .toReversed()
    .map((last) => {
      let count = 0;
      let step: Step | undefined = last;
      for (; step && !known.has(step.edit.id); step = step.parent === undefined ? undefined : steps.get(step.parent)) {
        known.add(step.edit.id);
        count++;
      }
      return { last, from: step?.edit.id, count };
    });
}

/** Steps that have a name, in the order they were made in. */
export function namedSteps({ steps, names }: History): readonly { readonly id: string; readonly name: string }[] {
  // Most have none, and the steps may be many.
  if (names.size === 0) return [];
  return [...steps.keys()].flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
}
