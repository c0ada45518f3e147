import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const BUILT = join(import.meta.dirname, "../../dist/web");

/** Bytes that may be fetched, compressed, before anything is shown; what is only needed later comes later. */
const MOST = 250_000;

test("what the page needs before it shows anything stays small: code and styles that its first file names", () => {
  const html = readFileSync(join(BUILT, "index.html"), "utf8");
  const files = [...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, path]) => path);
  expect(files.length).toBeGreaterThan(2);
  // A browser has six lines to a server, and each file more is one more that can be cut off.
  expect(files.length).toBeLessThan(7);
  const bytes = files.map((path) => gzipSync(readFileSync(join(BUILT, path)), { level: 9 }).length);
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(MOST);
});

test("what is kept for when the network goes names no file twice: a browser would keep nothing then", () => {
  const worker = readFileSync(join(BUILT, "service-worker.js"), "utf8");
  const [, list] = /const BUILT = (\[[^\]]*\])/.exec(worker)!;
  const files: string[] = JSON.parse(list);
  expect(files.length).toBeGreaterThan(2);
  // What has its content's hash in its name is taken from what was kept first; a file without one would stay old.
  expect(files.filter((path) => !/^assets\/.+-[\w-]{8}\.\w+$/.test(path))).toEqual([]);
  expect(new Set(files).size).toBe(files.length);
  expect(worker).toContain(`"start-again.js"`);
});
