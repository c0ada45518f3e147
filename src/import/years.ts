import { readRequired } from "./cells-of-rows.ts";
import type { Sheet } from "./columns.ts";
import type { Report } from "./report.ts";
import type { Row } from "./row.ts";

/** "2017", or a school year by the calendar year it starts in: "2017/18", "2017-2018". */
export function readYear<Role extends string>(
  sheet: Sheet<Role>,
  row: Row,
  role: NoInfer<Role>,
  report: Report,
): number | undefined {
  const text = readRequired(sheet, row, role, report);
  if (text === "") return undefined;
  const [, from, to] = /^((?:19|20)\d{2})(?:\s*[/–-]\s*((?:19|20)?\d{2}))?$/.exec(text) ?? [];
  const year = Number(from);
  if (from !== undefined && (to === undefined || Number(to) % 100 === (year + 1) % 100)) return year;
  report("forecast.year", sheet.at(row, role), { found: text });
  return undefined;
}
