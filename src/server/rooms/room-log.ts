import type { Transaction } from "kysely";
import type { Draft } from "../../edit/draft.ts";
import { writeEdit } from "../../edit/edit-file.ts";
import type { Refusal } from "../../edit/issue-texts.ts";
import { applyChanges } from "../../edit/log.ts";
import { received } from "../../edit/received.ts";
import { taken } from "../../edit/shared-log.ts";
import { type EditFile, editFileSchema } from "../../protocol/proposal-file.ts";
import type { NumberedFile } from "../../protocol/room.ts";
import type { Storage } from "../storage/storage.ts";
import type { Tables } from "../storage/tables.ts";

/** What becomes of an edit that a seat sent. */
export type Drawn =
  | { readonly kind: "numbered"; readonly number: number }
  | { readonly kind: "so already" }
  | { readonly kind: "refused"; readonly refusals: readonly Refusal[] };

interface Waiting {
  readonly seat: string;
  readonly edit: EditFile;
  readonly tell: (drawn: Drawn) => void;
  readonly fail: (why: unknown) => void;
}

/** So many edits are written together at most. */
const BATCH = 200;
/** So many of the newest edits are kept at hand. */
const KEPT = 1000;

/** A log that has grown: what it makes of the start by now, and the edits that are new. */
interface Grown {
  readonly draft: Draft;
  readonly number: number;
  readonly files: readonly NumberedFile[];
}

/**
 * The log of one room: edits are checked, numbered and committed in the order they come, and only then answered and told. While one
 * batch is being committed the next gathers, so that many hands cost few commits. Others may write to the same log from other processes:
 * each batch locks the room, and takes in what they wrote first.
 */
export class RoomLog {
  readonly #storage: Storage;
  readonly #room: string;
  /** What the edits up to {@link number} make of the start. */
  #draft: Draft;
  #number = 0;
  /** The newest edits in order: whoever is here needs no older ones. */
  #tail: NumberedFile[] = [];
  #waiting: Waiting[] = [];
  #isWriting = false;
  readonly #onGrown: () => void;

  constructor(storage: Storage, room: string, start: Draft, onGrown: () => void) {
    this.#storage = storage;
    this.#room = room;
    this.#draft = start;
    this.#onGrown = onGrown;
  }

  /** The number of the last edit known here. */
  get number(): number {
    return this.#number;
  }

  /** Takes in what is kept of the room. */
  async open(): Promise<void> {
    await this.#storage.database.transaction().execute(async (change) => {
      this.#take(await this.#catchUp(change));
    });
  }

  #take({ draft, number, files }: Grown): void {
    [this.#draft, this.#number] = [draft, number];
    this.#tail = [...this.#tail, ...files].slice(-KEPT);
  }

  /** Resolves once the edit is committed, or is not to be; rejects where storage fails, and then nothing of it is kept. */
  draw(seat: string, edit: EditFile): Promise<Drawn> {
    return new Promise((tell, fail) => {
      this.#waiting.push({ seat, edit, tell, fail });
      if (!this.#isWriting) void this.#write();
    });
  }

  async #write(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, BATCH);
      this.#waiting = this.#waiting.slice(BATCH);
      try {
        const { drawn, grown } = await this.#commit(batch);
        const isGrown = grown.number > this.#number;
        this.#take(grown);
        batch.forEach(({ tell }, i) => tell(drawn[i]));
        if (isGrown) this.#onGrown();
      } catch (error) {
        for (const { fail } of batch) fail(error);
      }
    }
    this.#isWriting = false;
  }

  #commit(batch: readonly Waiting[]) {
    return this.#storage.database.transaction().execute(async (change) => {
      const caught = await this.#catchUp(change);
      let { draft, number } = caught;
      const files = [...caught.files];
      const known = await this.#known(change, batch);
      const rows: Tables["edits"][] = [];
      const drawn = batch.map(({ seat, edit }): Drawn => {
        const before = known.get(edit.id);
        if (before !== undefined) return { kind: "numbered", number: before };
        const read = received(draft, { ...edit, by: seat });
        if ("refusal" in read) return { kind: "refused", refusals: [read.refusal] };
        const next = taken(draft, read.edit);
        if (next.kind !== "taken") return next;
        number++;
        known.set(edit.id, number);
        const written = writeEdit(draft, next.edit);
        files.push({ number, edit: written });
        rows.push({ room: this.#room, number, id: edit.id, seat, edit: JSON.stringify(written) });
        ({ draft } = next);
        return { kind: "numbered", number };
      });
      if (rows.length > 0) await change.insertInto("edits").values(rows).execute();
      return { drawn, grown: { draft, number, files } };
    });
  }

  /** Locks the room for the transaction, and folds what others have written since. */
  async #catchUp(change: Transaction<Tables>): Promise<Grown> {
    await change.selectFrom("rooms").select("id").where("id", "=", this.#room).forUpdate().executeTakeFirstOrThrow();
    const rows = await change
      .selectFrom("edits")
      .select(["number", "edit"])
      .where("room", "=", this.#room)
      .where("number", ">", this.#number)
      .orderBy("number")
      .execute();
    let draft = this.#draft;
    const files = rows.map(fileOf);
    for (const { number, edit } of files) {
      const read = received(draft, edit);
      if ("refusal" in read) throw new Error(`edit ${number} of room ${this.#room} cannot be read`);
      draft = applyChanges(draft, read.edit.changes);
    }
    return { draft, number: files.at(-1)?.number ?? this.#number, files };
  }

  /** Numbers of edits that were sent before, by id: an answer may have been lost on its way. */
  async #known(change: Transaction<Tables>, batch: readonly Waiting[]): Promise<Map<string, number>> {
    const rows = await change
      .selectFrom("edits")
      .select(["id", "number"])
      .where("room", "=", this.#room)
      .where(
        "id",
        "in",
        batch.map(({ edit: { id } }) => id),
      )
      .execute();
    return new Map(rows.map(({ id, number }) => [id, number]));
  }

  /** At most `most` edits after a number, in order. */
  async after(number: number, most: number): Promise<readonly NumberedFile[]> {
    const [first] = this.#tail;
    if (first && first.number <= number + 1)
      return this.#tail.slice(number + 1 - first.number, number + 1 - first.number + most);
    const rows = await this.#storage.database
      .selectFrom("edits")
      .select(["number", "edit"])
      .where("room", "=", this.#room)
      .where("number", ">", number)
      .orderBy("number")
      .limit(most)
      .execute();
    return rows.map(fileOf);
  }
}

const fileOf = ({ number, edit }: Pick<Tables["edits"], "number" | "edit">): NumberedFile => ({
  number,
  edit: editFileSchema.parse(JSON.parse(edit)),
});
