import type { SiteCount } from "../domain/forecast.ts";
import { AREA_COLUMNS, type AreaNames, areaReader, type AreaRole } from "./areas.ts";
import { lineKeeper, readCount, readRequired } from "./cells-of-rows.ts";
import type { ColumnNames, Sheet } from "./columns.ts";
import { PUPIL_COLUMNS } from "./pupils.ts";
import type { Report } from "./report.ts";
import type { Row } from "./row.ts";
import { readYear } from "./years.ts";

type CountRole = AreaRole | "year" | "pupils" | "source" | "use";
export const COUNT_COLUMNS: ColumnNames<CountRole> = {
  ...AREA_COLUMNS,
  year: ["year", "år", "skoleår", "school_year", "årstal"],
  pupils: PUPIL_COLUMNS.pupils,
  source: ["source", "kilde"],
  use: ["use", "brug"],
};

const USE_WORDS: Readonly<Record<string, SiteCount["use"]>> = { "": "try", start: "start", udgangspunkt: "start" };

/** counts.csv: pupils that sites were counted to have in other years, to try the forecast on. */
export function readCounts(sheet: Sheet<CountRole>, names: AreaNames, report: Report): readonly SiteCount[] {
  const areas = areaReader(sheet, names, report);
  const earlier = lineKeeper();
  return sheet.rows.flatMap((row): SiteCount[] => {
    const area = areas?.read(row);
    const schoolYear = readYear(sheet, row, "year", report);
    const at = sheet.at(row, "pupils");
    const pupils = readCount(readRequired(sheet, row, "pupils", report), undefined, at, report);
    if (pupils === "withheld") report("number.withheld", at, { found: sheet.text(row, "pupils") });
    const use = readUse(sheet, row, report);
    if (area && area.kind !== "site") report("counts.not-a-site", sheet.rowAt(row), {});
    if (area?.kind !== "site" || schoolYear === undefined || typeof pupils !== "number" || !use) return [];
    const first = earlier(`${area.number} ${schoolYear}`, row);
    if (first !== undefined) report("forecast.twice", sheet.rowAt(row), { first });
    return first === undefined
      ? [{ site: area.number, schoolYear, pupils, source: sheet.text(row, "source"), use }]
      : [];
  });
}

function readUse(sheet: Sheet<CountRole>, row: Row, report: Report): SiteCount["use"] | undefined {
  const text = sheet.text(row, "use");
  const use = USE_WORDS[text.toLowerCase()];
  if (!use) report("counts.use", sheet.at(row, "use"), { found: text });
  return use;
}
