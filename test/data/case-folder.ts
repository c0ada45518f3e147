import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The bytes of a case of data/ by path, its README and the sources it is built from left out. */
export function caseFolder(name: string): ReadonlyMap<string, Uint8Array> {
  const folder = join(process.cwd(), "data", name);
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  return new Map(
    paths
      .filter((path) => !path.startsWith("source") && !path.endsWith(".md") && statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path))]),
  );
}
