import { groundFor, type Ground, type Grounds } from "../../../web/proposals/grounds.ts";
import {
  entriesOf,
  type Entry,
  type ProposalStorage,
  type ProposalRow,
  rowOf,
  storedWhole,
} from "../../../web/proposals/storage.ts";
import type { WindowMessage, Windows } from "../../../web/proposals/windows.ts";

/** Rows as a browser's database has them: copied when written, steps in the order of their writing; writing can be made to fail. */
export function keptInMemory() {
  const rows = new Map<string, ProposalRow>();
  const entries: Entry[] = [];
  const lost = new Set<string>();
  const running = new Set<Promise<void>>();
  const kept = {
    rows,
    entries,
    /** Ids of those that a tab before could not keep whole. */
    lost,
    fails: false,
    /** When all that is being written is written or has failed, and was told so. */
    settled: async (): Promise<void> => {
      await Promise.allSettled(running);
      await Promise.resolve();
    },
    storage: undefined as unknown as ProposalStorage,
    grounds: groundsInMemory(),
  };
  const change = (make: () => void): Promise<void> => {
    const done = kept.fails ? Promise.reject(new Error("full")) : Promise.resolve(make());
    running.add(done);
    return done;
  };
  kept.storage = {
    keeps: "all",
    isLost: (id) => lost.has(id),
    all: async (data, context) =>
      Promise.all(
        [...rows.values()]
          .filter((row) => row.data === data)
          .map(async (row) =>
            storedWhole({ row, entries: entries.filter(({ proposal }) => proposal === row.id) }, context),
          ),
      ),
    write: (proposal, fresh) =>
      change(() => {
        if (fresh.is === "begun") rows.set(proposal.id, structuredClone(rowOf(proposal)));
        entries.push(...structuredClone(entriesOf(proposal, fresh)));
      }),
    setAside: (id, at) => change(() => void entries.push({ proposal: id, removed: at })),
    remove: (id) =>
      change(() => {
        rows.delete(id);
        entries.splice(0, entries.length, ...entries.filter(({ proposal }) => proposal !== id));
      }),
  };
  return kept;
}

function groundsInMemory(): Grounds {
  const grounds = new Map<string, Ground>();
  return {
    keep: async (view) => void grounds.set(view.dataHash, structuredClone(groundFor(view))),
    all: async (place) => [...grounds.values()].filter((each) => each.place === place),
    remove: async (data) => void grounds.delete(data),
  };
}

/** Windows of one browser: what one tells, all others hear at once. */
export function browserOfWindows() {
  const listeners: { readonly window: number; readonly hear: (told: WindowMessage) => void }[] = [];
  let count = 0;
  return {
    window: (): Windows => {
      const window = count++;
      return {
        tell: (told) => {
          for (const each of listeners) if (each.window !== window) each.hear(structuredClone(told));
        },
        hear: (hear) => listeners.push({ window, hear }),
      };
    },
  };
}
