import { SCENARIOS } from "../domain/forecast.ts";
import { filled, inBoth, type Text } from "../domain/language.ts";
import { nearNames } from "../domain/near-names.ts";
import { ASSIGNMENT_OBJECTIVES, type AssignmentObjective } from "../domain/question.ts";
import { unreachable } from "../domain/outcome.ts";
import { QUESTION_RULES } from "../protocol/question-rules.ts";
import type { TypedPart, TypedRule } from "../protocol/rules/row.ts";
import { meant, wordIs } from "./arguments.ts";
import { type Quantity, readBounded } from "./quantities.ts";
import { RULE_FORMS_TEXT } from "./rule-forms-text.ts";

const LIMITED_IN: Readonly<Record<AssignmentObjective, Quantity>> = {
  "pupil-metres": "metres",
  "longest-way": "metres",
  "changed-site": "pupils",
  overflow: "pupils",
  kroner: "kroner",
  "fullest-site": "share",
};

/** What a rule may be about. */
export type RuleTarget = Exclude<keyof typeof QUESTION_RULES, "grouping">;

/** A rule as it is typed: `kind`, or `kind:word:word`. */
interface RuleForm extends TypedRule {
  readonly kind: string;
}

/** How the rules of each kind of question are typed. */
const RULE_FORMS: Readonly<Record<RuleTarget, readonly RuleForm[]>> = {
  assignment: formsOf(QUESTION_RULES.assignment),
  network: formsOf(QUESTION_RULES.network),
  redraw: formsOf(QUESTION_RULES.redraw),
};

function formsOf(rows: Readonly<Record<string, { readonly typed?: TypedRule }>>): readonly RuleForm[] {
  return Object.entries(rows).flatMap(([kind, { typed }]) => {
    if (!typed) return [];
    const whole = (words: string): string => [kind, words].filter((word) => word !== "").join(":");
    const form = inBoth((language) => whole(typed.form[language]));
    return [{ ...typed, kind, form, example: whole(typed.example) }];
  });
}

/** How each rule of a kind of question is typed, for its help. */
export const typedForms = (of: RuleTarget): readonly Text[] => RULE_FORMS[of].map(({ form }) => form);

/** Larger than any number in a rule can sensibly be. */
const MANY = 1_000_000_000;
const LATEST_YEAR = 30;

type RuleReading =
  | { readonly rule: Readonly<Record<string, unknown>> }
  | { readonly wrong: Text; readonly example: string };

/** A rule from its words; what is wrong is the rest of a sentence that begins with what was typed. */
export function readRule(text: string, of: RuleTarget): RuleReading {
  const [kind, ...words] = text.split(":").map((word) => word.trim());
  const own = RULE_FORMS[of];
  const form = own.find((each) => each.kind === kind);
  if (!form) return unknownRule(kind, own);
  const { parts, optionalFrom = parts.length, example } = form;
  const said = joined(words, parts);
  if (said.length > parts.length || said.length < optionalFrom) {
    const wrong =
      parts.length === 0 ? RULE_FORMS_TEXT.nothingBehind : filled(RULE_FORMS_TEXT.writtenAs, { form: form.form });
    return { wrong, example: `--rule ${example}` };
  }
  const rule: Record<string, unknown> = { kind };
  for (const [i, word] of said.entries()) {
    const reading = readPart(parts[i], word, rule);
    if ("wrong" in reading) return { wrong: reading.wrong, example: `--rule ${example}` };
    Object.assign(rule, reading.fields);
  }
  return { rule };
}

/** An id may hold a colon itself: in a lock, everything before the band is the unit. */
function joined(words: readonly string[], parts: readonly TypedPart[]): readonly string[] {
  const band = words.findIndex(looksLikeBand);
  const at = parts.findIndex(({ kind }) => kind === "band");
  if (words.length <= parts.length || at !== 1 || band < 1) return words;
  return [words.slice(0, band).join(":"), words[band], words.slice(band + 1).join(":")];
}

