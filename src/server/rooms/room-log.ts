import type { Transaction } from "kysely";
import { takesWordsAway } from "../../meeting/erase.ts";
import type { Sitting } from "../../meeting/may.ts";
import type { Ballot } from "../../protocol/room-acts.ts";
import { type Entry, idOfSent, type Sent } from "../../protocol/room.ts";
import type { Tables } from "../storage/tables.ts";
import { entriesOf, type Kept, knownIds, lockRoom, type Portion, portionOf, READING, rowsAfter } from "./log-rows.ts";
import type { LogSetting } from "./log-setting.ts";
import { foldedPacks } from "./folded.ts";
import type { Packed } from "./packing.ts";
import { packedUp } from "./snapshots.ts";
import { EMPTY_ROOM, hindered, type RoomState, withEntry } from "./room-state.ts";
import { isAboutTheRow } from "./storage-faults.ts";
import { Tail } from "./tail.ts";
import { type Answer, type Grown, type Strokes, strokesOn, Writing } from "./writing.ts";

/** Something for the log, or a ballot, which is in no log. */
type Asked = Sent | { readonly vote: string; readonly ballot: Ballot | null };

interface Waiting {
  readonly seat: Sitting;
  readonly asked: Asked;
  readonly tell: (answer: Answer) => void;
  readonly fail: (why: unknown) => void;
}

/** So many are written together at most. */
const BATCH = 200;
/** Until what is whole is packed, and between two packs, milliseconds. */
const [LATER, REST] = [1000, 100];

/**
 * The log of one room: what is sent is checked, numbered and committed in the order it comes, and only then answered and told. While one
 * batch is being committed the next gathers, so that many hands cost few commits. Others may write to the same log from other processes:
 * each batch locks the room, and takes in what they wrote first.
 */
export class RoomLog {
  readonly #setting: LogSetting;
  readonly #room: string;
  #state = EMPTY_ROOM;
  readonly #tail = new Tail();
  #waiting: Waiting[] = [];
  #isWriting = false;
  /** What a snapshot made of the room, where it was opened by one. */
  #openedBy: RoomState | undefined;
  /** Up to where it was seen to that packs are made. */
  #packed = 0;
  readonly #onGrown: (entries: readonly Entry[]) => void;

  constructor(setting: LogSetting, room: string, onGrown: (entries: readonly Entry[]) => void) {
    this.#setting = setting;
    this.#room = room;
    this.#onGrown = onGrown;
  }

  /** The number of the last entry known here. */
  get number(): number {
    return this.#state.number;
  }

  /** What the entries known here make of the room. */
  get state(): RoomState {
    return this.#state;
  }

