import { createElement, type ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { assignPairs, NO_SITE, setLock, type Text } from "../../../src/index.ts";
import { deadEndKeys } from "../../../web/draw/dead-ends.ts";
import { stopUnawaited } from "../../../web/draw/finish-stop.ts";
import { lampKey } from "../../../web/draw/lamp-answers.ts";
import { DrawPanel } from "../../../web/panels/draw/DrawPanel.tsx";
import { RoomsContext } from "../../../web/panels/room/rooms-context.ts";
import { SpeakingProvider } from "../../../web/i18n/say.ts";
import { StudioContext } from "../../../web/proposals/studio-context.ts";
import type { AskedOfDraft } from "../../../web/state/app-state.ts";
import { chosenProposal } from "../../../web/state/chosen.ts";
import { stepKey } from "../../../web/state/drawn-key.ts";
import { StoreContext } from "../../../web/state/store.ts";
import { WorkersContext } from "../../../web/state/workers-context.ts";
import { openPage } from "../proposals/page.ts";

const NOTE: Text = { da: "tegnet", en: "drawn" };

/** A proposal that leaves somebody without a school, and the page's panel for it, each time laid out anew. */
async function unfinished() {
  const page = await openPage();
  const { store, studio, view } = page;
  studio.begin(view.plans[0], "Today");
  const proposal = () => chosenProposal(store.state())!;
  const lived = [...view.units.unitBand.keys()].filter((pair) => view.units.unitBand[pair] > 0).slice(0, 40);
  studio.edit(assignPairs(proposal().draft, lived, NO_SITE).changes, NOTE);
  const stopRepair = vi.fn<() => void>();
  stopUnawaited(store, { stopRepair });
  const ask = (change: Omit<AskedOfDraft, "draft">, draft = proposal().draft): void =>
    store.dispatch({ kind: "asked", draft, change });
  const within = [
    [StoreContext, store],
    [WorkersContext, { repair: () => undefined }],
    [StudioContext, studio],
    [RoomsContext, {}],
  ] as unknown as readonly (readonly [React.Context<unknown>, unknown])[];
  const panel = createElement(SpeakingProvider, null, createElement(DrawPanel));
  const laidOut = (): string =>
    renderToString(
      within.reduceRight<ReactElement>((inner, [of, value]) => createElement(of, { value }, inner), panel),
    );
  return { ...page, proposal, ask, stopRepair, laidOut };
}

test("what was asked of a proposal stays wherever and however it is shown, until it is drawn upon or another is looked at", async () => {
  const { store, studio, proposal, ask, stopRepair, laidOut } = await unfinished();
  ask({ finish: "searching", mend: "left", price: { key: "a" } });
  const { asked } = store.state();
  expect(laidOut()).toContain("Regner …");
  store.dispatch({ kind: "tab", tab: "effects" });
  store.dispatch({ kind: "choose", change: { doing: "find" } });
  store.dispatch({ kind: "choose", change: { doing: "draw", view: "plan" } });
  expect(store.state().asked).toBe(asked);
  expect(laidOut()).toContain("Regner …");
  ask({ price: undefined });
  expect(store.state().asked).toMatchObject({ finish: "searching", mend: "left" });
  expect(stopRepair).not.toHaveBeenCalled();

  const before = proposal().draft;
  studio.rename("Mit");
  expect([store.state().asked, stopRepair.mock.calls.length]).toEqual([undefined, 1]);
  // What comes too late is of a draft that nobody looks at.
  ask({ finish: { status: "failed", reason: "" } }, before);
  expect(store.state().asked).toBeUndefined();
  ask({ finish: "searching" });
  studio.duplicate();
  expect([store.state().asked, stopRepair.mock.calls.length]).toEqual([undefined, 2]);
});

test("what was shown to have no way out is said with its rules, and not offered again before something it hangs on is another", async () => {
  const { store, studio, proposal, view, laidOut } = await unfinished();
  const { unitBand } = view.units;
  const end = { status: "impossible", rules: [{ da: "Skolerne har ikke plads", en: "The schools are full" }] } as const;
  store.dispatch({ kind: "dead-end", key: deadEndKeys(proposal(), unitBand, "kept").impossible, end });
  expect(laidOut()).not.toContain("Gør færdigt for mig");
  for (const words of ["Skolerne har ikke plads", "Gør det uden at holde pladserne"])
    expect(laidOut()).toContain(words);
  studio.edit(setLock(proposal().draft, { site: 1 }, true), NOTE);
  expect(laidOut()).toContain("Gør færdigt for mig");
  studio.undo();
  expect(laidOut()).toContain("Skolerne har ikke plads");
});

test("an offer that was left stays left when its step is undone and made again", async () => {
  const { store, studio, proposal, ask } = await unfinished();
  ask({ mend: "left" });
  studio.undo();
  expect(store.state().mends.get(stepKey(proposal()))).toBeUndefined();
  studio.redo();
  expect([store.state().asked, store.state().mends.get(stepKey(proposal()))]).toEqual([undefined, "left"]);
});

test("a plan that cannot be finished as it is locked is not offered to be finished", async () => {
  const { store, proposal, laidOut } = await unfinished();
  const offer = "Gør færdigt for mig";
  expect(laidOut()).toContain(offer);
  const no = { status: "no", conflict: ["a"], smallest: "proven", lacking: [] } as const;
  store.dispatch({ kind: "lamp", key: lampKey(proposal()), answer: no });
  expect(laidOut()).not.toContain(offer);
});
