import type { Feature, FeatureCollection, MultiPolygon } from "geojson";
import {
  areaOfUnits,
  catalogue,
  type Cell,
  delimitedText,
  formatBands,
  isFew,
  type Language,
  NO_SITE,
  type Outlines,
  saidIn,
} from "../../src/index.ts";
import { districtOf, type Picture, pictureOf } from "../map/picture.ts";
import { nearestPlace } from "../state/places.ts";
import { partsBands, type ShownBand, shownSite } from "../state/shown-band.ts";
import { roundedPupils } from "../map/shown-pupils.ts";
import type { AssumedPlan, CaseView, MapScenery } from "../worker/messages.ts";

/** A table's titles: of all grades of a band, the key stands at the end. */
const TITLES = catalogue("web.tables", {
  area: { da: "Område", en: "Area" },
  town: { da: "Nærmeste by", en: "Nearest town" },
  site: { da: "Skole", en: "School" },
  district: { da: "Distrikt", en: "District" },
  siteToday: { da: "Skole i dag", en: "School today" },
  pupilsFromFive: { da: "Elever (fra fem)", en: "Pupils (from five)" },
  grades: { da: "Klassetrin", en: "Grades" },
  places: { da: "Pladser", en: "Places" },
  pupils: { da: "Elever", en: "Pupils" },
  closed: { da: "lukket", en: "closed" },
  notes: { da: "Bemærkning", en: "Note" },
});

/** What the tables of a plan are made from. */
interface TableOf {
  readonly view: CaseView;
  readonly scenery: MapScenery;
  readonly assumed: AssumedPlan;
  readonly language: Language;
  /** What has to be said wherever the plan's figures are; a file says it in itself, since it may be passed on alone. */
  readonly notes: readonly string[];
}

/** A table whose every row ends with what has to be said of it, as a row may be copied alone. */
function tableText(rows: readonly (readonly string[])[], { language, notes }: TableOf): string {
  if (notes.length === 0) return delimitedText(rows, language);
  return delimitedText(
    rows.map((row, i) => [...row, i === 0 ? TITLES.notes[language] : notes.join(" ")]),
    language,
  );
}

/** Every area: its school and district in each band, its school today, and its pupils where there are five or more. */
export function areasCsv(table: TableOf): string {
  const { view, scenery, assumed, language } = table;
  const { units } = view;
  const picture = pictureOf(view, assumed);
  const { area, town, site: school, district, siteToday, pupilsFromFive } = TITLES;
  const inBand = [school, district, siteToday, pupilsFromFive];
  const header = [
    ...[area, town].map((title) => title[language]),
    ...view.grades.bands.flatMap(({ key }) => inBand.map((title) => `${title[language]} ${key}`)),
  ];
  const today = view.plans[0].assignment;
  const rows = Array.from({ length: units.count }, (_, unit) => [
    units.id[unit],
    nearestPlace(scenery, units.lon[unit], units.lat[unit]) ?? "",
    ...view.grades.bands.flatMap(({ band }) => {
      const pair = unit * view.grades.bandCount + band;
      const site = assumed.plan.assignment[pair];
      const pupils = units.unitBand[pair];
      return [
        nameOf(picture, site),
        picture.districts[districtOf(picture, site)]?.name ?? "",
        nameOf(picture, today[pair]),
        pupils > 0 && !isFew(pupils) ? String(pupils) : "",
      ];
    }),
  ]);
  return tableText([header, ...rows], table);
}

const nameOf = ({ sites }: Picture, site: number): string => (site === NO_SITE ? "" : (sites[site]?.name ?? ""));

/** Every school: its district, grades, places and pupils to the nearest five, since areas are told exactly. */
export function schoolsCsv(table: TableOf, cell: (cell: Cell) => string): string {
  const { view, assumed, language } = table;
  const picture = pictureOf(view, assumed);
  const pupils = roundedPupils(picture);
  const capacity = assumed.sites?.capacity ?? view.sites.map((site) => site.capacity);
  const header = [
    ...[TITLES.site, TITLES.district, TITLES.grades].map((title) => title[language]),
    ...view.grades.bands.map(({ key }) => `${TITLES.places[language]} ${key}`),
    ...view.grades.bands.map(({ key }) => `${TITLES.pupils[language]} ${key}`),
  ];
  const rows = picture.sites.map(({ name }, site) => [
    name,
    picture.districts[districtOf(picture, site)]?.name ?? "",
    formatBands(view.grades, picture.teaching[site]) || TITLES.closed[language],
    ...view.grades.bands.map(({ band }) => String(capacity[site][band] ?? "")),
    ...view.grades.bands.map(({ band }) => cell(pupils.at(site, band))),
  ]);
  return tableText([header, ...rows], table);
}

/** Districts as areas, one for each band where bands part, and schools as points, WGS84; `notes` beside them. */
export async function districtsGeoJson({ view, assumed, language, notes }: TableOf): Promise<string> {
  const { plan } = assumed;
  const picture = pictureOf(view, assumed);
  const bands: readonly ShownBand[] = partsBands(plan) ? view.grades.bands.map(({ band }) => band) : ["lowest"];
  const areaOf = await areaMaker(view);
  const districts = bands.flatMap((band) =>
    picture.districts.flatMap(({ name }, district): Feature[] => {
      const units = [...view.units.id.keys()].filter(
        (unit) => districtOf(picture, shownSite(view.grades, plan.assignment, unit, band)) === district,
      );
      if (units.length === 0) return [];
      const grades = band === "lowest" ? {} : { grades: view.grades.bands[band].key };
      return [{ type: "Feature", geometry: areaOf(units), properties: { layer: "district", name, ...grades } }];
    }),
  );
  const sites = picture.sites.map(({ name, lon, lat }, site): Feature => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: [lon, lat] },
    properties: {
      layer: "site",
      name,
      grades: formatBands(view.grades, picture.teaching[site]),
      ...(districtOf(picture, site) >= 0 && { district: picture.districts[districtOf(picture, site)].name }),
    },
  }));
  const collection: FeatureCollection & { readonly title: string; readonly notes?: readonly string[] } = {
    type: "FeatureCollection",
    title: saidIn(plan.title, language),
    ...(notes.length > 0 && { notes }),
    features: [...districts, ...sites],
  };
  return JSON.stringify(collection);
}

/** The area of some units: through all corners, and not beyond the rim, where the map draws on and paints over it. */
async function areaMaker({ units, outlines }: CaseView): Promise<(members: readonly number[]) => MultiPolygon> {
  if (units.shape.kind === "h3") {
    const { cellsToMultiPolygon } = await import("h3-js");
    return (members) => ({
      type: "MultiPolygon",
      coordinates: cellsToMultiPolygon(
        members.map((unit) => units.id[unit]),
        true,
      ),
    });
  }
  const corners: Outlines = { ...outlines, lines: "corners" };
  return (members) => areaOfUnits(corners, members) ?? { type: "MultiPolygon", coordinates: [] };
}
