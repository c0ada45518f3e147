import { writtenDate } from "../domain/written-date.ts";
import { catalogue, inBoth, type Language, type Text } from "../domain/language.ts";
import type { Municipality } from "../domain/municipality.ts";
import { type BusTerms, type PublicBuses, strictTerms } from "../domain/public-buses.ts";
import { stopsAtSchoolTime } from "../evaluate/stops-at-school-time.ts";
import { fillText, formatNumber } from "./format.ts";

const TEXT = catalogue("report.timetable.text", {
  basis: {
    da: "Offentlige busser er læst i sagens køreplan for ugen fra mandag den {week}. En offentlig bus passer for en elev med ret til befordring, hvor der alle ugens skoledage er en bus både til skole og hjem igen, højst {walk} m til fods mellem hjem og stop og mellem stop og skole. Om morgenen er bussen ved skolens stop mellem kl. {from} og {by}, og om eftermiddagen kører den derfra mellem kl. {leaveFrom} og {leaveBy}. {change} Hvor der er højst {half} m til fods i hver ende, og bussen kører hele vejen uden skift, regnes eleven altid med buskort. Hvor vejen er længere til fods eller med skift, er det i tvivl, om kommunen må køre eleven selv: der bruges registrets skøn (withoutPublicBus). De øvrige regnes altid med i kommunens egen bus eller taxa. En færge er ingen bus. Om der er plads i bussen, er ikke undersøgt.",
    en: "Public buses were read in the case's timetable for the week from Monday, {week}. A public bus serves a pupil with a right to transport where on all school days of the week there is a bus both to school and home again, at most {walk} m on foot between home and stop and between stop and school. In the morning the bus is at the school's stop between {from} and {by}, and in the afternoon it leaves from there between {leaveFrom} and {leaveBy}. {change} With at most {half} m on foot at either end and a bus all the way without a change, the pupil is always counted with a travel card. With a longer way on foot or a change it is in doubt whether the municipality has to drive the pupil itself: there the register's estimate is used (withoutPublicBus). All others are always counted in the municipality's own bus or by taxi. A ferry is no bus. Whether there is room on the bus was not looked into.",
  },
  change: {
    da: "Undervejs må der skiftes bus én gang, med højst {walk} m at gå og fra {least} til {most} minutter imellem.",
    en: "There may be one change of bus, with at most {walk} m to walk and from {least} to {most} minutes between.",
  },
  stops: {
    da: "Stoppesteder med en bus, der er fremme, når skolen begynder, og en, der kører derfra, når den er slut, alle ugens skoledage: {both, number}. Kun om morgenen: {morning, number}; kun om eftermiddagen: {afternoon, number}. De står med antal ture i filen fra --geojson.",
    en: "Stops with a bus that is there when school begins and one that leaves when it has ended, on all school days of the week: {both, number}. In the morning alone: {morning, number}; in the afternoon alone: {afternoon, number}. They stand with their numbers of trips in the file of --geojson.",
  },
  noChange: { da: "Der må ikke skiftes bus undervejs.", en: "There may be no change of bus." },
  register: {
    da: "{key}: {name}\n    {value}; skøn, hvis sagen ikke angiver det i case.json",
    en: "{key}: {name}\n    {value}; an estimate unless the case states it in case.json",
  },
} as const);

/** "7.45", "7:45". */
export const timeOf = (minutes: number, language: Language): string =>
  `${Math.floor(minutes / 60)}${language === "da" ? "." : ":"}${String(minutes % 60).padStart(2, "0")}`;

/** What it rests on that some rights are met by a public bus and others not; nothing where the case has no timetable. */
export const timetableText = ({ publicBuses }: Pick<Municipality, "publicBuses">): Text | undefined =>
  publicBuses && inBoth((language) => fillText(TEXT.basis, language, blanks(publicBuses, language)));

/** At how many stops there is a bus at school time; nothing where the case has no timetable. */
export function stopsText({ publicBuses }: Pick<Municipality, "publicBuses">, language: Language): readonly string[] {
  if (!publicBuses) return [];
  const stops = stopsAtSchoolTime(publicBuses);
  const both = stops.filter(({ before, after }) => before > 0 && after > 0).length;
  const morning = stops.filter(({ after }) => after === 0).length;
  const afternoon = stops.filter(({ before }) => before === 0).length;
  return [fillText(TEXT.stops, language, { both, morning, afternoon })];
}

const blanks = ({ week, terms }: PublicBuses, language: Language) => ({
  week: writtenDate(week, language),
  walk: formatNumber(terms.walk, 0, language),
  half: formatNumber(strictTerms(terms).walk, 0, language),
  from: timeOf(terms.arriveFrom, language),
  by: timeOf(terms.arriveBy, language),
  leaveFrom: timeOf(terms.leaveFrom, language),
  leaveBy: timeOf(terms.leaveBy, language),
  change: changeText(terms, language),
});

const changeText = ({ changes, changeWalk, changeLeast, changeMost }: BusTerms, language: Language): string =>
  changes === 0
    ? TEXT.noChange[language]
    : fillText(TEXT.change, language, {
        walk: formatNumber(changeWalk, 0, language),
        least: minutes(changeLeast, language),
        most: minutes(changeMost, language),
      });

const minutes = (count: number, language: Language): string =>
  formatNumber(count, Number.isInteger(count) ? 0 : 1, language);

/** What is assumed of a way by bus, with its place in the register of assumptions. */
const TERMS: readonly {
  readonly key: keyof BusTerms;
  readonly name: Text;
  readonly written: (terms: BusTerms, language: Language) => string;
}[] = catalogue("report.timetable.terms", [
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
    name: {
      da: "Bussen om morgenen tidligst ved skolens stop",
      en: "The bus at the school's stop in the morning at the earliest",
    },
    written: ({ arriveFrom }, language) => timeOf(arriveFrom, language),
  },
  {
    key: "arriveBy",
    name: {
      da: "Bussen om morgenen senest ved skolens stop",
      en: "The bus at the school's stop in the morning at the latest",
    },
    written: ({ arriveBy }, language) => timeOf(arriveBy, language),
  },
  {
    key: "leaveFrom",
    name: { da: "Bussen hjem tidligst fra skolens stop", en: "The bus home from the school's stop at the earliest" },
    written: ({ leaveFrom }, language) => timeOf(leaveFrom, language),
  },
  {
    key: "leaveBy",
    name: { da: "Bussen hjem senest fra skolens stop", en: "The bus home from the school's stop at the latest" },
    written: ({ leaveBy }, language) => timeOf(leaveBy, language),
  },
  {
    key: "changes",
    name: { da: "Skift af bus, højst", en: "Changes of bus, at most" },
    written: ({ changes }, language) => formatNumber(changes, 0, language),
  },
  {
    key: "changeWalk",
    name: {
      da: "Længst til fods fra stop til stop ved et skift",
      en: "Farthest on foot from stop to stop at a change",
    },
    written: ({ changeWalk }, language) => `${formatNumber(changeWalk, 0, language)} m`,
  },
  {
    key: "changeLeast",
    name: {
      da: "Fra den ene bus til den næste, mindst",
      en: "From one bus to the next, at least",
    },
    written: ({ changeLeast }, language) => `${minutes(changeLeast, language)} min.`,
  },
  {
    key: "changeMost",
    name: { da: "Fra den ene bus til den næste, højst", en: "From one bus to the next, at most" },
    written: ({ changeMost }, language) => `${minutes(changeMost, language)} min.`,
  },
]);

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
