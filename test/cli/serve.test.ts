import { createServer } from "node:http";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderUnicodeCompact } from "uqr";
import { expect, test } from "vitest";
import { localAddresses } from "../../src/server/addresses.ts";
import { copiedLattice } from "./case-folder.ts";
import { begin, run } from "./run.ts";

const addressIn = (text: string): string => /http:\/\/localhost:\d+\//.exec(text)![0];

test("serve gives the page, the case's files, the schemas and the reference, and takes the next port when one is busy", async () => {
  const blocker = createServer().listen(18316, "127.0.0.1");
  const { child, ended, said } = begin("serve data/lattice", { PORT: "18316" });
  try {
    const text = await said("http://localhost");
    expect(text).toContain("Port 18316 er optaget; bruger 18317 i stedet.");
    const address = addressIn(text);
    const page = await fetch(address);
    expect(page.headers.get("content-type")).toContain("text/html");
    const { files } = (await (await fetch(`${address}case/index.json`)).json()) as { files: string[] };
    expect(files).toContain("case.json");
    expect(files).not.toContain("README.md");
    expect(await (await fetch(`${address}case/sites.csv`)).text()).toMatch(/^id;/);
    for (const secret of ["case/../package.json", "case/%2e%2e/README.md", "case/README.md", "case/nothing.csv"])
      expect((await fetch(`${address}${secret}`)).status, secret).toBe(404);
    const schema = (await (await fetch(`${address}schema/plan.schema.json`)).json()) as { type: string };
    expect(schema.type).toBe("object");
    expect(await (await fetch(`${address}reference/index.html`)).text()).toContain("measures/saving.html");
  } finally {
    child.kill("SIGINT");
    blocker.close();
  }
  expect((await ended).signal).toBe("SIGINT");
});

/** Whether somebody may make rooms, as the server says and as it does. */
const asks = async (at: string, headers: Record<string, string>) => {
  const { mayMake } = (await (await fetch(`${at}rooms/offered`, { headers })).json()) as { mayMake: boolean };
  const body = { method: "POST", headers: { "content-type": "application/json", ...headers }, body: "{}" };
  // What is no room is read, and found wanting, only of those who may make one.
  return [mayMake, (await fetch(`${at}rooms/make`, body)).status];
};

const [inNetwork] = localAddresses();

test.skipIf(inNetwork === undefined)(
  "opened to the network, it prints where and a code to scan, and lets make rooms from there by the organiser's link alone",
  async () => {
    const { child, ended, said } = begin("serve data/lattice --host 0.0.0.0", { PORT: "18330" });
    try {
      const text = await said("#arrangor=");
      const [, address, secret] = /(http:\/\/[\d.]+:\d+\/)#arrangor=([\w-]{43})\n/.exec(text)!;
      expect(new URL(address).hostname).toBe(inNetwork);
      await said(renderUnicodeCompact(address));
      expect(await asks(address, {})).toEqual([false, 403]);
      expect(await asks(address, { authorization: `Bearer ${"x".repeat(43)}` })).toEqual([false, 403]);
      expect(await asks(address, { authorization: `Bearer ${secret}` })).toEqual([true, 400]);
      expect(await asks(addressIn(text), {})).toEqual([true, 400]);
      expect((await fetch(`${address}metrics`)).status).toBe(404);
    } finally {
      child.kill("SIGINT");
    }
    await ended;
  },
);

test("real pupils are shown to this machine alone", async () => {
  const real = copiedLattice();
  real.write("case.json", real.read("case.json").replace(/"synthetic": \{[^}]*\}/, '"synthetic": false'));
  for (const opens of [
    "--host 0.0.0.0",
    "--host ::",
    "--host 192.168.1.4",
    "--public-address https://rum.example.dk",
  ]) {
    const { code, out, err } = await run(`serve ${real.folder} ${opens}`);
    expect([code, out], opens).toEqual([2, ""]);
    expect(err).toContain("hverken syntetiske eller gjort klar til at blive offentliggjort");
  }
  // Nor are those believed who only say that they were published.
  const claims = '"published": {"seed": 1, "areas": 1, "from": 1, "sums": {"kept": 0, "of": 0}, "plans": []}';
  real.write("case.json", real.read("case.json").replace('"synthetic": false', claims));
  real.write("pupils.csv", `${real.read("pupils.csv").trim()}\nx;530000;6202000;5;3\n`);
  const { code, err } = await run(`serve ${real.folder} --host 0.0.0.0`);
  expect(code).toBe(2);
  expect(err).toContain("steder med en til fire elever");
  real.end();
});

test("a port that is no port is refused", async () => {
  const { ended } = begin("serve data/lattice", { PORT: "http" });
  const { code, err } = await ended;
  expect(code).toBe(2);
  expect(err).toContain('PORT="http"');
});

test("Ctrl-C in the middle of a run leaves no file behind", async () => {
  const folder = mkdtempSync(join(tmpdir(), "skoledistrikt-stop-"));
  const { child, ended } = begin(
    `consolidate data/holbaek --districts 4 --policy nearest --json ${join(folder, "list.json")}`,
  );
  await new Promise((resolve) => setTimeout(resolve, 1000));
  child.kill("SIGINT");
  expect((await ended).signal).toBe("SIGINT");
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});
