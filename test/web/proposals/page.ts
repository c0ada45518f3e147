import { openCase } from "../../../src/index.ts";
import { evaluatePlan } from "../../../src/evaluate/evaluate.ts";
import { openStudio } from "../../../web/proposals/studio.ts";
import type { Windows } from "../../../web/proposals/windows.ts";
import { FIRST_CHOICE } from "../../../web/state/choice.ts";
import { startingState } from "../../../web/state/state.ts";
import { createStore } from "../../../web/state/store.ts";
import { caseViewOf } from "../../../web/worker/case-view.ts";
import type { CaseView } from "../../../web/worker/messages.ts";
import { tinyCase } from "../../cases/tiny.ts";
import { scenery } from "../drawn-page.ts";
import { keptInMemory } from "./kept-in-memory.ts";

export const opened = openCase(tinyCase()).value!;
const views = new Map<string, CaseView>();
function viewOf(of: typeof opened, dataHash: string): CaseView {
  const key = `${of.dataHash} ${dataHash}`;
  const view = views.get(key) ?? caseViewOf({ ...of, dataHash }, evaluatePlan(of.basis, of.basis.baseline), []);
  views.set(key, view);
  return view;
}

interface Shared {
  readonly of: typeof opened;
  readonly dataHash: string;
  readonly kept: ReturnType<typeof keptInMemory>;
  readonly windows: Windows;
}

/** A page with a case and what was kept before, told of by the windows it shares a browser with. */
export async function openPage({
  of = opened,
  dataHash = of.dataHash,
  kept = keptInMemory(),
  windows,
}: Partial<Shared> = {}) {
  const store = createStore(startingState(FIRST_CHOICE));
  const view = viewOf(of, dataHash);
  store.dispatch({ kind: "case", caseState: { status: "open", scenery, view } });
  const studio = openStudio(store, kept.storage, windows, kept.grounds, async () => of);
  await studio.open();
  const all = () => [...store.state().proposals!.values()];
  return { studio, store, view, kept, all };
}
