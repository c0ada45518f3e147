import { GRADES } from "./folkeskole.ts";
import { basisOf } from "./basis.ts";
import { allBands, type Band, type BandSet, type Grades, hasBand } from "../../src/domain/grades.ts";
import {
  ASSIGNMENT_OBJECTIVES,
  type AssignmentRule,
  type NetworkQuestion,
  type NetworkRule,
  type ReassignQuestion,
  type RedrawQuestion,
  type Stage,
} from "../../src/domain/question.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { drawCase } from "./drawn.ts";

/** Dice for one seed: whole numbers, picks, and chances. */
export function diceOf(seed: number) {
  const random = seededRandom(seed);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  return {
    whole,
    chance: (share: number) => random() < share,
    pick: <Item>(items: readonly Item[]): Item => items[whole(0, items.length - 1)],
  };
}

export type Dice = ReturnType<typeof diceOf>;

const SHAPES = {
  small: [["AAA"], ["AA", "A."], ["A.", "AA"]],
  wide: [["AAAAA"], ["AAA", "AAA"], ["AAA", "A.A"], ["AAA", ".AA"]],
};
/** Bands that a site may teach: all, the youngest, all but the oldest, the youngest and the oldest with what is between left out, the oldest. */
function teachings(grades: Grades): Readonly<Record<"all" | "young" | "lower" | "ends" | "old", BandSet>> {
  const all = allBands(grades);
  const old = 1 << (grades.bandCount - 1);
  return { all, young: 1, lower: all >> 1 || all, ends: 1 | old, old };
}

/** Pairs of unit and band where somebody lives are few in cases of many bands, so that every assignment can be tried. */
const emptyShare = ({ bandCount }: Grades): number => (bandCount <= 4 ? 0.5 : 1 - 2 / bandCount);

/**
 * Three units, or five or six, and two or three sites: pupils in every band, units where nobody lives in one, unknown and scarce places, sites
 * with gaps in what they teach, two in one unit, today's pupils anywhere. Small enough to try every assignment. With "islands"
 * some ways have no road, and each unit has a second address with roads of its own or none.
 */
export function randomBasis(
  seed: number,
  roads: "whole" | "islands" = "whole",
  size: keyof typeof SHAPES = "small",
  grades: Grades = GRADES,
): Basis {
  const dice = diceOf(seed);
  const { whole, chance, pick } = dice;
  const letters = "ABC".slice(0, whole(2, 3));
  const shape = pick(SHAPES[size]);
  const cells = shape.flatMap((line, row) =>
    [...line].flatMap((letter, column) => (letter === "." ? [] : [[row, column] as const])),
  );
  const pupils = cells.map(() => {
    const empty = grades.bands.map(() => chance(emptyShare(grades)));
    return grades.bandOf.map((band) => {
      return empty[band] || chance(0.5) ? 0 : whole(1, 9);
    });
  });
  const places = () => (chance(0.25) ? undefined : whole(0, 45));
  const drawn = drawCase({
    zones: shape,
    sites: Object.fromEntries(
      [...letters].map((letter) => [letter, { at: pick(cells), capacity: grades.bands.map(places) }]),
    ),
    districts: chance(0.5) ? { North: letters } : { North: "A", South: letters.slice(1) },
    pupils: (unit) => pupils[unit],
    grades,
    ...(roads === "islands" && islandRoads(diceOf(40_000 + seed), grades)),
  });
  if (roads === "islands") scatter(drawn.travel.walk, letters.length, diceOf(50_000 + seed));
  const { all, young, lower, ends, old } = teachings(grades);
  const teaching = drawn.baseline.teaching.map((_, site) =>
    site === 0 ? all : pick([all, all, young, lower, ends, old]),
  );
  const sites = drawn.municipality.sites.map((site, number) => ({ ...site, teaches: teaching[number] }));
  const assignment = drawn.baseline.assignment.map((_, pair) =>
    pick([...teaching.keys()].filter((site) => hasBand(teaching[site], pair % grades.bandCount))),
  );
  return basisOf({ ...drawn.municipality, sites }, drawn.travel, { ...drawn.baseline, teaching, assignment });
}

/** About every third way without a road; at the second address of a unit a few pupils now and then. */
export const islandRoads = ({ whole, chance }: Dice, { count, bandCount }: Grades = GRADES) => ({
  way: () => (chance(0.35) ? Infinity : 100 * whole(1, 30)),
  offRoad: () => Array.from({ length: count }, () => (chance(bandCount > 4 ? 0.02 : 0.1) ? whole(1, 3) : 0)),
});

/** Gives about half of the second addresses roads to some sites. */
export function scatter(walk: Float32Array, sites: number, { whole, chance }: Dice): void {
  for (let second = sites; second < walk.length; second += 2 * sites)
    if (chance(0.5)) for (let site = 0; site < sites; site++) if (chance(0.6)) walk[second + site] = 100 * whole(1, 30);
}

