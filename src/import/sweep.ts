import type { Issue } from "../domain/issue.ts";
import { questionFileSchema } from "../protocol/question-file.ts";
import { FIXED_FIELDS, patched, patchesOf, type SweepFile, sweepFileSchema } from "../protocol/sweep-file.ts";
import { fitSchema, type JsonText, readJson } from "./json-text.ts";
import { openIssueBook, type Report } from "./report.ts";

/**
 * A sweep file as its schema has it, of which every scenario's question is one; every way it does not fit is an issue with its line. `at`: where each
 * part of the file stands.
 */
export function readSweepText(
  text: string,
  file: string,
): { readonly value?: SweepFile; readonly at?: JsonText["at"]; readonly issues: readonly Issue[] } {
  const book = openIssueBook();
  const json = readJson(file, text, book.report);
  const value = json && fitSchema(json, sweepFileSchema, book.report);
  if (json && value) checkQuestions(json, value, book.report);
  return { ...(json && value && !book.failed() && { value, at: json.at }), issues: book.all() };
}

/** Whatever of the changed fields does not fit a question is told where it stands. */
function checkQuestions(json: JsonText, file: SweepFile, report: Report): void {
  for (const [path, fields] of patchesOf(file)) {
    const fixed = FIXED_FIELDS.filter((name) => name in fields);
    for (const name of fixed)
      report("json.field-unknown", json.at([...path, name]), { field: [...path, name].join(".") });
    if (fixed.length > 0) continue;
    fitSchema(
      { file: json.file, value: patched(file.question, fields), at: (inside) => json.at([...path, ...inside]) },
      questionFileSchema,
      report,
    );
  }
}
