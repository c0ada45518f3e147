import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readCaseFolder } from "../../src/cli/files.ts";
import { tinyCase } from "../cases/tiny.ts";
import { TIMETABLE } from "../cases/timetable.ts";
import { afterEach, describe, expect, test, vi } from "vitest";
import { fetchAddresses, fetchCase } from "../../web/state/case-files.ts";
import { zipSync } from "fflate";
import { caseInZip } from "../../web/import/case-in-zip.ts";
import { readDropped, readPicked, rootOf } from "../../web/state/given-files.ts";
import { handedOver } from "../../web/state/handed-over.ts";
import type { CaseFileBytes } from "../../web/worker/messages.ts";

const text = (files: readonly CaseFileBytes[]) => files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]);
const paths = (files: readonly CaseFileBytes[]) => files.map(({ path }) => path);

describe("files that lie in a folder", () => {
  test.each([
    [["holbaek/case.json", "holbaek/plans/2016.json"], "holbaek/"],
    [["a/b/case.json", "a/b/old/case.json", "a/readme.csv"], "a/b/"],
    [["a/b/old/case.json", "a/b/case.json"], "a/b/"],
    [["case.json", "sites.csv"], ""],
    [["old-case.json", "sites.csv"], ""],
    [["mappe/sites.csv", "mappe/pupils.csv"], "mappe/"],
    [["one/sites.csv", "two/pupils.csv"], ""],
    [[], ""],
  ])("%j lie in %j", (names, root) => expect(rootOf(names)).toBe(root));
});

/** A file as a folder's picker gives it, with the path from the folder picked. */
const picked = (path: string): File =>
  Object.defineProperty(new File([path], path.split("/").at(-1)!), "webkitRelativePath", { value: path });
const loose = (name: string): File => picked(name);

describe("files picked on the page", () => {
  test("loose plan files belong to plans/; what no case has is left out", async () => {
    const files = ["case.json", "SITES.CSV", "2016.json", "photo.png", "units.geojson", "json"].map(
      (name) => new File(["{}"], name),
    );
    expect(paths(await readPicked(files))).toEqual(["case.json", "SITES.CSV", "plans/2016.json", "units.geojson"]);
  });

  test("a folder's files keep their paths from case.json; what lies beside its folder is left out", async () => {
    const files = ["by/case/case.json", "by/case/2016.json", "by/case/plans/2021.json", "by/other.csv"].map(picked);
    expect(text(await readPicked(files))).toEqual([
      ["case.json", "by/case/case.json"],
      // Not read, so that only its name is handed over.
      ["2016.json", ""],
      ["plans/2021.json", "by/case/plans/2021.json"],
    ]);
  });
});

type Entry = FileSystemEntry;
const asFile = (name: string, bytes?: Uint8Array): Entry =>
  ({
    name,
    isFile: true,
    isDirectory: false,
    file: (give: (file: File) => void) => give(bytes ? new File([new Uint8Array(bytes)], name) : loose(name)),
  }) as never;
const broken = (name: string): Entry =>
  ({
    ...asFile(name),
    file: (_: unknown, fail: (error: Error) => void) => fail(new Error(`${name} is gone`)),
  }) as never;
/** A folder that gives its entries two at a time, as a browser gives them a hundred at a time. */
const asFolder = (name: string, ...entries: readonly Entry[]): Entry =>
  ({
    name,
    isFile: false,
    isDirectory: true,
    createReader: () => {
      let given = 0;
      return { readEntries: (give: (portion: readonly Entry[]) => void) => give(entries.slice(given, (given += 2))) };
    },
  }) as never;
/** Files by path as a browser gives the folder that holds them. */
function folderOf(name: string, files: ReadonlyMap<string, Uint8Array>): Entry {
  const inside = [...files].filter(([path]) => path.includes("/")).map(([path]) => path.slice(0, path.indexOf("/")));
  const own = [...files].filter(([path]) => !path.includes("/"));
  return asFolder(
    name,
    ...own.map(([path, bytes]) => asFile(path, bytes)),
    ...[...new Set(inside)].map((within) =>
      folderOf(
        within,
        new Map(
          [...files].flatMap(([path, bytes]) =>
            path.startsWith(`${within}/`) ? [[path.slice(within.length + 1), bytes] as const] : [],
          ),
        ),
      ),
    ),
  );
}
const neither = { name: "pipe.csv", isFile: false, isDirectory: false } as never;

const dropped = (entries: readonly (Entry | null)[], files: readonly File[] = []) =>
  handedOver({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })), files } as never);

