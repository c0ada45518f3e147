import { readCaseFolder } from "../../src/cli/files.ts";
import { BAND_COUNT, BANDS } from "../../src/domain/grades.ts";
import { NO_SITE } from "../../src/domain/plan.ts";
import { seededRandom } from "../../src/kernels/random.ts";
import { type OpenCase, openCase } from "../../src/open-case.ts";
import { lamp, type LampAnswer, type LampQuestion } from "../../src/solve/assignment/lamp.ts";
import { priceOfWish } from "../../src/solve/assignment/wish-price.ts";
import type { Wish } from "../../src/solve/assignment/wishes.ts";
import { solver } from "../cases/solver.ts";
import { type Group, inMs, type Result } from "./measure.ts";

const SETS = 40;
const PRICES = 5;

/** Whether a drawn plan of Holbæk can be finished around locks, and what a lock costs. */
export const lampGroup: Group = {
  name: "lamp",
  run: async () => {
    const { value } = openCase(await readCaseFolder("data/holbaek"));
    if (!value) throw new Error("data/holbaek does not open");
    await lastOf(value, question(value, 0));
    const [quick, yes, no, prices]: number[][] = [[], [], [], []];
    let [unknown, open, torn, smallest] = [0, 0, 0, 0];
    for (let seed = 1; seed <= SETS; seed++) {
      const asked = question(value, seed);
      const { answer, times } = await lastOf(value, asked);
      if (times.length > 1) quick.push(times[0]);
      const last = times.at(-1) ?? 0;
      if (answer.status === "unknown") unknown++;
      else (answer.status === "yes" ? yes : no).push(last);
      if (answer.status === "yes" && answer.together === "unknown") open++;
      if (answer.status === "no" && answer.conflict.includes("together")) torn++;
      if (answer.status === "no" && answer.smallest === "proven") smallest++;
      const lock = asked.wishes.find(({ kind }) => kind === "hold");
      if (seed > PRICES || !lock) continue;
      const worked = clock();
      await priceOfWish(value.basis, asked.painted, asked.wishes, lock.key, solver);
      prices.push(worked());
    }
    const on = `Holbæk: ${SETS} seeded lock sets, a fifth unpainted or painted elsewhere; ${unknown} not settled, of ${open} not whether areas can hang together, which ${torn} cannot`;
    return [
      result("lamp: the quick yes, longest", quick, on, "0.5 s"),
      result("lamp: yes, proven, longest", yes, on, "5 s"),
      result(`lamp: no, with a conflict, ${smallest} proven smallest, longest`, no, on, "5 s"),
      result("price of a lock, longest", prices, `Holbæk: ${prices.length} locks`, ""),
    ];
  },
};

const result = (what: string, times: readonly number[], on: string, target: string): Result => ({
  what: `${what} (${times.length})`,
  on,
  value: times.length === 0 ? "none" : inMs(Math.max(...times)),
  target,
});

/** Milliseconds that this process has worked since, whatever else the machine does meanwhile. */
function clock(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
}

async function lastOf({ basis }: OpenCase, asked: LampQuestion) {
  const times: number[] = [];
  let answer: LampAnswer = { status: "unknown" };
  const worked = clock();
  const end = performance.now() + 5000;
  for await (answer of lamp(basis, asked, solver, { secondsLimit: 5, shouldStop: () => performance.now() > end }))
    times.push(worked());
  return { answer, times };
}

/** Some schools, areas and grades locked; parts of the plan not painted, or painted to a school chosen at random. */
function question({ basis }: OpenCase, seed: number): LampQuestion {
  const random = seededRandom(seed);
  const { baseline, municipality } = basis;
  const open = baseline.teaching.flatMap((taught, site) => (taught === 7 ? [site] : []));
  const pick = (): number => open[Math.floor(random() * open.length)];
  const assignment = baseline.assignment.slice();
  const drawn: number[] = [];
  for (let stroke = 0; stroke < 6; stroke++) {
    const first = Math.floor(random() * municipality.units.count);
    const to = random() < 0.4 ? NO_SITE : pick();
    for (let unit = first; unit < Math.min(first + 200, municipality.units.count); unit++)
      for (const { band } of BANDS) {
        const pair = unit * BAND_COUNT + band;
        assignment[pair] = to;
        drawn.push(pair);
      }
  }
  const all = [...assignment.keys()];
  const wishes: Wish[] = Array.from({ length: Math.floor(random() * 5) }, (_, lock): Wish => {
    if (random() < 0.5) {
      const site = pick();
      const pairs = Uint32Array.from(all.filter((pair) => assignment[pair] === site));
      return { key: `site ${lock}`, kind: "hold", pairs, sites: [site] };
    }
    const from = Math.floor(random() * all.length);
    const pairs = Uint32Array.from(all.slice(from, from + 1500).filter((pair) => assignment[pair] !== NO_SITE));
    return { key: `areas ${lock}`, kind: "hold", pairs, sites: [] };
  });
  for (const [site, { capacity }] of municipality.sites.entries())
    for (const { band } of BANDS)
      if (capacity[band] !== undefined) wishes.push({ key: `places ${site} ${band}`, kind: "places", site, band });
  wishes.push({ key: "together", kind: "together" });
  return { painted: { ...baseline, id: "drawn", assignment }, wishes, drawn: Uint32Array.from(new Set(drawn)) };
}
