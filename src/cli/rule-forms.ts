import { SCENARIOS } from "../domain/forecast.ts";
import { BANDS } from "../domain/grades.ts";
import type { Text } from "../domain/language.ts";
import { nearNames } from "../domain/near-names.ts";
import { ASSIGNMENT_OBJECTIVES, type AssignmentObjective } from "../domain/question.ts";
import { unreachable } from "../domain/outcome.ts";
import { meant, wordIs } from "./arguments.ts";
import { type Quantity, readBounded } from "./quantities.ts";

/** One word of a rule between colons. */
type Part =
  | {
      readonly key: string;
      readonly kind: "number";
      readonly quantity: Quantity;
      readonly least: number;
      readonly step: "whole" | "any";
    }
  | { readonly key: string; readonly kind: "band" | "name" | "years" | "scenarios" | "objective" }
  /** How much of the objective that stands before it, in its own unit. */
  | { readonly key: string; readonly kind: "limit" };

const LIMITED_IN: Readonly<Record<AssignmentObjective, Quantity>> = {
  "pupil-metres": "metres",
  "longest-way": "metres",
  "changed-site": "pupils",
  overflow: "pupils",
  kroner: "kroner",
  "fullest-site": "share",
};

/** What a rule may be about. */
export type RuleTarget = "assignment" | "network" | "redraw";

/** A rule as it is typed: `kind`, or `kind:word:word`. */
interface RuleForm {
  readonly kind: string;
  readonly of: readonly RuleTarget[];
  readonly parts: readonly Part[];
  /** Parts from here on may be left out. */
  readonly optionalFrom?: number;
  readonly form: Text;
  readonly example: string;
}

const bare = (kind: string, of: RuleForm["of"] = ["assignment"]): RuleForm => ({
  kind,
  of,
  parts: [],
  form: { da: kind, en: kind },
  example: kind,
});
const number = (key: string, quantity: Quantity, least: number, step: "whole" | "any" = "whole"): Part => ({
  key,
  kind: "number",
  quantity,
  least,
  step,
});
const counted = (kind: string, of: RuleForm["of"], part: Part, example: number): RuleForm => ({
  kind,
  of,
  parts: [part],
  form: { da: `${kind}:N`, en: `${kind}:N` },
  example: `${kind}:${example}`,
});

/** Pupils in every new district, or in the one with a school. */
const pupilsInDistrict = (kind: string, least: number, example: string): RuleForm => ({
  kind,
  of: ["redraw"],
  parts: [number("pupils", "pupils", least), { key: "site", kind: "name" }],
  optionalFrom: 1,
  form: { da: `${kind}:N[:SKOLE]`, en: `${kind}:N[:SITE]` },
  example,
});

/** A row a rule: what it is called, and what stands behind the colons. */
export const RULE_FORMS: readonly RuleForm[] = [
  bare("capacity", ["assignment", "network"]),
  bare("contiguous-zones"),
  bare("keeps-own-unit"),
  bare("nearest-open"),
  bare("one-site-for-all-bands"),
  bare("stay-in-district"),
  counted("most-moved", ["assignment"], number("pupils", "pupils", 0), 200),
  counted("most-split", ["assignment"], number("pairs", "count", 0), 2),
  {
    kind: "capacity-in-years",
    of: ["assignment"],
    parts: [
      { key: "years", kind: "years" },
      { key: "scenarios", kind: "scenarios" },
    ],
    optionalFrom: 0,
    form: { da: "capacity-in-years:1-12:low,mid,high", en: "capacity-in-years:1-12:low,mid,high" },
    example: "capacity-in-years:1-12:mid",
  },
  {
    kind: "at-most",
    of: ["assignment"],
    parts: [
      { key: "objective", kind: "objective" },
      { key: "most", kind: "limit" },
    ],
    form: { da: "at-most:MÅL:GRÆNSE", en: "at-most:OBJECTIVE:LIMIT" },
    example: "at-most:longest-way:9000",
  },
  {
    kind: "lock",
    of: ["assignment", "network", "redraw"],
    parts: [
      { key: "unit", kind: "name" },
      { key: "band", kind: "band" },
      { key: "site", kind: "name" },
    ],
    form: { da: "lock:OMRÅDE:0-3:SKOLE", en: "lock:UNIT:0-3:SITE" },
    example: "lock:891f04b4e3bffff:0-3:absalon",
  },
  {
    kind: "longest-way",
    of: ["assignment", "network"],
    parts: [{ key: "band", kind: "band" }, number("metres", "metres", 1, "any")],
    form: { da: "longest-way:0-3:METER", en: "longest-way:0-3:METRES" },
    example: "longest-way:0-3:2500",
  },
  {
    kind: "feeder",
    of: ["assignment"],
    parts: [
      { key: "from", kind: "name" },
      { key: "to", kind: "name" },
    ],
    form: { da: "feeder:FRA:TIL", en: "feeder:FROM:TO" },
    example: "feeder:aagerup:absalon",
  },
  {
    kind: "farthest",
    of: ["redraw"],
    parts: [number("metres", "metres", 1, "any")],
    form: { da: "farthest:METER", en: "farthest:METRES" },
    example: "farthest:8000",
  },
  pupilsInDistrict("at-least-pupils", 0, "at-least-pupils:400:udby"),
  pupilsInDistrict("at-most-pupils", 1, "at-most-pupils:2000"),
  {
    kind: "held-site",
    of: ["redraw"],
    parts: [{ key: "site", kind: "name" }],
    form: { da: "held-site:SKOLE", en: "held-site:SITE" },
    example: "held-site:tuse",
  },
  {
    kind: "held-district",
    of: ["redraw"],
    parts: [{ key: "district", kind: "name" }],
    form: { da: "held-district:DISTRIKT", en: "held-district:DISTRICT" },
    example: "held-district:tuse",
  },
  counted("most-closures", ["network"], number("sites", "count", 0), 2),
  counted("fewest-pupils", ["network"], number("pupils", "pupils", 0), 150),
  counted("most-pupils", ["network"], number("pupils", "pupils", 1), 600),
];

