import { catalogue, inBoth, type Language, type Text } from "../domain/language.ts";
import { writtenDate } from "../domain/written-date.ts";
import { isMeasureKey, measureNamed } from "../evaluate/measures/table.ts";
import { filledText, fillText } from "../report/format.ts";
import type { CheckedCouncilFile } from "./check.ts";
import type { CheckedPaper } from "./paper-check.ts";
import { ofWords } from "./words.ts";

const AGREE: Text = catalogue("council.checked.agree", {
  da: "{agree, number} af {figures, number} tal stemmer, når de regnes efter.",
  en: "{agree, number} of {figures, number} figures agree when worked out anew.",
});
const DIFFERS: Text = catalogue("council.checked.differs", {
  da: "{measure} ({of}): i filen {told}, regnet efter {found}.",
  en: "{measure} ({of}): {told} in the file, {found} when worked out anew.",
});
const HASH: Text = catalogue("council.checked.hash", {
  da: "Forslaget i filen passer ikke til filens kontrolsum: det er ændret bagefter.",
  en: "The proposal in the file is not the one that the file's sum was made of: it was changed afterwards.",
});
const DATA: Text = catalogue("council.checked.data", {
  da: "Filen er lavet på andre data end dem, der er åbne. Tal kan være andre af den grund.",
  en: "The file was made on other data than those that are open. Figures may be others for that reason.",
});
const FIELD: Text = catalogue("council.checked.field", {
  da: "{path}: i filen »{told}«, regnet efter »{found}«.",
  en: '{path}: "{told}" in the file, "{found}" when worked out anew.',
});
const SUM: Text = catalogue("council.checked.sum", {
  da: "Filen er ændret, efter at den blev skrevet: kontrolsummen af hele filen passer ikke.",
  en: "The file was changed after it was written: the sum of the whole file does not fit.",
});
const NO_SUM: Text = catalogue("council.checked.noSum", {
  da: "Filen har ingen sum af det hele, som de første filer: om det, der kom fra rummet, er ændret siden, kan den ikke vise.",
  en: "The file has no sum of the whole, as the first files: whether what came from the room was changed since, it cannot show.",
});
const UNCHECKED: Text = catalogue("council.checked.unchecked", {
  da: "Det, der kom fra rummet, kan ikke regnes efter: rummets navn, tidspunkt og nummer, hvad de siger, der er imod, indlæg og svar ({said, number}), afstemninger ({votes, number}) og hvad der siden er sket ({states, number}). Sammenlign det med rummets referat; filens kontrolsum beviser ikke, hvem der har skrevet den.",
  en: "What came from the room cannot be worked out anew: the room's name, the time and number, what those say who are against, comments and answers ({said, number}), votes ({votes, number}) and what has come of it ({states, number}). Compare it with the room's minutes; the file's sum does not prove who wrote it.",
});
const NOTHING: Text = catalogue("council.checked.nothing", { da: "intet", en: "nothing" });

/** What came of the check, line by line; a figure that differs is named. */
export function checkedWords(checked: CheckedCouncilFile): readonly Text[] {
  const { figures, differing, fields, unchecked, hash, sum, data } = checked;
  return [
    filledText(AGREE, { agree: figures - differing.length, figures }),
    ...differing.map(({ measure, of, told, found }) =>
      inBoth((language) =>
        fillText(DIFFERS, language, {
          measure: isMeasureKey(measure) ? (measureNamed(measure)?.title[language] ?? measure) : measure,
          of: ofWords(of)[language],
          ...both(told, found, language),
        }),
      ),
    ),
    ...fields.map(({ path, told, found }) =>
      inBoth((language) =>
        fillText(FIELD, language, {
          path,
          ...both(told, found, language),
        }),
      ),
    ),
    ...(hash === "other" ? [HASH] : []),
    ...(sum === "other" ? [SUM] : []),
    ...(sum === "none" ? [NO_SUM] : []),
    ...(data === "other" ? [DATA] : []),
    filledText(UNCHECKED, unchecked),
  ];
}

const FIGURE: Text = catalogue("council.checked.figure", {
  da: "{name}: i filen {told}, regnet efter {found}.",
  en: "{name}: {told} in the file, {found} when worked out anew.",
});

/** The same of a paper's file: no room stands behind it, so that all of it can be worked out. */
export function paperCheckedWords({ figures, differing, fields, sum, data }: CheckedPaper): readonly Text[] {
  return [
    filledText(AGREE, { agree: figures - differing.length, figures }),
    ...differing.map(({ name, told, found }) =>
      inBoth((language) => fillText(FIGURE, language, { name, ...both(told, found, language) })),
    ),
    ...fields.map(({ path, told, found }) =>
      inBoth((language) => fillText(FIELD, language, { path, ...both(told, found, language) })),
    ),
    ...(sum === "other" ? [SUM] : []),
    ...(data === "other" ? [DATA] : []),
  ];
}

/** What stands in the file and what was found; nothing is said as such. */
const both = (told: string | number | undefined, found: string | number | undefined, language: Language) => ({
  told: written(told, language),
  found: written(found, language),
});

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day of the calendar is read as a date, whatever it is in the file. */
function written(figure: string | number | undefined, language: Language): string {
  const text = String(figure ?? NOTHING[language]);
  return DAY.test(text) && !Number.isNaN(Date.parse(text)) ? writtenDate(text, language) : text;
}
