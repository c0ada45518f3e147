import type { Change, Lockable } from "./change.ts";
import { checkChanges } from "./check.ts";
import { compose } from "./compose.ts";
import type { Draft } from "./draft.ts";
import { setLock } from "./tools.ts";

/** Changes that nothing locked stands in the way of any more. */
export interface Unlocking {
  /** What is unlocked for them; never empty. */
  readonly locks: readonly Lockable[];
  /** The changes, with it unlocked. */
  readonly changes: readonly Change[];
}

/**
 * What must be unlocked for changes to be made, and no more than that; undefined where no lock stands in their way, or something else
 * does that no unlocking helps.
 */
export function unlocking(draft: Draft, changes: readonly Change[]): Unlocking | undefined {
  const locks: Lockable[] = [];
  // What is locked twice over shows its second lock once the first is off: each round takes locks off that were on still.
  for (;;) {
    const opened = compose(
      locks.flatMap((what) => setLock(draft, what, false)),
      changes,
    );
    const refusals = checkChanges(draft, opened);
    if (refusals.length === 0) return locks.length > 0 ? { locks, changes: opened } : undefined;
    for (const { lock } of refusals) {
      if (!lock) return undefined;
      locks.push(lock);
    }
  }
}
