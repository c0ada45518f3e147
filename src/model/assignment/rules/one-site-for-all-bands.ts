import { BANDS, hasBand } from "../../../domain/grades.ts";
import { bandOfRow, candidateFor, unitOfRow } from "../frame.ts";
import type { RuleModel } from "./rule.ts";

/** A unit that goes to a site in one band goes there in every band the site teaches: x_ubj = x_ub'j. */
export const oneSiteForAllBands: RuleModel<"one-site-for-all-bands"> = {
  addRows: (_, model, frame) => {
    const rowOfPair = new Map(Array.from(frame.pair, (pair, row) => [pair, row]));
    for (let row = 0; row < frame.rows; row++) {
      const [unit, band] = [unitOfRow(frame, row), bandOfRow(frame, row)];
      for (const next of BANDS.slice(band + 1)) {
        const other = rowOfPair.get(unit * BANDS.length + next.band);
        if (other === undefined) continue;
        for (let candidate = frame.first[row]; candidate < frame.first[row + 1]; candidate++) {
          const site = frame.site[candidate];
          if (!hasBand(frame.sites[site].teaches, next.band)) continue;
          const same = candidateFor(frame, other, site);
          model.addRow(
            "one site for all bands",
            0,
            0,
            same === undefined
              ? [[candidate, 1]]
              : [
                  [candidate, 1],
                  [same, -1],
                ],
          );
        }
        for (let candidate = frame.first[other]; candidate < frame.first[other + 1]; candidate++) {
          const site = frame.site[candidate];
          if (hasBand(frame.sites[site].teaches, band) && candidateFor(frame, row, site) === undefined)
            model.addRow("one site for all bands", 0, 0, [[candidate, 1]]);
        }
        break;
      }
    }
  },
};
