import { type Kysely, sql, type Transaction } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import type { Tables } from "./tables.ts";

const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-rooms": {
    up: async (database) => {
      await sql`create table rooms (id text primary key, title text not null, data text not null, made text not null)`.execute(
        database,
      );
      await sql`create table links (secret_hash text primary key, room text not null references rooms on delete cascade, role text not null, revoked boolean not null default false)`.execute(
        database,
      );
      await sql`create table seats (id text primary key, secret_hash text not null unique, room text not null references rooms on delete cascade, role text not null, name text not null, made text not null)`.execute(
        database,
      );
      await sql`create table entries (room text not null references rooms on delete cascade, number integer not null, id text not null, seat text not null, entry text not null, primary key (room, number), unique (room, id))`.execute(
        database,
      );
      await sql`create table ballots (room text not null references rooms on delete cascade, vote text not null, seat text not null, ballot text not null, primary key (room, vote, seat))`.execute(
        database,
      );
    },
  },
  "0002-processes": {
    up: async (database) => {
      await sql`create table processes (id text primary key, seen timestamptz not null)`.execute(database);
      await sql`create table present (socket text primary key, process text not null, room text not null, seat text not null)`.execute(
        database,
      );
      await sql`create index present_room on present (room)`.execute(database);
    },
  },
  "0003-uses": {
    up: async (database) => {
      await sql`create table uses (room text primary key references rooms on delete cascade, at timestamptz not null)`.execute(
        database,
      );
      await sql`create table sweeps (name text primary key, at timestamptz not null)`.execute(database);
    },
  },
  "0004-epoch": {
    up: async (database) => {
      await sql`create table epoch (id text primary key)`.execute(database);
      await sql`insert into epoch values (gen_random_uuid()::text)`.execute(database);
    },
  },
  "0005-gone": {
    up: async (database) => {
      await sql`alter table seats add gone boolean not null default false`.execute(database);
      await sql`
        update seats set gone = true from entries
        where entries.room = seats.room and entry like '%"kind":"out"%'
        and entry::json->'act'->>'kind' = 'out' and entry::json->'act'->>'seat' = seats.id`.execute(database);
    },
  },
  "0006-audit": {
    up: async (database) => {
      await sql`create table audit (id text primary key, at timestamptz not null default clock_timestamp(), room text references rooms on delete cascade, who text not null, act text not null, about text not null)`.execute(
        database,
      );
      await sql`create index audit_room on audit (room)`.execute(database);
      // Rows go with their room, and else stay as they were written.
      await sql`create or replace function audit_is_kept() returns trigger language plpgsql as $$
        begin
          if tg_op = 'DELETE' and old.room is not null and not exists (select from rooms where id = old.room) then
            return old;
          end if;
          raise exception 'the audit log is only added to';
        end $$`.execute(database);
      await sql`create trigger audit_is_kept before update or delete on audit for each row execute function audit_is_kept()`.execute(
        database,
      );
    },
  },
  "0007-expiring-links": {
    up: async (database) => {
      await sql`alter table rooms add link_days integer not null default 14`.execute(database);
      await sql`alter table links add expires text not null default ''`.execute(database);
      // Links that were given out without an end have one from now on.
      await sql`update links set expires = to_char(now() at time zone 'utc' + interval '14 days', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`.execute(
        database,
      );
    },
  },
  "0008-packs": {
    up: async (database) => {
      await sql`create table packs (room text not null references rooms on delete cascade, last integer not null, ground text not null, packed text not null, primary key (room, last))`.execute(
        database,
      );
    },
  },
  "0009-snapshots": {
    up: async (database) => {
      await sql`create table snapshots (room text primary key references rooms on delete cascade, last integer not null, ground text not null, packed text not null)`.execute(
        database,
      );
    },
  },
};

/** The changes of the tables, in order. */
export const FORMS: readonly string[] = Object.keys(MIGRATIONS);

/** Makes some of the changes, within one of whoever asks. */
export async function raise(change: Transaction<Tables>, from: number, until: number): Promise<void> {
  for (const form of FORMS.slice(from, until)) await MIGRATIONS[form].up(change);
}

/** Brings a database to the newest form, in order; one that is there already is left as it is. Throws what went wrong. */
export async function migrate(database: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
