import type { Issue, IssuePlace } from "../../domain/issue.ts";
import type { SourcePart } from "./source.ts";

/** A row of somebody's file. */
interface SourceRow {
  readonly part: SourcePart;
  readonly row: number;
  /** By the names of columns in the made file those in the file it comes from. */
  readonly columns: ReadonlyMap<string, string>;
}

type SomePlace = { readonly [Field in "line" | "feature" | "column"]?: IssuePlace[Field] | undefined };

/** From the lines and features of a folder that was made to the files that it was made from. */
export interface Origins {
  /** An issue of a made file as one of the file that somebody has. */
  readonly asFound: (issue: Issue) => Issue;
  /** The row that a line or feature of a made file comes from. */
  readonly rowOf: (file: string, place: Pick<IssuePlace, "line" | "feature">) => SourceRow | undefined;
}

interface OriginsInMaking extends Origins {
  /** The next line of a made table, its header not counted. */
  readonly line: (file: string, row: SourceRow) => void;
  /** The next feature of a made map. */
  readonly feature: (file: string, row: SourceRow) => void;
  /** A file that is as it was, under another name. */
  readonly renamed: (file: string, from: string) => void;
}

/** The name of a file with the part that is meant, where it has several. */
export const nameOfPart = ({ file, part }: Pick<SourcePart, "file" | "part">): string =>
  part === undefined ? file : `${file} (${part})`;

export function startOrigins(): OriginsInMaking {
  const lines = new Map<string, SourceRow[]>();
  const features = new Map<string, SourceRow[]>();
  const names = new Map<string, string>();
  const add = (rows: Map<string, SourceRow[]>, file: string, row: SourceRow): void => {
    const known = rows.get(file);
    if (known) known.push(row);
    else rows.set(file, [row]);
  };
  const rowOf: Origins["rowOf"] = (file, { line, feature }) =>
    feature === undefined ? lines.get(file)?.[(line ?? 0) - FIRST_LINE] : features.get(file)?.[feature - 1];
  const fileOf = (file: string): string => {
    const first = lines.get(file)?.[0] ?? features.get(file)?.[0];
    return first ? nameOfPart(first.part) : (names.get(file) ?? file);
  };
  const placeOf = (file: string, place: SomePlace): Pick<IssuePlace, "line" | "feature" | "column"> => {
    const { line, feature, column } = place;
    const isMade = lines.has(file) || features.has(file);
    const from = rowOf(file, { ...(line !== undefined && { line }), ...(feature !== undefined && { feature }) });
    const first = from ?? lines.get(file)?.[0] ?? features.get(file)?.[0];
    const named = column === undefined ? undefined : (first?.columns.get(column) ?? column);
    // What is said of the whole file, its header among it, stands on no line of a table that was made of it.
    const own = isMade ? undefined : { ...(line !== undefined && { line }), ...(feature !== undefined && { feature }) };
    return { ...own, ...from?.part.placeOf(from.row), ...(named !== undefined && { column: named }) };
  };
  return {
    rowOf,
    line: (file, row) => add(lines, file, row),
    feature: (file, row) => add(features, file, row),
    renamed: (file, from) => names.set(file, from),
    asFound: (issue) => {
      const { file, line, feature, column, also, ...rest } = issue;
      if (file === undefined) return issue;
      const moved = { ...rest, ...placeOf(file, { line, feature, column }), file: nameFor(file, issue) };
      return also ? { ...moved, also: { ...also, places: also.places.map((each) => placeAlso(file, each)) } } : moved;
    },
  };

  function placeAlso(file: string, { line, feature, column, ...rest }: IssuePlace): IssuePlace {
    return { ...rest, ...placeOf(file, { line, feature, column }) };
  }

  function nameFor(file: string, issue: Issue): string {
    const from = rowOf(file, issue);
    return from ? nameOfPart(from.part) : fileOf(file);
  }
}

/** The line of the first row: the header stands above it. */
const FIRST_LINE = 2;
