import { mkdtempSync, openSync, closeSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeSha256, readCaseFolder } from "../../src/cli/files.ts";
import { readFormats } from "../../src/import/formats/read-formats.ts";
import { importCase } from "../../src/import/import-case.ts";
import { type LargeCase, largeCase } from "./large-case.ts";
import { type Group, inSeconds, peakMemory, processorClock, type Result } from "./measure.ts";

const SIZE: LargeCase = { pupils: 200_000, roads: 500_000, schools: 150, seed: 1 };

/** The largest case that is asked for, from its files on the disk to a case; once, since a program does it once. */
export const importGroup: Group = {
  name: "import",
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), "skoledistrikt-large-"));
    try {
      const written = writeLargeCase(folder, SIZE);
      const [started, worked] = [performance.now(), processorClock()];
      const files = await readFormats(await readCaseFolder(folder));
      const { value, issues } = importCase(files, { sha256: nodeSha256 });
      const [clock, cpu] = [performance.now() - started, worked()];
      if (!value) throw new Error(JSON.stringify(issues));
      const { units, roads, pupils } = value.notes;
      const on = `${pupils.placed} pupils, ${roads.lines} roads, ${units.count} cells, ${Math.round(written / 2 ** 20)} MB of files, seed ${SIZE.seed}`;
      return [
        { what: "import of a large case, by the clock", on, value: inSeconds(clock), target: "10 s" },
        { what: "the same, of processor", on, value: inSeconds(cpu), target: "" },
        { what: "memory at most, writing the files included", on, value: peakMemory(), target: "1024 MB" },
      ] satisfies readonly Result[];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Writes the files piece by piece; returns how many bytes they are. */
export function writeLargeCase(folder: string, size: LargeCase): number {
  let bytes = 0;
  for (const [path, content] of largeCase(size)) {
    const file = openSync(join(folder, path), "w");
    let waiting: string[] = [];
    const write = (): void => {
      bytes += writeSync(file, waiting.join(""));
      waiting = [];
    };
    for (const part of content) if (waiting.push(part) === 10_000) write();
    write();
    closeSync(file);
  }
  return bytes;
}
