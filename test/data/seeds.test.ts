import { expect, test } from "vitest";
import { buildCase, layGround } from "../../data/holbaek/source/case.ts";
import { readCoastlines } from "../../data/holbaek/source/land.ts";
import { readTables } from "../../data/holbaek/source/tables.ts";
import { savingModel } from "../../src/compare/saving-model.ts";
import { uncertainSavings } from "../../src/compare/uncertain-savings.ts";
import { withClosed } from "../../src/compare/promises.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { pupilNumbersOf } from "../../src/evaluate/pupil-numbers.ts";
import { openCase } from "../../src/open-case.ts";
import { savingApart } from "../../src/report/saving-apart.ts";
import { pairSentence } from "../../src/report/saving-sentences.ts";

/** How many cases with other made-up pupils; `SEEDS=20 npx vitest run test/data/seeds.test.ts` tries those that data/README.md speaks of. */
const SEEDS = Number(process.env["SEEDS"] ?? 8);
/** A seed takes a second, on a machine that has much else to do many. */
const MOST_MS = 30_000 * SEEDS;

const CLOSED = ["udby", "st-merloese", "ugerloese", "undloese", "aagerup", "knabstrup"];

/** "Udby saves more than St. Merløse", pair by pair: those of which it is said. */
function claimed(basis: Basis): ReadonlySet<string> {
  for (const id of CLOSED) expect(basis.municipality.sites.map((site) => site.id)).toContain(id);
  const drivers = CLOSED.map((id) => evaluatePlan(basis, withClosed(basis, basis.baseline, id)).totals.money!.drivers);
  const { pairs } = uncertainSavings(savingModel(drivers, basis.today, basis.costs, pupilNumbersOf(basis)));
  return new Set(
    pairs.flatMap((pair) =>
      pairSentence(pair, CLOSED, savingApart(undefined)).text.en.includes("saves more than")
        ? [`${CLOSED[pair.a]} ${CLOSED[pair.b]}`]
        : [],
    ),
  );
}

test(
  "no sentence says which of two closings saves more that other made-up pupils would turn round",
  () => {
    const ground = layGround(readTables("data/holbaek/source"), readCoastlines());
    const claims = Array.from({ length: SEEDS }, (_, i) => {
      const { files } = buildCase(ground, i + 1);
      const { value } = openCase(new Map([...files].map(([path, text]) => [path, new TextEncoder().encode(text)])));
      return claimed(value!.basis);
    });
    const all = new Set(claims.flatMap((each) => [...each]));
    const turned = [...all].filter((claim) => all.has(claim.split(" ").toReversed().join(" ")));
    expect(turned).toEqual([]);
    // Something is claimed at all, else nothing could be turned round.
    expect(all.size).toBeGreaterThan(0);
  },
  MOST_MS,
);
