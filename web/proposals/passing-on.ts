import type { OpenCase, Said, Text } from "../../src/index.ts";
import type { OfferedStep, Outcome } from "../state/app-state.ts";
import { chosenProposal } from "../state/chosen.ts";
import { historyHere } from "../state/history-here.ts";
import { caseView } from "../state/selectors.ts";
import type { Store } from "../state/store.ts";
import { hereAlready, hereWords, otherTitle } from "./here-already.ts";
import { newId } from "./new-id.ts";
import { carriedId, type OtherData } from "./other-data.ts";
import { type Proposal, proposalContext } from "./proposal.ts";
import { fileName, isOpened, LINK_CUT, LINK_OF_OTHER_DATA, notOpened } from "./studio-words.ts";

/** Whether what came could be opened; where not, the page's outcome says why. */
export type Opening = "opened" | "refused";

/** Proposals as they leave the page and come to it: as a file, a link or a short code. */
export interface PassingOn {
  /** Somebody is about to give a file: what reads it is fetched meanwhile. */
  readonly awaitFile: () => void;
  /** Opens a proposal's file as one more proposal, or a question's in the optimiser's form, and says what there is to say about it. */
  readonly read: (text: string, file: string) => Promise<Opening>;
  readonly readCode: (code: string) => Promise<Opening>;
  /** What a link holds after its #: the whole proposal. */
  readonly readLink: (fragment: string) => Promise<Opening>;
  /** Opens a proposal that was drawn on other data of the case as one more, once; the original stays as it was. */
  readonly carryOver: (id: string) => Promise<void>;
  /** The proposal looked at in the forms in which it is passed on. */
  readonly passOn: () => Promise<PassedOn | undefined>;
}

export interface PassedOn {
  readonly file: { readonly name: string; readonly text: string };
  /** Undefined where it is too large for an address. */
  readonly link: string | undefined;
  /** Undefined where it is more than schools moved and closed. */
  readonly code: string | undefined;
  /** What the code does not carry, or why there is none. */
  readonly aboutCode: readonly Text[];
}

/** What was read, with what its file says that it is called and what there is to say about it. */
interface Found {
  readonly proposal?: Proposal;
  readonly title?: Said;
  readonly said: readonly Text[];
}

/** What the page does with a proposal that comes to it. */
interface Taking {
  readonly add: (proposal: Proposal) => void;
  readonly choose: (id: string) => void;
  readonly say: (kind: Outcome["kind"], lines: readonly Text[], offer?: OfferedStep) => void;
  readonly freshTitle: () => Text;
  readonly otherData: Pick<OtherData, "get">;
  /** The case as it was opened, once it has been: what is measured on. */
  readonly opened: () => Promise<OpenCase | undefined>;
}

/** The part of an address after its # that holds a proposal; no server is told of it. */
export const LINK_PART = "#forslag=";
/** Longer addresses are cut short by programs that pass them on. */
const LONGEST_LINK = 8000;

export function passingOn(store: Store, { add, choose, say, freshTitle, otherData, opened }: Taking): PassingOn {
  /** One more proposal; one that is here already stays as it stands, and what was opened of it is offered. */
  const take = ({ proposal, title, said }: Found): Opening => {
    if (!proposal) {
      if (said.length > 0) say("refused", said);
      return "refused";
    }
    const { proposals, room } = store.state();
    const here = hereAlready(proposal, proposals?.values() ?? [], chosenProposal(store.state())?.id);
    if (here) choose(here.known.id);
    else add({ ...proposal, id: newId() });
    const other = title === undefined ? undefined : otherTitle(title, proposal);
    const lines = [...(here ? [hereWords(here)] : []), ...(other ? [other] : []), ...said];
    // What others draw on only goes forward.
    const mayGo = here && here.is !== "same" && !room?.proposals.some(({ id }) => id === here.known.id);
    say(
      "done",
      lines.length > 0 ? lines : [isOpened(proposal.draft.plan.title)],
      mayGo ? { is: "opened", step: here.step } : undefined,
    );
    return "opened";
  };
  const readAs = async (text: string, name: string, refusedBy: readonly Text[]): Promise<Opening> => {
    const view = caseView(store.state());
    const { readFile } = await import("./file.ts");
    if (!view) return "refused";
    const { question, council, ...found } = readFile(view, text, name);
    if (council && found.proposal) {
      const { councilWords } = await import("./council-words.ts");
      return take({ ...found, said: [...councilWords(await opened(), council, name), ...found.said] });
    }
    if (!question) return take(found.proposal ? found : { said: [...refusedBy, ...found.said] });
    store.dispatch({ kind: "question", question });
    store.dispatch({ kind: "choose", change: { doing: "ask" } });
    return "opened";
  };
  return {
    // What cannot be fetched is fetched again, and said, when the file is there.
    awaitFile: () => void import("./file.ts").catch(() => undefined),
    // Of several files that lie in a folder it must be seen which.
    read: (text, file) => readAs(text, file, [notOpened(file)]),
    readCode: async (code) => {
      const view = caseView(store.state());
      const { readCode } = await import("./code.ts");
      if (!view) return "refused";
      const found = await readCode(store, view, code, { id: `own-${newId()}`, title: freshTitle() });
      return take(found);
    },
    readLink: async (fragment) => {
      const view = caseView(store.state());
      const { readLinkPart } = await import("./link-part.ts");
      if (!view) return "refused";
      const read = await readLinkPart(proposalContext(view), fragment.slice(LINK_PART.length));
      if (typeof read !== "string") return readAs(read.text, "link", []);
      say("refused", [read === "cut" ? LINK_CUT : LINK_OF_OTHER_DATA]);
      return "refused";
    },
    carryOver: async (id) => {
      const [view, stored] = [caseView(store.state()), otherData.get(id)];
      const { carriedOver } = await import("./file.ts");
      if (!view || !stored) return;
      const here = carriedId(id, view.dataHash);
      if (store.state().proposals?.has(here)) return choose(here);
      const { proposal, said } = carriedOver(view, stored);
      if (proposal) add({ ...proposal, id: here });
      if (said.length > 0) say(proposal ? "done" : "refused", said);
    },
    passOn: async () => {
      await historyHere(store);
      const view = caseView(store.state());
      const proposal = chosenProposal(store.state());
      if (!view || !proposal) return undefined;
      const { fileText, writtenProposal } = await import("./file.ts");
      const { codeOf } = await import("./code.ts");
      const { linkPart } = await import("./link-part.ts");
      const file = writtenProposal(proposalContext(view), proposal);
      const text = fileText(file);
      const address = `${location.origin}${location.pathname}${LINK_PART}`;
      const part = await linkPart(proposalContext(view), { file, text }, LONGEST_LINK - address.length);
      const { code, said } = await codeOf(store, view, proposal);
      return {
        file: { name: `${fileName(proposal.draft.plan.title)}.json`, text },
        link: part === undefined ? undefined : `${address}${part}`,
        code,
        aboutCode: said,
      };
    },
  };
}
