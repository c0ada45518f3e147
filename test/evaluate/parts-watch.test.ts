import { BAND_COUNT, GRADES } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { NO_SITE, type Plan } from "../../src/domain/plan.ts";
import { cutOff, type JoinedGround, type Region, regionKey } from "../../src/evaluate/cut-off.ts";
import { partsWatch } from "../../src/evaluate/parts-watch.ts";
import { adjacencyOfPairs } from "../../src/geo/adjacency.ts";
import { pieces } from "../../src/geo/contiguity.ts";
import { type Dice, diceOf } from "../cases/random-question.ts";

const SITES = 6;

/** Some rows of cells, six around each as bees build them, or four; some are water, and each group of cells around it a land. */
function randomGround({ whole, chance }: Dice): JoinedGround & { readonly count: number } {
  const [rows, columns] = [whole(3, 9), whole(3, 12)];
  const corners = chance(0.6);
  const dry = Array.from({ length: rows * columns }, (_, cell) => cell).filter(() => chance(0.9));
  const unit = new Map(dry.map((cell, number) => [cell, number]));
  const pairs: number[] = [];
  for (const cell of dry) {
    const isLast = cell % columns === columns - 1;
    const beside = [...(isLast ? [] : [cell + 1]), cell + columns, ...(corners && !isLast ? [cell + columns + 1] : [])];
    for (const other of beside) if (unit.has(other)) pairs.push(unit.get(cell)!, unit.get(other)!);
  }
  const adjacency = adjacencyOfPairs(dry.length, pairs);
  const landmass = pieces(adjacency, [...dry.keys()]).of;
  return { count: dry.length, landmass, municipality: { units: { adjacency } } };
}

/** A unit and others that hang together with it. */
function blob({ municipality, count }: ReturnType<typeof randomGround>, { whole, pick }: Dice): readonly number[] {
  const { start, target } = municipality.units.adjacency;
  const found = new Set([whole(0, count - 1)]);
  for (let left = whole(0, 25); left > 0; left--) {
    const unit = pick([...found]);
    if (start[unit] < start[unit + 1]) found.add(target[whole(start[unit], start[unit + 1] - 1)]);
  }
  return [...found];
}

/** Areas of schools that lie in pieces here and there, in districts of several schools, of one, or in none. */
function randomPlan(ground: ReturnType<typeof randomGround>, dice: Dice): Plan {
  const { whole, chance } = dice;
  const assignment = new Uint16Array(ground.count * BAND_COUNT).fill(chance(0.8) ? 0 : NO_SITE);
  for (let left = whole(2, 14); left > 0; left--) {
    const site = chance(0.9) ? whole(0, SITES - 1) : NO_SITE;
    const bands = [0, 1, 2].filter(() => chance(0.7));
    for (const unit of blob(ground, dice)) for (const band of bands) assignment[unit * BAND_COUNT + band] = site;
  }
  const home = Array.from({ length: SITES }, () => whole(0, 3));
  const districts = [0, 1, 2].map((number) => ({
    id: `d${number}`,
    name: `D${number}`,
    sites: home.flatMap((district, site) => (district === number ? [site] : [])),
  }));
  return {
    grades: GRADES,
    id: "p",
    title: "P",
    districts,
    teaching: Array.from({ length: SITES }, () => 7),
    assignment,
  };
}

test("at each move of a stroke as many parts are counted as would be found if all were looked at, whatever was in pieces before", () => {
  let [found, asked] = [0, 0];
  for (let seed = 0; seed < 400; seed++) {
    const dice = diceOf(90_000 + seed);
    const { whole, chance } = dice;
    const ground = randomGround(dice);
    if (ground.count === 0) continue;
    const plan = randomPlan(ground, dice);
    const watch = partsWatch(ground, plan);
    const site = chance(0.9) ? whole(0, SITES - 1) : NO_SITE;
    const over = [...new Set([...blob(ground, dice), ...blob(ground, dice)])];
    const moved = over.flatMap((unit) => [0, 1, 2].filter(() => chance(0.8)).map((band) => unit * BAND_COUNT + band));
    for (const count of [...moved.keys(), moved.length, 2, 0]) {
      const pairs = Uint32Array.from(moved.slice(0, count)).toSorted();
      const to = Uint16Array.from(pairs, (pair) => (chance(0.97) ? site : pair % SITES));
      const assignment = plan.assignment.slice();
      pairs.forEach((pair, i) => (assignment[pair] = to[i]));
      const parts = new Map<string, { region: Region; parts: number }>();
      for (const { region } of cutOff(ground, plan.assignment, { ...plan, assignment })) {
        const key = `${regionKey(region)} ${region.band}`;
        parts.set(key, { region, parts: 1 + (parts.get(key)?.parts ?? 0) });
      }
      expect(watch([{ pairs, to }]), `seed ${seed}, ${count}`).toEqual([...parts.values()]);
      asked++;
      found += parts.size;
    }
  }
  expect(asked).toBeGreaterThan(5000);
  expect(found).toBeGreaterThan(5000);
});
