import type { Replay, ReplayStage, StageCounts } from "../compare/replay.ts";
import { catalogue, inBoth, saidIn, type Text } from "../domain/language.ts";
import { type Counts, cellOf, toldIn } from "../kernels/disclosure/shown.ts";
import { fillText, filledText } from "./format.ts";
import { cellWord } from "./shown-measures.ts";

const TEXT = catalogue("report.replay-sentences", {
  stage: { da: "{title}, i kraft fra august {from}", en: "{title}, in force from August {from}" },
  start: {
    da: "Her begynder det: {districts, plural, one {# distrikt} other {# distrikter}} og {sites, plural, one {# skole} other {# skoler}}.",
    en: "Here it begins: {districts, plural, one {# district} other {# districts}} and {sites, plural, one {# school} other {# schools}}.",
  },
  unknownYear: {
    da: "Sagen siger ikke, hvornår nogen af dens planer trådte i kraft, så her er kun planen for i dag.",
    en: "The case does not say when any of its plans took effect, so here is only the plan of today.",
  },
  change: {
    da: "{before, plural, one {# distrikt} other {# distrikter}} blev til {districts, number}, og der var {sites, plural, one {# skole} other {# skoler}}. Elever, der måtte skifte skole: {changed}. Fik ret til gratis befordring: {gained}. Mistede den: {lost}. Regnet med eleverne fra {year}.",
    en: "{before, plural, one {# district} other {# districts}} became {districts, number}, with {sites, plural, one {# school} other {# schools}}. Pupils who had to change school: {changed}. Gained a right to free transport: {gained}. Lost it: {lost}. Computed with the pupils of {year}.",
  },
  counts: {
    da: "Elevtal, der er talt, mens planen gjaldt: {inside, number} af {of, number} ligger inden for prognosens spænd.",
    en: "Pupils counted while the plan held: {inside, number} of {of, number} counts lie within the forecast's range.",
  },
  noCounts: {
    da: "Elevtal, der er talt, mens planen gjaldt: ingen, som prognosen kan holdes op imod.",
    en: "Pupils counted while the plan held: none that the forecast can be held against.",
  },
  hitPromises: {
    da: "{inside, number} af {of, plural, one {ét løfte} other {# løfter}} om penge lå inden for det spænd, som modellen regner sig til.",
    en: "{inside, number} of {of, plural, one {one promise} other {# promises}} of money lay within the range that the model comes to.",
  },
  hitOutcomes: {
    da: "{inside, number} af {of, plural, one {ét beløb} other {# beløb}}, der er gjort op bagefter, lå inden for det spænd, som modellen ventede.",
    en: "{inside, number} of {of, plural, one {one amount} other {# amounts}} accounted for afterwards lay within the range that the model expected.",
  },
  hitCounts: {
    da: "{inside, number} af {of, plural, one {ét elevtal} other {# elevtal}}, der er talt senere, lå inden for prognosens spænd.",
    en: "{inside, number} of {of, plural, one {one number} other {# numbers}} of pupils counted later lay within the forecast's range.",
  },
  nothing: {
    da: "Sagen har hverken løfter om penge eller senere elevtal, som modellen kan prøves på.",
    en: "The case has neither promises of money nor later numbers of pupils to try the model on.",
  },
  notKnown: {
    da: "Hvor meget der virkelig blev sparet, vides ikke: ingen opgørelse bagefter er lagt ind i sagen.",
    en: "How much was really saved is not known: the case holds no accounts from afterwards.",
  },
  notKnownOf: {
    da: "For {rest, plural, one {ét løfte} other {# løfter}} vides det ikke, hvor meget der virkelig blev sparet: ingen opgørelse bagefter er lagt ind i sagen.",
    en: "Of {rest, plural, one {one promise} other {# promises}} it is not known how much was really saved: the case holds no accounts from afterwards.",
  },
  seen: {
    da: "Modellens egne priser er til dels udledt af Holbæks løfter, og prognosens spænd er sat, efter at elevtallene fra Holbæk var kendt. For Holbæk er det derfor ingen uafhængig prøve.",
    en: "The model's own prices are partly derived from Holbæk's promises, and the forecast's ranges were set when Holbæk's pupils had been counted. So for Holbæk this is no independent test.",
  },
} as const satisfies Readonly<Record<string, Text>>);

/** "Byrådets beslutning 2016: fire skoledistrikter, i kraft fra august 2016". */
export const stageTitle = ({ from, plan: { title } }: ReplayStage): Text =>
  inBoth((language) => {
    const said = saidIn(title, language);
    return from === undefined ? said : fillText(TEXT.stage, language, { title: said, from: String(from) });
  });

/** What a step changed for schools and pupils; `before`: the stage before it; `year`: the school year whose pupils are meant. */
export function stageText(
  { from, districts, openSites: sites, change }: ReplayStage,
  before: ReplayStage | undefined,
  { year, counts }: { readonly year: string; readonly counts: Counts },
): Text {
  if (!change || !before)
    return inBoth((language) =>
      [
        ...(from === undefined ? [TEXT.unknownYear[language]] : []),
        fillText(TEXT.start, language, { districts, sites }),
      ].join(" "),
    );
  return inBoth((language) => {
    const told = (pupils: number): string => cellWord(toldIn(counts, cellOf(pupils)), language);
    return fillText(TEXT.change, language, {
      before: before.districts,
      districts,
      sites,
      changed: told(change.changedSite),
      gained: told(change.rightsGained),
      lost: told(change.rightsLost),
      year,
    });
  });
}

/** How many of the counts of a stage lie within the forecast's range. */
export const countsText = (counts: StageCounts | undefined): Text =>
  counts ? filledText(TEXT.counts, { inside: counts.inside, of: counts.of }) : TEXT.noCounts;

/** How often the model's ranges have held, a sentence each for promises, accounts and counts. */
export function hitSentences({ promises, outcomes, counts }: Replay["hits"]): readonly Text[] {
  const rows = [
    [TEXT.hitPromises, promises],
    [TEXT.hitOutcomes, outcomes],
    [TEXT.hitCounts, counts],
  ] as const;
  const told = rows.flatMap(([text, { inside, of }]) => (of > 0 ? [filledText(text, { inside, of })] : []));
  return told.length > 0 ? told : [TEXT.nothing];
}

/** What is not known, and what the hits do not prove; nothing where there is nothing to hit. */
export function replayNotes({ hits: { promises, outcomes, counts } }: Pick<Replay, "hits">): readonly Text[] {
  const rest = promises.of - outcomes.of;
  return [
    ...(rest === 0 ? [] : [outcomes.of === 0 ? TEXT.notKnown : filledText(TEXT.notKnownOf, { rest })]),
    ...(promises.of + counts.of === 0 ? [] : [TEXT.seen]),
  ];
}
