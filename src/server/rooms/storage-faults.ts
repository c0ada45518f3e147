import type { Later } from "../../protocol/room.ts";

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** Classes of SQLSTATE that are about what was to be written, and not about the database: data, rules of a table, size, a table's own no. */
const OF_WHAT_WAS_WRITTEN = /^(22|23|54|P0)...$/;

/** Whether the database refused what was to be written; otherwise it could not write anything just now. */
export const isAboutTheRow = (error: unknown): boolean => OF_WHAT_WAS_WRITTEN.test(codeOf(error));

/** Why nothing was kept, for whoever sent it: "disk_full" is SQLSTATE 53100. */
export function laterBecause(error: unknown): Later {
  const isFull =
    codeOf(error) === "53100" ||
    codeOf(error) === "ENOSPC" ||
    (error instanceof Error && /ENOSPC|no space left/i.test(error.message));
  return isFull ? "storage.full" : "storage.away";
}
