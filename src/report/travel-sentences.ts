import { type Cell, cellOf, type Fairness, type FairnessRow } from "../compare/fairness/fairness.ts";
import type { MovedAgain } from "../compare/fairness/moved-again.ts";
import type { WorstOff } from "../compare/fairness/worst-off.ts";
import type { Text } from "../domain/language.ts";
import { kilometres, percent, type Sentence, sentence, whole } from "./sentence.ts";

/** What a plan does to pupils, as published: every number comes from cells that are shown. */
export interface PupilEffects {
  readonly fairness: Fairness;
  readonly changedSite: Cell;
  readonly rightsGained: Cell;
  readonly rightsLost: Cell;
}

export const pupilEffects = (
  fairness: Fairness,
  counts: { readonly changedSite: number; readonly rightsGained: number; readonly rightsLost: number },
): PupilEffects => ({
  fairness,
  changedSite: cellOf(counts.changedSite),
  rightsGained: cellOf(counts.rightsGained),
  rightsLost: cellOf(counts.rightsLost),
});

/** A sentence for each effect on pupils, in the order in which people ask. */
export function travelSentences({
  fairness,
  changedSite,
  rightsGained,
  rightsLost,
}: PupilEffects): readonly Sentence[] {
  return [
    ...counted("changed-site", changedSite, CHANGED, fairness.pupils),
    ...byDistance(fairness, "longer"),
    ...byDistance(fairness, "shorter"),
    ...aboutTheSame(fairness),
    ...counted("right-gained", rightsGained, GAINED),
    ...counted("right-lost", rightsLost, LOST),
    ...(fairness.mostAdded ? [mostAdded(fairness.mostAdded)] : []),
    ...(fairness.farthest ? [farthest(fairness.farthest)] : []),
  ];
}

/** Pupils who change school more than once when plans follow each other. */
export const movedAgainSentences = ({ twice }: MovedAgain): readonly Sentence[] => counted("moved-twice", twice, TWICE);

interface CountTexts {
  readonly none: Text;
  readonly few: Text;
  readonly some: Text;
}

