import type { Checked } from "../../domain/issue.ts";
import { type ImportedCase, importCase, type ImportOptions } from "../import-case.ts";
import { type FileBytes, onlyOwn, type ReadFiles } from "../formats/sources.ts";
import type { PreparedFolder } from "./prepare.ts";

/** Imports a folder that a recipe may have made: what is wrong is said of the files that somebody has, not of those made of them. */
export function importPrepared(
  { files, origins, issues: before }: PreparedFolder<FileBytes | ReadFiles>,
  options: ImportOptions = {},
): Checked<ImportedCase> {
  const failed = before.some(({ severity }) => severity === "error");
  // Where nothing could be made, all that lacks follows from that.
  if (failed && onlyOwn(files).bytes.size === 0) return { issues: before };
  const { value, issues } = importCase(files, options);
  return { ...(value && !failed && { value }), issues: [...before, ...issues.map(origins.asFound)] };
}
