import { isSameDrawn, type Said, saidIn, type Text } from "../../src/index.ts";
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

/** What is said of it; the page's own proposal stays where it stood. */
export function hereWords({ known, is, apart }: HereAlready): Text {
  const { title } = known.draft.plan;
  const [da, en] = [`»${saidIn(title, "da")}«`, `“${saidIn(title, "en")}”`];
  const later: Text =
    apart === 1
      ? { da: "ét senere trin", en: "one later step" }
      : { da: `${apart} senere trin`, en: `${apart} later steps` };
  const undone: Text =
    apart === 1
      ? { da: "ét trin, der er fortrudt", en: "one step that was undone" }
      : { da: `${apart} trin, der er fortrudt`, en: `${apart} steps that were undone` };
  return {
    same: {
      da: `Det, du åbnede, er her allerede: det er ${da}, som det står.`,
      en: `What you opened is here already: it is ${en} as it stands.`,
    },
    earlier: {
      da: `Det, du åbnede, er en tidligere udgave af ${da}, som står her med ${later.da}. Intet er ændret.`,
      en: `What you opened is an earlier version of ${en}, which stands here with ${later.en}. Nothing is changed.`,
    },
    undone: {
      da: `Det, du åbnede, er ${da} med ${undone.da} her. Intet er ændret.`,
      en: `What you opened is ${en} with ${undone.en} here. Nothing is changed.`,
    },
    left: {
      da: `Det, du åbnede, er en udgave af ${da} på en vej, der er forladt her. Intet er ændret.`,
      en: `What you opened is a version of ${en} on a way that was left here. Nothing is changed.`,
    },
  }[is];
}

/** Undefined where a file calls a proposal what it is called. */
export function otherTitle(file: Said, proposal: Proposal): Text | undefined {
  const { title } = proposal.draft.plan;
  if (saidIn(file, "da") === saidIn(title, "da") && saidIn(file, "en") === saidIn(title, "en")) return undefined;
  return {
    da: `Filen kalder det »${saidIn(file, "da")}«, men efter dets trin hedder det »${saidIn(title, "da")}«.`,
    en: `The file calls it “${saidIn(file, "en")}”, but by its steps it is called “${saidIn(title, "en")}”.`,
  };
}
