import { filledText, formatNumber, inBoth, type Said, type Text } from "../../src/index.ts";
import { CATALOGUES } from "./catalogues.ts";
import { textOf } from "./own-texts.ts";
import type { MessageKey } from "./say.ts";

/** A text of the page with its blanks filled in, in every language: what an edit did is kept with it. A blank may be in all as well. */
export const noteText = (key: MessageKey, blanks?: Readonly<Record<string, Said | number>>): Text =>
  filledText(textOf<MessageKey>(CATALOGUES, key), blanks);

/** A whole number as each language writes it. */
export const inBothTexts = (count: number): Text => inBoth((language) => formatNumber(count, 0, language));
