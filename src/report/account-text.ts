import { catalogue, type Language } from "../domain/language.ts";
import type { CaseAccount, ToldAccount } from "./account.ts";
import { fillText, formatNumber } from "./format.ts";
import { type CellText, markWord } from "./shown-measures.ts";

const TEXT = catalogue("report.account", {
  files: { da: "Filer", en: "Files" },
  rows: { da: "{rows, plural, one {# række} other {# rækker}}", en: "{rows, plural, one {# row} other {# rows}}" },
  unused: { da: "bruges ikke: {columns}", en: "not used: {columns}" },
  pupils: { da: "Elever", en: "Pupils" },
  read: { da: "læst i filen", en: "read in the file" },
  placed: { da: "med i beregningen", en: "in the computation" },
  gradeTen: { da: "udeladt: 10. klasse", en: "left out: grade 10" },
  nowhere: { da: "udeladt: rækker uden sted", en: "left out: rows without a place" },
  outside: { da: "udeladt: for langt fra alle områder", en: "left out: too far from all areas" },
  unexplained: { da: "uden forklaring (en fejl i programmet)", en: "without an explanation (a fault of the program)" },
  withoutSchool: { da: "uden skole i dagens plan", en: "without a school in today's plan" },
  grades: { da: "Klassetrin", en: "Grade" },
  schools: { da: "Skole", en: "School" },
  inFives: {
    da: "Skolernes elever i dag er nævnt i nærmeste fem; --json NAVN.internal.json skriver dem alle.",
    en: "Pupils of schools today are told in nearest fives; --json NAME.internal.json writes them all.",
  },
  columns: {
    read: { da: "læst", en: "read" },
    placed: { da: "med", en: "kept" },
    registered: { da: "registeret", en: "register" },
    today: { da: "i dag", en: "today" },
  },
});

const NAME = 40;
const NUMBER = 14;

/** One page: sums by file, grade and school, in and out. */
export function accountText(
  { files, pupils, grades, schools, withoutSchool }: CaseAccount | ToldAccount,
  language: Language,
): string {
  const number = (value: CellText | undefined): string => {
    if (value === undefined) return "-".padStart(NUMBER);
    return (typeof value === "number" ? formatNumber(value, 0, language) : markWord(value, language)).padStart(NUMBER);
  };
  const line = (name: string, values: readonly (CellText | undefined)[]): string =>
    `  ${name.padEnd(NAME)}${values.map(number).join("")}`;
  const head = (name: string, columns: readonly (keyof typeof TEXT.columns)[]): string =>
    name.padEnd(NAME + 2) + columns.map((column) => TEXT.columns[column][language].padStart(NUMBER)).join("");
  const leftOut = (["gradeTen", "nowhere", "outside", "unexplained"] as const).filter((why) => pupils[why] !== 0);
  return [
    TEXT.files[language],
    ...files.map(({ file, rows, unusedColumns }) => {
      const about = [
        ...(rows === undefined ? [] : [fillText(TEXT.rows, language, { rows })]),
        ...(unusedColumns ? [fillText(TEXT.unused, language, { columns: unusedColumns.join(", ") })] : []),
      ];
      return `  ${file.padEnd(NAME)}${about.join("; ")}`.trimEnd();
    }),
    "",
    TEXT.pupils[language],
    line(TEXT.read[language], [pupils.read]),
    ...leftOut.map((why) => line(TEXT[why][language], [pupils[why]])),
    line(TEXT.placed[language], [pupils.placed]),
    ...(withoutSchool !== 0 ? [line(TEXT.withoutSchool[language], [withoutSchool])] : []),
    "",
    head(TEXT.grades[language], ["read", "placed", "registered"]),
    ...grades.map(({ name, read, placed, registered }) => line(name, [read, placed, registered])),
    "",
    head(TEXT.schools[language], ["today", "registered"]),
    ...schools.map(({ name, today, registered }) => line(name, [today, registered])),
    ...(schools.some(({ today }) => typeof today === "string") ? [TEXT.inFives[language]] : []),
  ].join("\n");
}
