import { BANDS, BAND_COUNT, GRADES } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import type { Band } from "../../src/domain/grades.ts";
import { NO_SITE, teachesBand } from "../../src/domain/plan.ts";
import { ownersOf, regionsOf } from "../../src/evaluate/cut-off.ts";
import { lamp, type LampAnswer } from "../../src/solve/assignment/lamp.ts";
import { withStayers } from "../../src/solve/assignment/repair.ts";
import { TogetherGround } from "../../src/solve/assignment/together.ts";
import { type Wish, WishedGround } from "../../src/solve/assignment/wishes.ts";
import { BandGround, watched } from "../../src/solve/mend/band-ground.ts";
import { LeastMoved } from "../../src/solve/mend/least-moved.ts";
import { routed } from "../../src/solve/mend/routed.ts";
import type { Solver } from "../../src/solve/solver.ts";
import { lockQuestion } from "../bench/lock-questions.ts";
import { openedCase } from "../cases/opened.ts";
import { beforeFinishing, lampOf, type LockSet, lockSet } from "../cases/lock-sets.ts";
import { EveryTogether } from "../cases/every-together.ts";
import { solver } from "../cases/solver.ts";

/** `LAMP_SEEDS=500 npx vitest run test/solve/lamp-together.test.ts` tries as many as are promised. */
const SEEDS = Array.from({ length: Number(process.env["LAMP_SEEDS"] ?? 60) }, (_, seed) => seed + 1);

const TOGETHER = { key: "together", kind: "together" } as const;

test("whether a plan can be finished so that areas hang together is what trying every way shows; a conflict is smallest", async () => {
  let unproven = 0;
  const seen = new Map<string, number>();
  for (const seed of SEEDS) {
    const drawn = lockSet(seed, "wide");
    const set = { ...drawn, wishes: [...drawn.wishes, TOGETHER] };
    const every = new EveryTogether(set, beforeFinishing(set));
    const answer = await lampOf(set);
    const fewest = every.fewest(set.wishes);
    expect(answer.status, `seed ${seed}`).toBe(fewest === undefined ? "no" : "yes");
    if (answer.status === "yes")
      expect([answer.together, answer.moved, answer.least, answer.proven], `seed ${seed}`).toEqual([
        "kept",
        fewest,
        fewest,
        "optimal",
      ]);
    const isTorn = answer.status === "no" && answer.conflict.includes("together");
    const kind = isTorn ? "torn" : answer.status;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    if (answer.status !== "no") continue;
    const named = set.wishes.filter(({ key }) => answer.conflict.includes(key));
    expect(every.canHold(named), `seed ${seed}`).toBe(false);
    expect(named).toHaveLength(answer.conflict.length);
    if (answer.smallest === "unproven") unproven++;
    else
      for (const wish of named)
        expect(every.canHold(named.filter((other) => other !== wish)), `seed ${seed} ${wish.key}`).toBe(true);
  }
  expect(unproven).toBe(0);
  for (const kind of ["yes", "no", "torn"]) expect(seen.get(kind), kind).toBeGreaterThan(SEEDS.length / 20);
}, 120000);

/** No time for any exact search. */
const noTime: Solver = { name: "none", solve: async () => ({ status: "stopped", why: "time", bound: -Infinity }) };

test("a whole answer comes at once where what is locked of one zone lies inside what is locked of another, and each must find a way round", async () => {
  const opened = openedCase("holbaek");
  const answers = lamp(opened.basis, lockQuestion(opened, 21), noTime);
  expect((await answers.next()).value).toMatchObject({ status: "yes", together: "unknown" });
  expect((await answers.next()).value).toMatchObject({ status: "yes", together: "kept", proven: "quick" });
});

test("whoever looks for fewer leads ways through where nobody lives, whoever has it, and says how many have to move anyway", async () => {
  const opened = openedCase("holbaek");
  let last: LampAnswer = { status: "unknown" };
  for await (const answer of lamp(opened.basis, lockQuestion(opened, 29), noTime)) last = answer;
  expect(last).toMatchObject({ status: "yes", together: "kept", least: 484 });
  // As many where only what is not painted is free to lead a way through.
  expect(last.status === "yes" && last.moved).toBeLessThan(596);
});

test("where there is no time to find fewer, those who have to move anyway stay said", async () => {
  for (const seed of SEEDS.slice(0, 30)) {
    const drawn = lockSet(seed, "wide");
    const set = { ...drawn, wishes: [...drawn.wishes, TOGETHER] };
    const fewest = new EveryTogether(set, beforeFinishing(set)).fewest(set.wishes);
    for await (const answer of lamp(set.basis, set, noTime)) {
      if (answer.status !== "yes" || answer.together !== "kept") continue;
      expect(answer.least, `seed ${seed}`).toBeLessThanOrEqual(fewest ?? -1);
      expect(answer.moved, `seed ${seed}`).toBeGreaterThanOrEqual(fewest ?? Infinity);
    }
  }
});

