import { access } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyBaseLogger } from "fastify";
import { sweep } from "../storage/retention.ts";
import type { StoragePlace } from "../storage/storage.ts";
import type { RoomService } from "../rooms/service.ts";
import { allPackedUp } from "../rooms/snapshots.ts";

/** How often it is seen which rooms nobody uses, milliseconds. */
const HOUR = 3_600_000;

/** Between two packs of long rooms while somebody is in a room, milliseconds, so that nobody waits for any of it; none where nobody is. */
const REST = 200;

/** Deletes rooms that nobody uses, and packs what is long past of the others, now and every hour until the returned function is called. */
export function tidyHourly(open: () => Promise<RoomService>, place: StoragePlace, log: FastifyBaseLogger): () => void {
  const look = async (): Promise<void> => {
    // Where no room was ever made, nothing is opened for it.
    if (!(await mayHoldRooms(place))) return;
    const { setting, inUse } = await open();
    const swept = await sweep(setting.storage.database, { keepDays: setting.keepDays, inUse: inUse() });
    if (swept.kind === "waits")
      log.warn({ event: "deletion waits", until: swept.until, jumpedSeconds: swept.jumped }, "the clock has jumped");
    else if (swept.deleted > 0) log.info({ event: "rooms deleted", rooms: swept.deleted }, "not used any more");
    await allPackedUp(setting, () => (inUse().length > 0 ? REST : 0));
  };
  const tryToLook = (): void =>
    void look().catch(() => log.error({ event: "tidying failed" }, "tried again in an hour"));
  tryToLook();
  const looking = setInterval(tryToLook, HOUR).unref();
  return () => clearInterval(looking);
}

const mayHoldRooms = async (place: StoragePlace): Promise<boolean> =>
  place.kind === "folder"
    ? access(join(place.folder, "database")).then(
        () => true,
        () => false,
      )
    : place.kind === "postgres";
