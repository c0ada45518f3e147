import { unzipSync } from "fflate";
import type { Report } from "../report.ts";
import { GTFS_FILES, GTFS_FOLDER, GTFS_ZIP, isGtfsFile } from "./files.ts";

/** A case's files by path, a packed timetable unpacked into the folder in which it could lie as well: both are the same case. */
export function withUnpackedGtfs(
  files: ReadonlyMap<string, Uint8Array>,
  report: Report,
): ReadonlyMap<string, Uint8Array> {
  const packed = files.get(GTFS_ZIP);
  if (!packed) return files;
  const others = [...files].filter(([path]) => path !== GTFS_ZIP);
  if (others.some(([path]) => isGtfsFile(path))) {
    report("gtfs.both", { file: GTFS_ZIP }, {});
    return new Map(others);
  }
  const inside = unpacked(packed);
  if (inside === "broken") report("gtfs.zip", { file: GTFS_ZIP }, {});
  else if (!inside.has(GTFS_FILES.stops)) report("gtfs.zip-other", { file: GTFS_ZIP }, {});
  return new Map([...others, ...(inside === "broken" ? [] : inside)]);
}

/** The files of the timetable that are read, by the paths they would have in a case; some archives hold them in a folder of theirs. */
function unpacked(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | "broken" {
  try {
    const found = Object.entries(unzipSync(bytes, { filter: ({ name }) => isGtfsFile(pathOf(name)) }));
    // Of two with one name the one that lies less deep is meant.
    const byDepth = found.toSorted(([a], [b]) => b.split("/").length - a.split("/").length);
    return new Map(byDepth.map(([name, content]) => [pathOf(name), content]));
  } catch {
    return "broken";
  }
}

const pathOf = (name: string): string => `${GTFS_FOLDER}/${name.slice(name.lastIndexOf("/") + 1)}`;
