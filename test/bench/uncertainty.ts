import { BANDS, BAND_COUNT } from "../cases/folkeskole.ts";
import { readCaseFolder } from "../../src/cli/files.ts";
import { fairnessOf } from "../../src/compare/fairness/fairness.ts";
import { savingModel } from "../../src/compare/saving-model.ts";
import { turningPoints } from "../../src/compare/turning-points.ts";
import { uncertainSavings } from "../../src/compare/uncertain-savings.ts";
import { hasBand } from "../../src/domain/grades.ts";
import type { Plan } from "../../src/domain/plan.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { sobolIndices } from "../../src/kernels/uncertainty/sobol.ts";
import { openCase } from "../../src/open-case.ts";
import { type Group, inMs, type Result, timed } from "./measure.ts";

const DRAWS = 10_000;
const SEED = 1;

/** Monte Carlo, turning points and fairness on the default case, and Sobol indices against known ones. */
export const uncertainty: Group = {
  name: "uncertainty",
  run: async () => {
    const opened = openCase(await readCaseFolder("data/holbaek")).value;
    if (!opened) throw new Error("data/holbaek does not open");
    return [...(await onHolbaek(opened.basis, opened.plans)), ishigami()];
  },
};

async function onHolbaek(basis: Basis, plans: readonly Plan[]): Promise<readonly Result[]> {
  const closed = ["aagerup", "udby", "gislinge"].map((id) => closing(basis, id));
  const six = [...plans.slice(0, 3), ...closed];
  const drivers = six.flatMap((plan) => evaluatePlan(basis, plan).totals.money?.drivers ?? []);
  const model = savingModel(drivers, basis.today, basis.costs);
  const draws = await timed(() => uncertainSavings(model, { draws: DRAWS, seed: SEED }));
  const pair = savingModel(drivers.slice(2, 4), basis.today, basis.costs);
  const turning = await timed(() => turningPoints(pair, 0, 1, { seed: SEED }));
  const fairness = await timed(() => fairnessOf(basis, closed[1]));
  const cells = fairness.value.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const count = (kind: string) => cells.filter((cell) => cell.kind === kind).length;
  const hidden = `${count("few")} cells below 5 and ${count("hidden")} beside them hidden, of ${cells.length}`;
  const { length } = model.parameters;
  return [
    {
      what: "uncertainty: 10,000 draws of 6 plans, all pairs",
      on: `data/holbaek, ${length} parameters, seed ${SEED}`,
      value: inMs(draws.ms),
      target: "1 s",
    },
    {
      what: "uncertainty: turning points and Sobol indices of one pair",
      on: `${length} parameters, 2 x 4,096 rows, seed ${SEED}`,
      value: inMs(turning.ms),
      target: "",
    },
    {
      what: "fairness: three linked tables with small groups hidden",
      on: `data/holbaek, Udby closed; ${hidden}`,
      value: inMs(fairness.ms),
      target: "",
    },
  ];
}

/** A plan that closes one site and sends its pupils to the nearest other one that teaches their band. */
function closing({ baseline, travel, municipality }: Basis, id: string): Plan {
  const { unitWalk, siteCount } = travel;
  const gone = municipality.sites.findIndex((site) => site.id === id);
  const teaching = baseline.teaching.map((taught, site) => (site === gone ? 0 : taught));
  const assignment = baseline.assignment.map((site, pair) => {
    if (site !== gone) return site;
    const [unit, { band }] = [Math.floor(pair / BAND_COUNT), BANDS[pair % BAND_COUNT]];
    const open = teaching.flatMap((taught, other) => (hasBand(taught, band) ? [other] : []));
    const way = (other: number): number => unitWalk[unit * siteCount + other];
    return open.reduce((best, other) => (way(other) < way(best) ? other : best));
  });
  return { ...baseline, id, title: id, teaching, assignment };
}

/** Largest error over the three first-order and three total indices of Ishigami and Homma's function (1990). */
function ishigami(): Result {
  const side = { low: -Math.PI, mid: 0, high: Math.PI, shape: "uniform" as const };
  const parameters = ["x", "y", "z"].map((key) => ({ key, ...side }));
  const { first, total } = sobolIndices(
    parameters,
    ([x, y, z]) => Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x),
    { samples: 2 ** 15, seed: SEED },
  );
  const known = [0.3139, 0.4424, 0, 0.5576, 0.4424, 0.2437];
  const worst = Math.max(...[...first, ...total].map((index, i) => Math.abs(index - known[i])));
  return {
    what: "Sobol indices of the Ishigami function: largest error",
    on: `2 x ${2 ** 15} rows, seed ${SEED}`,
    value: worst.toFixed(4),
    target: "0.02",
  };
}
