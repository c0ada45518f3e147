import type { Pool, PoolClient } from "pg";
import type { PgBoss } from "pg-boss";
import { type SweepAnswer, sweepAnswerSchema } from "../../protocol/sweep-answer.ts";
import { canonicalSum } from "../../kernels/canonical-sum.ts";
import { steadyPool } from "../../server/storage/steady-pool.ts";
import type { AskedOf, Scenario } from "../../sweep/scenarios.ts";

/** A scenario as workers are handed it. */
export interface SweepJob {
  readonly key: string;
  readonly scenario: Scenario;
}

/** A job that was taken, by which attempt. */
export interface TakenJob {
  readonly id: string;
  readonly retryCount: number;
  readonly data: SweepJob;
}

/** A sweep with scenarios that nobody has answered yet. */
interface WaitingSweep extends AskedOf {
  readonly caseName: string;
}

/** Schemas of their own, so that the database may hold rooms as well. */
const RESULTS = "skoledistrikt_sweeps";
const JOBS = "skoledistrikt_jobs";
/** Whoever lays out tables or hands out scenarios does so alone. */
const LOCK = 7_302_016;

/**
 * A worker that says nothing for `heartbeatSeconds` has lost what it took (pg-boss takes no fewer than ten); that is looked for every
 * `lookSeconds`, by whoever is there. Together with a worker's own looking for work that is well under 20 s.
 */
const TIMING = { heartbeatSeconds: 10, lookSeconds: 2, touchSeconds: 3 } as const;
export const TOUCH_EVERY = 1000 * TIMING.touchSeconds;
/** A scenario may take long; whether its worker lives is told by the heartbeat. */
const LONGEST = 23 * 3600;
/** How often a scenario is handed out again when its workers fall away. */
const MOST_RETRIES = 20;
/** Jobs written at a time. */
const BATCH = 500;
/** Milliseconds: a server that does not answer is an error. */
const PATIENCE = { connectionTimeoutMillis: 5000, query_timeout: 30_000 } as const;

/** Where sweeps are handed out and answers are kept: PostgreSQL, the jobs in it by pg-boss. */
export class SweepDatabase {
  readonly #pool: Pool;
  readonly #boss: PgBoss;
  readonly #of: AskedOf;
  readonly #queue: string;

  /** Throws what the database says. */
  static async open(url: string, of: AskedOf): Promise<SweepDatabase> {
    const pool = steadyPool({ connectionString: url, max: 4, ...PATIENCE });
    try {
      await pool.query("select 1");
      const { PgBoss: Boss } = await import("pg-boss");
      const boss = new Boss({
        connectionString: url,
        schema: JOBS,
        max: 4,
        schedule: false,
        reindex: false,
        monitorVacuum: false,
        superviseIntervalSeconds: TIMING.lookSeconds,
        monitorIntervalSeconds: TIMING.lookSeconds,
        ...PATIENCE,
      });
      boss.on("error", () => undefined);
      await boss.start();
      const database = new SweepDatabase(pool, boss, of);
      await database.#layOut();
      return database;
    } catch (error) {
      await pool.end();
      throw error;
    }
  }

  private constructor(pool: Pool, boss: PgBoss, of: AskedOf) {
    this.#pool = pool;
    this.#boss = boss;
    this.#of = of;
    this.#queue = `${of.dataHash.slice(0, 32)}-${of.program}`;
  }

