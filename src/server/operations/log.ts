import { catalogue } from "../../domain/language.ts";
import { type FastifyInstance, LogController } from "fastify";

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug"] as const;

/** How much the server writes of itself, and where to. */
export interface LogSetting {
  readonly level: (typeof LOG_LEVELS)[number];
  readonly stream: { readonly write: (line: string) => void };
}

/** A line of JSON each, by an error's kind and place alone: its message may hold what somebody sent. */
export const serverLog = ({ level, stream }: LogSetting) => ({
  logController: new LogController({ disableRequestLogging: true }),
  logger: {
    level,
    stream,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: { err: withoutMessage },
  },
});

// A type and not an interface: the logger asks for one that may hold more.
// oxlint-disable-next-line typescript/consistent-type-definitions
type Fault = {
  readonly type: string;
  readonly code: string;
  readonly message: string;
  readonly stack: string;
};

const withoutMessage = (error: unknown): Fault => {
  if (!(error instanceof Error)) return { type: typeof error, code: "", message: "", stack: "" };
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { type: error.name, code, message: "", stack: places.map((line) => line.trim()).join("\n") };
};

/** Writes each request by its route, never by its address: no ids, no names, nobody's address. What fails is told without why. */
export function logRequests(server: FastifyInstance): void {
  server.addHook("onResponse", async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
    const route = routeOptions.url ?? "none";
    server.log.info({ event: "request", method, route, status: statusCode, ms: Math.round(elapsedTime) });
  });
  server.addHook("onError", async ({ routeOptions }, _, error) => {
    if (statusOf(error) >= 500)
      server.log.error({ event: "fault", route: routeOptions.url ?? "none", err: error }, "failed");
  });
  server.setErrorHandler((error, _, reply) => {
    const status = statusOf(error);
    return reply.code(status).send(status >= 500 ? FAULT : REFUSED);
  });
}

function statusOf(error: unknown): number {
  const given = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
  return given >= 400 && given < 600 ? given : 500;
}

const FAULT = catalogue("server.operations.log.fault", {
  da: "Noget gik galt på serveren. Prøv igen om lidt.",
  en: "Something went wrong on the server. Try again in a little while.",
});
const REFUSED = catalogue("server.operations.log.refused", {
  da: "Det, siden sendte, kunne ikke læses. Genindlæs siden, og prøv igen.",
  en: "What the page sent could not be read. Load the page anew, and try again.",
});
