import { existsSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { resolve } from "node:path";
import staticFiles from "@fastify/static";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { listCaseFiles, type MadeFiles, mayLeave } from "./case-listing.ts";
import { compress } from "./compress.ts";
import { asInAddresses, hostCheck, isFromHere } from "./addresses.ts";
import { guard, isAskedByOwnPage, NOT_PUBLISHED, originCheck } from "./guard.ts";
import { bearerOf, isSame } from "./rooms/secrets.ts";
import { tidyHourly } from "./operations/hourly.ts";
import { logRequests, type LogSetting, serverLog } from "./operations/log.ts";
import { metricsRoute } from "./operations/metrics.ts";
import { STATEMENTS, statementPage } from "./operations/statements.ts";
import { KEEP_DAYS } from "./storage/retention.ts";
import { ownRoutes } from "./rooms/own-routes.ts";
import { roomRoutes } from "./rooms/routes.ts";
import { type RoomSetting, roomService } from "./rooms/service.ts";
import { type SignInSetting, signInRoutes } from "./sign-in/sign-in.ts";
import { openSockets } from "./rooms/sockets.ts";

interface ServeOptions {
  /** The case that the page opens. */
  readonly caseFolder: string;
  /** Where a recipe makes the case of the folder's files: what it made. */
  readonly made?: MadeFiles;
  /** The built page. */
  readonly webFolder: string;
  readonly schemaFolder: string;
  /** The generated reference, where it is built. */
  readonly referenceFolder?: string;
  /** Where groups draw together; absent: nowhere. */
  readonly rooms?: RoomSetting;
  /** Names under which others in the local network reach the machine; none: it answers its own user alone. */
  readonly openTo?: readonly string[];
  /** Who may make rooms from elsewhere than this machine holds this secret. */
  readonly organiser?: string;
  /** Whoever asks for metrics from elsewhere than this machine holds this secret. */
  readonly metricsToken?: string;
  /** Where others reach the server by way of another program, such as https://rum.example.dk. */
  readonly publicAddress?: URL;
  /** Whoever is signed in may make rooms. */
  readonly signIn?: SignInSetting;
  /** Who answers for the server, as its statements name them. */
  readonly contact?: string;
  /** Absent: the server writes nothing of itself. */
  readonly log?: LogSetting;
}

/** Files with their content's hash in their name never change; all else is asked for anew, and sent only if it changed. */
const FOR_EVER = "public, max-age=31536000, immutable";
const ASK_ANEW = "no-cache";
/** Pupils who are not made up are left in no browser's store. */
const LEAVE_NOTHING = "no-store";

/** A server for the page, the files of one case and the schemas. The page computes by itself; nothing is sent back. */
export async function buildServer({
  caseFolder,
  made,
  webFolder,
  schemaFolder,
  referenceFolder = "",
  rooms: wanted,
  openTo = [],
  organiser,
  metricsToken,
  publicAddress,
  contact,
  signIn,
  log,
}: ServeOptions): Promise<FastifyInstance> {
  const server = fastify(log ? serverLog(log) : {});
  logRequests(server);
  const folder = resolve(caseFolder);
  // What is drawn in a room is of the case: real pupils' case is nobody's but the planner's.
  const rooms = (await mayLeave(folder, made)) ? wanted : undefined;
  const isOwnHost = hostCheck(publicAddress ? [...openTo, publicAddress.hostname] : openTo);
  const isOwnOrigin = originCheck(publicAddress);
  guard(server, isOwnHost, isOwnOrigin);
  keepToOwnPage(server, folder, made);
  compress(server);
  const caching = async (): Promise<string> => ((await mayLeave(folder, made)) ? ASK_ANEW : LEAVE_NOTHING);
  server.get("/case/index.json", async (_, reply) => {
    reply.header("cache-control", await caching());
    const files = made ? [...made.keys()].toSorted() : await listCaseFiles(folder);
    return { files, ...(rooms && { rooms: "offered" }) };
  });
  server.get<{ Params: { "*": string } }>("/case/*", async (request, reply) => {
    const path = request.params["*"];
    if (made) {
      const bytes = made.get(path);
      if (!bytes) return reply.callNotFound();
      return reply
        .header("cache-control", await caching())
        .type("application/octet-stream")
        .send(Buffer.from(bytes));
    }
    if (!(await listCaseFiles(folder)).includes(path)) return reply.callNotFound();
    reply.header("cache-control", await caching());
    return reply.sendFile(path, folder, { cacheControl: false });
  });
  const files = { cacheControl: false, setHeaders: nameCaching } as const;
  await server.register(staticFiles, { ...files, root: resolve(webFolder), wildcard: true });
  for (const [prefix, root] of [
    ["/schema/", schemaFolder],
    ["/reference/", referenceFolder],
  ])
    if (existsSync(root))
      await server.register(staticFiles, { ...files, root: resolve(root), prefix, decorateReply: false });
  for (const statement of STATEMENTS)
    for (const path of [`/${statement}`, `/${statement}.html`])
      server.get(path, async (_, reply) => {
        const facts = {
          ...(rooms && { keepDays: rooms.keepDays ?? KEEP_DAYS }),
          ...(contact !== undefined && { contact }),
          ...(signIn && { signIn: "offered" as const }),
        };
        return reply
          .header("cache-control", ASK_ANEW)
          .type("text/html; charset=utf-8")
          .send(statementPage(statement, facts));
      });
  const addresses = (): readonly string[] =>
    publicAddress ? [publicAddress.origin] : openTo.map((name) => `http://${asInAddresses(name)}:${portOf(server)}`);
  const isSignedIn =
    rooms && signIn && signInRoutes(server, signIn, () => addresses()[0] ?? `http://localhost:${portOf(server)}`);
  if (rooms) {
    const mayMeet = async (): Promise<boolean> => (await mayLeave(folder, made)) !== undefined;
    offerRooms(server, rooms, { isOwnHost, isOwnOrigin, mayMeet, addresses, organiser, metricsToken, isSignedIn });
  }
  return server;
}

/** Routes to what is of the case, as the routes are written: an address can be written in many ways that lead to the same one. */
const OF_THE_CASE = /^\/(case|rooms)\//;

/** A case that may not leave is handed to its own user's own page alone, whatever the server is opened to and whatever the case was when it began. */
function keepToOwnPage(server: FastifyInstance, folder: string, made: MadeFiles | undefined): void {
  server.addHook("onRequest", async (request, reply) => {
    const isOfCase = OF_THE_CASE.test(request.routeOptions.url ?? "");
    if (!isOfCase || isAskedByOwnPage(request) || (await mayLeave(folder, made))) return undefined;
    return reply.code(403).header("cache-control", LEAVE_NOTHING).type("text/plain; charset=utf-8").send(NOT_PUBLISHED);
  });
}

/** Who is let in. */
interface Doors {
  readonly isOwnHost: (host: string | undefined) => boolean;
  readonly isOwnOrigin: (headers: IncomingHttpHeaders) => boolean;
  /** Whether the case is still one that groups may draw in together. */
  readonly mayMeet: () => Promise<boolean>;
  /** Where others reach the page. */
  readonly addresses: () => readonly string[];
  readonly organiser: string | undefined;
  readonly metricsToken: string | undefined;
  /** Absent: nobody signs in. */
  readonly isSignedIn: ((request: FastifyRequest) => boolean) | undefined;
}

function portOf(server: FastifyInstance): number {
  const [address] = server.addresses();
  return typeof address === "object" ? address.port : 0;
}

function offerRooms(server: FastifyInstance, setting: RoomSetting, doors: Doors): void {
  const { isOwnHost, isOwnOrigin, mayMeet, addresses, organiser, metricsToken, isSignedIn } = doors;
  const service = roomService(setting);
  roomRoutes(
    server,
    service.open,
    (request) => isFromHere(request) || isSame(bearerOf(request.headers), organiser) || isSignedIn?.(request) === true,
    addresses,
    (request) => isSignedIn && (isSignedIn(request) ? "done" : "offered"),
  );
  ownRoutes(server, service.open);
  server.get("/healthz", async (_, reply) => {
    const isWell = await service.answers();
    return reply
      .header("cache-control", "no-store")
      .code(isWell ? 200 : 503)
      .send({ rooms: isWell ? "well" : "away" });
  });
  const counted = metricsRoute(server, {
    rooms: () => service.opened()?.inUse().length ?? 0,
    pages: () => sockets.pages(),
    mayRead: (request) => isFromHere(request) || isSame(bearerOf(request.headers), metricsToken),
  });
  const sockets = openSockets(
    server.server,
    service.open,
    async ({ headers }) => isOwnHost(headers.host) && isOwnOrigin(headers) && (await mayMeet()),
    counted.answered,
  );
  const stopTidying = tidyHourly(service.open, setting.place, server.log);
  server.addHook("preClose", async () => {
    stopTidying();
    await sockets.close();
  });
  server.addHook("onClose", service.close);
}

function nameCaching(reply: Pick<FastifyReply, "getHeader" | "header">, path: string): void {
  if (reply.getHeader("cache-control") === undefined)
    reply.header("cache-control", /[/\\]assets[/\\]/.test(path) ? FOR_EVER : ASK_ANEW);
}

/** Listens on the port asked for or the next free one; returns the port taken and those that were busy. */
export async function listen(
  server: FastifyInstance,
  port: number,
  host = "127.0.0.1",
): Promise<{ readonly port: number; readonly busy: readonly number[] }> {
  const busy: number[] = [];
  for (let attempt = port; attempt < port + 100; attempt++) {
    try {
      // The address itself is for the terminal, not for a log.
      await server.listen({ port: attempt, host, listenTextResolver: () => "listening" });
      return { port: portOf(server), busy };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
      busy.push(attempt);
    }
  }
  throw new Error(`Ports ${port} to ${port + 99} are all busy`);
}
