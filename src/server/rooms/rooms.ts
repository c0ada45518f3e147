import type { Draft } from "../../edit/draft.ts";
import { type ProposalContext, readProposal } from "../../edit/proposal-file.ts";
import { type ProposalFile, proposalFileSchema } from "../../protocol/proposal-file.ts";
import type { Joined, MadeRoom } from "../../protocol/room.ts";
import { type Role, ROLES } from "../../protocol/room-roles.ts";
import type { Storage } from "../storage/storage.ts";
import { hashOf, newId, newSecret } from "./secrets.ts";

/** Whoever sits in a room, known by the secret of the seat. */
export interface Seat {
  readonly id: string;
  readonly room: string;
  readonly role: Role;
  readonly name: string;
  /** Of the room. */
  readonly title: string;
}

/** Making rooms, coming to them and being known in them. Everything is kept before it is answered. */
export class Rooms {
  readonly #storage: Storage;
  readonly #context: ProposalContext;
  readonly #now: () => string;

  /** `now`: ISO 8601. */
  constructor(storage: Storage, context: ProposalContext, now: () => string) {
    this.#storage = storage;
    this.#context = context;
    this.#now = now;
  }

  /** A room with a link for each role; `undefined` where the proposal is none of the case's. */
  async make(title: string, proposal: ProposalFile): Promise<MadeRoom | undefined> {
    if (!this.#read(proposal)) return undefined;
    const room = newId();
    const links: Readonly<Record<Role, string>> = {
      facilitator: newSecret(),
      "co-facilitator": newSecret(),
      participant: newSecret(),
      viewer: newSecret(),
      projector: newSecret(),
    };
    const { dataHash: data } = this.#context;
    await this.#storage.database.transaction().execute(async (change) => {
      const row = { id: room, title, data, start: JSON.stringify(proposal), made: this.#now() };
      await change.insertInto("rooms").values(row).execute();
      await change
        .insertInto("links")
        .values(ROLES.map((role) => ({ secret_hash: hashOf(links[role]), room, role })))
        .execute();
    });
    return { room, links };
  }

  #read(proposal: ProposalFile): Draft | undefined {
    return readProposal(JSON.stringify(proposal), this.#context).value?.draft;
  }

  /** A seat for whoever holds a link; `undefined` where no such link holds. */
  async takeSeat(link: string, name: string): Promise<Joined | undefined> {
    const { database } = this.#storage;
    const found = await database
      .selectFrom("links")
      .innerJoin("rooms", "rooms.id", "links.room")
      .select(["links.room", "links.role", "rooms.title", "rooms.start"])
      .where("secret_hash", "=", hashOf(link))
      .where("revoked", "=", false)
      .where("rooms.data", "=", this.#context.dataHash)
      .executeTakeFirst();
    if (!found) return undefined;
    const [id, secret] = [newId(), newSecret()];
    const { room, role, title, start } = found;
    const row = { id, secret_hash: hashOf(secret), room, role, name, made: this.#now() };
    await database.insertInto("seats").values(row).execute();
    return { room, title, seat: secret, id, role, start: startOf(start) };
  }

  /** The seat that was taken before, with its secret. */
  async comeBack(secret: string): Promise<Joined | undefined> {
    const seat = await this.seatOf(secret);
    if (!seat) return undefined;
    const { id, room, role, title } = seat;
    const { start } = await this.#row(room);
    return { room, title, seat: secret, id, role, start: startOf(start) };
  }

  /** Who holds the secret of a seat in a room on the data that are open. */
  async seatOf(secret: string): Promise<Seat | undefined> {
    return this.#storage.database
      .selectFrom("seats")
      .innerJoin("rooms", "rooms.id", "seats.room")
      .select(["seats.id", "seats.room", "seats.role", "seats.name", "rooms.title"])
      .where("secret_hash", "=", hashOf(secret))
      .where("rooms.data", "=", this.#context.dataHash)
      .executeTakeFirst();
  }

  /** Everybody who has taken a seat in a room, in the order they came. */
  async people(room: string): Promise<readonly Pick<Seat, "id" | "name" | "role">[]> {
    return this.#storage.database
      .selectFrom("seats")
      .select(["id", "name", "role"])
      .where("room", "=", room)
      .orderBy("made")
      .orderBy("id")
      .execute();
  }

  /** What a room's edits are made of. Throws where there is no such room: seats know theirs. */
  async start(id: string): Promise<Draft> {
    const { start } = await this.#row(id);
    const draft = this.#read(startOf(start));
    if (!draft) throw new Error(`the start of room ${id} no longer fits the case`);
    return draft;
  }

  #row(id: string) {
    return this.#storage.database.selectFrom("rooms").select("start").where("id", "=", id).executeTakeFirstOrThrow();
  }
}

const startOf = (text: string): ProposalFile => proposalFileSchema.parse(JSON.parse(text));
