import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Text } from "../../domain/language.ts";
import { joinedBytes } from "../../kernels/number-bytes.ts";
import { HINDRANCES } from "../../meeting/may.ts";
import { isTooLarge, LARGEST_MESSAGE, ROOM_RATES } from "../../protocol/room-limits.ts";
import type { Act } from "../../protocol/room-acts.ts";
import {
  atDoorSchema,
  joinSchema,
  makeRoomSchema,
  pastSchema,
  type Relinked,
  relinkSchema,
} from "../../protocol/room.ts";
import { hasUnseenName } from "../../protocol/words.ts";
import { Rates } from "./rates.ts";
import type { LiveRoom } from "./live-room.ts";
import type { NoSeat, Seat } from "./rooms.ts";
import type { Answer } from "./writing.ts";
import { newId } from "./secrets.ts";
import type { RoomService } from "./service.ts";

/** So many packs of what is long past are told at once: a few hundred kilobytes. */
const PACKS = 20;

/** Making a room, coming to its door, and what is long past of it. `mayMake`: whether whoever asks may make rooms. */
export function roomRoutes(
  server: FastifyInstance,
  service: () => Promise<RoomService>,
  mayMake: (request: FastifyRequest) => boolean,
  addresses: () => readonly string[],
  signIn: (request: FastifyRequest) => "offered" | "done" | undefined,
): void {
  server.get("/rooms/offered", async (request, reply) => {
    reply.header("cache-control", "no-store");
    return { mayMake: mayMake(request), addresses: addresses(), signIn: signIn(request) };
  });
  server.post("/rooms/prepare", async (request, reply) => {
    if (!mayMake(request)) return reply.code(403).send(NOT_ORGANISER);
    // What goes wrong is told to whoever then makes a room.
    void service().catch(() => undefined);
    return reply.code(202).send({});
  });
  server.post("/rooms/make", { bodyLimit: LARGEST_MESSAGE, errorHandler }, async (request, reply) => {
    if (!mayMake(request)) return reply.code(403).send(NOT_ORGANISER);
    if (isProposalTooLarge(request.body)) return reply.code(413).send(HINDRANCES["too.large"]);
    const asked = makeRoomSchema.safeParse(request.body);
    if (!asked.success) return reply.code(400).send(HINDRANCES.unreadable);
    if (hasUnseenName(request.body, asked.data)) return reply.code(400).send(HINDRANCES.nameless);
    const made = await (await service()).rooms.make(asked.data.title, asked.data.proposal, asked.data.linkDays);
    return made ?? reply.code(409).send(OTHER_DATA);
  });
  const rates = {
    atDoor: new Rates(ROOM_RATES.atDoor),
    joined: new Rates(ROOM_RATES.joined),
    cameBack: new Rates(ROOM_RATES.cameBack),
    relinked: new Rates(ROOM_RATES.relinked),
    past: new Rates(ROOM_RATES.past),
  };
  server.post("/rooms/join", { errorHandler }, async (request, reply) => {
    const asked = joinSchema.safeParse(request.body);
    if (!asked.success) return reply.code(400).send(HINDRANCES.unreadable);
    const { data } = asked;
    const mayCome = "link" in data ? rates.joined.take(data.link) : rates.cameBack.take(data.seat);
    if (!mayCome) return tooMany(reply);
    const { rooms } = await service();
    const joined = "link" in data ? await rooms.takeSeat(data.link, data.name) : await rooms.comeBack(data.seat);
    if (typeof joined === "string") return reply.code(NO_SEAT[joined].code).send(NO_SEAT[joined].text);
    // The same words whether the link is wrong, withdrawn or for other data: nobody learns what rooms there are.
    return joined ?? reply.code(404).send(NO_ROOM);
  });
  server.post("/rooms/door", { errorHandler }, async (request, reply) => {
    const asked = atDoorSchema.safeParse(request.body);
    if (!asked.success) return reply.code(400).send(HINDRANCES.unreadable);
    if (!rates.atDoor.take(asked.data.link)) return tooMany(reply);
    const door = await (await service()).rooms.door(asked.data.link);
    if (door === "expired") return reply.code(NO_SEAT[door].code).send(NO_SEAT[door].text);
    return door ?? reply.code(404).send(NO_ROOM);
  });
  server.post("/rooms/past", { errorHandler }, async (request, reply) => {
    const asked = pastSchema.safeParse(request.body);
    if (!asked.success) return reply.code(400).send(HINDRANCES.unreadable);
    if (!rates.past.take(asked.data.seat)) return tooMany(reply);
    const { rooms, setting } = await service();
    const seat = await rooms.seatOf(asked.data.seat);
    if (!seat) return reply.code(404).send(NO_ROOM);
    const packs = await setting.packing.after(setting.storage.database, seat.room, asked.data.after, PACKS);
    const bytes = Buffer.from(joinedBytes(packs.map(({ packed }) => packed)));
    return reply.header("cache-control", "no-store").type("application/octet-stream").send(bytes);
  });
  server.post("/rooms/links", { errorHandler }, async (request, reply) => {
    const asked = relinkSchema.safeParse(request.body);
    if (!asked.success) return reply.code(400).send(HINDRANCES.unreadable);
    if (!rates.relinked.take(asked.data.seat)) return tooMany(reply);
    const opened = await service();
    const seat = await opened.rooms.seatOf(asked.data.seat);
    if (!seat) return reply.code(404).send(NO_ROOM);
    const answer = await relinked(opened, seat, asked.data);
    return "lines" in answer ? reply.code(403).send(answer.lines[0]) : answer;
  });
}

