import type { Issue, IssuePlace } from "../../domain/issue.ts";
import { catalogue, type Language } from "../../domain/language.ts";
import { nameOfPart, type Origins } from "./origins.ts";

const WORDS = catalogue("import.wizard.faulty-rows", {
  row: { da: "Række", en: "Row" },
  column: { da: "Kolonne", en: "Column" },
  error: { da: "Fejl", en: "Error" },
});

interface FaultyRow {
  readonly name: string;
  readonly columns: readonly string[];
  readonly number: number;
  readonly cells: readonly string[];
  readonly faults: { readonly column: string; readonly said: string }[];
}

/**
 * For each file with errors in its rows a table to take back to a spreadsheet: those rows as they stand, in their order, what is wrong before
 * their cells. `issues` are of the made files, each with all its places; `say` tells one of them in words.
 */
export function faultyRows(
  issues: readonly Issue[],
  origins: Origins,
  say: (issue: Issue, place: IssuePlace) => string,
  language: Language,
): ReadonlyMap<string, readonly (readonly string[])[]> {
  const rows = new Map<string, FaultyRow>();
  for (const issue of issues) {
    if (issue.severity !== "error" || issue.file === undefined) continue;
    for (const place of [issue, ...(issue.also?.places ?? [])]) {
      const row = faultyRow(issue.file, place, origins);
      if (!row) continue;
      const key = `${row.name}\n${row.number}`;
      const known = rows.get(key) ?? row;
      rows.set(key, known);
      known.faults.push({ column: row.column, said: say(issue, place) });
    }
  }
  const byFile = new Map<string, FaultyRow[]>();
  for (const row of rows.values()) byFile.set(row.name, [...(byFile.get(row.name) ?? []), row]);
  return new Map([...byFile].map(([name, faulty]) => [name, tableOf(faulty, language)]));
}

function faultyRow(
  file: string,
  place: IssuePlace,
  origins: Origins,
): (FaultyRow & { readonly column: string }) | undefined {
  const from = origins.rowOf(file, place);
  if (!from) return undefined;
  const { part, row } = from;
  const at = part.placeOf(row);
  return {
    name: nameOfPart(part),
    columns: part.columns,
    number: "line" in at ? at.line : at.feature,
    cells: part.columns.map((column) => part.cell(row, column)),
    faults: [],
    column: place.column === undefined ? "" : (from.columns.get(place.column) ?? place.column),
  };
}

function tableOf(rows: readonly FaultyRow[], language: Language): readonly (readonly string[])[] {
  const header = [WORDS.row[language], WORDS.column[language], WORDS.error[language], ...rows[0].columns];
  const inOrder = rows.toSorted((a, b) => a.number - b.number);
  return [
    header,
    ...inOrder.map(({ number, cells, faults }) => [
      String(number),
      [...new Set(faults.map(({ column }) => column))].filter((column) => column !== "").join(", "),
      faults.map(({ said }) => said).join(" "),
      ...cells,
    ]),
  ];
}
