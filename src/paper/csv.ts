import { catalogue, type Language } from "../domain/language.ts";
import { type CsvForm, delimitedText } from "../report/csv.ts";
import { type TableCell, toldCell } from "../report/table.ts";
import { type Cell, cellText, type Paper, type TableBlock, textOf } from "./tree.ts";

const HEADS = catalogue("paper.csv", {
  section: { da: "Afsnit", en: "Section" },
  table: { da: "Tabel", en: "Table" },
  row: { da: "Række", en: "Row" },
  column: { da: "Kolonne", en: "Column" },
  written: { da: "Som det står", en: "As written" },
  figure: { da: "Tal", en: "Figure" },
  lowest: { da: "Lavest", en: "Lowest" },
  highest: { da: "Højest", en: "Highest" },
  unit: { da: "Enhed", en: "Unit" },
});

/** Every cell of every table of a paper, a line each: as it stands there, and exactly where it is a number. */
export function paperCsv({ sections, language }: Paper, form: CsvForm = "excel"): string {
  const rows = sections.flatMap(({ title, blocks }) =>
    blocks.flatMap((block) => (block.kind === "table" ? linesOf(block, title, language) : [])),
  );
  return delimitedText([Object.values(HEADS).map((head) => head[language]), ...rows], language, form);
}

const linesOf = (
  { caption = "", heads, rows, sums = [] }: TableBlock,
  title: string,
  language: Language,
): readonly (readonly TableCell[])[] =>
  [...rows, ...sums].flatMap((row) =>
    row.cells.map((cell, i) => [title, caption, textOf(row.head), heads[i + 1] ?? "", ...cellOf(cell, language)]),
  );

function cellOf(cell: Cell, language: Language): readonly TableCell[] {
  const { figure } = cell;
  return [cellText(cell), toldCell(figure?.value, language), figure?.low, figure?.high, figure?.unit];
}
