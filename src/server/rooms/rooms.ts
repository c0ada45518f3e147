import type { ProposalContext } from "../../edit/proposal-file.ts";
import type { ProposalFile } from "../../protocol/proposal-file.ts";
import { ROOM_LIMITS } from "../../protocol/room-limits.ts";
import type { Door, Entry, Joined, MadeRoom } from "../../protocol/room.ts";
import { onlyWatches, type Role, ROLES, ROOM_ITSELF } from "../../protocol/room-roles.ts";
import { audit } from "../storage/audit.ts";
import type { Storage } from "../storage/storage.ts";
import type { Keeping } from "./keeping.ts";
import { rowOf } from "./log-rows.ts";
import type { LogSetting } from "./log-setting.ts";
import { beginning } from "./room-state.ts";
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

/** Whose name is told to a room. */
export interface Known extends Pick<Seat, "id" | "name" | "role"> {
  /** The seat was taken away. */
  readonly gone: boolean;
}

/** Why a link gives no seat: it has expired, the room has had all the seats it may, or none can be kept just now. */
export type NoSeat = "expired" | "full" | "later";

const DAY = 86_400_000;

/** Some days after a moment, both ISO 8601 in the form that is ordered as it is written. */
const after = (at: string, days: number): string => new Date(Date.parse(at) + days * DAY).toISOString();

/** Making rooms, coming to them and being known in them. Everything is kept before it is answered. */
export class Rooms {
  readonly #storage: Storage;
  readonly #keeping: Keeping;
  readonly #context: ProposalContext;
  readonly #now: () => string;
  readonly #mostDrawing: number;

  constructor({ storage, keeping, context, now }: LogSetting, mostDrawing: number) {
    this.#mostDrawing = mostDrawing;
    this.#storage = storage;
    this.#keeping = keeping;
    this.#context = context;
    this.#now = now;
  }

