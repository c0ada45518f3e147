import { readFileSync } from "node:fs";

/** The version in package.json, which lies three folders up from the built and two from the source file. */
export const programVersion: string = (() => {
  for (const up of ["../../package.json", "../../../package.json"]) {
    try {
      const read: unknown = JSON.parse(readFileSync(new URL(up, import.meta.url), "utf8"));
      if (typeof read === "object" && read !== null && "version" in read) return String(read.version);
    } catch {
      continue;
    }
  }
  return "unknown";
})();
