import { BANDS } from "../cases/folkeskole.ts";
import { basisOf } from "../cases/basis.ts";
import { expect, test } from "vitest";
import type { NetworkQuestion, NetworkRule } from "../../src/domain/question.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { ruleInWords } from "../../src/protocol/question-rules.ts";
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
  return basisOf(drawn.municipality, drawn.travel, drawn.baseline);
}

/** Three units, pupils in all bands, some sites that no road leads to from a unit, and addresses that no road reaches. */
function randomIslands(seed: number): Basis {
  const random = seededRandom(500 + seed);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const drawn = drawCase({
    zones: ["ABC"],
    sites: Object.fromEntries(
      [..."ABC"].map((letter, column) => [
        letter,
        {
          at: [0, column] as const,
          capacity: [whole(10, 60), random() < 0.5 ? undefined : whole(5, 40), whole(10, 60)],
        },
      ]),
    ),
    districts: { All: "ABC" },
    pupils: () => Array.from({ length: 10 }, (_, grade) => ([0, 5, 8].includes(grade) ? whole(0, 15) : 0)),
    offRoad: () => Array.from({ length: 10 }, (_, grade) => (grade === 0 && random() < 0.3 ? whole(1, 4) : 0)),
    way: () => (random() < 0.35 ? Infinity : whole(100, 3000)),
  });
  return basisOf(drawn.municipality, drawn.travel, drawn.baseline);
}

/**
 * Metres one way of a pair's pupils to each site that it may go to under a choice: where its road leads; where none leads to any
 * site that might teach it, today's site while that is open, and else any, at no distance.
 */
function waysFrom(
  { municipality, travel, baseline }: Basis,
  { sites }: NetworkQuestion,
  choice: readonly number[],
  pair: number,
): ReadonlyMap<number, number> {
  const [unit, band] = [Math.floor(pair / 3), pair % 3];
  const teaches = (set: number) => ((set >> band) & 1) === 1;
  const { firstPoint, pupils } = municipality.demand;
  const point = firstPoint[unit];
  const [first, end] = [
    [0, 4],
    [4, 7],
    [7, 10],
  ][band];
  // Of a unit's two addresses the second has no road.
  const onRoad = pupils.slice(point * 10 + first, point * 10 + end).reduce((sum, count) => sum + count, 0);
  const metres = choice.map((_, site) => (onRoad === 0 ? Infinity : travel.walk[point * travel.siteCount + site]));
  const open = choice.flatMap((set, site) => (teaches(set) ? [site] : []));
  if (metres.some((way, site) => way < Infinity && sites[site].teaches.some(teaches)))
    return new Map(open.flatMap((site) => (metres[site] < Infinity ? [[site, metres[site] * onRoad]] : [])));
  const today = baseline.assignment[pair];
  return new Map((open.includes(today) ? [today] : open).map((site) => [site, 0]));
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
  // Prices in kroner, in millions, in thousandths of an øre, and in a currency of thirds.
  const unit = [1, 1e-6, 1e5, 1 / 3][seed % 4];
  const offers = [[7, 0], [7, 1, 0], [7], [7, 4, 0], [7, 1, 4, 0]];
  const question: NetworkQuestion = {
    kind: "network",
    sites: [0, 1, 2].map((site) => ({ site, teaches: offers[whole(0, offers.length - 1)] })),
    rules,
    costs: {
      site: unit * whole(0, 40_000),
      band: unit * whole(0, 9000),
      pupil: [unit * whole(0, 90), unit * whole(0, 90), 0],
      pupilKilometre: unit * (random() < 0.1 ? 0 : whole(100, 900)),
    },
    list: { networks: 3, apart: 1 + (seed % 2) },
    limits: { seed: 1 },
  };
  for (let locks = whole(0, 5) - 3; locks > 0; locks--)
    rules.push({ kind: "lock", unit: whole(0, 2), band: BANDS[whole(0, 2)].band, site: whole(0, 2) });
  return question;
}

const lockedTo = ({ rules }: NetworkQuestion, pair: number): readonly number[] => [
  ...new Set(rules.flatMap((rule) => (rule.kind === "lock" && 3 * rule.unit + rule.band === pair ? [rule.site] : []))),
];

