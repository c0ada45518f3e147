import {
  type Change,
  checkChanges,
  compose,
  EDIT_ISSUES,
  type Edit,
  type Plan,
  type Said,
  saidIn,
  setTitle,
  type Text,
} from "../../src/index.ts";
import type { Outcome } from "../state/app-state.ts";
import { chosenProposal } from "../state/chosen.ts";
import { caseView } from "../state/selectors.ts";
import type { Store } from "../state/store.ts";
import { atStep, beginProposal, joined, openProposal, type Proposal, redone, undone, withEdit } from "./proposal.ts";
import { issueInWords } from "./issue-words.ts";
import { named } from "./history.ts";
import type { ProposalStorage } from "./storage.ts";
import type { Windows } from "./windows.ts";

/** Where plans are drawn: every change of a proposal goes through here, is checked, kept, and told to the other windows. */
export interface Studio {
  readonly keeps: ProposalStorage["keeps"];
  /** Reads what was kept of proposals on the data that are open. */
  readonly open: () => Promise<void>;
  /** A proposal that starts from a plan; it is the one looked at from now on. */
  readonly begin: (start: Plan, startTitle: Said) => void;
  /** Makes an edit of the proposal looked at; says whether it could be made. */
  readonly edit: (changes: readonly Change[], note: Text) => boolean;
  /** Adds to the last edit, as part of the same step back. */
  readonly amend: (changes: readonly Change[], note?: Text) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** The proposal as it was after a step; none: as it began. */
  readonly goTo: (step: string | undefined) => void;
  readonly nameStep: (step: string, name: string) => void;
  readonly rename: (title: string) => void;
  readonly duplicate: () => void;
  readonly remove: (id: string) => void;
  /** Brings back the proposal that was removed last. */
  readonly restore: () => void;
  readonly choose: (id: string) => void;
  /** Opens a proposal's file as one more proposal, and says what there is to say about it. */
  readonly read: (text: string, file: string) => Promise<void>;
  readonly readCode: (code: string) => Promise<void>;
  /** What a link holds after its #: the whole proposal. */
  readonly readLink: (fragment: string) => Promise<void>;
  /** The proposal looked at in the forms in which it is passed on. */
  readonly passOn: () => Promise<PassedOn | undefined>;
}

export interface PassedOn {
  readonly file: { readonly name: string; readonly text: string };
  /** Undefined where it is too large for an address. */
  readonly link: string | undefined;
  /** Undefined where it is more than schools moved and closed. */
  readonly code: string | undefined;
}

/** The part of an address after its # that holds a proposal; no server is told of it. */
const LINK_PART = "#forslag=";
/** Longer addresses are cut short by programs that pass them on. */
const LONGEST_LINK = 8000;

/** Names nobody: who is not in a room draws alone. */
const ALONE = "me";

/** Pages that came over a plain line have no better source of ids. */
const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(5))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export function openStudio(store: Store, storage: ProposalStorage, windows: Windows | undefined): Studio {
  return new PageStudio(store, storage, windows);
}

/** Has the studio read what was kept whenever a case is opened. */
export function readProposals(store: Store, studio: Studio): void {
  let read: string | undefined;
  store.subscribe(() => {
    const hash = caseView(store.state())?.dataHash;
    if (hash === read) return;
    read = hash;
    if (hash !== undefined) void studio.open().then(() => readOwnLink(studio));
  });
  // A link that is pasted into an open page opens no page anew.
  window.addEventListener("hashchange", () => {
    if (store.state().proposals) void readOwnLink(studio);
  });
}

/** A proposal that the page was opened with is taken once; the address is then the page's own again. */
async function readOwnLink(studio: Studio): Promise<void> {
  const { hash } = window.location;
  if (!hash.startsWith(LINK_PART)) return;
  window.history.replaceState(window.history.state, "", `${window.location.pathname}${window.location.search}`);
  await studio.readLink(hash);
}

class PageStudio implements Studio {
  readonly #store: Store;
  readonly #storage: ProposalStorage;
  readonly #windows: Windows | undefined;

  get keeps(): ProposalStorage["keeps"] {
    return this.#storage.keeps;
  }

