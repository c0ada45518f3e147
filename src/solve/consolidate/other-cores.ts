import type { MergedDistrict } from "../../compare/groupings.ts";
import type { Group } from "../grouping/groups.ts";
import type { ColumnGround } from "./columns.ts";

/** Other cores than this one, by which an edge lets merged districts be made; each is the same wherever it is made. */
export interface OtherCores {
  /** Asked between districts: whether it is time to hand out those that are left. */
  readonly isDue: () => boolean;
  /**
   * The merged districts in the order asked; `undefined` for one that could not be made there, and is made here then. `done`: told how
   * many there are so far.
   */
  readonly make: (
    ground: ColumnGround,
    groups: readonly Group[],
    done: (count: number) => void,
    shouldStop: () => boolean,
  ) => Promise<readonly (MergedDistrict | undefined)[]>;
}
