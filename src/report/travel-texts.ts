import { catalogue, filled, inBoth, type Text } from "../domain/language.ts";

const WHO = catalogue("report.travel.who", {
  none: { da: "Ingen elever", en: "No pupils" },
  few: { da: "Færre end fem elever", en: "Fewer than five pupils" },
  some: { da: "{pupils} elever", en: "{pupils} pupils" },
  about: { da: "Ca. {pupils} elever", en: "About {pupils} pupils" },
  hidden: {
    da: "Nogle elever (antallet er skjult for at beskytte små grupper)",
    en: "Some pupils (the number is hidden to protect small groups)",
  },
});
const WHO_OF = catalogue("report.travel.whoOf", {
  some: { da: "{pupils} elever ({share} %)", en: "{pupils} pupils ({share}%)" },
  about: { da: "Ca. {pupils} elever ({share} %)", en: "About {pupils} pupils ({share}%)" },
});

const SAID = catalogue("report.travel.said", {
  changing: { da: "{who} skifter skole.", en: "{who} change school." },
  overflow: {
    da: "{who} er der ikke plads til på deres skole. Hvad det koster at skaffe plads, er ikke regnet med.",
    en: "{who} have no place at their school. What it costs to make room is not counted.",
  },
  gained: {
    da: "{who} får ret til gratis befordring, som de ikke har i dag.",
    en: "{who} gain a right to free transport that they do not have today.",
  },
  lost: { da: "{who} mister retten til gratis befordring.", en: "{who} lose the right to free transport." },
  twice: {
    da: "{who} skifter skole mere end én gang, hvis planerne følger efter hinanden.",
    en: "{who} change school more than once if the plans follow each other.",
  },
  longer: {
    da: "{who} får mere end {km} km længere til skole",
    en: "{who} have a way to school more than {km} km longer than today",
  },
  shorter: {
    da: "{who} får mere end {km} km kortere til skole",
    en: "{who} have a way to school more than {km} km shorter than today",
  },
  noWay: {
    da: "{who} har med planen ingen vej til deres skole i vejdata og er ikke med i afstandene.",
    en: "{who} have no road to their school in the road data under the plan, and are in no distance.",
  },
  noWayToday: {
    da: "{who} har i dag ingen vej til deres skole i vejdata, så ændringen af deres skolevej kan ikke måles.",
    en: "{who} have no road to their school in the road data today, so that the change of their way cannot be measured.",
  },
  townOfAll: { da: "; de bor alle ved {town}", en: "; all of them live near {town}" },
  townOfMost: { da: "; de fleste af dem bor ved {town}", en: "; most of them live near {town}" },
  townOfMostAbout: {
    da: "; de fleste af dem, ca. {there}, bor ved {town}",
    en: "; most of them, about {there}, live near {town}",
  },
  townOfAbout: { da: "; ca. {there} af dem bor ved {town}", en: "; about {there} of them live near {town}" },
  townOfMostAtLeast: {
    da: "; de fleste af dem, mindst {there}, bor ved {town}",
    en: "; most of them, at least {there}, live near {town}",
  },
  townOfAtLeast: {
    da: "; mindst {there} af dem bor ved {town}",
    en: "; at least {there} of them live near {town}",
  },
});

/** What the sentences about pupils say, for none, for one to four, and for a number. */
interface CountTexts {
  readonly none: Text;
  readonly few: Text;
  readonly some: Text;
}

/** Those that stand beside numbers which a small group could be worked out from. */
export interface BlurredTexts extends CountTexts {
  readonly about: Text;
  readonly hidden: Text;
}

/** One sentence with "no", "fewer than five", a number, "about" and a number that is not told in one place. */
const counts = (text: Text, who: BlurredTexts = WHO): BlurredTexts => ({
  none: filled(text, { who: who.none }),
  few: filled(text, { who: who.few }),
  some: filled(text, { who: who.some }),
  about: filled(text, { who: who.about }),
  hidden: filled(text, { who: who.hidden }),
});

export const CHANGED = counts(SAID.changing, { ...WHO, ...WHO_OF });
export const OVERFLOW = counts(SAID.overflow);
export const GAINED = counts(SAID.gained);
export const LOST = counts(SAID.lost);
export const TWICE = counts(SAID.twice);

/** Where they live: more than half of them in one town or not, and whether all of that town's cells are shown. */
interface WhereTexts {
  readonly all: Text;
  readonly most: Text;
  /** Told as many as all of them are, each to the nearest five, though some may live elsewhere. */
  readonly nearlyAll: Text;
  readonly among: Text;
  readonly mostAtLeast: Text;
  readonly amongAtLeast: Text;
}

export type Direction = "longer" | "shorter";

const distance = (text: Text): CountTexts & WhereTexts => {
  const ended = counts(inBoth((language) => `${text[language]}.`));
  const where = (more: Text): Text => counts(inBoth((language) => `${text[language]}${more[language]}.`)).about;
  return {
    none: ended.none,
    few: ended.few,
    some: ended.about,
    all: where(SAID.townOfAll),
    nearlyAll: where(SAID.townOfMost),
    most: where(SAID.townOfMostAbout),
    among: where(SAID.townOfAbout),
    mostAtLeast: where(SAID.townOfMostAtLeast),
    amongAtLeast: where(SAID.townOfAtLeast),
  };
};

export const DISTANCE: Readonly<Record<Direction, CountTexts & WhereTexts>> = {
  longer: distance(SAID.longer),
  shorter: distance(SAID.shorter),
};

export const SAME: Text = catalogue("report.travel.same", {
  da: "Ca. {pupils} elever ({share} %) får højst {km} km længere eller kortere til skole.",
  en: "For about {pupils} pupils ({share}%) the way to school changes by at most {km} km.",
});

export const SAME_OF: Text = catalogue("report.travel.sameOf", {
  da: "Ca. {pupils} af {of} elever ({share} %) får højst {km} km længere eller kortere til skole.",
  en: "For about {pupils} of {of} pupils ({share}%) the way to school changes by at most {km} km.",
});
export const NO_WAY = counts(SAID.noWay);
export const NO_WAY_TODAY = counts(SAID.noWayToday);

export const ADDED: Text = catalogue("report.travel.added", {
  da: "For de {pupils} elever, hvis skolevej vokser mest (én ud af hundrede, dog mindst fem), vokser den i gennemsnit {mean} km, og for hver af dem mindst {least} km.",
  en: "For the {pupils} pupils whose way grows most (one in a hundred, five at least) it grows by {mean} km on average, and for each of them by at least {least} km.",
});
export const NONE_ADDED: Text = catalogue("report.travel.noneAdded", {
  da: "Ingen elever får længere til skole.",
  en: "No pupils have a longer way to school.",
});
export const ADDED_MEAN: Text = catalogue("report.travel.addedMean", {
  da: "For de {pupils} elever, hvis skolevej vokser mest, vokser den i gennemsnit {mean} km.",
  en: "For the {pupils} pupils whose way grows most it grows by {mean} km on average.",
});
export const FARTHEST: Text = catalogue("report.travel.farthest", {
  da: "De {pupils} elever med længst til skole (én ud af hundrede, dog mindst fem) har i gennemsnit {mean} km hver vej.",
  en: "The {pupils} pupils with the longest way to school (one in a hundred, five at least) have {mean} km each way on average.",
});
