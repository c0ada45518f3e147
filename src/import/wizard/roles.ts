import { CASE_FILES } from "../case-files.ts";
import { ADDRESS_COLUMNS } from "../addresses.ts";
import { capacitySheetColumns, SITE_KEYS } from "../capacity.ts";
import type { ColumnNames } from "../columns.ts";
import { DANGER_COLUMNS } from "../dangerous-roads.ts";
import { DISTRICT_COLUMNS } from "../districts.ts";
import { BIRTH_COLUMNS, forecastColumns, MOVER_COLUMNS } from "../forecast-tables.ts";
import { GUESSED_GRADES } from "../guessed-grades.ts";
import { HOME_COLUMNS, HOME_KEYS } from "../homes.ts";
import { HOUSING_COLUMNS } from "../housing.ts";
import { ASSUMPTION_COLUMNS } from "../own-assumptions.ts";
import { COST_COLUMNS } from "../own-costs.ts";
import { PLACE_COLUMNS } from "../places.ts";
import { INDEX_COLUMNS } from "../price-index.ts";
import { pupilColumns } from "../pupils.ts";
import { siteColumns, TAUGHT_NAMES } from "../sites.ts";
import { COUNT_COLUMNS } from "../site-counts.ts";
import { COORDINATE_COLUMNS } from "../table-positions.ts";
import type { FileRole } from "../../protocol/recipe-file.ts";
import type { SourceShape } from "./source.ts";

const PUPIL_COLUMNS = pupilColumns(GUESSED_GRADES);

/** What a file of a role has to say; of alternatives one is enough. */
type Need = readonly string[];

/** A role that a table or a map can have in a case. */
export interface RoleInfo {
  readonly role: Exclude<FileRole, "as-named" | "left-out" | "timetable">;
  /** The file of the case that it becomes; of a table that may be drawn as areas too `drawnPath` is what those become. */
  readonly path: string;
  readonly drawnPath?: string;
  /** Shapes it can come in; points and areas become a table with a column for each property and the coordinates of their middle. */
  readonly shapes: readonly SourceShape[];
  /** By what columns are, or properties of a map, the names that readers know them by; none where a map's reader needs none. */
  readonly columns?: ColumnNames<string>;
  readonly needs: readonly Need[];
  /** Whether a case can do without. */
  readonly wanted: "required" | "wished" | "optional";
  /** Words in names of such files, in plain letters. */
  readonly called: RegExp;
}

/** Children by area: as many as registers count, which stand in for pupils where those are not at hand. */
const CHILDREN_COLUMNS: ColumnNames<string> = {
  ...COORDINATE_COLUMNS,
  children: ["children", "børn", "antal børn", "age_lt15", "age_lt15_est", "under 15", "0-14", "0-14 år"].concat(
    "børn 0-14",
    "y_lt15",
    "pop_0_14",
  ),
};

/** What areas that pupils or units are named by are called by. */
const AREA_KEYS: ColumnNames<string> = {
  id: ["id", "områdeid", "område_id", "områdenr", "områdekode", "kode", "code", "nummer", "zone", "navn", "name"],
};
const ATTENDANCE_COLUMNS: ColumnNames<string> = { site: SITE_KEYS, grades: TAUGHT_NAMES };

const PLACED: Need = ["lat+lon", "x+y"];
const TABLES = ["table", "points", "areas"] as const;

