import { gradesHere } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import { type Grades, gradesText, inBoth, type Text } from "../../../src/index.ts";
import type { NamedWish } from "../../draw/wishes.ts";
import { ownTexts, textOf } from "../../i18n/own-texts.ts";
import { type Blanks, useVoice, type Voice } from "../../i18n/say.ts";
import { daWish, enWish, type WishKey } from "../../i18n/wish-texts.ts";

/** The page's voice with the texts about wishes, which come when they are needed. */
export interface WishVoice extends Voice {
  readonly grades: Grades;
  readonly wish: (key: WishKey, blanks?: Blanks) => string;
}

const WISH = { da: daWish, en: enWish };
export const filled = ownTexts<WishKey>(WISH);

export function useWishVoice(): WishVoice {
  const voice = useVoice();
  const grades = useSelect(gradesHere);
  return { ...voice, grades, wish: (key, blanks) => filled(key, voice.language, blanks) };
}

/** What a wish is about: "Udby Skole", "pladserne på Tuse Skole i 7.-9. klasse". */
export function subjectOf(grades: Grades, { is }: Pick<NamedWish, "is">): Text {
  if (is.kind === "lock") return is.lock.name;
  if (is.kind === "together") return textOf(WISH, "wish.together");
  const bands = gradesText(grades, [is.band]);
  return inBoth((language) => filled("wish.places", language, { site: is.name, band: bands[language] }));
}

/** A wish as it is named among others: "Udby Skole er låst". */
export function wishInWords(
  { grades, wish, read }: Pick<WishVoice, "grades" | "wish" | "read">,
  named: NamedWish,
): string {
  const name = read(subjectOf(grades, named));
  if (named.is.kind !== "lock") return name;
  return wish("pairs" in named.is.lock.what ? "wish.areas" : "wish.locked", { name });
}

/** What is kept with the step that gives a school more places; a number of a few signs is written alike in every language. */
export const widenedText = (grades: Grades, named: NamedWish, more: number): Text => {
  const name = subjectOf(grades, named);
  return inBoth((language) => filled("wish.widened", language, { name: name[language], more }));
};

/** What is kept with the step that lets go of places. */
export const freedText = (grades: Grades, named: NamedWish): Text => {
  const name = subjectOf(grades, named);
  return inBoth((language) => filled("wish.freed", language, { name: name[language] }));
};
