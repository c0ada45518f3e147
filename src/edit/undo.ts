import { type Change, invert } from "./change.ts";
import { normalForm } from "./compose.ts";
import type { Draft } from "./draft.ts";
import { Sheet } from "./sheet.ts";

/** The way back from an edit as far as nobody has changed the same since. */
export interface Undoing {
  readonly changes: readonly Change[];
  /** (unit, band) pairs that go back, and those that do not because they have been changed since. */
  readonly back: number;
  readonly changedSince: number;
}

/** Undoes what still is as the changes made it: each pair by itself, all else as a whole. */
export function undo(draft: Draft, changes: readonly Change[]): Undoing {
  const sheet = new Sheet(draft);
  let [back, changedSince] = [0, 0];
  const inverse = invert(normalForm(changes));
  const mayRenumber = fitInTurn(draft, inverse);
  const still = inverse.flatMap((change): readonly Change[] => {
    if (change.kind === "new-site") return mayRenumber ? [change] : [];
    if (change.kind !== "assign") return sheet.fits(change) ? [change] : [];
    const kept = change.pairs.map((pair, i) => (sheet.assignment[pair] === change.from[i] ? 1 : 0));
    const only = (values: Uint16Array): Uint16Array => values.filter((_, i) => kept[i] === 1);
    const pairs = change.pairs.filter((_, i) => kept[i] === 1);
    back += pairs.length;
    changedSince += change.pairs.length - pairs.length;
    return pairs.length > 0 ? [{ kind: "assign", pairs, from: only(change.from), to: only(change.to) }] : [];
  });
  return { changes: normalForm(still), back, changedSince };
}

/** Whether the new sites are as their changes take them to be, one change after the other: they are numbered by their order. */
function fitInTurn(draft: Draft, changes: readonly Change[]): boolean {
  const sheet = new Sheet(draft);
  return changes.every((change) => {
    if (change.kind !== "new-site") return true;
    if (!sheet.fits(change)) return false;
    sheet.apply(change);
    return true;
  });
}
