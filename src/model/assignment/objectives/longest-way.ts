import type { ObjectiveModel } from "./objective.ts";

/** The longest way of any pupil: L >= way_ij x_ij. Ways that everybody can avoid falling short of set its least value. */
export const longestWay: ObjectiveModel = {
  steps: [1],
  addColumns: (model, frame, weight) => {
    let least = 0;
    let most = 0;
    for (let row = 0; row < frame.rows; row++) {
      const ways = frame.longest.subarray(frame.first[row], frame.first[row + 1]);
      least = Math.max(
        least,
        ways.reduce((best, way) => Math.min(best, way), Infinity),
      );
      most = Math.max(
        most,
        ways.reduce((worst, way) => Math.max(worst, way), 0),
      );
    }
    const longest = model.addColumn({ cost: weight, lower: least, upper: Math.max(least, most), integer: "any" });
    for (let candidate = 0; candidate < frame.candidates; candidate++)
      if (frame.longest[candidate] > least)
        model.addRow("longest way", 0, Infinity, [
          [longest, 1],
          [candidate, -frame.longest[candidate]],
        ]);
    model.follow((values) => {
      values[longest] = frame.longest.reduce((worst, way, at) => Math.max(worst, way * values[at]), least);
    });
  },
};
