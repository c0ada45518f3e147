import type { Currency } from "../domain/currency.ts";
import type { Moved, SchoolChange, WhatChanged } from "../compare/what-changed.ts";
import { type BandSet, formatBands, gradesInWords, type Grades } from "../domain/grades.ts";
import { catalogue, inBoth, type Text } from "../domain/language.ts";
import { livingThere } from "../kernels/disclosure/shown.ts";
import { assumptionText } from "./assumption-text.ts";
import { filledText, formatNumber } from "./format.ts";
import { gradesText, listText } from "./plan-problems.ts";
import { cellWord } from "./shown-measures.ts";

const FATES: Readonly<Record<NonNullable<SchoolChange["fate"]>, Text>> = catalogue("report.changed.fates", {
  closed: { da: "lukker", en: "closes" },
  opened: { da: "åbner", en: "opens" },
  new: { da: "er ny", en: "is new" },
});
const TEXT = catalogue("report.changed.text", {
  pupils: { da: "{pupils} kommer på en anden skole.", en: "{pupils} come to another school." },
  nobody: { da: "Ingen områder skifter skole.", en: "No areas change school." },
  few: { da: "færre end fem elever", en: "fewer than five pupils" },
  about: { da: "ca. {pupils} elever", en: "c. {pupils} pupils" },
  inGrades: { da: "{pupils} i {bands}", en: "{pupils} in {bands}" },
  gained: {
    da: "Får {areas, plural, one {ét område} other {{areas, number} områder}}, {pupils}.",
    en: "Gets {areas, plural, one {one area} other {{areas, number} areas}}, {pupils}.",
  },
  lost: {
    da: "Afgiver {areas, plural, one {ét område} other {{areas, number} områder}}, {pupils}.",
    en: "Gives up {areas, plural, one {one area} other {{areas, number} areas}}, {pupils}.",
  },
  grades: { da: "Har {after}. Før: {before}.", en: "Has {after}. Before: {before}." },
  district: {
    da: "Hører til distriktet {after}. Før: {before}.",
    en: "Belongs to district {after}. Before: {before}.",
  },
  districtless: {
    da: "Hører ikke til noget distrikt mere. Før: {before}.",
    en: "Belongs to no district any more. Before: {before}.",
  },
  districts: {
    da: "Andre skoler, der kommer i et andet distrikt: {list}.",
    en: "Other schools that come into another district: {list}.",
  },
  along: {
    da: "Andre skoler, hvis distrikt føres videre i et andet: {list}.",
    en: "Other schools whose district lives on in another: {list}.",
  },
  fromTo: { da: "{name} (fra {before} til {after})", en: "{name} (from {before} to {after})" },
  noDistrict: { da: "intet", en: "none" },
  places: {
    da: "Pladser i {grades}: {after}. Før: {before}.",
    en: "Places in {grades}: {after}. Before: {before}.",
  },
  noPlaces: { da: "ikke oplyst", en: "not stated" },
  gone: {
    da: "{count, plural, one {Distriktet {names} findes ikke længere som eget distrikt} other {Distrikterne {names} findes ikke længere som egne distrikter}}.",
    en: "{count, plural, one {District {names} is no longer a district of its own} other {The districts {names} are no longer districts of their own}}.",
  },
  formed: {
    da: "{count, plural, one {Distriktet} other {Distrikterne}} {names} oprettes.",
    en: "{count, plural, one {District} other {The districts}} {names} {count, plural, one {is} other {are}} formed.",
  },
  renamed: { da: "Distriktet {before} hedder nu {after}.", en: "District {before} is now called {after}." },
  assumed: { da: "Egen forudsætning: {what}.", en: "An assumption of its own: {what}." },
} as const satisfies Readonly<Record<string, Text>>);

const filled = (key: keyof typeof TEXT, blanks: Parameters<typeof filledText>[1]): Text =>
  filledText(TEXT[key], blanks);

const upper = (text: Text): Text =>
  inBoth((language) => text[language].charAt(0).toUpperCase() + text[language].slice(1));

