import { type ReactNode, useCallback } from "react";
import {
  BAND_COUNT,
  BANDS,
  type BandSet,
  type Cell,
  cellOf,
  formatBands,
  isFew,
  NO_BANDS,
  sum,
} from "../../src/index.ts";
import type { Voice } from "../i18n/say.ts";
import type { Picture } from "../map/picture.ts";
import { nearestPlace } from "../state/places.ts";
import type { LookedAt } from "../state/app-state.ts";
import { useStore } from "../state/store.ts";
import { heightOf } from "../state/shown.ts";
import { overflowAsShown, pupilsAsShown } from "../map/shown-pupils.ts";
import { unitPupils, zoneSite } from "../state/unit-facts.ts";
import type { CaseView, MapScenery, PlanEffects } from "../worker/messages.ts";
import { type PagePlan, todaysPlan } from "../state/plans.ts";
import type { Walk } from "../state/plan-sites.ts";

/** A table as columns; cells and sort keys are worked out when a row comes into sight. */
export interface TableRows {
  readonly count: number;
  readonly columns: readonly TableColumn[];
}

interface TableColumn {
  readonly key: string;
  readonly title: string;
  readonly kind: "text" | "number";
  readonly cell: (row: number) => ReactNode;
  readonly sortKey: (row: number) => string | number;
}

interface TableContext {
  readonly voice: Voice;
  readonly view: CaseView;
  readonly walk: Walk;
  readonly chosen: PagePlan | undefined;
  readonly effects: PlanEffects | undefined;
  readonly scenery: MapScenery;
  readonly today: Picture;
  readonly picture: Picture;
  readonly onMap: (lookedAt: LookedAt) => void;
}

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

const text = (key: string, title: string, of: (row: number) => string): TableColumn => ({
  key,
  title,
  kind: "text",
  cell: of,
  sortKey: of,
});

