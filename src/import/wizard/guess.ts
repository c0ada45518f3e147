import type { FileRole } from "../../protocol/recipe-file.ts";
import { isCaseFile } from "../case-files.ts";
import { plainName } from "../columns.ts";
import { isYearLabel, mayBeBirthYear } from "../labels.ts";
import { PUPIL_COLUMNS } from "../pupils.ts";
import { matchColumns, type Matches } from "./match-columns.ts";
import { roleInfo, type RoleInfo, ROLES, unmet } from "./roles.ts";
import type { GivenFile, SourcePart } from "./source.ts";

/** What a part of a file was taken for, and what its columns were. */
interface GuessedPart {
  readonly role: FileRole;
  readonly matches: Matches;
}

/** Points for a word in the file's name, for each need that columns meet, and for each need that nothing meets. */
const CALLED = 3;
const MET = 2;
const UNMET = -3;

/** What a part is likely to be, by its file's name, its shape and its columns; left-out where nothing speaks for anything. */
export function guessRole(part: SourcePart): GuessedPart {
  const named = [part.file, part.part ?? ""].map((name) => plainFileName(name)).join(" ");
  const rated = ROLES.filter(({ shapes }) => shapes.includes(part.shape)).map((info) => {
    const matches = info.columns ? matchColumns(part, info.columns) : new Map<never, never>();
    return { role: info.role, matches, points: pointsOf(info, matches, part, named) };
  });
  const [best] = rated.toSorted((a, b) => b.points - a.points);
  if (!best || best.points <= 0) return { role: "left-out", matches: new Map() };
  return { role: best.role, matches: best.matches };
}

function pointsOf(info: RoleInfo, matches: Matches, part: SourcePart, named: string): number {
  const called = info.called.exec(named);
  // "elever pr. adresse" is of pupils before it is of addresses: what comes first names the thing.
  const byName = called ? CALLED - Math.min(1, called.index / 100) : 0;
  if (info.role === "roads") return byName + MET;
  if (info.role === "outline") return byName + (part.count === 1 ? MET : part.count > 5 ? UNMET : 0);
  if (!info.columns) return byName;
  // An area that is called something may be anything: only its file's name tells.
  if (info.role === "areas" || info.role === "units") return called ? byName + MET : 0;
  const lacking = unmet(info, (role) => matches.has(role), part.shape).length;
  const byWords = [...matches.values()].filter(({ by }) => by === "name").length;
  return byName + MET * (info.needs.length - lacking) + UNMET * lacking + Math.min(byWords, 4) / 4;
}

/** "Skoler_2025.xlsx" as words: "skoler 2025 xlsx". */
const plainFileName = (path: string): string =>
  path
    .slice(path.lastIndexOf("/") + 1)
    .toLowerCase()
    .replaceAll(/[_\s]+/g, " ")
    .trim();

/** The same of a file that is no table or map: a case's own file by its name or its kind. */
export function guessOther({ file, kind }: GivenFile): FileRole {
  if (kind === "timetable") return "timetable";
  return kind === "json" && isCaseFile(file) ? "as-named" : "left-out";
}

/** What the columns of a part are, in a role that somebody gave it. */
export function matchesIn(part: SourcePart, role: FileRole): Matches {
  const columns = roleInfo(role)?.columns;
  return columns ? matchColumns(part, columns) : new Map();
}

/** Roles whose counts would be added up if a file had them of several years. */
const ADDED_UP: readonly FileRole[] = ["pupils", "children"];

/** Columns that tell municipalities or kinds of thing apart, the first first: a file of a whole region has rows that are not the case's. */
const APART: readonly RegExp[] = [
  /kommune|municipal|komkode/,
  /region/,
  /institutionstype|inst_type_navn|ejerforhold|^type$|skoletype/,
];
const MOST_APART = 120;

export interface Distinction {
  readonly column: string;
  /** Of years one counts: added up, every child would be several. */
  readonly are: "years" | "values";
  /** With how many rows have each, the commonest first. */
  readonly values: readonly (readonly [value: string, rows: number])[];
  /** In which roles the file has to be cut down by it; left out: in any. */
  readonly roles?: readonly FileRole[];
}

/** By which columns a part may have to be cut down to the case, with the values to choose from. */
export function apartBy(part: SourcePart): readonly Distinction[] {
  const inOrder = APART.flatMap((called) => part.columns.filter((column) => called.test(column.trim().toLowerCase())));
  return [...distinctions(part, "values", [...new Set(inOrder)]), ...yearsIn(part)];
}

function distinctions(part: SourcePart, are: Distinction["are"], columns: readonly string[]): readonly Distinction[] {
  return columns.flatMap((column) => {
    const counts = new Map<string, number>();
    for (let row = 0; row < part.count && counts.size <= MOST_APART; row++) {
      const value = part.cell(row, column);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const values = [...counts].toSorted((a, b) => b[1] - a[1]);
    return values.length > 1 && values.length <= MOST_APART ? [{ column, are, values }] : [];
  });
}

/** The columns of a part that mean a thing by their names. */
const columnsCalled = ({ columns }: SourcePart, names: readonly string[]): readonly string[] => {
  const known = new Set(names.map(plainName));
  return columns.filter((column) => known.has(plainName(column)));
};

/** Whether a part has a column of counts, so that its rows are no pupils each. */
const isCounted = (part: SourcePart): boolean => columnsCalled(part, PUPIL_COLUMNS.pupils).length > 0;

/** Of a table that is counted by years: the years that it has, the latest first. */
const yearsIn = (part: SourcePart): readonly Distinction[] =>
  distinctions(part, "years", columnsCalled(part, PUPIL_COLUMNS.year)).flatMap(({ values, ...of }) =>
    values.every(([value]) => isYearLabel(value)) && (isCounted(part) || !mayBeBirthYear(of.column))
      ? [{ ...of, values: values.toSorted(([one], [other]) => (one < other ? 1 : -1)), roles: ADDED_UP }]
      : [],
  );
