import { hasBand } from "../../../domain/grades.ts";
import { bandOfRow, candidateFor, unitOfRow } from "../frame.ts";
import type { RuleModel } from "./rule.ts";

/** Who goes to `from` in its last band goes on to `to` in the next: x_u,next,to >= x_u,last,from. */
export const feeder: RuleModel<"feeder"> = {
  addRows: ({ from, to }, model, frame) => {
    const { teaches } = frame.sites[from];
    const next = frame.grades.bands.find(
      ({ band }) => band > 0 && hasBand(teaches, frame.grades.bands[band - 1].band) && !hasBand(teaches, band),
    );
    if (!next) return;
    const rowOfPair = new Map(
      Array.from(frame.pair, (pair, row) => [pair, row] as const).filter(([, row]) => frame.pupils[row] > 0),
    );
    const rule = `${frame.sites[from].name} feeds ${frame.sites[to].name}`;
    for (const row of rowOfPair.values()) {
      if (bandOfRow(frame, row) !== next.band - 1) continue;
      const here = candidateFor(frame, row, from);
      const other = rowOfPair.get(unitOfRow(frame, row) * frame.grades.bands.length + next.band);
      if (here === undefined || other === undefined) continue;
      const onward = candidateFor(frame, other, to);
      model.addRow(
        rule,
        -Infinity,
        0,
        onward === undefined
          ? [[here, 1]]
          : [
              [here, 1],
              [onward, -1],
            ],
      );
    }
  },
};
