/** Makes attempts one after the other as the parent names them; the parent notices when one never ends. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { About } from "../programs/forked.ts";
import { diceOf, type Find, type Kind, type Tally } from "./attempt.ts";
import { commandLines, tally as ofCommands } from "./commands.ts";
import { allFiles, pupilTables, shippedFiles, tally as ofFiles } from "./files.ts";
import { damagedExtracts, tally as ofExtracts } from "./osm.ts";
import { damagedFormats, damagedGeoJson, damagedOne, tally as ofFormats } from "./formats.ts";
import { brokenPlans, tally as ofPlans } from "./plans.ts";
import { damagedTimetables, tally as ofTimetables } from "./timetable.ts";
import { randomQuestions, tally as ofQuestions } from "./questions.ts";

const KINDS: readonly (readonly [Kind, Tally])[] = [
  [allFiles, ofFiles],
  [shippedFiles, ofFiles],
  [damagedExtracts, ofExtracts],
  [damagedFormats, ofFormats],
  ...[...damagedOne, damagedGeoJson].map((kind) => [kind, ofFormats] as const),
  [damagedTimetables, ofTimetables],
  [pupilTables, ofFiles],
  [brokenPlans, ofPlans],
  [randomQuestions, ofQuestions],
  [commandLines, ofCommands],
];

/** Files of a find, put where a person can run them. */
function keep(find: Find, kind: string, seed: number): string {
  if (!find.files) return "";
  const folder = join("dist/fuzz", `${kind}-${seed}`);
  for (const [path, bytes] of find.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return ` (${folder})`;
}

export interface Order {
  readonly kind: string;
  readonly seed: number;
}

export interface Reply {
  readonly find?: string;
  readonly tally: string;
}

process.on("message", ({ kind: name, seed }: Order) => {
  const [kind, tally] = KINDS.find(([{ name: known }]) => known === name)!;
  void (async () => {
    const find = await kind
      .attempt(diceOf(seed), (about) => process.send?.({ about } satisfies About))
      .catch((error: unknown): Find => ({
        what: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }));
    const reply: Reply = {
      tally: String(tally),
      ...(find && { find: `${find.what}${keep(find, name, seed)}` }),
    };
    process.send?.(reply);
  })();
});