  /** A room with a link for each role, that begins with a proposal; `undefined` where that is none of the case's. */
  async make(title: string, proposed: ProposalFile, linkDays: number): Promise<MadeRoom | undefined> {
    const at = this.#now();
    const begins = beginning(proposed, at, this.#context);
    if (!begins) return undefined;
    const { file } = begins;
    const [room, proposal] = [newId(), newId()];
    const links: Readonly<Record<Role, string>> = {
      facilitator: newSecret(),
      "co-facilitator": newSecret(),
      participant: newSecret(),
      viewer: newSecret(),
      projector: newSecret(),
    };
    const first: Entry = { number: 1, id: proposal, by: ROOM_ITSELF, at, act: { kind: "proposal", proposal, file } };
    const written = this.#storage.database.transaction().execute(async (change) => {
      await change
        .insertInto("rooms")
        .values({ id: room, title, data: this.#context.dataHash, made: at, link_days: linkDays })
        .execute();
      await change
        .insertInto("links")
        .values(ROLES.map((role) => ({ secret_hash: hashOf(links[role]), room, role, expires: after(at, linkDays) })))
        .execute();
      await change.insertInto("entries").values(rowOf(room, first)).execute();
      await audit(change, { room, who: "organiser", act: "room made" });
    });
    await this.#keeping.of(written);
    return { room, links };
  }

  /** A seat for whoever holds a link; `undefined` where no such link holds, and why not where it does. */
  async takeSeat(link: string, name: string): Promise<Joined | NoSeat | undefined> {
    const found = await this.#behind(link);
    if (!found || found === "expired") return found;
    if (!(await this.#keeping.takes())) return "later";
    if ((await count(this.#counted(found.room))) >= ROOM_LIMITS.seats) return "full";
    const [id, secret] = [newId(), newSecret()];
    const { room, title } = found;
    const isFull = found.role === "participant" && (await this.#drawing(room)) >= this.#mostDrawing;
    const role = isFull ? "viewer" : found.role;
    const row = { id, secret_hash: hashOf(secret), room, role, name, made: this.#now() };
    await this.#keeping.of(this.#storage.database.insertInto("seats").values(row).execute());
    return { room, title, seat: secret, id, role, ...(isFull && { isFull }) };
  }

  /** What the room is called that a link leads into; `undefined` where no such link holds. */
  async door(link: string): Promise<Door | "expired" | undefined> {
    const found = await this.#behind(link);
    return found === "expired" ? found : found && { title: found.title };
  }

  /** The room that a link leads into, and as what. */
  async #behind(link: string) {
    const found = await this.#storage.database
      .selectFrom("links")
      .innerJoin("rooms", "rooms.id", "links.room")
      .select(["links.room", "links.role", "links.expires", "rooms.title"])
      .where("secret_hash", "=", hashOf(link))
      .where("revoked", "=", false)
      .where("rooms.data", "=", this.#context.dataHash)
      .executeTakeFirst();
    return found && found.expires <= this.#now() ? "expired" : found;
  }

  /** How many seats of a room draw. */
  #drawing(room: string): Promise<number> {
    return count(this.#counted(room).where("role", "=", "participant").where("gone", "=", false));
  }

  /** All seats that a room has ever had, to be counted. */
  #counted(room: string) {
    return this.#storage.database
      .selectFrom("seats")
      .select(({ fn }) => fn.countAll<number | string>().as("count"))
      .where("room", "=", room);
  }

  /** Withdraws the link of a role; with `isOpen` there is a new one in its place, whose secret this is. */
  async relink(room: string, role: Role, isOpen: boolean): Promise<string | undefined> {
    const secret = isOpen ? newSecret() : undefined;
    await this.#storage.database.transaction().execute(async (change) => {
      await change
        .updateTable("links")
        .set({ revoked: true })
        .where("room", "=", room)
        .where("role", "=", role)
        .execute();
      if (secret === undefined) return;
      const of = change.selectFrom("rooms").select("link_days").where("id", "=", room);
      const { link_days: days } = await of.executeTakeFirstOrThrow();
      await change
        .insertInto("links")
        .values({ secret_hash: hashOf(secret), room, role, expires: after(this.#now(), days) })
        .execute();
    });
    return secret;
  }

  /** Until when each link of a room lets anybody in, ISO 8601; none of those that were withdrawn. */
  async linksUntil(room: string): Promise<Readonly<Partial<Record<Role, string>>>> {
    const rows = await this.#storage.database
      .selectFrom("links")
      .select(["role", "expires"])
      .where("room", "=", room)
      .where("revoked", "=", false)
      .execute();
    return Object.fromEntries(rows.map(({ role, expires }) => [role, expires]));
  }

  /** The seat that was taken before, with its secret. */
  async comeBack(secret: string): Promise<Joined | undefined> {
    const seat = await this.seatOf(secret);
    if (!seat) return undefined;
    const { id, room, role, title } = seat;
    return { room, title, seat: secret, id, role };
  }

  /** Who holds the secret of a seat in a room on the data that are open; nobody does of one that was taken away. */
  async seatOf(secret: string): Promise<Seat | undefined> {
    return this.#seatBy(secret).where("gone", "=", false).executeTakeFirst();
  }

  /** As {@link seatOf}, also of one that was taken away: what was done from it is still somebody's. */
  async onceSeatOf(secret: string): Promise<Seat | undefined> {
    return this.#seatBy(secret).executeTakeFirst();
  }

  #seatBy(secret: string) {
    return this.#storage.database
      .selectFrom("seats")
      .innerJoin("rooms", "rooms.id", "seats.room")
      .select(["seats.id", "seats.room", "seats.role", "seats.name", "rooms.title"])
      .where("secret_hash", "=", hashOf(secret))
      .where("rooms.data", "=", this.#context.dataHash);
  }

  /** Everybody who has taken a seat that does more than watch, or whose seat was taken away, in the order they came. */
  async takingPart(room: string): Promise<readonly Known[]> {
    return this.#seats(room)
      .where((each) => each.or([each("role", "not in", [...WATCHES]), each("gone", "=", true)]))
      .execute();
  }

  /** Some seats of a room by their ids, in the order they came. */
  async named(room: string, ids: readonly string[]): Promise<readonly Known[]> {
    return ids.length === 0 ? [] : this.#seats(room).where("id", "in", ids).execute();
  }

  #seats(room: string) {
    return this.#storage.database
      .selectFrom("seats")
      .select(["id", "name", "role", "gone"])
      .where("room", "=", room)
      .orderBy("made")
      .orderBy("id");
  }
}

async function count(rows: {
  readonly executeTakeFirstOrThrow: () => Promise<{ readonly count: number | string }>;
}): Promise<number> {
  return Number((await rows.executeTakeFirstOrThrow()).count);
}

const WATCHES = ROLES.filter(onlyWatches);
