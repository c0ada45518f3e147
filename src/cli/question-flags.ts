import { ASSIGNMENT_OBJECTIVES } from "../domain/question.ts";
import { filled, quoted, type Text } from "../domain/language.ts";
import { nearNames } from "../domain/near-names.ts";
import { bandKeySchema } from "../protocol/band-schemas.ts";
import { type Arguments, given, meant, wordIs } from "./arguments.ts";
import { readBounded, readQuantity } from "./quantities.ts";
import { readRule, type RuleTarget } from "./rule-forms.ts";
import { QUESTION_FLAGS_TEXT } from "./question-flags-text.ts";

/** The commands that ask a question, and the kind of question each asks. */
export const QUESTION_KINDS = {
  consolidate: "consolidate",
  reassign: "reassign",
  price: "reassign",
  pareto: "reassign",
  repair: "reassign",
  network: "network",
  redraw: "redraw",
} as const;
export type AskingCommand = keyof typeof QUESTION_KINDS;
type QuestionKind = (typeof QUESTION_KINDS)[AskingCommand];

type Fields = Readonly<Record<string, unknown>>;

/** A part of a question that a flag gives, and how it goes into one: by taking a field's place unless `into` says otherwise. */
export interface FlagField {
  /** As typed, for saying that it goes before what a file says. */
  readonly typed: string;
  readonly into: (question: Fields) => Fields;
}

/** What the flags of a command say of its question, in the table's order. */
export function fieldsFromFlags(command: AskingCommand, args: Arguments): readonly FlagField[] {
  const kind = QUESTION_KINDS[command];
  return [
    ...(kind === "consolidate" ? consolidateFields(args) : []),
    ...(kind === "reassign" ? reassignFields(command, args) : []),
    ...(kind === "network" ? networkFields(args) : []),
    ...(kind === "redraw" ? redrawFields(args) : []),
    ...within("limits", args, { seconds: args.whole("seconds"), seed: args.whole("seed") }),
  ];
}

/** The question that flags alone make; what they leave out has the schema's defaults. */
export const questionFromFlags = (kind: QuestionKind, fields: readonly FlagField[]): unknown =>
  fields.reduce<Fields>((question, { into }) => into(question), {
    format: "skoledistrikt-question",
    version: 1,
    kind,
    ...usualFields(kind),
  });

/** A field by the name of its flag, where that is given. */
const replaced = (args: Arguments, flag: string, field: string, value: unknown): readonly FlagField[] =>
  args.has(flag)
    ? [
        {
          typed: `--${flag} ${args.all(flag).join(` --${flag} `)}`,
          into: (question) => ({ ...question, [field]: value }),
        },
      ]
    : [];

/** Fields of an object within the question, one by one. */
const within = (field: string, args: Arguments, values: Readonly<Record<string, unknown>>): readonly FlagField[] =>
  Object.entries(values).flatMap(([name, value]): readonly FlagField[] =>
    value === undefined
      ? []
      : [
          {
            typed: `--${name} ${args.text(name) ?? ""}`,
            into: (question) => ({ ...question, [field]: { ...fieldsOf(question[field]), [name]: value } }),
          },
        ],
  );

const fieldsOf = (value: unknown): Fields => (typeof value === "object" && value !== null ? { ...value } : {});

/** Rules of one kind in place of those of that kind. */
function rulesOfKind(args: Arguments, flag: string, kind: string, rules: readonly Fields[]): readonly FlagField[] {
  if (!args.has(flag)) return [];
  const others = (question: Fields): readonly unknown[] =>
    Array.isArray(question["rules"]) ? question["rules"].filter((rule) => fieldsOf(rule)["kind"] !== kind) : [];
  return [
    {
      typed: `--${flag} ${args.all(flag).join(` --${flag} `)}`,
      into: (question) => ({ ...question, rules: [...others(question), ...rules] }),
    },
  ];
}

function consolidateFields(args: Arguments): readonly FlagField[] {
  const lists = (kind: "together" | "apart") => {
    const rules = args.all(kind).map((list) => ({ kind, districts: namesOf(kind, list, args) }));
    return rulesOfKind(args, kind, kind, rules);
  };
  const bound = (flag: "at-most" | "at-least") => {
    const kind = `${flag}-pupils`;
    return rulesOfKind(args, flag, kind, [{ kind, pupils: args.whole(flag) }]);
  };
  return [
    ...replaced(args, "districts", "districts", args.whole("districts")),
    ...replaced(args, "from", "from", args.choice("from")),
    ...replaced(args, "policy", "policy", args.choice("policy")),
    ...replaced(args, "contiguity", "contiguity", args.choice("contiguity")),
    ...touchingField(args),
    ...replaced(args, "sort", "sort", args.text("sort")),
    ...lists("together"),
    ...lists("apart"),
    ...bound("at-most"),
    ...bound("at-least"),
  ];
}

