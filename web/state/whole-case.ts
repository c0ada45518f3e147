import type { CaseFileBytes } from "../worker/messages.ts";

/** Whether files are a case's folder, with or without faults in it, and not one file of it or something else. */
export const isWholeCase = (files: readonly Pick<CaseFileBytes, "path">[]): boolean =>
  files.length > 1 && files.some(({ path }) => path === "case.json");