export const ROLES: readonly RoleInfo[] = [
  {
    role: "sites",
    path: CASE_FILES.sites,
    shapes: TABLES,
    columns: siteColumns(GUESSED_GRADES),
    needs: [["name"], PLACED],
    wanted: "required",
    called: /skole(?!distrikt)|school(?! ?district)|institution|matrikl|sites/,
  },
  {
    role: "pupils",
    path: CASE_FILES.pupils,
    shapes: TABLES,
    columns: PUPIL_COLUMNS,
    needs: [
      ["grade", "age", "grades by column"],
      [...PLACED, "place", ...Object.keys(HOME_KEYS)],
    ],
    wanted: "required",
    called: /elev|pupil|student/,
  },
  {
    role: "homes",
    path: CASE_FILES.homes,
    shapes: ["table", "points"],
    columns: HOME_COLUMNS,
    needs: [["id", "postcode", "parish"], PLACED],
    wanted: "optional",
    called: /homes|hjem|adresse|adgangsadr|address/,
  },
  {
    role: "areas",
    path: CASE_FILES.areas,
    shapes: ["areas"],
    columns: AREA_KEYS,
    needs: [["id"]],
    wanted: "optional",
    called: /omr(å|aa)de|areas|zone|rode/,
  },
  {
    role: "attendance",
    path: CASE_FILES.attendance,
    shapes: ["areas"],
    columns: ATTENDANCE_COLUMNS,
    needs: [["site"]],
    wanted: "optional",
    called: /grunddistrikt|skoledistrikt|tilh(ø|oe)r|optag|attendance|catchment/,
  },
  {
    role: "capacity",
    path: CASE_FILES.capacity,
    shapes: ["table"],
    columns: capacitySheetColumns(GUESSED_GRADES),
    needs: [["site"], ["grades+capacity", "capacity by column"]],
    wanted: "optional",
    called: /kapacitet|pladser|capacity/,
  },
  {
    role: "children",
    path: CASE_FILES.pupils,
    shapes: TABLES,
    columns: CHILDREN_COLUMNS,
    needs: [["children"], PLACED],
    wanted: "optional",
    called: /b(ø|oe)rn|child|befolk|population|pop_|pop-|grid|kvadratnet|celle/,
  },
  {
    role: "roads",
    path: CASE_FILES.roads,
    shapes: ["lines"],
    needs: [],
    wanted: "required",
    called: /vej|road|street|osm|highway/,
  },
  {
    role: "districts",
    path: CASE_FILES.districts,
    drawnPath: "districts.geojson",
    shapes: ["table", "areas"],
    columns: DISTRICT_COLUMNS,
    needs: [["id"], ["name"]],
    wanted: "wished",
    called: /distrikt|district/,
  },
  {
    role: "outline",
    path: CASE_FILES.outline,
    shapes: ["areas"],
    needs: [],
    wanted: "wished",
    called: /kommune|gr(æ|ae)nse|outline|border|municipal/,
  },
  {
    role: "units",
    path: CASE_FILES.units,
    shapes: ["areas"],
    columns: AREA_KEYS,
    needs: [["id"]],
    wanted: "optional",
    called: /basis|enheder|units/,
  },
  {
    role: "land",
    path: CASE_FILES.land,
    shapes: ["areas"],
    needs: [],
    wanted: "optional",
    called: /land|kyst|coast/,
  },
  {
    role: "surroundings",
    path: CASE_FILES.surroundings,
    shapes: ["areas"],
    needs: [],
    wanted: "optional",
    called: /omgivelse|surrounding/,
  },
  {
    role: "neighbours",
    path: CASE_FILES.neighbours,
    shapes: TABLES,
    columns: PLACE_COLUMNS,
    needs: [["name"], PLACED],
    wanted: "optional",
    called: /nabo|neighbour/,
  },
  {
    role: "places",
    path: CASE_FILES.places,
    shapes: TABLES,
    columns: PLACE_COLUMNS,
    needs: [["name"], PLACED],
    wanted: "wished",
    called: /^byer|bynavn|towns|places|stednavn/,
  },
  {
    role: "addresses",
    path: CASE_FILES.addresses,
    shapes: ["table", "points"],
    columns: ADDRESS_COLUMNS,
    needs: [["street"], ["number"], PLACED],
    wanted: "optional",
    called: /adresse|address/,
  },
  {
    role: "parishes",
    path: CASE_FILES.parishes,
    shapes: TABLES,
    columns: PLACE_COLUMNS,
    needs: [["name"], PLACED],
    wanted: "optional",
    called: /sogn|parish/,
  },
  {
    role: "births",
    path: CASE_FILES.births,
    shapes: ["table"],
    columns: BIRTH_COLUMNS,
    needs: [["year"], ["births"]],
    wanted: "optional",
    called: /f(ø|oe)ds|birth/,
  },
  {
    role: "movers",
    path: CASE_FILES.movers,
    shapes: ["table"],
    columns: MOVER_COLUMNS,
    needs: [["grade"], ["rate"]],
    wanted: "optional",
    called: /flytning|overgang|mover/,
  },
  {
    role: "forecast",
    path: CASE_FILES.forecast,
    shapes: ["table"],
    columns: forecastColumns(GUESSED_GRADES),
    needs: [["year"], ["grade+pupils", "grades by column"]],
    wanted: "optional",
    called: /prognose|forecast/,
  },
  {
    role: "assumptions",
    path: CASE_FILES.assumptions,
    shapes: ["table"],
    columns: ASSUMPTION_COLUMNS,
    needs: [["parameter"], ["value"]],
    wanted: "optional",
    called: /foruds(æ|ae)tning|antagelse|assumption/,
  },
  {
    role: "price-index",
    path: CASE_FILES.priceIndex,
    shapes: ["table"],
    columns: INDEX_COLUMNS,
    needs: [["year"], ["index"]],
    wanted: "optional",
    called: /pristal|prisindeks|price.?index/,
  },
  {
    role: "dangerous-roads",
    path: CASE_FILES.dangerousRoads,
    shapes: ["table"],
    columns: DANGER_COLUMNS,
    needs: [["name"], ["grades"], ["from_lat+from_lon+to_lat+to_lon", "from_x+from_y+to_x+to_y"]],
    wanted: "optional",
    called: /farlig|danger/,
  },
  {
    role: "housing",
    path: CASE_FILES.housing,
    shapes: ["table", "points"],
    columns: HOUSING_COLUMNS,
    needs: [["dwellings"], ["first_year"]],
    wanted: "optional",
    called: /bolig|housing|byggeri/,
  },
  {
    role: "counts",
    path: CASE_FILES.counts,
    shapes: ["table"],
    columns: COUNT_COLUMNS,
    needs: [["year"], ["pupils"], ["site", "area"]],
    wanted: "optional",
    called: /elevtal|counts/,
  },
  {
    role: "costs",
    path: CASE_FILES.costs,
    shapes: ["table"],
    columns: COST_COLUMNS,
    needs: [["item"], ["value"]],
    wanted: "optional",
    called: /pris|cost|regnskab/,
  },
];

