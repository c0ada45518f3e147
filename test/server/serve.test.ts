import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { localAddresses } from "../../src/server/addresses.ts";
import { buildServer, listen } from "../../src/server/serve.ts";

const PAGE = "<!doctype html><title>page</title>".repeat(100);
const HOMES = "address;grade\nLærkevej 4;3\n";

let folder: string;
let server: FastifyInstance;
let caseFile: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "skoledistrikt-serve-"));
  const put = (path: string, text: string) => writeFileSync(join(folder, path), text);
  for (const made of ["case/plans", "case/attic", "web/assets", "web/case", "schema"])
    mkdirSync(join(folder, made), { recursive: true });
  caseFile = join(folder, "case/case.json");
  put("case/case.json", `{"name": "A"}`);
  put("case/sites.csv", "id\na\n");
  put("case/pupils.csv", HOMES);
  put("case/plans/one.json", "{}");
  put("case/attic/sites.csv", "id\nold\n");
  for (const path of [
    "case/secret-cpr.csv",
    "case/.env.json",
    "case/notes.json",
    "case/plans/list.csv",
    "outside.json",
  ])
    put(path, "not for others");
  symlinkSync("/etc/passwd", join(folder, "case/districts.csv"));
  symlinkSync("../outside.json", join(folder, "case/units.geojson"));
  symlinkSync("../../outside.json", join(folder, "case/plans/two.json"));
  put("web/index.html", PAGE);
  put("web/assets/main-1a2b.js", `console.log("page");\n`.repeat(100));
  put("web/case/pupils.csv", "of the case that was built in");
  put("schema/plan.schema.json", "{}");
  server = await buildServer({
    caseFolder: join(folder, "case"),
    webFolder: join(folder, "web"),
    schemaFolder: join(folder, "schema"),
  });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers });

describe("of a case's folder", () => {
  test("only the files that a case is made of are listed", async () => {
    const { files } = (await get("/case/index.json")).json<{ files: string[] }>();
    expect(files).toEqual(["case.json", "plans/one.json", "pupils.csv", "sites.csv"]);
    for (const path of files) expect((await get(`/case/${path}`)).statusCode, path).toBe(200);
  });

  test.each([
    "secret-cpr.csv",
    ".env.json",
    "notes.json",
    "plans/list.csv",
    "attic/sites.csv",
    "districts.csv",
    "units.geojson",
    "plans/two.json",
    "../outside.json",
    "%2e%2e/outside.json",
    "plans/..%2f..%2foutside.json",
    "",
    "plans/",
  ])("%s is not handed out", async (path) => {
    const { statusCode, body } = await get(`/case/${path}`);
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain("not for others");
    expect(body).not.toContain("root:");
  });

  test("a plans folder that is a link elsewhere is not followed", async () => {
    const other = join(folder, "other");
    mkdirSync(other);
    writeFileSync(join(other, "case.json"), "{}");
    symlinkSync(join(folder, "case/plans"), join(other, "plans"));
    const linked = await buildServer({ caseFolder: other, webFolder: join(folder, "web"), schemaFolder: folder });
    expect((await linked.inject("/case/index.json")).json()).toEqual({ files: ["case.json"] });
    expect((await linked.inject("/case/plans/one.json")).statusCode).toBe(404);
    await linked.close();
  });

  test("pupils who are not made up are left in no browser's store, made-up ones are asked for anew", async () => {
    for (const path of ["pupils.csv", "index.json"])
      expect((await get(`/case/${path}`)).headers["cache-control"], path).toBe("no-store");
    writeFileSync(caseFile, `{"name": "A", "synthetic": {"da": "Opdigtede", "en": "Made up"}}`);
    expect((await get("/case/pupils.csv")).headers["cache-control"]).toBe("no-cache");
    writeFileSync(caseFile, `{"name": "A", "synthetic": `);
    expect((await get("/case/pupils.csv")).headers["cache-control"]).toBe("no-store");
    writeFileSync(caseFile, `{"name": "A"}`);
  });
});

describe("who is answered", () => {
  test.each(["localhost", "localhost:8316", "127.0.0.1:8316", "[::1]:8316", "LOCALHOST:80"])("%s", async (host) => {
    expect((await get("/", { host })).statusCode).toBe(200);
  });

  test.each(["evil.example", "localhost.evil.example", "evil.example:8316", "192.168.1.4:8316", "127.0.0.1.nip.io"])(
    "not %j, a name made to lead here",
    async (host) => {
      for (const url of ["/", "/case/pupils.csv", "/case/index.json", "/schema/plan.schema.json", "/nothing"]) {
        const { statusCode, body } = await get(url, { host });
        expect(statusCode, url).toBe(403);
        expect(body).not.toContain("Lærkevej");
        expect(body).toContain("http://localhost");
      }
    },
  );

  test("nobody on another machine: the server listens on this one alone", async () => {
    const here = await buildServer({ caseFolder: folder, webFolder: join(folder, "web"), schemaFolder: folder });
    const { port } = await listen(here, 0);
    expect(here.addresses().map((found) => (typeof found === "string" ? found : found.address))).toEqual(["127.0.0.1"]);
    expect((here.server.address() as AddressInfo).port).toBe(port);
    await here.close();
  });
});

