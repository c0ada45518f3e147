import {
  gradesText,
  type BandSet,
  type Cell,
  cellOf,
  type Draft,
  formatBands,
  writtenGrades,
  holdsIn,
  isFew,
  NO_BANDS,
  NO_SITE,
  roundedCell,
} from "../../src/index.ts";
import { nearestPlace } from "../state/places.ts";
import { todaysPlan } from "../state/plans.ts";
import { unitPupils, zoneSite } from "../state/unit-facts.ts";
import type { CaseView } from "../worker/messages.ts";
import {
  districtIn,
  numeric,
  OnMap,
  type TableColumn,
  type TableContext,
  type TableRows,
  text,
  told,
} from "./table-columns.tsx";

/** Areas as rows, with the number of each: what is done to a row is done to that unit. */
export interface UnitRows extends TableRows {
  readonly units: Uint32Array;
  /** What an area is called among the others. */
  readonly nameOf: (row: number) => string;
}

/** Areas whose pupils may be told: at least five. */
const isTold = (view: CaseView, unit: number): boolean => {
  const pupils = unitPupils(view, unit);
  return pupils > 0 && !isFew(pupils);
};

/** To read, areas with pupils that may be told; to draw on, all of them, as on the map. */
const listedUnits = (view: CaseView, drawn: Draft | undefined): Uint32Array =>
  Uint32Array.from({ length: view.units.count }, (_, unit) => unit).filter((unit) => drawn || isTold(view, unit));

export function unitRows(context: TableContext): UnitRows {
  const { voice, view, walk, chosen, drawn, scenery, today, picture, onMap } = context;
  const { say, quantity } = voice;
  const { units } = view;
  const { sites } = picture;
  const now = todaysPlan(view).assignment;
  const lived = listedUnits(view, drawn);
  const placeOf = (row: number): string =>
    nearestPlace(scenery, units.lon[lived[row]], units.lat[lived[row]]) ?? units.id[lived[row]];
  const siteOf =
    (assignment: Uint16Array) =>
    (row: number): number | undefined =>
      zoneSite(view.grades, assignment, lived[row]);
  const [before, then] = [siteOf(now), siteOf(chosen?.plan.assignment ?? now)];
  const siteName = (site: number | undefined): string => (site === undefined ? "-" : sites[site].name);
  const cell = picture.counts === "in-fives" ? roundedCell : cellOf;
  // Of areas with fewer than five it is not told either whether there are any.
  const pupilsIn = (unit: number, band: number): Cell =>
    isTold(view, unit) ? cell(units.unitBand[unit * view.grades.bandCount + band]) : { kind: "few" };
  const way = (site: number | undefined, row: number): number | undefined =>
    site === undefined ? undefined : walk(lived[row], site);
  const km = (metres: number): string => quantity(metres, "metres");
  const youngest = { grades: voice.read(writtenGrades(view.grades.bands[0].key)) };
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
    units: lived,
    nameOf: (row) => `${say("unit.near", { place: placeOf(row) })} ${units.id[lived[row]]}`,
    columns: [
      area,
      ...(drawn ? drawnColumns(context, drawn, lived) : []),
      ...view.grades.bands.map(({ band, key }) =>
        told(
          `pupils-${band}`,
          say("table.band", { grades: voice.read(writtenGrades(key)) }),
          (row) => pupilsIn(lived[row], band),
          voice,
        ),
      ),
      text("siteToday", say("table.siteToday", youngest), (row) => siteName(before(row))),
      numeric("kmToday", say("table.kmToday"), (row) => way(before(row), row), km),
      ...(drawn ? [] : [text("sitePlan", say("table.sitePlan", youngest), (row) => siteName(then(row)))]),
      numeric("kmPlan", say("table.kmPlan"), (row) => way(then(row), row), km),
      text("districtToday", say("table.districtToday"), (row) => districtIn(today, before(row))),
      text("districtPlan", say("table.districtPlan"), (row) => districtIn(picture, then(row))),
    ],
  };
}

/** Where each grade goes in the plan that is drawn, and what of it is locked. */
function drawnColumns({ voice, picture }: TableContext, draft: Draft, units: Uint32Array): readonly TableColumn[] {
  const { say, read } = voice;
  const hold = holdsIn(draft);
  const nameOf = (site: number): string => (site === NO_SITE ? say("unit.noSite") : picture.sites[site].name);
  const schools = (row: number): string => {
    const bandsOf = new Map<number, BandSet>();
    for (const { band } of picture.grades.bands) {
      const site = draft.plan.assignment[units[row] * picture.grades.bandCount + band];
      bandsOf.set(site, (bandsOf.get(site) ?? NO_BANDS) | (1 << band));
    }
    if (bandsOf.size === 1) return [...bandsOf.keys()].map(nameOf).join();
    return [...bandsOf]
      .map(([site, bands]) => `${nameOf(site)} (${read(writtenGrades(formatBands(picture.grades, bands)))})`)
      .join(", ");
  };
  const locked = (row: number): string => {
    const bands = picture.grades.bands.flatMap(({ band }) =>
      hold(units[row] * picture.grades.bandCount + band) ? [band] : [],
    );
    return bands.length === 0 ? "-" : read(gradesText(picture.grades, bands));
  };
  return [text("sitePlan", say("table.siteDrawn"), schools), text("locked", say("table.locked"), locked)];
}
