import { writtenGrades } from "../../domain/grades.ts";
import { catalogue, filled, inBoth, type Text } from "../../domain/language.ts";
import type { FileRole } from "../../protocol/recipe-file.ts";
import type { MissingRole } from "./next-step.ts";

/** What a file can be, as people call it. */
export const ROLE_TEXTS: Readonly<Record<FileRole, Text>> = catalogue("import.wizard.roles", {
  sites: { da: "skoler", en: "schools" },
  pupils: { da: "elever", en: "pupils" },
  children: { da: "børn talt i områder", en: "children counted by area" },
  homes: { da: "adresser, som elever bor på", en: "addresses that pupils live at" },
  areas: { da: "områder, som elever er talt i", en: "areas that pupils are counted by" },
  attendance: { da: "skolernes egne områder", en: "the schools' own areas" },
  capacity: { da: "pladser på skolerne", en: "places at the schools" },
  districts: { da: "skoledistrikter", en: "school districts" },
  roads: { da: "veje", en: "roads" },
  outline: { da: "kommunens grænse", en: "the municipality's border" },
  units: { da: "basisområder", en: "basic units" },
  land: { da: "land og kyst", en: "land and coast" },
  surroundings: { da: "land uden for kommunen", en: "land around the municipality" },
  places: { da: "byer og landsbyer", en: "towns and villages" },
  neighbours: { da: "nabokommuner", en: "neighbouring municipalities" },
  addresses: { da: "adresser at søge i", en: "addresses to search for" },
  parishes: { da: "sogne", en: "parishes" },
  births: { da: "fødsler", en: "births" },
  movers: { da: "til- og fraflytning", en: "moving in and out" },
  housing: { da: "boligbyggeri", en: "new dwellings" },
  forecast: { da: "elevprognose", en: "forecast of pupils" },
  assumptions: { da: "egne forudsætninger", en: "own assumptions" },
  counts: { da: "elevtal fra andre år", en: "pupils counted in other years" },
  costs: { da: "egne priser", en: "own prices" },
  "price-index": { da: "pristal", en: "price index" },
  "dangerous-roads": { da: "trafikfarlige veje", en: "dangerous roads" },
  timetable: { da: "køreplan for busser", en: "timetable of buses" },
  "as-named": { da: "sagens egen fil", en: "a case's own file" },
  "left-out": { da: "bruges ikke", en: "not used" },
});

/** What a file that a case cannot do without has to hold, and where one gets it. */
export const WHERE_FROM: Readonly<Record<MissingRole, Text>> = catalogue("import.wizard.where-from", {
  sites: {
    da: "En række for hver skole med navn, sted og klassetrin. Institutionsregisteret (data.stil.dk) har alle landets skoler med koordinater; kommunens egen liste går også an, hvis den har koordinater.",
    en: "A row for each school with its name, place and grades. In Denmark the register of institutions (data.stil.dk) has all schools with coordinates; the municipality's own list will do if it has coordinates.",
  },
  pupils: {
    da: "En række for hver elev med adressens koordinater og klassetrin, fra kommunens elevsystem; filen bliver i din browser. Har I den ikke endnu, så begynd med antal børn i områder: Danmarks Statistiks kvadratnet eller Eurostats befolkning på 1 km-felter (GEOSTAT, frit).",
    en: "A row for each pupil with the coordinates of the address and the grade, from the municipality's pupil register; the file stays in your browser. If you do not have it yet, begin with children counted by area: a statistical grid, such as Eurostat's population by 1 km cells (GEOSTAT, free).",
  },
  roads: {
    da: "Vejene som linjer på et kort: GeoPackage, shapefile, FlatGeobuf, KML eller GeoJSON. GeoDanmarks vejmidte hentes frit hos Dataforsyningen (dataforsyningen.dk); OpenStreetMap hentes for landsdele hos Geofabrik (download.geofabrik.de). Bed GIS-medarbejderen om et udsnit, der går lidt ud over kommunens grænse.",
    en: "The roads as lines of a map: GeoPackage, shapefile, FlatGeobuf, KML or GeoJSON. OpenStreetMap is to be had by country and region from Geofabrik (download.geofabrik.de); in Denmark GeoDanmark's road centre lines from Dataforsyningen (dataforsyningen.dk). Ask for a cut that reaches a little beyond the municipality's border.",
  },
});

