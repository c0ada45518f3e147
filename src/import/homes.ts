import type { Position } from "../domain/municipality.ts";
import { onceOnly, reportSameRows } from "./cells-of-rows.ts";
import type { ColumnNames, Sheet } from "./columns.ts";
import type { Report, Spot } from "./report.ts";
import {
  COORDINATE_COLUMNS,
  type CoordinateRole,
  neededCoordinates,
  positionsRead,
  type PositionsRead,
  readPositions,
} from "./table-positions.ts";
import type { Whereabouts } from "./whereabouts.ts";

type HomeRole = CoordinateRole | "id" | "postcode" | "parish";

/** What pupils.csv may name a home by besides its coordinates; the address register's names are known too. */
export const HOME_KEYS = {
  address: ["address", "address_id", "adresse", "adresse_id", "adresseid", "adgangsadresseid", "adgangsadresse_id"],
  area: ["area", "area_id", "unit", "unit_id", "områdeid", "område_id", "basisområde", "zone"],
  postcode: ["postcode", "postnr", "postnummer", "zip"],
  parish: ["parish", "sogn", "sognenavn", "sognekode", "sognenr"],
} as const;

export const HOME_COLUMNS: ColumnNames<HomeRole> = {
  ...COORDINATE_COLUMNS,
  id: ["id", "nummer", "nøgle", ...HOME_KEYS.address],
  postcode: HOME_KEYS.postcode,
  parish: HOME_KEYS.parish,
};

export type HomeKind = keyof typeof HOME_KEYS;

/** Pupils of one grade whose row names no place but what it lies in, or the key of an address. */
export interface Unplaced {
  readonly grade: number;
  readonly pupils: number;
  readonly by: HomeKind;
  readonly key: string;
  readonly at: Spot;
}

/** An address that pupils may be told to live at, by its key or by what it lies in. */
export interface Home extends Position {
  readonly id: string;
  readonly postcode: string;
  readonly parish: string;
}

/** homes.csv: where the addresses are that pupils.csv names by their keys, or by no more than a postcode or a parish. */
export function readHomes(
  sheet: Sheet<HomeRole>,
  where: Whereabouts,
  report: Report,
): { readonly homes: readonly Home[]; readonly positions: PositionsRead } | undefined {
  const columns = neededCoordinates(sheet, report);
  if (!columns) return undefined;
  const positions = readPositions(sheet, columns, sheet.rows, where, report);
  if (!sheet.has("id")) reportSameRows(sheet, report);
  const first = onceOnly(sheet, "id", report);
  const homes = sheet.rows.flatMap((row): Home[] => {
    const position = positions.positionOf.get(row);
    if (first(row) === "again" || !position) return [];
    const [id, postcode, parish] = (["id", "postcode", "parish"] as const).map((role) => sheet.text(row, role));
    return [{ ...position, id, postcode, parish }];
  });
  return { homes, positions: positionsRead(positions) };
}
