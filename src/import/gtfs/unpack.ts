import type { Issue } from "../../domain/issue.ts";
import { unzip } from "../formats/archive.ts";
import type { FileNote } from "../notes.ts";
import type { Report } from "../report.ts";
import { GTFS_FILES, GTFS_FOLDER, GTFS_ZIP, isGtfsFile } from "./files.ts";

/** Bytes that an archive may unpack to, each file that is read and all of them: more than any region's timetable has, and less than stops a browser. */
export const MOST_UNPACKED = { file: 256 * 2 ** 20, all: 512 * 2 ** 20 } as const;

/** A case's files by path. */
type Files = ReadonlyMap<string, Uint8Array>;

/** A case's files by path, a packed timetable unpacked into the folder in which it could lie as well: both are the same case. */
export function withUnpackedGtfs(files: Files, report: Report): Files {
  const packed = files.get(GTFS_ZIP);
  if (!packed) return files;
  const others = [...files].filter(([path]) => path !== GTFS_ZIP);
  if (others.some(([path]) => isGtfsFile(path))) {
    report("gtfs.both", { file: GTFS_ZIP }, {});
    return new Map(others);
  }
  const inside = unpacked(packed);
  if (inside === "broken") report("gtfs.zip", { file: GTFS_ZIP }, {});
  else if ("tooLarge" in inside)
    report("gtfs.zip-large", { file: GTFS_ZIP }, { name: inside.tooLarge, ...inMegabytes(MOST_UNPACKED) });
  else if (!inside.has(GTFS_FILES.stops)) report("gtfs.zip-other", { file: GTFS_ZIP }, {});
  return new Map([...others, ...(inside instanceof Map ? inside : [])]);
}

const inMegabytes = ({ file, all }: typeof MOST_UNPACKED) => ({ each: file / 2 ** 20, all: all / 2 ** 20 });

/** The files of the timetable that are read, by the paths they would have in a case; some archives hold them in a folder of theirs. */
function unpacked(bytes: Uint8Array): Files | "broken" | { readonly tooLarge: string } {
  try {
    const found = unzip(bytes, (name) => isGtfsFile(pathOf(name)), MOST_UNPACKED);
    if ("tooLarge" in found) return found;
    // Of two with one name the one that lies less deep is meant.
    const byDepth = [...found].toSorted(([a], [b]) => b.split("/").length - a.split("/").length);
    return new Map(byDepth.map(([name, content]) => [pathOf(name), content]));
  } catch {
    return "broken";
  }
}

const baseOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
const pathOf = (name: string): string => `${GTFS_FOLDER}/${baseOf(name)}`;

/** How a file is told of where it came out of an archive: "gtfs.zip: stops.txt", which no file in the folder is called. */
export function toldOfArchive<Told extends Pick<Issue, "file"> | FileNote>(
  files: Files,
  told: readonly Told[],
): readonly Told[] {
  if (!files.has(GTFS_ZIP) || [...files.keys()].some(isGtfsFile)) return told;
  return told.map((each) =>
    each.file !== undefined && isGtfsFile(each.file) ? { ...each, file: `${GTFS_ZIP}: ${baseOf(each.file)}` } : each,
  );
}
