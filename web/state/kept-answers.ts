import type { CaseFileBytes } from "../worker/messages.ts";
import { type KeptAnswer, keptAnswer } from "../worker/kept-store.ts";
import { chosenDocument, effectsKey } from "./chosen.ts";
import { planList } from "./selectors.ts";
import type { AppState } from "./app-state.ts";
import type { Store } from "./store.ts";
import { whenIdle } from "./when-idle.ts";

/** An answer, and the name under which the worker that measures finds the case that it is of. */
export interface Kept {
  readonly name: string;
  readonly answer: KeptAnswer;
}

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
  const answer = await keptAnswer(name);
  return answer && { name, answer };
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

/** Has the first answer kept once it is whole. */
export function keepFirstAnswer(store: Store, keep: (answer: KeptAnswer) => void): void {
  const end = store.subscribe(() => {
    const answer = answerToKeep(store.state());
    if (answer === "not yet") return;
    end();
    if (answer !== "never") void whenIdle(3000).then(() => keep(answer));
  });
}
