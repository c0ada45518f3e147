import { describe, expect, test } from "vitest";
import type { RecipeFile } from "../../src/protocol/recipe-file.ts";
import type { BroughtFile } from "../../web/import/brought.ts";
import type { KeptImport } from "../../web/import/kept-import.ts";
import type { FromImport, ToImport } from "../../web/import/messages.ts";
import { ImportSession } from "../../web/import/session.ts";

/** A worker that answers only what the test has it say, and a browser that keeps what it is given. */
function drawnSession(before?: KeptImport) {
  const workers: { heard: ToImport[]; ended: boolean; say: (message: FromImport) => void }[] = [];
  let kept = before;
  let made: readonly BroughtFile[] | undefined;
  const session = new ImportSession(
    () => {
      const listeners: ((event: MessageEvent<FromImport>) => void)[] = [];
      const worker = {
        heard: [] as ToImport[],
        ended: false,
        say: (data: FromImport) => listeners.forEach((hear) => hear({ data } as MessageEvent<FromImport>)),
        postMessage: (message: ToImport) => void worker.heard.push(message),
        terminate: () => void (worker.ended = true),
        addEventListener: (kind: "message" | "error", hear: (event: MessageEvent<FromImport>) => void) =>
          void (kind === "message" && listeners.push(hear)),
      };
      workers.push(worker);
      return worker;
    },
    {
      read: () => Promise.resolve(kept),
      keep: (given) => {
        kept = given;
        return Promise.resolve(true);
      },
      readMade: () => Promise.resolve(made),
      keepMade: (given) => {
        made = given;
        return Promise.resolve(true);
      },
      forget: () => {
        kept = made = undefined;
        return Promise.resolve();
      },
    },
  );
  return { session, workers, kept: () => kept, made: () => made };
}

const file = (path: string): BroughtFile => ({ path, blob: new Blob([path]) });
const recipeOf = (...names: readonly string[]): RecipeFile => ({
  format: "skoledistrikt-recipe",
  version: 1,
  districts: "as-named",
  files: names.map((each) => ({ file: each, is: "left-out" })),
});
type Drawn = ReturnType<typeof drawnSession>;
/** Has the worker read and check all that it was asked. */
function finish({ workers }: Drawn, recipe: RecipeFile): void {
  const worker = workers.at(-1)!;
  const ticket = (): number => worker.heard.at(-1)!.ticket;
  if (worker.heard.at(-1)!.kind === "read")
    worker.say({ kind: "read", ticket: ticket(), read: { parts: [], recipe, problems: [] } });
  const checked = { parts: [], recipe, problems: [], step: { kind: "open" as const }, made: [], isSound: true };
  worker.say({ kind: "checked", ticket: ticket(), checked });
}

describe("files on their way to a case, given up", () => {
  test("at the first of them are as if none had been brought", () => {
    const drawn = drawnSession();
    drawn.session.bring([file("veje.geojson")], "da");
    drawn.session.stop();
    expect(drawn.workers.map(({ ended }) => ended)).toEqual([true]);
    expect(drawn.session.state()).toMatchObject({ is: "empty", files: [], wasStopped: true });
    expect(drawn.kept()).toBeUndefined();
  });

  test("after others leave those, what was chosen for them and what was found, in the browser's keeping too", async () => {
    const drawn = drawnSession();
    const { session } = drawn;
    session.bring([file("skoler.csv")], "da");
    const recipe = recipeOf("skoler.csv");
    finish(drawn, recipe);
    const before = session.state();
    session.bring([file("veje.geojson")], "da");
    const other = recipeOf("skoler.csv", "veje.geojson");
    const [worker] = drawn.workers;
    const ticket = worker.heard.at(-1)!.ticket;
    worker.say({ kind: "read", ticket, read: { parts: [], recipe: other, problems: [] } });
    session.choose(recipeOf("veje.geojson"));
    session.stop();
    expect(session.state()).toEqual({ ...before, wasStopped: true });
    expect(drawn.kept()).toEqual({ files: before.files, recipe });
    // What the ended worker still had to say is not heard.
    worker.say({ kind: "failed", ticket, reason: "late" });
    expect(session.state().is).toBe("checked");
    // And whatever is chosen next is worked at from the files, since the worker is gone.
    session.choose(recipe);
    expect(drawn.workers[1].heard).toMatchObject([{ kind: "read", files: before.files, known: { recipe } }]);
  });

  test("are asked for their faulty rows once a new worker has read them again", async () => {
    const drawn = drawnSession();
    const { session } = drawn;
    session.bring([file("skoler.csv")], "da");
    finish(drawn, recipeOf("skoler.csv"));
    session.choose(recipeOf("skoler.csv"));
    session.stop();
    const tables = session.faults("da", "mend");
    finish(drawn, recipeOf("skoler.csv"));
    await Promise.resolve();
    await Promise.resolve();
    const worker = drawn.workers[1];
    expect(worker.heard.map(({ kind }) => kind)).toEqual(["read", "check", "faults"]);
    worker.say({ kind: "faults", ticket: worker.heard.at(-1)!.ticket, files: [] });
    expect(await tables).toEqual([]);
  });

  test("that were kept from before stay kept, unread until they are asked for", async () => {
    const kept = { files: [file("veje.geojson")], recipe: recipeOf("veje.geojson") };
    const drawn = drawnSession(kept);
    await drawn.session.resume("da");
    drawn.session.stop();
    expect(drawn.session.state()).toMatchObject({ is: "unread", ...kept });
    expect(drawn.kept()).toEqual(kept);
    drawn.session.again("da");
    expect(drawn.workers[1].heard).toMatchObject([{ kind: "read", files: kept.files }]);
  });
});

test("what is being read is told as the worker tells it, and no longer than it lasts", () => {
  const drawn = drawnSession();
  drawn.session.bring([file("veje.geojson")], "da");
  const [worker] = drawn.workers;
  const step = { doing: "read", file: "veje.geojson", number: 1, count: 1 } as const;
  worker.say({ kind: "step", ticket: worker.heard[0].ticket, step });
  expect(drawn.session.state().doing).toEqual(step);
  worker.say({ kind: "read", ticket: 1, read: { parts: [], recipe: recipeOf("veje.geojson"), problems: [] } });
  expect(drawn.session.state()).toMatchObject({ is: "checking", doing: undefined });
});

test("an opened case stays kept while its files are changed, and one whose opening is stopped leaves the one before", async () => {
  const { session, made } = drawnSession();
  const [first, second] = [[file("sites.csv")], [file("pupils.csv")]];
  await session.keepMade(first);
  session.bring([file("veje.geojson")], "da");
  session.choose(recipeOf("veje.geojson"));
  expect(made()).toBe(first);
  const takeBack = await session.keepMade(second);
  expect(made()).toBe(second);
  await takeBack();
  expect(made()).toBe(first);
});
