import { catalogue, type Language, type Text } from "../domain/language.ts";
import { ASSIGNMENT_OBJECTIVES } from "../domain/question.ts";
import { unreachable } from "../domain/outcome.ts";
import { COMMANDS, type CommandName, placeWords } from "./command-list.ts";
import type { Flag } from "./flag-forms.ts";
import { flagsOf } from "./flags.ts";
import { typedForms, type RuleTarget } from "./rule-forms.ts";

const TEXT = catalogue("cli.help", {
  head: {
    da: "skoledistrikt: læg en kommunes skoledistrikter om i det åbne",
    en: "skoledistrikt: restructure a municipality's school districts in the open",
  },
  more: {
    da: "skoledistrikt help KOMMANDO (eller KOMMANDO --help) fortæller om hvert flag. --lang da|en vælger sprog; --version siger, hvilken version det er.",
    en: "skoledistrikt help COMMAND (or COMMAND --help) tells about each flag. --lang da|en chooses the language; --version tells which version this is.",
  },
  plan: {
    da: "PLAN er en fil eller navnet på en plan i MAPPE/plans; hvor et forslag fra siden kan gives, også dets korte kode.",
    en: "PLAN is a file or the name of a plan in FOLDER/plans; where a proposal from the page can be given, its short code too.",
  },
  internal: {
    da: "Filer kan gives videre: de rummer ingen gruppe på under fem elever. Kun til dig selv er en fil, der hedder noget på .internal.json, .internal.csv eller .internal.geojson; den rummer alt og siger det selv.",
    en: "Files may be passed on: they hold no group of fewer than five pupils. A file whose name ends in .internal.json, .internal.csv or .internal.geojson is for yourself alone; it holds everything and says so.",
  },
  goal: {
    da: "MÅL: trin adskilt af komma, vægtede summer med *: overflow,pupil-metres · pupil-metres*1+changed-site*500;",
    en: "GOAL: stages between commas, weighted sums with *: overflow,pupil-metres · pupil-metres*1+changed-site*500;",
  },
  oneOf: { da: "kan være", en: "may be" },
  rule: { da: "KRAV", en: "RULE" },
  toNetwork: { da: "til network", en: "for network" },
  examples: { da: "Eksempler", en: "Examples" },
  required: { da: "skal gives", en: "required" },
  several: { da: "kan gives flere gange", en: "may be given several times" },
  exit: {
    da: "Svar: 0 i orden · 1 intern fejl · 2 fejl i data eller ordre · 3 kan ikke lade sig gøre · 4 stoppet før bevis",
    en: "Exit: 0 ok · 1 internal error · 2 error in data or command · 3 infeasible · 4 stopped before proof",
  },
} satisfies Record<string, Text>);

/** Commands as one would type them; the first of each command stands in its own help too. */
const EXAMPLES: readonly string[] = [
  "check data/holbaek",
  "consolidate data/holbaek --districts 4",
  "consolidate data/holbaek --districts 4 --policy nearest --sort pupil-kilometres --csv holbaek.csv",
  "consolidate data/holbaek --districts 4 --apart Sofielund,Isefjord --at-most 2000",
  "evaluate data/holbaek --plan 2021 --baseline 2016",
  "compare data/holbaek --plan 2016 --plan 2021",
  "forecast data/holbaek --plan 2016 --scenario high --draws 200",
  "reassign data/holbaek --rule capacity-in-years:0-12:mid",
  "network data/holbaek --rule most-closures:2 --networks 3",
  "redraw data/holbaek --districts 4 --tolerance 5% --geojson holbaek.geojson",
  "redraw data/lattice --districts 3 --minimise pupil-metres --balance 0-3",
  "price data/lattice --rule capacity --rule stay-in-district",
  "pareto data/lattice --objectives pupil-metres,changed-site",
  "repair data/lattice --plan today --lock a3",
  "sweep sweep.json data/holbaek --out sweep.csv",
  "worker postgresql://anna@vaert/planer data/holbaek --cores 4",
  "buses data/holbaek --plan 2016 --seats 30",
  "paper data/holbaek --plan 2021 --alternative 2016 --start 2028 --out sag.docx",
  "verify sag.tal.json data/holbaek",
  "calendar data/holbaek --plan 2016 --start 2027 --ics holbaek.ics",
];

const WIDTH = 118;

