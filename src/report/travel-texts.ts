import { catalogue, type Text } from "../domain/language.ts";

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
const counts = (da: (who: string) => string, en: (who: string) => string): BlurredTexts => ({
  none: { da: da("Ingen elever"), en: en("No pupils") },
  few: { da: da("Færre end fem elever"), en: en("Fewer than five pupils") },
  some: { da: da("{pupils} elever"), en: en("{pupils} pupils") },
  about: { da: da("Ca. {pupils} elever"), en: en("About {pupils} pupils") },
  hidden: {
    da: da("Nogle elever (antallet er skjult for at beskytte små grupper)"),
    en: en("Some pupils (the number is hidden to protect small groups)"),
  },
});

const CHANGING = counts(
  (who) => `${who} skifter skole.`,
  (who) => `${who} change school.`,
);
const withShare = ({ da, en }: Text): Text => ({
  da: da.replace(" elever", " elever ({share} %)"),
  en: en.replace(" pupils", " pupils ({share}%)"),
});
export const CHANGED: BlurredTexts = {
  ...CHANGING,
  some: withShare(CHANGING.some),
  about: withShare(CHANGING.about),
};
export const OVERFLOW = counts(
  (who) => `${who} er der ikke plads til på deres skole. Hvad det koster at skaffe plads, er ikke regnet med.`,
  (who) => `${who} have no place at their school. What it costs to make room is not counted.`,
);
export const GAINED = counts(
  (who) => `${who} får ret til gratis befordring, som de ikke har i dag.`,
  (who) => `${who} gain a right to free transport that they do not have today.`,
);
export const LOST = counts(
  (who) => `${who} mister retten til gratis befordring.`,
  (who) => `${who} lose the right to free transport.`,
);
export const TWICE = counts(
  (who) => `${who} skifter skole mere end én gang, hvis planerne følger efter hinanden.`,
  (who) => `${who} change school more than once if the plans follow each other.`,
);

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

const ended = ({ da: danish, en: english }: Text, more: Text = { da: "", en: "" }): Text => ({
  da: `${danish}${more.da}.`,
  en: `${english}${more.en}.`,
});

const distance = (da: string, en: string): CountTexts & WhereTexts => {
  const all = counts(
    (who) => `${who} får mere end {km} km ${da} til skole`,
    (who) => `${who} have a way to school more than {km} km ${en} than today`,
  );
  const where = (more: Text): Text => ended(all.about, more);
  return {
    none: ended(all.none),
    few: ended(all.few),
    some: ended(all.about),
    all: where({ da: "; de bor alle ved {town}", en: "; all of them live near {town}" }),
    nearlyAll: where({ da: "; de fleste af dem bor ved {town}", en: "; most of them live near {town}" }),
    most: where({
      da: "; de fleste af dem, ca. {there}, bor ved {town}",
      en: "; most of them, about {there}, live near {town}",
    }),
    among: where({ da: "; ca. {there} af dem bor ved {town}", en: "; about {there} of them live near {town}" }),
    mostAtLeast: where({
      da: "; de fleste af dem, mindst {there}, bor ved {town}",
      en: "; most of them, at least {there}, live near {town}",
    }),
    amongAtLeast: where({
      da: "; mindst {there} af dem bor ved {town}",
      en: "; at least {there} of them live near {town}",
    }),
  };
};

export const DISTANCE: Readonly<Record<Direction, CountTexts & WhereTexts>> = {
  longer: distance("længere", "longer"),
  shorter: distance("kortere", "shorter"),
};

export const SAME: Text = catalogue("report.travel.same", {
  da: "Ca. {pupils} elever ({share} %) får højst {km} km længere eller kortere til skole.",
  en: "For about {pupils} pupils ({share}%) the way to school changes by at most {km} km.",
});

export const SAME_OF: Text = catalogue("report.travel.sameOf", {
  da: "Ca. {pupils} af {of} elever ({share} %) får højst {km} km længere eller kortere til skole.",
  en: "For about {pupils} of {of} pupils ({share}%) the way to school changes by at most {km} km.",
});
export const NO_WAY = counts(
  (who) => `${who} har med planen ingen vej til deres skole i vejdata og er ikke med i afstandene.`,
  (who) => `${who} have no road to their school in the road data under the plan, and are in no distance.`,
);
export const NO_WAY_TODAY = counts(
  (who) => `${who} har i dag ingen vej til deres skole i vejdata, så ændringen af deres skolevej kan ikke måles.`,
  (who) =>
    `${who} have no road to their school in the road data today, so that the change of their way cannot be measured.`,
);

export const ADDED: Text = catalogue("report.travel.added", {
  da: "For de {pupils} elever, hvis skolevej vokser mest (én ud af hundrede), vokser den i gennemsnit {mean} km, og for hver af dem mindst {least} km.",
  en: "For the {pupils} pupils whose way grows most (one in a hundred) it grows by {mean} km on average, and for each of them by at least {least} km.",
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
  da: "De {pupils} elever med længst til skole (én ud af hundrede) har i gennemsnit {mean} km hver vej.",
  en: "The {pupils} pupils with the longest way to school (one in a hundred) have {mean} km each way on average.",
});
