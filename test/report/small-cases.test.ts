import { expect, test } from "vitest";
import { comparePlans } from "../../src/compare/comparison.ts";
import type { Plan } from "../../src/domain/plan.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { evaluatePlan, makeBasis } from "../../src/evaluate/evaluate.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { comparisonFile } from "../../src/report/comparison-file.ts";
import { comparisonText } from "../../src/report/comparison-text.ts";
import { evaluationFile } from "../../src/report/evaluation-file.ts";
import { evaluationText } from "../../src/report/evaluation-text.ts";
import { drawCase } from "../cases/drawn.ts";
import { GRADE_COUNT } from "../cases/folkeskole.ts";
import { toldApart, type ToldNumbers, toldNumbers } from "../cli/told-numbers.ts";

/** Cases that are tried; SMALL_CASES asks for more. */
const CASES = Number(process.env["SMALL_CASES"] ?? 2);
const ON_THE_FARM = [1, 2, 3, 4] as const;
/** What follows from other told numbers alone: budget years add items up, and the ratio is of two counts in fives. */
const FOLLOWS = /\/money\/years\/|pupils-ratio|Largest district compared/;
const RUN = { programVersion: "0.0.0", dataHash: "0", seed: 1, secondsUsed: 0 };

interface FarmCase {
  readonly basis: Basis;
  /** Plans that send the farm, and some others, to another school. */
  readonly plans: readonly Plan[];
}

/** Real pupils, sixty to four hundred of them, in three districts, and a farm where so many in one grade live; nobody else is another. */
function farmCase(seed: number, living: number): FarmCase {
  const random = seededRandom(seed);
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const zones = ["AAAABBBB", "AAAABBBB", "CCCABBCC", "CCCCCCCC"];
  const units = zones.join("").length;
  const farm = upTo(units - 1);
  const wanted = 60 + upTo(340);
  const homes = Array.from({ length: units }, () => Array<number>(GRADE_COUNT).fill(0));
  // Towns and farms: half of the pupils live in four of the places.
  for (let pupil = 0; pupil < wanted; pupil++)
    homes[random() < 0.5 ? upTo(3) * 7 : upTo(units - 1)][upTo(GRADE_COUNT - 1)]++;
  const grade = upTo(GRADE_COUNT - 1);
  homes[farm] = Array.from({ length: GRADE_COUNT }, (_, each) => (each === grade ? living : 0));
  const { municipality, travel, baseline } = drawCase({
    zones,
    sites: {
      A: { at: [0, 0], capacity: [200, 200, 200] },
      B: { at: [0, 7], capacity: [200, 200, 200] },
      C: { at: [3, 4], capacity: [200, 200, 200] },
    },
    districts: { North: "AB", South: "C" },
    pupils: (unit) => homes[unit],
  });
  const { syntheticNotice: _, ...info } = municipality.info;
  const basis = makeBasis({ ...municipality, info }, travel, baseline);
  const bands = baseline.assignment.length / units;
  const moved = (others: number): Plan["assignment"] =>
    baseline.assignment.map((site, pair) => {
      const unit = Math.floor(pair / bands);
      return unit === farm || (random() < others && unit % 3 === 0) ? (site + 1) % 3 : site;
    });
  const plans = [0, 0.3].map((others, i) => ({ ...baseline, id: `p${i}`, title: `P${i}`, assignment: moved(others) }));
  return { basis, plans };
}

/** All numbers that files and texts tell of a case's plans, by where they stand. */
async function told({ basis, plans }: FarmCase): Promise<ToldNumbers> {
  const comparison = comparePlans(basis, plans, { draws: 200, seed: 1 });
  const files = [
    ...plans.map((plan) => evaluationFile(basis, evaluatePlan(basis, plan), RUN)),
    comparisonFile(basis, comparison, RUN),
  ].map((file) => JSON.stringify(file));
  const texts = [
    ...plans.map((plan) => evaluationText(basis, evaluatePlan(basis, plan), "en")),
    comparisonText(basis, comparison, "en"),
  ];
  const all = await Promise.all([
    ...files.map((text, i) => toldNumbers(`${i}.json`, new TextEncoder().encode(text))),
    ...texts.map((text, i) => toldNumbers(`${i}.txt`, new TextEncoder().encode(text))),
  ]);
  return new Map(all.flatMap((each, file) => [...each].map(([at, number]) => [`${file} ${at}`, number] as const)));
}

test.each(Array.from({ length: CASES }, (_, seed) => seed + 1))(
  "four cases of few real pupils that differ by who lives on one farm tell none from the others: case %i",
  async (seed) => {
    const cases: ToldNumbers[] = [];
    for (const living of ON_THE_FARM) cases.push(await told(farmCase(seed, living)));
    expect(new Set(cases.flatMap((each) => [...each.keys()])).size).toBeGreaterThan(300);
    expect(toldApart(cases, FOLLOWS)).toEqual([]);
  },
);
