import type { Address } from "../domain/address.ts";
import type { Checked } from "../domain/issue.ts";
import type { Position } from "../domain/municipality.ts";
import { crsOfName } from "../geo/coordinate-systems.ts";
import { type Whereabouts, whereaboutsOf } from "./whereabouts.ts";
import { readCase } from "./case-json.ts";
import { CASE_FILES } from "./case-files.ts";
import { onceOnly, readRequired, reportSameRows } from "./cells-of-rows.ts";
import type { ColumnNames, Sheet } from "./columns.ts";
import { openFolder } from "./folder.ts";
import { type FileBytes, onlyOwn, type ReadFiles, tellByName } from "./formats/sources.ts";
import { openIssueBook, type Report } from "./report.ts";
import type { Row } from "./row.ts";
import {
  COORDINATE_COLUMNS,
  type CoordinateRole,
  neededCoordinates,
  positionsRead,
  type PositionsRead,
  readPositions,
} from "./table-positions.ts";

type AddressRole = CoordinateRole | "id" | "street" | "number" | "postcode" | "town";

/** The address register's names are known too. */
export const ADDRESS_COLUMNS: ColumnNames<AddressRole> = {
  ...COORDINATE_COLUMNS,
  id: ["id", "nummer", "adresseid", "adgangsadresseid"],
  street: ["street", "vejnavn", "vej", "gade", "adresseringsvejnavn"],
  number: ["number", "husnr", "husnummer", "husnr."],
  postcode: ["postcode", "postnr", "postnummer", "zip"],
  town: ["town", "by", "bynavn", "postdistrikt", "postnrnavn"],
};

/** What a table of addresses has to have besides coordinates. */
export const ADDRESS_NEEDS = ["street", "number"] as const;

interface AddressReading {
  readonly addresses: readonly Address[];
  readonly positions: PositionsRead;
}

/** addresses.csv: houses to search for. Nothing is computed from them. */
export function readAddresses(
  sheet: Sheet<AddressRole>,
  where: Whereabouts,
  report: Report,
): AddressReading | undefined {
  const columns = neededCoordinates(sheet, report);
  if (!columns) return undefined;
  const positions = readPositions(sheet, columns, sheet.rows, where, report);
  if (!sheet.has("id")) reportSameRows(sheet, report);
  const first = onceOnly(sheet, "id", report);
  const addresses = sheet.rows.flatMap((row) => {
    if (first(row) === "again") return [];
    const street = readRequired(sheet, row, "street", report);
    const number = readHouseNumber(sheet, row, report);
    const postcode = readPostcode(sheet, row, where, report);
    const position = positions.positionOf.get(row);
    if (street === "" || number === undefined || !position) return [];
    return [{ street, number, postcode, town: sheet.text(row, "town"), ...position }];
  });
  return { addresses, positions: positionsRead(positions) };
}

/** "12", "012 b", "12B"; of "12-14" the first. */
function readHouseNumber(sheet: Sheet<AddressRole>, row: Row, report: Report): string | undefined {
  const text = readRequired(sheet, row, "number", report);
  const [, digits, letter] = /^0*(\d{1,3})\s*([A-Za-zÆØÅæøå]?)(?:\s*-.*)?$/.exec(text) ?? [];
  if (digits !== undefined) return digits + letter.toUpperCase();
  if (text !== "") report("addresses.number-odd", sheet.at(row, "number"), { found: text });
  return undefined;
}

/** Four digits in Denmark; elsewhere whatever the country's are: "SW1A 1AA", "00100", "123 45". */
function readPostcode(sheet: Sheet<AddressRole>, row: Row, { kind }: Whereabouts, report: Report): string {
  const text = sheet.text(row, "postcode");
  const isOne = kind === "in Denmark" ? /^\d{4}$/ : /^(?=.*\d)[\p{L}\d][\p{L}\d -]{1,9}$/u;
  if (text !== "" && !isOne.test(text)) report("addresses.postcode-odd", sheet.at(row, "postcode"), { found: text });
  return text;
}

/**
 * The addresses of a case folder whose other files are opened elsewhere: of `files` only addresses.csv and what case.json says
 * of coordinates are read; the case lies around `sites`. None where there is no such file.
 */
export function importAddresses(given: FileBytes | ReadFiles, sites: readonly Position[]): Checked<readonly Address[]> {
  const { bytes: files, sources, repeat } = onlyOwn(given);
  const unheard = openIssueBook();
  const caseJson = openFolder(files, unheard.report).json(CASE_FILES.case, "optional");
  const crs = caseJson && readCase(caseJson, unheard.report)?.caseFile.crs;
  const book = openIssueBook();
  repeat(book.report);
  const sheet = openFolder(files, book.report, { sources }).sheet(
    CASE_FILES.addresses,
    "optional",
    ADDRESS_COLUMNS,
    ADDRESS_NEEDS,
  );
  const where = whereaboutsOf(
    sites.flatMap(({ lon, lat }) => [lon, lat]),
    crs === undefined ? undefined : crsOfName(crs),
  );
  const value = sheet ? (readAddresses(sheet, where, book.report)?.addresses ?? []) : [];
  const issues = tellByName(sources, book.all());
  return book.failed() ? { issues } : { value, issues };
}
