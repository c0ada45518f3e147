import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

const known = new Map<string, readonly string[]>();

/** Files that a file names by a relative path, be it to import them or to start a worker from them. */
function named(file: string): readonly string[] {
  let files = known.get(file);
  if (!files) {
    const paths = readFileSync(file, "utf8").matchAll(/"(\.{1,2}\/[^"]+\.tsx?)"/g);
    files = [...paths].map(([, path]) => resolve(dirname(file), path)).filter((path) => existsSync(path));
    known.set(file, files);
  }
  return files;
}

/** How many imports lead from one file to another; infinite if none do. */
export function importsAway(from: string, to: string): number {
  const seen = new Set([from]);
  let front = [from];
  for (let away = 0; front.length > 0; away++) {
    if (front.includes(to)) return away;
    front = front.flatMap(named).filter((file) => !seen.has(file) && seen.add(file));
  }
  return Infinity;
}
