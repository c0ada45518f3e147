import { type Draft, NO_SITE, siteName, type Text } from "../../src/index.ts";
import { chosenProposal } from "../state/chosen.ts";
import type { Drawing } from "../state/drawing.ts";
import type { Store } from "../state/store.ts";
import { noteText } from "../i18n/notes.ts";
import { takeTool } from "./tool-keys.ts";

/** The school of a unit in the lowest of the chosen grades that goes to any. */
export function schoolOf({ plan }: Draft, { bands }: Drawing, unit: number | undefined): number | undefined {
  if (unit === undefined) return undefined;
  const sites = bands.map((band) => plan.assignment[unit * plan.grades.bandCount + band]);
  return sites.find((site) => site !== NO_SITE);
}

/** Which school a click would pick. */
export function pickText(draft: Draft, drawing: Drawing, unit: number | undefined): Text {
  const site = schoolOf(draft, drawing, unit);
  return site === undefined ? noteText("pick.none") : noteText("pick.aim", { site: siteName(draft, site) });
}

/** Paints to the school of a unit from now on. */
export function pickSchool(store: Store, unit: number | undefined): void {
  const state = store.state();
  const draft = chosenProposal(state)?.draft;
  const site = draft && schoolOf(draft, state.drawing, unit);
  if (!draft || site === undefined) {
    store.dispatch({ kind: "outcome", outcome: { kind: "refused", lines: [noteText("pick.none")] } });
    return;
  }
  const said = noteText("pick.done", { site: siteName(draft, site) });
  store.dispatch({ kind: "aim", aim: undefined });
  store.dispatch({ kind: "outcome", outcome: { kind: "done", lines: [said] } });
  takeTool(store, { tool: "paint", site });
}
