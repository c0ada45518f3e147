import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";
import { expect, test } from "vitest";
import { rowsAfter } from "../../src/server/rooms/log-rows.ts";
import type { Tables } from "../../src/server/storage/tables.ts";

test("of a long log no more is looked through than is read, whatever a database knows of how long it is", async () => {
  const asked: CompiledQuery[] = [];
  const database = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (of) => new PostgresIntrospector(of),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => void asked.push(query),
  });
  await rowsAfter(database, "r", 5000, { entries: 1000, bytes: Infinity });
  expect(asked.map(({ parameters }) => parameters)).toEqual([["r", 5000, 6000]]);
  expect(asked[0].sql).toContain('"number" > $2 and "number" <= $3');
});