describe("files dropped on the page", () => {
  test("are all that the folder holds, in folders within it too, however many portions it comes in", async () => {
    const names = ["case.json", "sites.csv", "pupils.csv", "districts.csv", "roads.csv"];
    const folder = asFolder(
      "by",
      ...names.map((name) => asFile(name)),
      asFolder("plans", asFile("2016.json")),
      asFolder("empty"),
    );
    expect(paths(await readDropped(dropped([folder])))).toEqual([...names, "plans/2016.json"]);
  });

  test("are what the command line reads of the same folder, its timetable too, and nothing that lies beside it", async () => {
    const files = new Map([
      ...tinyCase(TIMETABLE),
      ...[
        "gtfs/agency.txt",
        "gtfs/Stops.txt",
        "gtfs.zip",
        "bus-gtfs.zip",
        "notes.txt",
        "photo.png",
        "old/sites.csv",
        "plans/old/a.json",
      ].map((path) => [path, Buffer.from(path)] as const),
    ]);
    const folder = await mkdtemp(join(tmpdir(), "skoledistrikt-dropped-"));
    for (const [path, bytes] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
    const read = await readCaseFolder(folder);
    expect([...read.keys()]).toEqual(expect.arrayContaining(Object.keys(TIMETABLE)));
    const given = await readDropped(dropped([folderOf("by", files)]));
    const inOrder = given.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    expect(inOrder.map(({ path }) => path)).toEqual([...read.keys()]);
    for (const { path, bytes } of inOrder) expect(Buffer.from(bytes).equals(read.get(path)!), path).toBe(true);
    await rm(folder, { recursive: true });
  });

  test("may be the files themselves, or several folders; what is neither file nor folder is left out", async () => {
    expect(paths(await readDropped(dropped([asFile("case.json"), neither, asFile("2016.json")])))).toEqual([
      "case.json",
      "plans/2016.json",
    ]);
    const folders = [asFolder("a", asFile("case.json")), asFolder("b", asFile("sites.csv"))];
    expect(paths(await readDropped(dropped(folders)))).toEqual(["case.json"]);
  });

  test("are taken as plain files where the browser gives no entries", async () => {
    expect(text(await readDropped(dropped([null], [loose("case.json")])))).toEqual([["case.json", "case.json"]]);
    expect(await readDropped(dropped([]))).toEqual([]);
  });

  test("that cannot be read fail as a whole: half a case is not opened", async () => {
    await expect(readDropped(dropped([asFile("case.json"), broken("sites.csv")]))).rejects.toThrow("sites.csv is gone");
  });
});

/** A host that has these files. */
const host = (files: Readonly<Record<string, string>>) => {
  vi.stubGlobal("fetch", async ({ href }: URL) =>
    Object.hasOwn(files, href) ? new Response(files[href]) : new Response("not here", { status: 404 }),
  );
};

describe("the case beside the page", () => {
  afterEach(() => vi.unstubAllGlobals());

  test("addresses are no part of what is opened: they come whole when they are asked for, where there are any", async () => {
    const listed = { files: ["addresses.csv", "case.json"] };
    const at = "http://here/case/";
    host({ [`${at}index.json`]: JSON.stringify(listed), [`${at}case.json`]: "{}", [`${at}addresses.csv`]: "street" });
    expect(paths(await fetchCase("http://here/"))).toEqual(["case.json"]);
    expect(paths(await fetchAddresses("http://here/"))).toEqual(["addresses.csv"]);
    host({ [`${at}index.json`]: JSON.stringify({ files: ["case.json"] }) });
    expect(await fetchAddresses("http://here/")).toEqual([]);
  });

  const BASE = "https://host/page/index.html?plan=3";
  const AT = "https://host/page/case/";

  test("is what its list names", async () => {
    const files = ["case.json", 3, null, "plans/2016.json"];
    host({
      [`${AT}index.json`]: JSON.stringify({ files }),
      [`${AT}case.json`]: "{}",
      [`${AT}plans/2016.json`]: "[]",
      [`${AT}sites.csv`]: "id",
    });
    expect(text(await fetchCase(BASE))).toEqual([
      ["case.json", "{}"],
      ["plans/2016.json", "[]"],
    ]);
  });

  test.each([null, "case.json", ["case.json"], {}, { files: "case.json" }])(
    "is empty where the list is %j",
    async (list) => {
      host({ [`${AT}index.json`]: JSON.stringify(list), [`${AT}case.json`]: "{}" });
      expect(await fetchCase(BASE)).toEqual([]);
    },
  );

  test("that lacks a file names it", async () => {
    host({});
    await expect(fetchCase(BASE)).rejects.toThrow("/page/case/index.json: 404");
    host({ [`${AT}index.json`]: JSON.stringify({ files: ["sites.csv"] }) });
    await expect(fetchCase(BASE)).rejects.toThrow("/page/case/sites.csv: 404");
  });
});

test("of an archive a whole case is taken, and nothing of one that is none or is damaged", () => {
  const [json, table] = ["{}", "id;name\n"].map((content) => new TextEncoder().encode(content));
  const zip = zipSync({ "case.json": json, "sites.csv": table });
  expect(caseInZip(zip)).toEqual([
    { path: "case.json", bytes: json },
    { path: "sites.csv", bytes: table },
  ]);
  expect(caseInZip(zipSync({ "sites.csv": table, "pupils.csv": table }))).toBeUndefined();
  expect(caseInZip(zip.slice(0, zip.length - 30))).toBeUndefined();
});
