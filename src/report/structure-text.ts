import { formatBands, gradesInWords, type Grades } from "../domain/grades.ts";
import { catalogue, inBoth, type Language, type Text } from "../domain/language.ts";
import { unreachable } from "../domain/outcome.ts";
import { writtenDate } from "../domain/written-date.ts";
import { type CalendarEntry, earliestStart, isPast, listed } from "../rules/calendar.ts";
import { CONTINUES, procedureFor, SAME_LIMITS, type StructureChange } from "../rules/structure-change.ts";
import { filledText } from "./format.ts";

const TEXT = catalogue("report.structure.text", {
  merged: {
    da: "{schools} lægges sammen til {into}. {continues} antages at fortsætte.",
    en: "{schools} merge into {into}. {continues} is assumed to go on.",
  },
  split: {
    da: "{school} deles i {into}. {continues} antages at fortsætte; resten er nye skoler.",
    en: "{school} is split into {into}. {continues} is assumed to go on; the rest are new schools.",
  },
  sharedOut: {
    da: "{school} deles mellem {into} og fortsætter ikke selv.",
    en: "{school} is shared out between {into} and does not go on itself.",
  },
  closed: {
    da: "{schools} lukker med alle afdelinger.",
    en: "{schools} {count, plural, one {closes, with all its sites} other {close, with all their sites}}.",
  },
  opened: {
    da: "{schools} {count, plural, one {er en ny skole} other {er nye skoler}}.",
    en: "{schools} {count, plural, one {is a new school} other {are new schools}}.",
  },
  moved: { da: "Afdelingen {site} flytter fra {from} til {to}.", en: "The site {site} moves from {from} to {to}." },
  siteClosed: {
    da: "Afdelingen {site} i {school} lukker.",
    en: "The site {site} of {school} closes.",
  },
  siteOpened: { da: "Afdelingen {site} åbner i {school}.", en: "The site {site} opens in {school}." },
  grades: {
    da: "{site} går fra {from} til {to}.",
    en: "{site} goes from {from} to {to}.",
  },
  borders: {
    da: "Grænserne mellem skoledistrikterne ændres for {schools}.",
    en: "The borders between the school districts change for {schools}.",
  },
  within: {
    da: "Områder skifter afdeling inden for {schools}.",
    en: "Areas change site within {schools}.",
  },
  ceasing: {
    da: "Efter loven nedlægges {count, plural, one {én skole} other {# skoler}}.",
    en: "By the law {count, plural, one {one school is} other {# schools are}} closed.",
  },
  merging: {
    da: "En skole, der lægges sammen med en anden, tæller som nedlagt, fordi den ikke længere har sin egen bestyrelse og leder.",
    en: "A school that merges with another counts as closed, since it no longer has a board and a leader of its own.",
  },
  splitting: {
    da: "En deling giver nye skoler. Den følger her samme fremgangsmåde, som når en skole nedlægges; det gjorde Holbæk i 2021.",
    en: "A split makes new schools. Here it follows the same procedure as when a school is closed; so did Holbæk in 2021.",
  },
  boardsOnly: {
    da: "Ingen skole nedlægges. Byrådet skal alligevel høre skolebestyrelserne, før det beslutter i et møde.",
    en: "No school is closed. The council must still hear the school boards before it decides in a meeting.",
  },
  boards: {
    da: "Skolebestyrelser, der skal høres: {schools}.",
    en: "School boards that must be heard: {schools}.",
  },
  none: {
    da: "Planen ændrer hverken skoler, klassetrin eller skoledistrikter. Der er ikke noget at beslutte.",
    en: "The plan changes neither schools, grades nor school districts. There is nothing to decide.",
  },
} as const satisfies Readonly<Record<string, Text>>);

type Blanks = NonNullable<Parameters<typeof filledText>[1]>;
const filled = (key: keyof typeof TEXT, blanks: Blanks = {}): Text => filledText(TEXT[key], blanks);

const some = (key: keyof typeof TEXT, names: readonly string[]): readonly Text[] =>
  names.length === 0 ? [] : [filled(key, { schools: listed(names), count: names.length })];