/** Larger than any number in a rule can sensibly be. */
const MANY = 1_000_000_000;
const LATEST_YEAR = 30;

type RuleReading =
  | { readonly rule: Readonly<Record<string, unknown>> }
  | { readonly wrong: Text; readonly example: string };

/** A rule from its words; what is wrong is the rest of a sentence that begins with what was typed. */
export function readRule(text: string, of: RuleTarget): RuleReading {
  const [kind, ...words] = text.split(":").map((word) => word.trim());
  const own = RULE_FORMS.filter((each) => each.of.includes(of));
  const form = own.find((each) => each.kind === kind);
  if (!form) return unknownRule(kind, own);
  const { parts, optionalFrom = parts.length, example } = form;
  const said = joined(words, parts);
  if (said.length > parts.length || said.length < optionalFrom) {
    const wrong = {
      da: parts.length === 0 ? "der skal ikke stå noget efter navnet" : `det skal skrives ${form.form.da}`,
      en: parts.length === 0 ? "nothing may stand behind the name" : `it is written ${form.form.en}`,
    };
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
function joined(words: readonly string[], parts: readonly Part[]): readonly string[] {
  const band = words.findIndex((word) => BANDS.some(({ key }) => key === word));
  const at = parts.findIndex(({ kind }) => kind === "band");
  if (words.length <= parts.length || at !== 1 || band < 1) return words;
  return [words.slice(0, band).join(":"), words[band], words.slice(band + 1).join(":")];
}

/** The commands that take rules of a kind. */
const HOMES: Readonly<Record<RuleTarget, string>> = {
  assignment: "reassign, price, pareto, repair",
  network: "network",
  redraw: "redraw",
};

function unknownRule(kind: string, own: readonly RuleForm[]): RuleReading {
  const elsewhere = RULE_FORMS.find((each) => each.kind === kind);
  const home = elsewhere?.of.map((each) => HOMES[each]).join(", ");
  const names = own.map((each) => each.kind);
  const near = nearNames(kind, names);
  const list = names.join(", ");
  const wrong: Text = elsewhere
    ? {
        da: `det krav hører til ${home}; her er der: ${list}`,
        en: `that rule belongs to ${home}; here there are: ${list}`,
      }
    : near.length > 0
      ? { da: `kravet kendes ikke.${meant(near, "da")}`, en: `there is no such rule.${meant(near, "en")}` }
      : { da: `kravet kendes ikke; der er: ${list}`, en: `there is no such rule; there are: ${list}` };
  return { wrong, example: `--rule ${own.find((each) => each.kind === near[0])?.example ?? own[0].example}` };
}

type PartReading = { readonly fields: Readonly<Record<string, unknown>> } | { readonly wrong: Text };

function readPart(part: Part, word: string, before: Readonly<Record<string, unknown>>): PartReading {
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
      return BANDS.some(({ key }) => key === word)
        ? { fields: { [part.key]: word } }
        : { wrong: wordIs(word, { da: "er ikke et trin (0-3, 4-6 eller 7-9)", en: "is no band (0-3, 4-6 or 7-9)" }) };
    case "years":
      return readYears(word);
    case "scenarios": {
      const names = word.split(",").map((each) => each.trim());
      const list = SCENARIOS.join(", ");
      return names.every((name) => SCENARIOS.some((scenario) => scenario === name))
        ? { fields: { scenarios: names } }
        : { wrong: wordIs(word, { da: `er ikke scenarier (${list})`, en: `are no scenarios (${list})` }) };
    }
    case "name":
      return word === ""
        ? { wrong: { da: "et navn mangler", en: "a name is missing" } }
        : { fields: { [part.key]: word } };
    default:
      return unreachable(part);
  }
}

function readObjective(key: string, word: string): PartReading {
  if (ASSIGNMENT_OBJECTIVES.some((each) => each === word)) return { fields: { [key]: word } };
  const list = ASSIGNMENT_OBJECTIVES.join(", ");
  return { wrong: wordIs(word, { da: `er ikke et af målene (${list})`, en: `is none of the objectives (${list})` }) };
}

/** "1-12", or one year alone. */
function readYears(word: string): PartReading {
  const [, from, to = from] = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(word) ?? [];
  const [first, last] = [Number(from), Number(to)];
  if (from === undefined || last > LATEST_YEAR)
    return {
      wrong: wordIs(word, { da: `er ikke år fra 0 til ${LATEST_YEAR}`, en: `are no years from 0 to ${LATEST_YEAR}` }),
    };
  if (first > last) return { wrong: wordIs(word, { da: "ender før det begynder", en: "ends before it begins" }) };
  return { fields: { from: first, to: last } };
}
