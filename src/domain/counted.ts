import type { Language, Text } from "./language.ts";

const NUMBERS: Readonly<Record<Language, Intl.NumberFormat>> = {
  da: new Intl.NumberFormat("da-DK"),
  en: new Intl.NumberFormat("en-GB"),
};

/** A number as each language writes it: "1.200,5" and "1,200.5". */
export const numeral = (value: number): Text => ({ da: NUMBERS.da.format(value), en: NUMBERS.en.format(value) });

/** What is counted in rules and reasons: one of them, and any other number. */
const NOUNS = {
  pupils: { one: { da: "elev", en: "pupil" }, many: { da: "elever", en: "pupils" } },
  places: { one: { da: "plads", en: "place" }, many: { da: "pladser", en: "places" } },
  sites: { one: { da: "skole", en: "school" }, many: { da: "skoler", en: "schools" } },
  districts: { one: { da: "distrikt", en: "district" }, many: { da: "distrikter", en: "districts" } },
  units: { one: { da: "basisområde", en: "unit" }, many: { da: "basisområder", en: "units" } },
} as const satisfies Readonly<Record<string, { one: Text; many: Text }>>;

/** "1 elev", "1.200 elever". */
export function counted(value: number, noun: keyof typeof NOUNS): Text {
  const written = numeral(value);
  const { da, en } = NOUNS[noun][value === 1 ? "one" : "many"];
  return { da: `${written.da} ${da}`, en: `${written.en} ${en}` };
}
