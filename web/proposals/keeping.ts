import { changedWays, type History } from "./history.ts";
import type { Proposal } from "./proposal.ts";
import { type Fresh, NOTHING_FRESH, type ProposalStorage, together } from "./storage.ts";

/** Writes proposals down as they are drawn: of each where it stands, what is new of it, and what could not be written before. */
export class Keeping {
  readonly #storage: Pick<ProposalStorage, "write">;
  readonly #onLost: () => void;
  /** What could not be written, by proposal: it is tried again with the next. */
  readonly #unwritten = new Map<string, Fresh>();
  /** Ways forward as this window read or wrote them, by proposal. */
  readonly #forward = new Map<string, History["forward"]>();

  /** `onLost` is called whenever something cannot be kept. */
  constructor(storage: Pick<ProposalStorage, "write">, onLost: () => void) {
    this.#storage = storage;
    this.#onLost = onLost;
  }

  /** What is there of a proposal already. */
  known({ id, history }: Pick<Proposal, "id" | "history">): void {
    this.#forward.set(id, history.forward);
  }

  write(proposal: Proposal, fresh: Partial<Fresh> = {}): void {
    const { id, history } = proposal;
    const isWhole = fresh.is === "begun";
    const forward = isWhole ? new Map() : changedWays(this.#forward.get(id) ?? new Map(), history.forward);
    this.#forward.set(id, history.forward);
    const all = together(this.#unwritten.get(id) ?? NOTHING_FRESH, { ...NOTHING_FRESH, forward, ...fresh });
    this.#unwritten.delete(id);
    this.done(this.#storage.write(proposal, all), () =>
      this.#unwritten.set(id, together(all, this.#unwritten.get(id) ?? NOTHING_FRESH)),
    );
  }

  /** Waits for something to be kept; it stays on the page meanwhile. */
  done(kept: Promise<void>, otherwise: () => unknown = () => undefined): void {
    kept.then(
      () => performance.mark("proposal-kept"),
      () => {
        otherwise();
        this.#onLost();
      },
    );
  }
}
