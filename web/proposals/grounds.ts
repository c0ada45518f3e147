import type { DBSchema } from "idb";
import type { ProposalContext } from "../../src/index.ts";
import type { CaseView } from "../worker/messages.ts";
import { proposalContext } from "./proposal.ts";
import { browserDatabase } from "../state/browser-database.ts";

/** What the numbers in proposals on some data stand for, so that they can still be read when the case's data are others. */
export interface Ground {
  /** Hash of the data. */
  readonly data: string;
  /** Name of the case. */
  readonly place: string;
  readonly context: ProposalContext;
}

/** Keeps a ground for each of the data that proposals were drawn on. */
export interface Grounds {
  /** Keeps one, once. */
  readonly keep: (view: CaseView) => Promise<void>;
  /** Those of a case. */
  readonly all: (place: string) => Promise<readonly Ground[]>;
  readonly remove: (data: string) => Promise<void>;
}

export const groundFor = (view: CaseView): Ground => ({
  data: view.dataHash,
  place: view.name,
  context: proposalContext(view),
});

interface Tables extends DBSchema {
  readonly grounds: { readonly key: string; readonly value: Ground; readonly indexes: { readonly place: string } };
}

/**
 * In a database of their own: a window that was opened before grounds were kept would hold up a new version of the proposals' one. Each
 * throws where the browser keeps nothing.
 */
const database = browserDatabase<Tables>(
  "skoledistrikt-grounds",
  1,
  (fresh) => void fresh.createObjectStore("grounds", { keyPath: "data" }).createIndex("place", "place"),
);

export const browserGrounds: Grounds = {
  keep: async (view) => {
    const opened = await database();
    if ((await opened.count("grounds", view.dataHash)) === 0) await opened.put("grounds", groundFor(view));
  },
  all: async (place) => (await database()).getAllFromIndex("grounds", "place", place),
  remove: async (data) => (await database()).delete("grounds", data),
};
