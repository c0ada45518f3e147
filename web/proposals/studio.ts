import {
  type Change,
  checkChanges,
  type Edit,
  type OpenCase,
  type Plan,
  type Said,
  setTitle,
  type Text,
} from "../../src/index.ts";
import type { OfferedStep, Outcome, WantedStep } from "../state/app-state.ts";
import { chosenProposal } from "../state/chosen.ts";
import { caseView } from "../state/selectors.ts";
import type { Store } from "../state/store.ts";
import {
  atStep,
  beginProposal,
  openProposal,
  type Proposal,
  proposalContext,
  redone,
  undone,
  withEdit,
} from "./proposal.ts";
import { isAtEnd, named, type Step, upTo } from "./history.ts";
import { otherWay } from "./other-way.ts";
import { calledAs, copyTitle } from "./as-copy.ts";
import { Keeping } from "./keeping.ts";
import { browserGrounds, type Grounds } from "./grounds.ts";
import { OtherData } from "./other-data.ts";
import { type Fresh, keptOf, type ProposalStorage } from "./storage.ts";
import {
  AT_START,
  freshTitle,
  NOT_KEPT,
  NOT_READ,
  noteOf,
  partLost,
  redidStep,
  RENAMED,
  undidStep,
  wentToStep,
} from "./studio-words.ts";
import { type Made, ownEdit, withLastCompleted, withOwnCompletion } from "./completing.ts";
import { refused } from "./refused.ts";
import { keptAt } from "./set-aside.ts";
import { newId } from "./new-id.ts";
import { passingOn, type PassingOn } from "./passing-on.ts";
import type { Windows } from "./windows.ts";
import { hearOthers } from "./other-windows.ts";

/** Where plans are drawn: every change of a proposal goes through here, is checked, kept, and told to the other windows. */
export interface Studio extends PassingOn {
  readonly keeps: ProposalStorage["keeps"];
  /** Whether something of a proposal was drawn in this tab and could not be kept. */
  readonly isLost: ProposalStorage["isLost"];
  /** Reads what was kept of proposals on the data that are open. */
  readonly open: () => Promise<void>;
  /** A proposal that starts from a plan; it is the one looked at from now on. */
  readonly begin: (start: Plan, startTitle: Said) => void;
  /** Makes an edit of the proposal looked at; says whether it could be made, and on the page why not. */
  readonly edit: (
    changes: readonly Change[],
    note: Text,
    more?: Pick<WantedStep, "asked" | "moved" | "goes">,
  ) => boolean;
  /** Completes what was to be completed, each step with its own, as part of the same step back; else adds to the last. */
  readonly amend: (changes: readonly Change[], note?: Text) => void;
  /** Nothing completes the last edit, or any that was to be completed: others get it as it is. */
  readonly settle: (which: "all" | "last") => void;
  /** A step that another window made beside where this one stands, made here as well, of what there is here. */
  readonly takeIn: (step: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** The proposal as it was after a step; none: as it began. */
  readonly goTo: (step: string | undefined) => void;
  readonly nameStep: (step: string, name: string) => void;
  /** Of the proposal looked at, unless another is named. */
  readonly rename: (title: string, id?: string) => void;
  /** One more proposal with all the steps of one, the one looked at unless another is named. */
  readonly duplicate: (id?: string) => void;
  /** One more proposal with the steps up to one of the proposal looked at; none: as it began. */
  readonly branch: (step: string | undefined) => void;
  readonly remove: (id: string) => void;
  /** Brings back a proposal that was removed. */
  readonly restore: (id: string) => void;
  readonly choose: (id: string) => void;
}

const lastEdit = ({ history: { steps, head } }: Proposal): Edit | undefined =>
  head === undefined ? undefined : steps.get(head)?.edit;

export function openStudio(
  store: Store,
  storage: ProposalStorage,
  windows: Windows | undefined,
  grounds: Grounds = browserGrounds,
  opened: () => Promise<OpenCase | undefined> = async () => undefined,
): Studio {
  return new PageStudio(store, storage, windows, new OtherData(store, storage, grounds), opened);
}

class PageStudio implements Studio {
  readonly #store: Store;
  readonly #storage: ProposalStorage;
  readonly #windows: Windows | undefined;
  readonly #otherData: OtherData;
  readonly #keeping: Keeping;
  /** Steps that are to be completed: ids, in order, with what each says once it is. */
  readonly #unfinished = new Map<string, Text | undefined>();
  readonly awaitFile: PassingOn["awaitFile"];
  readonly read: PassingOn["read"];
  readonly readCode: PassingOn["readCode"];
  readonly readLink: PassingOn["readLink"];
  readonly passOn: PassingOn["passOn"];
  readonly carryOver: PassingOn["carryOver"];

