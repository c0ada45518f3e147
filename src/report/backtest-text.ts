import type { Backtest, BacktestCase } from "../compare/backtest.ts";
import { catalogue, type Language } from "../domain/language.ts";
import type { Municipality } from "../domain/municipality.ts";
import type { PupilRange } from "../evaluate/pupil-ranges.ts";
import { isFew } from "../kernels/disclosure/shown.ts";
import { schoolYearText } from "./evaluation-file.ts";
import { fillText, formatNumber } from "./format.ts";

const HEADS = catalogue("report.backtest.heads", {
  from: { da: "Fra", en: "From" },
  school: { da: "Skole", en: "School" },
  to: { da: "Til", en: "To" },
  middle: { da: "Middel", en: "Middle" },
  drawn: { da: "8 af 10 træk", en: "8 of 10 draws" },
  counted: { da: "Talt", en: "Counted" },
});

const TEXT = catalogue("report.backtest", {
  backtest: {
    da: "Prøvet på elevtal, der er talt siden (dagens skoler og klassetrin):",
    en: "Tried on pupils counted since (today's schools and grades):",
  },
  inside: { da: "inden for", en: "inside" },
  outside: { da: "uden for", en: "outside" },
  together: {
    da: "I alt på {sites, plural, one {den ene skole} other {de # skoler}}, der er talt i {year}: ventet {mid, number} ({range}; med alle forudsætninger i yderenden {ends}), talt {counted, number}.",
    en: "Together at the {sites, plural, one {one school} other {# schools}} counted in {year}: expected {mid, number} ({range}; with every assumption at its end {ends}), counted {counted, number}.",
  },
  held: {
    da: "Spændene holder {inside, number} af {of, number} kendte tal ({share} %; det skulle være 80 %).",
    en: "The ranges hold {inside, number} of {of, number} known counts ({share} %; it should be 80 %).",
  },
  heldOut: {
    da: "Sættes udvikling og udsving i stedet efter de andre skoler alene, én skole holdt ude ad gangen, holder spændene {inside, number} af {of, number}.",
    en: "With trend and swings set by the other schools alone, one school held out at a time, the ranges hold {inside, number} of {of, number}.",
  },
  seen: {
    da: "Programmets egne forudsætninger om udvikling og udsving er sat, efter at tallene fra Holbæk var kendt. For Holbæk er det derfor ingen uafhængig prøve.",
    en: "The program's own assumptions of trend and swings were set when the counts of Holbæk were known, so for Holbæk this is no independent test.",
  },
} as const);

export const columns = (cells: readonly string[]): string =>
  `  ${cells.map((cell, i) => (i === 0 ? cell.padEnd(12) : cell.padStart(20))).join("")}`;

export const rangeText = ({ low, high }: PupilRange, language: Language): string =>
  [low, high].map((pupils) => tellsFew(pupils) ?? formatNumber(pupils, 0, language)).join(" - ");

/** One to four are not told, expected ones either. */
const tellsFew = (pupils: number): string | undefined => (isFew(pupils) ? "<5" : undefined);

/** How well the forecast would have done, case by case, and what that proves. */
export function backtestLines(
  { sites }: Pick<Municipality, "sites">,
  { cases, inside, together, heldOut }: Backtest,
  language: Language,
): readonly string[] {
  return [
    TEXT.backtest[language],
    ...countLines(sites, cases, language),
    togetherText(together, language),
    fillText(TEXT.held, language, {
      inside,
      of: cases.length,
      share: formatNumber((100 * inside) / cases.length, 0, language),
    }),
    ...(heldOut ? [fillText(TEXT.heldOut, language, heldOut)] : []),
    TEXT.seen[language],
  ];
}

/** A line a count, with what was expected of it, under a head. */
export function countLines(
  sites: Municipality["sites"],
  cases: readonly BacktestCase[],
  language: Language,
): readonly string[] {
  const number = (value: number): string => tellsFew(value) ?? formatNumber(value, 0, language);
  const line = (each: BacktestCase): string =>
    columns([
      schoolYearText(each.from),
      sites[each.site].name,
      schoolYearText(each.year),
      number(each.mid),
      rangeText(each, language),
      number(each.counted),
      TEXT[each.isInside ? "inside" : "outside"][language],
    ]);
  return [columns([...Object.values(HEADS).map((head) => head[language]), ""]), ...cases.map(line)];
}

export const togetherText = (together: Backtest["together"], language: Language): string =>
  fillText(TEXT.together, language, {
    year: schoolYearText(together.year),
    sites: together.sites,
    mid: Math.round(together.mid),
    range: rangeText(together, language),
    ends: rangeText(together.ends, language),
    counted: together.counted,
  });
