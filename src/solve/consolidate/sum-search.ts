import type { Failed } from "../../domain/outcome.ts";
import type { Neighbours } from "../grouping/groups.ts";
import type { Solver } from "../solver.ts";
import type { GroupFloor } from "./floors.ts";
import type { GroupGate } from "./gates.ts";

/** Numbers of today's districts in one merged district, ascending. */
export type Joined = readonly number[];

/** Groups to make so many merged districts of. */
export interface Partitioned {
  readonly count: number;
  readonly districts: number;
  readonly neighbours: Neighbours;
  readonly gate: GroupGate;
}

export interface SumSearch {
  readonly among: Partitioned;
  readonly floor: GroupFloor;
  /** What a group comes to; only asked for where its floor is not that, and it is not known. */
  readonly valueOf: (districts: Joined, what: "bound" | "grouping") => Promise<number | "beyond" | Failed>;
  /** The same where it is known already. */
  readonly knownValue: (districts: Joined) => number | undefined;
  /** Solved groups that alone are chosen among, so that nothing rests on floors: every group there is, or some. */
  readonly only?: { readonly groups: readonly Joined[]; readonly are: "all" | "some" };
  /** Values are apart by no less than this; 0 where they may be by anything. */
  readonly step: number;
  /** Groupings that keep all rules, to begin from. */
  readonly from: readonly (readonly Joined[])[];
  /** Steps that one search for groups may take. */
  readonly mostSteps: number;
  /** Where it is only asked whether one comes to at most this. */
  readonly enough?: number;
  readonly solver: Solver;
  readonly pause: () => Promise<void>;
  readonly shouldStop: () => boolean;
}

export interface LeastSum {
  readonly status: "found";
  readonly groups: readonly Joined[];
  readonly value: number;
  /** No grouping comes below it. */
  readonly bound: number;
}
