import { CONTIGUITY_RULES, type ContiguityRule } from "../../domain/contiguity.ts";
import { counted, numeral } from "../../domain/counted.ts";
import { catalogue, filled, type Text } from "../../domain/language.ts";
import type { Conflict } from "../../domain/outcome.ts";
import type { ConsolidateQuestion, GroupingRule } from "../../domain/question.ts";
import { unreachable } from "../../domain/outcome.ts";
import { groupingRuleText } from "../../protocol/question-rules.ts";
import { enumerateGroupings } from "../grouping/enumerate.ts";
import { allTouch, EMPTY, type Group, groupOf, members, type Neighbours } from "../grouping/groups.ts";

const SAID = catalogue("solve.consolidate.rules", {
  samePiece: {
    da: "kun distrikter, der grænser op til hinanden {how}, lægges sammen",
    en: "only districts that border on each other {how} are merged",
  },
  groupsOf: { da: "{districts} af de {length}", en: "{districts} out of the {length}" },
});

/** What the rules of a grouping are judged by. */
export interface GroupingFacts {
  readonly names: readonly string[];
  /** Pupils of each of today's districts. */
  readonly pupils: readonly number[];
  readonly neighbours: Neighbours;
}

/** A rule as a test that a single group passes or fails. */
export function ruleTest(rule: GroupingRule, { pupils }: GroupingFacts): (group: Group) => boolean {
  const size = (group: Group) => members(group).reduce((sum, district) => sum + pupils[district], 0);
  switch (rule.kind) {
    case "together": {
      const bound = groupOf(rule.districts);
      return (group) => (group & bound) === EMPTY || (group & bound) === bound;
    }
    case "apart": {
      const rivals = groupOf(rule.districts);
      return (group) => members(group & rivals).length <= 1;
    }
    case "at-most-pupils":
      return (group) => size(group) <= rule.pupils;
    case "at-least-pupils":
      return (group) => size(group) >= rule.pupils;
    default:
      return unreachable(rule);
  }
}

/** That every new district is in one piece by a rule, in words. */
export const samePiece = (rule: ContiguityRule): Text => filled(SAID.samePiece, { how: CONTIGUITY_RULES[rule].name });

/** Steps of the search spent on finding out whether a set of rules can hold together. */
const MOST_STEPS = 2_000_000;

/** A rule that can be left out to see whether the others can hold without it. */
interface Part {
  readonly text: Text;
  readonly rule?: GroupingRule;
  readonly contiguity?: ContiguityRule;
}

/**
 * A smallest set of rules that collide (deletion filter, Chinneck and Dravnieks 1991): each rule is left out for good unless
 * the others can hold without it. How many districts there are to be is what is asked, so it is named but not left out.
 */
export function findConflict(question: ConsolidateQuestion, facts: GroupingFacts): Conflict {
  const asked: Text = filled(SAID.groupsOf, {
    districts: counted(question.districts, "districts"),
    length: numeral(facts.names.length),
  });
  let parts: Part[] = question.rules.map((rule) => ({
    rule,
    text: groupingRuleText(rule, { districts: facts.names }),
  }));
  const { contiguity } = question;
  if (contiguity !== "ignored") parts.push({ contiguity, text: samePiece(contiguity) });
  for (const part of parts) {
    const others = parts.filter((other) => other !== part);
    if (!canHold(question.districts, others, facts)) parts = others;
  }
  return { rules: [asked, ...parts.map(({ text }) => text)] };
}

function canHold(groups: number, parts: readonly Part[], facts: GroupingFacts): boolean {
  const tests = parts.flatMap(({ rule }) => (rule ? [ruleTest(rule, facts)] : []));
  const count = facts.names.length;
  const contiguous = parts.some(({ contiguity }) => contiguity !== undefined);
  const { ended } = enumerateGroupings({
    count,
    groups,
    neighbours: contiguous ? facts.neighbours : allTouch(count),
    allows: (group) => tests.every((test) => test(group)),
    most: 0,
    mostSteps: MOST_STEPS,
  });
  // "most": a grouping was found. "steps": undecided, and the rule stays named; a conflict too large misleads less.
  return ended !== "complete";
}
