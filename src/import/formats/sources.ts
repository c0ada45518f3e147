import type { Issue } from "../../domain/issue.ts";
import type { FileNote } from "../notes.ts";
import type { Report } from "../report.ts";
import type { Layer } from "./layers.ts";

/** A case folder's bytes by path. */
export type FileBytes = ReadonlyMap<string, Uint8Array>;

/** What stands for a file of the case instead of the case's own text. */
export interface Source {
  /** The files it was read from, by their paths in the folder. */
  readonly from: readonly string[];
  /** How it is told: "sites.xlsx", "sites.xlsx: Skoler". */
  readonly told: string;
  /** A table or a map, or text under another name. */
  readonly content: Layer | { readonly kind: "text"; readonly bytes: Uint8Array } | "unreadable";
}

/** What stands for files of a case, by the paths of the case's own. */
export type Sources = ReadonlyMap<string, Source>;

/** A case folder with every file of another format read. */
export interface ReadFiles {
  /** As they came; what a case's hash is over. */
  readonly bytes: FileBytes;
  readonly sources: Sources;
  /** Says again what was found on the way. */
  readonly repeat: (report: Report) => void;
}

/** A case folder of which only the case's own text files are read. */
export const onlyOwn = (files: FileBytes | ReadFiles): ReadFiles =>
  "sources" in files ? files : { bytes: files, sources: new Map(), repeat: () => {} };

/** What is found in a file of the case is told of the file that stands for it there. */
export function tellByName<Told extends Pick<Issue, "file" | "line"> | FileNote>(
  sources: Sources,
  told: readonly Told[],
): readonly Told[] {
  if (sources.size === 0) return told;
  const nameOf = (path: string): string => sources.get(path)?.told ?? path;
  return told.map((each) => {
    const named = each.file === undefined ? each : { ...each, file: nameOf(each.file) };
    if (!("values" in named) || typeof named.values !== "object" || named.values === null) return named;
    const values = Object.entries(named.values).map(([name, value]) => [
      name,
      typeof value === "string" ? nameOf(value) : value,
    ]);
    return { ...named, values: Object.fromEntries(values) };
  });
}