interface Candidate {
  readonly choice: readonly number[];
  readonly cost: number;
}

/** Every combination of what the sites teach, each with its cheapest assignment found by trying all. */
function everyNetwork(basis: Basis, question: NetworkQuestion): readonly Candidate[] {
  const { municipality, travel, unitBand } = basis;
  const settled = [...unitBand.keys()].filter((pair) => unitBand[pair] > 0);
  const { costs } = question;
  const found: Candidate[] = [];
  const solve = (choice: readonly number[]): number => {
    const closed = choice.filter((set, site) => set === 0 && basis.baseline.teaching[site] !== 0).length;
    if (question.rules.some((rule) => rule.kind === "most-closures" && closed > rule.sites)) return Infinity;
    const empty = [...unitBand.keys()].filter((pair) => unitBand[pair] === 0);
    const idle = (pair: number) => lockedTo(question, pair);
    if (empty.some((pair) => idle(pair).length > 1 || idle(pair).some((to) => ((choice[to] >> (pair % 3)) & 1) === 0)))
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
        return question.rules.every((rule) => {
          if (rule.kind === "fewest-pupils") return set === 0 || pupils >= rule.pupils;
          if (rule.kind === "most-pupils") return set === 0 || pupils <= rule.pupils;
          if (rule.kind !== "capacity") return true;
          return [0, 1, 2].every(
            (band) => (load.get(`${site}-${band}`) ?? 0) <= (municipality.sites[site].capacity[band] ?? Infinity),
          );
        });
      });
    const visit = (i: number, spent: number): void => {
      if (spent >= best) return;
      if (i === settled.length) {
        if (legal()) best = spent;
        return;
      }
      const pair = settled[i];
      const [to, ...others] = lockedTo(question, pair);
      if (others.length > 0) return;
      const only = <Set>(sets: readonly Set[], none: Set) =>
        sets.map((set, site) => (to === undefined || site === to ? set : none));
      const sites = only(question.sites, { site: 0, teaches: [] });
      waysFrom(basis, { ...question, sites }, only(choice, 0), pair).forEach((metres, site) => {
        const point = municipality.demand.firstPoint[Math.floor(pair / 3)];
        const way = metres === 0 ? 0 : travel.walk[point * travel.siteCount + site];
        if (question.rules.some((far) => far.kind === "longest-way" && pair % 3 === far.band && way > far.metres))
          return;
        const key = `${site}-${pair % 3}`;
        load.set(key, (load.get(key) ?? 0) + unitBand[pair]);
        visit(i + 1, spent + unitBand[pair] * (costs.pupil[site] ?? 0) + (costs.pupilKilometre * 2 * metres) / 1000);
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

test.each([
  ["on 80 random cases", randomBasis, 80, 50],
  ["on 60 with islands, pupils in every band and unknown capacities", randomIslands, 60, 25],
] as const)(
  "the best three different networks are those that exhaustive search finds, %s",
  async (_, draw, cases, least) => {
    let feasible = 0;
    for (let seed = 1; seed <= cases; seed++) {
      const [basis, question] = [draw(seed), randomQuestion(seed)];
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
        const off = Math.abs(cost - wanted[rank]);
        expect(off, `seed ${seed}, network ${rank + 1}`).toBeLessThanOrEqual(1e-8 * wanted[rank]);
        expect(bound).toBeLessThanOrEqual(cost);
      });
    }
    expect(feasible).toBeGreaterThan(least);
  },
);

test("a search that is stopped looks at no further branch, keeps the best it has, and bounds it by what it had shown by then", async () => {
  const seen = { kept: 0, proven: 0, none: 0 };
  for (let seed = 1; seed <= 40; seed++) {
    const [basis, question] = [randomBasis(seed), randomQuestion(seed)];
    const best = everyNetwork(basis, question).at(0)?.cost;
    if (best === undefined) continue;
    let [looks, branches] = [0, 0];
    const isStopped = () => looks > seed % 4;
    const shouldStop = () => {
      looks++;
      return isStopped();
    };
    const pause = async () => {
      if (isStopped()) branches++;
    };
    const outcome = await findNetworks(basis, question, solver, { shouldStop, pause });
    expect(branches, `seed ${seed}`).toBe(0);
    if (outcome.status !== "stopped" && outcome.status !== "optimal") {
      seen.none++;
      continue;
    }
    seen[outcome.status === "optimal" ? "proven" : "kept"]++;
    const [{ cost, bound }] = outcome.answer;
    expect(cost, `seed ${seed}`).toBeGreaterThanOrEqual(best * (1 - 1e-8));
    expect(bound, `seed ${seed}`).toBeLessThanOrEqual(best * (1 + 1e-8));
  }
  expect(Math.min(seen.kept, seen.none)).toBeGreaterThan(3);
});

test("a network that cannot be names a smallest set of rules that collide, and what each would give without it", async () => {
  let conflicts = 0;
  for (let seed = 1; seed <= 160 && conflicts < 12; seed++) {
    const [basis, question] = [randomBasis(seed), randomQuestion(seed)];
    const tight: NetworkQuestion = {
      ...question,
      rules: [...question.rules, { kind: "longest-way", band: 2, metres: 1200 }, { kind: "most-closures", sites: 1 }],
    };
    const without = (rule: NetworkRule) => ({ ...tight, rules: tight.rules.filter((other) => other !== rule) });
    const best = (asked: NetworkQuestion) => everyNetwork(basis, asked).at(0)?.cost;
    if (best(tight) !== undefined) continue;
    conflicts++;
    const outcome = await findNetworks(basis, tight, solver);
    if (outcome.status !== "infeasible") throw new Error(`seed ${seed}: ${outcome.status}`);
    const { rules, relaxing = [] } = outcome.conflict;
    const named = tight.rules.filter((rule) => rules.some(({ en }) => en === ruleInWords(rule, basis.municipality).en));
    expect(best({ ...tight, rules: named }), `seed ${seed}`).toBeUndefined();
    for (const rule of named) {
      expect(best({ ...tight, rules: named.filter((other) => other !== rule) }), `seed ${seed}`).toBeDefined();
      const entry = relaxing.find(({ rule: { en } }) => en === ruleInWords(rule, basis.municipality).en);
      const value = best(without(rule));
      expect(entry?.outcome, `seed ${seed}`).toBe(value === undefined ? "infeasible" : "optimal");
      if (value !== undefined) expect(entry?.values[0]).toBeCloseTo(value, 3);
    }
  }
  expect(conflicts).toBeGreaterThan(8);
});

/** Site A is to close. */
const closingA = (rules: readonly NetworkRule[]): NetworkQuestion => ({
  kind: "network",
  sites: [{ site: 0, teaches: [0] }],
  rules,
  costs: { site: 1, band: 0, pupil: [0], pupilKilometre: 1 },
  list: { networks: 1, apart: 1 },
  limits: { seed: 1 },
});

test("what is lacking is said in pupils and places, grade band by grade band, and in metres", async () => {
  const drawn = drawCase({
    zones: ["ABB"],
    sites: { A: { at: [0, 0], capacity: [20, 0, 20] }, B: { at: [0, 2], capacity: [30, 0, 30] } },
    districts: { North: "A", South: "B" },
    pupils: () => [15, 0, 0, 0, 0, 0, 0, 0, 10, 0],
  });
  const basis = basisOf(drawn.municipality, drawn.travel, drawn.baseline);
  const details = async (rules: readonly NetworkRule[]) => {
    const outcome = await findNetworks(basis, closingA(rules), solver);
    if (outcome.status !== "infeasible") throw new Error(outcome.status);
    return (outcome.conflict.details ?? []).map(({ en }) => en);
  };
  expect(await details([{ kind: "capacity" }])).toEqual([
    "grades 0-3: short of 15 places for 45 pupils, with 30 places at the schools that may be open",
  ]);
  expect(await details([{ kind: "longest-way", band: 0, metres: 1000 }])).toEqual([
    "0,0: pupils in grades 0-3 have 2,000 m to the nearest possible school, B",
  ]);
  expect(await details([{ kind: "fewest-pupils", pupils: 80 }])).toEqual([
    "1 school must be open with at least 80 pupils each; there are 75 pupils",
  ]);
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
