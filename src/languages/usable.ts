import { IntlMessageFormat } from "intl-messageformat";

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/** Kinds of the parser's elements that are text, and the # in a plural. */
const LITERAL: ReadonlySet<number> = new Set([0, 7]);

const DATED: ReadonlySet<number> = new Set([3, 4]);

/** Names of a text's blanks, those inside plurals included; undefined where the text cannot be read. */
export function blanksOf(text: string): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  const visit = (element: Element): void => {
    if (LITERAL.has(element.type) || !("value" in element)) return;
    // A text is no date.
    names.add(DATED.has(element.type) ? `date ${element.value}` : element.value);
    if ("options" in element)
      for (const option of Object.values(element.options)) for (const inner of option.value) visit(inner);
  };
  try {
    for (const element of new IntlMessageFormat(text, "en").getAst()) visit(element);
  } catch {
    return undefined;
  }
  return names;
}

/** Whether a text of a pack can stand for the English one: one with a blank that is never filled, or a brace left open, would end the page. */
export function isUsable(translated: string | undefined, english: string): translated is string {
  if (translated === undefined || translated === "") return false;
  const wanted = blanksOf(english);
  const given = blanksOf(translated);
  // English that is no message is said as it stands, and so is what stands for it.
  return wanted === undefined || (given !== undefined && [...given].every((name) => wanted.has(name)));
}
