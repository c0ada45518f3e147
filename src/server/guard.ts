import type { IncomingHttpHeaders } from "node:http";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { isFromHere } from "./addresses.ts";

/** Only what came with the page runs and is asked for; no other site may frame it, read it or learn where its user goes. */
const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    // The generated reference carries its few styles in the page.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    // A search that computes looks whether the page has taken back the address of a blob, which is how it is told to stop.
    "connect-src 'self' blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

const REFUSAL =
  "Siden svarer kun på de adresser, programmet skrev, da det startede, på denne maskine http://localhost. The page answers only at the addresses that the program printed when it started, on this machine http://localhost.\n";

export const NOT_PUBLISHED =
  "Sagens elever er hverken opdigtede eller gjort klar til at blive offentliggjort (skoledistrikt publish), så den vises kun på planlæggerens egen maskine. The case's pupils are neither made up nor made fit to be published (skoledistrikt publish), so that it is shown on the planner's own machine alone.\n";

/**
 * Whether this machine's user asks, by the page itself or by typing the address: a browser says so of a page from elsewhere. The page itself
 * never says where it is; whoever does came from another.
 */
export const isAskedByOwnPage = (request: Pick<FastifyRequest, "ip" | "headers">): boolean =>
  isFromHere(request) &&
  request.headers.referer === undefined &&
  [undefined, "same-origin", "none"].includes(request.headers["sec-fetch-site"]?.toString());

/**
 * Every answer carries the headers; a request under another name than this machine's, or one that another site makes, gets nothing else.
 */
export function guard(
  server: FastifyInstance,
  isOwnHost: (host: string | undefined) => boolean,
  isOwnOrigin: (headers: IncomingHttpHeaders) => boolean,
): void {
  server.addHook("onRequest", async (request, reply) => {
    reply.headers(HEADERS);
    if (!isOwnHost(request.headers.host) || !isOwnOrigin(request.headers))
      return reply.code(403).type("text/plain; charset=utf-8").send(REFUSAL);
    return undefined;
  });
}

/**
 * Whether no other site made a request: one that a page makes names the site that the page came from. Under the public address that is
 * one site alone, so that a page that was changed on its way without TLS is none of ours.
 */
export const originCheck =
  (publicAddress: URL | undefined) =>
  ({ origin, host }: IncomingHttpHeaders): boolean => {
    if (origin === undefined) return true;
    if (host !== undefined && host === publicAddress?.host) return origin === publicAddress.origin;
    return origin === `http://${host}` || origin === `https://${host}`;
  };
