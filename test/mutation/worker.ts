/** Runs a folder's tests against one mutant after the other; nothing on disk is changed. */
import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { createVitest, type TestSpecification, type Vitest } from "vitest/node";
import { importsAway } from "./imports.ts";
import { type Mutant, withMutant } from "./mutants.ts";

export interface Order {
  readonly tests: readonly string[];
  /** Without one the tests run as they are, which they must pass. */
  readonly mutant?: Mutant;
}

export interface Reply {
  /** Test files that failed. */
  readonly failed: readonly string[];
  /** Errors outside any test. */
  readonly errors: number;
}

let mutant: Mutant | undefined;
let vitest: Vitest | undefined;

/** As given: the nearest test is the likeliest to catch a fault. */
class AsGiven {
  sort = (files: TestSpecification[]): TestSpecification[] => files;
  shard = this.sort;
}

const open = (): Promise<Vitest> =>
  createVitest(
    "test",
    {
      // Not the page's: its projects would run tests in processes of their own, which know nothing of the mutant.
      config: false,
      root: resolve("."),
      include: ["test/**/*.test.ts"],
      testTimeout: 120_000,
      watch: false,
      bail: 1,
      reporters: [{}],
      maxWorkers: 1,
      // One process for all files of a run, so that what they share is read once.
      isolate: false,
      pool: "threads",
      globalSetup: [],
      coverage: { enabled: false },
      sequence: { sequencer: AsGiven },
    },
    {
      plugins: [
        {
          name: "mutant",
          enforce: "pre",
          load: (id) =>
            mutant && id === resolve(mutant.file) ? withMutant(readFileSync(mutant.file, "utf8"), mutant) : undefined,
        },
      ],
    },
  );

/** Only test files that import the file, through however many others; the most direct first. */
function nearestFirst(specifications: readonly TestSpecification[], file: string): TestSpecification[] {
  return specifications
    .map((specification) => ({ specification, away: importsAway(specification.moduleId, file) }))
    .filter(({ away }) => away < Infinity)
    .toSorted((a, b) => a.away - b.away)
    .map(({ specification }) => specification);
}

process.on("message", ({ tests, mutant: next }: Order) => {
  void (async () => {
    vitest ??= await open();
    for (const file of [mutant?.file, next?.file]) if (file !== undefined) vitest.invalidateFile(resolve(file));
    mutant = next;
    vitest.state.filesMap.clear();
    const specifications = await vitest.globTestSpecifications([...tests]);
    const reaching = next ? nearestFirst(specifications, resolve(next.file)) : specifications;
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(reaching);
    const failed = testModules.filter((module) => !module.ok()).map(({ moduleId }) => relative(".", moduleId));
    process.send?.({ failed, errors: unhandledErrors.length } satisfies Reply);
  })();
});
