import { BANDS, BAND_COUNT, GRADE_COUNT } from "../cases/folkeskole.ts";
import { basisOf } from "../cases/basis.ts";
import { expect, test } from "vitest";
import { planOf } from "../../src/compare/groupings.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { drawCase } from "../cases/drawn.ts";
import { openTo, wayTo } from "../cases/every-way.ts";
import { diceOf, islandRoads, scatter } from "../cases/random-question.ts";
import { solver } from "../cases/solver.ts";

/**
 * Five units and four one-site districts: pupils in every band, ways and whole addresses without roads, unknown and scarce
 * places, a site (D) that nobody goes to today and one that is closed (E).
 */
function randomIslands(seed: number): Basis {
  const dice = diceOf(seed);
  const { whole, chance } = dice;
  const places = () => (chance(0.3) ? undefined : whole(0, 40));
  const drawn = drawCase({
    zones: ["ABC", "AB."],
    sites: Object.fromEntries(
      [..."ABCDE"].map((letter) => [
        letter,
        {
          at: [whole(0, 1), whole(0, 1)] as const,
          capacity: [places(), places(), places()],
          ...(letter === "E" && { grades: "" }),
          ...(letter === "D" && chance(0.5) && { grades: "0-6" }),
        },
      ]),
    ),
    districts: { A: "A", B: "B", C: "CE", D: "D" },
    pupils: () => Array.from({ length: GRADE_COUNT }, () => (chance(0.4) ? 0 : whole(1, 6))),
    ...islandRoads(dice),
  });
  scatter(drawn.travel.walk, 5, dice);
  return basisOf(drawn.municipality, drawn.travel, drawn.baseline);
}

/** Pupils beyond capacity, then pupil-metres, of the best way to send a merged district's pupils of one band to its sites. */
function bestWays(basis: Basis, sites: readonly number[], band: number): readonly [over: number, metres: number] {
  const { baseline, municipality, unitBand } = basis;
  const teaching = sites.filter((site) => ((baseline.teaching[site] >> band) & 1) === 1);
  const pairs = [...unitBand.keys()].filter(
    (pair) => pair % BAND_COUNT === band && unitBand[pair] > 0 && sites.includes(baseline.assignment[pair]),
  );
  const open = pairs.map((pair) =>
    openTo(basis, pair, teaching).map((site) => ({ site, way: wayTo(basis, pair, site).metres })),
  );
  const load = new Map(teaching.map((site) => [site, 0]));
  let best: readonly [number, number] = [Infinity, Infinity];
  const visit = (i: number, metres: number): void => {
    if (i < pairs.length) {
      for (const { site, way } of open[i]) {
        load.set(site, load.get(site)! + unitBand[pairs[i]]);
        visit(i + 1, metres + way);
        load.set(site, load.get(site)! - unitBand[pairs[i]]);
      }
      return;
    }
    const over = teaching.reduce(
      (sum, site) => sum + Math.max(0, load.get(site)! - (municipality.sites[site].capacity[band] ?? Infinity)),
      0,
    );
    if (over < best[0] || (over === best[0] && metres < best[1])) best = [over, metres];
  };
  visit(0, 0);
  return best;
}

test("nearest with room goes as trying everything goes, where roads, places and zones are missing, on 40 random cases", async () => {
  let [compared, stranded] = [0, 0];
  for (let seed = 1; seed <= 40; seed++) {
    const basis = randomIslands(seed);
    const outcome = await consolidate(
      basis,
      { kind: "consolidate", districts: 1 + (seed % 3), policy: "nearest", contiguity: "ignored", rules: [] },
      solver,
    );
    if (outcome.status !== "optimal") throw new Error(`seed ${seed}: ${JSON.stringify(outcome)}`);
    const { answer } = outcome;
    for (const { district, tally, moves } of answer.columns) {
      for (const { band, key } of BANDS) {
        const [over, metres] = bestWays(basis, district.sites, band);
        const about = `seed ${seed}, ${district.name}, ${key}`;
        expect(
          tally.sites.reduce((sum, { overflow }) => sum + overflow[band], 0),
          about,
        ).toBe(over);
        expect(tally.pupilMetres[band], about).toBeCloseTo(metres, 6);
      }
      for (const [pair, site] of moves) {
        if (basis.unitBand[pair] === 0) continue;
        const teaching = district.sites.filter((other) => (basis.baseline.teaching[other] >> (pair % BAND_COUNT)) & 1);
        expect(openTo(basis, pair, teaching), `seed ${seed}`).toContain(site);
      }
      compared++;
    }
    for (let grouping = 0; grouping < answer.count; grouping++) {
      const { values } = evaluatePlan(basis, planOf(basis, answer, grouping));
      for (const [key, list] of answer.values)
        expect(list[grouping], `${key}, seed ${seed}`).toBe(values.get(key) ?? NaN);
      if ((values.get("no-route") ?? 0) > 0) stranded++;
    }
  }
  expect(compared).toBeGreaterThan(150);
  expect(stranded).toBeGreaterThan(50);
});
