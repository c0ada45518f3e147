import { BANDS, BAND_COUNT } from "../cases/folkeskole.ts";
import { basisOf } from "../cases/basis.ts";
import { expect, test } from "vitest";
import { hasBand } from "../../src/domain/grades.ts";
import { NO_SITE, type Plan } from "../../src/domain/plan.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { quickRepair, repair, type RepairRequest } from "../../src/solve/assignment/repair.ts";
import { drawCase } from "../cases/drawn.ts";
import { solver } from "../cases/solver.ts";

/** `CASES=200 npx vitest run test/oracle/repair.test.ts` tries as many. */
const CASES = Number(process.env["CASES"] ?? 20);

interface Case {
  readonly basis: Basis;
  readonly request: RepairRequest;
}

/** Five units in a row, three schools, pupils in the lowest and the highest grades; painted at random, a part of it not at all. */
function randomCase(seed: number): Case {
  const random = seededRandom(seed);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const zones = [Array.from({ length: 5 }, () => "ABC"[whole(0, 2)]).join("")];
  const pupils = Array.from({ length: 5 }, () => {
    const [young, old] = [whole(0, 12), whole(0, 9)];
    return [young, 0, 0, 0, 0, 0, 0, old, 0, 0];
  });
  const places = () => (random() < 0.2 ? undefined : whole(8, 30));
  const drawn = drawCase({
    zones,
    sites: {
      A: { at: [0, 0], capacity: [places(), undefined, undefined] },
      B: { at: [0, whole(1, 3)], grades: random() < 0.4 ? "0-3" : "0-9", capacity: [places(), undefined, places()] },
      C: { at: [0, 4], capacity: [places(), undefined, places()] },
    },
    districts: { North: "AB", South: "C" },
    pupils: (unit) => pupils[unit],
  });
  const assignment = drawn.baseline.assignment.map((site, pair) => (teaches(drawn.baseline, site, pair) ? site : 0));
  const basis = basisOf(drawn.municipality, drawn.travel, { ...drawn.baseline, assignment });
  const painted = assignment.map((site, pair) => {
    if (random() < 0.25) return NO_SITE;
    const to = random() < 0.3 ? whole(0, 2) : site;
    return teaches(drawn.baseline, to, pair) ? to : site;
  });
  const locked = new Set([...painted.keys()].filter(() => random() < 0.2));
  const plan = { ...basis.baseline, id: "painted", assignment: painted };
  return { basis, request: { painted: plan, locked, rules: [{ kind: "capacity" }], limits: { seed: 1 } } };
}

const teaches = ({ teaching }: Plan, site: number, pair: number): boolean =>
  hasBand(teaching[site], BANDS[pair % BAND_COUNT].band);

const settled = ({ unitBand }: Basis): readonly number[] => [...unitBand.keys()].filter((pair) => unitBand[pair] > 0);

/** Whether everybody has a school that teaches them, what is locked stays as painted, and no school is overfull. */
function isValid({ basis, request: { painted, locked } }: Case, assignment: Uint16Array): boolean {
  const filled = new Map<number, number>();
  for (const pair of settled(basis)) {
    const site = assignment[pair];
    if (site === NO_SITE || !teaches(painted, site, pair)) return false;
    if (locked.has(pair) && painted.assignment[pair] !== NO_SITE && painted.assignment[pair] !== site) return false;
    const key = site * BAND_COUNT + (pair % BAND_COUNT);
    filled.set(key, (filled.get(key) ?? 0) + basis.unitBand[pair]);
  }
  return [...filled].every(([key, pupils]) => {
    const { capacity } = basis.municipality.sites[Math.floor(key / BAND_COUNT)];
    return pupils <= (capacity[BANDS[key % BAND_COUNT].band] ?? Infinity);
  });
}

/** Painted pupils who are moved, and metres to school of all. */
function priceOf({ basis, request: { painted } }: Case, assignment: Uint16Array): readonly [number, number] {
  let [moved, metres] = [0, 0];
  for (const pair of settled(basis)) {
    const before = painted.assignment[pair];
    if (before !== NO_SITE && before !== assignment[pair]) moved += basis.unitBand[pair];
    const unit = Math.floor(pair / BAND_COUNT);
    metres += basis.unitBand[pair] * basis.travel.unitWalk[unit * basis.travel.siteCount + assignment[pair]];
  }
  return [moved, metres];
}

/** The least moved and then the least metres of every valid way to send everybody; undefined where none is valid. */
function byTryingAll(one: Case): readonly [number, number] | undefined {
  const pairs = settled(one.basis);
  let best: readonly [number, number] | undefined;
  const assignment = one.request.painted.assignment.slice();
  const tryFrom = (at: number): void => {
    if (at < pairs.length) {
      for (let site = 0; site < 3; site++) {
        assignment[pairs[at]] = site;
        if (teaches(one.request.painted, site, pairs[at])) tryFrom(at + 1);
      }
      return;
    }
    const price = priceOf(one, assignment);
    const isBetter = !best || price[0] < best[0] || (price[0] === best[0] && price[1] < best[1]);
    if (isBetter && isValid(one, assignment)) best = price;
  };
  tryFrom(0);
  return best;
}

test(`${CASES} small plans are mended as trying every plan mends them: validly at once, and with the least moved when proven`, async () => {
  const seen = { possible: 0, moved: 0, quick: 0 };
  for (let seed = 1; seed <= CASES; seed++) {
    const one = randomCase(seed);
    const wanted = byTryingAll(one);
    const quick = quickRepair(one.basis, one.request);
    const steps = [];
    for await (const step of repair(one.basis, one.request, solver)) steps.push(step);
    const last = steps.at(-1);
    if (!wanted) {
      expect(last?.status, `seed ${seed}`).toBe("infeasible");
      continue;
    }
    seen.possible++;
    if (wanted[0] > 0) seen.moved++;
    expect(isValid(one, quick.plan.assignment), `seed ${seed}: at once`).toBe(true);
    expect(quick.breaches, `seed ${seed}`).toEqual([]);
    if (priceOf(one, quick.plan.assignment)[0] === wanted[0]) seen.quick++;
    if (last?.status !== "answer") throw new Error(`seed ${seed}: ${last?.status}`);
    expect(last.answer.proven, `seed ${seed}`).toBe("optimal");
    expect(isValid(one, last.answer.plan.assignment), `seed ${seed}`).toBe(true);
    expect(priceOf(one, last.answer.plan.assignment), `seed ${seed}`).toEqual(wanted);
  }
  expect(seen.possible).toBeGreaterThan(CASES / 4);
  expect(seen.moved).toBeGreaterThan(CASES / 10);
}, 600_000);
