import { hasBand, NO_BANDS, parseGradeRange, type QuestionFile, unreachable } from "../../src/index.ts";
import type { Blank, Filled, RedrawPart, RuleContext } from "./rows.ts";
import { ASSIGNMENT_ROWS, GROUPING_ROWS, NETWORK_ROWS, REDRAW_ROWS, type RuleRow } from "./rules.ts";

/** A rule of a question, as the form would have it. */
interface WrittenRule {
  readonly row: RuleRow;
  readonly filled: Filled;
}

const ROWS: Readonly<Record<string, RuleRow>> = { ...ASSIGNMENT_ROWS, ...NETWORK_ROWS, ...GROUPING_ROWS };

/** The key of a row of rules. */
export const rowKeyOf = (row: RuleRow): string | undefined =>
  [...Object.entries<RuleRow>(ROWS), ...Object.entries<RuleRow>(REDRAW_ROWS)].find(([, each]) => each === row)?.[0];

type Ids = Pick<RuleContext, "grades" | "siteIds" | "districtIds">;

/** A question's rules as sentences of the form; locks, which no sentence stands for by itself, are left out. */
export function sentencesOf(question: QuestionFile, ids: Ids): readonly WrittenRule[] {
  const { grades, siteIds } = ids;
  if (question.kind === "redraw")
    return [
      ...(question.seats ?? []).map((id) => ({ row: REDRAW_ROWS.seat, filled: { site: siteIds.indexOf(id) } })),
      ...(question.rules ?? []).flatMap((part): WrittenRule[] => {
        const row = redrawRowOf(part);
        return row ? [{ row, filled: filledOf(row, part, ids) }] : [];
      }),
    ];
  const rules = question.rules.flatMap((part): readonly WrittenRule[] => {
    const row = ROWS[part.kind];
    return row ? [{ row, filled: filledOf(row, part, ids) }] : [];
  });
  const sites = question.kind === "network" ? (question.sites ?? []) : [];
  const staying = sites.filter(({ teaches }) => !teaches.includes(""));
  const ending = sites.flatMap(({ site, teaches }) =>
    teaches.slice(1).flatMap((range) => {
      const taught = parseGradeRange(grades, range) ?? NO_BANDS;
      const last = grades.bands.findLast(({ band }) => hasBand(taught, band));
      return last ? [{ row: NETWORK_ROWS["may-end"], filled: { site: siteIds.indexOf(site), band: last.band } }] : [];
    }),
  );
  return [
    ...rules,
    ...staying.map(({ site }) => ({ row: NETWORK_ROWS["stays-open"], filled: { site: siteIds.indexOf(site) } })),
    ...ending,
  ];
}

/** Those about one school's district are rows of their own; what is held stands on the map. */
function redrawRowOf(part: RedrawPart): RuleRow | undefined {
  switch (part.kind) {
    case "capacity":
      return REDRAW_ROWS.capacity;
    case "farthest":
      return REDRAW_ROWS.farthest;
    case "at-least-pupils":
      return part.site === undefined ? REDRAW_ROWS["at-least-pupils"] : REDRAW_ROWS["at-least-with"];
    case "at-most-pupils":
      return part.site === undefined ? REDRAW_ROWS["at-most-pupils"] : REDRAW_ROWS["at-most-with"];
    case "lock":
    case "held-site":
    case "held-district":
      return undefined;
    default:
      return unreachable(part);
  }
}

const filledOf = ({ blanks }: RuleRow, part: object, ids: Ids): Filled => {
  const said = new Map<string, unknown>(Object.entries(part));
  return Object.fromEntries(Object.entries(blanks).map(([name, blank]) => [name, valueOf(name, blank, said, ids)]));
};

function valueOf(
  name: string,
  blank: Blank,
  said: ReadonlyMap<string, unknown>,
  { grades, siteIds, districtIds }: Ids,
): number {
  switch (blank.kind) {
    case "choice":
      return blank.options.findIndex(({ value }) => String(value) === String(said.get(blank.key)));
    case "site":
      return siteIds.indexOf(String(said.get(name)));
    case "district": {
      const districts = said.get("districts");
      return districtIds.indexOf(Array.isArray(districts) ? String(districts[blank.at]) : "");
    }
    case "band":
      return grades.bands.findIndex(({ key }) => key === said.get(name));
    case "number":
      return blank.of?.(said) ?? Number(said.get(name));
    default:
      return unreachable(blank);
  }
}
