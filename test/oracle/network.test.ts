import { expect, test } from "vitest";
import { hasBand } from "../../src/domain/grades.ts";
import type { NetworkQuestion, NetworkRule } from "../../src/domain/question.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { findNetworks } from "../../src/solve/network/network.ts";
import { drawCase } from "../cases/drawn.ts";
import { solver } from "../cases/solver.ts";

/** Four units in a square, three sites that teach everything today, pupils in the lower and upper grades. */
function randomBasis(seed: number): Basis {
  const random = seededRandom(seed);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const letters = "ABC";
  const pupils = Array.from({ length: 4 }, () =>
    Array.from({ length: 10 }, (_, grade) => (grade === 0 || grade === 8 ? whole(1, 20) : 0)),
  );
  const drawn = drawCase({
    zones: ["AB", "CC"],
    sites: Object.fromEntries(
      letters
        .split("")
        .map((letter) => [
          letter,
          { at: [whole(0, 1), whole(0, 1)] as const, capacity: [whole(10, 60), undefined, whole(10, 60)] },
        ]),
    ),
    districts: { All: letters },
    pupils: (unit) => pupils[unit],
  });
  return makeBasis(drawn.municipality, drawn.travel, drawn.baseline);
}

function randomQuestion(seed: number): NetworkQuestion {
  const random = seededRandom(1000 + seed);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const rules: NetworkRule[] = [];
  if (random() < 0.7) rules.push({ kind: "capacity" });
  if (random() < 0.4) rules.push({ kind: "most-closures", sites: whole(0, 1) });
  if (random() < 0.3) rules.push({ kind: "fewest-pupils", pupils: whole(5, 25) });
  if (random() < 0.2) rules.push({ kind: "most-pupils", pupils: whole(40, 90) });
  if (random() < 0.2) rules.push({ kind: "longest-way", band: 0, metres: 1500 });
  const offers = [[7, 0], [7, 1, 0], [7], [7, 4, 0], [7, 1, 4, 0]];
  return {
    kind: "network",
    sites: [0, 1, 2].map((site) => ({ site, teaches: offers[whole(0, offers.length - 1)] })),
    rules,
    costs: {
      site: whole(0, 40_000),
      band: whole(0, 9000),
      pupil: [whole(0, 90), whole(0, 90), 0],
      pupilKilometre: whole(100, 900),
    },
    list: { networks: 3, apart: 1 + (seed % 2) },
    limits: { seed: 1 },
  };
}

interface Candidate {
  readonly choice: readonly number[];
  readonly cost: number;
}

const bandOf = (pair: number) => ([0, 1, 2] as const)[pair % 3];