/** What columns are, by the names that readers know them by. */
const COLUMN_TEXTS: Readonly<Record<string, Text>> = catalogue("import.wizard.columns", {
  id: { da: "nummer eller kode", en: "number or code" },
  name: { da: "navn", en: "name" },
  town: { da: "by", en: "town" },
  place: { da: "sted (et navn fra byer)", en: "place (a name from towns)" },
  grades: { da: "klassetrin (0-9)", en: "grades (0-9)" },
  grade: { da: "klassetrin eller klasse", en: "grade or class" },
  age: { da: "alder", en: "age" },
  pupils: { da: "antal elever", en: "number of pupils" },
  children: { da: "antal børn", en: "number of children" },
  district: { da: "skoledistrikt", en: "school district" },
  bell_time: { da: "ringetid (08:00)", en: "bell time (08:00)" },
  entity: { da: "enhedsart (hovedskole)", en: "kind of unit (head school)" },
  address: { da: "adressens nøgle", en: "key of the address" },
  parish: { da: "sogn", en: "parish" },
  capacity: { da: "antal pladser", en: "number of places" },
  rate: { da: "overgangskvotient", en: "rate of passing on" },
  parameter: { da: "forudsætning", en: "assumption" },
  index: { da: "pristal", en: "price index" },
  from_lat: { da: "begynder, breddegrad", en: "begins, latitude" },
  from_lon: { da: "begynder, længdegrad", en: "begins, longitude" },
  from_x: { da: "begynder, øst (meter)", en: "begins, east (metres)" },
  from_y: { da: "begynder, nord (meter)", en: "begins, north (metres)" },
  to_lat: { da: "slutter, breddegrad", en: "ends, latitude" },
  to_lon: { da: "slutter, længdegrad", en: "ends, longitude" },
  to_x: { da: "slutter, øst (meter)", en: "ends, east (metres)" },
  to_y: { da: "slutter, nord (meter)", en: "ends, north (metres)" },
  lat: { da: "breddegrad", en: "latitude" },
  lon: { da: "længdegrad", en: "longitude" },
  x: { da: "øst (meter)", en: "east (metres)" },
  y: { da: "nord (meter)", en: "north (metres)" },
  street: { da: "vej", en: "street" },
  number: { da: "husnummer", en: "house number" },
  postcode: { da: "postnummer", en: "postcode" },
  population: { da: "indbyggere", en: "inhabitants" },
  year: { da: "år", en: "year" },
  births: { da: "fødsler", en: "births" },
  area: { da: "område", en: "area" },
  site: { da: "skole", en: "school" },
  dwellings: { da: "boliger", en: "dwellings" },
  first_year: { da: "første år", en: "first year" },
  last_year: { da: "sidste år", en: "last year" },
  type: { da: "boligtype", en: "kind of dwelling" },
  item: { da: "post", en: "item" },
  value: { da: "værdi", en: "value" },
  low: { da: "lavt", en: "low" },
  high: { da: "højt", en: "high" },
  source: { da: "kilde", en: "source" },
  owner: { da: "ejer", en: "owner" },
  confidence: { da: "sikkerhed", en: "confidence" },
  use: { da: "brug", en: "use" },
});

const BY_GRADE = catalogue("import.wizard.by-grade", {
  pupils: { da: "elever i {grade}. klasse", en: "pupils in grade {grade}" },
  capacity: { da: "pladser, {band}", en: "places, {band}" },
});

/** What a column is, in words; one that has none is called by the name that readers know it by. */
export function columnText(role: string, known: readonly string[]): Text {
  const own = Object.hasOwn(COLUMN_TEXTS, role) ? COLUMN_TEXTS[role] : undefined;
  if (own) return own;
  const grade = /^pupils_(\d+)$/.exec(role)?.[1];
  if (grade !== undefined) return filled(BY_GRADE.pupils, { grade });
  const name = known[0] ?? role;
  const band = /^capacity_(\d+)_(\d+)$/.exec(name);
  if (band) return filled(BY_GRADE.capacity, { band: writtenGrades(`${band[1]}-${band[2]}`) });
  return inBoth((language) => (language === "da" ? (known[1] ?? name) : name));
}
