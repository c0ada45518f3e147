import { expect, test } from "vitest";
import { BAND_COUNT } from "../../src/domain/grades.ts";
import { BandGround } from "../../src/solve/mend/band-ground.ts";
import { provenMoves } from "../../src/solve/mend/proven.ts";
import { foundBy, quickMoves } from "../../src/solve/mend/quick.ts";
import { type DrawnStroke, everyRepair, hangsTogether, randomStroke } from "../cases/strokes.ts";
import { solver } from "../cases/solver.ts";

/** `MEND_SEEDS=1000 npx vitest run test/solve/mend.test.ts` tries more. */
const COUNT = Number(process.env["MEND_SEEDS"] ?? 200);
/** In the last one a way needs somebody to leave a full school that nothing is cut off from. */
const SEEDS = [...Array.from({ length: COUNT }, (_, seed) => seed + 1), 999];

const mapOf = ({ stroke }: DrawnStroke, moves: ReadonlyMap<number, number>): readonly number[] =>
  Array.from(
    { length: stroke.after.assignment.length / BAND_COUNT },
    (_, unit) => moves.get(unit) ?? stroke.after.assignment[unit * BAND_COUNT],
  );

test("what a stroke cuts off is joined by the fewest areas, then pupils, as trying every way shows", async () => {
  const seen = { whole: 0, mended: 0, none: 0, quick: 0 };
  for (const seed of SEEDS) {
    const drawn = randomStroke(seed);
    const ground = new BandGround(drawn.basis, drawn.stroke, 0);
    const quick = foundBy(quickMoves(ground));
    const best = everyRepair(drawn, 5);
    const found = await provenMoves(ground, quick, solver);
    if (found.status !== "optimal") {
      expect([found.status, best], `seed ${seed}`).toEqual(["none", undefined]);
      seen.none++;
      continue;
    }
    const { moves, areas, pupils } = found.found;
    if (best) expect({ areas, pupils }, `seed ${seed}`).toEqual(best);
    else expect(areas, `seed ${seed}`).toBeGreaterThan(5);
    expect(hangsTogether(drawn, mapOf(drawn, moves)), `seed ${seed}`).toBe(true);
    if (quick) expect(hangsTogether(drawn, mapOf(drawn, quick.moves)), `seed ${seed}`).toBe(true);
    if (areas === 0) seen.whole++;
    else seen.mended++;
    if (quick?.areas === areas && quick.pupils === pupils) seen.quick++;
  }
  expect(Math.min(seen.whole, seen.mended, seen.none)).toBeGreaterThan(SEEDS.length / 20);
}, 60000);
