import { readCaseFolder } from "../../src/cli/files.ts";
import { nodeSolver } from "../../src/cli/solver.ts";
import { repriceGroupings } from "../../src/compare/reprice.ts";
import { CONCERNS, leastOpposed, weighedList } from "../../src/compare/weights.ts";
import { costModel } from "../../src/cost/cost-model.ts";
import { evaluatePlan, makeBasis } from "../../src/evaluate/evaluate.ts";
import { schoolBuses } from "../../src/evaluate/school-buses.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { openCase } from "../../src/open-case.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { drawCase } from "../cases/drawn.ts";
import { type Group, inMs, type Result, timed } from "./measure.ts";

/** Plans evaluated before one is timed: until then most of the time is the engine's own, compiling. The first of all is a line of its own. */
const MANY = 50;
const EVALUATED = `evaluate one plan, all measures and money, after ${MANY} others`;

/** What it takes to say what a plan means. */
export const effects: Group = {
  name: "effects",
  run: async () => [...(await holbaek()), await large()],
};

async function holbaek(): Promise<readonly Result[]> {
  const { value } = openCase(await readCaseFolder("data/holbaek"));
  if (!value) throw new Error("data/holbaek does not open");
  const { basis, plans } = value;
  const on = `Holbæk: ${basis.municipality.units.count} units, ${basis.municipality.sites.length} sites`;
  const begun = performance.now();
  evaluatePlan(basis, plans[1]);
  const first = performance.now() - begun;
  const evaluation = await timed(() => evaluatePlan(basis, plans[1]), MANY);
  const buses = await timed(() => schoolBuses(basis, plans[1]));
  const outcome = await consolidate(
    basis,
    { kind: "consolidate", districts: 4, policy: "nearest", contiguity: "ferry", rules: [] },
    nodeSolver(),
  );
  if (outcome.status !== "optimal") throw new Error(outcome.status);
  const { class: price } = costModel(2015);
  const { low, mid, high, priceYear, confidence } = price;
  const own = { item: "class", low, mid: 0.5 * (mid + high), high, priceYear, source: "bench", confidence } as const;
  const dearer = { ...basis, costs: costModel(basis.municipality.info.priceYear, [own]) };
  const repriced = await timed(() => repriceGroupings(dearer, outcome.answer));
  const weighed = weighedList(outcome.answer);
  const random = seededRandom(1);
  const sets = Array.from({ length: 200 }, () => CONCERNS.map(() => random()));
  const opposed = await timed(() => leastOpposed(weighed, sets));
  return [
    {
      what: "the plan nobody is most against, of 200 sets of weights",
      on: `${on}, ${weighed.count} plans`,
      value: inMs(opposed.ms),
      target: "100 ms",
    },
    { what: EVALUATED, on, value: inMs(evaluation.ms), target: "10 ms" },
    { what: "evaluate one plan, the first of a process", on, value: inMs(first), target: "" },
    { what: "school bus routes to every site", on, value: inMs(buses.ms), target: "" },
    {
      what: "complete list again after one changed parameter",
      on: `${outcome.answer.count} groupings`,
      value: inMs(repriced.ms),
      target: "300 ms",
    },
  ];
}

const [ROWS, COLUMNS, SITES] = [50, 100, 100];
const letter = (site: number): string => String.fromCodePoint(0x4e00 + site);
const siteAt = (row: number, column: number): number => Math.floor(row / 5) * 10 + Math.floor(column / 10);
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, number) => number);

/** A made-up place: a grid of units, a site in every block of 5 x 10, ten sites a district. */
async function large(): Promise<Result> {
  const zones = upTo(ROWS).map((row) =>
    upTo(COLUMNS)
      .map((column) => letter(siteAt(row, column)))
      .join(""),
  );
  const all = upTo(SITES);
  const drawn = drawCase({
    zones,
    sites: Object.fromEntries(
      all.map((site) => [letter(site), { at: [5 * Math.floor(site / 10) + 2, 10 * (site % 10) + 5] as const }]),
    ),
    districts: Object.fromEntries(
      upTo(10).map((district) => [
        `district ${district}`,
        all
          .filter((site) => site % 10 === district)
          .map(letter)
          .join(""),
      ]),
    ),
    pupils: (unit) => upTo(10).map((grade) => (unit * 7 + grade * 3) % 4),
  });
  const basis = makeBasis(drawn.municipality, drawn.travel, drawn.baseline);
  const plan = {
    ...drawn.baseline,
    assignment: drawn.baseline.assignment.map((site, pair) => (pair % 11 === 0 ? (site + 1) % SITES : site)),
  };
  const { ms } = await timed(() => evaluatePlan(basis, plan), MANY);
  const on = `${ROWS * COLUMNS} units, ${SITES} sites, ${basis.pupils} pupils, made up`;
  return { what: EVALUATED, on, value: inMs(ms), target: "150 ms" };
}
