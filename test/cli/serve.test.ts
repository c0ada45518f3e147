import { createServer } from "node:http";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { begin } from "./run.ts";

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
