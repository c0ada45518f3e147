import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { ownSchema } from "../../protocol/room.ts";
import { contributionsOf } from "../operations/contributions.ts";
import type { Seat } from "./rooms.ts";
import { HINDRANCES } from "../../meeting/may-text.ts";
import { ROOM_RATES } from "../../protocol/room-limits.ts";
import { Rates } from "./rates.ts";
import { acted, NO_ROOM, tooMany } from "./routes.ts";
import type { RoomService } from "./service.ts";

/** What somebody has of their own in a room: to get, to have deleted, and to take along. Whoever was sent out has it too. */
export function ownRoutes(server: FastifyInstance, service: () => Promise<RoomService>): void {
  const rates = new Rates(ROOM_RATES.relinked);
  const withSeat =
    (answer: (seat: Seat, opened: RoomService, reply: FastifyReply) => Promise<unknown>) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
      const asked = ownSchema.safeParse(request.body);
      if (!asked.success) return reply.code(400).send(HINDRANCES.unreadable);
      if (!rates.take(asked.data.seat)) return tooMany(reply);
      const opened = await service();
      const seat = await opened.rooms.onceSeatOf(asked.data.seat);
      reply.header("cache-control", "no-store");
      return seat ? answer(seat, opened, reply) : reply.code(404).send(NO_ROOM);
    };
  server.post(
    "/rooms/own",
    withSeat((seat, { setting }) => contributionsOf(setting.storage.database, seat)),
  );
  server.post(
    "/rooms/leave",
    withSeat(async (seat, { hold }) => {
      const { room, release } = hold(seat.room);
      try {
        await (await room).leave(seat);
        return {};
      } finally {
        release();
      }
    }),
  );
  server.post(
    "/rooms/own/forget",
    withSeat(async (seat, opened, reply) => {
      const answer = await acted(opened, seat, { kind: "forget", seat: seat.id }, async () => ({}));
      return "lines" in answer ? reply.code(409).send(answer.lines[0]) : answer;
    }),
  );
}
