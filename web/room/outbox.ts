import { outboxSchema, type Sent } from "../../src/protocol/room.ts";

/** What of one's own no room has answered yet, kept over a reload, a crash and a day without a connection. */
export interface Outbox {
  readonly sent: readonly Sent[];
  readonly keep: (sent: readonly Sent[]) => void;
}

/** What this browser kept of a seat's; nothing where it keeps nothing, or what it kept cannot be read. */
export function outboxOf(seat: string, storage: () => Storage = () => window.localStorage): Outbox {
  const key = `skoledistrikt-waiting-${seat}`;
  return {
    sent: kept(key, storage),
    keep: (sent) => {
      try {
        if (sent.length === 0) storage().removeItem(key);
        else storage().setItem(key, JSON.stringify(sent));
      } catch {
        // It is sent all the same as long as the page stands.
      }
    },
  };
}

function kept(key: string, storage: () => Storage): readonly Sent[] {
  try {
    return outboxSchema.parse(JSON.parse(storage().getItem(key) ?? "[]"));
  } catch {
    return [];
  }
}