  get keeps(): ProposalStorage["keeps"] {
    return this.#storage.keeps;
  }

  readonly isLost = (id: string): boolean => this.#storage.isLost(id);

  /** Steps are numbered after a name of this window's, so that the ids of many take no room in a file. */
  readonly #window = newId();
  #made = 0;
  readonly #stepId = (): string => `${this.#window}-${(++this.#made).toString(36)}`;

  constructor(
    store: Store,
    storage: ProposalStorage,
    windows: Windows | undefined,
    otherData: OtherData,
    opened: () => Promise<OpenCase | undefined>,
  ) {
    this.#store = store;
    this.#storage = storage;
    this.#windows = windows;
    this.#otherData = otherData;
    this.#keeping = new Keeping(storage, () => this.#sayNotKept());
    if (windows)
      hearOthers(store, windows, {
        write: (proposal) => this.#keeping.write(proposal),
        goOn: (proposal, { edit }, changes) => {
          this.#step(proposal, { changes, note: noteOf(edit), takesIn: edit.id });
        },
        refused: (line) => this.#say("refused", [line]),
        said: (line, offer) => this.#say("done", [line], offer),
      });
    const passing = passingOn(store, {
      opened,
      add: (proposal) => this.#add(proposal),
      choose: this.choose,
      say: (kind, lines, offer) => this.#say(kind, lines, offer),
      freshTitle: () => freshTitle(this.#titles()),
      otherData,
    });
    this.awaitFile = passing.awaitFile;
    this.read = passing.read;
    this.readCode = passing.readCode;
    this.readLink = passing.readLink;
    this.passOn = passing.passOn;
    this.carryOver = passing.carryOver;
  }

  readonly open = async (): Promise<void> => {
    const view = caseView(this.#store.state());
    if (!view) return;
    const kept = await this.#storage.all(view.dataHash, proposalContext(view)).catch(() => undefined);
    if (caseView(this.#store.state()) !== view) return;
    const { here, aside, gone } = keptAt(kept ?? [], Date.now());
    for (const each of here) this.#keeping.known(each);
    const proposals = new Map(here.map((each) => [each.id, openProposal(view, each)]));
    this.#store.dispatch({ kind: "proposals", proposals });
    this.#store.dispatch({ kind: "removed", proposals: aside.map((each) => openProposal(view, each)) });
    for (const { id } of gone) this.#keeping.done(this.#storage.remove(id));
    if (!kept) this.#say("refused", [NOT_READ]);
    const lost = [...proposals.values()].filter(({ id }) => this.isLost(id));
    if (lost.length > 0) this.#say("refused", [partLost(lost.map(({ draft }) => draft.plan.title))]);
    if (proposals.size > 0) await this.#otherData.keep(view);
    await this.#otherData.list(view, () => caseView(this.#store.state()) === view);
  };

  #chosen = (): Proposal | undefined => chosenProposal(this.#store.state());
  #known = (id: string | undefined): Proposal | undefined =>
    id === undefined ? this.#chosen() : this.#store.state().proposals?.get(id);

  readonly choose = (id: string): void => {
    this.#store.dispatch({ kind: "outcome", outcome: undefined });
    this.#store.dispatch({
      kind: "choose",
      change: { plan: { from: "own", id }, doing: "draw", view: "plan", surface: "map" },
    });
  };

  readonly begin = (start: Plan, startTitle: Said): void => {
    const view = caseView(this.#store.state());
    if (!view) return;
    const id = newId();
    const fresh = beginProposal(view, {
      id,
      start: { ...start, id: `own-${id}`, title: freshTitle(this.#titles()) },
      startTitle,
      begun: new Date().toISOString(),
    });
    this.#add(fresh);
  };

  /** Deleted ones that can be brought back keep their names. */
  #titles(): readonly Said[] {
    const { proposals, removed } = this.#store.state();
    return [...(proposals?.values() ?? []), ...removed].map(({ draft }) => draft.plan.title);
  }

  readonly edit: Studio["edit"] = (changes, note, more = {}) => {
    const proposal = this.#chosen();
    if (!proposal || changes.length === 0) return false;
    const outcome = refused(proposal.draft, { changes, note, ...more });
    if (outcome) {
      this.#store.dispatch({ kind: "outcome", outcome });
      return false;
    }
    const { asked } = more;
    const step = this.#step(proposal, { changes, note, ...(asked && { asked }) });
    if (more.goes === "once completed") this.#unfinished.set(step, more.moved);
    this.#say("done", [note]);
    return true;
  };

  /** The id of the step that was made. */
  #step(proposal: Proposal, made: Made): string {
    return this.#steps(proposal, [made]);
  }

  /** Some steps after each other, all or none of which are kept; gives the id of the last. */
  #steps(proposal: Proposal, all: readonly Made[]): string {
    let next = proposal;
    const steps = all.map(({ fuller, takesIn, ...made }): Step => {
      const edit = ownEdit(this.#stepId(), made);
      const step = { edit, parent: next.history.head };
      next = withEdit(next, edit, {
        ...(fuller !== undefined && { fuller }),
        ...(takesIn !== undefined && { takesIn }),
      });
      return next.history.steps.get(edit.id) ?? step;
    });
    this.#store.dispatch({ kind: "proposal", proposal: next });
    this.#keeping.write(next, { steps });
    const after = isAtEnd(proposal.history, all.at(0)?.fuller) ? "all it knew" : "a step gone back to";
    this.#windows?.tell({ kind: "step", id: proposal.id, steps, after });
    return steps.at(-1)?.edit.id ?? "";
  }

  readonly amend = (changes: readonly Change[], note?: Text): void => {
    const proposal = this.#chosen();
    if (!proposal || proposal.history.head === undefined || changes.length === 0) return;
    const notes = new Map(this.#unfinished);
    this.#unfinished.clear();
    if (checkChanges(proposal.draft, changes).length > 0) return;
    const { from, steps } = withOwnCompletion(proposal, notes, changes) ?? withLastCompleted(proposal, changes, note);
    this.#steps(from, steps);
  };

  readonly takeIn = (id: string): void => {
    const proposal = this.#chosen();
    const step = proposal?.history.steps.get(id);
    if (!proposal || !step) return;
    const changes = otherWay(proposal, id);
    const note = noteOf(step.edit);
    const outcome = refused(proposal.draft, { changes, note });
    if (outcome) return this.#store.dispatch({ kind: "outcome", outcome });
    // The window that stands there goes on to what this makes.
    if (changes.length > 0) this.#step(proposal, { changes, note, takesIn: id });
    this.#say("done", [note]);
  };

  readonly settle: Studio["settle"] = (which) => {
    if (which === "all") this.#unfinished.clear();
    else this.#unfinished.delete([...this.#unfinished.keys()].at(-1) ?? "");
  };

  readonly undo = (): void => this.#stand(undone, (_, before) => before && undidStep(noteOf(before)));
  readonly redo = (): void => this.#stand(redone, (now) => now && redidStep(noteOf(now)));
  readonly goTo = (step: string | undefined): void =>
    this.#stand(
      (proposal) => atStep(proposal, step),
      (now) => (now ? wentToStep(noteOf(now)) : AT_START),
    );

  readonly nameStep = (step: string, name: string): void => {
    const proposal = this.#chosen();
    if (!proposal) return;
    const next = { ...proposal, history: named(proposal.history, step, name) };
    this.#store.dispatch({ kind: "proposal", proposal: next });
    this.#keeping.write(next, { names: new Map([[step, name]]) });
    this.#windows?.tell({ kind: "named", id: proposal.id, step, name });
  };

  /** Where it stands now, said by the edits that it stands after and stood after. */
  #stand(
    change: (proposal: Proposal) => Proposal,
    said: (now: Edit | undefined, before: Edit | undefined) => Text | undefined,
  ): void {
    const proposal = this.#chosen();
    if (!proposal) return;
    const next = change(proposal);
    if (next === proposal) return;
    this.#store.dispatch({ kind: "proposal", proposal: next });
    const line = said(lastEdit(next), lastEdit(proposal));
    this.#say("done", line ? [line] : []);
    this.#keeping.write(next);
  }

  readonly rename = (title: string, id?: string): void => {
    const proposal = this.#known(id);
    if (!proposal) return;
    this.#step(proposal, { changes: setTitle(proposal.draft, title), note: RENAMED });
    if (proposal.id === this.#chosen()?.id) this.#say("done", [RENAMED]);
  };

  /** With all its steps, so that it can be gone back in as far. */
  readonly duplicate = (id?: string): void => {
    const proposal = this.#known(id);
    if (proposal) this.#copy(proposal);
  };

  readonly branch = (step: string | undefined): void => {
    const proposal = this.#chosen();
    if (proposal) this.#copy({ ...atStep(proposal, step), history: upTo(proposal.history, step) });
  };

  #copy(proposal: Proposal): void {
    const view = caseView(this.#store.state());
    if (!view) return;
    const title = copyTitle(proposal.draft.plan.title, this.#titles());
    const start = { ...proposal.start, title };
    const begun = new Date().toISOString();
    this.#add(
      openProposal(view, { ...proposal, id: newId(), begun, start, history: calledAs(proposal.history, title) }),
    );
  }

  #add(proposal: Proposal): void {
    this.#show(proposal, { is: "begun" });
  }

  #show(proposal: Proposal, fresh: Partial<Fresh>): void {
    this.#keeping.write(proposal, fresh);
    const view = caseView(this.#store.state());
    if (view) void this.#otherData.keep(view);
    this.#windows?.tell({ kind: "begun", kept: keptOf(proposal) });
    this.#store.dispatch({ kind: "proposal", proposal });
    this.choose(proposal.id);
  }

  readonly remove = (id: string): void => {
    const { removed, proposals } = this.#store.state();
    const proposal = proposals?.get(id);
    if (!proposal) return;
    if (this.#chosen() === proposal)
      this.#store.dispatch({ kind: "choose", change: { plan: undefined, doing: "find" } });
    const at = new Date().toISOString();
    this.#store.dispatch({ kind: "removed", proposals: [...removed, { ...proposal, removed: at }] });
    this.#store.dispatch({ kind: "without-proposal", id });
    this.#keeping.done(this.#storage.setAside(id, at));
    this.#windows?.tell({ kind: "removed", id });
  };

  readonly restore = (id: string): void => {
    const { removed } = this.#store.state();
    const proposal = removed.find((each) => each.id === id);
    if (!proposal) return;
    this.#store.dispatch({ kind: "removed", proposals: removed.filter((each) => each !== proposal) });
    const { removed: _, ...back } = proposal;
    // Its steps are there still.
    this.#show(back, {});
  };

  #say(kind: Outcome["kind"], lines: readonly Text[], offer?: OfferedStep): void {
    this.#store.dispatch({ kind: "outcome", outcome: { kind, lines, ...(offer && { offer }) } });
  }

  /** What cannot be kept is said, after what was done. */
  #sayNotKept(): void {
    const said = this.#store.state().outcome?.lines ?? [];
    this.#say("refused", [...said.filter((line) => line !== NOT_KEPT), NOT_KEPT]);
  }
}