  constructor(store: Store, storage: ProposalStorage, windows: Windows | undefined) {
    this.#store = store;
    this.#storage = storage;
    this.#windows = windows;
    windows?.hear((told) => {
      const view = caseView(store.state());
      const proposals = store.state().proposals;
      if (!view || !proposals) return;
      if (told.kind === "begun") {
        if (told.proposal.data === view.dataHash && !proposals.has(told.proposal.id))
          store.dispatch({ kind: "proposal", proposal: openProposal(view, told.proposal) });
        return;
      }
      const known = proposals.get(told.id);
      if (!known) return;
      if (told.kind === "removed") return store.dispatch({ kind: "without-proposal", id: told.id });
      const next = joined(known, [told.step]);
      if (next !== known) store.dispatch({ kind: "proposal", proposal: next });
    });
  }

  readonly open = async (): Promise<void> => {
    const view = caseView(this.#store.state());
    if (!view) return;
    const kept = await this.#storage.all(view.dataHash).catch(() => []);
    const proposals = kept.toSorted((a, b) => a.begun.localeCompare(b.begun)).map((each) => openProposal(view, each));
    if (caseView(this.#store.state()) === view)
      this.#store.dispatch({ kind: "proposals", proposals: new Map(proposals.map((each) => [each.id, each])) });
  };

  #chosen = (): Proposal | undefined => chosenProposal(this.#store.state());

  readonly choose = (id: string): void => {
    this.#store.dispatch({ kind: "outcome", outcome: undefined });
    this.#store.dispatch({
      kind: "choose",
      change: { plan: { from: "own", id }, doing: "draw", view: "plan", surface: "map" },
    });
  };

  readonly begin = (start: Plan, startTitle: Said): void => {
    const { state } = this.#store;
    const view = caseView(state());
    if (!view) return;
    const number = (state().proposals?.size ?? 0) + 1;
    const fresh = beginProposal(view, {
      id: newId(),
      start: { ...start, id: `own-${number}`, title: ownTitle(number) },
      startTitle,
      begun: new Date().toISOString(),
    });
    this.#add(fresh);
  };

  #tellBegun({ id, data, start, startTitle, begun, history }: Proposal): void {
    this.#windows?.tell({ kind: "begun", proposal: { id, data, start, startTitle, begun, history } });
  }

