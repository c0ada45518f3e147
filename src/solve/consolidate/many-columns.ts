import type { MergedDistrict } from "../../compare/groupings.ts";
import { type Failed, nothingFound } from "../../domain/outcome.ts";
import type { Group } from "../grouping/groups.ts";
import type { Solver } from "../solver.ts";
import { type ColumnGround, ColumnMaker } from "./columns.ts";
import type { ConsolidateOptions } from "./options.ts";

/** Every merged district that is asked for, in that order. */
export async function makeColumns(
  ground: ColumnGround,
  groups: readonly Group[],
  solver: Solver,
  { onProgress, shouldStop = () => false, pause, otherCores }: ConsolidateOptions,
): Promise<{ readonly status: "solved"; readonly columns: readonly MergedDistrict[] } | Failed> {
  const maker = new ColumnMaker(ground, solver);
  const told = (done: number): void => onProgress?.({ phase: "districts", done, of: groups.length });
  const columns: MergedDistrict[] = [];
  let handedOut: { readonly from: number; readonly made: readonly (MergedDistrict | undefined)[] } | undefined;
  for (const [number, group] of groups.entries()) {
    if (shouldStop()) return nothingFound("cancelled");
    told(number);
    await pause?.();
    if (!handedOut && otherCores?.isDue()) {
      const made = await otherCores.make(ground, groups.slice(number), (done) => told(number + done), shouldStop);
      handedOut = { from: number, made };
    }
    const known = handedOut?.made[number - handedOut.from];
    if (known) columns.push(known);
    else {
      const column = await maker.make(group);
      if (column.status === "failed") return column;
      columns.push(column.column);
    }
  }
  return { status: "solved", columns };
}
