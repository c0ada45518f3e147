import {
  catalogue,
  type Change,
  filledText,
  fillText,
  inBoth,
  type Language,
  type Said,
  saidIn,
  type Text,
} from "../../src/index.ts";
import { GrowingMap } from "./growing-map.ts";
import type { History, Step } from "./history.ts";

/** "Rabarber (kopi)", and the next of them "Rabarber (kopi 2)"; a copy of a copy is one more of the same. */
export function copyTitle(of: Said, taken: readonly Said[]): Text {
  const own = inBoth((language) => saidIn(of, language).replace(isCopy(language), ""));
  const known = new Set(taken.map((title) => saidIn(title, "da")));
  for (let number = 1; ; number++) {
    const title = filledText(COPY, { of: own, which: number === 1 ? "" : ` ${number}` });
    if (!known.has(title.da)) return title;
  }
}

const COPY: Text = catalogue("web.as-copy", { da: "{of} (kopi{which})", en: "{of} (copy{which})" });
/** What a copy's title has after that of what it was copied from, as a language writes it. */
const isCopy = (language: Language): RegExp => {
  const [before, after] = fillText(COPY, language, { of: "", which: "#" })
    .split("#")
    .map((part) => part.replaceAll(/[$()*+.?[\]^{|}]/g, "\\$&"));
  return new RegExp(`${before}(?: \\d+)?${after}$`);
};

/**
 * A history that is called the same at each of its steps: a copy's name is part of its beginning, and no step back gives it the
 * name of what it was copied from. Steps that did nothing but give a name are not in it.
 */
export function calledAs(history: History, title: Said): History {
  const all = [...history.steps.values()];
  if (!all.some(({ edit }) => edit.changes.some(({ kind }) => kind === "text"))) return history;
  const kept = new Map<string, Step>();
  /** The step that stands for each that is left out: the one before it. */
  const standIn = new Map<string, string | undefined>();
  const toKept = (id: string | undefined): string | undefined => {
    let at = id;
    while (at !== undefined && standIn.has(at)) at = standIn.get(at);
    return at;
  };
  for (const { edit, parent, fuller, takesIn } of all) {
    const changes = edit.changes.flatMap((change) => titled(change, title));
    if (changes.length === 0 && edit.changes.length > 0) {
      standIn.set(edit.id, parent);
      continue;
    }
    const others = { fuller: toKept(fuller), takesIn: toKept(takesIn) };
    kept.set(edit.id, {
      edit: { ...edit, changes },
      parent: toKept(parent),
      ...(others.fuller !== undefined && { fuller: others.fuller }),
      ...(others.takesIn !== undefined && { takesIn: others.takesIn }),
    });
  }
  const forward = new Map<string | undefined, string>();
  for (const [from, to] of history.forward) {
    let next: string | undefined = to;
    while (next !== undefined && standIn.has(next)) next = history.forward.get(next);
    const at = toKept(from);
    if (next !== undefined && (at === from || !forward.has(at))) forward.set(at, next);
  }
  return {
    steps: new GrowingMap(kept),
    head: toKept(history.head),
    forward: new GrowingMap(forward),
    names: new Map([...history.names].filter(([step]) => kept.has(step))),
  };
}

/** None where a change does nothing but give a name. */
function titled(change: Change, title: Said): readonly Change[] {
  if (change.kind !== "text") return [change];
  const { from, to } = change;
  return from.reason === to.reason ? [] : [{ kind: "text", from: { ...from, title }, to: { ...to, title } }];
}
