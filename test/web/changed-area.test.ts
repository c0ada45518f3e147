import { BAND_COUNT } from "../cases/folkeskole.ts";
import { booleanPointInPolygon } from "@turf/turf";
import { expect, test } from "vitest";

import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { openCase } from "../../src/open-case.ts";
import { movedUnits } from "../../web/map/moved-area.ts";
import { effectsOf } from "../../web/worker/effects.ts";
import { archipelago } from "../cases/archipelago.ts";
import { caseFolder } from "../data/case-folder.ts";

test.each([
  ["cells", caseFolder("lattice")],
  ["areas of any form", archipelago(1)],
])("where pupils change school is drawn around exactly the units that do: %s", (_, files) => {
  const { basis } = openCase(files).value!;
  const { units } = basis.municipality;
  const moved = Array.from({ length: units.count }, (_each, unit) => unit % 3 === 0);
  const assignment = basis.baseline.assignment.map((site, pair) =>
    moved[Math.floor(pair / BAND_COUNT)] && pair % BAND_COUNT === 1 ? 1 - Math.min(site, 1) : site,
  );
  const { changed } = effectsOf(basis, evaluatePlan(basis, { ...basis.baseline, assignment }));
  const inside = Array.from(units.lon, (lon, unit) => booleanPointInPolygon([lon, units.lat[unit]], changed!));
  expect(inside).toEqual(moved);
  expect(effectsOf(basis, evaluatePlan(basis, basis.baseline)).changed).toBeUndefined();
  // A map of some grades hatches who moves in those: here none but the second ones do.
  const after = { assignment };
  const perBand = [0, 1, 2].map((band) => [...movedUnits(basis.baseline, after, band)].length);
  expect(perBand).toEqual([0, moved.filter(Boolean).length, 0]);
  expect(movedUnits(basis.baseline, after, "lowest")).toEqual(movedUnits(basis.baseline, after, 1));
});