/** Every combination of what the sites teach, each with its cheapest assignment found by trying all. */
function everyNetwork({ municipality, travel, unitBand }: Basis, question: NetworkQuestion): readonly Candidate[] {
  const settled = [...unitBand.keys()].filter((pair) => unitBand[pair] > 0);
  const limit = (kind: NetworkRule["kind"]) => question.rules.find((rule) => rule.kind === kind);
  const { costs } = question;
  const found: Candidate[] = [];
  const solve = (choice: readonly number[]): number => {
    const closures = limit("most-closures");
    if (closures?.kind === "most-closures" && choice.filter((set) => set === 0).length > closures.sites)
      return Infinity;
    const fixed = choice.reduce(
      (sum, set) => sum + (set === 0 ? 0 : costs.site + costs.band * [0, 1, 1, 2, 1, 2, 2, 3][set]),
      0,
    );
    const load = new Map<string, number>();
    let best = Infinity;
    const legal = (): boolean =>
      choice.every((set, site) => {
        const pupils = [0, 1, 2].reduce((sum, band) => sum + (load.get(`${site}-${band}`) ?? 0), 0);
        const [few, many] = [limit("fewest-pupils"), limit("most-pupils")];
        if (set !== 0 && few?.kind === "fewest-pupils" && pupils < few.pupils) return false;
        if (set !== 0 && many?.kind === "most-pupils" && pupils > many.pupils) return false;
        return [0, 1, 2].every(
          (band) =>
            !limit("capacity") ||
            (load.get(`${site}-${band}`) ?? 0) <= (municipality.sites[site].capacity[band] ?? Infinity),
        );
      });
    const visit = (i: number, spent: number): void => {
      if (spent >= best) return;
      if (i === settled.length) {
        if (legal()) best = spent;
        return;
      }
      const pair = settled[i];
      choice.forEach((set, site) => {
        const way = travel.walk[Math.floor(pair / 3) * travel.siteCount + site];
        const far = limit("longest-way");
        if (!hasBand(set, bandOf(pair))) return;
        if (far?.kind === "longest-way" && pair % 3 === far.band && way > far.metres) return;
        const key = `${site}-${pair % 3}`;
        load.set(key, (load.get(key) ?? 0) + unitBand[pair]);
        visit(i + 1, spent + unitBand[pair] * ((costs.pupil[site] ?? 0) + (costs.pupilKilometre * 2 * way) / 1000));
        load.set(key, (load.get(key) ?? 0) - unitBand[pair]);
      });
    };
    visit(0, 0);
    return fixed + best;
  };
  const visitChoice = (choice: readonly number[]): void => {
    if (choice.length === question.sites.length) {
      const cost = solve(choice);
      if (cost < Infinity) found.push({ choice, cost });
      return;
    }
    for (const set of question.sites[choice.length].teaches) visitChoice([...choice, set]);
  };
  visitChoice([]);
  return found.toSorted((a, b) => a.cost - b.cost);
}

/** The best, then the best that differs enough from those before. */
function bestDifferent(all: readonly Candidate[], { networks, apart }: NetworkQuestion["list"]): readonly number[] {
  const kept: Candidate[] = [];
  for (const candidate of all) {
    const far = kept.every(
      (other) => other.choice.filter((set, site) => set !== candidate.choice[site]).length >= apart,
    );
    if (far && kept.length < networks) kept.push(candidate);
  }
  return kept.map(({ cost }) => cost);
}

test("the best three different networks are those that exhaustive search finds, on 120 random cases", async () => {
  let feasible = 0;
  for (let seed = 1; seed <= 120; seed++) {
    const [basis, question] = [randomBasis(seed), randomQuestion(seed)];
    const wanted = bestDifferent(everyNetwork(basis, question), question.list);
    const outcome = await findNetworks(basis, question, solver);
    if (wanted.length === 0) {
      expect(outcome.status, `seed ${seed}`).toBe("infeasible");
      continue;
    }
    feasible++;
    if (outcome.status !== "optimal") throw new Error(`seed ${seed}: ${JSON.stringify(outcome)}`);
    expect(outcome.answer.length, `seed ${seed}`).toBe(wanted.length);
    outcome.answer.forEach(({ cost, bound }, rank) => {
      // Networks within a krone of each other count as equally good.
      expect(Math.abs(cost - wanted[rank]), `seed ${seed}, network ${rank + 1}`).toBeLessThanOrEqual(1);
      expect(bound).toBeLessThanOrEqual(cost + 1e-6);
    });
  }
  expect(feasible).toBeGreaterThan(80);
});

test("allowing one more site to close never makes the best network dearer", async () => {
  for (let seed = 1; seed <= 20; seed++) {
    const basis = randomBasis(seed);
    let last = Infinity;
    for (const sites of [0, 1, 2]) {
      const question: NetworkQuestion = {
        ...randomQuestion(seed),
        sites: [0, 1, 2].map((site) => ({ site, teaches: [7, 0] })),
        rules: [{ kind: "most-closures", sites }],
        list: { networks: 1, apart: 1 },
      };
      const outcome = await findNetworks(basis, question, solver);
      if (outcome.status !== "optimal") throw new Error(outcome.status);
      expect(outcome.answer[0].cost).toBeLessThanOrEqual(last + 1e-6);
      last = outcome.answer[0].cost;
    }
  }
});
