import { BANDS, type QuestionFile } from "../../src/index.ts";
import { ASSIGNMENT_ROWS, type Blank, type Filled, NETWORK_ROWS, REDRAW_ROWS, type RuleRow } from "./rules.ts";

/** A rule of a question, as the form would have it. */
interface WrittenRule {
  readonly row: RuleRow;
  readonly filled: Filled;
}

const ROWS: Readonly<Record<string, RuleRow>> = { ...ASSIGNMENT_ROWS, ...NETWORK_ROWS };

/** A question's rules as sentences of the form; locks, which no sentence stands for by itself, are left out. */
export function sentencesOf(question: QuestionFile, siteIds: readonly string[]): readonly WrittenRule[] {
  if (question.kind === "redraw")
    return (question.seats ?? []).map((id) => ({ row: REDRAW_ROWS.seat, filled: { site: siteIds.indexOf(id) } }));
  if (question.kind !== "reassign" && question.kind !== "network") return [];
  const rules = question.rules.flatMap((part): readonly WrittenRule[] => {
    const row = ROWS[part.kind];
    return row ? [{ row, filled: filledOf(row, part, siteIds) }] : [];
  });
  const sites = question.kind === "network" ? (question.sites ?? []) : [];
  const staying = sites.filter(({ teaches }) => !teaches.includes(""));
  const ending = sites.flatMap(({ site, teaches }) =>
    teaches.slice(1).flatMap((grades) => {
      const last = BANDS.find(({ last: end }) => grades.endsWith(String(end)));
      return last ? [{ row: NETWORK_ROWS["may-end"], filled: { site: siteIds.indexOf(site), band: last.band } }] : [];
    }),
  );
  return [
    ...rules,
    ...staying.map(({ site }) => ({ row: NETWORK_ROWS["stays-open"], filled: { site: siteIds.indexOf(site) } })),
    ...ending,
  ];
}

const filledOf = ({ blanks }: RuleRow, part: object, siteIds: readonly string[]): Filled => {
  const said = new Map<string, unknown>(Object.entries(part));
  return Object.fromEntries(Object.entries(blanks).map(([name, blank]) => [name, valueOf(name, blank, said, siteIds)]));
};

function valueOf(name: string, blank: Blank, said: ReadonlyMap<string, unknown>, siteIds: readonly string[]): number {
  const { kind } = blank;
  if (kind === "choice") return blank.options.findIndex(({ value }) => String(value) === String(said.get(blank.key)));
  if (kind === "site") return siteIds.indexOf(String(said.get(name)));
  if (kind === "band") return BANDS.findIndex(({ key }) => key === said.get(name));
  return name === "km" ? Number(said.get("metres")) / 1000 : Number(said.get(name));
}
