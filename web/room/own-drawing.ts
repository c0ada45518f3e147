import { type Change, drawnBy, type Edit, HINDRANCES, hindersDrawing, type Text, writeEdit } from "../../src/index.ts";
import type { Act } from "../../src/protocol/room-acts.ts";
import type { Joined, Sent } from "../../src/protocol/room.ts";
import { thisSecond } from "../proposals/completing.ts";
import type { Proposal } from "../proposals/proposal.ts";
import { noteOf, redidStep, undidStep } from "../proposals/studio-words.ts";
import { copiedFile } from "./copied-file.ts";
import { type DrawnTogether, proposalOf, stepsOf, takingBack, withCompletion, withOwn } from "./drawn-together.ts";
import type { HeardRoom } from "./heard.ts";
import type { Goes, RoomLine } from "./line.ts";
import { NOTHING_BACK, partBack } from "./room-words.ts";
import type { Around, Made, More } from "./session-parts.ts";

/** What drawing needs to know of the room, and to have done in it. */
interface DrawnRoom {
  readonly heard: () => HeardRoom;
  /** What the room knows one of the page's proposals by, where it is the room's. */
  readonly keyOf: (id: string) => string | undefined;
  /** The same of the proposal looked at. */
  readonly keyInView: () => string | undefined;
  readonly redraw: (key: string, drawn: DrawnTogether) => void;
  readonly act: (act: Act) => void;
}

/** What is drawn from this page in its room, taken back, and put into it. */
export class OwnDrawing {
  readonly #around: Around;
  readonly #line: RoomLine;
  readonly #seat: Pick<Joined, "id" | "role">;
  readonly #room: DrawnRoom;

  constructor(around: Around, line: RoomLine, seat: Pick<Joined, "id" | "role">, room: DrawnRoom) {
    this.#around = around;
    this.#line = line;
    this.#seat = seat;
    this.#room = room;
  }

  /** Draws an edit that was found to be one that may be made; says whether it did. */
  draw(id: string, made: Made, goes: Goes = "now"): boolean {
    const key = this.#room.keyOf(id);
    const drawn = key === undefined ? undefined : this.#room.heard().drawn.get(key);
    if (key === undefined || !drawn) return false;
    const hindrance = hindersDrawing(this.#room.heard().meeting, this.#seat, key, drawnBy(made.changes));
    if (hindrance) {
      this.#around.say("refused", [HINDRANCES[hindrance]]);
      return false;
    }
    const edit = this.#edit(made);
    const sent: Sent = { proposal: key, edit: writeEdit(drawn.log.draft, edit) };
    this.#room.redraw(key, withOwn(drawn, edit));
    this.#line.put(sent, goes);
    return true;
  }

  /** What was to be completed is, each edit with its own; otherwise it is added to one's own last step. */
  amend(id: string, changes: readonly Change[], note: Text | undefined): void {
    if (this.#complete(this.#room.keyOf(id) ?? "", changes)) return;
    this.settle("all");
    const proposal = this.#proposalOf(id);
    const last = proposal && stepsOf(proposal, this.#seat.id).back.at(-1);
    this.draw(id, { changes, ...(note && { note }), ...(last !== undefined && { belongsTo: last }) });
  }

  #complete(proposal: string, changes: readonly Change[]): boolean {
    const drawn = this.#room.heard().drawn.get(proposal);
    const whole = drawn && withCompletion(drawn, this.#line.unfinished, changes);
    if (!whole) return false;
    this.#room.redraw(proposal, whole.drawn);
    this.#line.finish(whole.files.map((edit) => ({ proposal, edit })));
    return true;
  }

  /** What was to be completed goes as it is. */
  settle(which: "all" | "last"): void {
    if (which === "all") this.#line.finish();
    else this.#line.settle([...this.#line.unfinished.keys()].at(-1));
  }

  #proposalOf(id: string): Proposal | undefined {
    const drawn = this.#room.heard().drawn.get(this.#room.keyOf(id) ?? "");
    return drawn && proposalOf(drawn);
  }

  undo(id: string): void {
    this.#takeBack(id, "back", undidStep);
  }

  redo(id: string): void {
    this.#takeBack(id, "again", redidStep);
  }

  #takeBack(id: string, way: "back" | "again", words: (what: Text) => Text): void {
    const proposal = this.#proposalOf(id);
    const step = proposal && stepsOf(proposal, this.#seat.id)[way].at(-1);
    const taking = proposal && step !== undefined ? takingBack(proposal, step) : undefined;
    if (!taking) return;
    const { edit, changes, back, of } = taking;
    const note = words(noteOf(edit));
    const { say } = this.#around;
    // An edit that changes nothing is in no log.
    if (changes.length === 0) return say("refused", [NOTHING_BACK]);
    if (this.draw(id, { changes, note, takesBack: edit.id }))
      say("done", back < of ? [note, partBack(back, of)] : [note]);
  }

  /**
   * A copy of the proposal looked at, one of the room's or not, under a name of its own and with more changes, that all draw on
   * from now on; gives what the room will know it by, or nothing where it could not be read.
   */
  propose(written: unknown, title: string, more?: More): string | undefined {
    const { newId, read } = this.#around;
    const file = copiedFile(written, title, { more, read, edit: (made) => this.#edit(made) });
    if (!file) return undefined;
    const [proposal, key] = [newId(), this.#room.keyInView()];
    const { number } = this.#room.heard();
    const origin = {
      ...(key !== undefined && { from: { proposal: key, number } }),
      ...(key !== undefined && more && { joins: { proposal: more.joins, number } }),
    };
    this.#room.act({ kind: "proposal", proposal, file, ...origin });
    return proposal;
  }

  #edit(made: Made): Edit {
    return { id: this.#around.newId(), by: this.#seat.id, at: thisSecond(), ...made };
  }
}
