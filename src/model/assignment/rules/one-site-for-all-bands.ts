import { hasBand } from "../../../domain/grades.ts";
import { type AssignmentFrame, bandOfRow, candidateFor, unitOfRow } from "../frame.ts";
import type { ModelBuilder } from "../../model.ts";
import type { RuleModel } from "./rule.ts";

/**
 * A unit that goes to a site in one band goes there in every band the site teaches: x_ubj = x_ub'j for every two bands with
 * pupils, whatever lies between them.
 */
export const oneSiteForAllBands: RuleModel<"one-site-for-all-bands"> = {
  addRows: (_, model, frame) => {
    const rowOfPair = new Map(
      Array.from(frame.pair, (pair, row) => [pair, row] as const).filter(([, row]) => frame.pupils[row] > 0),
    );
    for (const row of rowOfPair.values())
      for (const { band } of frame.grades.bands.slice(bandOfRow(frame, row) + 1)) {
        const other = rowOfPair.get(unitOfRow(frame, row) * frame.grades.bands.length + band);
        if (other === undefined) continue;
        for (const site of new Set([...sitesOf(frame, row), ...sitesOf(frame, other)])) {
          const { teaches } = frame.sites[site];
          if (hasBand(teaches, band) && hasBand(teaches, bandOfRow(frame, row)))
            addSame(model, frame, row, other, site);
        }
      }
  },
};

const sitesOf = ({ first, site }: AssignmentFrame, row: number) => site.subarray(first[row], first[row + 1]);

/** Both go to the site or neither does; neither where one of them may not. */
function addSame(model: ModelBuilder, frame: AssignmentFrame, row: number, other: number, site: number): void {
  const [a, b] = [candidateFor(frame, row, site), candidateFor(frame, other, site)];
  model.addRow("one site for all bands", 0, 0, [
    ...(a === undefined ? [] : [[a, 1] as const]),
    ...(b === undefined ? [] : [[b, -1] as const]),
  ]);
}
