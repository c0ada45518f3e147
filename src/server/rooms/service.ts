import type { ProposalContext } from "../../edit/proposal-file.ts";
import { openStorage, type StoragePlace } from "../storage/storage.ts";
import { Rooms } from "./rooms.ts";
import type { Storage } from "../storage/storage.ts";

/** The rooms of one case, and where they are kept. */
export interface RoomService {
  readonly rooms: Rooms;
  readonly storage: Storage;
}

/** What rooms need: where they are kept, and the case, which is opened when the first room is. */
export interface RoomSetting {
  readonly place: StoragePlace;
  readonly context: () => Promise<ProposalContext>;
  /** The compiled file of the embedded database's thread, where it does not lie beside the server's. */
  readonly thread?: URL;
}

/** Opened once, when somebody first makes a room or comes to one: who only looks at the map waits for none of it. */
export function roomService({ place, context, thread }: RoomSetting): {
  readonly open: () => Promise<RoomService>;
  readonly close: () => Promise<void>;
} {
  let opened: Promise<RoomService> | undefined;
  const open = async (): Promise<RoomService> => {
    const [storage, ground] = await Promise.all([openStorage(place, thread), context()]);
    return { storage, rooms: new Rooms(storage, ground, () => new Date().toISOString()) };
  };
  return {
    open: () => {
      opened ??= open();
      // What failed may be tried again.
      opened.catch(() => (opened = undefined));
      return opened;
    },
    close: async () => (await opened?.catch(() => undefined))?.storage.close(),
  };
}
