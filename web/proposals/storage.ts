import type { DBSchema } from "idb";
import type { Edit, ProposalContext } from "../../src/index.ts";
import { forwardBeyond, type History, historyOf, historyOfFile, type Step, stepsBeyond } from "./history.ts";
import type { Proposal, StoredProposal } from "./proposal.ts";
import { browserDatabase } from "../state/browser-database.ts";

/**
 * Keeps proposals: every step, and every place gone back or on to, as a row of its own, so that nothing is ever written over, and nothing
 * has to be read before it is written: what was drawn in the last moment before a page is closed is kept.
 */
export interface ProposalStorage {
  /** Whether proposals are there again when the page is opened anew. */
  readonly keeps: "all" | "nothing";
  /** Those drawn on the same data, which the context is of. */
  readonly all: (data: string, context: ProposalContext) => Promise<readonly StoredProposal[]>;
  /** Where the proposal stands, with what is new of it; all of it or nothing, and nothing of what another window wrote meanwhile is lost. */
  readonly write: (proposal: Proposal, fresh: Fresh) => Promise<void>;
  /** From a time on, ISO 8601, it is one of the deleted; it comes back by being written again. */
  readonly setAside: (id: string, at: string) => Promise<void>;
  /** Whether something of it was drawn in this tab and could not be kept. */
  readonly isLost: (id: string) => boolean;
  /** For good. */
  readonly remove: (id: string) => Promise<void>;
}

/** What was not written before. */
export interface Fresh {
  /** Whether it is all of the proposal, whose steps and ways forward then stand in its history alone. */
  readonly is: "begun" | "more";
  readonly steps: readonly Step[];
  /** Names that steps were given; an empty one takes the name away. */
  readonly names: ReadonlyMap<string, string>;
  /** Ways forward that are others than before. */
  readonly forward: ReadonlyMap<string | undefined, string>;
}

export const NOTHING_FRESH: Fresh = { is: "more", steps: [], names: new Map(), forward: new Map() };

export const together = (first: Fresh, then: Fresh): Fresh => ({
  is: first.is === "begun" ? "begun" : then.is,
  steps: [...first.steps, ...then.steps],
  names: new Map([...first.names, ...then.names]),
  forward: new Map([...first.forward, ...then.forward]),
});

/** A proposal as it was begun; where it stands now follows from its entries. */
export type ProposalRow = Pick<StoredProposal, "id" | "data" | "start" | "startTitle" | "begun" | "removed"> & Standing;

/** What a window has done with a proposal: a step, where it stands since, or both; or deleted it. Older entries are steps alone. */
export type Entry = { readonly proposal: string } & (
  | (Step & { readonly stands?: Standing })
  | { readonly stands: Standing }
  | { readonly removed: string }
  /** The first steps, as the file that they were read from. */
  | { readonly file: string }
);

/** A proposal as it is kept and told: as it was begun, and what was done since. */
export interface Kept {
  readonly row: ProposalRow;
  readonly entries: readonly Entry[];
}

/** Reads the edits of a file. */
type EditsIn = (file: string) => readonly Edit[];

/** Where a proposal stands, and what is other than before of its names and ways forward. */
type Standing = Pick<History, "head" | "names"> & {
  /** As the browser can keep it, which a map of another kind is not. */
  readonly forward: Map<string | undefined, string>;
};

type Database = Omit<ProposalStorage, "keeps" | "isLost">;

interface Tables extends DBSchema {
  readonly proposals: {
    readonly key: string;
    readonly value: ProposalRow;
    readonly indexes: { readonly data: string };
  };
  readonly steps: {
    readonly key: number;
    readonly value: Entry;
    readonly indexes: { readonly proposal: string };
  };
}

