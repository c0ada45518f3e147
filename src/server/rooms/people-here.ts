import { type Meeting, roleOf } from "../../meeting/meeting.ts";
import { ROOM_LIMITS } from "../../protocol/room-limits.ts";
import type { PersonHere } from "../../protocol/room.ts";
import type { Known, Rooms } from "./rooms.ts";

/** Whom a room's pages are told of. */
interface PeopleHere {
  readonly people: readonly PersonHere[];
  /** How many others watch just now. */
  readonly more: number;
}

/**
 * Everybody who takes part or did, whose names stand at what they did, here or not; of those who only watch some of those who are here,
 * and how many more. `here`: seats that are here by way of any process.
 */
export async function peopleIn(
  rooms: Rooms,
  room: string,
  meeting: Meeting,
  here: ReadonlySet<string>,
): Promise<PeopleHere> {
  const takePart = await rooms.takingPart(room);
  const known = new Set(takePart.map(({ id }) => id));
  const watching = [...here].filter((id) => !known.has(id));
  const named = watching.slice(0, ROOM_LIMITS.watchingNamed);
  // Whoever was given another role may have drawn before.
  const others = new Set([...meeting.roles.keys(), ...named].filter((id) => !known.has(id)));
  const seats = [...takePart, ...(await rooms.named(room, [...others]))];
  const person = ({ id, name, role, gone }: Known): PersonHere => ({
    id,
    name,
    role: roleOf(meeting, { id, role }),
    isHere: here.has(id),
    ...(gone && { isOut: true }),
  });
  return { people: seats.map(person), more: watching.length - named.length };
}
