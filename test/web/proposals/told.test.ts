import fc from "fast-check";
import { expect, test } from "vitest";
import { BAND_COUNT, BANDS, cellWord, isFew, nearestFive, startDraft } from "../../../src/index.ts";
import { pictureOf } from "../../../web/map/picture.ts";
import { overflowAsShown, pupilsAsShown } from "../../../web/map/shown-pupils.ts";
import { groundOf } from "../../../web/proposals/proposal.ts";
import { openPage } from "./page.ts";

const isRounded = (word: string): boolean => word === "<5" || Number(word) % 5 === 0;

test("two plans that are drawn one area apart tell of no school more exactly than to five, wherever they are looked at", async () => {
  const { view } = await openPage();
  const draft = startDraft(groundOf(view), view.plans[0]);
  const stroke = fc.record({ pair: fc.nat(draft.plan.assignment.length - 1), site: fc.nat(view.sites.length - 1) });
  fc.assert(
    fc.property(fc.array(stroke, { maxLength: 5 }), fc.nat(40), (strokes, over) => {
      const assignment = draft.plan.assignment.slice();
      for (const { pair, site } of strokes) assignment[pair] = site;
      const drawn = { ...draft, plan: { ...draft.plan, assignment } };
      const picture = pictureOf(view, { plan: drawn.plan });
      const told = pupilsAsShown(picture, { draft: drawn });
      view.sites.forEach((_, site) => {
        for (const { band } of BANDS) {
          const pupils = picture.pupils[site * BAND_COUNT + band];
          const word = cellWord(told.at(site, band), "en");
          expect(word).toBe(isFew(pupils) ? "<5" : String(nearestFive(pupils)));
        }
        expect(isRounded(cellWord(told.ofSite(site), "en"))).toBe(true);
      });
      for (const cell of [...told.districts, told.all, overflowAsShown(over, told.all, { draft: drawn })])
        expect(isRounded(cellWord(cell, "en").replaceAll(",", ""))).toBe(true);
    }),
    { numRuns: 50 },
  );
});
