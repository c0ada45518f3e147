import type { DBSchema } from "idb";
import type { AnswerStore, KeptAnswer } from "./answers.ts";
import { type AskForm, type AskLine, FIRST_FORM, LINE_KINDS, linesOf, rowsOf, withLines } from "./form.ts";
import { asGoal } from "./goals.ts";
import type { Filled, RuleContext } from "./rows.ts";
import type { RuleRow } from "./rules.ts";
import { browserDatabase } from "../state/browser-database.ts";

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
  /** Ids of the districts of the plan that was in view; none were kept before a question could name them. */
  readonly districtIds?: readonly string[];
}

interface Tables extends DBSchema {
  readonly questions: { readonly key: string; readonly value: SavedQuestion };
  readonly answers: { readonly key: string; readonly value: KeptAnswer };
}

/** In the browser's own database, beside the proposals; each throws where the browser keeps nothing. */
const database = browserDatabase<Tables>("skoledistrikt-questions", 2, (fresh, before) => {
  if (before < 1) fresh.createObjectStore("questions", { keyPath: "id" });
  fresh.createObjectStore("answers", { keyPath: "id" });
});

/** Answers in this browser, beside the questions. */
export const ANSWERS_HERE: AnswerStore = {
  all: async () => (await database()).getAll("answers"),
  put: async (answer) => void (await (await database()).put("answers", answer)),
  remove: async (id) => (await database()).delete("answers", id),
};

/** Those of a case, whatever data it had by then; the newest first. */
export async function savedQuestions(place: string): Promise<readonly SavedQuestion[]> {
  const all = await (await database()).getAll("questions");
  return all.filter((each) => each.place === place).toSorted((a, b) => b.at.localeCompare(a.at));
}

export const saveQuestion = async (question: SavedQuestion): Promise<void> =>
  void (await (await database()).put("questions", question));

export const removeQuestion = async (id: string): Promise<void> => (await database()).delete("questions", id);

/**
 * The question on the plan and data that are open: schools and districts by their ids. Rules about some that are no longer there are
 * left out, and counted.
 */
export function refitted(
  { form: kept, siteIds, districtIds = [] }: Pick<SavedQuestion, "form" | "siteIds" | "districtIds">,
  now: Pick<RuleContext, "siteIds" | "districtIds">,
): { readonly form: AskForm; readonly leftOut: number } {
  // A question may have been kept before the form asked as much.
  const form = { ...FIRST_FORM, ...kept, goals: kept.goals.map(asGoal) };
  const ids = { site: [siteIds, now.siteIds], district: [districtIds, now.districtIds] } as const;
  const fit = (line: AskLine, row: RuleRow | undefined): readonly AskLine[] => {
    if (!row) return [];
    const { blanks } = row;
    const said = { ...firstFilled(blanks), ...line.filled };
    const filled = Object.entries(said).map(([name, value]): readonly [string, number] => {
      const kind = blanks[name]?.kind;
      if (kind !== "site" && kind !== "district") return [name, value];
      const [then, today] = ids[kind];
      return [name, today.indexOf(then[value])];
    });
    const isWhole = filled.every(([, value]) => value >= 0);
    return isWhole ? [{ ...line, filled: Object.fromEntries(filled) }] : [];
  };
  const again = LINE_KINDS.reduce((whole: AskForm, kind) => {
    const own = { ...whole, kind };
    return withLines(
      own,
      linesOf(own).flatMap((line) => fit(line, rowsOf(kind)[line.row])),
    );
  }, form);
  const fitted = { ...again, kind: form.kind };
  return { form: fitted, leftOut: lineCount(form) - lineCount(fitted) };
}

/** What stands in blanks that were not there yet when the question was kept. */
const firstFilled = (blanks: RuleRow["blanks"]): Filled =>
  Object.fromEntries(
    Object.entries(blanks).flatMap(([name, blank]) => ("first" in blank ? [[name, blank.first]] : [])),
  );

const lineCount = (form: AskForm): number =>
  LINE_KINDS.reduce((count, kind) => count + linesOf({ ...form, kind }).length, 0);
