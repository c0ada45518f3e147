import { BANDS, BAND_COUNT } from "../../cases/folkeskole.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cellOf, cellWord, isFew, startDraft } from "../../../src/index.ts";
import { pictureOf } from "../../../web/map/picture.ts";
import { overflowAsShown, pupilsAsShown, todaysBeside } from "../../../web/map/shown-pupils.ts";
import { groundOf } from "../../../web/proposals/proposal.ts";
import { openPage } from "./page.ts";

const isRounded = (word: string): boolean => word === "<5" || Number(word) % 5 === 0;

test("two plans of real pupils that are drawn one area apart tell of no school more exactly than to five, wherever they are looked at", async () => {
  const { view } = await openPage();
  const draft = startDraft(groundOf(view), view.plans[0]);
  const stroke = fc.record({ pair: fc.nat(draft.plan.assignment.length - 1), site: fc.nat(view.sites.length - 1) });
  fc.assert(
    fc.property(fc.array(stroke, { maxLength: 5 }), fc.nat(40), (strokes, over) => {
      const assignment = draft.plan.assignment.slice();
      for (const { pair, site } of strokes) assignment[pair] = site;
      const drawn = { ...draft, plan: { ...draft.plan, assignment } };
      const picture = { ...pictureOf(view, { plan: drawn.plan }), counts: "in-fives" as const };
      const told = pupilsAsShown(picture);
      view.sites.forEach((_, site) => {
        for (const { band } of BANDS) {
          const pupils = picture.pupils[site * BAND_COUNT + band];
          const cell = told.at(site, band);
          const places = picture.sites[site].capacity[band] ?? Infinity;
          expect(isRounded(cellWord(cell, "en"))).toBe(true);
          if (isFew(pupils)) expect(cell.kind).toBe("few");
          else {
            const shown = cell.kind === "count" ? cell.pupils : NaN;
            expect(Math.abs(shown - pupils)).toBeLessThan(5);
            // Nobody is too many where there is room for all, nor has room where there is too little.
            expect(shown <= places).toBe(pupils <= places);
          }
        }
        expect(isRounded(cellWord(told.ofSite(site), "en"))).toBe(true);
      });
      for (const cell of [...told.districts, told.all, overflowAsShown(picture, over, told.all)])
        expect(isRounded(cellWord(cell, "en").replaceAll(",", ""))).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test("a school that a proposal leaves as it is shows the same number today and then, and its grades add up to all of them", async () => {
  const { view } = await openPage();
  const draft = startDraft(groundOf(view), view.plans[0]);
  const sites = view.sites.map((site) => ({ ...site, capacity: [62, 27, undefined] }));
  const pupils = new Uint32Array(view.sites.length * BAND_COUNT).fill(13);
  pupils.set([62, 28, 0]);
  const picture = { ...pictureOf(view, { plan: draft.plan }), sites, pupils, counts: "in-fives" } as ReturnType<
    typeof pictureOf
  >;
  const then = pupilsAsShown(picture);
  const before = todaysBeside({ ...picture, sites: view.sites }, picture);
  expect([then, before].map(({ at, ofSite }) => [at(0, 0), at(0, 1), ofSite(0)])).toEqual(
    Array.from({ length: 2 }, () => [cellOf(60), cellOf(30), cellOf(90)]),
  );
  pupils.set([62, 27]);
  expect(pupilsAsShown(picture).ofSite(0)).toEqual(cellOf(85));
  const madeUp = { ...picture, counts: "exactly" as const };
  expect(todaysBeside(madeUp, madeUp).at(0, 0)).toEqual(cellOf(62));
});