const isProposalTooLarge = (body: unknown): boolean =>
  typeof body === "object" && body !== null && "proposal" in body && isTooLarge({ file: body.proposal });

/** What no route says itself is said in words all the same. */
function errorHandler({ code, statusCode = 500 }: FastifyError, _: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return reply.code(413).send(HINDRANCES["too.large"]);
  return statusCode < 500 ? reply.code(statusCode).send(HINDRANCES.unreadable) : reply.code(503).send(NOT_NOW);
}

/** A new link for a role in place of the old, or none; what others learn of it is an act in the room's log. */
async function relinked(
  { rooms, hold }: RoomService,
  seat: Seat,
  { role, isOpen }: z.infer<typeof relinkSchema>,
): Promise<Relinked | { readonly lines: readonly Text[] }> {
  return acted({ hold }, seat, { kind: "link", role, isOpen }, async (room) => {
    const secret = await rooms.relink(seat.room, role, isOpen);
    await room.linksChanged();
    return secret === undefined ? {} : { secret };
  });
}

/** An act of a seat's that came by no socket, and what follows from it while the room is held. */
export async function acted<Value>(
  { hold }: Pick<RoomService, "hold">,
  seat: Seat,
  act: Act,
  then: (room: LiveRoom) => Promise<Value>,
): Promise<Value | Extract<Answer, { readonly kind: "refused" }>> {
  const { room, release } = hold(seat.room);
  try {
    const live = await room;
    const answer = await live.log.put(seat, { id: newId(), act });
    return answer.kind === "refused" ? answer : await then(live);
  } finally {
    release();
  }
}

export const tooMany = (reply: FastifyReply): FastifyReply =>
  reply.code(429).header("retry-after", "10").send(MANY_COME);

const NOT_ORGANISER = {
  da: "Kun den, der har arrangørens link, kan lave rum her. Det står i vinduet, hvor programmet er startet.",
  en: "Only whoever has the organiser's link can make rooms here. It stands in the window where the program was started.",
};
const OTHER_DATA = {
  da: "Forslaget er tegnet på andre data end dem, der er åbnet her. Genindlæs siden, og prøv igen.",
  en: "The proposal was drawn on other data than those opened here. Load the page anew, and try again.",
};
export const NO_ROOM = {
  da: "Linket gælder ikke. Se efter, om det hele er med, eller bed om et nyt.",
  en: "The link does not hold. See whether all of it is there, or ask for a new one.",
};
const MANY_COME = {
  da: "Mange kommer ind ad det samme link lige nu. Vent et øjeblik, og prøv igen.",
  en: "Many are coming in by the same link just now. Wait a moment, and try again.",
};
const LINK_EXPIRED = {
  da: "Linket er udløbet. Bed den, der leder mødet, om et nyt. Har du været inde før, så brug den browser, du var inde med.",
  en: "The link has expired. Ask whoever leads the meeting for a new one. If you were in before, use the browser that you were in with.",
};
const ALL_TAKEN = {
  da: "Rummet har ikke flere pladser. Bed den, der leder mødet, om at tage dig med på en anden måde.",
  en: "The room has no more seats. Ask whoever leads the meeting to have you take part in another way.",
};
const NOT_NOW = {
  da: "Rummene kan ikke nås lige nu. Prøv igen om lidt.",
  en: "The rooms cannot be reached just now. Try again in a moment.",
};

const NO_SEAT: Readonly<Record<NoSeat, { readonly code: number; readonly text: Text }>> = {
  expired: { code: 410, text: LINK_EXPIRED },
  full: { code: 409, text: ALL_TAKEN },
  later: { code: 503, text: NOT_NOW },
};
