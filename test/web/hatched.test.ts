import { BAND_COUNT, GRADES } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { assignPairs, type Band } from "../../src/index.ts";
import { hatched, isHatched } from "../../web/proposals/hatched.ts";
import { openPage } from "./proposals/page.ts";

test("the changes of a proposal are hatched in the grades that the map shows, and it is told where others change besides", async () => {
  const { studio, store, view } = await openPage();
  studio.begin(view.plans[0], "Plan");
  const draft = [...store.state().proposals!.values()][0].draft;
  const { plan, municipality } = draft;
  const districtAt = (site: number) => plan.districts.findIndex(({ sites }) => sites.includes(site));
  const [unit, band]: [number, Band] = [0, 2];
  const pair = unit * BAND_COUNT + band;
  // To another district, so that the map shows one band at a time.
  const site = municipality.sites.findIndex(
    (_, each) => plan.teaching[each] === 7 && districtAt(each) !== districtAt(plan.assignment[pair]),
  );
  studio.edit(assignPairs(draft, [pair], site).changes, { da: "Flyttet", en: "Moved" });
  store.dispatch({ kind: "changes", change: { marks: "shown" } });
  const shown = (shownBand: Band) => {
    store.dispatch({ kind: "choose", change: { band: GRADES.bands[shownBand].key } });
    const hatch = hatched(store.state())!;
    return { since: hatch.since, area: hatch.area !== undefined, others: hatch.others, told: isHatched(hatch) };
  };
  expect(shown(0)).toEqual({ since: "a-plan", area: false, others: "moved", told: true });
  expect(shown(2)).toEqual({ since: "a-plan", area: true, others: "none", told: true });
  expect(hatched(store.state())).toBe(hatched(store.state()));
  studio.undo();
  expect(isHatched(hatched(store.state())!)).toBe(false);
});
