import { roleOf, takesWordsAway, type Text } from "../../src/index.ts";
import type { Act, Ballot, RoomView } from "../../src/protocol/room-acts.ts";
import type { ActEntry, Bye, Joined, Later, Sent, Snapshot } from "../../src/protocol/room.ts";
import type { Role } from "../../src/protocol/room-roles.ts";
import type { Proposal } from "../proposals/proposal.ts";
import { chosenProposal } from "../state/chosen.ts";
import { roomProposalId } from "../state/plan-ref.ts";
import type { RoomState, Untaken } from "../state/room.ts";
import { type DrawnTogether, inPlaceOf, proposalOf, stepsOf, withKept, without } from "./drawn-together.ts";
import { type HeardRoom, hiddenBy, NOTHING_HEARD, withDrawn, withEntries } from "./heard.ts";
import type { Heard, KeptLog, ToldLog } from "./kept-log.ts";
import { type Answered, RoomLine } from "./line.ts";
import { Looking } from "./looking.ts";
import { nameOfSent } from "./not-taken.ts";
import { OwnDrawing } from "./own-drawing.ts";
import type { HeardEntry, Packed, PackReader } from "./packs.ts";
import { BYE_WORDS, NO_ANSWER, RESTORED, SENT_OUT, SHOWN_WRONG, STORAGE_FULL, UNKNOWN_SEAT } from "./room-words.ts";
import { type Around, leaveProposals, type Shown, type ToldState, UNTOLD } from "./session-parts.ts";
import { toldBy, UnreadPast } from "./unread-past.ts";

/** Entries that come in a moment, and how often what came is shown until the last of more, milliseconds. */
const [MUCH, NOW_AND_THEN] = [1000, 1000];

/** This page in a room: draws at once, sends, hears, and comes back when the line was cut. */
export class RoomSession {
  readonly #around: Around;
  readonly #joined: Joined;
  readonly #line: RoomLine;
  readonly #kept: KeptLog;
  readonly #reader: PackReader;
  #room: HeardRoom = NOTHING_HEARD;
  /** What is long past of the room, while a snapshot stands for it. */
  #past: UnreadPast | undefined;
  #told: ToldState;
  #shown: ReadonlyMap<string, Shown> = new Map();
  /** Of the server's that the entries are of; "": none yet. */
  #epoch: string;
  /** The last entry that must be here before own edits that wait are put on top. */
  #until: number | undefined;
  /** What waited when the room had to be told anew, until all of it is here; till then the page shows what it showed. */
  #putBack: readonly Sent[] | undefined;
  /** Whether this browser kept something of the room. */
  readonly #knows: boolean;
  #hasArrived = false;
  /** Where whoever leads looks, as it was told before this page arrived. */
  #leaderLooks: RoomView | undefined;
  /** All that is here up to this entry was told after whatever took words away before it. */
  #cleanUntil: number;
  #isOver = false;
  #shownAt = 0;
  #showing: ReturnType<typeof setTimeout> | undefined;
  /** Whether it was said that nothing can be kept just now. */
  #isHeld = false;
  /** Where this page looks and points. */
  readonly looking: Looking;
  readonly drawing: OwnDrawing;

