import type { Change, Text } from "../../src/index.ts";
import type { OfferedStep } from "../state/app-state.ts";
import { chosenProposal } from "../state/chosen.ts";
import { caseView } from "../state/selectors.ts";
import type { Store } from "../state/store.ts";
import { isAtEnd, named, type Step } from "./history.ts";
import { meetingOf } from "./other-way.ts";
import { atStep, joined, openProposal, type Proposal, proposalContext, type StoredProposal } from "./proposal.ts";
import { keptOf, storedWhole } from "./storage.ts";
import { alsoChanged, noteOf, NOW_ONE, REMOVED_ELSEWHERE, staysOpen } from "./studio-words.ts";
import type { WindowMessage, Windows } from "./windows.ts";

/** What this window does of itself at what another one tells. */
interface Own {
  readonly write: (proposal: Proposal) => void;
  /** The proposal looked at with what a step beside where it stands adds. */
  readonly goOn: (proposal: Proposal, step: Step, adds: readonly Change[]) => void;
  readonly refused: (line: Text) => void;
  readonly said: (line: Text, offer?: OfferedStep) => void;
}

/** Follows what other windows of the browser do with proposals on the data that are open. */
export function hearOthers(store: Store, windows: Windows, own: Own): void {
  const others = new OtherWindows(store, windows, own);
  windows.hear(others.hear);
}

class OtherWindows {
  readonly #store: Store;
  readonly #windows: Windows;
  readonly #own: Own;
  /** While a long proposal that another window told of is read: what comes meanwhile is heard after it. */
  #reading: Promise<void> | undefined;

  constructor(store: Store, windows: Windows, own: Own) {
    this.#store = store;
    this.#windows = windows;
    this.#own = own;
  }

  readonly hear = (told: WindowMessage): void => {
    const heard = this.#reading ? this.#reading.then(() => this.#hearOne(told)) : this.#hearOne(told);
    if (!heard) return;
    const reading = heard.finally(() => {
      if (this.#reading === reading) this.#reading = undefined;
    });
    this.#reading = reading;
  };

  /** A promise where what was told has to be read first. */
  #hearOne(told: WindowMessage): Promise<void> | undefined {
    if (told.kind !== "begun" && told.kind !== "stays") {
      this.#hearDone(told);
      return undefined;
    }
    const view = caseView(this.#store.state());
    if (!view || told.kept.row.data !== view.dataHash) return undefined;
    const show = (proposal: StoredProposal): void => {
      const known = this.#store.state().proposals;
      if (caseView(this.#store.state()) !== view || !known || known.has(proposal.id)) return;
      this.#store.dispatch({ kind: "proposal", proposal: openProposal(view, proposal) });
      if (told.kind === "stays") this.#hearStays(proposal.id);
    };
    const found = storedWhole(told.kept, proposalContext(view));
    if (found instanceof Promise) return found.then(show);
    show(found);
    return undefined;
  }

  #hearDone(told: Exclude<WindowMessage, { kind: "begun" | "stays" }>): void {
    const known = this.#store.state().proposals?.get(told.id);
    if (!known) return;
    if (told.kind === "removed") return this.#hearRemoved(known);
    if (told.kind === "step") return this.#hearStep(known, told);
    const next = { ...known, history: named(known.history, told.step, told.name) };
    this.#store.dispatch({ kind: "proposal", proposal: next });
  }

  /**
   * One that takes this window's in is gone on to. One that was made of how this window's proposal stood before comes together with what
   * was done here where nobody has to choose; else it stays beside it, which both windows say.
   */
  #hearStep(known: Proposal, { steps, after }: Extract<WindowMessage, { kind: "step" }>): void {
    const next = joined(known, steps);
    const step = steps.at(-1);
    if (next === known || !step) return;
    const { head } = known.history;
    const isTakenIn = head !== undefined && step.takesIn === head;
    this.#store.dispatch({ kind: "proposal", proposal: isTakenIn ? atStep(next, step.edit.id) : next });
    if (chosenProposal(this.#store.state())?.id !== known.id || next.history.head !== head) return;
    if (isTakenIn) this.#own.said(NOW_ONE);
    else if (after === "all it knew" && isAtEnd(known.history)) this.#meet(next, step);
    else this.#beside(step);
  }

  #meet(proposal: Proposal, step: Step): void {
    const { head } = proposal.history;
    const meeting = meetingOf(proposal, step.edit.id);
    if (meeting.is === "in conflict") return this.#beside(step);
    if (meeting.is === "one" && meeting.adds.length > 0) {
      this.#own.goOn(proposal, step, meeting.adds);
      return this.#own.said(NOW_ONE);
    }
    // Both windows may have made one of the two: they go on from the same of those steps.
    const isFirst = head !== undefined && step.edit.id < head;
    if (meeting.is !== "the same" || !isFirst) return undefined;
    const there = atStep(proposal, step.edit.id);
    this.#store.dispatch({ kind: "proposal", proposal: there });
    // The other was written before this window's own, where the proposal would stand once it is read again.
    return this.#own.write(there);
  }

  #beside(step: Step): void {
    this.#own.said(alsoChanged(noteOf(step.edit)), { is: "made in another window", step: step.edit.id });
  }

  /** One that is looked at here is kept anew, and the window that removed it is told so. */
  #hearRemoved(known: Proposal): void {
    if (chosenProposal(this.#store.state())?.id !== known.id)
      return this.#store.dispatch({ kind: "without-proposal", id: known.id });
    this.#own.write(known);
    this.#windows.tell({ kind: "stays", kept: keptOf(known) });
    this.#own.refused(REMOVED_ELSEWHERE);
  }

  #hearStays(id: string): void {
    const { removed } = this.#store.state();
    const stays = removed.find((each) => each.id === id);
    if (!stays) return;
    this.#store.dispatch({ kind: "removed", proposals: removed.filter((each) => each !== stays) });
    this.#own.refused(staysOpen(stays.draft.plan.title));
  }
}
