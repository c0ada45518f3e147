import type { MultiPolygon } from "geojson";
import { areaOfUnits, type Plan } from "../../src/index.ts";
import type { ShownBand } from "../state/shown-band.ts";
import type { CaseView } from "../worker/messages.ts";

/** Units that go to another site in the grades that a map shows; where it shows all of them at once, in any. */
export function movedUnits(
  before: Pick<Plan, "grades" | "assignment">,
  after: Pick<Plan, "assignment">,
  band: ShownBand,
): Set<number> {
  const moved = new Set<number>();
  after.assignment.forEach((site, pair) => {
    if (site === before.assignment[pair]) return;
    if (band === "lowest" || pair % before.grades.bandCount === band)
      moved.add(Math.floor(pair / before.grades.bandCount));
  });
  return moved;
}

/** Where these are, as they are hatched. */
export const movedArea = (
  view: Pick<CaseView, "outlines">,
  before: Plan,
  after: Plan,
  band: ShownBand,
): MultiPolygon | undefined => areaOfUnits(view.outlines, movedUnits(before, after, band));
