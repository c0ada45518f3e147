import type { Server as HttpServer, IncomingMessage } from "node:http";
import { type DefaultEventsMap, Server } from "socket.io";
import { viewSchema } from "../../protocol/room-acts.ts";
import {
  type FromPage,
  type FromServer,
  helloSchema,
  type RoomAnswer,
  sentSchema,
  voteSchema,
} from "../../protocol/room.ts";
import type { Found, LiveRoom, RoomSocket } from "./live-room.ts";
import { hindered } from "./room-state.ts";
import type { Seat } from "./rooms.ts";
import type { RoomService } from "./service.ts";

/** The largest message of a page: a proposal with all that was drawn in it. */
const LARGEST = 4_000_000;

/** A page of ours sends its next edit when the one before is answered. */
const MOST_UNANSWERED = 50;

/** Live rooms over web sockets; `isMeant`: whether a request was meant for this server, by its host and origin. */
export function openSockets(
  http: HttpServer,
  service: () => Promise<RoomService>,
  isMeant: (request: IncomingMessage) => boolean,
): { readonly close: () => Promise<void> } {
  const io = new Server<FromPage, FromServer, DefaultEventsMap, Found>(http, {
    path: "/rooms/live",
    serveClient: false,
    maxHttpBufferSize: LARGEST,
    allowRequest: (request, decide) => decide(null, isMeant(request)),
  });
  const mayEnter = async (socket: RoomSocket, next: (no?: Error) => void): Promise<void> => {
    const found = await seatAt(service, socket.handshake.auth).catch(() => "later" as const);
    if (typeof found !== "object") return next(new Error(found ?? "no-seat"));
    socket.data = found;
    return next();
  };
  io.use((socket, next) => void mayEnter(socket, next));
  io.on("connection", (socket) => void service().then((opened) => seated(socket, opened)));
  return {
    close: async () => {
      await io.close();
    },
  };
}

async function seatAt(service: () => Promise<RoomService>, auth: unknown): Promise<Found | undefined> {
  const hello = helloSchema.safeParse(auth);
  if (!hello.success) return undefined;
  const seat = await (await service()).rooms.seatOf(hello.data.seat);
  return seat && { seat, after: hello.data.after };
}

/** Hears whoever came in, until the line is cut. */
function seated(socket: RoomSocket, { hold }: RoomService): void {
  const { seat } = socket.data;
  const held = hold(seat.room);
  let unanswered = 0;
  const answerIt = async (answer: unknown, find: () => Promise<RoomAnswer>): Promise<void> => {
    if (typeof answer !== "function") return void socket.disconnect(true);
    unanswered++;
    // Whoever does not wait for answers is told to: nothing piles up for one seat.
    answer(unanswered > MOST_UNANSWERED ? LATER : await find().catch(() => LATER));
    unanswered--;
    return undefined;
  };
  socket.on("disconnect", held.release);
  socket.on("put", (sent, answer) => void answerIt(answer, () => answerTo(held.room, seat, sent)));
  socket.on("vote", (sent, answer) => void answerIt(answer, () => voted(held.room, seat, sent)));
  socket.on("view", (sent) => void shown(held.room, socket, sent));
  void letIn(held.room, socket);
}

async function letIn(opened: Promise<LiveRoom>, socket: RoomSocket): Promise<void> {
  const { seat, after } = socket.data;
  try {
    const room = await opened;
    if (socket.connected) room.enter(socket, seat, after);
  } catch {
    socket.disconnect(true);
  }
}

/** Always an answer: the page keeps what it hears nothing of, and sends it again. */
const LATER: RoomAnswer = { kind: "later" };

async function answerTo(room: Promise<LiveRoom>, seat: Seat, sent: unknown): Promise<RoomAnswer> {
  const opened = await room;
  // Who only watches is answered before anything is read: reading is work.
  if (opened.isWatching(seat)) return hindered("role.act");
  const read = isShort(sent) ? sentSchema.safeParse(sent) : undefined;
  // Links have an address of their own, where the secret is made.
  return read?.success && !("act" in read.data && read.data.act.kind === "link")
    ? opened.log.put(seat, read.data)
    : MALFORMED;
}

/** More changes than any page makes in one edit are not looked at one by one. */
const MOST_CHANGES = 5000;

function isShort(sent: unknown): boolean {
  if (typeof sent !== "object" || sent === null || !("edit" in sent)) return true;
  const { edit } = sent;
  if (typeof edit !== "object" || edit === null || !("changes" in edit)) return false;
  return Array.isArray(edit.changes) && edit.changes.length <= MOST_CHANGES;
}

async function voted(room: Promise<LiveRoom>, seat: Seat, sent: unknown): Promise<RoomAnswer> {
  const read = voteSchema.safeParse(sent);
  return read.success ? (await room).vote(seat, read.data.vote, read.data.ballot) : MALFORMED;
}

async function shown(room: Promise<LiveRoom>, socket: RoomSocket, sent: unknown): Promise<void> {
  const read = viewSchema.safeParse(sent);
  const opened = await room.catch(() => undefined);
  if (read.success) opened?.show(socket, socket.data.seat, read.data);
}

const MALFORMED: RoomAnswer = {
  kind: "refused",
  lines: [
    {
      da: "Det, siden sendte, kunne ikke læses og er ikke gemt. Genindlæs siden, og gør det om.",
      en: "What the page sent could not be read and is not kept. Load the page anew, and do it again.",
    },
  ],
};
