import { BAND_COUNT } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { NO_SITE } from "../../src/domain/plan.ts";
import type { AssignmentRule } from "../../src/domain/question.ts";
import { cutOff } from "../../src/evaluate/cut-off.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import { repair } from "../../src/solve/assignment/repair.ts";
import type { Solver } from "../../src/solve/solver.ts";
import { overflowOf } from "../../src/solve/mend/mend.ts";
import { finish, type FinishStep } from "../../src/solve/mend/finish.ts";
import { drawCase } from "../cases/drawn.ts";
import { hangsTogether, randomStroke } from "../cases/strokes.ts";
import { solver } from "../cases/solver.ts";

const SEEDS = Array.from({ length: Number(process.env["FINISH_SEEDS"] ?? 150) }, (_, seed) => seed + 1);

test("a finished plan keeps locks and places, and hangs together wherever that is said, whatever did before", async () => {
  const seen = { empty: 0, joined: 0, proven: 0, between: 0, apart: 0, impossible: 0 };
  for (const seed of SEEDS) {
    const { basis, stroke } = randomStroke(seed);
    const rules: AssignmentRule[] = stroke.places === "kept" ? [{ kind: "capacity" }] : [];
    const { after: painted, fixed: locked } = stroke;
    const before = new Uint16Array(painted.assignment.length).fill(NO_SITE);
    const asked = { painted, locked, rules, limits: { seed: 1 } };
    const steps: FinishStep[] = [];
    for await (const step of finish(basis, asked, solver)) steps.push(step);
    const last = steps.at(-1)!;
    if (last.status !== "answer") {
      expect(last.status, `seed ${seed}`).toBe("infeasible");
      seen.impossible++;
      continue;
    }
    const { assignment, proven, apart, least } = last.answer;
    for (const step of steps)
      if (step.status === "answer") expect(apart, `seed ${seed}`).toBeLessThanOrEqual(step.answer.apart);
    // What comes later moves more only where it leaves fewer without a place or in parts.
    for (const [i, step] of steps.entries()) {
      const earlier = steps[i - 1];
      if (step.status !== "answer" || earlier?.status !== "answer") continue;
      const [was, is] = [earlier.answer, step.answer];
      const movedTo = (to: Uint16Array): number =>
        to.reduce((sum, site, pair) => sum + (site === painted.assignment[pair] ? 0 : basis.unitBand[pair]), 0);
      const solvesMore = overflowOf(basis, is.assignment) < overflowOf(basis, was.assignment) || is.apart < was.apart;
      if (!solvesMore && is.proven !== "optimal")
        expect(movedTo(is.assignment), `seed ${seed}`).toBeLessThanOrEqual(movedTo(was.assignment));
    }
    // Where nobody lives an area is moved for the parts alone, never drawn anew for nothing.
    const isMoved = (pair: number): boolean => assignment[pair] !== painted.assignment[pair];
    const own = [...assignment.keys()].filter((pair) => isMoved(pair) && basis.unitBand[pair] === 0);
    const kept = assignment.map((site, pair) => (own.includes(pair) ? painted.assignment[pair] : site));
    if (own.length > 0) {
      expect(cutOff(basis, before, { ...painted, assignment: kept }).length, `seed ${seed}`).toBeGreaterThan(0);
      seen.empty++;
    }
    for (const pair of locked) expect(assignment[pair], `seed ${seed}`).toBe(painted.assignment[pair]);
    const moved = assignment.reduce(
      (pupils, site, pair) => pupils + (site === painted.assignment[pair] ? 0 : basis.unitBand[pair]),
      0,
    );
    expect(least, `seed ${seed}`).toBeLessThanOrEqual(moved);
    if (stroke.places === "kept")
      for (const [site, { capacity }] of basis.municipality.sites.entries())
        expect(pupilsAt(basis.unitBand, assignment, site), `seed ${seed}`).toBeLessThanOrEqual(capacity[0] ?? Infinity);
    const owners = Array.from({ length: assignment.length / BAND_COUNT }, (_, unit) => assignment[unit * BAND_COUNT]);
    expect(hangsTogether({ basis, stroke: { ...stroke, before } }, owners), `seed ${seed}`).toBe(apart === 0);
    // What repair alone hands out may lie in parts; finishing is there for those.
    let alone = 0;
    for await (const step of repair(basis, asked, solver))
      if (step.status === "answer") alone = cutOff(basis, before, step.answer.plan).length;
    expect(apart, `seed ${seed}`).toBeLessThanOrEqual(alone);
    if (alone > 0 && apart === 0) seen.joined++;
    if (proven === "optimal") {
      expect(apart, `seed ${seed}`).toBe(0);
      expect(moved, `seed ${seed}`).toBe(least);
      seen.proven++;
    }
    if (least! < moved) seen.between++;
    if (apart > 0) seen.apart++;
  }
  expect(seen.joined).toBeGreaterThan(SEEDS.length / 20);
  expect(seen.proven).toBeGreaterThan(SEEDS.length / 10);
  expect(seen.between).toBeGreaterThan(0);
  expect(seen.empty).toBeGreaterThan(0);
  expect(seen.impossible).toBeGreaterThan(0);
}, 60000);

test("a repair has the time of its own question, however short a smaller way to join is looked for", async () => {
  const given: number[] = [];
  const watched: Solver = {
    name: solver.name,
    solve: (model, options) => {
      given.push(options?.secondsLimit ?? Infinity);
      return solver.solve(model, options);
    },
  };
  for (const seed of SEEDS.slice(0, 40)) {
    const { basis, stroke } = randomStroke(seed);
    const { after: painted, fixed: locked } = stroke;
    const rules: AssignmentRule[] = [{ kind: "capacity" }, { kind: "one-site-for-all-bands" }];
    const asked = { painted, locked, rules, limits: { seed: 1, seconds: 600 } };
    for await (const step of finish(basis, asked, watched, { secondsLimit: 5 })) expect(step.status).not.toBe("failed");
  }
  expect(Math.max(...given)).toBeGreaterThan(5);
}, 60000);

const pupilsAt = (unitBand: Uint32Array, assignment: Uint16Array, site: number): number =>
  assignment.reduce((pupils, at, pair) => pupils + (at === site && pair % BAND_COUNT === 0 ? unitBand[pair] : 0), 0);

test("a district that hangs together for the youngest alone is joined in the other grades as well", async () => {
  const { municipality, travel, baseline } = drawCase({
    zones: ["AACBB"],
    sites: { A: { at: [0, 0] }, B: { at: [0, 3] }, C: { at: [0, 4] } },
    districts: { ac: "AC", b: "B" },
    pupils: () => 1,
  });
  const basis = makeBasis(municipality, travel, baseline);
  const assignment = baseline.assignment.slice();
  [0, 0, 1, 1, 2].forEach((site, unit) => (assignment[unit * BAND_COUNT + 1] = site));
  const asked = { painted: { ...baseline, assignment }, locked: new Set<number>(), rules: [], limits: { seed: 1 } };
  let last: FinishStep | undefined;
  for await (last of finish(basis, asked, solver));
  if (last?.status !== "answer") throw new Error(last?.status);
  const { answer } = last;
  const map = [0, 1, 2, 3, 4].map((unit) => "ABC"[answer.assignment[unit * BAND_COUNT + 1]]).join("");
  expect(map).not.toMatch(/[AC]B+[AC]/);
  expect(answer.apart).toBe(0);
});
