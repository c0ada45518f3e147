import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import { renderUnicodeCompact } from "uqr";
import type { ProposalContext } from "../../edit/proposal-file.ts";
import type { OpenCase } from "../../open-case.ts";
import { ORGANISER_PART } from "../../protocol/room-roles.ts";
import { asInAddresses, isOwnAddress, localAddresses } from "../../server/addresses.ts";
import { type MadeFiles, mayLeave } from "../../server/case-listing.ts";
import { LOG_LEVELS } from "../../server/operations/log.ts";
import { newSecret } from "../../server/rooms/secrets.ts";
import type { RoomSetting } from "../../server/rooms/service.ts";
import type { SignInSetting } from "../../server/sign-in/sign-in.ts";
import { buildServer, listen } from "../../server/serve.ts";
import type { StoragePlace } from "../../server/storage/storage.ts";
import { besideCase } from "../beside-case.ts";
import { fromEnvironment, wantedNumber, wantedWord } from "../environment.ts";
import { refused } from "../exit.ts";
import { given } from "../arguments.ts";
import { RECIPE_FILE } from "../../import/wizard/recipe-name.ts";
import { loadCase, requireFolder } from "../case.ts";
import { readPreparedFolder } from "../files.ts";
import type { Say } from "../say.ts";
import { SERVE_TEXT } from "./serve-text.ts";

const DEFAULT_PORT = 8316;

export interface ServeRequest {
  /** Whom it answers: this machine alone, or "0.0.0.0" or "::": all who reach it. */
  readonly host?: string;
  /** How files as they are become a case; one in the folder needs no name. */
  readonly recipe?: string;
  /** Where others reach it by way of another program, such as https://rum.example.dk. */
  readonly publicAddress?: string;
  /** Where rooms are kept. */
  readonly data?: string;
  /** For so many days a room that nobody uses is kept; absent: as KEEP_DAYS says. */
  readonly keepDays?: number;
}

/** `serve CASE`: the map in the browser, and rooms to draw in together, until the program is stopped. `opened`: the case, where it is open already. */
export async function serve(folder: string, request: ServeRequest, say: Say, opened?: OpenCase): Promise<void> {
  await requireFolder(folder, say);
  const made = await madeOf(folder, request.recipe, say);
  const publicAddress = wantedAddress(request, say);
  const host = await wantedHost(folder, made, request, publicAddress, say);
  const wanted = wantedNumber("PORT", 0, 65_435, say) ?? DEFAULT_PORT;
  const webFolder = fileURLToPath(new URL("../../../web", import.meta.url));
  if (!existsSync(`${webFolder}/index.html`)) throw refused(say, SERVE_TEXT.pageNotBuilt);
  const schemaFolder = fileURLToPath(new URL("../../../schema", import.meta.url));
  const referenceFolder = fileURLToPath(new URL("../../../reference", import.meta.url));
  const openTo = isOwnAddress(host) ? [] : EVERYBODY.has(host) ? localAddresses(EVERYBODY.get(host)) : [host];
  const signIn = wantedSignIn(say);
  const organiser =
    openTo.length > 0 || publicAddress ? (wantedSecret(say) ?? (signIn ? undefined : newSecret())) : undefined;
  const server = await buildServer({
    caseFolder: folder,
    ...(made && { made }),
    webFolder,
    schemaFolder,
    referenceFolder,
    rooms: roomsOf(folder, request, say, opened),
    openTo,
    log: { level: wantedWord("LOG_LEVEL", LOG_LEVELS, say) ?? "warn", stream: process.stderr },
    ...given({ metricsToken: process.env["METRICS_TOKEN"], contact: process.env["CONTACT"], publicAddress, signIn }),
    ...(organiser !== undefined && { organiser }),
  });
  stopInOrder(server);
  const { port, busy } = await listen(server, wanted, host);
  if (busy.length > 0) say.problem(say.text(SERVE_TEXT.portBusy, { busy: busy.join(", "), port: String(port) }));
  say.answer(say.text(SERVE_TEXT.mapAt, { port: String(port) }));
  if (!(await mayLeave(folder, made))) say.answer(say.text(SERVE_TEXT.noRooms));
  const addresses = publicAddress
    ? [`${publicAddress.origin}/`]
    : openTo.map((name) => `http://${asInAddresses(name)}:${port}/`);
  for (const address of addresses) say.answer(invitation(address, organiser, say));
}

