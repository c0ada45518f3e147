/** Letters that are written in several ways, each as one; "ae" and "æ" alike, also where a name has an "ae" of its own. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/æ|ä|ae/g, "e"],
  [/ø|ö|oe/g, "o"],
  [/å|aa/g, "a"],
];

/**
 * What a name or a typed text is compared by: small letters a to z and digits, words parted by one blank. Whatever somebody's
 * keyboard makes of æ, ø, å and marks comes out the same; a letter before a digit is parted from it ("gade12").
 */
export function folded(text: string): string {
  let plain = text.normalize("NFC").toLowerCase();
  for (const [written, as] of ALIKE) plain = plain.replace(written, as);
  return plain
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/([a-z])(?=\d)/g, "$1 ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** A folded text without its blanks: "Ny Vej" and "Nyvej" are the same to whoever heard the name. */
export const closed = (text: string): string => text.replaceAll(" ", "");

/** Words of street names as they are shortened, folded. */
const SHORT: readonly (readonly [short: string, long: string])[] = [
  ["gl", "gammel"],
  ["gl", "gamle"],
  ["ndr", "nordre"],
  ["sdr", "sondre"],
  ["sdr", "sonder"],
  ["vstr", "vestre"],
  ["st", "store"],
  ["st", "sankt"],
  ["skt", "sankt"],
  ["sct", "sankt"],
  ["ll", "lille"],
  ["dr", "doktor"],
  ["pl", "plads"],
  ["kgs", "kongens"],
];

const MOST_FORMS = 6;

/** The ways in which a name may be typed, folded and closed: with its words shortened and in full. */
export function formsOf(name: string): readonly string[] {
  let forms = [""];
  for (const word of folded(name).split(" ")) {
    const words = [word, ...SHORT.flatMap(([short, long]) => (word === short ? [long] : word === long ? [short] : []))];
    forms = forms.flatMap((form) => words.map((each) => form + each)).slice(0, MOST_FORMS);
  }
  return [...new Set(forms)];
}
