import {
  type Change,
  changesOfStep,
  completed,
  type Draft,
  dropped,
  type Edit,
  type Followed,
  followed,
  hears,
  ownSteps,
  type OwnSteps,
  type ReadEdit,
  received,
  taken,
  takenBack,
  type Text,
  waitsFor,
  writeEdit,
} from "../../src/index.ts";
import type { EditFile } from "../../src/protocol/proposal-file.ts";
import type { EditEntry } from "../../src/protocol/room.ts";
import { type History, merged, type Step, wayTo } from "../proposals/history.ts";
import type { Proposal } from "../proposals/proposal.ts";

/** A proposal that several draw: the room's log, and the history that the page shows of it. */
export interface DrawnTogether {
  readonly log: Followed;
  /** The steps that have a number, after those that the room began with. */
  readonly agreed: History;
  readonly begun: Proposal;
}

/** `number`: of the room's entry that it began with. */
export const drawnTogether = (begun: Proposal, number: number): DrawnTogether => ({
  log: followed(begun.draft, number),
  agreed: begun.history,
  begun,
});

/** The next edits of the room, in order. */
export function withHeard(drawn: DrawnTogether, files: readonly (EditEntry | ReadEdit)[]): DrawnTogether {
  let { log } = drawn;
  const edits: Edit[] = [];
  for (const run of runsOf(files.filter(({ number }) => number > drawn.log.number))) {
    const read = run.map((entry) => ({
      number: entry.number,
      edit: "read" in entry ? entry.read : readEdit(log.agreed, entry.edit),
    }));
    log = hears(log, read);
    for (const { edit } of read) edits.push(edit);
  }
  return { ...drawn, log, agreed: merged(drawn.agreed, stepsAfter(drawn.agreed.head, edits)) };
}

/** A new school gives its id a meaning, so what comes after it is read after it; all else is read and folded at once. */
function runsOf(files: readonly (EditEntry | ReadEdit)[]): readonly (readonly (EditEntry | ReadEdit)[])[] {
  const runs: (EditEntry | ReadEdit)[][] = [[]];
  for (const file of files) {
    runs.at(-1)?.push(file);
    if ("edit" in file && file.edit.changes.some(({ kind }) => kind === "new-site")) runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

/** An edit that has a number was read by whoever gave it one; one that cannot be read here is a fault of the program. */
function readEdit(draft: Draft, file: EditFile): Edit {
  const read = received(draft, file);
  if ("edit" in read) return read.edit;
  throw new Error(`edit ${file.id} of the room cannot be read: ${JSON.stringify(read.refusal.values)}`);
}

function stepsAfter(head: string | undefined, edits: readonly Edit[]): readonly Step[] {
  let parent = head;
  return edits.map((edit) => {
    const step = { edit, parent };
    parent = edit.id;
    return step;
  });
}

export const withOwn = (drawn: DrawnTogether, edit: Edit): DrawnTogether => ({
  ...drawn,
  log: waitsFor(drawn.log, edit),
});

/** Own edits with what completes them; `files`: as they are sent. `undefined` where that is to be an edit of its own. */
export function withCompletion(
  drawn: DrawnTogether,
  notes: ReadonlyMap<string, Text | undefined>,
  changes: readonly Change[],
): { readonly drawn: DrawnTogether; readonly files: readonly EditFile[] } | undefined {
  const whole = completed(drawn.log, notes, changes);
  if (!whole) return undefined;
  const files = whole.waiting.map(({ edit, madeOf }) => writeEdit(madeOf, edit));
  return { drawn: { ...drawn, log: whole.log }, files };
}

/** Own edits of an earlier visit, which may have a number by now; those that cannot be read any more are left out. */
export function withKept(drawn: DrawnTogether, files: readonly EditFile[]): DrawnTogether {
  let next = drawn;
  for (const file of files) {
    if (next.agreed.steps.has(file.id)) continue;
    const read = received(next.log.draft, file);
    const made = "edit" in read ? taken(next.log.draft, read.edit) : undefined;
    if (made?.kind === "taken") next = withOwn(next, made.edit);
  }
  return next;
}

export const without = (drawn: DrawnTogether, id: string): DrawnTogether => ({ ...drawn, log: dropped(drawn.log, id) });

/** A proposal as it was read anew, all or more of it, in place of how it was shown; own edits that wait for a number stay on top. */
export const inPlaceOf = (shown: DrawnTogether | undefined, { log, ...read }: DrawnTogether): DrawnTogether => ({
  ...read,
  log: followed(log.agreed, log.number, shown?.log.waiting),
});

/** The proposal as it is shown, with its steps as they were read: nothing that follows from what it is has to be worked out anew. */
export const withSteps = (shown: DrawnTogether, { agreed }: DrawnTogether): DrawnTogether => ({ ...shown, agreed });

/** The proposal as whoever draws here sees it: with the edits that still wait for a number. */
export const proposalOf = ({ log, agreed, begun }: DrawnTogether): Proposal => ({
  ...begun,
  history: merged(agreed, stepsAfter(agreed.head, log.shown)),
  draft: log.draft,
});

const allEdits = ({ history }: Proposal): readonly Edit[] => wayTo(history).map(({ edit }) => edit);

export const stepsOf = (proposal: Proposal, seat: string): OwnSteps => ownSteps(allEdits(proposal), seat);

/** What takes back one of one's own steps, as far as others have not changed it since; `edit`: the step's own. */
export function takingBack(proposal: Proposal, id: string) {
  const edits = allEdits(proposal);
  const edit = edits.find((each) => each.id === id);
  return edit && { edit, ...takenBack(proposal.draft, changesOfStep(edits, id)) };
}
