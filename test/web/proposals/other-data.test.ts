import { BAND_COUNT } from "../../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { assignPairs, openCase, setLock } from "../../../src/index.ts";
import { tinyCase, TINY_FILES } from "../../cases/tiny.ts";
import { opened, openPage } from "./page.ts";

const NOTE = { da: "tegnet", en: "drawn" };

/** The case with one of its texts replaced in a file. */
const caseWith = (file: string, from: string, to: string) => {
  expect(TINY_FILES[file].split(from)).toHaveLength(2);
  return openCase(tinyCase({ [file]: TINY_FILES[file].replace(from, to) })).value!;
};

/** The last pupils' address, a kilometre farther north. */
const corrected = caseWith("pupils.csv", "55.668324;11.543988", "55.678324;11.543988");

/** A proposal of three steps on the case's data: an area moved, a school locked and its version named, another locked. */
async function drawnOn(of = opened) {
  const page = await openPage({ of });
  const { studio, view, all, kept } = page;
  studio.begin(view.plans[0], "Today");
  const { draft } = all()[0];
  const pair = draft.plan.assignment.findIndex(
    (site, each) => site === 0 && each % BAND_COUNT === 0 && view.units.unitBand[each] > 0,
  );
  studio.edit(assignPairs(draft, [pair], 1).changes, NOTE);
  studio.edit(setLock(all()[0].draft, { site: 2 }, true), NOTE);
  studio.nameStep(all()[0].history.head!, "Før mødet");
  studio.edit(setLock(all()[0].draft, { site: 3 }, true), NOTE);
  studio.rename("Behold Udby");
  await kept.settled();
  return { ...page, unit: view.units.id[Math.floor(pair / BAND_COUNT)], band: pair % BAND_COUNT };
}

test("after the case's data have changed a proposal is listed as drawn on other data, and opened by ids as its file would be", async () => {
  expect(corrected.dataHash).not.toBe(opened.dataHash);
  const { kept, all, unit, band } = await drawnOn();
  const [{ id, history }] = all();
  const before = structuredClone(kept.rows.get(id));
  const later = await openPage({ of: corrected, kept });
  expect(later.all()).toEqual([]);
  expect(later.store.state().onOtherData).toMatchObject([{ id, title: "Behold Udby" }]);
  await later.studio.carryOver(id);
  const [carried] = later.all();
  const { units } = later.view;
  expect(carried.draft.plan.assignment[BAND_COUNT * units.id.indexOf(unit) + band]).toBe(1);
  expect([[...carried.draft.locks.sites], carried.draft.plan.title]).toEqual([[2, 3], "Behold Udby"]);
  expect([[...carried.history.steps.keys()], [...carried.history.names.values()]]).toEqual([
    [...history.steps.keys()],
    ["Før mødet"],
  ]);
  expect(later.store.state().outcome?.lines[0].da).toContain("andre data");
  // Asked for again it is the one that is there; the original is as it was, and is there again with its own data.
  await later.studio.carryOver(id);
  await later.kept.settled();
  expect(later.all()).toHaveLength(1);
  expect(kept.rows.get(id)).toEqual(before);
  const again = await openPage({ kept });
  expect(again.all().map((each) => each.id)).toEqual([id]);
  expect(again.store.state().onOtherData.map((each) => each.id)).toEqual([carried.id]);
});

test("one that cannot be read on the new data names why, and stays listed", async () => {
  const { kept, all } = await drawnOn();
  const renamed = ["sites.csv", "plans/two.json"].map((file) => [
    file,
    TINY_FILES[file].replaceAll(/vest(?=[";])/g, "vestre"),
  ]);
  const without = openCase(tinyCase(Object.fromEntries(renamed))).value!;
  const later = await openPage({ of: without, kept });

  await later.studio.carryOver(all()[0].id);
  const { outcome, onOtherData } = later.store.state();
  expect(outcome?.lines.map(({ da }) => da).join(" ")).toContain("Skolen vest");
  expect(onOtherData).toHaveLength(1);
});

test("proposals of another municipality are not listed as this one's", async () => {
  const { kept, all } = await drawnOn();
  const elsewhere = caseWith("case.json", '"name": "Lilleby"', '"name": "Storeby"');
  const there = await openPage({ of: elsewhere, kept });
  expect([there.all(), there.store.state().onOtherData]).toEqual([[], []]);
  expect((await openPage({ of: corrected, kept })).store.state().onOtherData).toMatchObject([{ id: all()[0].id }]);
});

test("a deleted proposal is not listed on other data", async () => {
  const { kept, studio, all } = await drawnOn();
  studio.remove(all()[0].id);
  await kept.settled();
  expect((await openPage({ of: corrected, kept })).store.state().onOtherData).toEqual([]);
});