/** What a recipe makes of the folder's files, with what it has to say of them; nothing where no recipe does. */
async function madeOf(folder: string, recipe: string | undefined, say: Say): Promise<MadeFiles | undefined> {
  if (recipe === undefined && !existsSync(join(folder, RECIPE_FILE))) return undefined;
  const { files, issues } = await readPreparedFolder(folder, recipe);
  say.issues(issues);
  return files;
}

/** What is being committed is, sockets are told, and the database is closed, before the program ends; a second signal ends it at once. */
function stopInOrder(server: FastifyInstance): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      void server.close().finally(() => process.kill(process.pid, signal));
    });
}

const OWN = "127.0.0.1";
/** Hosts that stand for all of the machine's addresses, with which those are. */
const EVERYBODY: ReadonlyMap<string, readonly ("IPv4" | "IPv6")[]> = new Map([
  ["0.0.0.0", ["IPv4"]],
  ["::", ["IPv4", "IPv6"]],
]);

/** Real pupils are shown on this machine alone, unless they were made fit to be published. */
async function wantedHost(
  folder: string,
  made: MadeFiles | undefined,
  { host: wanted = OWN, recipe }: ServeRequest,
  publicAddress: URL | undefined,
  say: Say,
): Promise<string> {
  // As it stands in the address of a page, too: [::1].
  const host = wanted === "localhost" ? OWN : wanted.replace(/^\[(.*)\]$/, "$1");
  const isOwn = isOwnAddress(host);
  if (isOwn && !publicAddress) return host;
  const open = await mayLeave(folder, made);
  if (!open) throw refused(say, SERVE_TEXT.notPublished);
  // What a file says of itself is held against the pupils in it.
  if (open === "published") await loadCase({ folder, ...given({ recipe }) }, say);
  return host;
}

/** The secret of the organiser's link, where it is to hold over a restart. */
function wantedSecret(say: Say): string | undefined {
  const found = fromEnvironment("ORGANISER_SECRET");
  if (found === undefined || /^[A-Za-z0-9_-]{43}$/.test(found)) return found;
  throw refused(say, SERVE_TEXT.wrongSecret);
}

/** How planners sign in: not at all, unless the environment names a service. */
function wantedSignIn(say: Say): SignInSetting | undefined {
  const [issuer, clientId] = [fromEnvironment("OIDC_ISSUER"), fromEnvironment("OIDC_CLIENT_ID")];
  if (issuer === undefined) return undefined;
  if (URL.canParse(issuer) && clientId !== undefined) {
    const key = fromEnvironment("SESSION_SECRET") ?? newSecret();
    return { issuer: new URL(issuer), clientId, key, ...given({ clientSecret: process.env["OIDC_CLIENT_SECRET"] }) };
  }
  throw refused(say, SERVE_TEXT.wrongIssuer);
}

/** An address without a path: the page is at its root. */
function wantedAddress({ publicAddress = fromEnvironment("PUBLIC_ADDRESS") }: ServeRequest, say: Say): URL | undefined {
  if (publicAddress === undefined || publicAddress === "") return undefined;
  const url = URL.canParse(publicAddress) ? new URL(publicAddress) : undefined;
  if (url && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href) return url;
  throw refused(say, SERVE_TEXT.wrongPublicAddress, { found: publicAddress });
}

/** Beside the case, in a folder of its own for each, unless another is asked for; or in PostgreSQL. */
function roomsOf(
  folder: string,
  { data, keepDays, recipe }: ServeRequest,
  say: Say,
  opened: OpenCase | undefined,
): RoomSetting {
  const url = fromEnvironment("DATABASE_URL");
  const place: StoragePlace =
    url === undefined ? { kind: "folder", folder: data ?? besideCase(folder) } : { kind: "postgres", url };
  const context = async (): Promise<ProposalContext> => {
    const { basis, plans, dataHash } = opened ?? (await loadCase({ folder, ...given({ recipe }) }, say));
    return { municipality: basis.municipality, plans, dataHash };
  };
  return { place, context, ...given({ keepDays: keepDays ?? wantedNumber("KEEP_DAYS", 1, 3650, say) }) };
}

/** Where phones on the same network find the page: as an address and as a code to scan. */
function invitation(address: string, organiser: string | undefined, say: Say): string {
  const from = SERVE_TEXT.networkAddress;
  const make = SERVE_TEXT.organiserAddress;
  const lines = [
    say.text(from, { address }),
    ...(organiser === undefined ? [] : [say.text(make, { address, part: `${ORGANISER_PART}${organiser}` })]),
    renderUnicodeCompact(address),
  ];
  return lines.join("\n");
}
