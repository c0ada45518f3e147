/** Runs a folder's tests against one mutant after the other; nothing on disk is changed. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createVitest, type Vitest } from "vitest/node";
import { type Mutant, withMutant } from "./mutants.ts";

export interface Order {
  readonly tests: readonly string[];
  /** Without one the tests run as they are, which they must pass. */
  readonly mutant?: Mutant;
}

let mutant: Mutant | undefined;
let vitest: Vitest | undefined;

const open = (): Promise<Vitest> =>
  createVitest(
    "test",
    { watch: false, bail: 1, reporters: [{}], maxWorkers: 1, globalSetup: [], coverage: { enabled: false } },
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

process.on("message", ({ tests, mutant: next }: Order) => {
  void (async () => {
    vitest ??= await open();
    for (const file of [mutant?.file, next?.file]) if (file !== undefined) vitest.invalidateFile(resolve(file));
    mutant = next;
    vitest.state.filesMap.clear();
    const specifications = await vitest.globTestSpecifications([...tests]);
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
    const caught = unhandledErrors.length > 0 || testModules.some((module) => !module.ok());
    process.send?.({ caught });
  })();
});
