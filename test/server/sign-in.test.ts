import { mkdtempSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { Provider } from "oidc-provider";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { buildServer, listen } from "../../src/server/serve.ts";
import { Signed } from "../../src/server/sign-in/signed.ts";
import { z } from "zod";

const CLIENT = { clientId: "skoledistrikt", clientSecret: "a secret between the two" };
const empty = mkdtempSync(join(tmpdir(), "skoledistrikt-sign-in-"));
const log: string[] = [];

let http: Server;
let server: FastifyInstance;
let url: string;
const portOf = (of: Server) => (of.address() as AddressInfo).port;

beforeAll(async () => {
  http = createServer();
  await new Promise<void>((done) => http.listen(0, "127.0.0.1", done));
  const issuer = new URL(`http://localhost:${portOf(http)}`);
  server = await buildServer({
    caseFolder: "data/lattice",
    webFolder: empty,
    schemaFolder: empty,
    rooms: { place: { kind: "memory" }, context: () => Promise.reject(new Error("not opened")) },
    signIn: { ...CLIENT, issuer, key: "k".repeat(43) },
    log: { level: "debug", stream: { write: (line) => void log.push(line) } },
  });
  await listen(server, 0);
  url = `http://localhost:${portOf(server.server)}`;
  const provider = new Provider(issuer.origin, {
    clients: [
      { client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [`${url}/sign-in/back`] },
    ],
    cookies: { keys: ["provider"] },
    // Whoever comes without PKCE is sent away.
    pkce: { required: () => true },
  });
  http.on("request", provider.callback());
});
afterAll(async () => {
  await server.close();
  http.closeAllConnections();
  await new Promise((done) => http.close(done));
});

/** A browser without a page: it keeps cookies by host and follows nobody by itself. */
const jars = new Map<string, Map<string, string>>();
beforeEach(() => jars.clear());
const jarOf = (address: string) => {
  const { host } = new URL(address);
  const jar = jars.get(host) ?? new Map<string, string>();
  jars.set(host, jar);
  return jar;
};
async function go(address: string, form?: Record<string, string>) {
  const cookie = [...jarOf(address)].map(([name, value]) => `${name}=${value}`).join("; ");
  const response = await fetch(address, {
    redirect: "manual",
    // By way of another program, so that this machine's own user is nobody special.
    headers: { cookie, "x-forwarded-for": "192.0.2.1" },
    ...(form && { method: "POST", ...(Object.keys(form).length > 0 && { body: new URLSearchParams(form) }) }),
  });
  for (const set of response.headers.getSetCookie()) {
    const [name, value] = set.split(";")[0].split("=");
    if (value === "" || /max-age=0|expires=thu, 01 jan 1970/i.test(set)) jarOf(address).delete(name);
    else jarOf(address).set(name, value);
  }
  const next = response.headers.get("location");
  return { response, next: next === null ? undefined : new URL(next, address).href };
}

/** Signs in at the provider's own forms, up to where it sends the browser back. */
async function untilBack(): Promise<string> {
  let { next } = await go(`${url}/sign-in`);
  for (let step = 0; step < 12; step++) {
    if (next === undefined) throw new Error("sent nowhere");
    if (next.startsWith(`${url}/sign-in/back`)) return next;
    if (new URL(next).pathname.startsWith("/interaction/")) {
      const { response } = await go(next);
      const page = await response.text();
      const prompt = page.includes('value="login"')
        ? { prompt: "login", login: "planner", password: "p" }
        : { prompt: "consent" };
      ({ next } = await go(next, prompt));
    } else ({ next } = await go(next));
  }
  throw new Error("never sent back");
}

const offered = async () => (await go(`${url}/rooms/offered`)).response.json();

test("whoever signs in at the service may make rooms; what they bring back holds once, in the browser that asked, and nothing of it is in the log", async () => {
  expect(await offered()).toMatchObject({ mayMake: false, signIn: "offered" });
  const { response: asked, next: at } = await go(`${url}/sign-in`);
  expect(asked.status).toBe(302);
  for (const part of ["code_challenge_method=S256", "state=", "nonce=", "code_challenge="]) expect(at).toContain(part);
  expect(asked.headers.getSetCookie()[0]).toMatch(/; HttpOnly; SameSite=Lax; Max-Age=600$/);

  const back = await untilBack();
  const { response, next } = await go(back);
  expect(next).toBe(`${url}/`);
  const session = response.headers.getSetCookie().find((each) => each.startsWith("skoledistrikt-signed-in="));
  expect(session).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/);
  expect(await offered()).toMatchObject({ mayMake: true, signIn: "done" });
  // Once: the same answer again is nobody's.
  expect((await go(back)).response.status).toBe(403);

  const mine = jarOf(url).get("skoledistrikt-signed-in")!;
  jarOf(url).set("skoledistrikt-signed-in", `${mine.slice(0, -1)}${mine.endsWith("A") ? "B" : "A"}`);
  expect(await offered()).toMatchObject({ mayMake: false });
  jarOf(url).set("skoledistrikt-signed-in", mine);
  await go(`${url}/sign-in/out`, {});
  expect(await offered()).toMatchObject({ mayMake: false });

  const code = new URL(back).searchParams.get("code")!;
  const told = log.join("");
  for (const secret of [code, mine, CLIENT.clientSecret, "planner"]) expect(told).not.toContain(secret);
  expect(told).toContain('"route":"/sign-in/back"');
});

test("an answer that another browser asked for, or that was changed on its way, signs nobody in", async () => {
  const back = await untilBack();
  const own = new Map(jarOf(url));
  jarOf(url).clear();
  expect((await go(back)).response.status).toBe(403);
  for (const [part, value] of [
    ["state", "another"],
    ["code", "another"],
    ["iss", "https://evil.example"],
  ]) {
    for (const [name, kept] of own) jarOf(url).set(name, kept);
    const changed = new URL(back);
    changed.searchParams.set(part, value);
    expect((await go(changed.href)).response.status, part).toBe(403);
    expect(await offered(), part).toMatchObject({ mayMake: false });
  }
});

test("what is signed for one thing, by another key, or until a time that is over is nothing", () => {
  const one = new Signed("key", "one", z.string());
  const text = one.write("a", 1000);
  expect(one.read(text, 999)).toBe("a");
  expect(one.read(text, 1000)).toBeUndefined();
  expect(new Signed("key", "two", z.string()).read(text, 0)).toBeUndefined();
  expect(new Signed("other", "one", z.string()).read(text, 0)).toBeUndefined();
  for (const wrong of [undefined, "", ".", text.slice(1), text.replace(".", "")])
    expect(one.read(wrong, 0)).toBeUndefined();
});
