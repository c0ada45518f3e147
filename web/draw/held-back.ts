import {
  assignPairs,
  type Draft,
  type Hold,
  type Lockable,
  NO_LOCKS,
  setLock,
  siteName,
  type Text,
  unlocking,
} from "../../src/index.ts";
import type { HeldBack, WantedStep } from "../state/app-state.ts";
import { movedPairs, unitsOf } from "./drawn.ts";
import { lockedNames } from "./locks.ts";
import { inBothTexts, noteText } from "../i18n/notes.ts";

/** What locks keep from going to a school of the pairs that a stroke sends there; undefined where they keep nothing, or no lock alone does. */
export function heldBack(draft: Draft, pairs: readonly number[], site: number): HeldBack | undefined {
  const going = new Set(movedPairs(assignPairs(draft, pairs, site).changes));
  const held = pairs.filter((pair) => !going.has(pair));
  const { changes } = assignPairs({ ...draft, locks: NO_LOCKS }, held, site);
  const opened = unlocking(draft, changes);
  if (!opened) return undefined;
  const units = unitsOf(draft.municipality.grades, movedPairs(changes));
  const note = noteText("edit.painted", { units, text: inBothTexts(units), site: siteName(draft, site) });
  return { locks: opened.locks, step: { changes: opened.changes, note } };
}

/** On more than the areas themselves. */
type LargeHold = Exclude<Hold, { readonly by: "units" }>;

/** What is unlocked by a yes where areas are held by more than themselves. */
export function unlockingAll(draft: Draft, holds: readonly Hold[]): HeldBack {
  const found = new Map(
    holds.flatMap((hold) => (hold.by === "units" ? [] : [[Object.values(hold).join(" "), lockOf(hold)]])),
  );
  const locks = [...found.values()];
  return { locks, step: { changes: locks.flatMap((what) => setLock(draft, what, false)) } };
}

function lockOf(hold: LargeHold): Lockable {
  if (hold.by === "site") return { site: hold.site };
  return hold.by === "district" ? { district: hold.district } : { band: hold.band };
}

/** What is done once somebody says yes to unlocking: its note says both. */
export function unlockedStep(draft: Draft, { locks, step }: HeldBack): WantedStep & { readonly note: Text } {
  const unlocked = noteText("edit.unlocked", { what: lockedNames(draft, locks) });
  const after = (note: Text): Text => noteText("edit.unlockedAnd", { unlocked, note });
  const { note, moved } = step;
  return { ...step, note: note ? after(note) : unlocked, ...(moved && { moved: after(moved) }) };
}