const MADE_UP = `{"name": "A", "synthetic": {"da": "x", "en": "x"}}`;

const build = (more: object = {}): Promise<FastifyInstance> =>
  buildServer({
    caseFolder: join(folder, "case"),
    webFolder: join(folder, "web"),
    schemaFolder: folder,
    rooms: { place: { kind: "memory" }, context: () => Promise.reject(new Error("not opened")) },
    ...more,
  });

/** What a server that listens at both kinds of address answers to bytes that come by a socket of the machine's own, from one of its addresses. */
const answerTo = (port: number, address: string, lines: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = "";
    const socket = connect({ port, host: address, localAddress: address }, () =>
      socket.write([...lines, "Connection: close", "", ""].join("\r\n")),
    );
    socket.setEncoding("utf8").on("data", (text) => (said += String(text)));
    socket.on("error", reject).on("close", () => resolve(said));
  });

const hasIPv6 = Object.values(networkInterfaces()).some((each) => each?.some(({ address }) => address === "::1"));

describe("a case of real pupils that was not made to be published", () => {
  const OPENED = { openTo: ["192.168.1.4"], publicAddress: new URL("https://rum.example.dk") };

  test("goes to this machine's own page alone, even from a server that is opened to others, and has no rooms", async () => {
    writeFileSync(caseFile, `{"name": "A"}`);
    const real = await build(OPENED);
    const status = async (headers: Record<string, string>, remoteAddress = "127.0.0.1", url = "/case/pupils.csv") =>
      (await real.inject({ url, headers, remoteAddress })).statusCode;
    for (const own of [{}, { "sec-fetch-site": "same-origin" }, { "sec-fetch-site": "none" }])
      expect(await status({ host: "localhost", ...own })).toBe(200);
    for (const site of ["cross-site", "same-site"])
      expect(await status({ host: "localhost", "sec-fetch-site": site }), site).toBe(403);
    expect(await status({ host: "192.168.1.4" }, "192.168.1.9")).toBe(403);
    expect(await status({ host: "192.168.1.4" })).toBe(403);
    expect(await status({ host: "rum.example.dk", "x-forwarded-for": "192.0.2.1" })).toBe(403);
    expect(await status({ host: "192.168.1.4" }, "192.168.1.9", "/case/index.json")).toBe(403);
    expect(await status({ host: "192.168.1.4" }, "192.168.1.9", "/")).toBe(200);
    // An address can be written in many ways, and be asked for by what passes requests on or by a page that says where it is.
    for (const url of ["/%63ase/pupils.csv", "/c%61se/index.json", "/case/%70upils.csv", "/case/pupils.csv?x"]) {
      expect(await status({ host: "192.168.1.4" }, "192.168.1.9", url), url).toBe(403);
      for (const method of ["HEAD", "GET"] as const) {
        const headers = { host: "localhost", "sec-fetch-site": "cross-site", range: "bytes=0-9" };
        expect((await real.inject({ method, url, headers })).statusCode, url).toBe(403);
      }
    }
    for (const name of ["x-forwarded-proto", "x-forwarded-for", "cf-connecting-ip", "tailscale-user-login", "referer"])
      expect(await status({ host: "localhost", [name]: "http://evil.example/" }), name).toBe(403);
    expect((await real.inject("/case/index.json")).json()).not.toHaveProperty("rooms");
    expect((await real.inject("/rooms/offered")).statusCode).toBe(404);
    // What the case has become since is what counts.
    writeFileSync(caseFile, MADE_UP);
    expect(await status({ host: "192.168.1.4" }, "192.168.1.9")).toBe(200);
    writeFileSync(caseFile, `{"name": "A"}`);
    expect(await status({ host: "192.168.1.4" }, "192.168.1.9")).toBe(403);
    await real.close();
  });

  test.skipIf(!hasIPv6)(
    "over IPv6 and IPv4 by one socket goes to this machine by its own names and addresses, and to no other",
    async () => {
      writeFileSync(caseFile, `{"name": "A"}`);
      const others = localAddresses(["IPv4", "IPv6"]);
      const real = await build({ openTo: [...others, "fd00::99"] });
      const { port } = await listen(real, 0, "::");
      const status = async (address: string, ...lines: readonly string[]): Promise<number> => {
        const said = await answerTo(port, address, lines);
        const [, code] = /^HTTP\/1\.1 (\d+)/.exec(said) ?? [];
        if (code !== "200") expect(said).not.toContain("Lærkevej");
        return Number(code);
      };
      const page = "GET / HTTP/1.1";
      const pupils = "GET /case/pupils.csv HTTP/1.1";
      // 127.0.0.1 comes as ::ffff:127.0.0.1 to such a socket.
      for (const address of ["::1", "127.0.0.1"]) {
        for (const own of ["localhost", "127.0.0.1", "[::1]"])
          for (const host of [own, `${own}:${port}`])
            expect(await status(address, pupils, `Host: ${host}`), host).toBe(200);
        const strange = [
          "::1",
          `::1:${port}`,
          "[::1",
          "[::1]evil",
          "[::1].evil",
          "[::1]:1:2",
          "[::ffff:7f00:1]",
          "[::]",
          "evil",
        ];
        for (const host of strange) expect(await status(address, pupils, `Host: ${host}`), host).not.toBe(200);
        expect(await status(address, "GET http://localhost/case/pupils.csv HTTP/1.1", "Host: evil")).toBe(403);
        expect(await status(address, pupils, "Host: evil", "Host: localhost")).not.toBe(200);
        expect(await status(address, "GET /case/pupils.csv HTTP/1.0")).toBe(403);
        for (const host of ["[fd00::99]", `[FD00::99]:${port}`]) {
          expect(await status(address, page, `Host: ${host}`), host).toBe(200);
          expect(await status(address, pupils, `Host: ${host}`), host).toBe(403);
        }
      }
      // What comes from the machine's address in the network comes as it would from a neighbour, whatever name it calls.
      for (const address of others)
        for (const host of ["localhost", "[::1]", "127.0.0.1", address.includes(":") ? `[${address}]` : address]) {
          expect(await status(address, page, `Host: ${host}`), host).toBe(200);
          expect(await status(address, pupils, `Host: ${host}`), `${address} ${host}`).toBe(403);
        }
      await real.close();
    },
  );

  test("nor has it rooms any more where it was made up when the server began", async () => {
    writeFileSync(caseFile, MADE_UP);
    const once = await build(OPENED);
    const { port } = await listen(once, 0);
    const opens = async (path: string): Promise<number> =>
      (await fetch(`http://localhost:${port}/rooms/${path}`)).status;
    const live = "live/?EIO=4&transport=polling";
    expect([await opens("offered"), await opens(live)]).toEqual([200, 200]);
    writeFileSync(caseFile, `{"name": "A"}`);
    expect(await opens(live)).toBe(403);
    const headers = { host: "rum.example.dk" };
    expect((await once.inject({ url: "/rooms/offered", headers })).statusCode).toBe(403);
    await once.close();
  });

  test("what a recipe makes is what counts, whatever else lies in the folder", async () => {
    writeFileSync(caseFile, MADE_UP);
    const made = new Map([["case.json", new TextEncoder().encode(`{"name": "A"}`)]]);
    const real = await build({ ...OPENED, made });
    expect((await real.inject("/case/index.json")).json()).toEqual({ files: ["case.json"] });
    expect((await real.inject("/rooms/offered")).statusCode).toBe(404);
    await real.close();
    writeFileSync(caseFile, `{"name": "A"}`);
  });

  test.each([MADE_UP, `{"name": "A", "published": {"seed": 1}}`])("while %s has them", async (text) => {
    writeFileSync(caseFile, text);
    const real = await build();
    expect((await real.inject("/case/index.json")).json()).toHaveProperty("rooms");
    expect((await real.inject("/rooms/offered")).statusCode).toBe(200);
    await real.close();
    writeFileSync(caseFile, `{"name": "A"}`);
  });
});

