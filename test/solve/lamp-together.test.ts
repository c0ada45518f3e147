import { expect, test } from "vitest";
import { beforeFinishing, lampOf, lockSet } from "../cases/lock-sets.ts";
import { EveryTogether } from "../cases/every-together.ts";

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
      expect([answer.together, answer.moved, answer.proven], `seed ${seed}`).toEqual(["kept", fewest, "optimal"]);
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
  // Of a district with nobody in its lowest grades the next ones are asked; that is left open.
  expect(unproven).toBeLessThanOrEqual(SEEDS.length / 50);
  for (const kind of ["yes", "no", "torn"]) expect(seen.get(kind), kind).toBeGreaterThan(SEEDS.length / 20);
}, 120000);