/** A few rules of every kind, each at most once in the same words. */
export function randomRules(basis: Basis, dice: Dice): readonly AssignmentRule[] {
  const { whole, pick } = dice;
  const site = () => whole(0, basis.municipality.sites.length - 1);
  const band = (): Band => pick(basis.municipality.grades.bands).band;
  const makers: readonly (() => AssignmentRule)[] = [
    () => ({ kind: "capacity" }),
    () => ({ kind: "contiguous-zones" }),
    () => ({ kind: "keeps-own-unit" }),
    () => ({ kind: "nearest-open" }),
    () => ({ kind: "one-site-for-all-bands" }),
    () => ({ kind: "stay-in-district" }),
    () => ({ kind: "most-moved", pupils: whole(0, 40) }),
    () => ({ kind: "lock", unit: whole(0, basis.municipality.units.count - 1), band: band(), site: site() }),
    () => ({ kind: "longest-way", band: band(), metres: pick([500, 1000, 1500, 2000]) }),
    () => ({ kind: "feeder", from: site(), to: site() }),
    () => ({ kind: "at-most", objective: pick(ASSIGNMENT_OBJECTIVES), most: pick([0, 1, 20, 5000, 40_000, 4e6]) }),
  ];
  const rules = Array.from({ length: pick([0, 1, 2, 2, 3, 4]) }, () => pick(makers)());
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
}

/** One to three stages, now and then of several objectives, with weights that are fractions or huge. */
export function randomStages({ whole, chance, pick }: Dice): readonly Stage[] {
  const weight = () => pick([1, 1, 1, 1, 1e-6, 1 / 3, 2000, 1e6]);
  return Array.from({ length: whole(1, 3) }, () =>
    Array.from({ length: chance(0.2) ? 2 : 1 }, () => ({ objective: pick(ASSIGNMENT_OBJECTIVES), weight: weight() })),
  );
}

export function randomReassign(basis: Basis, seed: number): ReassignQuestion {
  const dice = diceOf(10_000 + seed);
  return { kind: "reassign", stages: randomStages(dice), rules: randomRules(basis, dice), limits: { seed: 1 } };
}

export function randomNetwork(basis: Basis, seed: number): NetworkQuestion {
  const { whole, chance, pick } = diceOf(20_000 + seed);
  const makers: readonly (() => NetworkRule)[] = [
    () => ({ kind: "capacity" }),
    () => ({ kind: "most-closures", sites: whole(0, 2) }),
    () => ({ kind: "fewest-pupils", pupils: whole(0, 60) }),
    () => ({ kind: "most-pupils", pupils: whole(10, 90) }),
    () => ({ kind: "longest-way", band: pick(basis.municipality.grades.bands).band, metres: pick([500, 1000, 1500]) }),
    () => ({
      kind: "lock",
      unit: whole(0, basis.municipality.units.count - 1),
      band: pick(basis.municipality.grades.bands).band,
      site: whole(0, basis.municipality.sites.length - 1),
    }),
  ];
  const unit = pick([1, 1e-6, 1e6, 1 / 3]);
  const { all, young, lower, ends, old } = teachings(basis.municipality.grades);
  return {
    kind: "network",
    sites: basis.municipality.sites.flatMap((_, site) =>
      chance(0.2)
        ? []
        : [
            {
              site,
              teaches: pick([
                [all, 0],
                [...new Set([all, lower])].concat(0),
                [all],
                [...new Set([young, ends])].concat(0),
                [old, 0],
              ]),
            },
          ],
    ),
    rules: Array.from({ length: whole(0, 3) }, () => pick(makers)()),
    costs: {
      site: unit * whole(0, 40_000),
      band: unit * whole(0, 5000),
      pupil: basis.municipality.sites.map(() => unit * whole(0, 90)),
      pupilKilometre: unit * pick([0, 100, 700]),
    },
    list: { networks: whole(1, 3), apart: whole(1, 2) },
    limits: { seed: 1 },
  };
}

export function randomRedraw(basis: Basis, seed: number): RedrawQuestion {
  const { whole, chance, pick } = diceOf(30_000 + seed);
  const all = [...basis.municipality.sites.keys()];
  const seats = all.filter(() => chance(0.7));
  return {
    kind: "redraw",
    districts: whole(1, 3),
    tolerance: pick([0, 0.1, 0.5, 1]),
    balance: pick(["pupils" as const, ...basis.municipality.grades.bands.map(({ band }) => band)]),
    objective: pick(["inertia", "pupil-metres"] as const),
    sites: pick(["in-every-district", "ignored"] as const),
    ...(chance(0.4) && seats.length > 0 && { seats }),
    limits: { seed: 1 },
  };
}