/** The file of the case that a part of a role becomes. */
export const pathFor = ({ path, drawnPath }: RoleInfo, shape: SourceShape): string =>
  shape === "table" ? path : (drawnPath ?? path);

/** Whether a part of a role becomes a table: areas and points have their middle in one. */
export const isTabled = (info: RoleInfo, shape: SourceShape): boolean => pathFor(info, shape).endsWith(".csv");

export const roleInfo = (role: FileRole): RoleInfo | undefined => ROLES.find((each) => each.role === role);

/** Roles that stand in for each other: one of them is enough. */
export const PUPIL_ROLES = ["pupils", "children"] as const satisfies readonly FileRole[];

/** Which of the needs are not met by columns, given by what they are; a map has its coordinates. */
export function unmet({ needs }: Pick<RoleInfo, "needs">, has: (role: string) => boolean, shape: SourceShape): Need[] {
  const isMet = (alternative: string): boolean => {
    const byColumn = BY_COLUMN.get(alternative);
    if (byColumn) return byColumn.some(has);
    return (shape !== "table" && alternative.includes("+")) || alternative.split("+").every(has);
  };
  return needs.filter((need) => !need.some(isMet));
}

/** Needs that any of many columns meets, a column for each grade or band. */
export const BY_COLUMN: ReadonlyMap<string, readonly string[]> = new Map([
  ["grades by column", Object.keys(PUPIL_COLUMNS).filter((role) => /^pupils_\d/.test(role))],
  [
    "capacity by column",
    Object.keys(capacitySheetColumns(GUESSED_GRADES)).filter((role) => role.startsWith("capacity_")),
  ],
]);
