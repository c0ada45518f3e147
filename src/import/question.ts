import type { Issue } from "../domain/issue.ts";
import { type QuestionFile, questionFileSchema } from "../protocol/question-file.ts";
import { fitSchema, readJson } from "./json-text.ts";
import { openIssueBook } from "./report.ts";

/** A question file as its schema has it; every way it does not fit is an issue with its line. */
export function readQuestionText(
  text: string,
  file: string,
): { readonly value?: QuestionFile; readonly issues: readonly Issue[] } {
  const book = openIssueBook();
  const json = readJson(file, text, book.report);
  const value = json && fitSchema(json, questionFileSchema, book.report);
  return { ...(value && { value }), issues: book.all() };
}
