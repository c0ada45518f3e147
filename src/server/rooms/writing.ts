import type { Transaction } from "kysely";
import { erasingOf, takesWordsAway } from "../../meeting/erase.ts";
import { type Hindrance, hindersBallot, type Sitting } from "../../meeting/may.ts";
import type { Act, Ballot } from "../../protocol/room-acts.ts";
import { bytesOf } from "../../protocol/room-limits.ts";
import { type Entry, idOfSent, type RoomAnswer, type Sent } from "../../protocol/room.ts";
import type { Tables } from "../storage/tables.ts";
import { keepBallot } from "./ballots.ts";
import { carriedOut, completed } from "./effects.ts";
import { foldedAnew, isCopy } from "./folded.ts";
import { type Kept, rowOf } from "./log-rows.ts";
import type { LogSetting } from "./log-setting.ts";
import { hindersNamed } from "./named.ts";
import { type Begun, hindered, isFull, nextStep, type RoomState, type Step, withEntry } from "./room-state.ts";

/** What becomes of something sent; where storage fails there is an exception instead, and nothing of it is kept. */
export type Answer = Exclude<RoomAnswer, { readonly kind: "later" }>;

/** A log that has grown: what it makes of the room by now, and the entries that are new. */
export interface Grown {
  readonly state: RoomState;
  readonly entries: readonly Kept[];
}

/** Strokes as rows of a room's log, in order, and what it is with them. */
export interface Strokes {
  readonly answers: readonly Answer[];
  readonly rows: readonly Tables["entries"][];
  readonly grown: Grown;
}

/**
 * What seats sent as the next entries of a room that is as it is held, where all of it is strokes that may be: they can be written without
 * anything being asked of the database. `undefined` where one is to be looked at more closely, such as one that may have been sent before.
 */
export function strokesOn(
  { context, now }: Pick<LogSetting, "context" | "now">,
  room: string,
  before: RoomState,
  sent: readonly { readonly seat: Sitting; readonly sent: Sent }[],
): Strokes | undefined {
  let state = before;
  const rows: Tables["entries"][] = [];
  const entries: Kept[] = [];
  for (const { seat, sent: each } of sent) {
    if (!("edit" in each) || isFull(state, seat)) return undefined;
    const next = stepOrRefusal(() => nextStep(state, seat, each, now(), context));
    if (next.kind !== "entry") return undefined;
    const { row, kept, after } = numbered(room, next);
    state = after;
    rows.push(row);
    entries.push(kept);
  }
  const answers = rows.map(({ number }): Answer => ({ kind: "numbered", number }));
  return { answers, rows, grown: { state, entries } };
}

/** A room's next entry as it is kept, and the room after it. */
function numbered(room: string, { entry, state }: Extract<Step, { readonly kind: "entry" }>) {
  const row = rowOf(room, entry);
  const kept: Kept = { entry, bytes: bytesOf(row.entry) };
  return { row, kept, after: { ...state, bytes: state.bytes + kept.bytes } };
}

/** Where something sent before stands, and whose it was. */
type Known = Map<string, { readonly number: number; readonly seat: string }>;

/** What is written to a room's log in one transaction that has locked the room: one thing after the other, each checked after those before. */
export class Writing {
  readonly #change: Transaction<Tables>;
  readonly #setting: LogSetting;
  readonly #room: string;
  readonly #known: Known;
  readonly #before: number;
  #state: RoomState;
  #entries: readonly Kept[];
  #rows: Tables["entries"][] = [];
  #hasBallots = false;

  /** `caught`: the room as it is when it is locked; `known`: which of what was sent is in it already. */
  constructor(change: Transaction<Tables>, setting: LogSetting, room: string, caught: Grown, known: Known) {
    this.#change = change;
    this.#setting = setting;
    this.#room = room;
    this.#known = known;
    this.#state = caught.state;
    this.#before = caught.state.number;
    this.#entries = caught.entries;
  }

  /** What was sent as the next entry; sent again, because its answer was lost on its way, it has the number that it got. */
  async entry(seat: Sitting, sent: Sent): Promise<Answer> {
    const before = this.#known.get(idOfSent(sent));
    if (before) return before.seat === seat.id ? { kind: "numbered", number: before.number } : hindered("id.taken");
    const isErasing = "act" in sent && erasingOf(sent.act) !== undefined;
    if (!isErasing && isFull(this.#state, seat)) return hindered("room.full");
    const { context, now } = this.#setting;
    const { meeting } = this.#state;
    const next = stepOrRefusal(() => nextStep(this.#state, seat, sent, now(), context));
    if (next.kind !== "entry") return next;
    const unnamed = "act" in sent && (await this.#hindersNamed(sent.act));
    if (unnamed) return hindered(unnamed);
    const act = "act" in next.entry && (await this.#completed(next.entry.act, next.begun));
    const isSame = !act || ("act" in next.entry && act === next.entry.act);
    const entry: Entry = isSame ? next.entry : { ...next.entry, act };
    const { row, kept, after } = numbered(this.#room, { ...next, entry });
    this.#state = isSame ? after : withEntry(this.#state, kept, context);
    this.#known.set(row.id, { number: row.number, seat: seat.id });
    this.#entries = [...this.#entries, kept];
    this.#rows.push(row);
    if ("act" in entry) {
      // What an act does to other rows may be to those that wait here.
      await this.#flush();
      await carriedOut(this.#change, this.#room, meeting, entry);
      if (takesWordsAway(entry)) this.#state = await foldedAnew(this.#change, this.#room, this.#setting);
    }
    return { kind: "numbered", number: row.number };
  }

  /** As it goes into the log; a copy of what it is no copy of is told as a proposal of its own. */
  async #completed(act: Act, begun: Begun | undefined): Promise<Act> {
    if (act.kind !== "proposal") return completed(this.#change, this.#room, this.#state.meeting, act);
    const { from, joins: _, ...rest } = act;
    if (!from || !begun) return act;
    await this.#flush();
    return (await isCopy(this.#change, this.#room, this.#state, from, begun, this.#setting)) ? act : rest;
  }

  #hindersNamed(act: Act): Promise<Hindrance | undefined> {
    return hindersNamed(this.#change, this.#room, this.#state, act, (id) => this.#known.has(id));
  }

  async ballot(seat: Sitting, vote: string, ballot: Ballot | null): Promise<Answer> {
    const hindrance = hindersBallot(this.#state.meeting, seat, vote, ballot);
    if (hindrance) return hindered(hindrance);
    await keepBallot(this.#change, { room: this.#room, vote, seat: seat.id }, ballot);
    this.#hasBallots = true;
    return { kind: "so already" };
  }

  /** Writes what waits; the other processes are told when all of it is committed. */
  async end(): Promise<Grown> {
    await this.#flush();
    const { tell } = this.#setting.neighbours;
    if (this.#state.number > this.#before) await tell(this.#change, this.#room, "entries");
    if (this.#hasBallots) await tell(this.#change, this.#room, "ballots");
    return { state: this.#state, entries: this.#entries };
  }

  async #flush(): Promise<void> {
    const rows = this.#rows;
    this.#rows = [];
    if (rows.length > 0) await this.#change.insertInto("entries").values(rows).execute();
  }
}

/** What the program trips over is refused like what a rule forbids: it fails for whoever sent it, and for nobody else in the batch. */
function stepOrRefusal(step: () => Step): Step {
  try {
    return step();
  } catch {
    return hindered("not.kept");
  }
}
