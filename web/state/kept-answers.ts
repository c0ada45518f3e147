import type { OpenCase } from "../../src/index.ts";
import type { CaseFileBytes, CaseView, MapScenery, PlanEffects, PlanList } from "../worker/messages.ts";
import { chosenDocument, effectsKey } from "./chosen.ts";
import { planList } from "./selectors.ts";
import type { AppState } from "./app-state.ts";
import type { Store } from "./store.ts";

/** What the page shows first of a case: kept in the browser, so that it is there at once the next time. */
interface KeptAnswer {
  readonly scenery: MapScenery;
  readonly view: CaseView;
  readonly list: PlanList;
  readonly effects: readonly [key: string, effects: PlanEffects];
}

/** An answer, and the case that it is of as a worker opened it: read only once the answer is seen. */
export interface Kept {
  readonly answer: KeptAnswer;
  /** Undefined where it is gone. */
  readonly opened: () => Promise<OpenCase | undefined>;
}

const DATABASE = "skoledistrikt";
const STORE = "answers";

/**
 * Names the answer to these files by this build of the page; another file or another build has another name. Undefined where
 * the browser keeps nothing: the page is being developed, or came over a line that is not secure.
 */
export async function answerName(files: readonly CaseFileBytes[], build: string): Promise<string | undefined> {
  if (!("subtle" in crypto) || !("indexedDB" in window)) return undefined;
  const hashes = await Promise.all(files.map(({ bytes }) => crypto.subtle.digest("SHA-256", bytes)));
  return [build, ...files.map(({ path }, i) => `${path} ${hex(hashes[i])}`)].join("\n");
}

const hex = (hash: ArrayBuffer): string =>
  [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** What was kept under a name; undefined where nothing was, or where the browser lets nothing be kept. */
export async function keptOf(name: string): Promise<Kept | undefined> {
  const answer = await read(name);
  if (!isAnswer(answer)) return undefined;
  return {
    answer,
    opened: async () => {
      const opened = await read(caseName(name));
      return isOpenCase(opened) ? opened : undefined;
    },
  };
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

/**
 * The answer that may be kept as the page now stands: a whole one, at the case's own prices. "never" where the case does not
 * say that its pupils are synthetic: figures of real pupils are never left behind in a browser.
 */
export function answerToKeep(state: AppState): KeptAnswer | "not yet" | "never" {
  const { caseState } = state;
  const list = planList(state);
  const plan = chosenDocument(state);
  if (caseState.status !== "open") return "not yet";
  const { scenery, view } = caseState;
  const { costs, touching } = state.choice;
  if (!view.notice || costs.length > 0 || touching.length > 0) return "never";
  const key = plan && effectsKey(state, plan);
  const effects = key === undefined ? undefined : state.effects.get(key);
  if (!list || key === undefined || !effects) return "not yet";
  return { scenery, view, list, effects: [key, effects] };
}

/** Keeps the first answer once it is whole, and the case that it is of, in place of any before it. */
export function keepFirstAnswer(
  store: Store,
  openedCase: () => OpenCase | undefined,
  name: string,
  put: typeof keep = keep,
): void {
  const end = store.subscribe(() => {
    const answer = answerToKeep(store.state());
    if (answer === "not yet") return;
    end();
    const opened = openedCase();
    if (answer !== "never" && opened) requestIdleCallback(() => void put(name, answer, opened), { timeout: 3000 });
  });
}

async function keep(name: string, answer: KeptAnswer, opened: OpenCase): Promise<void> {
  try {
    const database = await open();
    const answers = database.transaction(STORE, "readwrite").objectStore(STORE);
    answers.clear();
    answers.put(opened, caseName(name));
    await done(answers.put(answer, name));
    performance.mark("answer-kept");
    database.close();
  } catch {
    // A browser that keeps nothing computes anew the next time.
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