const open = browserDatabase<Tables>("skoledistrikt-proposals", 1, (fresh) => {
  fresh.createObjectStore("proposals", { keyPath: "id" }).createIndex("data", "data");
  fresh.createObjectStore("steps", { autoIncrement: true }).createIndex("proposal", "proposal");
});

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
    all: async (data, context) => (await opened).all(data, context),
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
  await open();
  return {
    all: async (data, context) => {
      const database = await open();
      const rows = await database.getAllFromIndex("proposals", "data", data);
      const kept = await Promise.all(
        rows.map(async (row) => ({ row, entries: await database.getAllFromIndex("steps", "proposal", row.id) })),
      );
      return Promise.all(kept.map(async (each) => storedWhole(each, context)));
    },
    write: async (proposal, fresh) => {
      const change = (await open()).transaction(["proposals", "steps"], "readwrite");
      const known = fresh.is === "begun" ? proposal.id : change.objectStore("proposals").getKey(proposal.id);
      const asked = [
        known,
        ...entriesOf(proposal, fresh).map((entry) => change.objectStore("steps").add(entry)),
        ...(fresh.is === "begun" ? [change.objectStore("proposals").put(rowOf(proposal))] : []),
      ];
      // Nothing more comes: the browser keeps it all, whatever becomes of the page.
      change.commit();
      await Promise.all([...asked, change.done]);
      // Of what another window has deleted, steps alone bring nothing back.
      if ((await known) === undefined) throw new Error(`${proposal.id} is kept no more`);
    },
    setAside: async (id, at) => {
      const change = (await open()).transaction("steps", "readwrite");
      const asked = change.store.add({ proposal: id, removed: at });
      change.commit();
      await Promise.all([asked, change.done]);
    },
    remove: async (id) => {
      const change = (await open()).transaction(["proposals", "steps"], "readwrite");
      const keys = await change.objectStore("steps").index("proposal").getAllKeys(id);
      await Promise.all([
        ...keys.map((key) => change.objectStore("steps").delete(key)),
        change.objectStore("proposals").delete(id),
        change.done,
      ]);
    },
  };
}

const NO_EDITS: EditsIn = () => [];

/** A proposal of what is kept of it: at once, or where it has a file, when what reads that is fetched. */
export function storedWhole(kept: Kept, context: ProposalContext): StoredProposal | Promise<StoredProposal> {
  if (!kept.entries.some((entry) => "file" in entry)) return storedOf(kept, NO_EDITS);
  return import("./file.ts").then(({ editsIn }) => storedOf(kept, (file) => editsIn(context, file)));
}

/** What is written of a proposal: its new steps, and where it stands after the last of them. */
export function entriesOf({ id, history }: Proposal, fresh: Fresh): readonly Entry[] {
  const isWhole = fresh.is === "begun";
  const [steps, forward] = isWhole ? [stepsBeyond(history), forwardBeyond(history)] : [fresh.steps, fresh.forward];
  const stands = { head: history.head, names: fresh.names, forward: new Map(forward) };
  const last = steps.at(-1);
  return [
    ...(isWhole && history.read ? [{ proposal: id, file: history.read.file }] : []),
    ...steps.slice(0, -1).map((step) => ({ ...step, proposal: id })),
    last ? { ...last, stands, proposal: id } : { proposal: id, stands },
  ];
}

/** All of a proposal. */
export function keptOf(proposal: Proposal): Kept {
  const { names } = proposal.history;
  return { row: rowOf(proposal), entries: entriesOf(proposal, { ...NOTHING_FRESH, is: "begun", names }) };
}

/**
 * A proposal of its row and its entries, in the order they were written in. It stands where the window stood that wrote last; names and ways
 * forward change only where they were given or gone, so that none of another window's is lost.
 */
export function storedOf(
  { row: { head, names, forward, removed, ...row }, entries }: Kept,
  editsIn: EditsIn,
): StoredProposal {
  const steps: Step[] = [];
  let read: History["read"];
  let at = { head, removed };
  const [given, gone] = [new Map(names), new Map(forward)];
  for (const entry of entries) {
    if ("edit" in entry) steps.push(stepOf(entry));
    if ("file" in entry) {
      const first = historyOfFile(entry.file, editsIn(entry.file));
      ({ read } = first);
      for (const step of first.steps.values()) steps.push(step);
      for (const [step, next] of first.forward) gone.set(step, next);
    }
    if ("removed" in entry) at = { ...at, removed: entry.removed };
    if (!("stands" in entry) || !entry.stands) continue;
    at = { head: entry.stands.head, removed: undefined };
    for (const [step, name] of entry.stands.names) given.set(step, name);
    for (const [step, next] of entry.stands.forward) gone.set(step, next);
  }
  for (const [step, name] of given) if (name === "") given.delete(step);
  const history = historyOf(steps, { head: at.head, forward: gone, names: given, ...(read && { read }) });
  return { ...row, history, ...(at.removed !== undefined && { removed: at.removed }) };
}

const stepOf = ({ edit, parent, fuller, takesIn }: Step): Step => ({
  edit,
  parent,
  ...(fuller !== undefined && { fuller }),
  ...(takesIn !== undefined && { takesIn }),
});

export const rowOf = ({ id, data, start, startTitle, begun, history }: Proposal): ProposalRow => ({
  id,
  data,
  start,
  startTitle,
  begun,
  head: history.head,
  names: history.names,
  forward: new Map(forwardBeyond(history)),
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
