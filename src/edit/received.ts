import { inBoth, type Text } from "../domain/language.ts";
import type { EditFile } from "../protocol/proposal-file.ts";
import { ISSUE_TEXTS } from "../import/issue-texts.ts";
import { messageText } from "../report/issue.ts";
import type { Draft } from "./draft.ts";
import { EditReader } from "./edit-file.ts";
import { type Refusal, refusal } from "./issue-texts.ts";
import type { Edit } from "./log.ts";
import { openProposalBook, PROPOSAL_ISSUES } from "./proposal-issues.ts";

const TEXTS = { ...ISSUE_TEXTS, ...PROPOSAL_ISSUES };

/** An edit that others sent, as one of the draft there is; what it names that is not there is a refusal, never an exception. */
export function received(draft: Draft, file: EditFile): { readonly edit: Edit } | { readonly refusal: Refusal } {
  const book = openProposalBook();
  const nowhere = { file: "", value: file, at: () => ({ file: "" }) };
  const edit = new EditReader(draft.municipality, nowhere, book.report).read(draft, file, []);
  if (edit) return { edit };
  const [first] = book.all();
  const what: Text = first ? inBoth((language) => messageText(first, TEXTS, language)) : inBoth(() => file.id);
  return { refusal: refusal("edit.malformed", { what }) };
}
