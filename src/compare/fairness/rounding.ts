import type { GroupSizes } from "../../evaluate/group-sizes.ts";
import { groupStep, inGroupStep } from "../../kernels/disclosure/group-step.ts";
import { type Cell, nearestFive, roundedCell } from "../../kernels/disclosure/shown.ts";
import type { Fairness } from "./tables.ts";
import type { WorstOff } from "./worst-off.ts";

/** Metres are told to the nearest hundred: exactly, the mean of two neighbouring plans would tell one child's way. */
const hundreds = (metres: number): number => 100 * Math.round(metres / 100);
const hundredsBelow = (metres: number): number => 100 * Math.floor(metres / 100);

/**
 * The same in nearest fives. Small groups are hidden already; this is against whoever has the tables of two plans that differ by one home,
 * and subtracts them. `sizes`: of real pupils, whose means are told in what five of them move one by.
 */
export function inFives({ mostAdded, farthest, ...fairness }: Fairness, sizes: GroupSizes | undefined): Fairness {
  const [added, longest] = [mostAdded, farthest].map((each) => each && worst(each, sizes));
  return {
    ...fairness,
    pupils: rounded(fairness.pupils),
    unknown: rounded(fairness.unknown),
    bands: fairness.bands.map((band) => ({ ...band, pupils: nearestFive(band.pupils) })),
    tables: fairness.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, pupils: nearestFive(row.pupils), cells: row.cells.map(rounded) })),
    })),
    ...(added && { mostAdded: added }),
    ...(longest && { farthest: longest }),
  };
}

const rounded = (cell: Cell): Cell => (cell.kind === "count" ? roundedCell(cell.pupils) : cell);

/** `undefined`: of real pupils they are too few. */
function worst({ pupils, mean, threshold }: WorstOff, sizes: GroupSizes | undefined): WorstOff | undefined {
  if (!sizes) return { pupils, mean: hundreds(mean), threshold: hundredsBelow(threshold) };
  const step = groupStep(pupils, sizes.farthest);
  if (step === undefined) return undefined;
  return { pupils: nearestFive(pupils), mean: inGroupStep(step, mean), threshold: step * Math.floor(threshold / step) };
}
