import { type Cell, type MeasureKey, shownMeasures } from "../../src/index.ts";
import { countsBeside } from "./plan-figures.ts";
import type { CaseView, PlanList } from "../worker/messages.ts";

/** How a measure of a listed plan may be told; undefined for measures that count nobody. */
export const listedCell = (view: CaseView, list: PlanList, plan: number, key: MeasureKey): Cell | undefined =>
  shownMeasures(
    (name) => list.values.get(name)?.[plan],
    (name) => view.today.values.get(name),
    countsBeside(view),
  ).get(key);

/** How high a bar or point stands: small groups stand all at one height. */
export function heightOf(cell: Cell): number {
  if (cell.kind === "few") return FEW_STANDS_AT;
  return cell.kind === "hidden" ? 0 : cell.pupils;
}
const FEW_STANDS_AT = 2.5;
