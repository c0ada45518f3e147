import { type CurrencyCode, DANISH_KRONER, moneyBlanks } from "../domain/currency.ts";
import { type Language, localeOf, type Text } from "../domain/language.ts";
import { unreachable } from "../domain/outcome.ts";
import type { MeasureUnit } from "../evaluate/measures/measure.ts";
import { unitWord } from "./format.ts";
import type { CellText } from "./shown-measures.ts";
import { markWord } from "./shown-measures.ts";

/** How a workbook shows a number; the number in it is exact either way, as in a CSV file. */
export type NumberForm = "whole" | "one-decimal" | "two-decimals" | "share" | "as-it-is";

/** A number that is shown otherwise than its column's others. */
export interface FormedNumber {
  readonly value: number;
  readonly form: NumberForm;
}

/** Nothing where there is nothing to tell, which is not zero. */
export type TableCell = string | number | FormedNumber | undefined;

interface TableColumn {
  readonly title: string;
  /** Of its numbers; "as-it-is" where none is said. */
  readonly form?: NumberForm;
}

/** Figures in rows, for a sheet of a workbook and for a CSV file alike: **what either tells is made here once**. */
export interface Table {
  /** In the reader's language; of a sheet. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Cells that somebody is to look at, as row and column counted from 0: coloured in a workbook. */
  readonly marked?: readonly (readonly [row: number, column: number])[];
}

/** How the numbers of a measure are shown, which are in its own unit: metres, kroner, a share of one. */
export function formOf(unit: MeasureUnit): NumberForm {
  switch (unit) {
    case "share":
      return "share";
    case "ratio":
      return "two-decimals";
    case "pupils-per-class":
      return "one-decimal";
    case "pupils":
    case "metres":
    case "pupil-kilometres":
    case "hours":
    case "classes":
    case "districts":
    case "sites":
    case "parts":
    case "kroner":
      return "whole";
    default:
      return unreachable(unit);
  }
}

/** The money that a file's amounts are in. */
export const moneyOfFile = ({
  provenance,
}: {
  readonly provenance: { readonly case: { readonly currency?: string | undefined } };
}): CurrencyCode => ({
  code: provenance.case.currency ?? DANISH_KRONER.code,
});

/** The unit of a measure's numbers as tables hold them; none of a share. */
export function unitOfNumbers(unit: MeasureUnit, currency: CurrencyCode, language: Language): string {
  if (unit === "metres") return "m";
  if (unit === "kroner") return moneyBlanks(localeOf(language), currency).currencySign;
  return unit === "share" ? "" : unitWord(unit, language);
}

/** A column of a measure: what it is, and beside that its unit and what else stands there. */
export function measureColumn(
  { label, unit }: { readonly label: Text; readonly unit: MeasureUnit },
  currency: CurrencyCode,
  language: Language,
  beside: readonly string[] = [],
): TableColumn {
  const inside = [unitOfNumbers(unit, currency, language), ...beside].filter((each) => each !== "");
  return {
    title: inside.length > 0 ? `${label[language]} (${inside.join(": ")})` : label[language],
    form: formOf(unit),
  };
}

/** What a file holds of a figure: a number, or in words why it is none. */
export const toldCell = (value: CellText | undefined, language: Language): string | number | undefined =>
  typeof value === "string" ? markWord(value, language) : value;

/** A text that a spreadsheet would compute gets an apostrophe before it, in every kind of table; a number stays one. */
export const defused = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

/** The signs a formula begins with, also as East Asian keyboards write them, and those that a spreadsheet drops before it looks. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const NUMBER = /^[+-]?\d+([.,]\d+)?(e[+-]?\d+)?$/i;