  readonly edit = (changes: readonly Change[], note: Text): boolean => {
    const proposal = this.#chosen();
    if (!proposal || changes.length === 0) return false;
    const refusals = checkChanges(proposal.draft, changes);
    if (refusals.length > 0) {
      this.#say(
        "refused",
        refusals.map((refusal) => issueInWords(refusal, EDIT_ISSUES)),
      );
      return false;
    }
    this.#step(proposal, changes, note);
    this.#say("done", [note]);
    return true;
  };

  #step(proposal: Proposal, changes: readonly Change[], note: Text, fuller?: string): void {
    const edit: Edit = { id: newId(), by: ALONE, at: new Date().toISOString(), changes, note };
    const next = withEdit(proposal, edit, fuller);
    const step = next.history.steps.get(edit.id) ?? { edit, parent: proposal.history.head };
    this.#store.dispatch({ kind: "proposal", proposal: next });
    this.#keep(this.#storage.append(next, step));
    this.#windows?.tell({ kind: "step", id: proposal.id, step });
  }

  readonly amend = (changes: readonly Change[], note?: Text): void => {
    const proposal = this.#chosen();
    const last = proposal && undone(proposal);
    const step = proposal?.history.steps.get(proposal.history.head ?? "");
    if (!proposal || !last || !step || changes.length === 0) return;
    if (checkChanges(proposal.draft, changes).length > 0) return;
    this.#step(last, compose(step.edit.changes, changes), note ?? noteOf(step.edit), step.edit.id);
  };

  readonly undo = (): void => this.#stand(undone);
  readonly redo = (): void => this.#stand(redone);
  readonly goTo = (step: string | undefined): void => this.#stand((proposal) => atStep(proposal, step));
  readonly nameStep = (step: string, name: string): void =>
    this.#stand((proposal) => ({ ...proposal, history: named(proposal.history, step, name) }));

  #stand(change: (proposal: Proposal) => Proposal): void {
    const proposal = this.#chosen();
    if (!proposal) return;
    const next = change(proposal);
    if (next === proposal) return;
    this.#store.dispatch({ kind: "proposal", proposal: next });
    this.#store.dispatch({ kind: "outcome", outcome: undefined });
    this.#keep(this.#storage.stand(next));
  }

  readonly rename = (title: string): void => {
    const proposal = this.#chosen();
    if (proposal) this.#step(proposal, setTitle(proposal.draft, title), RENAMED);
  };

  /** With all its steps, so that it can be gone back in as far. */
  readonly duplicate = (): void => {
    const proposal = this.#chosen();
    if (!proposal) return;
    const copy = { ...proposal, id: newId(), begun: new Date().toISOString() };
    this.#add(copy);
    this.#step(copy, setTitle(copy.draft, ownTitle((this.#store.state().proposals?.size ?? 0) + 1)), RENAMED);
  };

  #add(proposal: Proposal): void {
    this.#keep(this.#storage.take(proposal));
    this.#tellBegun(proposal);
    this.#store.dispatch({ kind: "proposal", proposal });
    this.choose(proposal.id);
  }

  readonly remove = (id: string): void => {
    this.#store.dispatch({ kind: "removed", proposal: this.#store.state().proposals?.get(id) });
    this.#store.dispatch({ kind: "choose", change: { plan: undefined, doing: "find" } });
    this.#store.dispatch({ kind: "without-proposal", id });
    this.#keep(this.#storage.remove(id));
    this.#windows?.tell({ kind: "removed", id });
  };

  readonly read = async (text: string, file: string): Promise<void> => {
    const view = caseView(this.#store.state());
    const { readFile } = await import("./file.ts");
    if (view) this.#take(readFile(view, text, file));
  };

  readonly readCode = async (code: string): Promise<void> => {
    const view = caseView(this.#store.state());
    const { readCode } = await import("./file.ts");
    if (view) this.#take(readCode(view, code, newId()));
  };

  readonly readLink = async (fragment: string): Promise<void> => {
    const { unpacked } = await import("./file.ts");
    const text = await unpacked(fragment.slice(LINK_PART.length));
    if (text === undefined) this.#say("refused", [LINK_CUT]);
    else await this.read(text, "link");
  };

  /** One more proposal; of one whose steps are all here already the page goes to the step that the file ends with. */
  #take({ proposal, said }: { readonly proposal?: Proposal; readonly said: readonly Text[] }): void {
    if (proposal) {
      const { steps, head } = proposal.history;
      const known = [...(this.#store.state().proposals?.values() ?? [])].find(
        ({ history }) => steps.size > 0 && [...steps.keys()].every((id) => history.steps.has(id)),
      );
      if (known) {
        this.choose(known.id);
        if (known.history.head !== head) this.goTo(head);
      } else this.#add({ ...proposal, id: newId() });
    }
    if (said.length > 0) this.#say(proposal ? "done" : "refused", said);
  }

  readonly passOn = async (): Promise<PassedOn | undefined> => {
    const view = caseView(this.#store.state());
    const proposal = this.#chosen();
    if (!view || !proposal) return undefined;
    const { codeOf, fileOf, packed } = await import("./file.ts");
    const text = fileOf(view, proposal);
    const link = `${location.origin}${location.pathname}${LINK_PART}${await packed(text)}`;
    return {
      file: { name: `${fileName(saidIn(proposal.draft.plan.title, "da"))}.json`, text },
      link: link.length > LONGEST_LINK ? undefined : link,
      code: codeOf(view, proposal),
    };
  };

  readonly restore = (): void => {
    const { removed } = this.#store.state();
    if (!removed) return;
    this.#store.dispatch({ kind: "removed", proposal: undefined });
    this.#add(removed);
  };

  #say(kind: Outcome["kind"], lines: readonly Text[]): void {
    this.#store.dispatch({ kind: "outcome", outcome: { kind, lines } });
  }

  /** What cannot be kept is said; the proposal stays on the page meanwhile. */
  #keep(kept: Promise<void>): void {
    kept.then(
      () => performance.mark("proposal-kept"),
      () => this.#say("refused", [NOT_KEPT]),
    );
  }
}

const LINK_CUT: Text = {
  da: "Linket er skåret over undervejs og kan ikke læses. Bed om det igen, eller om forslaget som fil.",
  en: "The link was cut short on its way and cannot be read. Ask for it again, or for the proposal as a file.",
};

const fileName = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "") || "forslag";

const ownTitle = (number: number): Text => ({ da: `Eget forslag ${number}`, en: `Own proposal ${number}` });
const RENAMED: Text = { da: "Nyt navn", en: "A new name" };
const NOT_KEPT: Text = {
  da: "Forslaget kan ikke gemmes i denne browser. Gem det som fil, før du lukker siden.",
  en: "This browser cannot keep the proposal. Save it as a file before you close the page.",
};

/** What a step did, in words; steps of other programs may have none. */
export function noteOf({ note }: Edit): Text {
  if (note === undefined) return { da: "Ændring", en: "Change" };
  return typeof note === "string" ? { da: note, en: note } : note;
}
