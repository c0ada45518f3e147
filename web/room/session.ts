import { io, type Socket } from "socket.io-client";
import { type Change, type Edit, type Text, writeEdit } from "../../src/index.ts";
import type { EditFile } from "../../src/protocol/proposal-file.ts";
import {
  type FromPage,
  type FromServer,
  type Joined,
  type PersonHere,
  type RoomAnswer,
  unpackEdits,
} from "../../src/protocol/room.ts";
import { mayDo, type Role } from "../../src/protocol/room-roles.ts";
import type { Proposal } from "../proposals/proposal.ts";
import { noteOf, redidStep, undidStep } from "../proposals/studio-words.ts";
import { chosenProposal } from "../state/chosen.ts";
import type { RoomState } from "../state/room.ts";
import type { Store } from "../state/store.ts";
import {
  drawnTogether,
  type DrawnTogether,
  proposalOf,
  stepsOf,
  takingBack,
  withHeard,
  withKept,
  without,
  withOwn,
} from "./drawn-together.ts";
import { type Outbox, outboxOf } from "./outbox.ts";
import { LEFT, MAY_ONLY_WATCH, NOTHING_BACK, partBack } from "./room-words.ts";

type Made = Pick<Edit, "changes" | "note" | "asked" | "belongsTo" | "takesBack">;

/** So long an edit waits before it is sent again where the server could not keep it, milliseconds. */
const AGAIN = 1500;

/** What a session needs of the page. */
interface Around {
  readonly store: Store;
  readonly say: (kind: "done" | "refused", lines: readonly Text[]) => void;
  readonly newId: () => string;
  readonly onLeft: () => void;
}

/** This page in a room: draws at once, sends, hears, and comes back when the line was cut. */
export class RoomSession {
  readonly #store: Store;
  readonly #joined: Joined;
  readonly #links: RoomState["links"];
  readonly #socket: Socket<FromServer, FromPage>;
  readonly #say: Around["say"];
  readonly #newId: () => string;
  readonly #onLeft: () => void;
  #drawn: DrawnTogether;
  #people: readonly PersonHere[] = [];
  #line: RoomState["line"] = "coming";
  /** Own edits that are not answered, as they are sent, in order. */
  #outbox: readonly EditFile[] = [];
  readonly #kept: Outbox;
  /** The last edit that must be here before edits of an earlier visit are put on top; undefined once they are. */
  #until: number | undefined;
  #isSending = false;
  #isOver = false;
  #hasPutKept = false;