const numeric = (
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
const told = (key: string, title: string, of: (row: number) => Cell, { cell }: Voice): TableColumn => ({
  key,
  title,
  kind: "number",
  cell: (row) => cell(of(row)),
  sortKey: (row) => heightOf(of(row)),
});

export function districtRows({ voice, view, chosen, effects, picture }: TableContext): TableRows {
  const { say, number, quantity } = voice;
  const { districts } = picture;
  const joined = (row: number): string =>
    view.districts
      .filter(({ sites }) => sites.some((site) => districts[row].sites.includes(site)))
      .map(({ name }) => name)
      .join(", ");
  return {
    count: districts.length,
    columns: [
      text("name", say("table.name"), (row) => districts[row].name),
      text("joins", say("table.joins"), joined),
      numeric("sites", say("table.sites"), (row) => openSites(picture, row), number),
      told("pupils", say("table.pupils"), (row) => pupilsAsShown(picture, chosen).districts[row], voice),
      numeric(
        "farthest",
        say("table.farthest"),
        (row) => (openSites(picture, row) < 2 ? undefined : effects?.districts[row]?.farthest),
        (metres) => quantity(metres, "metres"),
      ),
    ],
  };
}

/** Between fewer than two schools there is no distance. */
const openSites = ({ districts, teaching }: Picture, district: number): number =>
  districts[district].sites.filter((site) => teaching[site] !== 0).length;

export function siteRows({ voice, chosen, effects, today, picture, onMap }: TableContext): TableRows {
  const { say, number } = voice;
  const { sites } = picture;
  const name: TableColumn = {
    key: "name",
    title: say("table.name"),
    kind: "text",
    cell: (row) => (
      <OnMap onClick={() => onMap({ kind: "site", number: row, how: "picked" })} hint={say("table.onMap")}>
        {sites[row].name}
        {sites[row].isNew && ` (${say("site.isNew")})`}
      </OnMap>
    ),
    sortKey: (row) => sites[row].name,
  };
  const inBand = (band: number, title: string): TableColumn =>
    told(`pupils-${band}`, title, (row) => pupilsAsShown(picture, chosen).at(row, band), voice);
  const overflowOf = (row: number): Cell =>
    overflowAsShown(sum(effects?.sites[row]?.overflow ?? []), pupilsAsShown(picture, chosen).ofSite(row), chosen);
  return {
    count: sites.length,
    columns: [
      name,
      text("grades", say("table.grades"), (row) =>
        gradesIn(voice, today.teaching[row] ?? NO_BANDS, picture.teaching[row]),
      ),
      text("today", say("table.districtToday"), (row) => districtIn(today, row)),
      text("plan", say("table.districtPlan"), (row) => districtIn(picture, row)),
      ...BANDS.map(({ band, key }) => inBand(band, say("table.band", { grades: key }))),
      numeric("places", say("table.capacity"), (row) => placesOf(sites[row].capacity), number),
      told("overflow", say("table.overflow"), (row) => overflowOf(row), voice),
      numeric("classes", say("table.classes"), (row) => effects?.sites[row]?.classes, number),
    ],
  };
}

/** "0-6", "lukket", "0-6 (i dag 0-9)". */
function gradesIn({ say }: Voice, before: BandSet, then: BandSet): string {
  const written = (bands: BandSet): string => formatBands(bands) || say("table.closed");
  return before === then
    ? written(then)
    : say("table.gradesBefore", { grades: written(then), before: written(before) });
}

const districtIn = ({ districts, districtOfSite }: Picture, site: number | undefined): string =>
  (site === undefined ? undefined : districts[districtOfSite[site]]?.name) ?? "-";

/** All places of a site; undefined where none are known. */
function placesOf(capacity: readonly (number | undefined)[]): number | undefined {
  const known = capacity.filter((places) => places !== undefined);
  return known.length === 0 ? undefined : sum(known);
}

/** Areas with at least five pupils. */
const listedUnits = (view: CaseView): Uint32Array =>
  Uint32Array.from({ length: view.units.count }, (_, unit) => unit).filter((unit) => {
    const pupils = unitPupils(view, unit);
    return pupils > 0 && !isFew(pupils);
  });

export function unitRows({ voice, view, walk, chosen, scenery, today, picture, onMap }: TableContext): TableRows {
  const { say, quantity } = voice;
  const { units } = view;
  const { sites } = picture;
  const now = todaysPlan(view).assignment;
  const lived = listedUnits(view);
  const placeOf = (row: number): string =>
    nearestPlace(scenery, units.lon[lived[row]], units.lat[lived[row]]) ?? units.id[lived[row]];
  const siteOf =
    (assignment: Uint16Array) =>
    (row: number): number | undefined =>
      zoneSite(assignment, lived[row]);
  const [before, then] = [siteOf(now), siteOf(chosen?.plan.assignment ?? now)];
  const siteName = (site: number | undefined): string => (site === undefined ? "-" : sites[site].name);
  const way = (site: number | undefined, row: number): number | undefined =>
    site === undefined ? undefined : walk(lived[row], site);
  const km = (metres: number): string => quantity(metres, "metres");
  const area: TableColumn = {
    key: "area",
    title: say("table.area"),
    kind: "text",
    cell: (row) => (
      <OnMap onClick={() => onMap({ kind: "unit", number: lived[row], how: "picked" })} hint={say("table.onMap")}>
        {say("unit.near", { place: placeOf(row) })} <span className="unit-id">{units.id[lived[row]]}</span>
      </OnMap>
    ),
    sortKey: placeOf,
  };
  return {
    count: lived.length,
    columns: [
      area,
      ...BANDS.map(({ band, key }) =>
        told(
          `pupils-${band}`,
          say("table.band", { grades: key }),
          (row) => cellOf(units.unitBand[lived[row] * BAND_COUNT + band]),
          voice,
        ),
      ),
      text("siteToday", say("table.siteToday"), (row) => siteName(before(row))),
      numeric("kmToday", say("table.kmToday"), (row) => way(before(row), row), km),
      text("sitePlan", say("table.sitePlan"), (row) => siteName(then(row))),
      numeric("kmPlan", say("table.kmPlan"), (row) => way(then(row), row), km),
      text("districtToday", say("table.districtToday"), (row) => districtIn(today, before(row))),
      text("districtPlan", say("table.districtPlan"), (row) => districtIn(picture, then(row))),
    ],
  };
}

interface OnMapProps {
  readonly hint: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function OnMap({ hint, onClick, children }: OnMapProps): ReactNode {
  return (
    <button type="button" className="on-map" title={hint} onClick={onClick}>
      {children}
    </button>
  );
}
