import { afterEach, describe, expect, test, vi } from "vitest";
import { CATALOGUES } from "../../web/i18n/catalogues.ts";
import { fetchCase } from "../../web/state/case-files.ts";
import { faultOf, toldOf } from "../../web/state/fault.ts";

afterEach(() => vi.unstubAllGlobals());

/** What is told of a case whose files are answered like this. */
async function toldWhen(answer: (address: URL) => Promise<Response>) {
  vi.stubGlobal("fetch", answer);
  return toldOf(await fetchCase("http://here/").catch((error: unknown) => error));
}

describe("a case that cannot be fetched", () => {
  test("because nobody answers, whatever a browser calls that", async () => {
    for (const words of ["Failed to fetch", "NetworkError when attempting to fetch resource.", "Load failed"])
      expect(await toldWhen(() => Promise.reject(new TypeError(words)))).toEqual({
        why: "unreachable",
        reason: `/case/index.json: TypeError: ${words}`,
      });
  });

  test("because one of its files is not there, or the answer is an error or no list", async () => {
    const named = await toldWhen(({ pathname }) =>
      Promise.resolve(
        pathname.endsWith("index.json") ? Response.json({ files: ["case.json"] }) : new Response("", { status: 404 }),
      ),
    );
    expect(named).toEqual({ why: "missing", reason: "/case/case.json: 404" });
    expect(await toldWhen(() => Promise.resolve(new Response("", { status: 500 })))).toMatchObject({ why: "answered" });
    expect(await toldWhen(() => Promise.resolve(new Response("<html>")))).toMatchObject({ why: "answered" });
  });
});

test("a worker's fault is memory where its words say so, a worker that says nothing may not start, all else is the program's", () => {
  expect(faultOf("RangeError: Array buffer allocation failed")).toBe("memory");
  expect(faultOf("RuntimeError: memory access out of bounds")).toBe("memory");
  expect(faultOf("RangeError: Maximum call stack size exceeded")).toBe("program");
  expect(faultOf("")).toBe("blocked");
  expect(toldOf(new Error("out of memory"))).toEqual({ why: "memory", reason: "out of memory" });
});

test("no sentence about a fault holds the words of a browser or a program", () => {
  const all = (["da", "en"] as const).flatMap((language) => Object.entries(CATALOGUES[language]));
  const ofFaults = all.filter(([key]) => key.startsWith("fault.") || key.startsWith("failed."));
  expect(ofFaults.length).toBeGreaterThan(20);
  expect(ofFaults.filter(([, text]) => text.includes("{"))).toEqual([]);
});
