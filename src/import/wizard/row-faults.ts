import type { Issue, IssuePlace } from "../../domain/issue.ts";
import { catalogue, type Language } from "../../domain/language.ts";
import { nameOfPart, type Origins } from "./origins.ts";
import type { SourcePart } from "./source.ts";

const WORDS = catalogue("import.wizard.row-faults", {
  row: { da: "Række", en: "Row" },
  column: { da: "Kolonne", en: "Column" },
  value: { da: "Der står", en: "It says" },
  wrong: { da: "Hvad er der galt?", en: "What is wrong?" },
  mend: { da: "Hvad skal I gøre?", en: "What to do?" },
});

/** An error in a row of somebody's file. */
export interface RowFault {
  readonly part: SourcePart;
  /** The line of a table, or the number of a map's feature. */
  readonly number: number;
  /** By its name in the file; "" where the whole row is meant. */
  readonly column: string;
  readonly value: string;
  readonly wrong: string;
  readonly mend: string;
}

/** Tells what is wrong at a place, and what to do. */
export type TellFault = (issue: Issue, place: IssuePlace) => Pick<RowFault, "wrong" | "mend">;

/**
 * Every error that stands in a row, in the order of parts and rows. `made` are issues of the made files, each with all its places, `read` those
 * found when the files were read: a row that has more cells than its header, for one.
 */
export function rowFaults(
  {
    made,
    read,
    origins,
  }: { readonly made: readonly Issue[]; readonly read: readonly Issue[]; readonly origins: Origins },
  parts: readonly SourcePart[],
  tell: TellFault,
): readonly RowFault[] {
  const faults = [
    ...placesIn(made).flatMap(({ issue, place }) => madeFault(issue, place, origins, tell)),
    ...placesIn(read).flatMap(({ issue, place }) => readFault(issue, place, parts, tell)),
  ];
  return parts.flatMap((part) => faults.filter((fault) => fault.part === part).toSorted((a, b) => a.number - b.number));
}

interface FaultPlace {
  readonly issue: Issue;
  readonly place: IssuePlace;
}

const placesIn = (issues: readonly Issue[]): readonly FaultPlace[] =>
  issues.flatMap((issue) =>
    issue.severity === "error" && issue.file !== undefined
      ? [issue, ...(issue.also?.places ?? [])].map((place) => ({ issue, place }))
      : [],
  );

function madeFault(issue: Issue, place: IssuePlace, origins: Origins, tell: TellFault): readonly RowFault[] {
  const from = origins.rowOf(issue.file ?? "", place);
  if (!from) return [];
  const { part, row } = from;
  const column = place.column === undefined ? "" : (from.columns.get(place.column) ?? place.column);
  const value = part.columns.includes(column) ? part.cell(row, column) : "";
  return [{ part, number: numberOf(part, row), column, value, ...tell(issue, place) }];
}

/** Of a file with several parts nobody knows which one is meant. */
function readFault(
  issue: Issue,
  place: IssuePlace,
  parts: readonly SourcePart[],
  tell: TellFault,
): readonly RowFault[] {
  const [part, ...others] = parts.filter(({ file }) => file === issue.file);
  if (!part || others.length > 0 || part.shape !== "table" || place.line === undefined) return [];
  return [{ part, number: place.line, column: place.column ?? "", value: "", ...tell(issue, place) }];
}

function numberOf(part: SourcePart, row: number): number {
  const at = part.placeOf(row);
  return "line" in at ? at.line : at.feature;
}

/** For each file a table of its errors: row, column, value, what is wrong, what to do, and then the row as it stands. */
export function errorTables(
  faults: readonly RowFault[],
  language: Language,
): ReadonlyMap<string, readonly (readonly string[])[]> {
  const tables = new Map<string, (readonly string[])[]>();
  const rows = new Map(faults.map(({ part }) => [part, rowsByNumber(part)]));
  for (const { part, number, column, value, wrong, mend } of faults) {
    const name = nameOfPart(part);
    const header = (["row", "column", "value", "wrong", "mend"] as const).map((word) => WORDS[word][language]);
    const table = tables.get(name) ?? [[...header, ...part.columns]];
    const row = rows.get(part)?.get(number);
    const cells = row === undefined ? lostCells(part, number) : part.columns.map((each) => part.cell(row, each));
    table.push([String(number), column, value, wrong, mend, ...cells]);
    tables.set(name, table);
  }
  return tables;
}

const rowsByNumber = (part: SourcePart): ReadonlyMap<number, number> =>
  new Map(Array.from({ length: part.count }, (_, row) => [numberOf(part, row), row]));

const lostCells = ({ lost = [] }: SourcePart, number: number): readonly string[] =>
  lost.find(({ line }) => line === number)?.cells ?? [];
