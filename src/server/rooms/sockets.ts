import type { Server as HttpServer, IncomingMessage } from "node:http";
import { type DefaultEventsMap, Server } from "socket.io";
import { EDIT_ISSUES, type Refusal } from "../../edit/issue-texts.ts";
import { drawSchema, type FromPage, type FromServer, helloSchema, type RoomAnswer } from "../../protocol/room.ts";
import { mayDo } from "../../protocol/room-roles.ts";
import { messageText } from "../../report/issue.ts";
import { type Found, LiveRoom, type RoomSocket } from "./live-room.ts";
import { type Drawn, RoomLog } from "./room-log.ts";
import type { Seat } from "./rooms.ts";
import type { RoomService } from "./service.ts";

/** The largest message of a page: a plan of 20,000 areas drawn in one go. */
const LARGEST = 2_000_000;

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
  const live = new Map<string, Promise<LiveRoom>>();
  const liveRoom = (room: string): Promise<LiveRoom> => {
    const known = live.get(room) ?? service().then((opened) => openRoom(opened, room));
    live.set(room, known);
    // One that could not be opened is tried again by the next who comes.
    known.catch(() => live.delete(room));
    return known;
  };
  const letIn = async (socket: RoomSocket, next: (no?: Error) => void): Promise<void> => {
    const found = await seatAt(service, socket.handshake.auth).catch(() => "later" as const);
    if (typeof found !== "object") return next(new Error(found ?? "no-seat"));
    socket.data = found;
    return next();
  };
  io.use((socket, next) => void letIn(socket, next));
  io.on("connection", (socket) => {
    const { seat, after } = socket.data;
    const opened = liveRoom(seat.room);
    let unanswered = 0;
    const answerIt = async (sent: unknown, answer: (answer: RoomAnswer) => void): Promise<void> => {
      unanswered++;
      // Whoever does not wait for answers is told to: nothing piles up for one seat.
      answer(unanswered > MOST_UNANSWERED ? { kind: "later" } : await answerTo(opened, seat, sent));
      unanswered--;
    };
    socket.on("draw", (sent, answer) => {
      if (typeof answer === "function") void answerIt(sent, answer);
      else socket.disconnect(true);
    });
    opened.then(
      (room) => room.enter(socket, seat, after),
      () => socket.disconnect(true),
    );
  });
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

async function openRoom({ rooms, storage }: RoomService, id: string): Promise<LiveRoom> {
  const draft = await rooms.start(id);
  const room: LiveRoom = new LiveRoom(id, rooms, new RoomLog(storage, id, draft, () => room.tellAll()));
  await room.log.open();
  return room;
}

/** Always an answer: the page keeps what it hears nothing of, and sends it again. */
async function answerTo(opened: Promise<LiveRoom>, seat: Seat, sent: unknown): Promise<RoomAnswer> {
  if (!mayDo(seat.role, "draw")) return { kind: "refused", lines: [MAY_NOT_DRAW] };
  const read = drawSchema.safeParse(sent);
  if (!read.success) return { kind: "refused", lines: [MALFORMED] };
  try {
    return answerOf(await (await opened).log.draw(seat.id, read.data.edit));
  } catch {
    return { kind: "later" };
  }
}

const answerOf = (drawn: Drawn): RoomAnswer =>
  drawn.kind === "refused" ? { kind: "refused", lines: drawn.refusals.map(inWords) } : drawn;

const inWords = (refusal: Refusal) => ({
  da: messageText(refusal, EDIT_ISSUES, "da"),
  en: messageText(refusal, EDIT_ISSUES, "en"),
});

const MAY_NOT_DRAW = {
  da: "Pladsen i rummet er kun til at se med. Bed den, der leder mødet, om en plads til at tegne.",
  en: "This seat is for watching only. Ask whoever leads the meeting for a seat that draws.",
};

const MALFORMED = {
  da: "Ændringen kunne ikke læses og er ikke gemt. Genindlæs siden, og gør det om.",
  en: "The change could not be read and is not kept. Load the page anew, and do it again.",
};
