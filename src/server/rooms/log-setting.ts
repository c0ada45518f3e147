import type { ProposalContext } from "../../edit/proposal-file.ts";
import type { Storage } from "../storage/storage.ts";
import type { Keeping } from "./keeping.ts";
import type { Neighbours } from "./neighbours.ts";
import type { Packing } from "./packing.ts";
import type { Snapshots } from "./snapshots.ts";

/** What a log needs of whoever keeps the room. */
export interface LogSetting {
  readonly storage: Storage;
  readonly neighbours: Neighbours;
  readonly keeping: Keeping;
  readonly context: ProposalContext;
  readonly packing: Packing;
  readonly snapshots: Snapshots;
  /** ISO 8601. */
  readonly now: () => string;
  /** Days after which a room that nobody has used is deleted. */
  readonly keepDays: number;
  /** Of what is kept: a restore ends it. */
  readonly epoch: string;
}
