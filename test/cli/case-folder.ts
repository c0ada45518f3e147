import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A copy of the toy case in a folder of its own, to be damaged; `remove` takes it away. */
export function copiedLattice(): CopiedCase {
  const root = mkdtempSync(join(tmpdir(), "skoledistrikt-case-"));
  const folder = join(root, "case");
  cpSync("data/lattice", folder, { recursive: true });
  const at = (path: string): string => join(folder, path);
  return {
    root,
    folder,
    at,
    read: (path) => readFileSync(at(path), "utf8"),
    write: (path, text) => writeFileSync(at(path), text),
    remove: (path) => rmSync(at(path), { recursive: true }),
    end: () => rmSync(root, { recursive: true, force: true }),
  };
}

export interface CopiedCase {
  /** The folder around the case's. */
  readonly root: string;
  readonly folder: string;
  readonly at: (path: string) => string;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  readonly remove: (path: string) => void;
  readonly end: () => void;
}
