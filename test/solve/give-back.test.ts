import { BAND_COUNT } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { mend, mendAtOnce, type Mended } from "../../src/solve/mend/mend.ts";
import { solver } from "../cases/solver.ts";
import { type DrawnStroke, everyRepair, hangsTogether, randomStroke } from "../cases/strokes.ts";

/** `BACK_SEEDS=1000 npx vitest run test/solve/give-back.test.ts` tries more. */
const COUNT = Number(process.env["BACK_SEEDS"] ?? 100);
const SEEDS = Array.from({ length: COUNT }, (_, seed) => seed + 1);
/** Areas that trying every way moves beside those that go back. */
const MOST = 2;

/** The same with what was painted told from what is locked. */
function drawnApart({ basis, stroke }: DrawnStroke): DrawnStroke & { readonly mine: readonly number[] } {
  const mine = [...stroke.fixed].filter((pair) => stroke.after.assignment[pair] !== stroke.before[pair]);
  return { basis, mine, stroke: { ...stroke, drawn: new Set(mine) } };
}

/** Whether a map of the one band that is taught hangs together as before, with no school fuller than before and than its places. */
function isWhole(drawn: DrawnStroke, assignment: Uint16Array): boolean {
  const { basis, stroke } = drawn;
  const { municipality, unitBand } = basis;
  const owners = Array.from({ length: municipality.units.count }, (_, unit) => assignment[unit * BAND_COUNT]);
  const load = (of: Uint16Array, site: number): number =>
    owners.reduce((sum, _, unit) => sum + (of[unit * BAND_COUNT] === site ? unitBand[unit * BAND_COUNT] : 0), 0);
  const isRoom = municipality.sites.every(
    ({ capacity }, site) => load(assignment, site) <= Math.max(capacity[0] ?? Infinity, load(stroke.before, site)),
  );
  return hangsTogether(drawn, owners) && (stroke.places === "free" || isRoom);
}

function fewestBack(drawn: ReturnType<typeof drawnApart>): number {
  const { stroke, mine } = drawn;
  const sets = Array.from({ length: 2 ** mine.length }, (_, bits) => mine.filter((_each, i) => (bits & (1 << i)) > 0));
  for (const back of sets.toSorted((a, b) => a.length - b.length)) {
    const assignment = stroke.after.assignment.slice();
    for (const pair of back) assignment[pair] = stroke.before[pair];
    const places = stroke.places === "free" ? "free" : "before";
    const tried = { ...stroke, places, after: { ...stroke.after, assignment } } as const;
    if (everyRepair({ ...drawn, stroke: tried }, MOST)) return back.length;
  }
  return Infinity;
}

test("every stroke on a whole plan is mended whole at once, if by giving part of it back, none of which could be left alone; then by the fewest", async () => {
  const seen = { kept: 0, back: 0, fewest: 0, found: 0 };
  for (const seed of SEEDS) {
    const drawn = drawnApart(randomStroke(seed));
    const { basis, stroke, mine } = drawn;
    const { assignment, returned } = mendAtOnce(basis, stroke);
    const back = returned?.pairs ?? [];
    expect(isWhole(drawn, assignment), `seed ${seed}`).toBe(true);
    for (const pair of stroke.fixed)
      expect(assignment[pair], `seed ${seed}`).toBe(
        (back.includes(pair) ? stroke.before : stroke.after.assignment)[pair],
      );
    for (const pair of back) {
      const again = assignment.with(pair, stroke.after.assignment[pair]);
      expect(isWhole(drawn, again), `seed ${seed}`).toBe(false);
    }
    if (mine.length === 0) continue;
    if (back.length === 0) {
      seen.kept++;
      continue;
    }
    seen.back++;
    const fewest = fewestBack(drawn);
    if (fewest === back.length) seen.fewest++;
    let last: Mended | undefined;
    for await (last of mend(basis, stroke, solver));
    if (!last) throw new Error("no answer");
    expect(isWhole(drawn, last.assignment), `seed ${seed}`).toBe(true);
    expect(last.returned?.pairs.length ?? 0, `seed ${seed}`).toBeLessThanOrEqual(fewest);
    if (!last.returned) seen.found++;
  }
  expect(Math.min(seen.kept, seen.back, seen.found) * 60).toBeGreaterThan(SEEDS.length);
  expect(seen.fewest * 2).toBeGreaterThan(seen.back);
}, 60000);
