import { useEffect, useEffectEvent, useMemo } from "react";
import type { Position } from "../../src/index.ts";
import { unitFinder } from "../map/unit-finder.ts";
import type { Drawing } from "../state/drawing.ts";
import { caseView } from "../state/selectors.ts";
import { type Store, useStore } from "../state/store.ts";
import { noteText } from "../i18n/notes.ts";

interface Marker {
  /** One more place of a stretch; of dwellings another in place of the one before. */
  readonly put: (at: Position) => void;
  readonly takeLast: () => void;
}

/** What is changed, and its places so far. */
interface Known {
  readonly id: string;
  readonly at: readonly Position[];
}

type Kind = NonNullable<Drawing["marking"]>["kind"];

/** Gives what is assumed its places on the map. */
export function useMarking(): Marker {
  const store = useStore();
  return useMemo(() => markerOf(store), [store]);
}

/** As long as something stands on the page, the map's clicks are the places of what it adds, or of what it changes. */
export function useMarkingOf(kind: Kind, known?: Known): void {
  const store = useStore();
  const begin = useEffectEvent(() => ({ kind, at: known?.at ?? [], ...(known && { of: known.id }) }));
  useEffect(() => {
    const mark = (marking: Drawing["marking"]): void =>
      store.dispatch({ kind: "drawing", change: { tool: "look", placing: undefined, marking } });
    store.dispatch({ kind: "look", lookedAt: undefined });
    store.dispatch({ kind: "choose", change: { view: "plan", surface: "map" } });
    mark(begin());
    return () => mark(undefined);
  }, [store]);
}

function markerOf(store: Store): Marker {
  const set = (at: readonly Position[]): void => {
    const { marking } = store.state().drawing;
    if (marking) store.dispatch({ kind: "drawing", change: { tool: "look", marking: { ...marking, at } } });
  };
  const put = async (at: Position): Promise<void> => {
    const view = caseView(store.state());
    const finder = view && (await unitFinder(view.units));
    const { marking } = store.state().drawing;
    if (!finder || !marking) return;
    if (marking.kind === "housing" && finder.at(at.lon, at.lat) === undefined) {
      const why = noteText("assume.housing.outside");
      store.dispatch({ kind: "outcome", outcome: { kind: "refused", lines: [why] } });
      return;
    }
    store.dispatch({ kind: "outcome", outcome: undefined });
    set(marking.kind === "housing" ? [at] : [...marking.at, at]);
  };
  return {
    put: (at) => void put(at),
    takeLast: () => set(store.state().drawing.marking?.at.slice(0, -1) ?? []),
  };
}
