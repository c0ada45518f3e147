import { type Cell, nearestFive, roundedCell } from "../../kernels/disclosure/shown.ts";
import type { Fairness } from "./tables.ts";
import type { WorstOff } from "./worst-off.ts";

/** Metres are told to the nearest hundred: exactly, the mean of two neighbouring plans would tell one child's way. */
const hundreds = (metres: number): number => 100 * Math.round(metres / 100);
const hundredsBelow = (metres: number): number => 100 * Math.floor(metres / 100);

/**
 * The same in nearest fives. Small groups are hidden already; this is against whoever has the tables of two plans that differ by one home,
 * and subtracts them.
 */
export function inFives({ mostAdded, farthest, ...fairness }: Fairness): Fairness {
  return {
    ...fairness,
    pupils: rounded(fairness.pupils),
    unknown: rounded(fairness.unknown),
    bands: fairness.bands.map((band) => ({ ...band, pupils: nearestFive(band.pupils) })),
    tables: fairness.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, pupils: nearestFive(row.pupils), cells: row.cells.map(rounded) })),
    })),
    ...(mostAdded && { mostAdded: worst(mostAdded) }),
    ...(farthest && { farthest: worst(farthest) }),
  };
}

const rounded = (cell: Cell): Cell => (cell.kind === "count" ? roundedCell(cell.pupils) : cell);

const worst = ({ pupils, mean, threshold }: WorstOff): WorstOff => ({
  pupils,
  mean: hundreds(mean),
  threshold: hundredsBelow(threshold),
});
