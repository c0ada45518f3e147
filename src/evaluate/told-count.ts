import { counted, numeral } from "../domain/counted.ts";
import { catalogue, filled, type Text } from "../domain/language.ts";
import type { Municipality } from "../domain/municipality.ts";
import { type Counts, countsOf, isFew, nearestFive, SMALLEST_SHOWN } from "../kernels/disclosure/shown.ts";

const TEXT = catalogue("evaluate.told-count", {
  few: { da: "færre end {count}", en: "fewer than {count}" },
  about: { da: "ca. {count}", en: "about {count}" },
});

/** A case, as far as it says whether its pupils are real. */
type Telling = Pick<Municipality, "info">;

/** So many pupils, or places that they lack, as a rule or a problem may tell it: "ca. 40 elever", "færre end 5 pladser". */
export const toldCount = ({ info }: Telling, value: number, noun: "pupils" | "places"): Text =>
  told(countsOf(info), value, (count) => counted(count, noun));

/** The same before a word that stands already: "ca. 40". */
export const toldNumeral = ({ info }: Telling, value: number): Text => told(countsOf(info), value, numeral);

function told(counts: Counts, value: number, write: (count: number) => Text): Text {
  if (isFew(value)) return filled(TEXT.few, { count: write(SMALLEST_SHOWN) });
  if (counts === "exactly" || value === 0) return write(value);
  return filled(TEXT.about, { count: write(nearestFive(value)) });
}
