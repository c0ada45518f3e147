import type { Said } from "../../src/index.ts";
import type { Store } from "../state/store.ts";
import type { CaseView } from "../worker/messages.ts";
import type { Ground, Grounds } from "./grounds.ts";
import { pathTo } from "./history.ts";
import { lastChanged, type OnOtherData, type StoredProposal } from "./proposal.ts";
import type { ProposalStorage } from "./storage.ts";

export interface StoredElsewhere {
  readonly ground: Ground;
  readonly proposal: StoredProposal;
}

/** Proposals of the same case on other data: listed, and read for the data that are open when somebody asks for one. */
export class OtherData {
  readonly #store: Store;
  readonly #storage: Pick<ProposalStorage, "all">;
  readonly #grounds: Grounds;
  #known: ReadonlyMap<string, StoredElsewhere> = new Map();

  constructor(store: Store, storage: Pick<ProposalStorage, "all">, grounds: Grounds) {
    this.#store = store;
    this.#storage = storage;
    this.#grounds = grounds;
  }

  readonly get = (id: string): StoredElsewhere | undefined => this.#known.get(id);

  /** From now on proposals on these data can be read on others. One that cannot is kept all the same, for its own data. */
  readonly keep = (view: CaseView): Promise<void> => this.#grounds.keep(view).catch(() => undefined);

  /** Lists those of the case; `isOpen` says whether its data are still the ones that are open. */
  readonly list = async ({ name, dataHash }: CaseView, isOpen: () => boolean): Promise<void> => {
    const found = await this.#read(name, dataHash).catch(() => []);
    if (!isOpen()) return;
    this.#known = new Map(found.map((each) => [each.proposal.id, each]));
    const listed = found.map(({ proposal }): OnOtherData => {
      const { id } = proposal;
      return { id, title: titleOf(proposal), changed: lastChanged(proposal) };
    });
    this.#store.dispatch({ kind: "on-other-data", proposals: listed });
  };

  /** A ground that nothing stands on any more goes. */
  async #read(place: string, open: string): Promise<readonly StoredElsewhere[]> {
    const grounds = (await this.#grounds.all(place)).filter(({ data }) => data !== open);
    const each = await Promise.all(
      grounds.map(async (ground) => {
        const kept = await this.#storage.all(ground.data, ground.context);
        if (kept.length === 0) await this.#grounds.remove(ground.data);
        return kept
          .filter(({ removed }) => removed === undefined)
          .map((proposal): StoredElsewhere => ({ ground, proposal }));
      }),
    );
    return each.flat();
  }
}

/** What it is called where it stands. */
function titleOf({ start, history }: StoredProposal): Said {
  const texts = pathTo(history, history.head).flatMap(({ edit }) =>
    edit.changes.flatMap((change) => (change.kind === "text" ? [change.to.title] : [])),
  );
  return texts.at(-1) ?? start.title;
}

/** What one is called as a proposal on other data, so that it is carried over once. */
export const carriedId = (id: string, dataHash: string): string => `${id}-${dataHash.slice(0, 8)}`;