/** The pairs of both flags in place of those of a file. */
function touchingField(args: Arguments): readonly FlagField[] {
  const flags = (["touching", "not-touching"] as const).filter((flag) => args.has(flag));
  const touching = flags.flatMap((flag) =>
    args.all(flag).map((list) => {
      const districts = namesOf(flag, list, args);
      if (districts.length !== 2)
        throw args.misused(`--${flag} ${list}`, QUESTION_FLAGS_TEXT.twoNamesNeeded, `--${flag} Sofielund,Isefjord`);
      return { districts, touch: flag === "touching" ? "yes" : "no" };
    }),
  );
  const typed = flags.map((flag) => `--${flag} ${args.all(flag).join(` --${flag} `)}`).join(" ");
  return flags.length > 0 ? [{ typed, into: (question) => ({ ...question, touching }) }] : [];
}

/** Two or more names between commas, none of them twice. */
function namesOf(flag: string, list: string, args: Arguments): readonly string[] {
  const names = list.split(",").map((name) => name.trim());
  const wrong = (text: Text) => args.misused(`--${flag} ${list}`, text, `--${flag} Sofielund,Isefjord`);
  if (names.includes("")) throw wrong(QUESTION_FLAGS_TEXT.nameMissing);
  if (names.length < 2) throw wrong(QUESTION_FLAGS_TEXT.oneName);
  const twice = names.find((name, i) => names.slice(0, i).some((other) => other.toLowerCase() === name.toLowerCase()));
  if (twice !== undefined) throw wrong(filled(QUESTION_FLAGS_TEXT.nameTwice, { name: twice }));
  return names;
}

function reassignFields(command: AskingCommand, args: Arguments): readonly FlagField[] {
  return [
    ...(command === "repair" ? [] : replaced(args, "plan", "plan", args.text("plan"))),
    ...replaced(args, "minimise", "stages", stagesOf(args)),
    ...replaced(args, "rule", "rules", rulesOf(args, "assignment")),
  ];
}

function rulesOf(args: Arguments, of: RuleTarget): readonly unknown[] {
  return args.all("rule").map((text) => {
    const reading = readRule(text, of);
    if ("wrong" in reading) throw args.misused(`--rule ${text}`, reading.wrong, reading.example);
    return reading.rule;
  });
}

/** "overflow,pupil-metres*1+changed-site*500". */
function stagesOf(args: Arguments): readonly unknown[] {
  const text = args.text("minimise");
  if (text === undefined) return [];
  const wrong = (what: Text) => args.misused(`--minimise ${text}`, what, "--minimise overflow,pupil-metres");
  const asked = new Set<string>();
  return text.split(/,(?!\d)/).map((stage) =>
    stage.split("+").map((part) => {
      const [name = "", weight, ...rest] = part.split("*").map((word) => word.trim());
      const objective = ASSIGNMENT_OBJECTIVES.find((each) => each === name);
      if (objective === undefined || rest.length > 0) throw wrong(unknownObjective(name));
      if (asked.has(objective)) throw wrong(filled(QUESTION_FLAGS_TEXT.goalTwice, { objective }));
      asked.add(objective);
      if (weight === undefined) return { objective };
      const reading = readQuantity(weight, "count");
      if ("wrong" in reading) throw wrong(filled(QUESTION_FLAGS_TEXT.weightWrong, { weight, wrong: reading.wrong }));
      if (reading.value <= 0) throw wrong(filled(QUESTION_FLAGS_TEXT.weightNotAboveZero, { weight }));
      return { objective, weight: reading.value };
    }),
  );
}

export function unknownObjective(name: string): Text {
  const near = nearNames(name, ASSIGNMENT_OBJECTIVES);
  const list = ASSIGNMENT_OBJECTIVES.join(", ");
  const there = near.length > 0 ? meant(near) : filled(QUESTION_FLAGS_TEXT.goals, { list });
  return filled(QUESTION_FLAGS_TEXT.unknownGoal, { name: quoted(name), there });
}

