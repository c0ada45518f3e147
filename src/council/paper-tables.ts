import { type Language, saidIn } from "../domain/language.ts";
import { writtenDate } from "../domain/written-date.ts";
import { writtenGrades } from "../domain/grades.ts";
import { type Block, type Cell, paragraph, type PaperRow, type TableBlock } from "../paper/tree.ts";
import type { PaperConsequences, PaperFile } from "../protocol/paper-file.ts";
import { bandName } from "../report/comparison-text.ts";
import { fillText, formatNumber } from "../report/format.ts";
import { markWord } from "../report/shown-measures.ts";
import { PAPER_WORDS, STANDING_NAMES, WHO_NAMES } from "./paper-words.ts";

type PaperWord = keyof typeof PAPER_WORDS;

/** The paper's words in a language. */
export const paperVoice =
  (language: Language) =>
  (key: PaperWord, blanks: Parameters<typeof fillText>[2] = {}): string =>
    fillText(PAPER_WORDS[key], language, blanks);

type Count = PaperConsequences["who"]["pupils"];

/** "285", "<5", "ca. 85", "skjult". */
const counted = (count: Count, language: Language): Cell => ({
  text: typeof count === "number" ? formatNumber(count, 0, language) : markWord(count, language),
  figure: { value: count, unit: "pupils" },
});

/** What a plan means for each school. */
export function schoolBlocks({ schools }: PaperConsequences, plan: string, language: Language): readonly Block[] {
  const say = paperVoice(language);
  const rows = schools.map((school): PaperRow => ({
    head: school.name,
    cells: [
      { text: gradesOf(school.grades, language) },
      { text: school.district.plan || "–" },
      counted(school.pupils.today, language),
      counted(school.pupils.plan, language),
      school.places === undefined
        ? { text: school.grades.plan === "" ? "–" : say("unknown") }
        : counted(school.places, language),
      counted(school.gains, language),
      counted(school.loses, language),
    ],
  }));
  const heads = (
    ["school", "grades", "district", "pupilsToday", "pupilsPlan", "places", "gains", "loses"] as const
  ).map((key) => say(key));
  return [
    { kind: "table", caption: say("schoolsCaption", { plan }), heads, rows, holds: "numbers" },
    paragraph(say("schoolsHow"), "soft"),
  ];
}

/** "0.-6.", and what they are today where that is something else. */
function gradesOf({ today, plan }: PaperConsequences["schools"][number]["grades"], language: Language): string {
  const say = paperVoice(language);
  const written = (grades: string): string => (grades === "" ? say("closed") : writtenGrades(grades)[language]);
  return today === plan ? written(plan) : say("gradesBefore", { now: written(plan), before: written(today) });
}

/** Who gets farther and who nearer to school, in one table for each way of sorting pupils; rows in which nobody's way changes are left out. */
export function whoBlocks({ who }: PaperConsequences, plan: string, language: Language): readonly Block[] {
  const say = paperVoice(language);
  if (who.bands.filter(({ pupils }) => pupils > 0).length < 2) return [paragraph(say("whoNobody", { plan }))];
  const bands = who.bands.map(({ over = -Infinity, upTo = Infinity, pupils }) =>
    bandName({ over, upTo, pupils }, language)
      .replaceAll(" ", NO_BREAK)
      .replaceAll(/-(?=\d)/g, "−"),
  );
  const all: PaperRow = {
    head: say("all"),
    cells: [counted(who.pupils, language), ...who.bands.map(({ pupils }) => counted(pupils, language))],
  };
  const tables = who.tables.map(({ by, withheld, rows }): Block => {
    const name = WHO_NAMES[by][language];
    if (withheld) return paragraph(say("withheld", { by: name }));
    const own = rows.filter(isChanged).map((row): PaperRow => ({
      head: row.name[language],
      cells: [counted(row.pupils, language), ...row.cells.map((cell) => counted(cell, language))],
    }));
    return {
      kind: "table",
      caption: say("whoCaption", { by: name, plan }),
      heads: [say("group"), say("pupils"), ...bands],
      rows: own,
      sums: [all],
      holds: "numbers",
    };
  });
  return [paragraph(say("whoHow"), "soft"), ...tables];
}

const NO_BREAK = "\u00A0";

const isChanged = ({ cells }: PaperConsequences["who"]["tables"][number]["rows"][number]): boolean =>
  cells.filter((cell) => cell !== 0).length > 1;

/** The dates for the year asked for; those that had passed when the paper was made say so. */
export function calendarBlocks({ calendar, late, start, made }: PaperFile, language: Language): readonly Block[] {
  const say = paperVoice(language);
  if (calendar.length === 0) return [paragraph(say("noCalendar"))];
  const rows = calendar.map(({ date, title, what, paragraph: law }): PaperRow => {
    const day = writtenDate(date, language);
    return {
      head: date < made ? say("passed", { date: day }) : day,
      cells: [{ text: title[language] }, { text: what[language] }, { text: law }],
    };
  });
  return [
    ...(late ? [paragraph(late[language], "notice")] : []),
    {
      kind: "table",
      caption: say("calendarCaption", { year: String(start) }),
      heads: [say("date"), say("step"), say("what"), say("paragraph")],
      rows,
      holds: "words",
    },
  ];
}

/** Every price with its range and source. */
export function priceTable({ prices }: PaperFile, language: Language): TableBlock {
  const say = paperVoice(language);
  const number = (value: number): Cell => ({
    text: formatNumber(value, Math.abs(value) < 100 && !Number.isInteger(value) ? 2 : 0, language),
    figure: { value },
  });
  return {
    kind: "table",
    caption: say("pricesCaption"),
    heads: (["price", "low", "mid", "high", "unit", "source"] as const).map((key) => say(key)),
    rows: prices.map(({ name, low, mid, high, unit, source, standing }) => ({
      head: name[language],
      cells: [
        number(low),
        number(mid),
        number(high),
        { text: unit[language] },
        { text: withStanding(saidIn(source, language), STANDING_NAMES[standing][language]) },
      ],
    })),
    holds: "words",
  };
}

/** How well a source stands is said once: many begin with it ("udledt: …", "skøn; …") or are no more than it. */
function withStanding(source: string, standing: string): string {
  const rest = source.toLowerCase().startsWith(standing) ? source.slice(standing.length) : undefined;
  return rest === "" || (rest && /^[:;]/.test(rest)) ? source : `${source} (${standing})`;
}
