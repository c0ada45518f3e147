/**
 * `npm run mutation -- [--mutants N] [--seed S] [--folder evaluate|rules|import|state]`: plants a seeded sample of small faults,
 * one at a time, and counts how many the tests of the folder catch. Prints the ones that pass unseen.
 */
import { type ChildProcess, fork } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { seededRandom } from "../../src/kernels/random.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";
import type { Order } from "./worker.ts";

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

/** Longest time for one mutant, in milliseconds; one that makes the tests run on for ever is caught. */
const LONGEST = 240_000;
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
    .filter((path) => /\.tsx?$/.test(path) && !/texts/.test(path))
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

let worker: ChildProcess | undefined;

interface Reply {
  readonly caught: boolean;
  /** Test files that failed. */
  readonly failed: readonly string[];
}

function run(order: Order): Promise<Reply> {
  const child = (worker ??= fork(join(import.meta.dirname, "worker.js"), {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  }));
  return new Promise((resolve) => {
    const end = (answer: Reply, lost: boolean): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      if (lost) {
        child.kill("SIGKILL");
        worker = undefined;
      }
      resolve(answer);
    };
    const timer = setTimeout(
      () => end({ caught: true, failed: ["(too slow)"] }, true),
      order.mutant ? LONGEST : LONGEST_BEFORE,
    );
    child.once("message", (reply: Reply) => end(reply, false));
    child.once("exit", () => end({ caught: true, failed: ["(ended)"] }, true));
    child.send(order);
  });
}

const size = Number(values.mutants);
const seed = Number(values.seed);
let [all, seen] = [0, 0];
for (const folder of FOLDERS.filter(({ name }) => values.folder === undefined || name === values.folder)) {
  const { tests, name } = folder;
  const asTheyAre = await run({ tests });
  if (asTheyAre.caught) throw new Error(`the tests of ${name} fail as they are: ${asTheyAre.failed.join(", ")}`);
  const sample = sampleOf(folder, size, seed);
  let found = 0;
  for (const mutant of sample) {
    if ((await run({ tests, mutant })).caught) found++;
    else
      console.log(
        `unseen: ${mutant.file}:${mutant.line} ${JSON.stringify(mutant.was)} -> ${JSON.stringify(mutant.becomes)}`,
      );
  }
  console.log(`${name}: ${found} of ${sample.length} caught`);
  all += sample.length;
  seen += found;
}
worker?.kill();
console.log(
  `Node ${process.versions.node}, seed ${seed}: ${seen} of ${all} mutants caught, ${((100 * seen) / all).toFixed(1)} %`,
);
process.exit(0);
