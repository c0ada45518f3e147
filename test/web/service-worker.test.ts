import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { expect, test } from "vitest";

const SOURCE = readFileSync(join(import.meta.dirname, "../../web/offline/service-worker.js"), "utf8").replace(
  "[/* files of this build */]",
  `["assets/main-1a2b.js"]`,
);
const HOME = "https://skole.example/";

type Listener = (event: object) => void;
type Asked = string | { readonly url: string };

/** A body that ends only once it is read, and says so then. */
const readBody = (text: string, onEnd: () => void): ReadableStream<Uint8Array> => {
  const chunks = [new TextEncoder().encode(text)];
  return new ReadableStream<Uint8Array>(
    {
      pull: (stream) => {
        const chunk = chunks.pop();
        if (chunk) return stream.enqueue(chunk);
        onEnd();
        stream.close();
      },
    },
    { highWaterMark: 0 },
  );
};

/**
 * A browser's side of a service worker: what it hears, what it may keep, and a network with some files on it. `lines`: how many answers may
 * be on their way at once; one holds its line until it is read.
 */
function browser(
  files: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
  lines = Infinity,
) {
  let free = lines;
  const waiting: (() => void)[] = [];
  const line = async (): Promise<void> => {
    if (free === 0) await new Promise<void>((go) => waiting.push(go));
    free--;
  };
  const hangUp = (): void => {
    free++;
    waiting.shift()?.();
  };
  const listeners = new Map<string, Listener>();
  const kept = new Map<string, string>();
  const address = (asked: Asked): string => new URL(typeof asked === "string" ? asked : asked.url, HOME).href;
  let network: "up" | "down" = "up";
  const fetched: string[] = [];
  const fetch = async (asked: Asked): Promise<Response> => {
    if (network === "down") throw new TypeError("no network");
    const path = address(asked).slice(HOME.length).split("?")[0];
    fetched.push(path);
    if (!(path in files)) return new Response("", { status: 404 });
    await line();
    return new Response(readBody(files[path], hangUp), { headers });
  };
  const put = async (asked: Asked, response: Response) => void kept.set(address(asked), await response.text());
  const cache = {
    put,
    addAll: async (all: readonly string[]) => {
      // As a browser refuses it.
      if (new Set(all.map(address)).size < all.length)
        throw new DOMException("duplicate requests", "InvalidStateError");
      for (const asked of all) await put(asked, await fetch(asked));
    },
  };
  const caches = {
    open: async () => cache,
    keys: async () => [],
    match: async (asked: Asked) => {
      const found = kept.get(address(asked));
      return found === undefined ? undefined : new Response(found);
    },
  };
  const self = {
    addEventListener: (kind: string, listener: Listener) => listeners.set(kind, listener),
    skipWaiting: () => undefined,
    clients: { claim: () => undefined },
    location: { origin: new URL(HOME).origin },
    registration: { scope: HOME },
  };
  vm.runInNewContext(SOURCE, { self, caches, fetch, URL, Response });
  return {
    kept: () => [...kept.keys()].map((found) => found.slice(HOME.length)).toSorted(),
    fetched,
    unplug: () => void (network = "down"),
    install: async () => {
      let done: Promise<unknown> | undefined;
      listeners.get("install")!({ waitUntil: (given: Promise<unknown>) => (done = given) });
      await done;
    },
    ask: async (path: string, mode = "cors"): Promise<string> => {
      let answer: Promise<Response> | undefined;
      const kepts: Promise<unknown>[] = [];
      const request = { url: `${HOME}${path}`, method: "GET", mode };
      listeners.get("fetch")!({
        request,
        respondWith: (given: Promise<Response>) => (answer = given),
        waitUntil: (given: Promise<unknown>) => kepts.push(given),
      });
      const text = await (await answer!).text();
      await Promise.all(kepts);
      return text;
    },
  };
}

const page = { "": "<page>", "assets/main-1a2b.js": "run()" };
const caseFiles = { "case/index.json": `{"files": ["case.json", "pupils.csv"]}`, "case/pupils.csv": "Lærkevej 4" };
const synthetic = { ...page, ...caseFiles, "case/case.json": `{"synthetic": {"da": "Opdigtede"}}` };
const real = { ...page, ...caseFiles, "case/case.json": `{"name": "Kerteminde"}` };

test("a published case is kept", async () => {
  const { install, kept } = browser({ ...synthetic, "case/case.json": `{"published": {"seed": 1}}` });
  await install();
  expect(kept()).toContain("case/pupils.csv");
});

/** The store that a build keeps its files in, and those it deletes when it begins, where these are there. */
async function storesOf(built: readonly string[], there: readonly string[]) {
  const deleted: string[] = [];
  const listeners = new Map<string, Listener>();
  const opened: string[] = [];
  const cache = { put: async () => undefined, addAll: async () => undefined };
  const caches = {
    open: async (name: string) => (opened.push(name), cache),
    keys: async () => there,
    delete: async (name: string) => deleted.push(name),
  };
  const self = {
    addEventListener: (kind: string, listener: Listener) => listeners.set(kind, listener),
    skipWaiting: () => undefined,
    clients: { claim: () => undefined },
  };
  const source = SOURCE.replace(`["assets/main-1a2b.js"]`, JSON.stringify(built));
  vm.runInNewContext(source, { self, caches, fetch: async () => new Response("", { status: 404 }), URL, Response });
  for (const kind of ["install", "activate"]) {
    let done: Promise<unknown> | undefined;
    listeners.get(kind)!({ waitUntil: (given: Promise<unknown>) => (done = given) });
    await done;
  }
  return { store: opened[0], deleted };
}

