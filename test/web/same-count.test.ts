import { DANISH_KRONER } from "../../src/domain/currency.ts";
import { asOfMany } from "../../src/report/coarse.ts";
import { GRADES } from "../cases/folkeskole.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { councilFigures } from "../../src/council/figures.ts";
import { byBand } from "../../src/evaluate/measures/table.ts";
import {
  type Cell,
  cellWord,
  checkChanges,
  type Draft,
  evaluatePlan,
  isFew,
  type MeasureKey,
  roundedCell,
  toldFigures,
  withSites,
} from "../../src/index.ts";
import { districtSizes } from "../../web/ask/sizes.ts";
import { pictureOf } from "../../web/map/picture.ts";
import { roundedPupils } from "../../web/map/shown-pupils.ts";
import { askVoiceOf } from "../../web/panels/ask/ask-voice.ts";
import { measuredText } from "../../web/panels/ask/measured-text.ts";
import { whatChanged } from "../../src/compare/what-changed.ts";
import { draftedPlan } from "../../web/state/plans.ts";
import { caseViewOf } from "../../web/worker/case-view.ts";
import { deed, lattice, perform, start } from "../edit/random.ts";
import { voiceIn } from "./voice.ts";

const { basis } = lattice;
const todays = evaluatePlan(basis, basis.baseline);
/** Of pupils who are real. */
const { notice: _, ...view } = caseViewOf(lattice, todays, []);
const voice = askVoiceOf(voiceIn("da"), "in-fives");
const isClean = (draft: Draft, changes: Parameters<typeof checkChanges>[1]) =>
  checkChanges(draft, changes).length === 0;
const written = (cell: Cell | undefined): string => (cell ? cellWord(cell, "da") : "");

/** Plans that were drawn and leave nobody without a school, on the case's own schools. */
const drawn = fc.array(deed, { maxLength: 12 }).map((deeds) =>
  perform(start, deeds, isClean)
    .drafts.toReversed()
    .find(
      (draft) =>
        draft.newSites.length === 0 &&
        draft.assumptions.size === 0 &&
        evaluatePlan(basis, draft.plan).completeness.status === "finished",
    ),
);

test("a count of real pupils in a drawn plan reads the same in its figures, its changes, on the map, as an answer and in the council's file", () => {
  let told = 0;
  fc.assert(
    fc.property(drawn, (draft) => {
      fc.pre(draft !== undefined);
      if (!draft) return;
      const { values } = evaluatePlan(withSites(basis, draft), draft.plan);
      const figures = toldFigures(GRADES, asOfMany(DANISH_KRONER), todays.values, (key) => values.get(key));
      const count = (key: MeasureKey): string => written(figures.cell(key));
      const answer = (measure: MeasureKey): string =>
        measuredText(voice, { measure, value: values.get(measure)! }, sizes, "in-fives").replace(/ elev(er)?$/, "");
      const picture = pictureOf(view, draftedPlan(draft));
      const sizes = districtSizes(picture);
      const council = councilFigures(lattice, draft);
      const inCouncil = (key: MeasureKey) => council.rows.find(({ measure }) => measure === key)?.proposal;

      const { pupils } = whatChanged({ plan: basis.baseline, capacity: start.capacity }, draft, basis.unitBand);
      expect(written(roundedCell(pupils))).toBe(count("changed-site"));
      expect(voice.goal("changed-site", values.get("changed-site")!)).toBe(count("changed-site"));
      expect(voice.goal("overflow", values.get("overflow")!)).toBe(count("overflow"));

      const districts = roundedPupils(picture).districts.map((cell, i) => ({
        cell,
        pupils: picture.districts[i].pupils,
      }));
      const [least] = districts.toSorted((a, b) => a.pupils - b.pupils);
      const [most] = districts.toSorted((a, b) => b.pupils - a.pupils);
      expect([written(least.cell), written(most.cell)]).toEqual([count("pupils-least"), count("pupils-most")]);
      expect([answer("pupils-least"), answer("pupils-most")]).toEqual([count("pupils-least"), count("pupils-most")]);

      for (const key of ["changed-site", "overflow", "pupils-least", "pupils-most", "transport-right"] as const) {
        const [said, cell] = [inCouncil(key), figures.cell(key)];
        expect(String(said)).toBe(cell?.kind === "few" ? "<5" : String(figures.value(key)));
      }
      // Nothing is hidden beside parts that it is the sum of, and few are few.
      for (const key of ["transport-right", ...byBand(GRADES, "transport-right"), "changed-site", "overflow"] as const)
        expect(figures.cell(key)?.kind).toBe(isFew(values.get(key)!) ? "few" : "count");
      told++;
    }),
    { numRuns: 60, seed: 12 },
  );
  expect(told).toBeGreaterThan(30);
});
