import { catalogue, inBoth, perLanguage, type Text } from "./language.ts";

const numbers = perLanguage((locale) => new Intl.NumberFormat(locale));

/** A number as each language writes it: "1.200,5" and "1,200.5". */
export const numeral = (value: number): Text => inBoth((language) => numbers(language).format(value));

/** What is counted in rules and reasons: one of them, and any other number. */
const NOUNS = catalogue("domain.counted", {
  pupils: { one: { da: "elev", en: "pupil" }, many: { da: "elever", en: "pupils" } },
  places: { one: { da: "plads", en: "place" }, many: { da: "pladser", en: "places" } },
  sites: { one: { da: "skole", en: "school" }, many: { da: "skoler", en: "schools" } },
  districts: { one: { da: "distrikt", en: "district" }, many: { da: "distrikter", en: "districts" } },
  units: { one: { da: "basisområde", en: "unit" }, many: { da: "basisområder", en: "units" } },
} as const satisfies Readonly<Record<string, { one: Text; many: Text }>>);

/** "1 elev", "1.200 elever". */
export function counted(value: number, noun: keyof typeof NOUNS): Text {
  const word = NOUNS[noun][value === 1 ? "one" : "many"];
  return inBoth((language) => `${numbers(language).format(value)} ${word[language]}`);
}
