import type { Said } from "../domain/language.ts";
import type { QuestionFile } from "../protocol/question-file.ts";
import type { Change } from "./change.ts";
import type { Draft } from "./draft.ts";
import { Sheet } from "./sheet.ts";

/** The unit of everything: a step that can be undone, a row that is stored, a message to others, a line of the minutes. */
export interface Edit {
  readonly id: string;
  /** Who made it. */
  readonly by: string;
  /** When, ISO 8601. */
  readonly at: string;
  readonly changes: readonly Change[];
  /** What it does, for whoever reads the list of edits. */
  readonly note?: Said;
  /** Of a computed edit: the question that it answers. */
  readonly asked?: Computed;
  /** Where several draw on one log: the edit of one's own that it takes back, with all that belongs to that. */
  readonly takesBack?: string;
  /** Where several draw on one log: the edit of one's own that it completes; both are one step. */
  readonly belongsTo?: string;
}

/** What the optimiser was asked, and how sure its answer is. */
export interface Computed {
  /** Without its locks, of which there may be thousands. */
  readonly question: QuestionFile;
  /** In how many units somebody was locked to a site. */
  readonly locked: number;
  readonly status: "optimal" | "stopped";
  /** (value - bound) / |value| where it is not proven best; absent where nothing is known. */
  readonly gap?: number | undefined;
}

/** What a log of edits makes of a start. O(pairs of the case + all that the edits touch). */
export function fold(start: Draft, edits: readonly Edit[]): Draft {
  const sheet = new Sheet(start);
  for (const { changes } of edits) for (const change of changes) sheet.apply(change);
  return sheet.finish();
}

/** The draft with all of the changes made, in their order. Whether they may be made is {@link checkChanges}'s to say. */
export function applyChanges(draft: Draft, changes: readonly Change[]): Draft {
  const sheet = new Sheet(draft);
  for (const change of changes) sheet.apply(change);
  return sheet.finish();
}
