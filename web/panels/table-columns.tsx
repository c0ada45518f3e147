import { type ReactNode, useCallback } from "react";
import type { Cell, Draft } from "../../src/index.ts";
import type { Voice } from "../i18n/say.ts";
import type { Picture } from "../map/picture.ts";
import type { LookedAt } from "../state/app-state.ts";
import type { PagePlan } from "../state/plans.ts";
import type { Walk } from "../state/plan-sites.ts";
import { heightOf } from "../state/shown.ts";
import { useStore } from "../state/store.ts";
import type { CaseView, MapScenery, PlanEffects } from "../worker/messages.ts";

/** A table as columns; cells and sort keys are worked out when a row comes into sight. */
export interface TableRows {
  readonly count: number;
  readonly columns: readonly TableColumn[];
}

export interface TableColumn {
  readonly key: string;
  readonly title: string;
  readonly kind: "text" | "number";
  readonly cell: (row: number) => ReactNode;
  readonly sortKey: (row: number) => string | number;
}

export interface TableContext {
  readonly voice: Voice;
  readonly view: CaseView;
  readonly walk: Walk;
  readonly chosen: PagePlan | undefined;
  /** The plan looked at, while it is drawn on. */
  readonly drawn?: Draft | undefined;
  readonly effects: PlanEffects | undefined;
  readonly scenery: MapScenery;
  readonly today: Picture;
  readonly picture: Picture;
  readonly onMap: (lookedAt: LookedAt) => void;
}

export const text = (key: string, title: string, of: (row: number) => string): TableColumn => ({
  key,
  title,
  kind: "text",
  cell: of,
  sortKey: of,
});

export const numeric = (
  key: string,
  title: string,
  of: (row: number) => number | undefined,
  write: (value: number) => string,
): TableColumn => ({
  key,
  title,
  kind: "number",
  cell: (row) => {
    const value = of(row);
    return value === undefined || !Number.isFinite(value) ? "-" : write(value);
  },
  sortKey: (row) => of(row) ?? -1,
});

/** A column of pupils as they may be told; small groups sort alike. */
export const told = (key: string, title: string, of: (row: number) => Cell, { cell }: Voice): TableColumn => ({
  key,
  title,
  kind: "number",
  cell: (row) => cell(of(row)),
  sortKey: (row) => heightOf(of(row)),
});

/** The district of a school by name. */
export const districtIn = ({ districts, districtOfSite }: Picture, site: number | undefined): string =>
  (site === undefined ? undefined : districts[districtOfSite[site]]?.name) ?? "-";

/** Shows a school or an area on the map and keeps its facts in sight. */
export function useOnMap(): (lookedAt: LookedAt) => void {
  const store = useStore();
  return useCallback(
    (lookedAt) => {
      store.dispatch({ kind: "look", lookedAt });
      store.dispatch({ kind: "choose", change: { surface: "map" } });
    },
    [store],
  );
}

interface OnMapProps {
  readonly hint: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

export function OnMap({ hint, onClick, children }: OnMapProps): ReactNode {
  return (
    <button type="button" className="on-map" title={hint} onClick={onClick}>
      {children}
    </button>
  );
}
