import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";

/** A PostgreSQL of its own in a folder that is gone afterwards. */
export interface Postgres {
  readonly url: string;
  /** The rows of an answer. */
  readonly ask: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Killed as by a power cut, and started again once something is done. */
  readonly pause: (doing: () => Promise<void>) => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Has it stopped once this process is gone, however that ends: a runner of tests ends its own without a word. */
  readonly endWithProcess: () => void;
}

const DEBIAN = "/usr/lib/postgresql";

/** Where the newest PostgreSQL's programs are; undefined where the machine has none. */
export const postgresPrograms: string | undefined = existsSync(DEBIAN)
  ? readdirSync(DEBIAN)
      .toSorted((a, b) => Number(b) - Number(a))
      .map((version) => join(DEBIAN, version, "bin"))
      .find((folder) => existsSync(join(folder, "initdb")))
  : undefined;

/** PostgreSQL refuses to run as root: then it runs as its own user. */
function runner(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const row = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .find(([name]) => name === "postgres");
  return row ? { uid: Number(row[2]), gid: Number(row[3]) } : {};
}

export async function startPostgres(programs: string): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "skoledistrikt-pg-"));
  const as = runner();
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, "data");
  const options = { ...as, cwd: folder, stdio: "ignore" } as const;
  execFileSync(join(programs, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "--no-sync"], options);
  const url = `postgresql:///postgres?host=${encodeURIComponent(folder)}&user=postgres`;
  /** It listens before it answers. */
  async function answers(): Promise<boolean> {
    const client = new Client({ connectionString: url });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  let running = await startServer();
  async function startServer() {
    const server = spawn(
      join(programs, "postgres"),
      ["-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"],
      options,
    );
    const ended = new Promise<void>((done) => {
      server.once("exit", () => done());
    });
    while (!(await answers())) await new Promise((wait) => setTimeout(wait, 50));
    return { server, ended };
  }
  return {
    url,
    ask: async (sql) => {
      const client = new Client({ connectionString: url });
      await client.connect();
      try {
        return (await client.query<Readonly<Record<string, unknown>>>(sql)).rows;
      } finally {
        await client.end();
      }
    },
    pause: async (doing) => {
      // The server's own word for an end without any order.
      running.server.kill("SIGQUIT");
      await running.ended;
      await doing();
      running = await startServer();
    },
    stop: async () => {
      running.server.kill("SIGINT");
      await running.ended;
      rmSync(folder, { recursive: true, force: true });
    },
    endWithProcess: () => {
      // Its input ends with whoever holds the other end.
      const { pid } = running.server;
      const order = `cat; kill -QUIT ${pid}; while kill -0 ${pid}; do sleep 0.1; done; rm -rf "${folder}"`;
      const watch = spawn("sh", ["-c", order], { stdio: ["pipe", "ignore", "ignore"], detached: true });
      watch.unref();
    },
  };
}
