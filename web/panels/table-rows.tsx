import { type BandSet, type Cell, formatBands, NO_BANDS, sum, type Grades } from "../../src/index.ts";
import type { Voice } from "../i18n/say.ts";
import type { Picture } from "../map/picture.ts";
import { overflowAsShown, pupilsAsShown } from "../map/shown-pupils.ts";
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

export function districtRows({ voice, view, effects, picture }: TableContext): TableRows {
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
      told("pupils", say("table.pupils"), (row) => pupilsAsShown(picture).districts[row], voice),
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

export function siteRows({ voice, effects, today, picture, onMap }: TableContext): TableRows {
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
    told(`pupils-${band}`, title, (row) => pupilsAsShown(picture).at(row, band), voice);
  const overflowOf = (row: number): Cell =>
    overflowAsShown(picture, sum(effects?.sites[row]?.overflow ?? []), pupilsAsShown(picture).ofSite(row));
  return {
    count: sites.length,
    columns: [
      name,
      text("grades", say("table.grades"), (row) =>
        gradesIn(today.grades, voice, today.teaching[row] ?? NO_BANDS, picture.teaching[row]),
      ),
      text("today", say("table.districtToday"), (row) => districtIn(today, row)),
      text("plan", say("table.districtPlan"), (row) => districtIn(picture, row)),
      ...today.grades.bands.map(({ band, key }) => inBand(band, say("table.band", { grades: key }))),
      numeric("places", say("table.capacity"), (row) => placesOf(sites[row].capacity), number),
      told("overflow", say("table.overflow"), (row) => overflowOf(row), voice),
      numeric("classes", say("table.classes"), (row) => effects?.sites[row]?.classes, number),
    ],
  };
}

/** "0-6", "lukket", "0-6 (i dag 0-9)". */
function gradesIn(grades: Grades, { say }: Voice, before: BandSet, then: BandSet): string {
  const written = (bands: BandSet): string => formatBands(grades, bands) || say("table.closed");
  return before === then
    ? written(then)
    : say("table.gradesBefore", { grades: written(then), before: written(before) });
}

/** All places of a site; undefined where none are known. */
function placesOf(capacity: readonly (number | undefined)[]): number | undefined {
  const known = capacity.filter((places) => places !== undefined);
  return known.length === 0 ? undefined : sum(known);
}
