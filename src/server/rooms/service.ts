import { sql } from "kysely";
import type { ProposalContext } from "../../edit/proposal-file.ts";
import { KEEP_DAYS, touch } from "../storage/retention.ts";
import { openStorage, type StoragePlace } from "../storage/storage.ts";
import { Keeping } from "./keeping.ts";
import { LiveRoom } from "./live-room.ts";
import type { LogSetting } from "./log-setting.ts";
import { noNeighbours, PostgresNeighbours } from "./neighbours.ts";
import { Packing } from "./packing.ts";
import { Rooms } from "./rooms.ts";
import { Snapshots } from "./snapshots.ts";

/** The rooms of one case, where they are kept, and those that somebody is in. */
export interface RoomService {
  readonly rooms: Rooms;
  readonly setting: LogSetting;
  /** Opened by whoever first asks for it, and let go a while after the last who held it. */
  readonly hold: (room: string) => Held;
  /** Rooms that somebody is in, or was a moment ago. */
  readonly inUse: () => readonly string[];
}

interface Held {
  readonly room: Promise<LiveRoom>;
  readonly release: () => void;
}

/** What rooms need: where they are kept, and the case, which is opened when the first room is. */
export interface RoomSetting {
  readonly place: StoragePlace;
  readonly context: () => Promise<ProposalContext>;
  /** Seats of a room that draw; whoever comes later watches. */
  readonly mostDrawing?: number;
  /** Days after which a room that nobody has used is deleted. */
  readonly keepDays?: number;
  /** So many entries of a room's log are packed together. */
  readonly packs?: number;
  /** So long a room stays open after the last one left, milliseconds. */
  readonly lingers?: number;
  /** The compiled file of the embedded database's thread, where it does not lie beside the server's. */
  readonly thread?: URL;
}

/** As many as rooms were measured with, and half as many again. */
const MOST_DRAWING = 300;
/** To pack so many holds up the rooms for some hundredths of a second; what is not packed yet is told as it is. */
const PACKS = 1000;
/** Where a network goes for all at once, they come back to a room that need not be read again, milliseconds. */
const LINGERS = 60_000;
/** So long an answer of the database is waited for before it counts as none, milliseconds. */
const PATIENCE = 2000;

/** Opened once, when somebody first makes a room or comes to one: who only looks at the map waits for none of it. */
export function roomService({
  place,
  context,
  mostDrawing = MOST_DRAWING,
  keepDays = KEEP_DAYS,
  packs = PACKS,
  lingers = LINGERS,
  thread,
}: RoomSetting): {
  readonly open: () => Promise<RoomService>;
  readonly close: () => Promise<void>;
  /** What is open by now. */
  readonly opened: () => RoomService | undefined;
  /** Whether what rooms are kept in answers and takes anything in, once it is open. */
  readonly answers: () => Promise<boolean>;
} {
  let opened: Promise<RoomService> | undefined;
  let ready: RoomService | undefined;
  const open = async (): Promise<RoomService> => {
    const [storage, ground] = await Promise.all([openStorage(place, thread), context()]);
    const neighbours = place.kind === "postgres" ? new PostgresNeighbours(storage, place.url) : noNeighbours();
    const { id: epoch } = await storage.database.selectFrom("epoch").select("id").executeTakeFirstOrThrow();
    const keeping = new Keeping(storage.database);
    const packing = new Packing(ground, packs);
    const setting: LogSetting = {
      storage,
      neighbours,
      keeping,
      context: ground,
      packing,
      snapshots: new Snapshots(ground, packing),
      now: isoNow,
      keepDays,
      epoch,
    };
    const rooms = new Rooms(setting, mostDrawing);
    ready = { rooms, setting, ...liveRooms(rooms, setting, lingers) };
    return ready;
  };
  return {
    open: () => {
      opened ??= open();
      // What failed may be tried again.
      opened.catch(() => (opened = undefined));
      return opened;
    },
    opened: () => ready,
    answers: async () => {
      try {
        const setting = (await opened)?.setting;
        if (!setting) return true;
        await Promise.race([sql`select 1`.execute(setting.storage.database), tooLate()]);
        return await Promise.race([setting.keeping.takes(), tooLate()]);
      } catch {
        return false;
      }
    },
    close: async () => {
      const setting = (await opened?.catch(() => undefined))?.setting;
      // A database that no longer answers keeps nobody from stopping.
      await setting?.neighbours.close().catch(() => undefined);
      await setting?.storage.close();
    },
  };
}

const isoNow = (): string => new Date().toISOString();

/** Throws after a while. */
const tooLate = (): Promise<never> =>
  new Promise((_, lost) => {
    setTimeout(() => lost(new Error("no answer")), PATIENCE).unref();
  });

function liveRooms(rooms: Rooms, setting: LogSetting, lingers: number): Pick<RoomService, "hold" | "inUse"> {
  const live = new Map<string, { readonly room: Promise<LiveRoom>; holders: number }>();
  const open = async (id: string): Promise<LiveRoom> => {
    const room = new LiveRoom(id, rooms, setting);
    try {
      await touch(setting.storage.database, [id]);
      await room.log.open();
    } catch (error) {
      room.close();
      throw error;
    }
    return room;
  };
  const hold: RoomService["hold"] = (id) => {
    const known = live.get(id) ?? { room: open(id), holders: 0 };
    live.set(id, known);
    known.holders++;
    const letGo = (): void => {
      if (live.get(id) === known) live.delete(id);
    };
    // One that could not be opened is tried again by the next who comes, and one that is not what its log comes to is opened anew.
    if (known.holders === 1) void lookedAt(known.room, letGo);
    return {
      room: known.room,
      release: () => {
        if (--known.holders > 0) return;
        setTimeout(() => {
          // Somebody came meanwhile, and may have gone again.
          if (known.holders > 0 || live.get(id) !== known) return;
          letGo();
          known.room.then(
            (room) => room.close(),
            () => undefined,
          );
        }, lingers).unref();
      },
    };
  };
  return { hold, inUse: () => [...live.keys()] };
}

async function lookedAt(opening: Promise<LiveRoom>, letGo: () => void): Promise<void> {
  try {
    const room = await opening;
    if (await room.log.isRight().catch(() => true)) return;
    letGo();
    room.end();
  } catch {
    letGo();
  }
}