  constructor(
    { store, say, newId, onLeft }: Around,
    joined: Joined,
    begun: Proposal,
    links?: Readonly<Record<Role, string>>,
  ) {
    this.#store = store;
    this.#joined = joined;
    this.#links = links;
    this.#say = say;
    this.#newId = newId;
    this.#onLeft = onLeft;
    this.#drawn = drawnTogether(begun);
    this.#kept = outboxOf(joined.id);
    this.#socket = io({
      path: "/rooms/live",
      // People in one room wait for each other: the line is tried often.
      reconnectionDelayMax: 2000,
      // Also where a line is opened and nobody answers on it.
      timeout: 4000,
      transports: ["websocket"],
      auth: (told) => told({ seat: joined.seat, after: this.#drawn.log.number }),
    });
    this.#socket.on("connect", () => this.#is("here"));
    this.#socket.on("disconnect", () => this.#is("away"));
    this.#socket.on("connect_error", () => this.#is("away"));
    this.#socket.on("here", (edits) => {
      this.#until ??= this.#hasPutKept ? undefined : edits;
      this.#putKept();
    });
    this.#socket.on("people", (people) => {
      this.#people = people;
      this.#show();
    });
    this.#socket.on("edits", (packed, has) => {
      this.#drawn = withHeard(this.#drawn, unpackEdits(packed));
      this.#putKept();
      this.#show();
      has();
    });
    this.#show();
  }

  get id(): string {
    return this.#drawn.begun.id;
  }

  /** What an earlier visit could not send goes on top of all that the room has by now. */
  #putKept(): void {
    if (this.#until === undefined || this.#drawn.log.number < this.#until) return;
    this.#until = undefined;
    this.#hasPutKept = true;
    const { edits } = this.#kept;
    this.#drawn = withKept(this.#drawn, edits);
    this.#wait([...edits, ...this.#outbox]);
    this.#show();
    void this.#send();
  }

  #wait(edits: readonly EditFile[]): void {
    this.#outbox = edits;
    this.#kept.keep(this.#hasPutKept ? edits : [...this.#kept.edits, ...edits]);
  }

  #is(line: RoomState["line"]): void {
    this.#line = line;
    this.#show();
    if (line === "here") void this.#send();
  }

  /** Draws an edit that was found to be one that may be made; says whether it did. */
  draw(made: Made): boolean {
    const { id: by, role } = this.#joined;
    if (!mayDo(role, "draw")) {
      this.#say("refused", [MAY_ONLY_WATCH]);
      return false;
    }
    const at = new Date(1000 * Math.floor(Date.now() / 1000)).toISOString();
    const edit: Edit = { id: this.#newId(), by, at, ...made };
    this.#wait([...this.#outbox, writeEdit(this.#drawn.log.draft, edit)]);
    this.#drawn = withOwn(this.#drawn, edit);
    this.#show();
    void this.#send();
    return true;
  }

  /** Adds to one's own last step, so that both are taken back together. */
  amend(changes: readonly Change[], note: Text | undefined): void {
    const last = stepsOf(proposalOf(this.#drawn), this.#joined.id).back.at(-1);
    this.draw({ changes, ...(note && { note }), ...(last !== undefined && { belongsTo: last }) });
  }

  readonly undo = (): void => this.#takeBack("back", undidStep);
  readonly redo = (): void => this.#takeBack("again", redidStep);

  #takeBack(way: "back" | "again", words: (what: Text) => Text): void {
    const proposal = proposalOf(this.#drawn);
    const id = stepsOf(proposal, this.#joined.id)[way].at(-1);
    const taking = id === undefined ? undefined : takingBack(proposal, id);
    if (!taking) return;
    const { edit, changes, back, of } = taking;
    const note = words(noteOf(edit));
    // An edit that changes nothing is in no log.
    if (changes.length === 0) return this.#say("refused", [NOTHING_BACK]);
    if (this.draw({ changes, note, takesBack: edit.id }))
      this.#say("done", back < of ? [note, partBack(back, of)] : [note]);
  }

  /** One edit at a time: the next goes when the one before is answered, so that they come in the order they were made. */
  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (let [next] = this.#outbox; next && this.#socket.connected; [next] = this.#outbox) {
        const answer = await this.#socket.timeout(10_000).emitWithAck("draw", { edit: next });
        if (answer.kind === "later") await new Promise((done) => setTimeout(done, AGAIN));
        else this.#answered(next.id, answer);
      }
    } catch {
      // No answer came: the socket is on its way back, or will be, and then what is in the box is sent again.
    } finally {
      this.#isSending = false;
    }
    if (this.#outbox.length > 0 && this.#socket.connected) void this.#send();
  }

  #answered(id: string, answer: Exclude<RoomAnswer, { readonly kind: "later" }>): void {
    this.#wait(this.#outbox.filter((edit) => edit.id !== id));
    // A numbered one comes among the others' too, and takes its place in the log then.
    if (answer.kind !== "numbered") this.#drawn = without(this.#drawn, id);
    this.#show();
    if (answer.kind === "refused") this.#say("refused", answer.lines);
  }

  #show(): void {
    if (this.#isOver) return;
    const proposal = proposalOf(this.#drawn);
    this.#store.dispatch({ kind: "proposal", proposal });
    const { back, again } = stepsOf(proposal, this.#joined.id);
    const { title, id: seat, role } = this.#joined;
    this.#store.dispatch({
      kind: "room",
      room: {
        proposal: proposal.id,
        title,
        seat,
        role,
        people: this.#people,
        line: this.#line,
        waiting: this.#outbox.filter(({ belongsTo }) => belongsTo === undefined).length,
        mayUndo: back.length > 0,
        mayRedo: again.length > 0,
        ...(this.#links && { links: this.#links }),
      },
    });
  }

  leave(): void {
    this.#isOver = true;
    this.#socket.disconnect();
    this.#onLeft();
    this.#store.dispatch({ kind: "room", room: undefined });
    if (chosenProposal(this.#store.state())?.id === this.id)
      this.#store.dispatch({ kind: "choose", change: { plan: undefined, doing: "find" } });
    this.#store.dispatch({ kind: "without-proposal", id: this.id });
    this.#say("done", [LEFT]);
  }
}