  /** `kept`: what this browser has heard of the room before; `heard`: that, as it was read; `reader`: of what comes packed. */
  constructor(
    around: Around,
    joined: Joined,
    links: RoomState["links"],
    { kept, heard, reader }: { readonly kept: KeptLog; readonly heard: Heard; readonly reader: PackReader },
  ) {
    this.#around = around;
    this.#joined = joined;
    this.#kept = kept;
    this.#told = { ...UNTOLD, links };
    this.#reader = reader;
    this.#room = this.#known(heard);
    this.#knows = this.#room.number > 0;
    this.#cleanUntil = this.#room.number;
    this.#epoch = this.#knows ? heard.epoch : "";
    const seat = { id: joined.id, secret: joined.seat };
    this.#line = new RoomLine(seat, () => ({ after: this.#room.number, epoch: this.#epoch }), reader.ground, {
      entries: (entries, told) => this.#hear(entries, told),
      snapshot: (snapshot, told) => this.#hearSnapshot(snapshot, told),
      here: (entries, epoch) => {
        if (this.#room.number > 0 && (epoch !== this.#epoch || entries < this.#room.number)) {
          this.#beginAnew(entries);
          this.#around.notice(RESTORED);
        }
        this.#epoch = epoch;
        if (this.#room.number === 0) this.#cleanUntil = entries;
        this.#until ??= entries;
        this.#putKept();
      },
      bye: (why) => this.#bye(why),
      unknown: () => this.#around.notice(UNKNOWN_SEAT),
      held: (why) => this.#held(why),
      ahead: (ahead) => this.#tell({ ahead }),
      deletedAt: (deletedAt) => this.#tell({ deletedAt }),
      is: (line) => {
        this.#tell(line === "here" ? { line, server: "running" } : { line });
        // A server that was started anew does not know it any more.
        if (line === "here") this.looking.again();
      },
      people: (people, more) => {
        this.#tell({ people, more });
        this.looking.again();
      },
      links: (linksUntil) => this.#tell({ linksUntil }),
      counts: (counts) => this.#tell({ counts }),
      ballots: (ballots) => this.#tell({ ballots }),
      view: (view) => {
        if (this.#hasArrived) this.#around.lead(this.#idOf(view.proposal), view);
        else this.#leaderLooks = view;
      },
      cursor: this.#around.pointed,
      answered: (sent, answer) => this.#answered(sent, answer),
      waits: () => this.#show(),
    });
    this.looking = new Looking(this.#line, joined, {
      proposal: () => this.#keyInView,
      meeting: () => this.#room.meeting,
      act: (act) => this.act(act),
    });
    this.drawing = new OwnDrawing(around, this.#line, joined, {
      heard: () => this.#room,
      keyOf: (id) => this.keyOf(id),
      keyInView: () => this.#keyInView,
      redraw: (key, drawn) => {
        this.#room = withDrawn(this.#room, key, drawn);
      },
      act: (act) => this.act(act),
    });
    this.#show();
    if (this.#past) void this.#readPast(this.#past, heard);
  }

  /** Whether much is still to come, and what came was shown a moment ago: to show takes longer than to hear the rest. */
  #isComing(): boolean {
    if (this.#until === undefined || this.#until - this.#room.number <= MUCH) return false;
    const left = this.#shownAt + NOW_AND_THEN - performance.now();
    if (left <= 0) return false;
    this.#showing ??= setTimeout(() => {
      this.#showing = undefined;
      this.#show();
    }, left);
    return true;
  }

  /** Whether all is here that was in the room when this page came. */
  get #isCaughtUp(): boolean {
    return this.#until !== undefined && this.#room.number >= this.#until;
  }

  /** Where what was kept cannot be read, all of it is asked for. */
  #known({ snapshot, entries }: Heard): HeardRoom {
    try {
      const room = withEntries(snapshot ? toldBy(snapshot, this.#begin) : NOTHING_HEARD, entries, this.#begin);
      if (snapshot) this.#past = new UnreadPast(NOTHING_HEARD, snapshot.last, this.#begin);
      this.#past?.hears(entries);
      return room;
    } catch {
      this.#kept.forget();
      return NOTHING_HEARD;
    }
  }

  /**
   * What is kept is another than this page heard, such as after a restore: what has a number may never have been, and all of it is told
   * anew. What waits is the page's own, and goes on top again.
   */
  #beginAnew(entries: number): void {
    this.#room = NOTHING_HEARD;
    this.#past = undefined;
    this.#kept.forget();
    this.#putBack = this.#line.outbox;
    this.#until = entries;
  }

  /** Where words were taken away of what is here, it is heard anew, without them, and nothing of it is kept. */
  #mustHearAnew(entries: readonly HeardEntry[]): boolean {
    const taking = this.#takesAway(entries);
    if (!taking) return false;
    this.#beginAnew(taking.number);
    this.#line.comeAgain();
    return true;
  }

  /** The last entry that takes away words of what is here. */
  #takesAway(entries: readonly HeardEntry[]): HeardEntry | undefined {
    return entries.findLast((entry) => entry.number > this.#cleanUntil && "act" in entry && takesWordsAway(entry));
  }

  #bye(why: Bye): void {
    if (why === "out") this.leave("sent out", SENT_OUT);
    if (why === "stopping") this.#tell({ server: "stopping" });
    if (why === "full" || why === "elsewhere") this.#around.notice(BYE_WORDS[why]);
  }

  /** Said once each time that it begins: the page tries again by itself. */
  #held(why: Later): void {
    if (why === "storage.full" && !this.#isHeld) this.#around.notice(STORAGE_FULL);
    this.#isHeld ||= why === "storage.full";
  }

  /** The room as it is told in short is shown at once; what this page knew of it already is a beginning of its history. */
  #hearSnapshot(snapshot: Snapshot, told: ToldLog): void {
    if (snapshot.last <= this.#room.number) return;
    const read = toldBy(snapshot, this.#begin);
    let known = this.#past?.known ?? this.#room;
    if (this.#takesAway(snapshot.entries)) {
      known = NOTHING_HEARD;
      this.#kept.forget();
    }
    this.#cleanUntil = Math.max(this.#cleanUntil, snapshot.last);
    this.#kept.add(told, this.#epoch);
    const drawn = [...read.drawn].map(([key, each]) => [key, inPlaceOf(this.#room.drawn.get(key), each)] as const);
    this.#room = { ...read, drawn: new Map(drawn) };
    this.#past = new UnreadPast(known, snapshot.last, this.#begin);
    this.#putKept();
    this.#show();
    void this.#readPast(this.#past);
  }

  /** Where what is long past cannot be read packed, all of the room is told anew as it is. */
  async #readPast(past: UnreadPast, kept?: Heard): Promise<void> {
    const isOver = (): boolean => this.#past !== past || this.#isOver;
    const { askPast: ask } = this.#around;
    const keep = (packed: Packed): void => this.#kept.add({ is: "packs", packed }, this.#epoch);
    const became = await past.read({ ask, keep, reader: this.#reader, ...(kept && { kept }) }, isOver);
    if (isOver()) return undefined;
    if (became === "read") return this.#putInPlace(past);
    this.#beginAnew(this.#room.number);
    return this.#line.hearAsItIs();
  }

  #putInPlace(past: UnreadPast): void {
    const { room, was } = past.whole(this.#room);
    this.#room = room;
    this.#past = undefined;
    if (was === "wrong") {
      this.#kept.forget();
      this.#around.notice(SHOWN_WRONG);
    }
    this.#show();
  }

  #hear(entries: readonly HeardEntry[], told: ToldLog): void {
    // A line that was cut while this was read has brought it twice.
    if ((entries.at(-1)?.number ?? 0) <= this.#room.number) return;
    if (this.#mustHearAnew(entries)) return;
    this.#kept.add(told, this.#epoch);
    for (const number of hiddenBy(entries, this.#room.meeting)) this.#kept.withoutText(number);
    const isLive = this.#isCaughtUp;
    const before = this.#room.meeting.shown;
    const fresh = entries.filter(({ number }) => number > this.#room.number);
    this.#room = withEntries(this.#room, fresh, this.#begin);
    this.#past?.hears(fresh);
    this.#putKept();
    this.#show();
    // Whoever comes later is not brought to where others were brought before.
    const { shown } = this.#room.meeting;
    if (isLive && shown && shown !== before) this.#around.look(this.#idOf(shown.proposal), shown);
  }

  #tell(told: Partial<ToldState>): void {
    this.#told = { ...this.#told, ...told };
    this.#show();
  }

  #idOf(key: string): string {
    return roomProposalId(this.#joined.room, key);
  }

  readonly #begin = ({ act }: ActEntry): Proposal | undefined => {
    if (act.kind !== "proposal") return undefined;
    const id = this.#idOf(act.proposal);
    const read = this.#around.read(act.file, id);
    return read && { ...read, id };
  };

  /** What an earlier visit could not send goes on top of all that the room has by now. */
  #putKept(): void {
    if (!this.#isCaughtUp) return;
    const waiting = [...this.#line.putKept(), ...(this.#putBack ?? [])];
    this.#putBack = undefined;
    for (const sent of waiting) {
      const drawn = "edit" in sent ? this.#room.drawn.get(sent.proposal) : undefined;
      if (drawn && "edit" in sent) this.#room = withDrawn(this.#room, sent.proposal, withKept(drawn, [sent.edit]));
    }
  }

  /** What the room knows one of the page's proposals by, where it is the room's. */
  keyOf(id: string): string | undefined {
    return this.#shown.get(id)?.key;
  }

  /** The same of the proposal looked at. */
  get #keyInView(): string | undefined {
    return this.keyOf(chosenProposal(this.#around.store.state())?.id ?? "");
  }

  /** Does something in the room that is not drawing; it is there once the server says so. */
  act(act: Act): void {
    this.#line.put({ id: this.#around.newId(), act });
  }

  async vote(vote: string, ballot: Ballot | null): Promise<void> {
    const answer = await this.#line.vote(vote, ballot);
    if (answer.kind === "refused") this.#tellRefused({ why: answer.lines });
    if (answer.kind === "later") this.#tellRefused({ why: [NO_ANSWER] });
  }

  /** A link that this page has a new secret of, or none any more; all that it has by now. */
  linked(role: Role, secret: string | undefined): RoomState["links"] {
    const { [role]: _, ...others } = this.#told.links;
    this.#tell({ links: secret === undefined ? others : { ...others, [role]: secret } });
    return this.#told.links;
  }

  #answered(sent: Sent, answer: Answered): void {
    if (this.#isHeld) this.#around.notice(undefined);
    this.#isHeld = false;
    // A numbered one comes among the others' too, and takes its place in the log then; unless it is in what stands for them.
    const isToCome = answer.kind === "numbered" && answer.number > this.#room.number;
    const drawn = "edit" in sent ? this.#room.drawn.get(sent.proposal) : undefined;
    if (!isToCome && "edit" in sent && drawn)
      this.#room = withDrawn(this.#room, sent.proposal, without(drawn, sent.edit.id));
    this.#show();
    if (answer.kind !== "refused") return;
    const what = nameOfSent(sent);
    this.#tellRefused({ why: answer.lines, ...(what && { what }) });
  }

  /** Told over the whole page until it is read: what waited while the line was gone is answered wherever one is by then, and much at once. */
  #tellRefused(refused: Untaken): void {
    const { store } = this.#around;
    store.dispatch({ kind: "outcome", outcome: undefined });
    store.dispatch({ kind: "room-look", change: { refused: [...store.state().roomLook.refused, refused] } });
  }

  #show(): void {
    if (this.#isOver || this.#putBack || this.#isComing()) return undefined;
    this.#shownAt = performance.now();
    const { store } = this.#around;
    if (this.#room.meeting.out.has(this.#joined.id)) return this.leave("sent out", SENT_OUT);
    const before = this.#shown;
    this.#shown = new Map([...this.#room.drawn].map(([key, drawn]) => this.#shownOf(key, drawn)));
    for (const [id, { drawn }] of this.#shown)
      if (before.get(id)?.drawn !== drawn) store.dispatch({ kind: "proposal", proposal: proposalOf(drawn) });
    const { title, id: seat } = this.#joined;
    const room: RoomState = {
      ...this.#told,
      title,
      seat,
      role: roleOf(this.#room.meeting, this.#joined),
      waiting: this.#line.waiting,
      meeting: this.#room.meeting,
      number: this.#room.number,
      history: this.#past ? "coming" : "here",
      acts: this.#room.acts,
      titles: this.#room.titles,
      proposals: [...this.#shown.values()],
    };
    store.dispatch({ kind: "room", room });
    if (!this.#hasArrived && this.#shown.size > 0 && (this.#knows || this.#isCaughtUp)) {
      this.#hasArrived = true;
      this.#around.arrive(room, this.#leaderLooks);
    }
    return undefined;
  }

  #shownOf(key: string, drawn: DrawnTogether): readonly [string, Shown] {
    const id = this.#idOf(key);
    const known = this.#shown.get(id);
    if (known?.drawn === drawn) return [id, known];
    const { back, again } = stepsOf(proposalOf(drawn), this.#joined.id);
    return [id, { id, key, drawn, mayUndo: back.length > 0, mayRedo: again.length > 0, number: drawn.log.number }];
  }

  leave(how: "of oneself" | "sent out", words: Text): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#showing);
    this.#line.close();
    this.#kept.forget();
    const { store, notice, onLeft } = this.#around;
    onLeft(how);
    store.dispatch({ kind: "room", room: undefined });
    leaveProposals(store, new Set(this.#shown.keys()));
    notice(words);
  }
}
