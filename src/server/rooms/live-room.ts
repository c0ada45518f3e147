import { setTimeout } from "node:timers/promises";
import { openVotes, readyVote, roleOf } from "../../meeting/meeting.ts";
import type { Act, Ballot, RoomView } from "../../protocol/room-acts.ts";
import { ROOM_LIMITS } from "../../protocol/room-limits.ts";
import { mayDo, onlyWatches } from "../../protocol/room-roles.ts";
import { type Entry, packEntries, type RoomAnswer } from "../../protocol/room.ts";
import { ballotsOf, countsOf } from "./ballots.ts";
import { type Cast, Casts, castsIn } from "./casts.ts";
import { Cursors } from "./cursors.ts";
import { Desks } from "./desks.ts";
import { gathered } from "./gathered.ts";
import { inTurn } from "./in-turn.ts";
import type { Portion } from "./log-rows.ts";
import { peopleIn } from "./people-here.ts";
import type { LogSetting } from "./log-setting.ts";
import { RoomLog } from "./room-log.ts";
import { type Found, type RoomSocket, sendAway } from "./room-socket.ts";
import type { Rooms, Seat } from "./rooms.ts";

/** What is sent together at most: a late comer gets much in a few messages, none of them large. */
const TOGETHER: Portion = { entries: 400, bytes: 300_000 };
/** Whoever takes longer to say that entries came is too slow to be waited for, and comes back for the rest. */
const PATIENCE = 20_000;
/** How many have voted, and who is here, is told at most so often, milliseconds. */
const COUNTING = 300;

/** What came within so long is told together: all who have the same get one message, written once. Milliseconds. */
const GATHERING = 8;
/** How often it is seen who is too slow, milliseconds. */
const LOOKING = 5000;
/** Between two things that another process told, milliseconds. */
const BETWEEN = 2;
/** So long whoever is sent out still hears, milliseconds: that they are. */
const GOING = 1000;

/** So many messages may be on their way to one member that has not said yet that it has them. */
const ON_THE_WAY = 16;

/** Acts by which ballots go. */
const TAKES_BALLOTS: ReadonlySet<Act["kind"]> = new Set(["close", "stage", "out", "role", "forget"]);

interface Member {
  readonly socket: RoomSocket;
  readonly seat: Seat;
  readonly reads: Found["reads"];
  /** The number of the last entry that was sent to it. */
  told: number;
  /** What it has not said yet that it has, in order: the last entry of each message, and when it was sent. */
  onTheWay: readonly { readonly last: number; readonly at: number }[];
  /** Whether entries for it are being read. */
  isTelling: boolean;
}

/** A room that somebody is in: tells each member the entries in their order, each at its own pace. */
export class LiveRoom {
  readonly #log: RoomLog;
  readonly #rooms: Rooms;
  readonly #room: string;
  readonly #setting: LogSetting;
  readonly #members = new Set<Member>();
  /** Of other processes: seats of this room that sit there, as last heard. */
  #elsewhere: ReadonlySet<string> = new Set();
  /** Where whoever leads looked last; kept nowhere else. */
  #looks: { readonly seat: string; readonly view: RoomView } | undefined;
  /** What each seat asks for. */
  readonly desks = new Desks();
  readonly cursors = new Cursors(
    () => this.#log.state.meeting,
    () => this.#peopleHere(),
    (seat, cursor) => this.#cast({ seat, cursor }),
  );
  readonly #casts: Casts;
  readonly #looking = setInterval(() => this.#dropSlow(), LOOKING).unref();
  readonly #behind = inTurn(() => this.#log.catchUp());
  readonly #tellingPeople = inTurn(() => this.#tellPeople());
  readonly #people = gathered(COUNTING, () => this.#tellingPeople.ask());
  readonly #telling = gathered(GATHERING, () => void this.#tell());
  readonly #counting = gathered(COUNTING, () => void this.#tellCounts());
  readonly #linking = gathered(COUNTING, () => void this.#tellLinks());
  readonly #forget: () => void;