  async #layOut(): Promise<void> {
    await this.#alone(async (client) => {
      await client.query(`create schema if not exists ${RESULTS}`);
      await client.query(
        `create table if not exists ${RESULTS}.sweeps (queue text primary key, case_name text not null, data_hash text not null, program text not null)`,
      );
      await client.query(
        `create table if not exists ${RESULTS}.results (key text primary key, answer text not null, hash text not null, retries integer not null, made timestamptz not null default clock_timestamp())`,
      );
      await client.query(`create table if not exists ${RESULTS}.faults (key text primary key, why text not null)`);
    });
    await this.#boss.createQueue(this.#queue, {
      heartbeatSeconds: TIMING.heartbeatSeconds,
      expireInSeconds: LONGEST,
      retryLimit: MOST_RETRIES,
      retryDelay: 0,
    });
  }

  /** A transaction that no other program of this kind is in at the same time. */
  async #alone<Answer>(work: (client: PoolClient) => Promise<Answer>): Promise<Answer> {
    return this.#together(async (client) => {
      await client.query("select pg_advisory_xact_lock($1)", [LOCK]);
      return work(client);
    });
  }

  async #together<Answer>(work: (client: PoolClient) => Promise<Answer>): Promise<Answer> {
    const client = await this.#pool.connect();
    try {
      await client.query("begin");
      const answer = await work(client);
      await client.query("commit");
      client.release();
      return answer;
    } catch (error) {
      await client.query("rollback").catch(() => undefined);
      client.release(true);
      throw error;
    }
  }

  /** Hands out those scenarios that have no answer and are not handed out already; what was at fault before is tried again. */
  async handOut(caseName: string, jobs: readonly SweepJob[]): Promise<void> {
    await this.#alone(async (client) => {
      await client.query(
        `insert into ${RESULTS}.sweeps values ($1, $2, $3, $4) on conflict (queue) do update set case_name = excluded.case_name`,
        [this.#queue, caseName, this.#of.dataHash, this.#of.program],
      );
      const keys = jobs.map(({ key }) => key);
      await client.query(`delete from ${RESULTS}.faults where key = any($1)`, [keys]);
      const { rows } = await client.query<{ key: string }>(
        `select key from ${RESULTS}.results where key = any($1)
         union select data->>'key' from ${JOBS}.job where name = $2 and state in ('created', 'retry', 'active')`,
        [keys, this.#queue],
      );
      const done = new Set(rows.map(({ key }) => key));
      const missing = jobs.filter(({ key }) => !done.has(key));
      // In their order; one that is handed out again comes before those that have not been yet.
      const ordered = missing.map((data, i) => ({ data, priority: missing.length - i }));
      for (let at = 0; at < ordered.length; at += BATCH)
        await this.#boss.insert(this.#queue, ordered.slice(at, at + BATCH), { db: within(client) });
    });
  }

  /** Sweeps that wait for workers, of whichever case and program. */
  async waiting(): Promise<readonly WaitingSweep[]> {
    const { rows } = await this.#pool.query<{ case_name: string; data_hash: string; program: string }>(
      `select case_name, data_hash, program from ${RESULTS}.sweeps as sweep where exists (
         select from ${JOBS}.job where name = sweep.queue and state in ('created', 'retry', 'active'))`,
    );
    return rows.map((row) => ({ caseName: row.case_name, dataHash: row.data_hash, program: row.program }));
  }

  /** The next scenario of the own case and program; `undefined` where none waits. */
  async take(): Promise<TakenJob | undefined> {
    const [job] = await this.#boss.fetch<SweepJob>(this.#queue);
    return job;
  }

  /** Says that these are still being worked on. */
  async touch(jobs: readonly TakenJob[]): Promise<void> {
    if (jobs.length > 0) await this.#boss.touch(this.#queue, [...jobs]);
  }

  /** Keeps an answer and lets go of its job, both or neither; one that is there already stays. */
  async keep(job: TakenJob, answer: SweepAnswer): Promise<void> {
    await this.#together(async (client) => {
      await client.query(
        `insert into ${RESULTS}.results (key, answer, hash, retries) values ($1, $2, $3, $4) on conflict do nothing`,
        [job.data.key, JSON.stringify(answer), canonicalSum(answer), job.retryCount],
      );
      await this.#boss.complete(this.#queue, job, null, { db: within(client) });
    });
  }

  /** The same of a scenario that could not be computed, which nobody need try again by itself. */
  async keepFault(job: TakenJob, why: string): Promise<void> {
    await this.#together(async (client) => {
      await client.query(`insert into ${RESULTS}.faults values ($1, $2) on conflict do nothing`, [job.data.key, why]);
      await this.#boss.complete(this.#queue, job, null, { db: within(client) });
    });
  }

  /** Lets others take at once what was taken and not computed. */
  async giveBack(jobs: readonly TakenJob[]): Promise<void> {
    if (jobs.length > 0) await this.#boss.fail(this.#queue, [...jobs]);
  }

  /** How many of these scenarios have an answer or a fault. */
  async countEnded(keys: readonly string[]): Promise<number> {
    const { rows } = await this.#pool.query<{ ended: number }>(
      `select (select count(*) from ${RESULTS}.results where key = any($1))::int
            + (select count(*) from ${RESULTS}.faults where key = any($1))::int as ended`,
      [keys],
    );
    return rows[0].ended;
  }

  async answers(keys: readonly string[]): Promise<ReadonlyMap<string, SweepAnswer>> {
    const { rows } = await this.#pool.query<{ key: string; answer: string }>(
      `select key, answer from ${RESULTS}.results where key = any($1)`,
      [keys],
    );
    return new Map(rows.map(({ key, answer }) => [key, sweepAnswerSchema.parse(JSON.parse(answer))]));
  }

  async faults(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.#pool.query<{ key: string; why: string }>(
      `select key, why from ${RESULTS}.faults where key = any($1)`,
      [keys],
    );
    return new Map(rows.map(({ key, why }) => [key, why]));
  }

  /** How many of these scenarios were handed out again since a worker fell away. */
  async countHandedOutAgain(keys: readonly string[]): Promise<number> {
    const { rows } = await this.#pool.query<{ again: number }>(
      `select count(*)::int as again from ${RESULTS}.results where key = any($1) and retries > 0`,
      [keys],
    );
    return rows[0].again;
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: false, close: true }).catch(() => undefined);
    await this.#pool.end();
  }
}

/** pg-boss's words inside a transaction of our own. */
const within = (client: PoolClient) => ({
  executeSql: async (text: string, values?: unknown[]) => {
    const { rows } = await client.query<Record<string, unknown>>(text, values);
    return { rows };
  },
});
