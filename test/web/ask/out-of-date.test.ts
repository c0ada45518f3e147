import { createElement, type ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { assume, changeAssumption } from "../../../src/index.ts";
import { FIRST_FORM } from "../../../web/ask/form.ts";
import { SpeakingProvider } from "../../../web/i18n/say.ts";
import { OutOfDate } from "../../../web/panels/ask/OutOfDate.tsx";
import { session } from "../../../web/panels/ask/session-context.ts";
import { chosenDocument, chosenProposal } from "../../../web/state/chosen.ts";
import { StoreContext } from "../../../web/state/store.ts";
import { editsOfText } from "../../../web/worker/cost-edits.ts";
import { openPage } from "../proposals/page.ts";

const NOTE = { da: "antaget", en: "assumed" };

test("an answer says that it is from before what changed since: prices, what the proposal assumes or the plan; and not where all is as it was", async () => {
  const { store, studio, view } = await openPage();
  studio.begin(view.plans[0], "Today");
  const draft = () => chosenProposal(store.state())!.draft;
  const asked = { form: FIRST_FORM, question: { kind: "reassign" }, base: chosenDocument(store.state())!, costs: "" };
  session.show(asked as never, { status: "answered", answer: { status: "answered", plans: [], seconds: 1 } });
  const told = (): string => {
    const panel: ReactElement = createElement(
      SpeakingProvider,
      null,
      createElement(OutOfDate, { onAsk: () => undefined }),
    );
    return renderToString(createElement(StoreContext, { value: store }, panel));
  };
  expect(told()).toBe("");
  studio.rename("Mit");
  expect(told()).toBe("");
  studio.edit(assume(draft(), { kind: "cost", name: "Taxa", kroner: 400_000, per: "year" }), NOTE);
  expect(told()).toContain("det, den går ud fra");
  const [id] = draft().assumptions.keys();
  studio.edit(changeAssumption(draft(), id, undefined), NOTE);
  studio.undo();
  studio.undo();
  expect(told()).toBe("");
  store.dispatch({ kind: "choose", change: { costs: editsOfText("realisation_0.4_0.5_0.6") } });
  expect(told()).toContain("priserne er ændret");
});
