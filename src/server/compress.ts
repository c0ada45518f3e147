import { buffer } from "node:stream/consumers";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyInstance, FastifyReply } from "fastify";
import { NewestFew } from "./newest-few.ts";

type Coding = "br" | "gzip";

/** Near the smallest that can be had without holding up the first visit. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

const PACK: Readonly<Record<Coding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, BROTLI),
  gzip: (bytes) => promisify(gzip)(bytes),
};

const PACKABLE = /^(text\/|image\/svg|application\/(json|schema\+json|geo\+json|javascript|wasm))/;

/** The best coding that a request takes; "gzip;q=0" takes none. */
function codingOf(accepted: string | undefined): Coding | undefined {
  const taken = new Set(
    (accepted ?? "")
      .split(",")
      .map((part) => part.trim().toLowerCase())
      .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
      .map((part) => part.split(";")[0].trim()),
  );
  return taken.has("br") ? "br" : taken.has("gzip") ? "gzip" : undefined;
}

/** More than the page and a case have files; one file has as many addresses as its name can be written in. */
const MOST_PACKED = 400;

/** Whole text-like answers go packed where the browser takes it; a file that did not change is packed once. */
export function compress(server: FastifyInstance): void {
  const packed = new NewestFew<Promise<Buffer>>(MOST_PACKED);
  server.addHook("onSend", async (request, reply, payload) => {
    const type = String(reply.getHeader("content-type") ?? "");
    if (!PACKABLE.test(type)) return payload;
    reply.header("vary", "accept-encoding");
    const coding = codingOf(request.headers["accept-encoding"]);
    const isWhole = reply.statusCode === 200 && request.method === "GET";
    if (!coding || !isWhole || !(payload instanceof Readable)) return payload;
    const etag = reply.getHeader("etag");
    const name = `${coding} ${request.url.split("?")[0]} ${String(etag)}`;
    const known = etag === undefined ? undefined : packed.get(name);
    if (known) payload.destroy();
    const made = known ?? buffer(payload).then(PACK[coding]);
    if (etag !== undefined && mayBeKept(reply)) packed.set(name, made);
    const bytes = await made;
    reply.headers({ "content-encoding": coding, "content-length": bytes.length });
    reply.removeHeader("accept-ranges");
    return bytes;
  });
}

const mayBeKept = (reply: FastifyReply): boolean => !String(reply.getHeader("cache-control")).includes("no-store");
