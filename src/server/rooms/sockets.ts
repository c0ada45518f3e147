import type { Server as HttpServer, IncomingMessage } from "node:http";
import { type DefaultEventsMap, Server } from "socket.io";
import type { ZodError, ZodType } from "zod";
import { cursorSchema, viewSchema, watchSchema } from "../../protocol/room-acts.ts";
import { HEARTBEAT, isTooLarge, LARGEST_MESSAGE, ROOM_RATES } from "../../protocol/room-limits.ts";
import {
  type FromPage,
  type FromServer,
  helloSchema,
  type RoomAnswer,
  sentActSchema,
  sentEditSchema,
  voteSchema,
} from "../../protocol/room.ts";
import { hasUnseenName } from "../../protocol/words.ts";
import { Answering } from "./answering.ts";
import type { LiveRoom } from "./live-room.ts";
import { Rates } from "./rates.ts";
import { type Found, type RoomSocket, sendAway } from "./room-socket.ts";
import { hindered } from "./room-state.ts";
import type { Seat } from "./rooms.ts";
import type { RoomService } from "./service.ts";
import { laterBecause } from "./storage-faults.ts";

/** Live rooms over web sockets; `isMeant`: whether a request was meant for this server, by its host and origin. */
export function openSockets(
  http: HttpServer,
  service: () => Promise<RoomService>,
  isMeant: (request: IncomingMessage) => Promise<boolean>,
  tell: (kind: RoomAnswer["kind"]) => void,
): { readonly close: () => Promise<void>; readonly pages: () => number } {
  const answering = new Answering(tell);
  const io = new Server<FromPage, FromServer, DefaultEventsMap, Found>(http, {
    path: "/rooms/live",
    serveClient: false,
    maxHttpBufferSize: LARGEST_MESSAGE,
    // That a line is cut takes far longer: over a slow one the answer stands behind a whole evening.
    pingInterval: HEARTBEAT,
    allowRequest: (request, decide) =>
      void isMeant(request).then(
        (is) => decide(null, is),
        () => decide(null, false),
      ),
  });
  const mayEnter = async (socket: RoomSocket, next: (no?: Error) => void): Promise<void> => {
    const found = await seatAt(service, socket.handshake.auth).catch(() => "later" as const);
    if (typeof found !== "object") return next(new Error(found ?? "no-seat"));
    socket.data = found;
    return next();
  };
  io.use((socket, next) => void mayEnter(socket, next));
  io.on("connection", (socket) => void service().then((opened) => seated(socket, opened, answering)));
  return {
    pages: () => io.engine.clientsCount,
    // Pages are told, what was taken in is committed and answered, and only then are lines cut: the pages come back by themselves.
    close: async () => {
      io.emit("bye", "stopping");
      await answering.end();
      await io.close();
    },
  };
}

async function seatAt(service: () => Promise<RoomService>, auth: unknown): Promise<Found | undefined> {
  const hello = helloSchema.safeParse(auth);
  if (!hello.success) return undefined;
  const { rooms, setting } = await service();
  const seat = await rooms.seatOf(hello.data.seat);
  const { after, epoch, ground } = hello.data;
  const reads = ground === setting.packing.ground ? "packs" : "entries";
  return seat && { seat, after: epoch === setting.epoch ? after : 0, isNew: epoch === "", reads };
}

/** Hears whoever came in, until the line is cut. */
function seated(socket: RoomSocket, { hold }: RoomService, answering: Answering): void {
  const { seat } = socket.data;
  const held = hold(seat.room);
  const words = new Rates(ROOM_RATES.words);
  socket.use((_, next) => (words.take("") ? next() : sendAway(socket, "later")));
  const answerIt = async (answer: unknown, find: (room: LiveRoom) => Promise<RoomAnswer>): Promise<void> => {
    if (typeof answer !== "function") return sendAway(socket, "later");
    answer(await answering.of(() => answerOf(held.room, seat, find)));
  };
  socket.on("disconnect", held.release);
  socket.on("put", (sent, answer) => void answerIt(answer, (room) => put(room, seat, sent)));
  socket.on("vote", (sent, answer) => void answerIt(answer, (room) => voted(room, seat, sent)));
  /** What nobody waits for: done where it can be read, else left. */
  const heard = async <Sent>(schema: ZodType<Sent>, sent: unknown, act: (room: LiveRoom, sent: Sent) => void) => {
    const read = schema.safeParse(sent);
    const room = await held.room.catch(() => undefined);
    if (read.success && room) act(room, read.data);
  };
  socket.on("view", (sent) => void heard(viewSchema, sent, (room, view) => room.show(socket, seat, view)));
  const pace = new Rates(ROOM_RATES.cursor);
  socket.on("cursor", (sent) => {
    if (pace.take("")) void heard(cursorSchema, sent, (room, cursor) => room.cursors.show(socket, cursor));
  });
  socket.on("watch", (sent) => void heard(watchSchema, sent, (room, key) => room.cursors.watch(socket, key)));
  void letIn(held.room, socket);
}

/** Always an answer: the page keeps what it hears nothing of, and sends it again. */
async function answerOf(
  opening: Promise<LiveRoom>,
  seat: Seat,
  find: (room: LiveRoom) => Promise<RoomAnswer>,
): Promise<RoomAnswer> {
  try {
    const room = await opening;
    return await room.desks.ask(seat.id, () => find(room));
  } catch (error) {
    return { kind: "later", code: laterBecause(error) };
  }
}

async function letIn(opened: Promise<LiveRoom>, socket: RoomSocket): Promise<void> {
  try {
    const room = await opened;
    if (socket.connected) room.enter(socket);
  } catch {
    sendAway(socket, "later");
  }
}

async function put(room: LiveRoom, seat: Seat, sent: unknown): Promise<RoomAnswer> {
  // Who only watches is answered before anything is read: reading is work.
  if (room.isWatching(seat)) return hindered("role.act");
  if (!isSent(sent)) return hindered("unreadable");
  if (isTooLarge(sent)) return hindered("too.large");
  const read = ("edit" in sent ? sentEditSchema : sentActSchema).safeParse(sent);
  if (!read.success) return hindered(isOverLimit(read.error) ? "too.large" : "unreadable");
  if (hasUnseenName(sent, read.data)) return hindered("nameless");
  // Links have an address of their own, where the secret is made.
  const isLink = "act" in read.data && read.data.act.kind === "link";
  return isLink ? hindered("unreadable") : room.log.put(seat, read.data);
}

/** Whether all that is wrong with a message is that there is too much of something. */
const isOverLimit = ({ issues }: ZodError): boolean => issues.every(({ code }) => code === "too_big");

const isSent = (sent: unknown): sent is { readonly edit: unknown } | { readonly act: unknown } =>
  typeof sent === "object" && sent !== null && ("edit" in sent || "act" in sent);

async function voted(room: LiveRoom, seat: Seat, sent: unknown): Promise<RoomAnswer> {
  const read = voteSchema.safeParse(sent);
  return read.success ? room.vote(seat, read.data.vote, read.data.ballot) : hindered("unreadable");
}
