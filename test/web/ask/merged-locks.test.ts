import { describe, expect, test } from "vitest";
import { applyChanges, checkChanges, setLock } from "../../../src/index.ts";
import { adopting } from "../../../web/ask/adopt.ts";
import { LOCKS_LINE, withoutLine } from "../../../web/ask/form.ts";
import type { AskedPlan } from "../../../web/worker/messages.ts";
import { type PairEdits, pairsOfPlan } from "../../../web/worker/pair-edits.ts";
import { answered, basis, form, inView, plansOf, start, view, saidPairs } from "./asking.ts";

const { districts } = basis.baseline;
const asked = form({ kind: "consolidate", districts: districts.length - 1, contiguity: "ignored" });

describe("districts that are merged around what is locked", () => {
  test.each([
    ["areas", { pairs: Uint32Array.from([0, 1, 2]) }],
    ["grades", { band: 0 }],
    ["a school", { site: districts[1].sites[0] }],
    ["a district", { district: districts[0].id }],
  ] as const)("can be taken as they are: %s", async (_, what) => {
    const held = applyChanges(start, setLock(start, what, true));
    for (const policy of ["stay", "nearest"] as const) {
      const found = await plansOf({ ...asked, policy }, inView(held));
      expect(found.length).toBeGreaterThan(0);
      for (const plan of found) expect(checkChanges(held, adopting(held, plan, view.units))).toEqual([]);
    }
  });

  test("are impossible where all is held, named by that, and possible once it is let go of", async () => {
    const held = applyChanges(
      start,
      districts.flatMap(({ id }) => setLock(start, { district: id }, true)),
    );
    const { step } = await answered(asked, inView(held));
    if (step.status !== "impossible") throw new Error(step.status);
    expect(step.collision.rules.map(({ line }) => line)).toContain(LOCKS_LINE);
    expect((await answered(withoutLine(asked, LOCKS_LINE), inView(held))).step.status).toBe("answered");
  });
});

const pairOf = ({ plan }: AskedPlan): string => plan.districts.find(({ sites }) => sites.length > 1)!.name;

const merged = (touching: PairEdits) =>
  plansOf({ ...asked, contiguity: "land" }, inView(), undefined, undefined, touching);

test("districts that are merged go by the pairs that somebody has put right, as the list of plans does", async () => {
  const ways = await merged([]);
  const [best] = ways;
  const joined = districts.filter(({ sites }) =>
    best.plan.districts.some(
      (one) => one.sites.length > sites.length && sites.every((site) => one.sites.includes(site)),
    ),
  );
  const apart = await merged([{ districts: [joined[0].id, joined[1].id], touch: "no" }]);
  expect(apart.map(pairOf)).toEqual(ways.map(pairOf).filter((name) => name !== pairOf(best)));
});

const no = (...ids: readonly [string, string]) => ({ districts: ids, touch: "no" as const });

test("of districts that hold several of today's, two touch where any of their members do, and no longer once none does", () => {
  const [a, b, c, d] = districts;
  const plan = [{ id: "ab", sites: [...a.sites, ...b.sites] }, c, d];
  const [ac, bc] = [no(a.id, c.id), no(b.id, c.id)];
  const pairsWith = (edits: PairEdits, touching?: readonly (readonly [number, number])[]) =>
    pairsOfPlan(saidPairs(edits, touching), plan);
  // B and C still touch.
  expect(pairsWith([ac], [[1, 2]])).toEqual([]);
  expect(pairsWith([ac, bc], [[0, 1]])).toEqual([no("ab", c.id)]);
  expect(pairsWith([{ ...ac, touch: "yes" }, bc])).toEqual([{ districts: ["ab", c.id], touch: "yes" }]);
  expect(pairsWith([no(a.id, b.id)], [])).toEqual([]);
  // Where it is not known what touches, nothing is said of what holds several.
  expect([pairsWith([ac, bc]), pairsWith([no(c.id, d.id)])]).toEqual([[], [no(c.id, d.id)]]);
});