/** All commands with their flags. */
export function helpText(language: Language): string {
  const commands = COMMANDS.flatMap(({ name, help }) => [
    `  skoledistrikt ${name} ${placeWords(name, language)}`.padEnd(40) + `  ${help[language]}`,
    ...wrapped(usageOf(name, language), "      "),
  ]);
  return [
    TEXT.head[language],
    "",
    ...commands,
    "",
    `  ${TEXT.plan[language]}`,
    ...wrapped(TEXT.more[language].split(" "), "  "),
    ...wrapped(TEXT.internal[language].split(" "), "  "),
    "",
    ...ruleLines("assignment", language),
    ...ruleLines("network", language),
    ...goalLines(language),
    "",
    TEXT.examples[language],
    ...EXAMPLES.map((example) => `  skoledistrikt ${example}`),
    "",
    TEXT.exit[language],
  ].join("\n");
}

/** One command: what it does, every flag it takes, examples. */
export function commandHelp(command: CommandName, language: Language): string {
  const row = COMMANDS.find(({ name }) => name === command);
  const flags = flagsOf(command);
  const left = flags.map((flag) => `  ${wordsOf(flag, language)}`);
  const width = Math.min(34, Math.max(...left.map(({ length }) => length)));
  const lines = flags.flatMap((flag, i) => {
    const help = `${flag.help[language]}${notes(flag, command, language)}`;
    const own =
      left[i].length > width ? [left[i], `${" ".repeat(width)}  ${help}`] : [`${left[i].padEnd(width)}  ${help}`];
    return [...own, ...longChoices(flag)];
  });
  const takesRules = flags.some(({ name }) => name === "rule");
  const takesGoal = flags.some(({ name, takes }) => name === "minimise" && takes.kind === "words");
  const examples = EXAMPLES.filter((example) => example.startsWith(`${command} `));
  return [
    `skoledistrikt ${command} ${placeWords(command, language)}: ${row?.help[language] ?? ""}`,
    "",
    ...lines,
    ...(takesRules
      ? ["", ...ruleLines(command === "network" || command === "redraw" ? command : "assignment", language)]
      : []),
    ...(takesGoal ? ["", ...goalLines(language)] : []),
    ...(examples.length > 0 ? ["", TEXT.examples[language], ...examples.map((each) => `  skoledistrikt ${each}`)] : []),
    "",
    TEXT.exit[language],
  ].join("\n");
}

/** A list of words too long to stand after its flag. */
const longChoices = ({ takes }: Flag): readonly string[] =>
  takes.kind === "choice" && takes.choices.length > MOST_BESIDE
    ? wrapped(
        takes.choices.map((choice, i) => (i < takes.choices.length - 1 ? `${choice},` : choice)),
        "      ",
      )
    : [];

/** Words of a list that stand after their flag, between strokes. */
const MOST_BESIDE = 4;

function notes(flag: Flag, command: CommandName, language: Language): string {
  const found = [
    ...(flag.required?.includes(command) ? [TEXT.required[language]] : []),
    ...(flag.several ? [TEXT.several[language]] : []),
  ];
  return found.length > 0 ? ` (${found.join("; ")})` : "";
}

/** "--policy stay|nearest". */
function wordsOf({ name, takes }: Flag, language: Language): string {
  switch (takes.kind) {
    case "nothing":
      return `--${name}`;
    case "choice":
      return takes.choices.length > MOST_BESIDE ? `--${name} ${takes.example}` : `--${name} ${takes.choices.join("|")}`;
    case "whole":
      return `--${name} ${takes.example}`;
    case "words":
    case "input":
    case "output":
      return `--${name} ${takes.word[language]}`;
    default:
      return unreachable(takes);
  }
}

/** What a command cannot do without, then the rest in brackets; language and help go without saying. */
function usageOf(command: CommandName, language: Language): readonly string[] {
  const flags = flagsOf(command).filter(({ commands }) => commands !== "all");
  const word = (flag: Flag) => `${wordsOf(flag, language)}${flag.several ? " …" : ""}`;
  const needed = flags.filter(({ required }) => required?.includes(command));
  return [...needed.map(word), ...flags.filter((flag) => !needed.includes(flag)).map((flag) => `[${word(flag)}]`)];
}

function ruleLines(of: RuleTarget, language: Language): readonly string[] {
  const title = of === "network" ? `${TEXT.rule[language]} ${TEXT.toNetwork[language]}: ` : `${TEXT.rule[language]}: `;
  const forms = typedForms(of).map((form) => form[language]);
  const [first, ...rest] = wrapped(
    forms.map((form, i) => (i < forms.length - 1 ? `${form},` : form)),
    "  ",
  );
  return [`${title}${first.trim()}`, ...rest];
}

const goalLines = (language: Language): readonly string[] => [
  TEXT.goal[language],
  `  ${TEXT.oneOf[language]} ${ASSIGNMENT_OBJECTIVES.join(", ")}`,
];

function wrapped(words: readonly string[], indent: string): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${indent}${word}`);
  }
  return lines;
}
