import { inBoth, type Language, type Text } from "../domain/language.ts";
import type { Municipality } from "../domain/municipality.ts";
import type { BusTerms, PublicBuses } from "../domain/public-buses.ts";
import { fillText, formatNumber } from "./format.ts";

const TEXT = {
  basis: {
    da: "Offentlige busser er læst i sagens køreplan for ugen fra mandag den {week}. En elev med ret til befordring får buskort, hvor en bus uden skift, på alle ugens skoledage, kører fra et stop højst {walk} m til fods fra hjemmet til et stop højst {walk} m fra skolen og er der mellem kl. {from} og {by}; de andre regnes med i kommunens egen bus eller taxa. En færge er ingen bus. Turen hjem og pladsen i bussen er ikke undersøgt.",
    en: "Public buses were read in the case's timetable for the week from Monday, {week}. A pupil with a right to transport gets a travel card where a bus without a change, on all school days of the week, runs from a stop at most {walk} m on foot from home to a stop at most {walk} m from the school and is there between {from} and {by}; the others are counted in the municipality's own bus or by taxi. A ferry is no bus. The way home and room on the bus were not looked into.",
  },
  register: {
    da: "{key}: {name}\n    {value}; skøn, hvis sagen ikke angiver det i case.json",
    en: "{key}: {name}\n    {value}; an estimate unless the case states it in case.json",
  },
} as const;

const DATES: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  da: new Intl.DateTimeFormat("da-DK", { dateStyle: "long", timeZone: "UTC" }),
  en: new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }),
};

/** "7.45", "7:45". */
const timeOf = (minutes: number, language: Language): string =>
  `${Math.floor(minutes / 60)}${language === "da" ? "." : ":"}${String(minutes % 60).padStart(2, "0")}`;

/** What it rests on that some rights are met by a public bus and others not; nothing where the case has no timetable. */
export const timetableText = ({ publicBuses }: Pick<Municipality, "publicBuses">): Text | undefined =>
  publicBuses && inBoth((language) => fillText(TEXT.basis, language, blanks(publicBuses, language)));

const blanks = ({ week, terms }: PublicBuses, language: Language) => ({
  week: DATES[language].format(new Date(week)),
  walk: formatNumber(terms.walk, 0, language),
  from: timeOf(terms.arriveFrom, language),
  by: timeOf(terms.arriveBy, language),
});

/** What is assumed of a way by bus, with its place in the register of assumptions. */
const TERMS: readonly {
  readonly key: keyof BusTerms;
  readonly name: Text;
  readonly written: (terms: BusTerms, language: Language) => string;
}[] = [
  {
    key: "walk",
    name: {
      da: "Længst til fods fra hjem til stop og fra stop til skole",
      en: "Farthest on foot from home to stop and from stop to school",
    },
    written: ({ walk }, language) => `${formatNumber(walk, 0, language)} m`,
  },
  {
    key: "arriveFrom",
    name: { da: "Bussen tidligst ved skolens stop", en: "The bus at the school's stop at the earliest" },
    written: ({ arriveFrom }, language) => timeOf(arriveFrom, language),
  },
  {
    key: "arriveBy",
    name: { da: "Bussen senest ved skolens stop", en: "The bus at the school's stop at the latest" },
    written: ({ arriveBy }, language) => timeOf(arriveBy, language),
  },
];

/** The same as rows of the register; none without a timetable. */
export const timetableRows = (
  { publicBuses }: Pick<Municipality, "publicBuses">,
  language: Language,
): readonly string[] =>
  publicBuses
    ? TERMS.map(({ key, name, written }) =>
        fillText(TEXT.register, language, {
          key: `publicBuses.${key}`,
          name: name[language],
          value: written(publicBuses.terms, language),
        }),
      )
    : [];
