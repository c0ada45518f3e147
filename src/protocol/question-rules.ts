import { DANISH_KRONER, moneyOf } from "../domain/currency.ts";
import type { Grades } from "../domain/grades.ts";
import { z } from "zod";
import type { Text } from "../domain/language.ts";
import type { AssignmentRule, GroupingRule, NetworkRule, RedrawRule } from "../domain/question.ts";
import { ASSIGNMENT } from "./rules/assignment.ts";
import { GROUPING } from "./rules/grouping.ts";
import { NETWORK } from "./rules/network.ts";
import { REDRAW } from "./rules/redraw.ts";
import type { RuleNames, RulePage, RuleWords, TypedRule } from "./rules/row.ts";

/** The rules of each kind of question; what reads, says, types and explains one follows from its row here. */
export const QUESTION_RULES = { assignment: ASSIGNMENT, network: NETWORK, redraw: REDRAW, grouping: GROUPING } as const;

/** Any row, asked with what it is about. */
interface AnyRow<Written, Rule> {
  readonly page: RulePage;
  readonly typed?: TypedRule;
  read(rule: Written, names: RuleNames): Rule;
  words(rule: Rule, names: RuleWords): Text;
}

/** The schemas of some rows, as one that tells them by their kind. */
function anyOf<Row extends { readonly schema: z.core.$ZodTypeDiscriminable }>(rows: readonly Row[]) {
  const [first, ...others] = rows.map(({ schema }): Row["schema"] => schema);
  return z.discriminatedUnion("kind", [first, ...others]);
}

export const groupingRule = anyOf(Object.values(GROUPING));
export const assignmentRule = anyOf(Object.values(ASSIGNMENT));
export const networkRule = anyOf(Object.values(NETWORK));
export const redrawRule = anyOf(Object.values(REDRAW));

const reader =
  <Kind extends string, Written extends { readonly kind: Kind }, Rule>(
    rows: Readonly<Record<Kind, AnyRow<Written, Rule>>>,
  ) =>
  (rule: Written, names: RuleNames): Rule =>
    rows[rule.kind].read(rule, names);

type WrittenGrouping = z.infer<typeof groupingRule>;
type WrittenAssignment = z.infer<typeof assignmentRule>;
type WrittenNetwork = z.infer<typeof networkRule>;
type WrittenRedraw = z.infer<typeof redrawRule>;

/** A rule of a question as it was written, with its names as numbers. */
export const readGroupingRule = reader<WrittenGrouping["kind"], WrittenGrouping, GroupingRule>(GROUPING);
export const readAssignmentRule = reader<WrittenAssignment["kind"], WrittenAssignment, AssignmentRule>(ASSIGNMENT);
export const readNetworkRule = reader<WrittenNetwork["kind"], WrittenNetwork, NetworkRule>(NETWORK);
export const readRedrawRule = reader<WrittenRedraw["kind"], WrittenRedraw, RedrawRule>(REDRAW);

const speaker =
  <Rule extends { readonly kind: string }, Names>(
    rows: Readonly<Record<Rule["kind"], AnyRow<never, Rule>>>,
    whole: (names: Names) => RuleWords,
  ) =>
  (rule: Rule, names: Names): Text => {
    const kind: Rule["kind"] = rule.kind;
    return rows[kind].words(rule, whole(names));
  };

const NAMELESS: RuleWords = {
  bands: [],
  sites: [],
  units: { id: [] },
  districts: [],
  balance: "pupils",
  currency: DANISH_KRONER,
};

type PlaceNames = Pick<RuleWords, "sites" | "units"> & {
  readonly grades: Pick<Grades, "bands">;
  readonly info: Parameters<typeof moneyOf>[0];
};

const placed = ({ grades, sites, units, info }: PlaceNames): RuleWords => ({
  ...NAMELESS,
  bands: grades.bands,
  sites,
  units,
  currency: moneyOf(info),
});

const assignmentText = speaker<AssignmentRule, PlaceNames>(ASSIGNMENT, placed);
const networkText = speaker<NetworkRule, PlaceNames>(NETWORK, placed);

const isNetworks = (rule: AssignmentRule | NetworkRule): rule is NetworkRule => rule.kind in NETWORK;

/** A rule in words, with names. */
export const ruleInWords = (rule: AssignmentRule | NetworkRule, names: PlaceNames): Text =>
  isNetworks(rule) ? networkText(rule, names) : assignmentText(rule, names);
export const groupingRuleText = speaker<GroupingRule, Pick<RuleWords, "districts">>(GROUPING, (names) => ({
  ...NAMELESS,
  ...names,
}));
export const redrawRuleText = speaker<RedrawRule, Omit<RuleWords, "currency">>(REDRAW, (names) => ({
  ...NAMELESS,
  ...names,
}));
