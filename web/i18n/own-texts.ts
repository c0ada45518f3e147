import { fillText, inBoth, type Language, localeOf, moneyBlanks, spoken, type Text } from "../../src/index.ts";
import { type Blanks, useVoice, type Voice } from "./say.ts";

/** Texts of the page that stand in a list for each of the two languages. */
type Catalogues<Key extends string> = Readonly<Record<"da" | "en", Readonly<Record<Key, string>>>>;

/** Before the page's own keys in a pack: "web.header.help". */
export const KEY_PREFIX = "web.";

/** One of the page's texts in each language. */
export const textOf = <Key extends string>({ da, en }: Catalogues<Key>, key: Key): Text =>
  inBoth((language) =>
    language === "da" ? da[key] : (spoken.told?.(language, `${KEY_PREFIX}${key}`, en[key]) ?? en[key]),
  );

/** How texts that come with a panel are filled in; the page's own are said by its voice. */
export const ownTexts =
  <Key extends string>(catalogues: Catalogues<Key>) =>
  (key: Key, language: Language, blanks?: Blanks): string =>
    fillText(textOf(catalogues, key), language, blanks);

/** What fills a text of a panel's own: its blanks, and those of the case's money. */
export const withMoney = ({ language, currency }: Voice, blanks?: Blanks): Blanks => ({
  ...moneyBlanks(localeOf(language), currency),
  ...blanks,
});

/** The page's voice with the texts that come with a panel. */
export interface OwnVoice<Key extends string> extends Voice {
  readonly tell: (key: Key, blanks?: Blanks) => string;
}

/** The hook by which a panel speaks with its own texts: the same voice for as long as the page's is. */
export function ownVoice<Key extends string>(catalogues: Catalogues<Key>): () => OwnVoice<Key> {
  const filled = ownTexts(catalogues);
  const voices = new WeakMap<Voice, OwnVoice<Key>>();
  return function useOwnVoice() {
    const voice = useVoice();
    const known = voices.get(voice) ?? {
      ...voice,
      tell: (key, blanks) => filled(key, voice.language, withMoney(voice, blanks)),
    };
    voices.set(voice, known);
    return known;
  };
}
