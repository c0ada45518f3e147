import type { AssumptionFile, ChangeFile, EditFile, ProposalFile } from "../protocol/proposal-file.ts";
import type { Act } from "../protocol/room-acts.ts";
import type { ActEntry, Entry } from "../protocol/room.ts";
import { UNSAID } from "../protocol/words.ts";

/** What stands where something written was deleted. */
const ERASED = UNSAID;

/** Whose words go: all of a seat's own, or those of one entry or edit, by its id. */
export type Erasing =
  | { readonly kind: "seat"; readonly seat: string }
  | { readonly kind: "entry"; readonly id: string };

/** What an act takes away of the entries before it. Whoever heard those before it hears them anew. */
export function erasingOf(act: Act): Erasing | undefined {
  if (act.kind === "forget") return { kind: "seat", seat: act.seat };
  return act.kind === "hide" && "entry" in act.what ? { kind: "entry", id: act.what.entry } : undefined;
}

export const takesWordsAway = (entry: Entry): boolean => "act" in entry && erasingOf(entry.act) !== undefined;

/** The comment that an act hides, by its id: whoever heard it takes it out by the act alone. */
export const hiddenComment = (act: Act): string | undefined =>
  act.kind === "hide" && "comment" in act.what ? act.what.comment : undefined;

/** The same entry, its words deleted. */
export function withoutText(entry: ActEntry): ActEntry;
export function withoutText(entry: Entry): Entry;
export function withoutText(entry: Entry): Entry {
  return "act" in entry && entry.act.kind === "comment" ? { ...entry, act: { ...entry.act, text: ERASED } } : entry;
}

type Said = ProposalFile["title"];

/**
 * The entries of a room with words gone, each where it was: what was drawn stays as it is, and so do numbers and ids. A title or a name that
 * somebody else's edit began from, or a copy holds, goes with it; what others wrote themselves stays. An entry that holds none of the
 * words is the same value.
 */
export function erased(entries: readonly Entry[], what: Erasing): readonly Entry[] {
  const isMeant = (by: string, id: string): boolean => (what.kind === "seat" ? by === what.seat : id === what.id);
  const words = new Set(entries.flatMap((entry) => wordsOf(entry, isMeant)));
  words.delete(JSON.stringify(ERASED));
  const eraser = new Eraser(words, isMeant, what.kind === "seat" ? "own" : "any");
  return entries.map((entry) => eraser.entry(entry));
}

type IsMeant = (by: string, id: string) => boolean;

/** Titles, reasons and names that meant edits gave. One that takes another back gives again what stood before, whosever that is. */
function wordsOf(entry: Entry, isMeant: IsMeant): readonly string[] {
  if ("edit" in entry) return givenBy([entry.edit], isMeant);
  const { act, by, id } = entry;
  if (act.kind !== "proposal") return [];
  const own = isMeant(by, id) && by !== "room" ? [keyOf(act.file.title)] : [];
  return [...own, ...givenBy(act.file.edits, isMeant)];
}

const givenBy = (edits: readonly EditFile[], isMeant: IsMeant): readonly string[] =>
  edits
    .filter(({ by, id, takesBack }) => takesBack === undefined && isMeant(by, id))
    .flatMap(({ changes }) => changes.flatMap(given));

function given(change: ChangeFile): readonly string[] {
  switch (change.kind) {
    case "text": {
      const { from, to } = change;
      return [
        ...(keyOf(from.title) === keyOf(to.title) ? [] : [keyOf(to.title)]),
        ...(from.reason === to.reason || to.reason === "" ? [] : [keyOf(to.reason)]),
      ];
    }
    case "district":
      return change.to === undefined ? [] : [keyOf(change.to)];
    case "new-site":
      return change.is ? [keyOf(change.is.name)] : [];
    case "assumption":
      return change.to ? [keyOf(change.to.name)] : [];
    case "assign":
    case "site":
    case "lock":
      return [];
    default:
      return change satisfies never;
  }
}

const keyOf = (said: Said): string => JSON.stringify(said);

