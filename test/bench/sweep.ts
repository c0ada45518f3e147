import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sweepOf } from "../cases/sweeps.ts";
import { postgresPrograms, startPostgres } from "../server/postgres.ts";
import type { Group, Result } from "./measure.ts";

const SCENARIOS = Number(process.env["SCENARIOS"] ?? 1000);
const CASE = process.env["CASE"] ?? "data/lattice";
const DISTRICTS = Number(process.env["DISTRICTS"] ?? 2);
const WORKERS = 4;

/** A sweep that is killed and goes on, and one whose workers are killed, against one that is left alone. */
export const sweepGroup: Group = {
  name: "sweep",
  asked: "by name alone",
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), "skoledistrikt-bench-sweep-"));
    try {
      const questions = join(folder, "sweep.json");
      writeFileSync(questions, JSON.stringify(sweepOf(QUESTION, { axes: AXES })));
      const alone = join(folder, "alone.jsonl");
      await begin(["sweep", questions, CASE, "--data", join(folder, "alone"), "--out", alone]).ended;
      const plain = readFileSync(alone, "utf8");
      return [
        ...(await interrupted(folder, questions, plain)),
        ...(postgresPrograms === undefined ? [] : await byWorkers(postgresPrograms, folder, questions, plain)),
      ];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

const QUESTION = { kind: "consolidate", districts: DISTRICTS, policy: "stay" };
/** Other homes of the made-up pupils, fewer of them, dearer classes, by both policies. */
const AXES = {
  seed: { from: 1, to: Math.ceil(SCENARIOS / 8) },
  growth: [0, -0.1],
  prices: [{}, { class: 1.2 }],
  question: [{}, { policy: "nearest" }],
};

const count = 8 * Math.ceil(SCENARIOS / 8);
const about = `${CASE}, ${count} scenarios`;

interface Begun {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
}

function begin(words: readonly string[]): Begun {
  const child = spawn(process.execPath, ["dist/src/cli/main.js", ...words], { stdio: "ignore" });
  const ended = new Promise<number | null>((done) => {
    child.once("close", done);
  });
  return { child, ended };
}

const linesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .flatMap((name) => readFileSync(join(folder, name), "utf8").trim().split("\n"));

/** Killed in the middle and started again: what was kept is not computed again. */
async function interrupted(folder: string, questions: string, plain: string): Promise<readonly Result[]> {
  const [data, out] = ["interrupted", "interrupted.jsonl"].map((name) => join(folder, name));
  const words = ["sweep", questions, CASE, "--data", data, "--out", out];
  const first = begin(words);
  const kept = (): number => {
    try {
      return linesIn(data).length;
    } catch {
      return 0;
    }
  };
  while (kept() < count / 2) await wait(50);
  first.child.kill("SIGKILL");
  await first.ended;
  const before = kept();
  await begin(words).ended;
  const lines = linesIn(data);
  const keys = new Set(lines.map((line) => (JSON.parse(line) as { readonly key: string }).key));
  return [
    {
      what: "sweep, killed with SIGKILL and started again: scenarios computed twice",
      on: `${about}, killed after ${before}`,
      value: String(lines.length - keys.size),
      target: "0",
    },
    {
      what: "the same: result file unlike that of a sweep left alone",
      on: "the same",
      value: readFileSync(out, "utf8") === plain ? "no" : "yes",
      target: "no",
    },
  ];
}

/** Half of the workers are killed while they have scenarios in hand. */
async function byWorkers(
  programs: string,
  folder: string,
  questions: string,
  plain: string,
): Promise<readonly Result[]> {
  const postgres = await startPostgres(programs);
  try {
    const out = join(folder, "workers.jsonl");
    const sweep = begin(["sweep", questions, CASE, "--workers", postgres.url, "--out", out]);
    const workers = Array.from({ length: WORKERS }, () => begin(["worker", postgres.url, CASE, "--cores", "1"]));
    const results = async (): Promise<number> =>
      Number(
        (await postgres.ask("select count(*) as n from skoledistrikt_sweeps.results").catch(() => [{ n: 0 }]))[0]["n"],
      );
    while ((await results()) < count / 4) await wait(100);
    const killed = workers.slice(0, WORKERS / 2);
    for (const { child } of killed) child.kill("SIGKILL");
    const [{ at }] = await postgres.ask("select clock_timestamp()::text as at");
    const left = await results();
    await sweep.ended;
    await Promise.all(workers.map(({ ended }) => ended));
    const [{ all, again }] = await postgres.ask(
      "select count(*) as all, count(*) filter (where retries > 0) as again from skoledistrikt_sweeps.results",
    );
    const [{ seconds }] = await postgres.ask(
      `select coalesce(max(extract(epoch from started_on - '${String(at)}'::timestamptz)), 0)::float as seconds
       from skoledistrikt_jobs.job where retry_count > 0`,
    );
    const on = `${about}, ${WORKERS} workers on PostgreSQL, ${killed.length} killed with SIGKILL after ${left} answers`;
    return [
      { what: "sweep by workers: answers", on, value: String(all), target: String(count) },
      {
        what: "sweep by workers: scenarios handed out twice",
        on: "the same",
        value: String(again),
        target: `at most ${Math.floor(count / 100)}`,
      },
      {
        what: "sweep by workers: from the kill until the last of them was handed out again",
        on: "the same, by the clock",
        value: `${Number(seconds).toFixed(1)} s`,
        target: "20 s",
      },
      {
        what: "sweep by workers: result file unlike that of one machine",
        on: "the same",
        value: readFileSync(out, "utf8") === plain ? "no" : "yes",
        target: "no",
      },
    ];
  } finally {
    await postgres.stop();
  }
}
