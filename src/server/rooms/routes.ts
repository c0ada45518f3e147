import type { FastifyInstance, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Text } from "../../domain/language.ts";
import { joinSchema, type Joined, makeRoomSchema, type Relinked, relinkSchema } from "../../protocol/room.ts";
import type { Seat } from "./rooms.ts";
import { newId } from "./secrets.ts";
import type { RoomService } from "./service.ts";

/** The largest proposal that a room may begin with. */
const LARGEST = 4_000_000;

/** Making a room and coming to its door. `mayMake`: whether whoever asks, with an organiser's secret or none, may make rooms. */
export function roomRoutes(
  server: FastifyInstance,
  service: () => Promise<RoomService>,
  mayMake: (request: FastifyRequest, secret: string | undefined) => boolean,
  addresses: () => readonly string[],
): void {
  server.get("/rooms/offered", async (request, reply) => {
    reply.header("cache-control", "no-store");
    return { mayMake: mayMake(request, bearer(request.headers.authorization)), addresses: addresses() };
  });
  server.post("/rooms/prepare", async (request, reply) => {
    if (!mayMake(request, bearer(request.headers.authorization))) return reply.code(403).send(NOT_ORGANISER);
    // What goes wrong is told to whoever then makes a room.
    void service().catch(() => undefined);
    return reply.code(202).send({});
  });
  server.post("/rooms/make", { bodyLimit: LARGEST }, async (request, reply) => {
    if (!mayMake(request, bearer(request.headers.authorization))) return reply.code(403).send(NOT_ORGANISER);
    const asked = makeRoomSchema.safeParse(request.body);
    if (!asked.success) return reply.code(400).send(UNREADABLE);
    const made = await (await service()).rooms.make(asked.data.title, asked.data.proposal);
    return made ?? reply.code(409).send(OTHER_DATA);
  });
  server.post("/rooms/join", async (request, reply) => {
    const asked = joinSchema.safeParse(request.body);
    if (!asked.success) return reply.code(400).send(UNREADABLE);
    const { rooms } = await service();
    const joined: Joined | undefined =
      "link" in asked.data
        ? await rooms.takeSeat(asked.data.link, asked.data.name)
        : await rooms.comeBack(asked.data.seat);
    // The same words whether the link is wrong, withdrawn or for other data: nobody learns what rooms there are.
    return joined ?? reply.code(404).send(NO_ROOM);
  });
  server.post("/rooms/links", async (request, reply) => {
    const asked = relinkSchema.safeParse(request.body);
    if (!asked.success) return reply.code(400).send(UNREADABLE);
    const opened = await service();
    const seat = await opened.rooms.seatOf(asked.data.seat);
    if (!seat) return reply.code(404).send(NO_ROOM);
    const answer = await relinked(opened, seat, asked.data);
    return "lines" in answer ? reply.code(403).send(answer.lines[0]) : answer;
  });
}

/** A new link for a role in place of the old, or none; what others learn of it is an act in the room's log. */
async function relinked(
  { rooms, hold }: RoomService,
  seat: Seat,
  { role, isOpen }: z.infer<typeof relinkSchema>,
): Promise<Relinked | { readonly lines: readonly Text[] }> {
  const { room, release } = hold(seat.room);
  try {
    const answer = await (await room).log.put(seat, { id: newId(), act: { kind: "link", role, isOpen } });
    if (answer.kind === "refused") return answer;
    const secret = await rooms.relink(seat.room, role, isOpen);
    return secret === undefined ? {} : { secret };
  } finally {
    release();
  }
}

const bearer = (header: string | undefined): string | undefined => header?.match(/^Bearer ([A-Za-z0-9_-]{43})$/)?.[1];

const NOT_ORGANISER = {
  da: "Kun den, der har arrangørens link, kan lave rum her. Det står i vinduet, hvor programmet er startet.",
  en: "Only whoever has the organiser's link can make rooms here. It stands in the window where the program was started.",
};
const UNREADABLE = {
  da: "Det, siden sendte, kunne ikke læses. Genindlæs siden, og prøv igen.",
  en: "What the page sent could not be read. Load the page anew, and try again.",
};
const OTHER_DATA = {
  da: "Forslaget er tegnet på andre data end dem, der er åbnet her. Genindlæs siden, og prøv igen.",
  en: "The proposal was drawn on other data than those opened here. Load the page anew, and try again.",
};
const NO_ROOM = {
  da: "Linket gælder ikke. Se efter, om det hele er med, eller bed om et nyt.",
  en: "The link does not hold. See whether all of it is there, or ask for a new one.",
};
