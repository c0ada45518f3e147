import { quotedList } from "../domain/language.ts";
import { plainName, type Sheet } from "./columns.ts";
import { readNumber } from "./numbers.ts";
import type { Report } from "./report.ts";

/** Columns of whole numbers that registers have and that are no counts, by what their names say. */
const NO_COUNT =
  /kode|nummer|(^|_)(nr|no|id|fid|objectid|cpr|cvr|køn|gender|år|year|alder|age|zone|etage|dør|sal|husnr|postnr|x|y|z|lat|lon)(_|$)|postnr|husnr|vejnr|dato|date|født|koordinat|afstand|distance|meter|minut|distrikt|district|skole|school|sogn|parish|område|area|klasse$|spor/;

/** Unknown columns that may be counts: whole numbers, some under 1,000, that are neither running numbers nor all 1. */
export const countLike = <Role extends string>(sheet: Sheet<Role>): readonly string[] =>
  sheet.unused.filter(
    (name) =>
      !NO_COUNT.test(plainName(name)) && mayCount(sheet.rows.map((row) => wholeNumber(sheet.unusedText(row, name)))),
  );

/** Says which unknown columns may hold the pupils themselves; not those that are the sum of the columns that are counted. */
export function reportCountColumns<Role extends string>(
  sheet: Sheet<Role>,
  counted: readonly NoInfer<Role>[],
  report: Report,
): void {
  const sums = sheet.rows.map((row) =>
    counted.reduce((sum, role) => sum + (wholeNumber(sheet.text(row, role)) ?? 0), 0),
  );
  const columns = countLike(sheet).filter((name) => {
    const numbers = sheet.rows.map((row) => wholeNumber(sheet.unusedText(row, name)));
    return counted.length === 0 || numbers.some((value, i) => (value ?? 0) !== sums[i]);
  });
  if (columns.length > 0)
    report("pupils.count-unknown", { file: sheet.file, line: sheet.header.line }, { columns: quotedList(columns) });
}

/** "" and the like are 0; `undefined` for anything but a whole number. "0316" is a code. */
function wholeNumber(text: string): number | undefined {
  const reading = readNumber(text, undefined);
  if (reading.kind === "blank" || reading.kind === "nil" || reading.kind === "withheld") return 0;
  const isWhole = reading.kind === "number" && Number.isInteger(reading.value) && !/^0\d/.test(text);
  return isWhole ? reading.value : undefined;
}

function mayCount(numbers: readonly (number | undefined)[]): boolean {
  const known = numbers.filter((each) => each !== undefined);
  if (known.length < numbers.length || known.every((each) => each === 0)) return false;
  const isRunning = known.length > 2 && known.every((each, i) => each === known[0] + i);
  return !isRunning && known.some((each) => each > 0 && each < 1000) && known.some((each) => each !== 1);
}