  get #database() {
    return this.#setting.storage.database;
  }

  /** Takes in all that is kept of the room, packed before where it was not: whoever comes waits for nothing but to have it read. */
  async open(): Promise<void> {
    const entries = await entriesOf(this.#database, this.#room);
    // Where nothing can be kept just now, the log is read without.
    await packedUp(this.#setting, this.#room, entries).catch(() => undefined);
    this.#packed = this.#setting.packing.whole(entries);
    await this.catchUp();
  }

  /** Whether what the room was opened by is what its log comes to. */
  async isRight(): Promise<boolean> {
    const state = this.#openedBy;
    this.#openedBy = undefined;
    return !state || this.#setting.snapshots.isRight(this.#database, this.#room, state);
  }

  /** Takes in what is kept of the room by now, whoever wrote it. */
  async catchUp(): Promise<void> {
    this.#take(await this.#database.transaction().execute((change) => this.#read(change)));
  }

  #take({ state, entries }: Grown): void {
    // What was taken in meanwhile is in it already, or is more.
    if (state.number < this.#state.number) return;
    this.#state = state;
    const fresh = this.#tail.add(entries);
    // Older entries are others by now: whoever asks for them has them read anew, and they are packed anew.
    if (fresh.some((entry) => "act" in entry && (entry.act.kind === "hide" || takesWordsAway(entry)))) {
      this.#tail.keepLast();
      this.#packed = 0;
    }
    if (fresh.length > 0) this.#onGrown(fresh);
    this.#packLater();
  }

  /** What is whole by now is packed once nobody waits for it: whoever comes late has it told so, and a server that is started anew reads it so. */
  #packLater(): void {
    const { packing } = this.#setting;
    const whole = packing.whole(this.#state.number);
    if (whole <= this.#packed) return;
    this.#packed = whole;
    const pack = () => packedUp(this.#setting, this.#room, whole, REST).catch(() => undefined);
    setTimeout(() => void pack(), LATER).unref();
  }

  /** What the log comes to at the end of its packs, where that is after a number. */
  snapshotAfter(number: number): Promise<Packed | undefined> {
    return this.#setting.snapshots.after(this.#database, this.#room, number);
  }

  /** Resolves once it is committed, or is not to be; rejects where storage fails, and then nothing of it is kept. */
  put(seat: Sitting, sent: Sent): Promise<Answer> {
    return this.#inTurn(seat, sent);
  }

  /** A ballot for an open vote, or none any more; says what stands in the way. As {@link put} otherwise. */
  vote(seat: Sitting, vote: string, ballot: Ballot | null): Promise<Answer> {
    return this.#inTurn(seat, { vote, ballot });
  }

  #inTurn(seat: Sitting, asked: Asked): Promise<Answer> {
    return new Promise((tell, fail) => {
      this.#waiting.push({ seat, asked, tell, fail });
      if (!this.#isWriting) void this.#write();
    });
  }

  async #write(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, BATCH);
      this.#waiting = this.#waiting.slice(BATCH);
      await this.#settle(batch);
    }
    this.#isWriting = false;
  }

  /** Where the database refuses a row, each is written by itself: one seat's bad row is nobody else's. */
  async #settle(batch: readonly Waiting[]): Promise<void> {
    try {
      const { answers, grown } = await this.#setting.keeping.of(this.#keep(batch));
      this.#take(grown);
      batch.forEach(({ tell }, i) => tell(answers[i]));
    } catch (error) {
      if (!isAboutTheRow(error)) for (const { fail } of batch) fail(error);
      else if (batch.length === 1) batch[0].tell(hindered("not.kept"));
      else for (const each of batch) await this.#settle([each]);
    }
  }

  async #keep(batch: readonly Waiting[]): Promise<Pick<Strokes, "answers" | "grown">> {
    return (await this.#append(batch)) ?? this.#commit(batch);
  }

  /**
   * Strokes in a log that nobody else writes to, as one statement: most of what is sent is that, and so it costs the database a third.
   * `undefined` where something is to be asked first; nothing is kept then. That one was sent before is seen by its id, which no other has.
   */
  async #append(batch: readonly Waiting[]): Promise<Strokes | undefined> {
    const { neighbours } = this.#setting;
    const state = this.#state;
    if (state.number === 0 || neighbours.last(this.#room) !== state.number) return undefined;
    const sent = batch.flatMap(({ seat, asked }) => ("vote" in asked ? [] : [{ seat, sent: asked }]));
    const strokes = sent.length === batch.length ? strokesOn(this.#setting, this.#room, state, sent) : undefined;
    if (!strokes) return undefined;
    neighbours.writes(this.#room, strokes.grown.state.number);
    try {
      await this.#database.insertInto("entries").values(strokes.rows).execute();
      return strokes;
    } catch (error) {
      if (isAboutTheRow(error)) return undefined;
      throw error;
    }
  }

  #commit(batch: readonly Waiting[]) {
    const { neighbours } = this.#setting;
    return this.#database.transaction().execute(async (change) => {
      const sent = batch.flatMap(({ asked }) => ("vote" in asked ? [] : [idOfSent(asked)]));
      const caught = await this.#read(change);
      const known = await knownIds(change, this.#room, sent);
      const writing = new Writing(change, this.#setting, this.#room, caught, known);
      const answers: Answer[] = [];
      for (const { seat, asked } of batch)
        answers.push(
          "vote" in asked ? await writing.ballot(seat, asked.vote, asked.ballot) : await writing.entry(seat, asked),
        );
      const grown = await writing.end();
      neighbours.writes(this.#room, grown.state.number);
      return { answers, grown };
    });
  }

  /** Locks the room for the transaction, and folds what others have written since; where nobody can have, what is held is all. */
  async #read(change: Transaction<Tables>): Promise<Grown> {
    const { context, neighbours } = this.#setting;
    let state = this.#state;
    if (state.number > 0 && neighbours.last(this.#room) === state.number) return { state, entries: [] };
    await lockRoom(change, this.#room);
    let entries: readonly Kept[] = [];
    let isHeld = state.number > 0;
    // Those who are here are told of what was done since what is held, which is no longer in packs then.
    const packs = (): Promise<RoomState> => foldedPacks(change, this.#room, this.#setting, this.#state.number);
    if (!isHeld) state = await this.#begun(change);
    for (;;) {
      const some = await rowsAfter(change, this.#room, state.number, READING);
      if (some.length === 0) {
        neighbours.writes(this.#room, state.number);
        return { state, entries };
      }
      // What is held is of entries that are others by now.
      if (isHeld && some.some(({ entry }) => takesWordsAway(entry))) {
        isHeld = false;
        entries = [];
        state = await packs();
        continue;
      }
      state = some.reduce((each, kept) => withEntry(each, kept, context), state);
      entries = portionOf([...entries, ...some].toReversed(), READING).toReversed();
    }
  }

  /** As much of the room as is known without its log being read. */
  async #begun(change: Transaction<Tables>): Promise<RoomState> {
    const known = await this.#setting.snapshots.stateOf(change, this.#room);
    this.#openedBy = known;
    return known ?? foldedPacks(change, this.#room, this.#setting, Infinity);
  }

  /** The entries after a number that make up a portion, in order. */
  async after(number: number, portion: Portion): Promise<readonly Entry[]> {
    const atHand = this.#tail.after(number, portion);
    if (atHand) return atHand;
    return (await rowsAfter(this.#database, this.#room, number, portion)).map(({ entry }) => entry);
  }
}