describe("every answer", () => {
  test.each(["/", "/case/pupils.csv", "/case/index.json", "/assets/main-1a2b.js", "/schema/plan.schema.json", "/no"])(
    "%s lets only what came with the page run, and no other site frame or read it",
    async (url) => {
      const { headers } = await get(url);
      const policy = String(headers["content-security-policy"]);
      expect(/script-src ([^;]*)/.exec(policy)?.[1]).not.toContain("unsafe-inline");
      for (const part of ["default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"])
        expect(policy).toContain(part);
      // A search is stopped by an address that the page takes back, which its worker must be let look at.
      expect(policy).toContain("connect-src 'self' blob:");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
      expect(headers["access-control-allow-origin"]).toBeUndefined();
    },
  );
});

describe("sent packed", () => {
  test("as the browser takes it, and the same when unpacked", async () => {
    const br = await get("/", { "accept-encoding": "gzip, deflate, br" });
    expect(br.headers["content-encoding"]).toBe("br");
    expect(br.rawPayload.length).toBeLessThan(PAGE.length / 5);
    expect(Number(br.headers["content-length"])).toBe(br.rawPayload.length);
    expect(brotliDecompressSync(br.rawPayload).toString()).toBe(PAGE);
    const again = await get("/", { "accept-encoding": "br" });
    expect(brotliDecompressSync(again.rawPayload).toString()).toBe(PAGE);
    const gz = await get("/case/pupils.csv", { "accept-encoding": "gzip" });
    expect(gunzipSync(gz.rawPayload).toString()).toBe(HOMES);
  });

  test("not where it is not taken", async () => {
    for (const accepted of ["", "identity", "br;q=0, gzip;q=0"]) {
      const { headers, body } = await get("/", { "accept-encoding": accepted });
      expect(headers["content-encoding"]).toBeUndefined();
      expect(headers["vary"]).toContain("accept-encoding");
      expect(body).toBe(PAGE);
    }
  });

  test("a file that did not change is not sent again, and one with its hash in its name is not asked for", async () => {
    const { headers } = await get("/");
    const again = await get("/", { "if-none-match": String(headers["etag"]), "accept-encoding": "br" });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe("");
    expect((await get("/assets/main-1a2b.js")).headers["cache-control"]).toContain("immutable");
    expect(headers["cache-control"]).toBe("no-cache");
  });

  test("a file that did change is sent as it is now", async () => {
    writeFileSync(caseFile, `{"name": "A", "synthetic": {"da": "x", "en": "x"}}`);
    await get("/case/sites.csv", { "accept-encoding": "br" });
    writeFileSync(join(folder, "case/sites.csv"), "id\nb\nc\n");
    const { rawPayload } = await get("/case/sites.csv", { "accept-encoding": "br" });
    expect(brotliDecompressSync(rawPayload).toString()).toBe("id\nb\nc\n");
  });
});

