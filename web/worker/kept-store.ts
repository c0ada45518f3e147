import type { OpenCase } from "../../src/index.ts";
import type { CaseView, MapScenery } from "./case-messages.ts";
import type { PlanList } from "./list-messages.ts";
import type { PlanEffects } from "./plan-effects.ts";

/** What the page shows first of a case: kept in the browser, so that it is there at once the next time. */
export interface KeptAnswer {
  readonly scenery: MapScenery;
  readonly view: CaseView;
  readonly list: PlanList;
  readonly effects: readonly [key: string, effects: PlanEffects];
}

const DATABASE = "skoledistrikt";
const STORE = "answers";

/** The answer that was kept under a name; undefined where none was, or where the browser lets nothing be kept. */
export async function keptAnswer(name: string): Promise<KeptAnswer | undefined> {
  const found = await read(name);
  return isAnswer(found) ? found : undefined;
}

/** The case that an answer is of, as a worker opened it; undefined where it is gone. */
export async function keptCase(name: string): Promise<OpenCase | undefined> {
  const found = await read(caseName(name));
  return isOpenCase(found) ? found : undefined;
}

/** The case is a value of its own, so that its tables keep nobody waiting for the answer. */
const caseName = (name: string): string => `case ${name}`;

async function read(name: string): Promise<unknown> {
  try {
    const database = await open();
    const found: unknown = await done(database.transaction(STORE).objectStore(STORE).get(name));
    database.close();
    return found;
  } catch {
    return undefined;
  }
}

/** Keeps an answer and its case in place of any before them; says whether the browser let it. */
export async function keepAnswer(name: string, answer: KeptAnswer, opened: OpenCase): Promise<"kept" | "not kept"> {
  try {
    const database = await open();
    const answers = database.transaction(STORE, "readwrite").objectStore(STORE);
    answers.clear();
    answers.put(opened, caseName(name));
    await done(answers.put(answer, name));
    database.close();
    return "kept";
  } catch {
    // A browser that keeps nothing computes anew the next time.
    return "not kept";
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener("upgradeneeded", () => request.result.createObjectStore(STORE));
  return done(request);
}

const done = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("nothing is kept")));
  });

/** The name holds the build that wrote it, so what lies under it has this build's shape. */
const isAnswer = (found: unknown): found is KeptAnswer =>
  typeof found === "object" && found !== null && "view" in found && "list" in found && "effects" in found;

const isOpenCase = (found: unknown): found is OpenCase =>
  typeof found === "object" && found !== null && "basis" in found && "plans" in found;