/** What a plan does to the schools, a sentence each; what the law asks then, and whose boards are heard. */
export function structureSentences(grades: Grades, change: StructureChange): readonly Text[] {
  if (grades.law.kind === "plain") return [...changes(grades, change), ...assumed(change, CONTINUES)];
  const settled = filledText(SETTLED, { continues: CONTINUES, limits: SAME_LIMITS });
  return [
    ...changes(grades, change),
    ...procedures(change),
    ...some("boards", change.boards),
    ...assumed(change, settled),
  ];
}

const changes = (grades: Grades, change: StructureChange): readonly Text[] => [
  ...change.merged.map(({ schools, into, continues }) =>
    filled("merged", { schools: listed(schools), into, continues }),
  ),
  ...change.split.map(({ school, into, continues }) =>
    continues === undefined
      ? filled("sharedOut", { school, into: listed(into) })
      : filled("split", { school, into: listed(into), continues }),
  ),
  ...some("closed", change.closed),
  ...some("opened", change.opened),
  ...change.moved.map(({ site, from, to }) => filled("moved", { site, from, to })),
  ...change.sitesClosed.map(({ site, school }) => filled("siteClosed", { site, school })),
  ...change.sitesOpened.map(({ site, school }) => filled("siteOpened", { site, school })),
  ...change.grades.map(({ site, from, to }) =>
    filled("grades", {
      site,
      from: gradesInWords(formatBands(grades, from)),
      to: gradesInWords(formatBands(grades, to)),
    }),
  ),
  ...some("borders", change.borders),
  ...some("within", change.within),
];

function procedures(change: StructureChange): readonly Text[] {
  const procedure = procedureFor(change);
  switch (procedure) {
    case "none":
      return [filled("none")];
    case "boards":
      return [filled("boardsOnly")];
    case "closing":
      return [
        ...some("ceasing", change.ceasing),
        ...(change.merged.length > 0 ? [filled("merging")] : []),
        ...(change.split.length > 0 ? [filled("splitting")] : []),
      ];
    default:
      return unreachable(procedure);
  }
}

/** Which school goes on, and that the law's time limits do not hang on it. */
const SETTLED: Text = catalogue("report.structure.settled", { da: "{continues} {limits}", en: "{continues} {limits}" });

const assumed = ({ merged, split }: StructureChange, said: Text): readonly Text[] =>
  merged.length + split.length > 0 ? [said] : [];

const PASSED: Text = catalogue("report.structure.passed", { da: "Datoen er passeret.", en: "The date has passed." });

/** What is to be done by a date, and that it has passed where it has. */
export const entryWords = (entry: CalendarEntry, today: string): Text =>
  inBoth((language) => [entry.what, ...(isPast(entry, today) ? [PASSED] : [])].map((each) => each[language]).join(" "));

const TOO_LATE: Text = catalogue("report.structure.tooLate", {
  da: "Planen kan ikke nå at gælde fra august {start}: fristerne er helt eller delvis passeret. Den kan tidligst gælde fra august {earliest}.",
  en: "The plan can no longer hold from August {start}: time limits have passed, some or all. It can hold from August {earliest} at the earliest.",
});

/** That a plan can no longer hold from the year asked for, where its first date has passed by today, ISO. */
export function tooLate(
  startYear: number,
  change: StructureChange,
  entries: readonly CalendarEntry[],
  today: string,
): Text | undefined {
  if (!entries.some((entry) => isPast(entry, today))) return undefined;
  const earliest = String(earliestStart(procedureFor(change), today));
  return filledText(TOO_LATE, { start: String(startYear), earliest });
}

/** The calendar as text, a line a date. */
export const calendarText = (entries: readonly CalendarEntry[], today: string, language: Language): string =>
  entries
    .map(
      (entry) =>
        `${writtenDate(entry.date, language).padEnd(17)}  ${entry.title[language]}. ${entryWords(entry, today)[language]}`,
    )
    .join("\n");
