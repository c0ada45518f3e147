import { quotedList } from "../domain/language.ts";
import type { ForecastArea } from "../domain/forecast.ts";
import { readRequired } from "./cells-of-rows.ts";
import { type KeyFinder, keyFinder } from "./code-and-name.ts";
import type { ColumnNames, Sheet } from "./columns.ts";
import type { Report } from "./report.ts";
import type { Row } from "./row.ts";

export type AreaRole = "area" | "district" | "site" | "place";
/** The name of the column may say what kind of area is meant; "area" takes any. */
export const AREA_COLUMNS: ColumnNames<AreaRole> = {
  area: ["area", "område"],
  district: ["district", "distrikt", "skoledistrikt"],
  site: ["site", "skole", "afdeling", "school"],
  place: ["place", "sted", "by"],
};

/** Finest first: where a table names districts and sites, its rows are sites. */
const FINEST_FIRST: readonly AreaRole[] = ["site", "place", "district", "area"];

/** What the areas of a case may be called: ids and names by number. */
export interface AreaNames {
  /** Whether rows may be missing here since their files have errors: what names none is then no mistake of the table that names it. */
  readonly damaged: boolean;
  readonly municipality: readonly string[];
  readonly district: readonly (readonly string[])[];
  readonly site: readonly (readonly string[])[];
  readonly place: readonly (readonly string[])[];
}

/** Reads the area of one row after another, and says at the end whether they are all of one kind. */
interface AreaReader {
  readonly read: (row: Row) => ForecastArea | undefined;
  readonly checkKinds: () => void;
}

/** `undefined` where the table has no column for areas, which is then an issue. */
export function areaReader(sheet: Sheet<AreaRole>, names: AreaNames, report: Report): AreaReader | undefined {
  const column = FINEST_FIRST.find((role) => sheet.has(role));
  if (!column) {
    const found = quotedList(sheet.header.cells);
    report("areas.no-column", { file: sheet.file, line: sheet.header.line }, { found });
    return undefined;
  }
  const find = areasByName(names, column);
  const kinds = new Set<ForecastArea["kind"]>();
  return {
    read: (row) => {
      const name = readRequired(sheet, row, column, report);
      if (name === "") return undefined;
      const found = find(name, sheet.at(row, column), report);
      if (found.length === 0 && !names.damaged) report("areas.unknown", sheet.at(row, column), { area: name });
      if (found.length > 1) {
        const list = [...new Set(found.map(({ kind }) => kind))].join(", ");
        report("areas.several", sheet.at(row, column), { area: name, kinds: list });
      }
      if (found.length !== 1) return undefined;
      kinds.add(found[0].kind);
      return found[0];
    },
    checkKinds: () => {
      if (kinds.size > 1) report("areas.mixed", { file: sheet.file }, { kinds: [...kinds].join(", ") });
    },
  };
}

function areasByName(names: AreaNames, column: AreaRole): KeyFinder<ForecastArea> {
  const all: ForecastArea = { kind: "all", number: 0 };
  // A municipality and its largest town often share a name.
  const whole = ["all", "alle", "hele kommunen", ...(column === "area" ? names.municipality : [])];
  const own = (["district", "site", "place"] as const)
    .filter((kind) => column === "area" || column === kind)
    .flatMap((kind) =>
      names[kind].flatMap((words, number) => {
        const area: ForecastArea = { kind, number };
        return words.map((word) => [word, area] as const);
      }),
    );
  return keyFinder([...whole.map((word) => [word, all] as const), ...own]);
}
