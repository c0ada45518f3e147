import { useMemo } from "react";
import { assignPairs, changeNewSite, type Position, siteName, takeAwaySite } from "../../src/index.ts";
import { chosenDocument } from "../state/chosen.ts";
import { planWalk } from "../state/plan-sites.ts";
import { caseView } from "../state/selectors.ts";
import { type Store, useStore } from "../state/store.ts";
import { type AskedSchool, nearestPairs, placedSchool } from "./new-school.ts";
import { noteText } from "../i18n/notes.ts";
import { type Edits, useEdits } from "./use-edits.ts";

/** What can be done to a school that the plan adds; each is one step that can be undone. */
interface NewSchoolTools {
  /** In the district that its unit lies in; it is the school looked at from then on. */
  readonly create: (school: AskedSchool, unit: number) => void;
  readonly rename: (site: number, name: string) => void;
  readonly moveTo: (site: number, to: Position) => void;
  /** Its pupils get another school in the same step. */
  readonly takeAway: (site: number) => void;
  /** Gives it the pupils who have the shortest way to it, as far as it has places. */
  readonly fill: (site: number) => void;
}

export function useNewSchool(): NewSchoolTools {
  const store = useStore();
  const edits = useEdits();
  return useMemo(() => ({ ...schoolTools(store, edits), fill: filling(store, edits) }), [store, edits]);
}

function schoolTools(store: Store, { edit, leaving, withDraft }: Edits): Omit<NewSchoolTools, "fill"> {
  const lookAt = (site: number | undefined): void =>
    store.dispatch({
      kind: "look",
      lookedAt: site === undefined ? undefined : { kind: "site", number: site, how: "picked" },
    });
  return {
    create: (school, unit) =>
      withDraft((draft) => {
        const { changes, site } = placedSchool(draft, school, unit);
        if (edit(changes, noteText("edit.schoolNew", { site: school.name }))) lookAt(site);
      }),
    rename: (site, name) =>
      withDraft((draft) => {
        const before = siteName(draft, site);
        edit(changeNewSite(draft, site, { name }), noteText("edit.schoolRenamed", { before, site: name }));
      }),
    moveTo: (site, { lon, lat }) =>
      withDraft((draft) => {
        const note = noteText("edit.schoolMoved", { site: siteName(draft, site) });
        if (edit(changeNewSite(draft, site, { lon, lat }), note)) lookAt(site);
      }),
    takeAway: (site) =>
      withDraft((draft) => {
        const words = { site: siteName(draft, site) };
        const moved = noteText("edit.schoolGoneMoved", words);
        if (!leaving(takeAwaySite(draft, site), noteText("edit.schoolGone", words), { moved })) return;
        lookAt(undefined);
        // New schools behind it have other numbers now: what was to be painted to is chosen anew.
        store.dispatch({ kind: "drawing", change: { tool: "look", site: undefined } });
      }),
  };
}

const filling =
  (store: Store, { edit, withDraft }: Edits): NewSchoolTools["fill"] =>
  (site) =>
    withDraft((draft) => {
      const state = store.state();
      const view = caseView(state);
      if (!view) return;
      const walk = planWalk(view, state.newWays, chosenDocument(state));
      const words = { site: siteName(draft, site) };
      const { changes } = assignPairs(draft, nearestPairs(draft, walk, view.units.unitBand, site), site);
      if (changes.length > 0) edit(changes, noteText("edit.nearest", words));
      else
        store.dispatch({
          kind: "outcome",
          outcome: { kind: "refused", lines: [noteText("newSchool.noneNearer", words)] },
        });
    });
