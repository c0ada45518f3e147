import { BANDS, GRADES } from "../cases/folkeskole.ts";
import { formatBands } from "../../src/domain/grades.ts";
import { unreachable } from "../../src/domain/outcome.ts";
import { ask, askPrices } from "../../src/ask.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { type OpenCase, openCase } from "../../src/open-case.ts";
import { type QuestionFile, questionFileSchema } from "../../src/protocol/question-file.ts";
import { nodeSolver } from "../../src/cli/solver.ts";
import { timeLimit } from "../../src/cli/time-limit.ts";
import { archipelago } from "../cases/archipelago.ts";
import { tinyCase } from "../cases/tiny.ts";
import { caseFolder } from "../data/case-folder.ts";
import { type Dice, type Kind, Tally } from "./attempt.ts";
import { measured } from "./invariants.ts";

let cases: readonly OpenCase[] | undefined;
const allCases = (): readonly OpenCase[] =>
  (cases ??= [tinyCase(), archipelago(1), caseFolder("lattice")].flatMap((files) => openCase(files).value ?? []));

const OBJECTIVES = ["pupil-metres", "longest-way", "changed-site", "overflow", "kroner", "fullest-site"];
/** A stage for each objective: one that comes twice is refused. */
const eachOnce = <Part extends { readonly objective: string }>(parts: readonly Part[]): Part[][] =>
  [...new Map(parts.map((part) => [part.objective, part])).values()].map((part) => [part]);
const band = (dice: Dice): string => formatBands(GRADES, 1 << dice.one(BANDS).band);

/** A question that the case's own names fill, sensible or not. */
function randomQuestion({ basis }: OpenCase, dice: Dice): unknown {
  const { sites, units } = basis.municipality;
  const site = () => dice.one(sites).id;
  const head = { format: "skoledistrikt-question", version: 1, limits: { seed: dice.whole(1, 9), seconds: 5 } };
  const assignmentRule = (): object =>
    dice.one<() => object>([
      () => ({ kind: "capacity" }),
      () => ({ kind: "contiguous-zones" }),
      () => ({ kind: "keeps-own-unit" }),
      () => ({ kind: "nearest-open" }),
      () => ({ kind: "one-site-for-all-bands" }),
      () => ({ kind: "stay-in-district" }),
      () => ({ kind: "most-moved", pupils: dice.whole(0, 40) }),
      () => ({ kind: "lock", unit: dice.one(units.id), band: band(dice), site: site() }),
      () => ({ kind: "longest-way", band: band(dice), metres: dice.one([1, 500, 1500, 2500.4, 4000, 9000]) }),
      () => ({ kind: "feeder", from: site(), to: site() }),
      () => ({ kind: "at-most", objective: dice.one(OBJECTIVES), most: dice.one([0, 1, 500, 1e5]) }),
      () => ({ kind: "most-split", pairs: dice.whole(0, 3) }),
      () => ({ kind: "capacity-in-years", from: 0, to: dice.whole(0, 3), scenarios: ["low"] }),
    ])();
  const networkRule = (): object =>
    dice.one<() => object>([
      () => ({ kind: "capacity" }),
      () => ({ kind: "most-closures", sites: dice.whole(0, 4) }),
      () => ({ kind: "fewest-pupils", pupils: dice.whole(0, 80) }),
      () => ({ kind: "most-pupils", pupils: dice.whole(1, 200) }),
      () => ({ kind: "longest-way", band: band(dice), metres: dice.one([1, 800, 3000, 9000]) }),
      () => ({ kind: "lock", unit: dice.one(units.id), band: band(dice), site: site() }),
    ])();
  const several = <Item>(most: number, make: () => Item): Item[] => Array.from({ length: dice.whole(0, most) }, make);
  return dice.one<() => unknown>([
    () => ({
      ...head,
      kind: "reassign",
      rules: several(4, assignmentRule),
      stages: eachOnce(
        several(3, () => ({ objective: dice.one(OBJECTIVES), weight: dice.one([1, 0.5, 700]) })).concat([
          { objective: "pupil-metres", weight: 1 },
        ]),
      ),
    }),
    () => ({
      ...head,
      kind: "network",
      ...(dice.chance(0.5) && {
        sites: sites.map(({ id }) => ({
          site: id,
          teaches: dice.one([["0-9", ""], ["0-9"], ["0-6", ""], ["", "7-9"]]),
        })),
      }),
      rules: several(3, networkRule),
      ...(dice.chance(0.5) && {
        costs: {
          site: dice.one([0, 0.02, 1e6, 1e12]),
          band: dice.one([0, 0.5]),
          pupil: 0,
          pupilKilometre: dice.one([0, 0.0006, 600]),
        },
      }),
      list: { networks: dice.whole(1, 3), apart: dice.whole(1, 2) },
    }),
    () => ({
      ...head,
      kind: "redraw",
      districts: dice.whole(1, 5),
      tolerance: dice.one([0, 0.05, 0.5, 1]),
      balance: dice.one(["pupils", "0-3", "7-9"]),
      objective: dice.one(["inertia", "pupil-metres"]),
      sites: dice.one(["in-every-district", "ignored"]),
      ...(dice.chance(0.3) && { seats: [site(), site()] }),
    }),
  ])();
}

export const tally = new Tally();

/** Random questions: an outcome with a name, and every figure of an answer is evaluate's of its plan. */
export const randomQuestions: Kind = {
  name: "questions",
  async attempt(dice, about) {
    const opened = dice.one(allCases());
    const read = questionFileSchema.safeParse(randomQuestion(opened, dice));
    if (!read.success) {
      tally.add("refused");
      return undefined;
    }
    const question: QuestionFile = read.data;
    const find = (what: string) => ({
      what: `${opened.basis.municipality.info.name} ${JSON.stringify(question)}: ${what}`,
    });
    about(`${opened.basis.municipality.info.name} ${JSON.stringify(question)}`);
    const priced = question.kind === "reassign" && dice.chance(0.2);
    const isOver = timeLimit(5);
    const outcome = await (priced ? askPrices : ask)(opened, question, nodeSolver(), { shouldStop: isOver });
    // Stopped before anything was found.
    const ranOut = outcome.status === "failed" && isOver();
    tally.add(ranOut ? "ran out of time" : outcome.status);
    if (ranOut) return undefined;
    switch (outcome.status) {
      case "misnamed":
        return find("a name of the case is not known");
      case "failed":
        return find(outcome.reason);
      case "infeasible":
        return outcome.conflict ? undefined : find("infeasible without a reason");
      case "optimal":
      case "stopped":
        break;
      default:
        return unreachable(outcome);
    }
    for (const { plan, evaluation, stages } of outcome.answers) {
      const fault = measured(opened.basis, plan);
      if (fault) return find(fault);
      for (const [key, value] of evaluatePlan(opened.basis, plan).values)
        if (evaluation.values.get(key) !== value)
          return find(`${key}: ${evaluation.values.get(key)} said, ${value} measured`);
      for (const { value, bound } of stages)
        if (bound > value + 1e-6 * Math.max(1, Math.abs(value)))
          return find(`bound ${bound} beyond the value ${value}`);
    }
    return undefined;
  },
};
