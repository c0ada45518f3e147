import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vite";

const ROOT = resolve(import.meta.dirname, "../..");
const BUILT = join(ROOT, "dist/web/index.html");
const MADE_FROM = ["web", "src", "data/holbaek", "vite.config.ts", "package-lock.json"];

/** Builds the page once before the tests, unless what was built is newer than all it is made from. */
export default async function buildPage(): Promise<void> {
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs > Math.max(...MADE_FROM.map((path) => newest(join(ROOT, path)))))
    return;
  await build({ root: join(ROOT, "web"), configFile: join(ROOT, "vite.config.ts"), logLevel: "error" });
}

/** When a file, or the youngest file in a folder, was last changed. */
function newest(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