/** Takes words out wherever they stand. */
class Eraser {
  readonly #words: ReadonlySet<string>;
  readonly #isMeant: IsMeant;
  readonly #reach: "own" | "any";

  constructor(words: ReadonlySet<string>, isMeant: IsMeant, reach: "own" | "any") {
    this.#words = words;
    this.#isMeant = isMeant;
    this.#reach = reach;
  }

  entry(entry: Entry): Entry {
    const after: Entry =
      "edit" in entry ? { ...entry, edit: this.#edit(entry.edit) } : { ...entry, act: this.#act(entry) };
    return JSON.stringify(after) === JSON.stringify(entry) ? entry : after;
  }

  #said<Words extends Said>(said: Words): Words | typeof ERASED {
    return this.#words.has(keyOf(said)) ? ERASED : said;
  }

  #edit({ note, ...edit }: EditFile): EditFile {
    const changes = edit.changes.map((change) => this.#change(change));
    return { ...edit, ...(note !== undefined && !this.#isMeant(edit.by, edit.id) && { note }), changes };
  }

  #change(change: ChangeFile): ChangeFile {
    switch (change.kind) {
      case "text": {
        const [from, to] = [change.from, change.to].map(({ title, reason }) => ({
          title: this.#said(title),
          reason: reason === "" ? reason : this.#said(reason),
        }));
        return { kind: "text", from, to };
      }
      case "district": {
        const { from, to, ...rest } = change;
        return {
          ...rest,
          ...(from !== undefined && { from: this.#said(from) }),
          ...(to !== undefined && { to: this.#said(to) }),
        };
      }
      case "new-site": {
        const { was, is, ...rest } = change;
        return { ...rest, ...(was && { was: this.#named(was) }), ...(is && { is: this.#named(is) }) };
      }
      case "assumption": {
        const { from, to, ...rest } = change;
        return {
          ...rest,
          ...(from && { from: this.#named<AssumptionFile>(from) }),
          ...(to && { to: this.#named<AssumptionFile>(to) }),
        };
      }
      case "assign":
      case "site":
      case "lock":
        return change;
      default:
        return change satisfies never;
    }
  }

  #named<Named extends { readonly name: string }>(named: Named): Named {
    return { ...named, name: this.#said(named.name) };
  }

  #file({ title, from, start, edits, strokes, ...file }: ProposalFile): ProposalFile {
    return {
      ...file,
      title: this.#said(title),
      ...(from !== undefined && { from: this.#said(from) }),
      start:
        start.kind === "plan"
          ? { ...start, plan: { ...start.plan, title: this.#said(start.plan.title) } }
          : { ...start, ...(start.title !== undefined && { title: this.#said(start.title) }) },
      edits: edits.map((edit) => this.#edit(edit)),
      ...(strokes && {
        strokes: strokes.map((each) =>
          this.#isMeant(each.by, "") ? { ...each, notes: each.notes.map(() => ERASED) } : each,
        ),
      }),
    };
  }

  /** Of a seat's own acts the words go that are its opinion; those that the room was led and asked by, only where they themselves are meant. */
  #act({ act, by, id }: ActEntry): Act {
    if (act.kind === "proposal") return { ...act, file: this.#file(act.file) };
    if (!this.#isMeant(by, id)) return act;
    if (act.kind === "comment") {
      const { on: _, ...rest } = act;
      return { ...rest, text: ERASED };
    }
    if (act.kind === "version") return { ...act, name: ERASED };
    return this.#reach === "own" ? act : withoutLeading(act);
  }
}

function withoutLeading(act: Act): Act {
  if (act.kind === "table") return { ...act, name: ERASED };
  if (act.kind === "freeze" && act.dissent !== "") return { ...act, dissent: ERASED };
  if (act.kind === "council" && act.text !== "") return { ...act, text: ERASED };
  if (act.kind !== "vote") return act;
  const options = act.options.map((option) => (option.kind === "text" ? { ...option, text: ERASED } : option));
  return { ...act, title: ERASED, options };
}
