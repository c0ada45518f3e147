import { io, type Socket } from "socket.io-client";
import type { Draft } from "../../src/edit/draft.ts";
import { writeEdit } from "../../src/edit/edit-file.ts";
import { readProposal } from "../../src/edit/proposal-file.ts";
import { received } from "../../src/edit/received.ts";
import { dropped, type Followed, followed, hears, type Numbered, waitsFor } from "../../src/edit/shared-log.ts";
import { type FromPage, type FromServer, type RoomAnswer, type Sent, unpackEntries } from "../../src/protocol/room.ts";
import { context, start, strokeChanges, wait } from "./room-server.ts";

/** A page in a room without a screen: draws at once, sends in order, hears, and comes back as a page does. */
export class RoomPage {
  readonly socket: Socket<FromServer, FromPage>;
  /** Numbers of own edits that were answered, by id. */
  readonly acknowledged = new Map<string, number>();
  readonly edits: Numbered[] = [];
  number = 0;
  /** How many entries came that were not the next. */
  outOfOrder = 0;
  #epoch = "";
  #proposal = "";
  #log: Followed = followed(start, 0);
  #outbox: { readonly id: string; readonly sent: Sent }[] = [];
  #isSending = false;
  #isOver = false;

  constructor(url: string, seat: string) {
    this.socket = io(url, {
      path: "/rooms/live",
      transports: ["websocket"],
      forceNew: true,
      reconnectionDelayMax: 1000,
      timeout: 4000,
      auth: (tell) => tell({ seat, after: this.number, epoch: this.#epoch }),
    });
    this.socket.on("here", (_, __, ___, epoch) => (this.#epoch = epoch));
    this.socket.on("connect", () => void this.#send());
    const again = (): void => {
      if (!this.socket.active && !this.#isOver) setTimeout(() => this.socket.connect(), 500);
    };
    this.socket.on("disconnect", again);
    this.socket.on("connect_error", again);
    this.socket.on("entries", (packed, last) => {
      this.#hear(packed);
      this.socket.emit("has", last);
    });
  }

  get draft(): Draft {
    return this.#log.draft;
  }

  get waiting(): number {
    return this.#outbox.length + this.#log.waiting.length;
  }

  /** All edits of a message at once, as a page hears them. */
  #hear(packed: string): void {
    const heard: Numbered[] = [];
    for (const entry of unpackEntries(packed)) {
      if (entry.number !== this.number + 1) this.outOfOrder++;
      if (entry.number <= this.number) continue;
      this.number = entry.number;
      if ("edit" in entry) {
        const read = received(this.#log.agreed, entry.edit);
        if (!("edit" in read)) throw new Error(`entry ${entry.number} cannot be read`);
        heard.push({ number: entry.number, edit: read.edit });
      } else if (entry.act.kind === "proposal") {
        const begun = readProposal(JSON.stringify(entry.act.file), context).value;
        if (begun) this.#log = followed(begun.draft, entry.number);
        this.#proposal = entry.act.proposal;
      }
    }
    this.edits.push(...heard);
    this.#log = hears(this.#log, heard);
  }

  draw(painter: number, stroke: number): void {
    const changes = strokeChanges(this.draft, painter, stroke);
    if (this.#proposal === "" || changes.length === 0) return;
    const edit = { id: `${painter}-${stroke}`, by: "bench", at: "2026-01-01T00:00:00Z", changes };
    this.#outbox.push({ id: edit.id, sent: { proposal: this.#proposal, edit: writeEdit(this.draft, edit) } });
    this.#log = waitsFor(this.#log, edit);
    void this.#send();
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (let [next] = this.#outbox; next && this.socket.connected; [next] = this.#outbox) {
        const answer = await this.socket.timeout(10_000).emitWithAck("put", next.sent);
        if (answer.kind === "later") await wait(500);
        else this.#answered(next.id, answer);
      }
    } catch {
      // Sent again when the line is back.
    } finally {
      this.#isSending = false;
    }
    if (this.#outbox.length > 0 && this.socket.connected) void this.#send();
  }

  #answered(id: string, answer: Exclude<RoomAnswer, { readonly kind: "later" }>): void {
    this.#outbox = this.#outbox.filter((each) => each.id !== id);
    if (answer.kind === "numbered") this.acknowledged.set(id, answer.number);
    else this.#log = dropped(this.#log, id);
  }

  /** As when the network goes for a moment. */
  cut(): void {
    this.socket.io.engine.close();
  }

  /** Whether something came to be so in time. */
  async until(isSo: () => boolean, ms: number): Promise<boolean> {
    for (const end = performance.now() + ms; !isSo(); await wait(50)) if (performance.now() > end) return false;
    return true;
  }

  leave(): void {
    this.#isOver = true;
    this.socket.disconnect();
  }
}
