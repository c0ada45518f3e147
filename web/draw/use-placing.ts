import { useMemo } from "react";
import { type Position, siteName } from "../../src/index.ts";
import { unitFinder } from "../map/unit-finder.ts";
import type { Placing } from "../state/drawing.ts";
import { chosenProposal } from "../state/chosen.ts";
import { caseView } from "../state/selectors.ts";
import { useStore } from "../state/store.ts";
import { noteText } from "../i18n/notes.ts";
import { useNewSchool } from "./use-new-school.ts";

interface Placer {
  /** The next click on the map places a new school, or one that moves. */
  readonly begin: (site: Placing["site"]) => void;
  readonly put: (at: Position) => void;
  /** A school of the plan stands there from now on. */
  readonly move: (site: number, to: Position) => void;
  readonly cancel: () => void;
}

/** Gives schools a place on the map: a new one is asked about there, one that moves is there at once. */
export function usePlacing(): Placer {
  const store = useStore();
  const { moveTo } = useNewSchool();
  return useMemo(() => {
    const set = (placing: Placing | undefined): void => store.dispatch({ kind: "drawing", change: { placing } });
    /** The unit of a place; told on the page where there is none. */
    const unitAt = async ({ lon, lat }: Position): Promise<number | undefined> => {
      const view = caseView(store.state());
      const unit = view && (await unitFinder(view.units)).at(lon, lat);
      const outcome = { kind: "refused", lines: [noteText("newSchool.outside")] } as const;
      store.dispatch({ kind: "outcome", outcome: unit === undefined ? outcome : undefined });
      return unit;
    };
    const move = async (site: number, to: Position): Promise<void> => {
      if ((await unitAt(to)) !== undefined) moveTo(site, to);
    };
    const put = async (at: Position): Promise<void> => {
      const unit = await unitAt(at);
      const { placing } = store.state().drawing;
      if (unit === undefined || !placing) return;
      if (placing.site === "new") return set({ ...placing, at: { ...at, unit } });
      set(undefined);
      return moveTo(placing.site, at);
    };
    return {
      begin: (site) => {
        store.dispatch({ kind: "look", lookedAt: undefined });
        store.dispatch({ kind: "choose", change: { view: "plan", surface: "map" } });
        store.dispatch({ kind: "drawing", change: { tool: "look", placing: { site } } });
        const draft = chosenProposal(store.state())?.draft;
        const where =
          site === "new" || !draft
            ? noteText("newSchool.where")
            : noteText("newSchool.whereSite", { site: siteName(draft, site) });
        store.dispatch({ kind: "outcome", outcome: { kind: "done", lines: [where] } });
      },
      put: (at) => void put(at),
      move: (site, to) => void move(site, to),
      cancel: () => {
        set(undefined);
        store.dispatch({ kind: "outcome", outcome: undefined });
      },
    };
  }, [store, moveTo]);
}
