import { NO_SITE } from "../domain/plan.ts";
import type { AssignChange, Change } from "./change.ts";
import { checkChanges } from "./check.ts";
import { compose } from "./compose.ts";
import { applyChanges, type Edit } from "./log.ts";
import { isSameDraft } from "./same.ts";
import { type Followed, followed, type Waiting } from "./shared-log.ts";

/** A log whose own edits are completed, and those that were given something. */
interface Completed {
  readonly log: Followed;
  readonly waiting: readonly Waiting[];
}

/**
 * Own edits that can be made, each with its own of what completes them as one edit, which is taken or refused whole: whom an edit left
 * without a school gets one with it, where that school was there by then; all else goes with the last. `notes`: of each edit's id, what it says
 * once it is completed, where it says something else then; `changes`: of what the author sees. `undefined` where they cannot be shared out
 * so that they come to the same, or all edits have a number.
 */
export function completed(
  log: Followed,
  notes: ReadonlyMap<string, Edit["note"]>,
  changes: readonly Change[],
): Completed | undefined {
  const own = log.shown.filter(({ id }) => notes.has(id));
  const last = own.at(-1);
  if (!last) return undefined;
  const { left, rest } = sharedOut(log.shown, own, changes);
  let draft = log.agreed;
  let over: readonly Change[] = [];
  const wholes = new Map<string, Waiting>();
  for (const edit of log.shown) {
    const madeOf = draft;
    draft = applyChanges(draft, edit.changes);
    if (!own.includes(edit)) continue;
    const its = compose(over, [...(left.get(edit.id) ?? []), ...(edit === last ? rest : [])]);
    const isPossible = edit === last || checkChanges(draft, its).length === 0;
    over = isPossible ? [] : its;
    if (!isPossible || its.length === 0) continue;
    draft = applyChanges(draft, its);
    const note = notes.get(edit.id);
    wholes.set(edit.id, { edit: { ...edit, changes: compose(edit.changes, its), ...(note && { note }) }, madeOf });
  }
  const all = log.waiting.map((each) => wholes.get(each.edit.id) ?? each);
  const next = followed(log.agreed, log.number, all);
  return isSameDraft(next.draft, applyChanges(log.draft, changes))
    ? { log: next, waiting: [...wholes.values()] }
    : undefined;
}

/** What is each edit's own, by its id: schools for whom it was the last to leave without one. */
function sharedOut(shown: readonly Edit[], own: readonly Edit[], changes: readonly Change[]) {
  const touchedBy = new Map<number, string>();
  for (const { id, changes: made } of shown)
    for (const change of made) if (change.kind === "assign") for (const pair of change.pairs) touchedBy.set(pair, id);
  const left = new Map<string, readonly Change[]>(own.map(({ id }) => [id, []]));
  const rest: Change[] = [];
  for (const change of changes) {
    if (change.kind !== "assign") {
      rest.push(change);
      continue;
    }
    const placesOf = new Map<string | undefined, number[]>();
    change.pairs.forEach((pair, place) => {
      const by = change.from[place] === NO_SITE ? touchedBy.get(pair) : undefined;
      const known = by !== undefined && left.has(by) ? by : undefined;
      const places = placesOf.get(known);
      if (places) places.push(place);
      else placesOf.set(known, [place]);
    });
    for (const [by, places] of placesOf) {
      const part = only(change, places);
      if (by === undefined) rest.push(part);
      else left.set(by, [...(left.get(by) ?? []), part]);
    }
  }
  return { left, rest };
}

const only = ({ pairs, from, to }: AssignChange, places: readonly number[]): Change => ({
  kind: "assign",
  pairs: Uint32Array.from(places, (place) => pairs[place]),
  from: Uint16Array.from(places, (place) => from[place]),
  to: Uint16Array.from(places, (place) => to[place]),
});
