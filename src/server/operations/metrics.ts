import { monitorEventLoopDelay } from "node:perf_hooks";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { RoomAnswer } from "../../protocol/room.ts";

/** What is counted since the program began. */
export interface Counted {
  readonly answered: (kind: RoomAnswer["kind"]) => void;
}

interface Measured {
  /** Rooms that somebody is in, and pages that have a line to the server. */
  readonly rooms: () => number;
  readonly pages: () => number;
  readonly mayRead: (request: FastifyRequest) => boolean;
}

/** `/metrics`, in the text form that Prometheus reads; whoever may not read it finds nothing there. */
export function metricsRoute(server: FastifyInstance, { rooms, pages, mayRead }: Measured): Counted {
  const answers = new Map<string, number>(ANSWERS.map((kind) => [kind, 0]));
  const requests = new Map<string, number>();
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  server.addHook("onClose", async () => {
    delay.disable();
  });
  server.addHook("onResponse", async (_, { statusCode }) => add(requests, `${Math.floor(statusCode / 100)}xx`));
  server.get("/metrics", async (request, reply) => {
    if (!mayRead(request)) return reply.callNotFound();
    const { user, system } = process.cpuUsage();
    const text = [
      gauge("skoledistrikt_rooms_open", "Rooms that somebody is in.", rooms()),
      gauge("skoledistrikt_pages", "Pages with a line to the server.", pages()),
      counter("skoledistrikt_answers_total", "What was sent to rooms, by what became of it.", "kind", answers),
      counter("skoledistrikt_requests_total", "Requests, by the kind of their answer.", "status", requests),
      gauge(
        "nodejs_eventloop_lag_p99_seconds",
        "How late the program is in 1 of 100 looks, since the last.",
        delay.percentile(99) / 1e9,
      ),
      gauge("process_resident_memory_bytes", "Memory in use.", process.memoryUsage.rss()),
      gauge("process_cpu_seconds_total", "Time on a processor.", (user + system) / 1e6, "counter"),
      gauge("process_start_time_seconds", "When the program began.", Date.now() / 1000 - process.uptime()),
    ].join("");
    delay.reset();
    reply.header("cache-control", "no-store").type("text/plain; version=0.0.4; charset=utf-8");
    return text;
  });
  return { answered: (kind) => add(answers, kind) };
}

const ANSWERS: readonly RoomAnswer["kind"][] = ["numbered", "so already", "refused", "later"];

const add = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

const head = (name: string, help: string, type: string): string => `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`;

const gauge = (name: string, help: string, value: number, type = "gauge"): string =>
  `${head(name, help, type)}${name} ${value}\n`;

const counter = (name: string, help: string, label: string, counts: ReadonlyMap<string, number>): string =>
  head(name, help, "counter") + [...counts].map(([key, count]) => `${name}{${label}="${key}"} ${count}\n`).join("");
