import type { Computed } from "../../src/index.ts";
import { type History, wayTo } from "../proposals/history.ts";

/** The last computed step on the way to where a proposal stands, and whether it was changed by hand since. */
interface LastComputed {
  readonly asked: Computed;
  readonly since: "untouched" | "changed";
}

export function lastComputed(history: History): LastComputed | undefined {
  const path = wayTo(history);
  const at = path.findLastIndex(({ edit }) => edit.asked !== undefined);
  const asked = path[at]?.edit.asked;
  if (!asked) return undefined;
  const later = path.slice(at + 1).flatMap(({ edit }) => edit.changes);
  const isChanged = later.some(({ kind }) => kind !== "text" && kind !== "lock");
  return { asked, since: isChanged ? "changed" : "untouched" };
}
