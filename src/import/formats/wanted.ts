import { catalogue, type Text } from "../../domain/language.ts";
import { ADDRESS_COLUMNS } from "../addresses.ts";
import { SITE_KEYS } from "../capacity.ts";
import { CASE_MAPS, CASE_TABLES } from "../case-names.ts";
import { DISTRICT_COLUMNS } from "../districts.ts";
import { COST_COLUMNS } from "../own-costs.ts";
import { PLACE_COLUMNS } from "../places.ts";
import { gradeColumnNames } from "../grade-columns.ts";
import { GUESSED_GRADES } from "../guessed-grades.ts";
import { PUPIL_COLUMNS } from "../pupils.ts";
import { siteColumns } from "../sites.ts";

/** What a layer has to be to stand for a file of the case. */
interface Wanted {
  readonly words: Text;
  /** What such a layer is called, besides the file's own name. */
  readonly names: readonly string[];
  /** Of each column that it must have all its names. */
  readonly columns: readonly (readonly string[])[];
  /** Of maps. */
  readonly geometries: readonly string[];
}

const WORDS = catalogue("import.formats.wanted", {
  table: { da: "en tabel", en: "a table" },
  lines: { da: "linjer", en: "lines" },
  areas: { da: "flader", en: "areas" },
});

const SITE_COLUMNS = siteColumns(GUESSED_GRADES);

const LINES = ["LineString", "MultiLineString", "GeometryCollection"];
const AREAS = ["Polygon", "MultiPolygon", "GeometryCollection"];

const table = (names: readonly string[], columns: Wanted["columns"] = []): Wanted => ({
  words: WORDS.table,
  names,
  columns,
  geometries: [],
});
const areas = (names: readonly string[]): Wanted => ({ words: WORDS.areas, names, columns: [], geometries: AREAS });

/** By the case's own file. */
export const WANTED: Readonly<Record<string, Wanted>> = {
  [CASE_TABLES.sites]: table(
    ["skoler", "skole", "schools", "afdelinger", "matrikler", "skoleafdelinger"],
    [SITE_COLUMNS.id, SITE_COLUMNS.name, SITE_COLUMNS.grades],
  ),
  [CASE_TABLES.districts]: table(["distrikter", "skoledistrikter"], [DISTRICT_COLUMNS.id, DISTRICT_COLUMNS.name]),
  [CASE_TABLES.pupils]: table(
    ["elever", "elevtal", "børn"],
    [[...PUPIL_COLUMNS.grade, ...["0", "1", "K", "R"].flatMap(gradeColumnNames)]],
  ),
  [CASE_TABLES.homes]: table(["adressenøgle", "adressenøgler", "hjem"]),
  [CASE_TABLES.capacity]: table(["kapacitet", "pladser"], [SITE_KEYS]),
  [CASE_TABLES.neighbours]: table(["nabokommuner"], [PLACE_COLUMNS.name]),
  [CASE_TABLES.places]: table(["byer", "steder"], [PLACE_COLUMNS.name]),
  [CASE_TABLES.addresses]: table(["adresser"], [ADDRESS_COLUMNS.street, ADDRESS_COLUMNS.number]),
  [CASE_TABLES.parishes]: table(["sogne"], [PLACE_COLUMNS.name]),
  [CASE_TABLES.costs]: table(["omkostninger", "priser"], [COST_COLUMNS.item, COST_COLUMNS.value]),
  [CASE_TABLES.priceIndex]: table(["pristal", "prisindeks"]),
  [CASE_TABLES.dangerousRoads]: table(["farlige veje", "trafikfarlige veje"]),
  [CASE_TABLES.births]: table(["fødsler", "fødte"]),
  [CASE_TABLES.movers]: table(["flytninger", "overgang"]),
  [CASE_TABLES.housing]: table(["boliger", "boligprojekter"]),
  [CASE_TABLES.forecast]: table(["prognose", "elevprognose"]),
  [CASE_TABLES.assumptions]: table(["forudsætninger"]),
  [CASE_TABLES.counts]: table(["optællinger"]),
  [CASE_MAPS.roads]: {
    words: WORDS.lines,
    names: ["veje", "vej", "vejmidte", "vejnet", "road"],
    columns: [],
    geometries: LINES,
  },
  [CASE_MAPS.units]: areas(["basisområder", "basisomraader", "enheder"]),
  [CASE_MAPS.areas]: areas(["områder", "omraader"]),
  [CASE_MAPS.attendance]: areas(["grunddistrikter", "skoledistrikter", "tilhørsområder"]),
  [CASE_MAPS.outline]: areas(["kommune", "kommunegrænse", "kommunegraense", "municipality"]),
  [CASE_MAPS.land]: areas(["kyst", "landareal"]),
  [CASE_MAPS.surroundings]: areas(["omgivelser"]),
};
