import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
const BUILT = join(ROOT, "dist/web/index.html");
const MADE_FROM = ["web", "src", "data/holbaek", "vite.config.ts", "package-lock.json"];

/** Builds the page once before the tests, unless what was built is newer than all it is made from. */
export default function buildPage(): void {
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs > Math.max(...MADE_FROM.map((path) => newest(join(ROOT, path)))))
    return;
  // A process of its own: this one runs tests, and the page is to be built as it is for people.
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, "node_modules/vite/bin/vite.js"), "build", "web", "--config", "vite.config.ts", "--logLevel", "error"],
    { cwd: ROOT, env: { ...process.env, NODE_ENV: "production" }, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`The page could not be built:\n${stderr}`);
}

/** When a file, or the youngest file in a folder, was last changed. */
function newest(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
