import { type Kysely, sql, type Transaction } from "kysely";
import type { Storage } from "../storage/storage.ts";
import type { Tables } from "../storage/tables.ts";
import { listenTo } from "../storage/listen.ts";
import { newId } from "./secrets.ts";

/** What is new in a room: its log has grown, others are here, or there are other ballots or links. */
const NEWS = ["entries", "people", "ballots", "links"] as const;
type News = (typeof NEWS)[number];

const newsOf = (word: string): News | undefined => NEWS.find((news) => news === word);

interface Hears {
  readonly news: (news: News) => void;
  readonly cast: (told: string) => void;
}

/** A seat by its id, and the room it is in. */
export interface SeatIn {
  readonly id: string;
  readonly room: string;
}

/** The other processes that serve the same rooms. */
export interface Neighbours {
  /** Tells them of news in a room, once the change is committed. */
  readonly tell: (change: Kysely<Tables> | Transaction<Tables>, room: string, news: News) => Promise<void>;
  /** Tells them what nobody waits for, and which is not told again where it is lost. */
  readonly cast: (room: string, told: string) => Promise<void>;
  /** Has news of a room told, also where some may have been missed, and what was cast. The function returned ends it. */
  readonly follow: (room: string, hears: Hears) => () => void;
  /** A socket of a seat has come here, or gone. */
  readonly come: (socket: string, seat: SeatIn) => Promise<void>;
  readonly go: (socket: string, room: string) => Promise<void>;
  /** Seats of a room that sit at another process. */
  readonly elsewhere: (room: string) => Promise<readonly string[]>;
  /** The last entry of a room, where nobody but this process writes any and it knows which; `undefined`: what is kept says it. */
  readonly last: (room: string) => number | undefined;
  /** Said before a change is committed that gives a room entries up to a number: one that then fails leaves a number that nobody has. */
  readonly writes: (room: string, last: number) => void;
  readonly close: () => Promise<void>;
}

const nothing = async (): Promise<void> => undefined;

/** Of a database that this process alone has open. */
export function noNeighbours(): Neighbours {
  const last = new Map<string, number>();
  return {
    tell: nothing,
    cast: nothing,
    follow: () => () => undefined,
    come: nothing,
    go: nothing,
    elsewhere: async () => [],
    last: (room) => last.get(room),
    writes: (room, number) => void last.set(room, number),
    close: nothing,
  };
}

const CHANNEL = "skoledistrikt";
/** Stands where else the word for news does. */
const CAST = "cast";
/** `from`: who tells it, and need not hear it. */
export async function tellProcesses(
  change: Kysely<Tables>,
  { from, room, news }: { readonly from: string; readonly room: string; readonly news: News },
): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${`${from} ${news} ${room}`})`.execute(change);
}

/** How often a process says that it is there, milliseconds. */
const BEAT = 2000;
/** Whoever has said nothing for so long, by the database's clock, was killed. */
const SILENCE = sql<Date>`now() - interval '7 seconds'`;

/**
 * Processes on one PostgreSQL. News are notifications of the database, which sends them when the change commits: who hears one reads
 * from the log what is new, so one that is lost or comes twice does no harm. Who sits where is rows that end with their process.
 */
export class PostgresNeighbours implements Neighbours {
  readonly #id = newId();
  readonly #database: Kysely<Tables>;
  readonly #rooms = new Map<string, Hears>();
  /** Sockets that are here, with their seats. */
  readonly #here = new Map<string, SeatIn>();
  readonly #beating: NodeJS.Timeout;
  readonly #stopListening: () => void;

  constructor({ database }: Pick<Storage, "database">, url: string) {
    this.#database = database;
    this.#stopListening = listenTo(url, CHANNEL, { hear: this.#hear, mayHaveMissed: this.#lookAtAll });
    this.#beating = setInterval(() => void this.#beat().catch(() => undefined), BEAT);
    this.#beating.unref();
    void this.#beat().catch(() => undefined);
  }

  readonly #hear = (told: string): void => {
    const [, from, word, room, cast = ""] = /^(\S+) (\S+) (\S+)(?: (.+))?$/s.exec(told) ?? [];
    const news = newsOf(word);
    if (from === this.#id) return;
    if (news) this.#rooms.get(room)?.news(news);
    else if (word === CAST) this.#rooms.get(room)?.cast(cast);
  };

  readonly #lookAtAll = (): void => {
    for (const hears of this.#rooms.values()) for (const news of NEWS) hears.news(news);
  };

  readonly tell = async (change: Kysely<Tables>, room: string, news: News): Promise<void> => {
    await tellProcesses(change, { from: this.#id, room, news });
  };

  readonly cast = async (room: string, told: string): Promise<void> => {
    await sql`select pg_notify(${CHANNEL}, ${`${this.#id} ${CAST} ${room} ${told}`})`.execute(this.#database);
  };

  readonly follow = (room: string, hears: Hears): (() => void) => {
    this.#rooms.set(room, hears);
    return () => {
      if (this.#rooms.get(room) === hears) this.#rooms.delete(room);
    };
  };

  readonly come = async (socket: string, seat: SeatIn): Promise<void> => {
    this.#here.set(socket, seat);
    await this.#write(this.#database, [[socket, seat]]);
    await this.tell(this.#database, seat.room, "people");
  };

  readonly go = async (socket: string, room: string): Promise<void> => {
    this.#here.delete(socket);
    await this.#database.deleteFrom("present").where("socket", "=", socket).execute();
    await this.tell(this.#database, room, "people");
  };

  readonly elsewhere = async (room: string): Promise<readonly string[]> => {
    const rows = await this.#database
      .selectFrom("present")
      .innerJoin("processes", "processes.id", "present.process")
      .select("seat")
      .distinct()
      .where("room", "=", room)
      .where("process", "!=", this.#id)
      .where("seen", ">", SILENCE)
      .execute();
    return rows.map(({ seat }) => seat);
  };

  /** Others may have written since. */
  readonly last = (): undefined => undefined;

  readonly writes = (): void => undefined;

  /** Says that this process is there, with all who are here: others may have taken it for dead. Ends those that are silent. */
  async #beat(): Promise<void> {
    const rooms = await this.#database.transaction().execute(async (change) => {
      await change
        .insertInto("processes")
        .values({ id: this.#id, seen: sql`now()` })
        .onConflict((there) => there.column("id").doUpdateSet({ seen: sql`now()` }))
        .execute();
      await this.#write(change, [...this.#here]);
      const silent = await change.deleteFrom("processes").where("seen", "<=", SILENCE).returning("id").execute();
      if (silent.length === 0) return [];
      const left = await change
        .deleteFrom("present")
        .where(
          "process",
          "in",
          silent.map(({ id }) => id),
        )
        .returning("room")
        .execute();
      const emptied = [...new Set(left.map(({ room }) => room))];
      for (const room of emptied) await this.tell(change, room, "people");
      return emptied;
    });
    for (const room of rooms) this.#rooms.get(room)?.news("people");
  }

  async #write(change: Kysely<Tables>, sockets: readonly (readonly [string, SeatIn])[]): Promise<void> {
    if (sockets.length === 0) return;
    await change
      .insertInto("present")
      .values(sockets.map(([socket, { id: seat, room }]) => ({ socket, process: this.#id, seat, room })))
      .onConflict((there) => there.column("socket").doNothing())
      .execute();
  }

  readonly close = async (): Promise<void> => {
    clearInterval(this.#beating);
    this.#stopListening();
    await this.#database.deleteFrom("present").where("process", "=", this.#id).execute();
    await this.#database.deleteFrom("processes").where("id", "=", this.#id).execute();
  };
}
