import type { MergedDistrict } from "../../compare/groupings.ts";
import type { District } from "../../domain/municipality.ts";
import type { AssignmentPolicy } from "../../domain/question.ts";
import type { Basis } from "../../evaluate/basis.ts";
import type { Group } from "../grouping/groups.ts";

/** What merged districts are made of: plain data, which can be handed to a thread. */
export interface ColumnGround {
  readonly basis: Basis;
  /** What is grouped. */
  readonly atoms: readonly District[];
  readonly policy: AssignmentPolicy;
  /** What the measures are of, where that is not the basis. */
  readonly measuredOn?: Basis;
}

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