/** A band's grades are numbers or a letter before one; which the case has is asked once it is open. */
const looksLikeBand = (word: string): boolean => /^(\d{1,2}|\p{L})(-\d{1,2})?$/u.test(word);

/** The commands that take rules of a kind. */
const HOMES: Readonly<Record<RuleTarget, string>> = {
  assignment: "reassign, price, pareto, repair",
  network: "network",
  redraw: "redraw",
};

const RULE_TARGETS = ["assignment", "network", "redraw"] as const satisfies readonly RuleTarget[];

function unknownRule(kind: string, own: readonly RuleForm[]): RuleReading {
  const home = RULE_TARGETS.filter((of) => RULE_FORMS[of].some((each) => each.kind === kind))
    .map((of) => HOMES[of])
    .join(", ");
  const names = own.map((each) => each.kind);
  const near = nearNames(kind, names);
  const list = names.join(", ");
  const wrong: Text =
    home !== ""
      ? filled(RULE_FORMS_TEXT.ruleOfOthers, { home, list })
      : near.length > 0
        ? filled(RULE_FORMS_TEXT.unknownButNear, { meant: meant(near) })
        : filled(RULE_FORMS_TEXT.unknownRule, { list });
  return { wrong, example: `--rule ${own.find((each) => each.kind === near[0])?.example ?? own[0].example}` };
}

type PartReading = { readonly fields: Readonly<Record<string, unknown>> } | { readonly wrong: Text };

function readPart(part: TypedPart, word: string, before: Readonly<Record<string, unknown>>): PartReading {
  switch (part.kind) {
    case "number": {
      const reading = readBounded(word, part.quantity, { least: part.least, most: MANY, step: part.step });
      return "wrong" in reading ? { wrong: wordIs(word, reading.wrong) } : { fields: { [part.key]: reading.value } };
    }
    case "objective":
      return readObjective(part.key, word);
    case "limit": {
      const objective = ASSIGNMENT_OBJECTIVES.find((each) => each === before["objective"]) ?? "overflow";
      const reading = readBounded(word, LIMITED_IN[objective], { least: 0, most: MANY, step: "any" });
      return "wrong" in reading ? { wrong: wordIs(word, reading.wrong) } : { fields: { [part.key]: reading.value } };
    }
    case "band":
      return looksLikeBand(word) ? { fields: { [part.key]: word } } : { wrong: wordIs(word, RULE_FORMS_TEXT.noBand) };
    case "years":
      return readYears(word);
    case "scenarios": {
      const names = word.split(",").map((each) => each.trim());
      const list = SCENARIOS.join(", ");
      return names.every((name) => SCENARIOS.some((scenario) => scenario === name))
        ? { fields: { scenarios: names } }
        : { wrong: wordIs(word, filled(RULE_FORMS_TEXT.unknownScenarios, { list })) };
    }
    case "name":
      return word === "" ? { wrong: RULE_FORMS_TEXT.nameMissing } : { fields: { [part.key]: word } };
    default:
      return unreachable(part);
  }
}

function readObjective(key: string, word: string): PartReading {
  if (ASSIGNMENT_OBJECTIVES.some((each) => each === word)) return { fields: { [key]: word } };
  const list = ASSIGNMENT_OBJECTIVES.join(", ");
  return { wrong: wordIs(word, filled(RULE_FORMS_TEXT.unknownObjective, { list })) };
}

/** "1-12", or one year alone. */
function readYears(word: string): PartReading {
  const [, from, to = from] = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(word) ?? [];
  const [first, last] = [Number(from), Number(to)];
  if (from === undefined || last > LATEST_YEAR)
    return {
      wrong: wordIs(word, filled(RULE_FORMS_TEXT.yearsOutside, { LATEST_YEAR })),
    };
  if (first > last) return { wrong: wordIs(word, RULE_FORMS_TEXT.yearsReversed) };
  return { fields: { from: first, to: last } };
}