/** What becomes of a school, and how it is other than before, a sentence each. */
interface SchoolSentences {
  readonly site: number;
  /** "lukker"; absent for one that is open or closed in both. */
  readonly fate?: Text;
  readonly sentences: readonly Text[];
}

/** How many pupils change school, or that no areas do; pupils are rounded to fives, and whether any child lives where few do is told to nobody. */
export const movedText = (
  grades: Grades,
  { units, pupils, bands }: Pick<WhatChanged, "units" | "pupils" | "bands">,
): Text =>
  units.length === 0
    ? TEXT.nobody
    : upper(filled("pupils", { pupils: pupilsText(grades, { areas: units.length, pupils, bands }) }));

export const schoolSentences = (grades: Grades, change: SchoolChange): SchoolSentences => ({
  site: change.site,
  ...(change.fate && { fate: FATES[change.fate] }),
  sentences: sentencesOf(grades, change),
});

/** What becomes of districts and their names, and what is taken for granted, a line each. */
export const otherSentences = (
  grades: Grades,
  currency: Currency,
  { gone, formed, renamed, assumptions }: WhatChanged,
): readonly Text[] => [
  ...together("gone", gone),
  ...together("formed", formed),
  ...renamed.map((each) => filled("renamed", each)),
  ...assumptions.map((each) =>
    filled("assumed", { what: inBoth((language) => assumptionText(grades, each, currency, language)) }),
  ),
];

const together = (key: "gone" | "formed", names: readonly string[]): readonly Text[] =>
  names.length === 0
    ? []
    : [filled(key, { count: names.length, names: listText(names.map((name) => inBoth(() => name))) })];

/** Schools at which nothing is other but their district: those that leave it in one sentence, those that follow it into another in one. */
export function districtSentences(
  schools: readonly (NonNullable<SchoolChange["district"]> & { readonly name: string })[],
): readonly Text[] {
  const [leaving, following] = [schools.filter(({ leaves }) => leaves), schools.filter(({ leaves }) => !leaves)];
  return [...fromTo("districts", leaving), ...fromTo("along", following)];
}

function fromTo(
  key: "districts" | "along",
  schools: readonly { readonly name: string; readonly before?: string; readonly after?: string }[],
): readonly Text[] {
  const each = schools.map(({ name, before = TEXT.noDistrict, after = TEXT.noDistrict }) =>
    filled("fromTo", { name, before, after }),
  );
  return each.length === 0 ? [] : [filled(key, { list: listText(each) })];
}

function pupilsText(grades: Grades, { areas, pupils, bands }: Pick<Moved, "areas" | "pupils" | "bands">): Text {
  const cell = livingThere(areas, pupils);
  const told =
    cell.kind === "few" ? TEXT.few : filled("about", { pupils: inBoth((language) => cellWord(cell, language)) });
  // What only some grades meet is said of those: a family with a child in another has nothing to do with it.
  return bands.length === 0 || bands.length === grades.bands.length
    ? told
    : filled("inGrades", { pupils: told, bands: gradesText(grades, bands) });
}

const taught = (grades: Grades, bands: BandSet): Text => gradesInWords(formatBands(grades, bands));

function sentencesOf(grades: Grades, change: SchoolChange): readonly Text[] {
  const { gained, lost, grades: bands, district, places } = change;
  const moved = (key: "gained" | "lost", of: Moved): Text =>
    filled(key, { areas: of.areas, pupils: pupilsText(grades, of) });
  const stated = (count: number | undefined): Text =>
    count === undefined ? TEXT.noPlaces : inBoth((language) => formatNumber(count, 0, language));
  return [
    ...(gained ? [moved("gained", gained)] : []),
    ...(lost ? [moved("lost", lost)] : []),
    ...(bands ? [filled("grades", { before: taught(grades, bands.before), after: taught(grades, bands.after) })] : []),
    ...(district
      ? [
          filled(district.after === undefined ? "districtless" : "district", {
            before: district.before ?? TEXT.noDistrict,
            after: district.after ?? TEXT.noDistrict,
          }),
        ]
      : []),
    ...(places ?? []).map(({ band, before, after }) =>
      filled("places", { grades: gradesInWords(grades.bands[band].key), before: stated(before), after: stated(after) }),
    ),
  ];
}