test("a build with one other file, of a name as long, has a store of its own, and what was kept of the last goes at once", async () => {
  const before = await storesOf(["assets/a-1111.js", "assets/b-2222.js"], []);
  const after = await storesOf(["assets/a-1111.js", "assets/b-3333.js"], [before.store]);
  expect(after.store).not.toBe(before.store);
  expect(after.deleted).toEqual([before.store]);
  expect(await storesOf(["assets/a-1111.js", "assets/b-3333.js"], [after.store])).toEqual({
    store: after.store,
    deleted: [],
  });
});

test("a synthetic case is kept, and answers when the network is gone", async () => {
  const { install, kept, unplug, ask } = browser(synthetic);
  await install();
  expect(kept()).toEqual([
    "",
    "assets/main-1a2b.js",
    "case/case.json",
    "case/index.json",
    "case/pupils.csv",
    "start-again.js",
  ]);
  unplug();
  expect(await ask("case/pupils.csv")).toBe("Lærkevej 4");
});

test("the reference is kept whole, whatever the case, where the server has one", async () => {
  const reference = {
    "reference/index.html": `<link href="reference.css"> <script src="reference.js"></script> <a href="../">map</a> <a href="law/way.html">way</a> <a href="law/way.html">again</a> <a href="https://else.example/x.html">x</a>`,
    "reference/law/way.html": "2.5 km",
    "reference/reference.css": "p {}",
    "reference/reference.js": "find()",
  };
  const { install, kept, unplug, ask } = browser({ ...real, ...reference });
  await install();
  const parts = ["index.html", "law/way.html", "reference.css", "reference.js"].map((path) => `reference/${path}`);
  expect(kept()).toEqual(["", "assets/main-1a2b.js", ...parts, "start-again.js"]);
  unplug();
  expect(await ask("reference/law/way.html", "navigate")).toBe("2.5 km");
  expect(await ask("reference/", "navigate")).toBe(reference["reference/index.html"]);
});

test.each([
  ["that does not say it is synthetic", real],
  ["whose case.json cannot be read", { ...real, "case/case.json": `{"synthetic": ` }],
  ["without a case.json", { ...page, ...caseFiles }],
])("of a case %s nothing is kept, neither at first nor as it is asked for; the page is", async (_, files) => {
  const { install, kept, ask } = browser(files);
  await install();
  for (const path of Object.keys(caseFiles)) await ask(path);
  await ask("", "navigate");
  expect(kept()).toEqual(["", "assets/main-1a2b.js", "start-again.js"]);
});

test("an answer that asks not to be kept is not, wherever it lies", async () => {
  const { kept, ask } = browser(synthetic, { "cache-control": "no-store" });
  for (const path of ["case/pupils.csv", "case/index.json", "other.html"]) await ask(path);
  expect(kept()).toEqual([]);
});

test("another case at the same address is judged by itself", async () => {
  const files: Record<string, string> = { ...synthetic };
  const { install, kept, ask } = browser(files);
  await install();
  const before = kept();
  files["case/case.json"] = real["case/case.json"];
  files["case/births.csv"] = "three";
  await ask("case/births.csv");
  expect(kept()).toEqual(before);
});

test("files that are asked for at once share a look at what the case says, and none is judged by a look before it came", async () => {
  const paths = Array.from({ length: 20 }, (_, i) => `case/table-${i}.csv`);
  const files: Record<string, string> = { ...synthetic, ...Object.fromEntries(paths.map((path) => [path, path])) };
  const { kept, ask, fetched } = browser(files);
  await Promise.all(paths.map((path) => ask(path)));
  expect(kept()).toEqual(paths.toSorted());
  const looks = () => fetched.filter((path) => path === "case/case.json").length;
  expect(looks()).toBeLessThanOrEqual(2);
  // The look for the first is under way when the case becomes another and the second comes.
  const before = looks();
  const first = ask("case/pupils.csv");
  while (looks() === before) await new Promise((go) => setImmediate(go));
  files["case/case.json"] = real["case/case.json"];
  files["case/births.csv"] = "three";
  await Promise.all([first, ask("case/births.csv")]);
  expect(kept()).not.toContain("case/births.csv");
});

test("files of a case that hold all lines to the server do not keep each other waiting", async () => {
  const paths = Array.from({ length: 12 }, (_, i) => `case/table-${i}.csv`);
  const files = { ...synthetic, ...Object.fromEntries(paths.map((path) => [path, path])) };
  const { kept, ask } = browser(files, {}, 6);
  expect(await Promise.all(paths.map((path) => ask(path)))).toEqual(paths);
  expect(kept()).toEqual(paths.toSorted());
});