const CHANGED: CountTexts = {
  none: { da: "Ingen elever skifter skole.", en: "No pupils change school." },
  few: { da: "Færre end fem elever skifter skole.", en: "Fewer than five pupils change school." },
  some: {
    da: "{pupils} elever skifter skole, det er {share} % af alle.",
    en: "{pupils} pupils change school, which is {share}% of all.",
  },
};
const GAINED: CountTexts = {
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
const LOST: CountTexts = {
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
const TWICE: CountTexts = {
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

function counted(key: string, cell: Cell, texts: CountTexts, of?: number): readonly Sentence[] {
  if (cell.kind === "hidden") return [];
  if (cell.kind === "few") return [sentence(key, texts.few)];
  if (cell.pupils === 0) return [sentence(key, texts.none)];
  const share = of === undefined || of === 0 ? {} : { share: percent(cell.pupils / of) };
  return [sentence(key, texts.some, { pupils: whole(cell.pupils), ...share })];
}

type Direction = "longer" | "shorter";

const DISTANCE: Readonly<Record<Direction, CountTexts & { readonly most: Text; readonly among: Text }>> = {
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
  },
};

/** Two kilometres is what people feel; half a kilometre where nobody gets so far, five where smaller groups had to be merged. */
const THRESHOLDS = [2000, 500, 5000] as const;
const LEAST = 500;

function byDistance({ bands, beyond: howMany, tables }: Fairness, direction: Direction): readonly Sentence[] {
  if (bands.length === 0) return [];
  const texts = DISTANCE[direction];
  const beyond = (limit: number): number[] =>
    bands.flatMap(({ over, upTo }, band) => ((direction === "longer" ? over >= limit : upTo <= -limit) ? [band] : []));
  const edge = (limit: number): boolean =>
    bands.some(({ over, upTo }) => (direction === "longer" ? over === limit : upTo === -limit));
  const count = (limit: number): number => beyond(limit).reduce((sum, band) => sum + bands[band].pupils, 0);
  const limit = THRESHOLDS.find((threshold) => edge(threshold) && count(threshold) > 0);
  if (limit === undefined) {
    if (howMany[direction] === "none") return [sentence(direction, texts.none, { km: kilometres(LEAST) })];
    if (howMany[direction] === "few") return [sentence(direction, texts.few, { km: kilometres(LEAST) })];
    // A small middle was merged with the band beside it; what can be said is that nobody gets beyond that.
    const last = Math.max(...bands.map(({ over, upTo, pupils }) => reachOf(direction, over, upTo, pupils)));
    return last === Infinity ? [] : [sentence(direction, texts.none, { km: kilometres(last) })];
  }
  const figures = { pupils: whole(count(limit)), km: kilometres(limit) };
  const towns = tables.find(({ key }) => key === "town")?.rows ?? [];
  const top = townWithMost(towns, beyond(limit));
  if (!top || towns.length < 2) return [sentence(direction, texts.some, figures)];
  const template = 2 * top.pupils > count(limit) ? texts.most : texts.among;
  return [sentence(direction, template, { ...figures, there: whole(top.pupils) }, { town: top.name })];
}

/** How far a band with pupils reaches in a direction; zero where it has none. */
const reachOf = (direction: Direction, over: number, upTo: number, pupils: number): number =>
  pupils === 0 ? 0 : direction === "longer" ? upTo : -over;

/** Among towns all of whose cells in these bands are shown; so a town's number never says more than the table does. */
function townWithMost(
  rows: readonly FairnessRow[],
  bands: readonly number[],
): { readonly name: Text; readonly pupils: number } | undefined {
  return rows
    .flatMap(({ name, cells }) => {
      const counts = bands.map((band) => cells[band]);
      if (counts.some(({ kind }) => kind !== "count")) return [];
      return [{ name, pupils: counts.reduce((sum, cell) => sum + (cell.kind === "count" ? cell.pupils : 0), 0) }];
    })
    .filter(({ pupils }) => pupils > 0)
    .toSorted((a, b) => b.pupils - a.pupils)[0];
}

const SAME: Text = {
  da: "{pupils} elever ({share} %) får højst {km} km længere eller kortere til skole.",
  en: "{pupils} pupils ({share}%) get at most {km} km farther or nearer to school.",
};

function aboutTheSame({ bands, pupils }: Fairness): readonly Sentence[] {
  const middle = bands.find(({ over, upTo }) => over < 0 && upTo > 0);
  if (!middle || middle.pupils === 0 || middle.over !== -middle.upTo || middle.upTo === Infinity) return [];
  const figures = { pupils: whole(middle.pupils), share: percent(middle.pupils / pupils) };
  return [sentence("same", SAME, { ...figures, km: kilometres(middle.upTo) })];
}

const ADDED: Text = {
  da: "De {pupils} elever, der får mest længere til skole (én ud af hundrede), får i gennemsnit {mean} km længere, og hver af dem mindst {least} km.",
  en: "The {pupils} pupils who get the most farther to school (one in a hundred) get {mean} km farther on average, and each of them at least {least} km.",
};
const NONE_ADDED: Text = { da: "Ingen elever får længere til skole.", en: "No pupils get farther to school." };
const ADDED_MEAN: Text = {
  da: "De {pupils} elever, der får mest længere til skole, får i gennemsnit {mean} km længere.",
  en: "The {pupils} pupils who get the most farther to school get {mean} km farther on average.",
};
const FARTHEST: Text = {
  da: "De {pupils} elever, der får længst til skole (én ud af hundrede), har i gennemsnit {mean} km hver vej.",
  en: "The {pupils} pupils with the longest way to school (one in a hundred) have {mean} km each way on average.",
};

/** Rounded down, so that "at least" is true. */
const atLeast = (metres: number) => kilometres(100 * Math.floor(metres / 100));

function mostAdded({ pupils, mean, threshold }: WorstOff): Sentence {
  if (mean <= 0) return sentence("most-added", NONE_ADDED);
  const figures = { pupils: whole(pupils), mean: kilometres(mean) };
  if (threshold < 100) return sentence("most-added", ADDED_MEAN, figures);
  return sentence("most-added", ADDED, { ...figures, least: atLeast(threshold) });
}

const farthest = ({ pupils, mean }: WorstOff): Sentence =>
  sentence("farthest", FARTHEST, { pupils: whole(pupils), mean: kilometres(mean) });
