import { Client } from "pg";

interface Hearing {
  readonly hear: (told: string) => void;
  /** Called whenever listening begins: what was told before was not heard. */
  readonly mayHaveMissed: () => void;
}

/** Until a connection that was lost is tried again, milliseconds. */
const AGAIN = 500;
/** How often it is asked whether there is still somebody at the other end, who must then answer in as long. */
const ASKED = 5000;

/** Hears what PostgreSQL is told on a channel, over a connection of its own that is made anew until the returned function is called. */
export function listenTo(url: string, channel: string, { hear, mayHaveMissed }: Hearing): () => void {
  let client: Client | undefined;
  let isOver = false;
  let waiting: NodeJS.Timeout | undefined;
  const listen = async (): Promise<void> => {
    const own = new Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: ASKED,
      query_timeout: ASKED,
    });
    client = own;
    const lost = new Promise<void>((done) => {
      own.on("error", () => done());
      own.on("end", () => done());
    });
    own.on("notification", ({ payload }) => hear(payload ?? ""));
    await own.connect();
    await own.query(`listen ${own.escapeIdentifier(channel)}`);
    mayHaveMissed();
    let asking: NodeJS.Timeout | undefined;
    const unanswered = new Promise<unknown>((done) => {
      asking = setInterval(() => void own.query("select 1").then(undefined, done), ASKED);
    });
    await Promise.race([lost, unanswered]);
    clearInterval(asking);
  };
  const again = (): void => {
    if (isOver) return;
    listen()
      .catch(() => undefined)
      .finally(() => {
        // Not waited for: a connection that is broken may never say that it has ended.
        if (client) void client.end().catch(() => undefined);
        if (!isOver) waiting = setTimeout(again, AGAIN);
      })
      .catch(() => undefined);
  };
  again();
  return () => {
    isOver = true;
    clearTimeout(waiting);
    if (client) void client.end().catch(() => undefined);
  };
}
