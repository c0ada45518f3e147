import { BAND_COUNT } from "../../cases/folkeskole.ts";
import { describe, expect, test } from "vitest";
import { applyChanges, type Band, type Draft, openCase, setLock, setTeaching, startDraft } from "../../../src/index.ts";
import { FIRST_DRAWING, type Drawing } from "../../../web/state/drawing.ts";
import { strokeOf } from "../../../web/draw/strokes.ts";
import { tinyCase } from "../../cases/tiny.ts";

const ALL_DRAWING = { ...FIRST_DRAWING, bands: [0, 1, 2] };

const { basis } = openCase(tinyCase()).value!;
const draft = startDraft(basis.municipality, basis.baseline);
const units = [0, 1, 2];
const drawing = (change: Partial<Drawing>): Drawing => ({ ...ALL_DRAWING, ...change });
const siteOf = (from: Draft, unit: number, band: number): number => from.plan.assignment[unit * BAND_COUNT + band];
const elsewhere = basis.municipality.sites.findIndex(
  ({ teaches }, site) => teaches === 7 && units.every((unit) => siteOf(draft, unit, 0) !== site),
);

const made = (from: Draft, tools: Partial<Drawing>, over: Iterable<number> = units): Draft => {
  const stroked = strokeOf(from, drawing(tools), over);
  if (stroked.kind !== "edit") throw new Error(stroked.why.en);
  return applyChanges(from, stroked.changes);
};

describe("a stroke with the brush", () => {
  test("sends the chosen grades of its units to the school, and nobody else", () => {
    const bands: readonly Band[] = [0, 2];
    const after = made(draft, { tool: "paint", site: elsewhere, bands });
    draft.plan.assignment.forEach((before, pair) => {
      const isPainted = units.includes(Math.floor(pair / BAND_COUNT)) && bands.includes(pair % BAND_COUNT);
      expect(after.plan.assignment[pair]).toBe(isPainted ? elsewhere : before);
    });
  });

  test("leaves what is locked as it is, and says why where that is all", () => {
    const locked = made(draft, { tool: "lock" }, [1]);
    const after = made(locked, { tool: "paint", site: elsewhere });
    expect([0, 1, 2].map((unit) => siteOf(after, unit, 0))).toEqual([elsewhere, siteOf(draft, 1, 0), elsewhere]);
    expect(strokeOf(locked, drawing({ tool: "paint", site: elsewhere }), [1])).toMatchObject({
      kind: "nothing",
      why: { da: "Området er låst og bliver, som det er.", en: "The area is locked and stays as it is." },
    });
    const held = applyChanges(draft, setLock(draft, { site: elsewhere }, true));
    expect(strokeOf(held, drawing({ tool: "paint", site: elsewhere }), units).kind).toBe("nothing");
  });

  test("that a lock holds back, all of it or some, comes with what unlocks that and no more, and draws it after all", () => {
    const drawn = made(draft, { tool: "paint", site: elsewhere });
    const all = made(draft, { tool: "lock" }, [0, 1, 2, 3]);
    const school = applyChanges(draft, setLock(draft, { site: elsewhere }, true));
    for (const locked of [all, made(draft, { tool: "lock" }, [1]), school]) {
      const stroked = strokeOf(locked, drawing({ tool: "paint", site: elsewhere }), units);
      const done = stroked.kind === "edit" ? applyChanges(locked, stroked.changes) : locked;
      const after = applyChanges(done, stroked.held!.step.changes);
      expect(after.plan).toEqual(drawn.plan);
      expect(after.locks).toEqual(locked === all ? made(draft, { tool: "lock" }, [3]).locks : draft.locks);
    }
    expect(strokeOf(draft, drawing({ tool: "paint", site: elsewhere }), units).held).toBeUndefined();
    // Nobody can go to a school that does not have their grades, locked or not.
    const cannot = applyChanges(all, setTeaching(all, elsewhere, 0));
    expect(strokeOf(cannot, drawing({ tool: "paint", site: elsewhere }), units).held).toBeUndefined();
  });

  test("says what is lacking where there is no school to paint to, or nothing changes", () => {
    expect(strokeOf(draft, drawing({ tool: "paint" }), units)).toMatchObject({
      why: { en: "First choose the school that the areas shall belong to." },
    });
    expect(strokeOf(draft, drawing({ tool: "paint", site: siteOf(draft, 0, 0) }), [0])).toMatchObject({
      kind: "nothing",
    });
  });

  test("on areas that the school has already in the grades it teaches says so, and which grades it lacks", () => {
    const there = made(draft, { tool: "paint", site: elsewhere });
    const small = applyChanges(there, setTeaching(there, elsewhere, 3));
    const { name } = basis.municipality.sites[elsewhere];
    const why = (over: Draft, bands: readonly Band[]) =>
      strokeOf(over, drawing({ tool: "paint", site: elsewhere, bands }), units);
    expect(why(small, [0, 1, 2])).toMatchObject({
      why: { da: `De områder hører allerede til ${name}, som ikke har 7.-9. klasse.` },
    });
    expect(why(small, [2])).toMatchObject({ why: { da: expect.stringContaining("har ikke de valgte klassetrin") } });
    expect(why(there, [0, 1, 2])).toMatchObject({ why: { da: `De områder hører allerede til ${name}.` } });
  });

  test("is noted in both languages with how many areas and where to", () => {
    const stroked = strokeOf(draft, drawing({ tool: "paint", site: elsewhere }), units);
    const { name } = basis.municipality.sites[elsewhere];
    expect(stroked).toMatchObject({ note: { da: `3 områder flyttet til ${name}`, en: `3 areas moved to ${name}` } });
  });
});

describe("a stroke with the lock", () => {
  test("locks the chosen grades, and unlocking takes exactly those away", () => {
    const locked = made(draft, { tool: "lock", bands: [1] });
    expect([...locked.locks.pairs]).toEqual(units.map((unit) => unit * BAND_COUNT + 1));
    expect(made(locked, { tool: "unlock" }).locks.pairs.size).toBe(0);
    expect(strokeOf(draft, drawing({ tool: "unlock" }), units)).toMatchObject({ kind: "nothing" });
    const [site, there] = [elsewhere, made(draft, { tool: "paint", site: elsewhere })];
    const held = applyChanges(there, setLock(there, { site }, true));
    expect(strokeOf(held, drawing({ tool: "unlock" }), [0])).toMatchObject({
      kind: "nothing",
      held: { locks: [{ site }], step: { changes: setLock(held, { site }, false) } },
    });
  });

  test("is noted with how many areas", () => {
    expect(strokeOf(draft, drawing({ tool: "lock" }), [0])).toMatchObject({
      note: { da: "ét område låses", en: "one area locked" },
    });
  });
});
