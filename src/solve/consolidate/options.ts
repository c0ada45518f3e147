import type { Basis } from "../../evaluate/basis.ts";
import type { OtherCores } from "./other-cores.ts";

/** How a consolidation is run; none of it changes a proven answer. */
export interface ConsolidateOptions {
  readonly onProgress?: (progress: { readonly phase: "districts" | "groupings"; done: number; of: number }) => void;
  /** Asked between steps; "cancelled" is the answer when it says so. */
  readonly shouldStop?: () => boolean;
  /** Waited for between steps, so that an edge can let messages and signals through. */
  readonly pause?: () => Promise<void>;
  /** Other limits than the usual: groupings listed completely, and merged districts made where they are not. */
  readonly mostListed?: number;
  readonly mostColumns?: number;
  /** What the measures are of, where that is not what is asked: today, where the districts of another plan are merged. */
  readonly measuredOn?: Basis;
  readonly otherCores?: OtherCores;
}
