import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dsvFormat } from "d3-dsv";
import { ROAD_KINDS, type RoadKind } from "../../../src/domain/municipality.ts";

/** The typed-in tables beside this file, as they stand: one array of rows for each. */
export interface Tables {
  readonly schools: readonly School[];
  readonly districts: readonly { readonly id: string; readonly name: string }[];
  readonly parishes: readonly Parish[];
  readonly places: readonly Place[];
  readonly quarters: readonly Quarter[];
  readonly junctions: readonly Junction[];
  readonly links: readonly Link[];
  /** Corners of the schematic border, degrees `[lon, lat]`, in order. */
  readonly border: readonly LonLat[];
  /** Municipalities around, each where its name is to stand on the map. */
  readonly neighbours: readonly (Located & { readonly name: string })[];
  readonly siteRoads: SiteRoads;
  /** Cells by {@link COUNT_COLUMNS}. */
  readonly counts: readonly (readonly string[])[];
}

export type LonLat = readonly [number, number];

interface Located {
  readonly lon: number;
  readonly lat: number;
}

/** A site of 2015/16. One that had closed has no grades, pupils or district. */
export interface School extends Located {
  readonly id: string;
  readonly name: string;
  readonly town: string;
  /** "0-9", "0-6", "0-3"; "" for closed. */
  readonly grades: string;
  /** Where its pupils go on to, where it does not teach the band itself. */
  readonly feeds: Readonly<Partial<Record<"4-6" | "7-9", string>>>;
  /** All pupils at the site, those from the sites that feed it included. */
  readonly pupils: number;
  readonly district: string;
  /** Names of the school it belonged to from 2016 and from 2021. */
  readonly in2016: string;
  readonly in2021: string;
}

export interface Parish extends Located {
  readonly name: string;
  readonly km2: number;
  readonly population: number;
  readonly under15: number;
  /** Further centres of a parish that is far from round. */
  readonly also: readonly LonLat[];
  /** The schools that the parish's children belong to; several share it by road distance. */
  readonly schools: readonly ParishSchool[];
}

/** A school of a shared parish, with metres added to every way there where its zone stops short of halfway. */
export interface ParishSchool {
  readonly id: string;
  readonly handicap: number;
}

export interface Place extends Located {
  readonly name: string;
  readonly population: number;
}

/** A part of a place too large and too long to be one round town. */
export interface Quarter extends Located {
  readonly place: string;
  readonly share: number;
}

export interface Junction extends Located {
  readonly id: string;
}

export interface Link {
  readonly from: string;
  readonly to: string;
  readonly kind: RoadKind;
  readonly name: string;
  readonly speed?: number;
  /** Crossing time of a ferry. */
  readonly minutes?: number;
  /** Length along the real road. */
  readonly km: number;
  readonly via: readonly LonLat[];
}

/** Road distances between sites, kilometres, `[row][column]` in the order of `sites`. */
export interface SiteRoads {
  readonly sites: readonly string[];
  readonly km: readonly (readonly number[])[];
}

/** Pupils counted in other years than the case's: the columns of counts.csv, which goes into the case as it is. */
export const COUNT_COLUMNS = ["site", "year", "pupils", "source", "use"] as const;

type Row = Readonly<Record<string, string>>;

export function readTables(folder: string): Tables {
  const read = (name: string): readonly Row[] =>
    [...dsvFormat(";").parse(readFileSync(join(folder, name), "utf8"))].map((row) => ({ ...row }));
  const siteRoads = read("site-road-km.csv");
  return {
    schools: read("schools.csv").map(school),
    districts: read("districts.csv").map((row) => ({ id: row["id"], name: row["name"] })),
    parishes: read("parishes.csv").map((row) => ({
      ...located(row),
      name: row["parish"],
      km2: Number(row["km2"]),
      population: Number(row["population"]),
      under15: Number(row["under15"]),
      also: positions(row["also"]),
      schools: row["sites"].split(" ").map((name) => {
        const [id, handicap] = name.split("+");
        return { id, handicap: Number(handicap ?? 0) };
      }),
    })),
    places: read("places.csv").map((row) => ({
      ...located(row),
      name: row["place"],
      population: Number(row["population"]),
    })),
    quarters: read("quarters.csv").map((row) => ({
      ...located(row),
      place: row["place"],
      share: Number(row["share"]),
    })),
    junctions: read("junctions.csv").map((row) => ({ ...located(row), id: row["id"] })),
    links: read("links.csv").map(link),
    counts: read("counts.csv").map((row) => COUNT_COLUMNS.map((column) => row[column])),
    border: read("border.csv").map((row): LonLat => [Number(row["lon"]), Number(row["lat"])]),
    neighbours: read("neighbours.csv").map((row) => ({ ...located(row), name: row["name"] })),
    siteRoads: {
      sites: siteRoads.map((row) => row["site"]),
      km: siteRoads.map((row) => siteRoads.map((column) => Number(row[column["site"]]))),
    },
  };
}

const located = (row: Row): Located => ({ lon: Number(row["lon"]), lat: Number(row["lat"]) });

const school = (row: Row): School => ({
  ...located(row),
  id: row["id"],
  name: row["name"],
  town: row["town"],
  grades: row["grades"],
  feeds: {
    ...(row["feeds_4_6"] && { "4-6": row["feeds_4_6"] }),
    ...(row["feeds_7_9"] && { "7-9": row["feeds_7_9"] }),
  },
  pupils: Number(row["pupils_2015"]),
  district: row["district"],
  in2016: row["district_2016"],
  in2021: row["school_2021"],
});

function link(row: Row): Link {
  const kind = ROAD_KINDS.find((known) => known === row["kind"]);
  if (!kind) throw new Error(`links.csv: "${row["kind"]}" is no kind of road (${row["from"]} to ${row["to"]}).`);
  return {
    from: row["from"],
    to: row["to"],
    kind,
    name: row["name"],
    ...(row["speed"] && { speed: Number(row["speed"]) }),
    ...(row["minutes"] && { minutes: Number(row["minutes"]) }),
    km: Number(row["km"]),
    via: positions(row["via"]),
  };
}

/** "11.5 55.6, 11.6 55.7": longitude and latitude, position by position. */
const positions = (text: string): readonly LonLat[] =>
  text
    .split(",")
    .filter((position) => position.trim() !== "")
    .map((position): LonLat => {
      const [lon, lat] = position.trim().split(" ").map(Number);
      return [lon, lat];
    });
