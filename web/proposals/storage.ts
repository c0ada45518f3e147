import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Step } from "./history.ts";
import type { Proposal, StoredProposal } from "./proposal.ts";

/** Keeps proposals: every step as a row of its own, so that nothing is ever written over. */
export interface ProposalStorage {
  /** Whether proposals are there again when the page is opened anew. */
  readonly keeps: "all" | "nothing";
  /** Those drawn on the same data. */
  readonly all: (data: string) => Promise<readonly StoredProposal[]>;
  /** A new one, with the steps that it comes with. */
  readonly take: (proposal: Proposal) => Promise<void>;
  /** A new step, after which the proposal stands there. */
  readonly append: (proposal: Proposal, step: Step) => Promise<void>;
  /** Where it stands and what its steps are called; no step is touched. */
  readonly stand: (proposal: Proposal) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

type Row = Pick<StoredProposal, "id" | "data" | "start" | "startTitle" | "begun"> &
  Pick<StoredProposal["history"], "head" | "names" | "forward">;

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
    take: async (proposal) => (await opened).take(proposal),
    append: async (proposal, step) => (await opened).append(proposal, step),
    stand: async (proposal) => (await opened).stand(proposal),
    remove: async (id) => (await opened).remove(id),
  };
}

/** In the browser's own database. Throws where the browser keeps nothing, as in some private windows. */
async function openStorage(): Promise<ProposalStorage> {
  const database = await openDB<Tables>(DATABASE, 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore("proposals", { keyPath: "id" }).createIndex("data", "data");
      fresh.createObjectStore("steps", { autoIncrement: true }).createIndex("proposal", "proposal");
    },
  });
  return {
    keeps: "all",
    all: async (data) => {
      const rows = await database.getAllFromIndex("proposals", "data", data);
      return Promise.all(rows.map((row) => stored(database, row)));
    },
    take: async (proposal) => {
      const write = database.transaction(["proposals", "steps"], "readwrite");
      const steps = [...proposal.history.steps.values()];
      await Promise.all([
        ...steps.map((step) => write.objectStore("steps").add({ ...step, proposal: proposal.id })),
        write.objectStore("proposals").put(rowOf(proposal)),
        write.done,
      ]);
    },
    append: async (proposal, step) => {
      const write = database.transaction(["proposals", "steps"], "readwrite");
      await Promise.all([
        write.objectStore("steps").add({ ...step, proposal: proposal.id }),
        write.objectStore("proposals").put(rowOf(proposal)),
        write.done,
      ]);
    },
    stand: async (proposal) => void (await database.put("proposals", rowOf(proposal))),
    remove: async (id) => {
      const write = database.transaction(["proposals", "steps"], "readwrite");
      const keys = await write.objectStore("steps").index("proposal").getAllKeys(id);
      await Promise.all([
        ...keys.map((key) => write.objectStore("steps").delete(key)),
        write.objectStore("proposals").delete(id),
        write.done,
      ]);
    },
  };
}

async function stored(database: IDBPDatabase<Tables>, { head, names, forward, ...row }: Row): Promise<StoredProposal> {
  const rows = await database.getAllFromIndex("steps", "proposal", row.id);
  const steps = new Map(
    rows.map(({ edit, parent, fuller }) => [edit.id, { edit, parent, ...(fuller !== undefined && { fuller }) }]),
  );
  // A head whose step was not written any more is the step before it.
  return { ...row, history: { steps, head: head !== undefined && steps.has(head) ? head : undefined, names, forward } };
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
const passingStorage = (): ProposalStorage => ({
  keeps: "nothing",
  all: async () => [],
  take: nothing,
  append: nothing,
  stand: nothing,
  remove: nothing,
});

const nothing = async (): Promise<void> => undefined;
