import {
  type Conflict,
  groupingRuleText,
  samePiece,
  namedQuestion,
  type OpenCase,
  type QuestionFile,
  redrawRules,
  ruleInWords,
  type Text,
} from "../../src/index.ts";
import { type CollidingRule, type Collision, type GoalValue, PIECE_LINE } from "./ask-messages.ts";

/**
 * Which lines of the form collide. A line that stands for many rules, such as all that is locked, is named once; what letting go of
 * it gives is known only where it stands for the one rule that was tried without.
 */
export function collisionOf(
  opened: OpenCase,
  question: QuestionFile,
  lines: readonly string[],
  conflict: Conflict | undefined,
  goals: (values: readonly number[]) => readonly GoalValue[],
): Collision {
  const { rules = [], details = [], relaxing = [] } = conflict ?? {};
  const lineOf = linesByWords(opened, question, lines);
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  const named = new Map<string, CollidingRule>();
  for (const words of rules) {
    const line = lineOf.get(words.da);
    const relaxed = relaxing.find(({ rule }) => rule.da === words.da);
    const isWhole = line !== undefined && (counts.get(line) ?? 1) === 1;
    const without = relaxed && isWhole && { without: withoutOf(relaxed, goals) };
    const key = line ?? words.da;
    if (!named.has(key)) named.set(key, { words, ...(line !== undefined && { line }), ...without });
  }
  return { rules: [...named.values()], details };
}

const withoutOf = (
  { outcome, values }: NonNullable<Conflict["relaxing"]>[number],
  goals: (values: readonly number[]) => readonly GoalValue[],
): NonNullable<CollidingRule["without"]> =>
  outcome === "optimal" || outcome === "stopped" ? { status: outcome, goals: goals(values) } : { status: outcome };

/** The line of each rule, by its words. */
function linesByWords(
  opened: OpenCase,
  question: QuestionFile,
  lines: readonly string[],
): ReadonlyMap<Text["da"], string> {
  const read = namedQuestion(opened, question);
  if (!("question" in read)) return new Map();
  const { basis } = opened;
  if (read.question.kind === "consolidate") {
    const names = basis.baseline.districts.map(({ name }) => name);
    const written = read.question.rules.map((rule, i): [string, string] => [
      groupingRuleText(rule, { districts: names }).da,
      lines[i],
    ]);
    const { contiguity } = read.question;
    return new Map(contiguity === "ignored" ? written : [...written, [samePiece(contiguity).da, PIECE_LINE]]);
  }
  if (read.question.kind === "redraw")
    return new Map(
      // How alike the districts are to be is a number to change, not a line to let go of.
      redrawRules(basis, read.question).flatMap(({ kind, rule, text }) =>
        kind === "balance" ? [] : [[text.da, rule === undefined ? kind : lines[rule]]],
      ),
    );
  return new Map(read.question.rules.map((rule, i) => [ruleInWords(rule, basis.municipality).da, lines[i]]));
}
