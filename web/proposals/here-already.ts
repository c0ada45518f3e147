import { catalogue, filledText, isSameDrawn, LANGUAGES, type Said, saidIn, type Text } from "../../src/index.ts";
import { isOnWay, wayTo } from "./history.ts";
import { draftOf, type Proposal } from "./proposal.ts";

/** A proposal of the page's that has all the steps of one that was opened, and how the two stand to each other. */
interface HereAlready {
  readonly known: Proposal;
  /** The step that what was opened ends with. */
  readonly step: string;
  /** What was opened is the proposal as it stands, as it once was, as it was before steps were undone, or on a way that was left. */
  readonly is: "same" | "earlier" | "undone" | "left";
  /** Steps between the two, where one is on the way to the other. */
  readonly apart: number;
}

/**
 * Where what was opened is here already; undefined where it is not, or where the same steps come to another plan, as in a file that was
 * changed by hand. Of several that have its steps it is the one that stands there, else the one looked at.
 */
export function hereAlready(
  opened: Proposal,
  all: Iterable<Proposal>,
  chosen: string | undefined,
): HereAlready | undefined {
  const { steps, head } = opened.history;
  if (head === undefined) return undefined;
  const having = [...all].filter(
    (each) => hasAll(each.history.steps, steps.keys()) && isSameDrawn(draftOf(each, head), opened.draft),
  );
  const known =
    having.find(({ history }) => history.head === head) ?? having.find(({ id }) => id === chosen) ?? having.at(0);
  return known && { known, step: head, ...standing(known, head) };
}

function hasAll(steps: ReadonlyMap<string, unknown>, ids: Iterable<string>): boolean {
  for (const id of ids) if (!steps.has(id)) return false;
  return true;
}

function standing(known: Proposal, step: string): Pick<HereAlready, "is" | "apart"> {
  const { history } = known;
  if (history.head === step) return { is: "same", apart: 0 };
  const there = wayTo({ ...history, head: step });
  const here = wayTo(history);
  const apart = Math.abs(here.length - there.length);
  if (isOnWay(history, step)) return { is: "earlier", apart };
  const isUndone = history.head === undefined || there.some(({ edit }) => edit.id === history.head);
  return { is: isUndone ? "undone" : "left", apart };
}

const SAID = catalogue("web.here-already", {
  later: {
    da: "{apart, plural, one {ét senere trin} other {# senere trin}}",
    en: "{apart, plural, one {one later step} other {# later steps}}",
  },
  undoneSteps: {
    da: "{apart, plural, one {ét trin, der er fortrudt} other {# trin, der er fortrudt}}",
    en: "{apart, plural, one {one step that was undone} other {# steps that were undone}}",
  },
  same: {
    da: "Det, du åbnede, er her allerede: det er »{title}«, som det står.",
    en: "What you opened is here already: it is “{title}” as it stands.",
  },
  earlier: {
    da: "Det, du åbnede, er en tidligere udgave af »{title}«, som står her med {later}. Intet er ændret.",
    en: "What you opened is an earlier version of “{title}”, which stands here with {later}. Nothing is changed.",
  },
  undone: {
    da: "Det, du åbnede, er »{title}« med {undone} her. Intet er ændret.",
    en: "What you opened is “{title}” with {undone} here. Nothing is changed.",
  },
  left: {
    da: "Det, du åbnede, er en udgave af »{title}« på en vej, der er forladt her. Intet er ændret.",
    en: "What you opened is a version of “{title}” on a way that was left here. Nothing is changed.",
  },
  otherTitle: {
    da: "Filen kalder det »{file}«, men efter dets trin hedder det »{title}«.",
    en: "The file calls it “{file}”, but by its steps it is called “{title}”.",
  },
});

/** What is said of it; the page's own proposal stays where it stood. */
export const hereWords = ({ known, is, apart }: HereAlready): Text =>
  filledText(SAID[is], {
    title: known.draft.plan.title,
    later: filledText(SAID.later, { apart }),
    undone: filledText(SAID.undoneSteps, { apart }),
  });

/** Undefined where a file calls a proposal what it is called. */
export function otherTitle(file: Said, proposal: Proposal): Text | undefined {
  const { title } = proposal.draft.plan;
  if (LANGUAGES.every((language) => saidIn(file, language) === saidIn(title, language))) return undefined;
  return filledText(SAID.otherTitle, { file, title });
}