describe("statements", () => {
  test.each(["privatliv", "tilgaengelighed"])("%s tells the facts of this server, in both languages", async (path) => {
    writeFileSync(caseFile, MADE_UP);
    const named = await buildServer({
      caseFolder: join(folder, "case"),
      webFolder: join(folder, "web"),
      schemaFolder: folder,
      rooms: { place: { kind: "memory" }, context: () => Promise.reject(new Error("not opened")), keepDays: 47 },
      contact: "Planteamet <plan@example.dk>",
    });
    for (const name of [path, `${path}.html`]) {
      const { statusCode, body, headers } = await named.inject(`/${name}`);
      expect([statusCode, headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
      expect(body.match(/Planteamet &lt;plan@example.dk&gt;/g)).toHaveLength(2);
      expect(body.includes("47 dage") && body.includes("47 days")).toBe(path === "privatliv");
    }
    await named.close();
    // Without rooms there is nothing to delete, and where nobody is named that is said.
    const { body } = await get(`/${path}`);
    expect(body).not.toContain("47");
    expect(body).toContain("har ikke skrevet, hvem du kan spørge");
  });
});

describe("behind another program, under a public address", () => {
  test("it answers by that name, links lead there, and only that site's pages are its own", async () => {
    writeFileSync(caseFile, MADE_UP);
    const behind = await buildServer({
      caseFolder: join(folder, "case"),
      webFolder: join(folder, "web"),
      schemaFolder: folder,
      rooms: { place: { kind: "memory" }, context: () => Promise.reject(new Error("not opened")) },
      publicAddress: new URL("https://rum.example.dk"),
      organiser: "o".repeat(43),
    });
    const asked = (headers: Record<string, string>) =>
      behind.inject({
        url: "/rooms/offered",
        headers: { host: "rum.example.dk", "x-forwarded-for": "192.0.2.1", ...headers },
      });
    expect((await asked({})).json()).toEqual({ mayMake: false, addresses: ["https://rum.example.dk"] });
    const organiser = { authorization: `Bearer ${"o".repeat(43)}`, origin: "https://rum.example.dk" };
    expect((await asked(organiser)).json()).toMatchObject({ mayMake: true });
    for (const origin of ["http://rum.example.dk", "https://rum.example.dk:444", "https://evil.example"])
      expect((await asked({ origin })).statusCode, origin).toBe(403);
    expect((await asked({ host: "evil.example" })).statusCode).toBe(403);
    await behind.close();
  });
});
