import type { EditFile } from "../../src/protocol/proposal-file.ts";
import { outboxSchema } from "../../src/protocol/room.ts";

/** Own edits that no room has answered yet, kept over a reload, a crash and a day without a connection. */
export interface Outbox {
  readonly edits: readonly EditFile[];
  readonly keep: (edits: readonly EditFile[]) => void;
}

/** What this browser kept of a seat's; nothing where it keeps nothing, or what it kept cannot be read. */
export function outboxOf(seat: string, storage: () => Storage = () => window.localStorage): Outbox {
  const key = `skoledistrikt-waiting-${seat}`;
  return {
    edits: kept(key, storage),
    keep: (edits) => {
      try {
        if (edits.length === 0) storage().removeItem(key);
        else storage().setItem(key, JSON.stringify(edits));
      } catch {
        // They are sent all the same as long as the page stands.
      }
    },
  };
}

function kept(key: string, storage: () => Storage): readonly EditFile[] {
  try {
    return outboxSchema.parse(JSON.parse(storage().getItem(key) ?? "[]"));
  } catch {
    return [];
  }
}
