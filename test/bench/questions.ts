import { BANDS } from "../cases/folkeskole.ts";
import { readCaseFolder } from "../../src/cli/files.ts";
import { nodeSolver } from "../../src/cli/solver.ts";
import { type BandSet, NO_BANDS } from "../../src/domain/grades.ts";
import { NO_SITE } from "../../src/domain/plan.ts";
import type { NetworkQuestion } from "../../src/domain/question.ts";
import { networkCosts } from "../../src/domain/question.ts";
import { openCase } from "../../src/open-case.ts";
import { defaultReassign, reassign } from "../../src/solve/assignment/reassign.ts";
import { quickRepair } from "../../src/solve/assignment/repair.ts";
import { findNetworks } from "../../src/solve/network/network.ts";
import { type Group, inMs, inSeconds, peakMemory, type Result, timed } from "./measure.ts";

/** The optimiser's other questions on Holbæk: each run once in a process of its own, first answers cold. */
export const questions: Group = {
  name: "questions",
  run: async () => {
    const { value } = openCase(await readCaseFolder("data/holbaek"));
    if (!value) throw new Error("data/holbaek does not open");
    const { basis, plans } = value;
    const [today] = plans;
    const results: Result[] = [];
    const on = `${basis.municipality.units.count} units, ${basis.pupils} pupils`;
    const add = (what: string, found: string, target: string) => results.push({ what, on, value: found, target });

    const painted = {
      ...today,
      assignment: today.assignment.map((site, pair) => (Math.floor(pair / BANDS.length) % 4 === 0 ? NO_SITE : site)),
    };
    const mended = measured(() =>
      quickRepair(basis, { painted, locked: new Set(), rules: [{ kind: "capacity" }], limits: { seed: 1 } }),
    );
    add("repair: first answer, a fourth unpainted, cold", inMs(mended.ms), "200 ms");
    const again = await timed(() =>
      quickRepair(basis, { painted, locked: new Set(), rules: [{ kind: "capacity" }], limits: { seed: 1 } }),
    );
    add("repair: first answer, as in an open window", inMs(again.ms), "200 ms");

    const solver = nodeSolver();
    for (const [name, rules] of [
      ["reassign: capacity, whole units", [{ kind: "capacity" }]],
      ["reassign: capacity, contiguous zones", [{ kind: "capacity" }, { kind: "contiguous-zones" }]],
      ["reassign: one school for all bands", [{ kind: "one-site-for-all-bands" }]],
    ] as const) {
      const started = performance.now();
      const outcome = await reassign(basis, today, defaultReassign(rules), solver);
      add(
        name,
        `${outcome.status}, ${inSeconds(performance.now() - started)}`,
        name.endsWith("units") ? "proven, 2 s" : "",
      );
    }

    const closable: NetworkQuestion = {
      kind: "network",
      sites: basis.municipality.sites.flatMap((_, site) =>
        today.teaching[site] === NO_BANDS
          ? []
          : [{ site, teaches: [NO_BANDS, today.teaching[site]] satisfies BandSet[] }],
      ),
      rules: [{ kind: "capacity" }],
      costs: networkCosts(),
      list: { networks: 1, apart: 1 },
      limits: { seed: 1 },
    };
    const started = performance.now();
    const network = await findNetworks(basis, closable, solver);
    add("network: any of 18 sites", `${network.status}, ${inSeconds(performance.now() - started)}`, "proven, 60 s");
    add("peak memory of all this", peakMemory(), "");
    return results;
  },
};

function measured<Value>(run: () => Value): { readonly ms: number; readonly value: Value } {
  const started = performance.now();
  const value = run();
  return { ms: performance.now() - started, value };
}
