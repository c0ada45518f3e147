import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

type Audited = Omit<Tables["audit"], "id" | "at" | "room" | "about"> & {
  readonly room?: string;
  readonly about?: string;
};

/** Adds what was done to the audit log, in the same change as the act itself. */
export async function audit(change: Kysely<Tables>, { room, about = "", ...done }: Audited): Promise<void> {
  await change
    .insertInto("audit")
    .values({ id: randomUUID(), room: room ?? null, about, ...done })
    .execute();
}

/** All of it, the earliest first, with the titles of rooms. */
export const auditLog = (database: Kysely<Tables>) =>
  database
    .selectFrom("audit")
    .leftJoin("rooms", "rooms.id", "audit.room")
    .select(["audit.at", "audit.room", "rooms.title", "audit.who", "audit.act", "audit.about"])
    .orderBy("audit.at")
    .orderBy("audit.id")
    .execute();
