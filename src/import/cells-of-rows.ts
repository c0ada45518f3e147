import type { Sheet } from "./columns.ts";
import { type DecimalSign, readNumber } from "./numbers.ts";
import type { Report, Spot } from "./report.ts";
import type { Row } from "./row.ts";

/** The largest count that can be kept (16 bits). */
const MOST = 65_535;

/**
 * A whole number from 0 up as a cell says it. "-" is none. `undefined` where the cell cannot be such a number, which is then
 * an issue; a blank or withheld number is for the caller to judge.
 */
export function readCount(
  text: string,
  decimal: DecimalSign | undefined,
  at: Spot,
  report: Report,
): number | "blank" | "withheld" | undefined {
  const reading = readNumber(text, decimal);
  switch (reading.kind) {
    case "number":
      break;
    case "nil":
      return 0;
    case "blank":
    case "withheld":
      return reading.kind;
    case "ambiguous":
    case "unreadable":
      report(`number.${reading.kind}`, at, { found: text });
      return undefined;
  }
  if (reading.value < 0) report("number.negative", at, { found: text });
  else if (!Number.isInteger(reading.value)) report("number.fraction", at, { found: text });
  else if (reading.value > MOST) report("number.too-large", at, { found: text, most: MOST });
  else return reading.value;
  return undefined;
}

/** How many places a cell states: "-" states none known, where in counts it is nought. `undefined` where it states none. */
export function readPlaceCount(text: string, at: Spot, report: Report): number | undefined {
  if (readNumber(text, undefined).kind === "nil") return undefined;
  const count = readCount(text, undefined, at, report);
  return typeof count === "number" ? count : undefined;
}

/** Reads a cell that must say something; "" where it does not, which is then an issue. */
export function readRequired<Role extends string>(sheet: Sheet<Role>, row: Row, role: Role, report: Report): string {
  const text = sheet.text(row, role);
  if (text === "") report("value.missing", sheet.at(row, role), {});
  return text;
}

/** Makes the check that no two rows have the same value in a column, or together with what `within` says of the row. */
export function onceOnly<Role extends string>(
  sheet: Sheet<Role>,
  role: NoInfer<Role>,
  report: Report,
  within: (row: Row) => string = () => "",
): (row: Row) => "first" | "again" {
  const earlier = lineKeeper();
  return (row) => {
    const value = sheet.text(row, role);
    const first = value === "" ? undefined : earlier(`${value}\n${within(row)}`, row);
    if (first !== undefined) report("value.twice", sheet.at(row, role), { value, first });
    return first === undefined ? "first" : "again";
  };
}

/** Says which values of a column are an earlier row's but for capitals: as likely one thing written in two ways as two things. */
export function reportAlike<Role extends string>(sheet: Sheet<Role>, role: NoInfer<Role>, report: Report): void {
  const written = new Map<string, { readonly value: string; readonly line: number }>();
  for (const row of sheet.rows) {
    const value = sheet.text(row, role);
    const key = value.toLocaleLowerCase("da");
    const earlier = written.get(key);
    if (!earlier) written.set(key, { value, line: row.line });
    else if (earlier.value !== value)
      report("value.alike", sheet.at(row, role), { value, other: earlier.value, first: earlier.line });
  }
}

/** Says which rows repeat an earlier one in every cell: in a table of counts or places they are there by mistake. */
export function reportSameRows<Role extends string>(sheet: Sheet<Role>, report: Report): void {
  const earlier = lineKeeper();
  for (const row of sheet.rows) {
    const first = earlier(row.cells.join("\n"), row);
    if (first !== undefined) report("table.row-again", sheet.rowAt(row), { first });
  }
}

/** Remembers where a key was seen first: the line of an earlier row with the same key, if there is one. */
export function lineKeeper(): (key: string, row: Row) => number | undefined {
  const lineOf = new Map<string, number>();
  return (key, { line }) => {
    const first = lineOf.get(key);
    if (first === undefined) lineOf.set(key, line);
    return first;
  };
}
