import type { InstanceSolution } from "../../protocol/instance-file.ts";

/** What solving a published instance gave. Values are in the instance's own units; less is better. */
export interface InstanceAnswer {
  readonly status: "optimal" | "stopped" | "infeasible";
  readonly value?: number;
  readonly bound?: number;
  /** Of that value, in the instance's own numbering. */
  readonly solution?: InstanceSolution;
  /** Further figures worth printing, such as how many columns or nodes were used. */
  readonly details?: Readonly<Record<string, number | string>>;
}

export interface InstanceRun {
  readonly seed: number;
  /** True once the time given is used up; asked often. */
  readonly shouldStop: () => boolean;
  readonly onProgress: (progress: { readonly value?: number; readonly bound?: number }) => void;
}

/** One published file format: how to read it and which of the project's algorithms solves it. */
export interface InstanceFormat {
  readonly name: string;
  /** Where the format and its objective are described. */
  readonly source: string;
  readonly solve: (text: string, run: InstanceRun) => Promise<InstanceAnswer>;
}
