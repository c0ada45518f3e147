import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { historyOf, type Step } from "./history.ts";
import type { Proposal, StoredProposal } from "./proposal.ts";

/** Keeps proposals: every step as a row of its own, so that nothing is ever written over. */
export interface ProposalStorage {
  /** Whether proposals are there again when the page is opened anew. */
  readonly keeps: "all" | "nothing";
  /** Those drawn on the same data. */
  readonly all: (data: string) => Promise<readonly StoredProposal[]>;
  /** Where the proposal stands, with what is new of it; all of it or nothing, and nothing of what another window wrote meanwhile is lost. */
  readonly write: (proposal: Proposal, fresh: Fresh) => Promise<void>;
  /** From a time on, ISO 8601, it is one of the deleted; it comes back by being written again. */
  readonly setAside: (id: string, at: string) => Promise<void>;
  /** Whether something of it was drawn in this tab and could not be kept. */
  readonly isLost: (id: string) => boolean;
  /** For good. */
  readonly remove: (id: string) => Promise<void>;
}

/** What was not written before: steps, and the names that steps were given; an empty one takes the name away. */
export interface Fresh {
  readonly steps: readonly Step[];
  readonly names: ReadonlyMap<string, string>;
}

export const together = (first: Fresh | undefined, then: Fresh | undefined): Fresh => ({
  steps: [...(first?.steps ?? []), ...(then?.steps ?? [])],
  names: new Map([...(first?.names ?? []), ...(then?.names ?? [])]),
});

export type Row = Pick<StoredProposal, "id" | "data" | "start" | "startTitle" | "begun" | "removed"> &
  Pick<StoredProposal["history"], "head" | "names" | "forward">;

type Database = Omit<ProposalStorage, "keeps" | "isLost">;

interface Tables extends DBSchema {
  readonly proposals: { readonly key: string; readonly value: Row; readonly indexes: { readonly data: string } };
  readonly steps: {
    readonly key: number;
    readonly value: Step & { readonly proposal: string };
    readonly indexes: { readonly proposal: string };
  };
}

const DATABASE = "skoledistrikt-proposals";

/** Opened while the page is drawn, which waits for nothing that was kept; passing where the browser keeps nothing. */
export function laterStorage(): ProposalStorage {
  let keeps: ProposalStorage["keeps"] = "all";
  const opened = openStorage().catch(() => {
    keeps = "nothing";
    return passingStorage();
  });
  return {
    get keeps() {
      return keeps;
    },
    all: async (data) => (await opened).all(data),
    write: async (proposal, fresh) => {
      const storage = await opened;
      try {
        await storage.write(proposal, fresh);
        markLost(proposal.id, "kept");
      } catch (error) {
        markLost(proposal.id, "lost");
        throw error;
      }
    },
    setAside: async (id, at) => (await opened).setAside(id, at),
    isLost: (id) => keeps === "nothing" || lostOnes().has(id),
    remove: async (id) => (await opened).remove(id),
  };
}

const LOST = "skoledistrikt-not-kept";

/** What could not be kept, as the tab remembers it when the page is loaded anew; nothing where it may not remember either. */
function lostOnes(): ReadonlySet<string> {
  try {
    return new Set(sessionStorage.getItem(LOST)?.split(" "));
  } catch {
    return new Set();
  }
}

function markLost(id: string, is: "lost" | "kept"): void {
  const before = lostOnes();
  if (before.has(id) === (is === "lost")) return;
  const after = is === "lost" ? [...before, id] : [...before].filter((each) => each !== id);
  try {
    sessionStorage.setItem(LOST, after.join(" "));
  } catch {
    // The page is told that nothing is kept all the same; only after it is loaded anew nobody knows why.
  }
}

/** In the browser's own database. Throws where the browser keeps nothing, as in some private windows. */
async function openStorage(): Promise<Database> {
  const database = await openDB<Tables>(DATABASE, 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore("proposals", { keyPath: "id" }).createIndex("data", "data");
      fresh.createObjectStore("steps", { autoIncrement: true }).createIndex("proposal", "proposal");
    },
  });
  return {
    all: async (data) => {
      const rows = await database.getAllFromIndex("proposals", "data", data);
      return Promise.all(rows.map((row) => stored(database, row)));
    },
    write: async (proposal, fresh) => {
      // Read and written in one transaction: the browser lets no other window's come in between.
      const change = database.transaction(["proposals", "steps"], "readwrite");
      const rows = change.objectStore("proposals");
      await Promise.all([
        ...fresh.steps.map((step) => change.objectStore("steps").add({ ...step, proposal: proposal.id })),
        rows.get(proposal.id).then((before) => rows.put(rowAfter(before, proposal, fresh.names))),
        change.done,
      ]);
    },
    setAside: async (id, at) => {
      const change = database.transaction("proposals", "readwrite");
      const row = await change.store.get(id);
      await Promise.all([row && change.store.put({ ...row, removed: at }), change.done]);
    },
    remove: async (id) => {
      const change = database.transaction(["proposals", "steps"], "readwrite");
      const keys = await change.objectStore("steps").index("proposal").getAllKeys(id);
      await Promise.all([
        ...keys.map((key) => change.objectStore("steps").delete(key)),
        change.objectStore("proposals").delete(id),
        change.done,
      ]);
    },
  };
}

async function stored(database: IDBPDatabase<Tables>, { head, names, forward, ...row }: Row): Promise<StoredProposal> {
  const rows = await database.getAllFromIndex("steps", "proposal", row.id);
  const steps = rows.map(({ edit, parent, fuller }) => ({ edit, parent, ...(fuller !== undefined && { fuller }) }));
  return { ...row, history: historyOf(steps, { head, forward, names }) };
}

/**
 * The row of a proposal after a window has written it. Another window may have named steps and gone ways since this one heard of it: names
 * change only where they are given or taken away here.
 */
export function rowAfter(before: Row | undefined, proposal: Proposal, given: Fresh["names"]): Row {
  const row = rowOf(proposal);
  if (!before) return row;
  const names = new Map([...before.names, ...given].filter(([, name]) => name !== ""));
  return { ...row, names, forward: new Map([...before.forward, ...row.forward]) };
}

const rowOf = ({ id, data, start, startTitle, begun, history: { head, names, forward } }: Proposal): Row => ({
  id,
  data,
  start,
  startTitle,
  begun,
  head,
  names,
  forward,
});

/** For as long as the page is open, where the browser keeps nothing. */
const passingStorage = (): Database => ({
  all: async () => [],
  write: async () => {
    throw new Error("the browser keeps nothing");
  },
  setAside: nothing,
  remove: nothing,
});

const nothing = async (): Promise<void> => undefined;
