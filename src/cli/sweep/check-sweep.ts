import { named } from "../../ask.ts";
import { COST_ITEMS, costFault } from "../../domain/cost-items.ts";
import { gradesInWords, hasBand } from "../../domain/grades.ts";
import { catalogue, type Said } from "../../domain/language.ts";
import { nearNames } from "../../domain/near-names.ts";
import { COST_PARAMETERS } from "../../cost/parameters/table.ts";
import { isMeasureKey, WHOLE_MEASURES } from "../../evaluate/measures/table.ts";
import type { OpenCase } from "../../open-case.ts";
import { type Circumstances, patched, patchesOf, type SweepFile } from "../../protocol/sweep-file.ts";
import { type QuestionFile, questionFileSchema } from "../../protocol/question-file.ts";
import { audienceOf } from "../../report/internal.ts";
import { countsIn } from "../../report/shown-measures.ts";
import { APART, tooClose } from "../../sweep/far-apart.ts";
import type { Scenario } from "../../sweep/scenarios.ts";
import { meant } from "../arguments.ts";
import { CommandError, EXIT } from "../exit.ts";
import { misnamedText } from "../misnamed.ts";
import type { Say } from "../say.ts";
import type { ReadSweep } from "./read-sweep.ts";

const SAID = catalogue("cli.sweep.check", {
  at: { da: "{path}, linje {line, number}: {what}", en: "{path}, line {line, number}: {what}" },
  unknownMeasure: { da: "{sort} er ikke et nøgletal.{meant}", en: "{sort} is not a measure.{meant}" },
  lastSchool: {
    da: "når {sites} lukker, er der ingen skole tilbage til {grades}. Lad en af dem være åben.",
    en: "when {sites} are closed, no school is left for {grades}. Leave one of them open.",
  },
  overWhole: {
    da: "{item} gange {factor, number} er mere end det hele. Skriv et mindre tal.",
    en: "{item} times {factor, number} is more than the whole. Write a smaller number.",
  },
  tooClose: {
    da: "Sagens elever er virkelige. Værdierne {one, number} og {other, number} af {path} ligger så tæt, at svarene tilsammen kunne røbe enkelte elever. Lad dem ligge mindst {percent, number} % fra hinanden, eller kald filerne noget på .internal.csv, så de kun er til jer selv.",
    en: "The case's pupils are real. The values {one, number} and {other, number} of {path} are so close that the answers together could tell of single pupils. Let them be at least {percent, number}% apart, or call the files something ending in .internal.csv, so that they are for yourselves alone.",
  },
});

type Path = readonly (string | number)[];

/** Refuses, before anything is computed, what the file asks of the case and cannot be: each with its line. */
export function checkSweep(path: string, { file, lineOf }: ReadSweep, opened: OpenCase, say: Say): void {
  const inQuestion = ([at, question]: readonly [Path, QuestionFile]): readonly Problem[] =>
    wrongInQuestion(opened, question, say).map((what) => ({ at, what }));
  const own = inQuestion([["question"], file.question]);
  const problems = [
    // What is wrong in the question itself is so in all that are made of it.
    ...(own.length > 0 ? own : questionsOf(file).flatMap(inQuestion)),
    ...circumstancesOf(file).flatMap(([at, each]) => wrongInCircumstances(opened, at, each, say)),
  ];
  if (problems.length === 0) return;
  const lines = problems.map(({ at, what }) => say.text(SAID.at, { path, line: lineOf(at) ?? 1, what }));
  throw new CommandError(EXIT.input, lines.join("\n"));
}

/** Refuses scenarios so close together that files for anybody would tell of single pupils by them. */
export function checkApart(scenarios: readonly Scenario[], opened: OpenCase, out: readonly string[], say: Say): void {
  if (countsIn(opened.basis) === "exactly" || out.every((path) => audienceOf(path) === "planner")) return;
  const [first] = tooClose(scenarios);
  if (!first) return;
  const [one, other] = first.values;
  throw new CommandError(EXIT.input, say.text(SAID.tooClose, { path: first.path, one, other, percent: 100 * APART }));
}

/** The sweep's question with other fields, each with where these stand. */
const questionsOf = (file: SweepFile): readonly (readonly [Path, QuestionFile])[] =>
  patchesOf(file).map(([at, fields]) => [at, questionFileSchema.parse(patched(file.question, fields))]);

const circumstancesOf = ({ axes, scenarios }: SweepFile): readonly (readonly [Path, Circumstances])[] => [
  ...(axes?.closed ?? []).map((closed, i) => [["axes", "closed", i], { closed }] as const),
  ...(axes?.prices ?? []).map((prices, i) => [["axes", "prices", i], { prices }] as const),
  ...(scenarios ?? []).flatMap(({ closed, prices }, i) => [
    [["scenarios", i, "closed"], { ...(closed && { closed }) }] as const,
    [["scenarios", i, "prices"], { ...(prices && { prices }) }] as const,
  ]),
];

function wrongInQuestion(opened: OpenCase, question: QuestionFile, say: Say): readonly string[] {
  const read = named(opened, question);
  const names = "status" in read ? [misnamedText(read.names, say)] : [];
  const sort = question.kind === "consolidate" ? question.sort : undefined;
  if (sort === undefined || isMeasureKey(sort)) return names;
  const near = nearNames(
    sort,
    WHOLE_MEASURES.map(({ key }) => key),
  );
  const known: Said = near.length > 0 ? meant(near) : "";
  return [...names, say.text(SAID.unknownMeasure, { sort, meant: known })];
}

interface Problem {
  readonly at: Path;
  readonly what: string;
}

function wrongInCircumstances(
  opened: OpenCase,
  at: Path,
  { closed = [], prices = {} }: Circumstances,
  say: Say,
): readonly Problem[] {
  const { municipality, baseline, costs } = opened.basis;
  const ids = municipality.sites.map(({ id }) => id);
  const unknown = closed.flatMap((name, i) =>
    ids.includes(name)
      ? []
      : [{ at: [...at, i], what: misnamedText([{ kind: "site" as const, name, near: nearNames(name, ids) }], say) }],
  );
  const lost = municipality.grades.bands.find(
    ({ band }) =>
      closed.length > 0 && !ids.some((id, site) => !closed.includes(id) && hasBand(baseline.teaching[site], band)),
  );
  const names = municipality.sites.filter(({ id }) => closed.includes(id)).map(({ name }) => name);
  const over = COST_ITEMS.flatMap((item): Problem[] => {
    const factor = prices[item];
    if (factor === undefined || costFault(item, costs[item].high * factor) !== "share") return [];
    return [{ at: [...at, item], what: say.text(SAID.overWhole, { item: COST_PARAMETERS[item].name, factor }) }];
  });
  return [
    ...unknown,
    ...(lost && unknown.length === 0
      ? [{ at, what: say.text(SAID.lastSchool, { sites: names.join(", "), grades: gradesInWords(lost.key) }) }]
      : []),
    ...over,
  ];
}
