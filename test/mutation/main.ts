/**
 * `npm run mutation -- [--mutants N] [--seed S] [--folder evaluate|rules|import|state]`: plants a seeded sample of small faults,
 * one at a time, and counts how many the tests of the folder catch. Prints the ones that pass unseen.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { seededRandom } from "../../src/kernels/random.ts";
import { type Answer, forked } from "../programs/forked.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";
import type { Order, Reply } from "./worker.ts";

interface Folder {
  readonly name: string;
  readonly source: string;
  /** Tests that are to catch its faults, as vitest filters them. */
  readonly tests: readonly string[];
}

const FOLDERS: readonly Folder[] = [
  {
    name: "evaluate",
    source: "src/evaluate",
    tests: [
      "test/evaluate/",
      "test/rules/",
      "test/cost/",
      "test/solve/rules",
      "test/report/sentences",
      "test/oracle/capacity",
    ],
  },
  {
    name: "rules",
    source: "src/rules",
    tests: ["test/rules/", "test/evaluate/", "test/report/calendar", "test/travel/hazard"],
  },
  { name: "import", source: "src/import", tests: ["test/import/", "test/data/lattice"] },
  { name: "state", source: "web/state", tests: ["test/web/"] },
];

/** Wordings, and what is there for tests to look into. */
const NOT_TESTED = /texts|testing/;

/** A mutant may take so many times as long as the folder's tests as they are; one that makes them run on for ever is seen. */
const TIMES_AS_LONG = 3;
/** Shortest and longest time that one mutant is given, in milliseconds. */
const [LEAST, MOST] = [60_000, 240_000];
/** Longest time for a folder's tests as they are. */
const LONGEST_BEFORE = 1_200_000;

const { values } = parseArgs({
  options: {
    mutants: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
    folder: { type: "string" },
  },
});

function sampleOf(folder: Folder, size: number, seed: number): readonly Mutant[] {
  const files = readdirSync(folder.source, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !NOT_TESTED.test(path))
    .toSorted();
  const all = files.flatMap((path) => {
    const file = join(folder.source, path);
    return mutantsOf(file, readFileSync(file, "utf8"));
  });
  const random = seededRandom(seed);
  return all
    .map((mutant) => ({ mutant, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, size)
    .map(({ mutant }) => mutant);
}

const worker = forked<Order, Reply>(join(import.meta.dirname, "worker.js"), {
  stdio: ["ignore", "ignore", "ignore", "ipc"],
});

/** How one mutant fared: one that makes the tests run on for ever or ends their process is seen too, but no test says so. */
type Fate = "caught by a test" | "too slow" | "ended" | "unseen";

function fateIn(answer: Answer<Reply>): Fate {
  if (answer.kind !== "replied") return answer.kind;
  return answer.reply.failed.length > 0 || answer.reply.errors > 0 ? "caught by a test" : "unseen";
}

type Count = Readonly<Record<Fate, number>>;
const NONE: Count = { "caught by a test": 0, "too slow": 0, ended: 0, unseen: 0 };

function inWords(count: Count): string {
  const byTest = count["caught by a test"];
  const seen = byTest + count["too slow"] + count.ended;
  const all = seen + count.unseen;
  const share = (part: number): string => `${((100 * part) / all).toFixed(1)} %`;
  return `${seen} of ${all} caught (${share(seen)}): ${byTest} by a test (${share(byTest)}), ${count["too slow"]} too slow, ${count.ended} ended`;
}

const size = Number(values.mutants);
const seed = Number(values.seed);
let total = NONE;
for (const folder of FOLDERS.filter(({ name }) => values.folder === undefined || name === values.folder)) {
  const start = Date.now();
  const { tests, name } = folder;
  const asTheyAre = await worker.ask({ tests }, LONGEST_BEFORE);
  if (fateIn(asTheyAre) !== "unseen")
    throw new Error(`the tests of ${name} fail as they are: ${JSON.stringify(asTheyAre)}`);
  const longest = Math.min(MOST, Math.max(LEAST, TIMES_AS_LONG * (Date.now() - start)));
  let count = NONE;
  for (const mutant of sampleOf(folder, size, seed)) {
    const fate = fateIn(await worker.ask({ tests, mutant }, longest));
    count = { ...count, [fate]: count[fate] + 1 };
    total = { ...total, [fate]: total[fate] + 1 };
    if (fate !== "caught by a test")
      console.log(
        `${fate}: ${mutant.file}:${mutant.line} ${JSON.stringify(mutant.was)} -> ${JSON.stringify(mutant.becomes)}`,
      );
  }
  console.log(`${name}: ${inWords(count)}, ${Math.round((Date.now() - start) / 1000)} s`);
}
worker.stop();
console.log(`Node ${process.versions.node}, seed ${seed}: ${inWords(total)}`);
process.exit(0);