function networkFields(args: Arguments): readonly FlagField[] {
  return [
    ...replaced(
      args,
      "site",
      "sites",
      args.all("site").map((text) => siteOption(text, args)),
    ),
    ...replaced(args, "rule", "rules", rulesOf(args, "network")),
    ...(args.has("cost") ? [costField(args)] : []),
    ...within("list", args, { networks: args.whole("networks"), apart: args.whole("apart") }),
  ];
}

/** "absalon=0-9|closed". */
function siteOption(text: string, args: Arguments): Fields {
  const at = text.lastIndexOf("=");
  const ranges = text
    .slice(at + 1)
    .split("|")
    .map((range) => range.trim());
  if (at < 1 || ranges.includes(""))
    throw args.misused(`--site ${text}`, QUESTION_FLAGS_TEXT.schoolForm, '--site "absalon=0-9|closed"');
  return { site: text.slice(0, at).trim(), teaches: ranges.map((range) => (range === "closed" ? "" : range)) };
}

const COSTS = ["site", "band", "pupil", "pupilKilometre"] as const;

/** The costs given, beside those the file has; what neither says is as usual in the case's currency. */
function costField(args: Arguments): FlagField {
  const costs: Record<string, number> = {};
  for (const text of args.all("cost")) {
    const at = text.lastIndexOf("=");
    const name = COSTS.find((each) => each === text.slice(0, Math.max(0, at)).trim());
    const wrong = (what: Text) => args.misused(`--cost ${text}`, what, "--cost site=1800000");
    if (name === undefined) {
      const list = COSTS.join(", ");
      throw wrong(filled(QUESTION_FLAGS_TEXT.priceForm, { list }));
    }
    const reading = readBounded(text.slice(at + 1), "kroner", { least: 0, most: 1e12, step: "any" });
    if ("wrong" in reading) throw wrong(wordIs(text.slice(at + 1), reading.wrong));
    costs[name] = reading.value;
  }
  return {
    typed: `--cost ${args.all("cost").join(" --cost ")}`,
    into: (question) => ({ ...question, costs: { ...fieldsOf(question["costs"]), ...costs } }),
  };
}

/** Longest time for a redraw on the command line where none is said: it may take very long to prove. */
const REDRAW_SECONDS = 60;
/** How much districts may differ where neither a flag nor a file says. */
const REDRAW_TOLERANCE = 0.1;

function redrawFields(args: Arguments): readonly FlagField[] {
  return [
    ...replaced(args, "districts", "districts", args.whole("districts")),
    ...replaced(args, "tolerance", "tolerance", toleranceOf(args)),
    ...replaced(args, "balance", "balance", balanceOf(args)),
    ...replaced(args, "minimise", "objective", args.choice("minimise")),
    ...replaced(args, "sites", "sites", args.choice("sites")),
    ...replaced(args, "seat", "seats", args.all("seat")),
    ...replaced(args, "rule", "rules", rulesOf(args, "redraw")),
  ];
}

function balanceOf(args: Arguments): string | undefined {
  const text = args.text("balance");
  if (text !== undefined && !bandKeySchema.safeParse(text).success && text !== "pupils")
    throw args.misused(`--balance ${text}`, QUESTION_FLAGS_TEXT.noGrades, "--balance 0-3");
  return text;
}

/** "10%" or 0.1; a bare 10 could be either. */
function toleranceOf(args: Arguments): number | undefined {
  const text = args.text("tolerance");
  if (text === undefined) return undefined;
  const reading = readQuantity(text, "share");
  const wrong = (what: Text) => args.misused(`--tolerance ${text}`, what, "--tolerance 10%");
  if ("wrong" in reading) throw wrong(wordIs(text, reading.wrong));
  const { value, unit } = reading;
  if (unit === "unstated" && value >= 1) throw wrong(QUESTION_FLAGS_TEXT.percentMissing);
  if (value < 0 || value > 1) throw wrong(QUESTION_FLAGS_TEXT.percentOutside);
  return value;
}

/** The defaults that only the command line has, put in where no file and no flag says anything. */
const usualFields = (kind: QuestionKind): Fields =>
  kind === "redraw" ? given<unknown>({ tolerance: REDRAW_TOLERANCE, limits: { seconds: REDRAW_SECONDS } }) : {};
