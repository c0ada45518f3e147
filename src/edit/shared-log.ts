import { checkChanges } from "./check.ts";
import type { Change } from "./change.ts";
import { compose } from "./compose.ts";
import type { Draft } from "./draft.ts";
import type { Refusal } from "./issue-texts.ts";
import { applyChanges, type Edit, fold } from "./log.ts";
import { restated } from "./restated.ts";
import { isSameChanges } from "./same.ts";

/** What becomes of an edit that was made of an older draft than there is now. */
export type Taken =
  /** As it stands in the log: restated of the draft there was, with what that makes of it. */
  | { readonly kind: "taken"; readonly edit: Edit; readonly draft: Draft }
  /** All of it is so already: nothing to write. */
  | { readonly kind: "so already" }
  | { readonly kind: "refused"; readonly refusals: readonly Refusal[] };

/**
 * One edit after all that came before it; whoever numbers edits and whoever waits for a number come to the same by it. `madeOf`: what its
 * author saw.
 */
export function taken(draft: Draft, edit: Edit, madeOf: Draft = draft): Taken {
  const changes = restated(draft, edit.changes, madeOf);
  if (changes.length === 0) return { kind: "so already" };
  const refusals = checkChanges(draft, changes);
  return refusals.length > 0
    ? { kind: "refused", refusals }
    : { kind: "taken", edit: { ...edit, changes }, draft: applyChanges(draft, changes) };
}

/** An edit with its number in the log, from 1 on; a log may hold more than the edits of one plan, so that numbers may be left out. */
export interface Numbered {
  readonly number: number;
  readonly edit: Edit;
}

/** An edit as it was made, and what it was made of. */
export interface Waiting {
  readonly edit: Edit;
  readonly madeOf: Draft;
}

/**
 * A log as one of its authors sees it: what has a number, and on top of that the author's own edits that wait for one. Waiting edits are
 * restated each time others' come in before them. Nothing in it is changed in place.
 */
export interface Followed {
  /** What the numbered edits make of the start. */
  readonly agreed: Draft;
  /** The number of the last of them. */
  readonly number: number;
  /** Own edits without a number, in the order they were made. */
  readonly waiting: readonly Waiting[];
  /** The waiting ones that can be made, each restated of what comes before it. */
  readonly shown: readonly Edit[];
  /** With those: what the author sees. */
  readonly draft: Draft;
}

export function followed(agreed: Draft, number: number, waiting: readonly Waiting[] = []): Followed {
  let draft = agreed;
  const shown: Edit[] = [];
  for (const { edit, madeOf } of waiting) {
    const next = taken(draft, edit, madeOf);
    if (next.kind !== "taken") continue;
    ({ draft } = next);
    shown.push(next.edit);
  }
  return { agreed, number, waiting, shown, draft };
}

/** One more own edit; it may be made of what the author sees. */
export const waitsFor = (log: Followed, edit: Edit): Followed => ({
  ...log,
  waiting: [...log.waiting, { edit, madeOf: log.draft }],
  shown: [...log.shown, edit],
  draft: applyChanges(log.draft, edit.changes),
});

/**
 * The next numbered edits, one's own or others'. Throws where they come before what was heard. One fold for all of them, so that whoever
 * comes late to a long log is soon there.
 */
export function hears(log: Followed, edits: readonly Numbered[]): Followed {
  const [first] = edits;
  if (!first) return log;
  if (first.number <= log.number) throw new Error(`Edit ${first.number} came after edit ${log.number}`);
  const agreed = fold(
    log.agreed,
    edits.map(({ edit }) => edit),
  );
  const number = edits.at(-1)?.number ?? log.number;
  const { length } = edits;
  if (isAwaited(log, edits))
    return { ...log, agreed, number, waiting: log.waiting.slice(length), shown: log.shown.slice(length) };
  const ids = new Set(edits.map(({ edit: { id } }) => id));
  return followed(
    agreed,
    number,
    log.waiting.filter(({ edit: { id } }) => !ids.has(id)),
  );
}

/**
 * Whether edits are the first of the waiting ones, numbered as they are shown: then the rest is of what it was, and who comes back with
 * hundreds of strokes does not have all of them restated for each that gets its number.
 */
const isAwaited = ({ waiting, shown }: Followed, edits: readonly Numbered[]): boolean =>
  edits.every(
    ({ edit: { id, changes } }, i) =>
      waiting.at(i)?.edit.id === id && shown.at(i)?.id === id && isSameChanges(shown[i].changes, changes),
  );

/** An own edit that gets no number: it was refused, or it is so already. */
export const dropped = (log: Followed, id: string): Followed =>
  followed(log.agreed, log.number, without(log.waiting, id));

const without = (waiting: readonly Waiting[], id: string): readonly Waiting[] =>
  waiting.filter(({ edit }) => edit.id !== id);

/** Steps of one author that can be taken back, or made again, the last of each last: ids of edits. */
export interface OwnSteps {
  readonly back: readonly string[];
  readonly again: readonly string[];
}

function isOut(from: string[], id: string): boolean {
  const at = from.lastIndexOf(id);
  if (at >= 0) from.splice(at, 1);
  return at >= 0;
}

/** What of one's own can be taken back in a log, in company: what others did stays out of it. */
export function ownSteps(edits: Iterable<Edit>, by: string): OwnSteps {
  const back: string[] = [];
  let again: string[] = [];
  for (const edit of edits) {
    if (edit.by !== by || edit.belongsTo !== undefined) continue;
    if (edit.takesBack === undefined) {
      back.push(edit.id);
      again = [];
    } else if (isOut(back, edit.takesBack)) again.push(edit.id);
    else if (isOut(again, edit.takesBack)) back.push(edit.id);
  }
  return { back, again };
}

/** All that a step is made of: the edit, and those that complete it. */
export function changesOfStep(edits: Iterable<Edit>, id: string): readonly Change[] {
  let whole: readonly Change[] = [];
  let by: string | undefined;
  for (const edit of edits) {
    if (edit.id === id) ({ by } = edit);
    // What somebody else says belongs to it is not its author's.
    if (edit.id === id || (edit.belongsTo === id && edit.by === by)) whole = compose(whole, edit.changes);
  }
  return whole;
}
