import { expect, test } from "vitest";
import { diceOf } from "../../fuzz/attempt.ts";
import { damagedFormats, damagedGeoJson } from "../../fuzz/formats.ts";
import { damagedTimetables } from "../../fuzz/timetable.ts";

/** `npm run fuzz -- --kind formats --attempts 10000` tries more of them, `--kind xlsx` of one format. */
const ATTEMPTS = 150;
/** Seeds that once found something: a row lost in a sheet whose tag was damaged, an index that was counted for ever. */
const KNOWN = [12_918, 332, 1056];

test("a damaged file of any format is refused or read with every row and pupil accounted for", async () => {
  const seeds = [...KNOWN, ...Array.from({ length: ATTEMPTS }, (_, seed) => seed + 1)];
  for (const seed of seeds)
    expect([seed, await damagedFormats.attempt(diceOf(seed), () => {})]).toEqual([seed, undefined]);
});

test.each([damagedGeoJson, damagedTimetables])("and so is a damaged $name of any flavour", async ({ attempt }) => {
  for (let seed = 1; seed <= ATTEMPTS / 5; seed++)
    expect([seed, await attempt(diceOf(seed), () => {})]).toEqual([seed, undefined]);
});
