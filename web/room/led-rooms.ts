import type { LedRoom } from "../state/room.ts";
import type { Store } from "../state/store.ts";

/** A room that was led in this browser, and the seat it was led from: whoever comes back leads again. */
interface Kept extends LedRoom {
  /** The seat as it was taken, and the links that were made: as a tab remembers them. */
  readonly joined: string;
  readonly links: string;
}

const NAME = "skoledistrikt-led";
/** The latest are kept. */
const MOST = 5;

/** Rooms led in this browser, the latest first. */
export function ledRooms(storage: () => Storage = () => window.localStorage): readonly Kept[] {
  try {
    const kept: unknown = JSON.parse(storage().getItem(NAME) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(each: unknown): each is Kept {
  return (
    typeof each === "object" &&
    each !== null &&
    ["seat", "title", "name", "joined", "links"].every((part) => typeof Reflect.get(each, part) === "string")
  );
}

function put(rooms: readonly Kept[], storage: () => Storage): void {
  try {
    if (rooms.length === 0) storage().removeItem(NAME);
    else storage().setItem(NAME, JSON.stringify(rooms.slice(0, MOST)));
  } catch {
    // Where nothing may be kept the leading link leads in again.
  }
}

const others = (seat: string, storage: () => Storage): readonly Kept[] =>
  ledRooms(storage).filter((each) => each.seat !== seat);

export function keepLed(room: Kept, storage: () => Storage = () => window.localStorage): void {
  put([room, ...others(room.seat, storage)], storage);
}

export function forgetLed(seat: string, storage: () => Storage = () => window.localStorage): void {
  put(others(seat, storage), storage);
}

/** Tells the page which rooms were led here. */
export const tellLed = (store: Store): void =>
  store.dispatch({ kind: "led", rooms: ledRooms().map(({ seat, title, name }) => ({ seat, title, name })) });

/** Keeps the seat of a page in a room as long as it leads there, until the given function is called. `joined`: the seat as it was taken. */
export function keepLeading(store: Store, joined: string): () => void {
  let kept: string | undefined;
  return store.subscribe(() => {
    const { room } = store.state();
    if (!room || room.line === "kept") return;
    const { seat, title, people, role } = room;
    const links = JSON.stringify(room.links);
    const name = people.find(({ id }) => id === seat)?.name ?? "";
    const now = role === "facilitator" ? `${name} ${links}` : undefined;
    if (now === kept) return;
    kept = now;
    if (now === undefined) forgetLed(seat);
    else keepLed({ seat, title, name, joined, links });
    tellLed(store);
  });
}