  constructor(room: string, rooms: Rooms, setting: LogSetting) {
    this.#room = room;
    this.#rooms = rooms;
    this.#setting = setting;
    this.#log = new RoomLog(setting, room, this.#onGrown);
    const news = {
      entries: this.#behind.ask,
      people: this.#people.ask,
      ballots: this.#counting.ask,
      links: this.#linking.ask,
    };
    this.#casts = new Casts((told) => setting.neighbours.cast(room, told));
    this.#forget = setting.neighbours.follow(room, {
      news: (each) => news[each](),
      cast: (told) => void this.#hearCasts(castsIn(told)),
    });
  }

  /** Hears nothing of its neighbours any more. */
  close(): void {
    this.#forget();
    this.#casts.end();
    clearInterval(this.#looking);
    for (const work of [this.#behind, this.#people, this.#tellingPeople, this.#telling, this.#counting, this.#linking])
      work.end();
  }

  /** Sends everybody away for a moment, to a room that is opened anew. */
  end(): void {
    for (const { socket } of this.#members) sendAway(socket, "later");
    this.close();
  }

  /** Whether a seat may do nothing but see, by now. */
  isWatching(seat: Seat): boolean {
    return onlyWatches(roleOf(this.#log.state.meeting, seat));
  }

  get log(): RoomLog {
    return this.#log;
  }

  readonly #onGrown = (entries: readonly Entry[]): void => {
    this.#telling.ask();
    const acts = entries.flatMap((entry) => ("act" in entry ? [entry.act] : []));
    if (acts.some(({ kind }) => kind === "role" || kind === "out" || kind === "forget")) this.#people.ask();
    if (acts.some(({ kind }) => kind === "role")) this.#linking.ask();
    if (acts.some(({ kind }) => TAKES_BALLOTS.has(kind))) this.#counting.ask();
    // Once their page has been told why.
    for (const act of acts) if (act.kind === "out") void setTimeout(GOING).then(() => this.#sendOut(act.seat));
  };

  #sendOut(seat: string): void {
    for (const { socket, seat: of } of this.#members) if (of.id === seat) sendAway(socket, "out");
  }

  /** Lets a page in, unless its seat was taken away, or no more may watch; the first window of one with too many is closed. */
  enter(socket: RoomSocket): void {
    const { seat, after, isNew, reads } = socket.data;
    if (this.#log.state.meeting.out.has(seat.id)) return sendAway(socket, "out");
    if (this.#isViewer(seat) && this.#viewers() >= ROOM_LIMITS.watching) return sendAway(socket, "full");
    const own = [...this.#members].filter((member) => member.seat.id === seat.id);
    if (own.length >= ROOM_LIMITS.sockets) sendAway(own[0].socket, "elsewhere");
    // Whoever has more than there is has another log: all of it is told anew.
    const member: Member = {
      socket,
      seat,
      reads,
      told: after <= this.#log.number ? after : 0,
      onTheWay: [],
      isTelling: false,
    };
    this.#members.add(member);
    const { neighbours } = this.#setting;
    // Where it cannot be said now, it is said with the next beat.
    neighbours.come(socket.id, seat).catch(() => undefined);
    socket.on("disconnect", () => {
      this.#members.delete(member);
      this.cursors.watch(socket, null);
      neighbours.go(socket.id, this.#room).catch(() => undefined);
      this.#people.ask();
    });
    const { now, keepDays, epoch } = this.#setting;
    socket.emit("here", this.#log.number, now(), keepDays, epoch);
    this.#showComing(socket, seat, isNew);
    socket.on("has", (number) => {
      const wasFull = member.onTheWay.length >= ON_THE_WAY;
      member.onTheWay = member.onTheWay.filter(({ last }) => last > number);
      if (wasFull) this.#telling.ask();
    });
    this.#telling.ask();
    this.#people.ask();
    this.#counting.ask();
    this.#linking.ask();
    void this.#tellBallots(member);
  }

  /** Whoever follows is shown at once where to, and so is a screen; whoever is new is told it once, so as to begin there. */
  #showComing(socket: RoomSocket, seat: Seat, isNew: boolean): void {
    const { meeting } = this.#log.state;
    const looks = this.#looks;
    if (!looks || looks.seat === seat.id) return;
    const goesAlong = meeting.follows !== null || roleOf(meeting, seat) === "projector";
    if (goesAlong ? meeting.follows === null || meeting.follows === looks.seat : isNew) socket.emit("view", looks.view);
  }

  #isViewer(seat: Seat): boolean {
    return roleOf(this.#log.state.meeting, seat) === "viewer";
  }

  /** Those of other processes are counted as watching whatever they do: there are seldom any, and they are only counted too high. */
  #viewers(): number {
    return [...this.#members].filter(({ seat }) => this.#isViewer(seat)).length + this.#elsewhere.size;
  }

  /** Those of other processes are people too: what is seldom a screen. */
  #peopleHere(): number {
    const { meeting } = this.#log.state;
    const here = new Set(this.#elsewhere);
    for (const { seat } of this.#members) if (roleOf(meeting, seat) !== "projector") here.add(seat.id);
    return here.size;
  }

  /** A ballot is kept before it is answered; the others are told how many there are by now. */
  async vote(seat: Seat, vote: string, ballot: Ballot | null): Promise<RoomAnswer> {
    const answer = await this.#log.vote(seat, vote, ballot);
    if (answer.kind !== "refused") {
      this.#counting.ask();
      for (const member of this.#members) if (member.seat.id === seat.id) void this.#tellBallots(member);
    }
    return answer;
  }

  /** Whoever leaves takes along their ballots in votes that are open: who comes again by the link has another seat, and votes once. */
  async leave(seat: Seat): Promise<void> {
    const { meeting } = this.#log.state;
    const open = [readyVote(meeting), ...openVotes(meeting).map(({ id }) => id)];
    await Promise.all(open.map((vote) => this.vote(seat, vote, null)));
  }

  /** Where whoever leads looks: those who follow are told, or the big screens where nobody is followed; nothing of it is kept. */
  show(from: RoomSocket, seat: Seat, view: RoomView): void {
    const { meeting } = this.#log.state;
    const role = roleOf(meeting, seat);
    const isFollowed = meeting.follows === seat.id && mayDo(role, "lead");
    if (meeting.out.has(seat.id) || (!isFollowed && (meeting.follows !== null || !mayDo(role, "invite")))) return;
    this.#tellView(seat.id, view, from);
    this.#cast({ seat: seat.id, view });
  }

  #tellView(seat: string, view: RoomView, from?: RoomSocket): void {
    const { meeting } = this.#log.state;
    const isFollowed = meeting.follows === seat;
    if (!isFollowed && meeting.follows !== null) return;
    this.#looks = { seat, view };
    for (const { socket, seat: to } of this.#members) {
      const goesAlong = (isFollowed || roleOf(meeting, to) === "projector") && !meeting.out.has(to.id);
      if (socket !== from && goesAlong) socket.volatile.emit("view", view);
    }
  }

  /** What those at other processes see too, where there are any. */
  #cast(cast: Cast): void {
    if (this.#elsewhere.size > 0) this.#casts.put(cast);
  }

  /** One by one: what cannot be sent at once is dropped, and a line that has just been sent something can not. */
  async #hearCasts(casts: readonly Cast[]): Promise<void> {
    for (const cast of casts) {
      if ("cursor" in cast) this.cursors.tell(cast.seat, cast.cursor);
      else this.#tellView(cast.seat, cast.view);
      await setTimeout(BETWEEN);
    }
  }

  /** What members have not got yet, as fast as they say that they have it: nothing piles up for one that is slow. */
  async #tell(): Promise<void> {
    const alike = new Map<string, Member[]>();
    for (const member of this.#members) {
      const { told, reads, onTheWay, isTelling } = member;
      if (isTelling || told >= this.#log.number || onTheWay.length >= ON_THE_WAY) continue;
      member.isTelling = true;
      const known = alike.get(`${told} ${reads}`);
      if (known) known.push(member);
      else alike.set(`${told} ${reads}`, [member]);
    }
    await Promise.all([...alike.values()].map((members) => this.#tellSome(members)));
  }

  /** All of them have the same, so one message written once is for all; where it cannot be read they are asked to come back. */
  async #tellSome(members: readonly Member[]): Promise<void> {
    const [{ socket, told, reads }] = members;
    try {
      // Much is told by what it comes to; what is left then, or little, as it is.
      const isLong = this.#log.number - told > this.#setting.packing.size;
      const snapshot = isLong && reads === "packs" ? await this.#log.snapshotAfter(told) : undefined;
      const entries = snapshot ? [] : await this.#log.after(told, TOGETHER);
      const last = snapshot?.last ?? entries.at(-1)?.number ?? told;
      const sent = { last, at: Date.now() };
      for (const member of members) {
        member.told = last;
        member.onTheWay = [...member.onTheWay, sent];
        member.isTelling = false;
      }
      const all = socket.nsp.to(members.map((member) => member.socket.id));
      if (snapshot) all.emit("snapshot", snapshot.packed, last);
      else all.emit("entries", packEntries(entries), last);
      if (last < this.#log.number) this.#telling.ask();
    } catch {
      for (const member of members) sendAway(member.socket, "later");
    }
  }

  #dropSlow(): void {
    const since = Date.now() - PATIENCE;
    for (const { socket, onTheWay } of this.#members)
      if (onTheWay.length > 0 && onTheWay[0].at < since) sendAway(socket, "later");
  }

  /** Who takes part and who is here, by way of whatever process: one message, written once, for all. */
  async #tellPeople(): Promise<void> {
    this.#elsewhere = new Set(await this.#setting.neighbours.elsewhere(this.#room));
    const here = new Set([...this.#elsewhere, ...[...this.#members].map(({ seat }) => seat.id)]);
    const { people, more } = await peopleIn(this.#rooms, this.#room, this.#log.state.meeting, here);
    this.#toAll()?.emit("people", people, more);
  }

  #toAll() {
    const [first] = this.#members;
    return first?.socket.nsp.to([...this.#members].map(({ socket }) => socket.id));
  }

  /** How many have voted: many do in the same moment, and one message tells of all of them. */
  async #tellCounts(): Promise<void> {
    const counts = await countsOf(this.#setting.storage.database, this.#room).catch(() => undefined);
    if (counts) this.#toAll()?.emit("counts", counts);
  }

  /** There is a new link in place of another, or one less. */
  async linksChanged(): Promise<void> {
    this.#linking.ask();
    const { neighbours, storage } = this.#setting;
    await neighbours.tell(storage.database, this.#room, "links");
  }

  async #tellLinks(): Promise<void> {
    const until = await this.#rooms.linksUntil(this.#room).catch(() => undefined);
    const { meeting } = this.#log.state;
    for (const { socket, seat } of this.#members)
      if (until && mayDo(roleOf(meeting, seat), "invite")) socket.emit("links", until);
  }

  async #tellBallots({ socket, seat }: Member): Promise<void> {
    const { database } = this.#setting.storage;
    try {
      socket.emit("ballots", await ballotsOf(database, seat));
    } catch {
      // Whoever votes or comes back has them told again.
    }
  }
}
