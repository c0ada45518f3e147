import type { Transaction } from "kysely";
import type { ProposalContext } from "../../edit/proposal-file.ts";
import { hindersBallot, type Sitting } from "../../meeting/may.ts";
import type { Ballot } from "../../protocol/room-acts.ts";
import { type Entry, idOfEntry, idOfSent, readEntry, type RoomAnswer, type Sent } from "../../protocol/room.ts";
import type { Storage } from "../storage/storage.ts";
import type { Tables } from "../storage/tables.ts";
import { keepBallot } from "./ballots.ts";
import { carriedOut, completed, withoutText } from "./effects.ts";
import type { Neighbours } from "./neighbours.ts";
import { EMPTY_ROOM, hindered, nextStep, type RoomState, type Step, withEntry } from "./room-state.ts";

/** What becomes of something sent; where storage fails there is an exception instead, and nothing of it is kept. */
type Answer = Exclude<RoomAnswer, { readonly kind: "later" }>;

interface Waiting {
  readonly seat: Sitting;
  readonly sent: Sent;
  readonly tell: (answer: Answer) => void;
  readonly fail: (why: unknown) => void;
}

/** So many are written together at most. */
const BATCH = 200;
/** So many of the newest entries are kept at hand. */
const KEPT = 1000;

/** A log that has grown: what it makes of the room by now, and the entries that are new. */
interface Grown {
  readonly state: RoomState;
  readonly entries: readonly Entry[];
}

/** What a log needs of whoever keeps the room. */
export interface LogSetting {
  readonly storage: Storage;
  readonly neighbours: Neighbours;
  readonly context: ProposalContext;
  /** ISO 8601. */
  readonly now: () => string;
  /** Days after which a room that nobody has used is deleted. */
  readonly keepDays: number;
}

/**
 * The log of one room: what is sent is checked, numbered and committed in the order it comes, and only then answered and told. While one
 * batch is being committed the next gathers, so that many hands cost few commits. Others may write to the same log from other processes:
 * each batch locks the room, and takes in what they wrote first.
 */
export class RoomLog {
  readonly #setting: LogSetting;
  readonly #room: string;
  #state = EMPTY_ROOM;
  /** The newest entries in order: whoever is here needs no older ones. */
  #tail: Entry[] = [];
  #waiting: Waiting[] = [];
  #isWriting = false;
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

  /** Takes in what is kept of the room by now, whoever wrote it. */
  async catchUp(): Promise<void> {
    this.#take(await this.#database.transaction().execute((change) => this.#read(change)));
  }

  #take({ state, entries }: Grown): void {
    // What was taken in meanwhile is in it already, or is more.
    if (state.number < this.#state.number) return;
    this.#state = state;
    const known = this.#tail.at(-1)?.number ?? 0;
    const fresh = entries.filter(({ number }) => number > known);
    this.#tail = [...this.#tail, ...fresh].slice(-KEPT);
    for (const entry of fresh)
      if ("act" in entry && entry.act.kind === "hide")
        this.#deleteText(state.meeting.comments.get(entry.act.comment)?.number);
    if (fresh.length > 0) this.#onGrown(fresh);
  }

