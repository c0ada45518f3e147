import { GRADE_COUNT } from "../cases/folkeskole.ts";
import { dsvFormat } from "d3-dsv";

const GRADES = Array.from({ length: GRADE_COUNT }, (_, grade) => String(grade));

/**
 * Pupils by grade in a table as a simple reader counts them, `[grade]`; `undefined` where the table has anything that it
 * takes some knowledge to read, so that nothing can be held against another reading.
 */
export function countPupils(bytes: Uint8Array): readonly number[] | undefined {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
  const header = text.slice(0, text.indexOf("\n")).trimEnd();
  const sign = header.includes(";") ? ";" : header.includes("\t") ? "\t" : ",";
  if (header.startsWith('"') || header.startsWith("sep=")) return undefined;
  const rows = dsvFormat(sign).parseRows(text);
  const columns = rows[0]?.map((name) => name.trim()) ?? [];
  const grade = columns.indexOf("grade");
  const pupils = columns.indexOf("pupils");
  const byGrade = Array.from({ length: GRADE_COUNT }, (_, each) => columns.indexOf(String(each)));
  // Counts may stand under another name, which import may know.
  if (pupils < 0 && columns.some((name) => !["id", "x", "y", "lon", "lat", "grade", ...GRADES].includes(name)))
    return undefined;
  const wide = grade < 0 && byGrade.every((column) => column >= 0);
  if (!wide && grade < 0) return undefined;
  const counts = Array.from({ length: GRADE_COUNT }, () => 0);
  for (const row of rows.slice(1)) {
    if (row.every((cell) => cell.trim() === "")) continue;
    if (row.length !== columns.length) return undefined;
    const cells = wide ? byGrade.map((column) => row[column]) : [row[grade], pupils < 0 ? "1" : row[pupils]];
    if (!cells.every((cell) => /^\d{1,4}$/.test(cell))) return undefined;
    const numbers = cells.map(Number);
    if (wide) numbers.forEach((count, each) => (counts[each] += count));
    else if (numbers[0] >= GRADE_COUNT) return undefined;
    else counts[numbers[0]] += numbers[1];
  }
  return counts;
}