/** One band with everybody where they were before, as far as they may be there. */
function bandGround({ basis, painted }: LockSet, band: Band, wishes: readonly Wish[], plain: WishedGround): BandGround {
  const { mayGo, before, held, capacity } = plain.lay(band, wishes);
  const fixed = Uint8Array.from(before, (_, unit) => held[unit * BAND_COUNT + band]);
  const isOpen = painted.teaching.map((_, site) => teachesBand(painted, site, band));
  const open = isOpen.flatMap((is, site) => (is ? [site] : []));
  const pupils = (unit: number): number => basis.unitBand[unit * BAND_COUNT + band];
  const assignment = painted.assignment.slice();
  before.forEach((was, unit) => {
    const pair = unit * BAND_COUNT + band;
    if (pupils(unit) === 0) assignment[pair] = fixed[unit] || isOpen[assignment[pair]] ? assignment[pair] : NO_SITE;
    else
      assignment[pair] =
        was !== NO_SITE && mayGo(unit, was) ? was : (open.find((site) => mayGo(unit, site)) ?? NO_SITE);
  });
  const nobody = new Uint16Array(assignment.length).fill(NO_SITE);
  const closed = new Set(wishes.flatMap((wish) => (wish.kind === "hold" ? wish.sites : [])));
  const stroke = {
    before: nobody,
    after: { ...painted, assignment },
    fixed: new Set<number>(),
    closed,
    places: "kept",
  } as const;
  const counted = (unit: number): number => (assignment[unit * BAND_COUNT + band] === before[unit] ? pupils(unit) : 0);
  const regions = watched(basis, regionsOf(painted, band), ownersOf(GRADES, { assignment: nobody }, band));
  return new BandGround(basis, stroke, band, { mayGo, capacity, regions, fixed, counted });
}

test("ways are led past whom it would cost most to move, and what is not worth one goes to the zones around it: few move, and little is left apart", async () => {
  const opened = openedCase("holbaek");
  const set = lockQuestion(opened, 34);
  const plain = new WishedGround(opened.basis, set.painted, withStayers(opened.basis, set.painted), set.wishes, noTime);
  const ground = bandGround({ basis: opened.basis, ...set }, 1, set.wishes, plain);
  const owners = routed(ground, {});
  const moved = owners.reduce((sum, site, unit) => sum + (site === ground.is[unit] ? 0 : ground.counted(unit)), 0);
  expect(ground.allCutOff(ground.is)).toHaveLength(95);
  expect(ground.allCutOff(owners).length).toBeLessThan(7);
  expect(moved).toBeLessThan(20);
});

test("no fewer are moved than walls around what lies apart show, as trying every way shows; mostly just as many", async () => {
  const seen = { as: 0, fewer: 0, byWalls: 0 };
  for (const seed of SEEDS) {
    const drawn = lockSet(seed, "wide");
    const set = { ...drawn, wishes: [...drawn.wishes, TOGETHER] };
    const fewest = new EveryTogether(set, beforeFinishing(set)).fewest(set.wishes);
    if (fewest === undefined) continue;
    const { basis, painted, wishes } = set;
    const pairs = set.drawn.filter((pair) => painted.assignment[pair] !== NO_SITE);
    const hand: Wish = { key: "drawn", kind: "hold", pairs, sites: [] };
    const plain = new WishedGround(basis, painted, withStayers(basis, painted), [...wishes, hand], solver);
    let [shown, alone] = [0, 0];
    for (const { band } of BANDS) {
      const bound = new LeastMoved(bandGround(set, band, wishes, plain), { moved: fewest + 1, least: 0 });
      shown += await bound.least(fewest + 1, solver, {});
      const least = await plain.fewest(band, wishes, {});
      if (typeof least !== "string") alone += least.least;
    }
    expect(shown, `seed ${seed}`).toBeLessThanOrEqual(fewest);
    seen[shown === fewest ? "as" : "fewer"]++;
    if (shown > alone) seen.byWalls++;
  }
  expect(seen.as).toBeGreaterThan(4 * seen.fewer);
  expect(seen.byWalls).toBeGreaterThan(0);
}, 120000);

test("whoever looks for fewer moved never finds more than were found at once, nor nothing", async () => {
  // Here the other search goes astray.
  for (const [seed, band] of [
    [858, 0],
    [1477, 2],
    [1610, 0],
    [2028, 1],
  ] as const) {
    const set = lockSet(seed, "wide");
    const wishes = [...set.wishes, TOGETHER];
    const plain = new WishedGround(set.basis, set.painted, withStayers(set.basis, set.painted), wishes, noTime);
    const ground = new TogetherGround(set.basis, set.painted, plain, noTime);
    const quick = ground.quickUntorn(band, wishes);
    const found = await ground.fewest(band, wishes, {});
    if (typeof quick === "string" || typeof found === "string") throw new Error(`seed ${seed}: nothing found`);
    expect(found.moved, `seed ${seed}`).toBeLessThanOrEqual(quick.moved);
  }
});
