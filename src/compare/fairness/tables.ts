import type { Text } from "../../domain/language.ts";
import type { Cell } from "../../kernels/disclosure/shown.ts";
import type { ChangeBand, HowMany } from "./change-bands.ts";
import type { WorstOff } from "./worst-off.ts";

export interface FairnessRow {
  readonly name: Text;
  /** Zero or at least five. */
  readonly pupils: number;
  /** `[change band]` */
  readonly cells: readonly Cell[];
}

/** How pupils are sorted by where they live: one or the other, since both side by side would tell small groups between them. */
export type FairnessArea = "town" | "parish";

export type FairnessTableKey = "grade-band" | FairnessArea | "district";

export interface FairnessTable {
  readonly key: FairnessTableKey;
  /** Empty where the table cannot be published without giving a small group away. */
  readonly rows: readonly FairnessRow[];
  readonly status: "published" | "withheld";
}

/** Who gets farther to school and who nearer: pupils by change of the way, against today. Safe to publish. */
export interface Fairness {
  /** Pupils in the tables: those whose way is known before and after. */
  readonly pupils: Cell;
  readonly unknown: Cell;
  /** Empty, as the tables are, with fewer than five pupils in all. */
  readonly bands: readonly ChangeBand[];
  /** More than half a kilometre either way. */
  readonly beyond: { readonly longer: HowMany; readonly shorter: HowMany };
  readonly tables: readonly FairnessTable[];
  /** The hundredth with the largest added way, and the hundredth with the longest way; absent with fewer than five pupils. */
  readonly mostAdded?: WorstOff;
  readonly farthest?: WorstOff;
}
