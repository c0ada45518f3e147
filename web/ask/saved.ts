import { type DBSchema, openDB } from "idb";
import { type AskForm, type AskLine, FIRST_FORM, rowsOf } from "./form.ts";
import { asGoal } from "./goals.ts";
import type { Filled, RuleRow } from "./rules.ts";

/** A question that was kept, with what its schools were called by number. */
export interface SavedQuestion {
  readonly id: string;
  readonly name: string;
  /** Name of the case. */
  readonly place: string;
  /** Hash of the data that it was asked on. */
  readonly data: string;
  /** ISO 8601. */
  readonly at: string;
  readonly form: AskForm;
  /** Ids of the case's schools, `[site]`. */
  readonly siteIds: readonly string[];
}

interface Tables extends DBSchema {
  readonly questions: { readonly key: string; readonly value: SavedQuestion };
}

/** In the browser's own database, beside the proposals; each throws where the browser keeps nothing. */
const database = () =>
  openDB<Tables>("skoledistrikt-questions", 1, {
    upgrade: (fresh) => void fresh.createObjectStore("questions", { keyPath: "id" }),
  });

/** Those of a case, whatever data it had by then; the newest first. */
export async function savedQuestions(place: string): Promise<readonly SavedQuestion[]> {
  const all = await (await database()).getAll("questions");
  return all.filter((each) => each.place === place).toSorted((a, b) => b.at.localeCompare(a.at));
}

export const saveQuestion = async (question: SavedQuestion): Promise<void> =>
  void (await (await database()).put("questions", question));

export const removeQuestion = async (id: string): Promise<void> => (await database()).delete("questions", id);

/** The question on the data that are open: schools by their ids. Rules about schools that are no longer there are left out, and counted. */
export function refitted(
  { form: kept, siteIds }: Pick<SavedQuestion, "form" | "siteIds">,
  now: readonly string[],
): { readonly form: AskForm; readonly leftOut: number } {
  // A question may have been kept before the form asked as much.
  const form = { ...FIRST_FORM, ...kept, goals: kept.goals.map(asGoal) };
  const numbers = new Map(now.map((id, site) => [id, site]));
  const fit = <Line extends AskLine>(lines: readonly Line[], kind: AskForm["kind"]): readonly Line[] =>
    lines.flatMap((line) => {
      const blanks = rowsOf(kind)[line.row]?.blanks;
      if (!blanks) return [];
      const said = { ...firstFilled(blanks), ...line.filled };
      const filled = new Map<string, number | undefined>(
        Object.entries(said).map(([name, value]) => [
          name,
          blanks[name]?.kind === "site" ? numbers.get(siteIds[value]) : value,
        ]),
      );
      const isWhole = [...filled.values()].every((value) => value !== undefined);
      return isWhole ? [{ ...line, filled: Object.fromEntries(filled) }] : [];
    });
  const rules = fit(form.rules, "reassign");
  const networkRules = fit(form.networkRules, "network");
  const redrawRules = fit(form.redrawRules, "redraw");
  const again = { ...form, rules, networkRules, redrawRules };
  return { form: again, leftOut: lineCount(form) - lineCount(again) };
}

/** What stands in blanks that were not there yet when the question was kept. */
const firstFilled = (blanks: RuleRow["blanks"]): Filled =>
  Object.fromEntries(
    Object.entries(blanks).flatMap(([name, blank]) => (blank.kind === "site" ? [] : [[name, blank.first]])),
  );

const lineCount = ({ rules, networkRules, redrawRules }: AskForm): number =>
  rules.length + networkRules.length + redrawRules.length;
