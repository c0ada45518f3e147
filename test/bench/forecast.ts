import { readCaseFolder } from "../../src/cli/files.ts";
import { nodeSolver } from "../../src/cli/solver.ts";
import { capacityRisk } from "../../src/compare/capacity-risk.ts";
import type { Scenario } from "../../src/domain/forecast.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { drawYears } from "../../src/evaluate/drawn-years.ts";
import { demandsOf, evaluateYears } from "../../src/evaluate/years.ts";
import { makeForecaster } from "../../src/forecast/forecast.ts";
import { openCase } from "../../src/open-case.ts";
import { reassign } from "../../src/solve/assignment/reassign.ts";
import { type Group, inMs, inSeconds, type Result, timed } from "./measure.ts";

const DRAWS = 200;

/** The years to come on the schematic case that comes with the project. */
export const forecast: Group = {
  name: "forecast",
  run: async () => {
    const opened = openCase(await readCaseFolder("data/holbaek")).value;
    if (!opened) throw new Error("data/holbaek does not open");
    const { basis } = opened;
    const { units, sites } = basis.municipality;
    const on = `${units.count} units, ${sites.length} sites, 12 years`;
    const forecaster = makeForecaster(basis);
    const made = await timed(() => forecaster.inScenario("mid"));
    const followed = await timed(() => evaluateYears(basis, basis.baseline, made.value));
    const started = performance.now();
    const risk = capacityRisk(
      basis.municipality.sites,
      drawYears(basis, basis.baseline, { years: 12, draws: DRAWS, seed: 1 }),
    );
    const drawn = performance.now() - started;
    const held = await holding(basis, ["mid"]);
    return [
      { what: "forecast of one scenario", on, value: inMs(made.ms), target: "" },
      { what: "one plan in every year", on, value: inMs(followed.ms), target: "100 ms" },
      {
        what: "share of draws in which capacities hold",
        on: `${DRAWS} draws, seed 1: ${risk.holds} hold`,
        value: inSeconds(drawn),
        target: "",
      },
      held,
    ];
  },
};

async function holding(basis: Basis, scenarios: readonly Scenario[]): Promise<Result> {
  const question = {
    kind: "reassign",
    stages: [[{ objective: "pupil-metres", weight: 1 }]],
    rules: [{ kind: "capacity-in-years", demands: demandsOf(basis, 0, 12, scenarios) }],
    limits: { seed: 1 },
  } as const;
  const started = performance.now();
  const outcome = await reassign(basis, basis.baseline, question, nodeSolver());
  return {
    what: "least pupil-kilometres with capacity in 13 years at once",
    on: `scenario ${scenarios.join(", ")}: ${outcome.status}`,
    value: inSeconds(performance.now() - started),
    target: "",
  };
}
