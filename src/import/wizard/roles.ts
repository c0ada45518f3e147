import { CASE_FILES } from "../case-files.ts";
import { ADDRESS_COLUMNS } from "../addresses.ts";
import type { ColumnNames } from "../columns.ts";
import { DISTRICT_COLUMNS } from "../districts.ts";
import { BIRTH_COLUMNS } from "../forecast-tables.ts";
import { GUESSED_GRADES } from "../guessed-grades.ts";
import { HOUSING_COLUMNS } from "../housing.ts";
import { COST_COLUMNS } from "../own-costs.ts";
import { PLACE_COLUMNS } from "../places.ts";
import { pupilColumns } from "../pupils.ts";
import { siteColumns } from "../sites.ts";
import { COUNT_COLUMNS } from "../site-counts.ts";
import { COORDINATE_COLUMNS } from "../table-positions.ts";
import type { FileRole } from "../../protocol/recipe-file.ts";
import type { SourceShape } from "./source.ts";

const PUPIL_COLUMNS = pupilColumns(GUESSED_GRADES);

/** What a file of a role has to say; of alternatives one is enough. */
type Need = readonly string[];

/** A role that a table or a map can have in a case. */
export interface RoleInfo {
  readonly role: Exclude<FileRole, "as-named" | "left-out">;
  /** The file of the case that it becomes. */
  readonly path: string;
  /** Shapes it can come in; points and areas become a table with a column for each property and the coordinates of their middle. */
  readonly shapes: readonly SourceShape[];
  /** Of a table, by what its columns are; a map has properties that its reader knows by itself. */
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
    called: /skole|school|institution|matrikl|sites/,
  },
  {
    role: "pupils",
    path: CASE_FILES.pupils,
    shapes: TABLES,
    columns: PUPIL_COLUMNS,
    needs: [
      ["grade", "grades by column"],
      [...PLACED, "place"],
    ],
    wanted: "required",
    called: /elev|pupil|student/,
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
    shapes: ["table"],
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
    needs: [],
    wanted: "optional",
    called: /basis|omr(å|aa)de|roder|units/,
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

export const roleInfo = (role: FileRole): RoleInfo | undefined => ROLES.find((each) => each.role === role);

/** Roles that stand in for each other: one of them is enough. */
export const PUPIL_ROLES = ["pupils", "children"] as const satisfies readonly FileRole[];

/** Which of the needs are not met by columns, given by what they are; a map has its coordinates. */
export function unmet({ needs }: Pick<RoleInfo, "needs">, has: (role: string) => boolean, shape: SourceShape): Need[] {
  const isMet = (alternative: string): boolean => {
    if (alternative === "grades by column") return [...GRADES_BY_COLUMN].some(has);
    return (shape !== "table" && alternative.includes("+")) || alternative.split("+").every(has);
  };
  return needs.filter((need) => !need.some(isMet));
}

const GRADES_BY_COLUMN = Object.keys(PUPIL_COLUMNS).filter((role) => /^pupils_\d/.test(role));