  #deleteText(of: number | undefined): void {
    this.#tail = this.#tail.map((entry) => (entry.number === of && "act" in entry ? withoutText(entry) : entry));
  }

  /** Resolves once it is committed, or is not to be; rejects where storage fails, and then nothing of it is kept. */
  put(seat: Sitting, sent: Sent): Promise<Answer> {
    return new Promise((tell, fail) => {
      this.#waiting.push({ seat, sent, tell, fail });
      if (!this.#isWriting) void this.#write();
    });
  }

  async #write(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, BATCH);
      this.#waiting = this.#waiting.slice(BATCH);
      try {
        const { answers, grown } = await this.#commit(batch);
        this.#take(grown);
        batch.forEach(({ tell }, i) => tell(answers[i]));
      } catch (error) {
        for (const { fail } of batch) fail(error);
      }
    }
    this.#isWriting = false;
  }

  #commit(batch: readonly Waiting[]) {
    return this.#database.transaction().execute(async (change) => {
      const caught = await this.#read(change);
      let { state } = caught;
      const entries = [...caught.entries];
      const known = await this.#known(change, batch);
      const rows: Tables["entries"][] = [];
      const answers: Answer[] = [];
      for (const { seat, sent } of batch) {
        const before = known.get(idOfSent(sent));
        const { meeting } = state;
        const next = before === undefined ? await this.#next(change, state, seat, sent) : undefined;
        if (next?.kind === "entry") {
          ({ state } = next);
          known.set(idOfSent(sent), state.number);
          entries.push(next.entry);
          rows.push(rowOf(this.#room, next.entry));
          if ("act" in next.entry) {
            // What an act does to other rows may be to those of this batch.
            await change.insertInto("entries").values(rows.splice(0)).execute();
            await carriedOut(change, this.#room, meeting, next.entry);
          }
        }
        answers.push(!next || next.kind === "entry" ? { kind: "numbered", number: before ?? state.number } : next);
      }
      if (rows.length > 0) await change.insertInto("entries").values(rows).execute();
      if (entries.length > caught.entries.length) await this.#setting.neighbours.tell(change, this.#room, "entries");
      return { answers, grown: { state, entries } };
    });
  }

  async #next(change: Transaction<Tables>, state: RoomState, seat: Sitting, sent: Sent): Promise<Step> {
    const { context, now } = this.#setting;
    const next = nextStep(state, seat, sent, now(), context);
    if (next.kind !== "entry" || !("act" in next.entry)) return next;
    const act = await completed(change, this.#room, state.meeting, next.entry.act);
    if (act === next.entry.act) return next;
    const entry = { ...next.entry, act };
    return { ...next, entry, state: withEntry(state, entry, context) };
  }

  /** A ballot for an open vote, or none any more; says what stands in the way. */
  async vote(seat: Sitting, vote: string, ballot: Ballot | null): Promise<Answer> {
    const { hindrance, grown } = await this.#database.transaction().execute(async (change) => {
      const caught = await this.#read(change);
      const inTheWay = hindersBallot(caught.state.meeting, seat, vote, ballot);
      if (!inTheWay) {
        await keepBallot(change, { room: this.#room, vote, seat: seat.id }, ballot);
        await this.#setting.neighbours.tell(change, this.#room, "ballots");
      }
      return { hindrance: inTheWay, grown: caught };
    });
    this.#take(grown);
    return hindrance ? hindered(hindrance) : { kind: "so already" };
  }

  /** Locks the room for the transaction, and folds what others have written since. */
  async #read(change: Transaction<Tables>): Promise<Grown> {
    await change.selectFrom("rooms").select("id").where("id", "=", this.#room).forUpdate().executeTakeFirstOrThrow();
    const entries = await this.#rows(change, this.#state.number);
    const state = entries.reduce((each, entry) => withEntry(each, entry, this.#setting.context), this.#state);
    return { state, entries };
  }

  async #rows(database: Storage["database"], after: number, most?: number): Promise<readonly Entry[]> {
    const asked = database
      .selectFrom("entries")
      .select("entry")
      .where("room", "=", this.#room)
      .where("number", ">", after)
      .orderBy("number");
    const rows = await (most === undefined ? asked : asked.limit(most)).execute();
    return rows.map(({ entry }) => readEntry(JSON.parse(entry)));
  }

  /** Numbers of what was sent before, by id: an answer may have been lost on its way. */
  async #known(change: Transaction<Tables>, batch: readonly Waiting[]): Promise<Map<string, number>> {
    const rows = await change
      .selectFrom("entries")
      .select(["id", "number"])
      .where("room", "=", this.#room)
      .where(
        "id",
        "in",
        batch.map(({ sent }) => idOfSent(sent)),
      )
      .execute();
    return new Map(rows.map(({ id, number }) => [id, number]));
  }

  /** At most `most` entries after a number, in order. */
  async after(number: number, most: number): Promise<readonly Entry[]> {
    const [first] = this.#tail;
    return first && first.number <= number + 1
      ? this.#tail.slice(number + 1 - first.number, number + 1 - first.number + most)
      : this.#rows(this.#database, number, most);
  }
}

const rowOf = (room: string, entry: Entry): Tables["entries"] => ({
  room,
  number: entry.number,
  id: idOfEntry(entry),
  seat: "edit" in entry ? entry.edit.by : entry.by,
  entry: JSON.stringify(entry),
});
