import type { Text } from "../domain/language.ts";

/** What the sentences about pupils say, for none, for one to four, and for a number. */
export interface CountTexts {
  readonly none: Text;
  readonly few: Text;
  readonly some: Text;
}

export const CHANGED: CountTexts = {
  none: { da: "Ingen elever skifter skole.", en: "No pupils change school." },
  few: { da: "Færre end fem elever skifter skole.", en: "Fewer than five pupils change school." },
  some: {
    da: "{pupils} elever skifter skole, det er {share} % af alle.",
    en: "{pupils} pupils change school, which is {share}% of all.",
  },
};
export const GAINED: CountTexts = {
  none: {
    da: "Ingen får ret til gratis befordring, som de ikke har i dag.",
    en: "Nobody gains a right to free transport that they do not have today.",
  },
  few: {
    da: "Færre end fem elever får ret til gratis befordring, som de ikke har i dag.",
    en: "Fewer than five pupils gain a right to free transport that they do not have today.",
  },
  some: {
    da: "{pupils} elever får ret til gratis befordring, som de ikke har i dag.",
    en: "{pupils} pupils gain a right to free transport that they do not have today.",
  },
};
export const LOST: CountTexts = {
  none: { da: "Ingen mister retten til gratis befordring.", en: "Nobody loses the right to free transport." },
  few: {
    da: "Færre end fem elever mister retten til gratis befordring.",
    en: "Fewer than five pupils lose the right to free transport.",
  },
  some: {
    da: "{pupils} elever mister retten til gratis befordring.",
    en: "{pupils} pupils lose the right to free transport.",
  },
};
export const TWICE: CountTexts = {
  none: {
    da: "Ingen elever skifter skole mere end én gang, hvis planerne følger efter hinanden.",
    en: "No pupils change school more than once if the plans follow each other.",
  },
  few: {
    da: "Færre end fem elever skifter skole mere end én gang, hvis planerne følger efter hinanden.",
    en: "Fewer than five pupils change school more than once if the plans follow each other.",
  },
  some: {
    da: "{pupils} elever skifter skole to gange eller flere, hvis planerne følger efter hinanden.",
    en: "{pupils} pupils change school twice or more if the plans follow each other.",
  },
};

/** Where they live: more than half of them in one town or not, and whether all of that town's cells are shown. */
export interface WhereTexts {
  readonly most: Text;
  readonly among: Text;
  readonly mostAtLeast: Text;
  readonly amongAtLeast: Text;
}

export type Direction = "longer" | "shorter";

export const DISTANCE: Readonly<Record<Direction, CountTexts & WhereTexts>> = {
  longer: {
    none: {
      da: "Ingen elever får mere end {km} km længere til skole.",
      en: "No pupils get more than {km} km farther to school.",
    },
    few: {
      da: "Færre end fem elever får mere end {km} km længere til skole.",
      en: "Fewer than five pupils get more than {km} km farther to school.",
    },
    some: {
      da: "{pupils} elever får mere end {km} km længere til skole.",
      en: "{pupils} pupils get more than {km} km farther to school.",
    },
    most: {
      da: "{pupils} elever får mere end {km} km længere til skole; de fleste af dem, {there}, bor ved {town}.",
      en: "{pupils} pupils get more than {km} km farther to school; most of them, {there}, live near {town}.",
    },
    among: {
      da: "{pupils} elever får mere end {km} km længere til skole; {there} af dem bor ved {town}.",
      en: "{pupils} pupils get more than {km} km farther to school; {there} of them live near {town}.",
    },
    mostAtLeast: {
      da: "{pupils} elever får mere end {km} km længere til skole; de fleste af dem, mindst {there}, bor ved {town}.",
      en: "{pupils} pupils get more than {km} km farther to school; most of them, at least {there}, live near {town}.",
    },
    amongAtLeast: {
      da: "{pupils} elever får mere end {km} km længere til skole; mindst {there} af dem bor ved {town}.",
      en: "{pupils} pupils get more than {km} km farther to school; at least {there} of them live near {town}.",
    },
  },
  shorter: {
    none: {
      da: "Ingen elever får mere end {km} km kortere til skole.",
      en: "No pupils get more than {km} km nearer to school.",
    },
    few: {
      da: "Færre end fem elever får mere end {km} km kortere til skole.",
      en: "Fewer than five pupils get more than {km} km nearer to school.",
    },
    some: {
      da: "{pupils} elever får mere end {km} km kortere til skole.",
      en: "{pupils} pupils get more than {km} km nearer to school.",
    },
    most: {
      da: "{pupils} elever får mere end {km} km kortere til skole; de fleste af dem, {there}, bor ved {town}.",
      en: "{pupils} pupils get more than {km} km nearer to school; most of them, {there}, live near {town}.",
    },
    among: {
      da: "{pupils} elever får mere end {km} km kortere til skole; {there} af dem bor ved {town}.",
      en: "{pupils} pupils get more than {km} km nearer to school; {there} of them live near {town}.",
    },
    mostAtLeast: {
      da: "{pupils} elever får mere end {km} km kortere til skole; de fleste af dem, mindst {there}, bor ved {town}.",
      en: "{pupils} pupils get more than {km} km nearer to school; most of them, at least {there}, live near {town}.",
    },
    amongAtLeast: {
      da: "{pupils} elever får mere end {km} km kortere til skole; mindst {there} af dem bor ved {town}.",
      en: "{pupils} pupils get more than {km} km nearer to school; at least {there} of them live near {town}.",
    },
  },
};

export const SAME: Text = {
  da: "{pupils} elever ({share} %) får højst {km} km længere eller kortere til skole.",
  en: "{pupils} pupils ({share}%) get at most {km} km farther or nearer to school.",
};

export const ADDED: Text = {
  da: "De {pupils} elever, der får mest længere til skole (én ud af hundrede), får i gennemsnit {mean} km længere, og hver af dem mindst {least} km.",
  en: "The {pupils} pupils who get the most farther to school (one in a hundred) get {mean} km farther on average, and each of them at least {least} km.",
};
export const NONE_ADDED: Text = { da: "Ingen elever får længere til skole.", en: "No pupils get farther to school." };
export const ADDED_MEAN: Text = {
  da: "De {pupils} elever, der får mest længere til skole, får i gennemsnit {mean} km længere.",
  en: "The {pupils} pupils who get the most farther to school get {mean} km farther on average.",
};
export const FARTHEST: Text = {
  da: "De {pupils} elever, der får længst til skole (én ud af hundrede), har i gennemsnit {mean} km hver vej.",
  en: "The {pupils} pupils with the longest way to school (one in a hundred) have {mean} km each way on average.",
};
