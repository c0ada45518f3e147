import type { Checked } from "../../domain/issue.ts";
import { type ImportedCase, importCase, type ImportOptions } from "../import-case.ts";
import type { FileBytes, ReadFiles } from "../formats/sources.ts";
import type { PreparedFolder } from "./prepare.ts";

/** A prepared folder of which files of other formats may have been read. */
export interface ReadPrepared extends Omit<PreparedFolder, "files"> {
  readonly files: FileBytes | ReadFiles;
}

/** Imports a folder that a recipe may have made: what is wrong is said of the files that somebody has, not of those made of them. */
export function importPrepared(
  { files, origins, issues: before }: ReadPrepared,
  options: ImportOptions = {},
): Checked<ImportedCase> {
  const failed = before.some(({ severity }) => severity === "error");
  // Where nothing could be made, all that lacks follows from that.
  if (failed && ("bytes" in files ? files.bytes : files).size === 0) return { issues: before };
  const { value, issues } = importCase(files, options);
  return { ...(value && !failed && { value }), issues: [...before, ...issues.map(origins.asFound)] };
}
