import { catalogue, filled, type Text } from "../domain/language.ts";
import { readNumber } from "../import/numbers.ts";

const SAID = catalogue("cli.quantities", {
  twoWays: {
    da: "kan læses på to måder, som {decimal} med decimaler og som {thousands}; skriv tallet uden tusindtalsskilletegn",
    en: "can be read in two ways, as {decimal} with decimals and as {thousands}; write the number without separators",
  },
  tooLittle: { da: "er for lidt; mindst {least}", en: "is too little; {least} or more" },
  tooMuch: { da: "er for meget; højst {most}", en: "is too much; {most} or less" },
  noNumber: { da: "er ikke et tal", en: "is not a number" },
  notWhole: { da: "er ikke et helt tal", en: "is not a whole number" },
  unknownUnit: { da: "har en ukendt enhed ({word})", en: "has an unknown unit ({word})" },
});

/** What a number on the command line counts, and the words for its unit that may stand behind it. */
const UNIT_WORDS = {
  count: [],
  pupils: [[1, ["elev", "elever", "pupil", "pupils"]]],
  places: [[1, ["plads", "pladser", "place", "places", "seats"]]],
  days: [[1, ["dag", "dage", "day", "days"]]],
  years: [[1, ["år", "year", "years"]]],
  minutes: [[1, ["min", "min.", "minut", "minutter", "minute", "minutes"]]],
  seconds: [
    [1, ["s", "sek", "sek.", "sec", "sekund", "sekunder", "second", "seconds"]],
    [60, ["min", "min.", "minut", "minutter", "minute", "minutes"]],
  ],
  metres: [
    [1, ["m", "m.", "meter", "metre", "metres"]],
    [1000, ["km", "km.", "kilometer", "kilometre", "kilometres"]],
  ],
  kroner: [[1, ["kr", "kr.", "kroner", "dkk"]]],
  percent: [[1, ["%", "pct", "pct.", "procent", "percent"]]],
  share: [[1 / 100, ["%", "pct", "pct.", "procent", "percent"]]],
} as const satisfies Record<string, readonly (readonly [number, readonly string[]])[]>;

export type Quantity = keyof typeof UNIT_WORDS;

/** A number as read, or what is wrong with it, as the rest of a sentence that begins with what was typed. */
type QuantityReading = { readonly value: number; readonly unit: "stated" | "unstated" } | { readonly wrong: Text };

/** "2,5 km", "1.800.000 kr.", "10%": read as tables are; a number that could mean two things is refused. */
export function readQuantity(text: string, quantity: Quantity): QuantityReading {
  const [, digits = "", word = ""] = /^\s*([^\p{L}%]*?)\s*([\p{L}%][\p{L}.%]*)?\s*$/u.exec(text) ?? [];
  const factor = word === "" ? 1 : factorOf(word, quantity);
  const reading = readNumber(digits, undefined);
  if (reading.kind === "ambiguous") {
    const [decimal, thousands] = [digits.trim().replace(/[.,]\d+$/, ""), digits.trim().replace(/[.,]/, "")];
    return { wrong: filled(SAID.twoWays, { decimal, thousands }) };
  }
  if (digits === "" || reading.kind !== "number") return { wrong: SAID.noNumber };
  if (factor === undefined) return { wrong: filled(SAID.unknownUnit, { word }) };
  // Dividing keeps 57% the same number as 0.57.
  const value = factor < 1 ? reading.value / Math.round(1 / factor) : reading.value * factor;
  return { value, unit: word === "" ? "unstated" : "stated" };
}

function factorOf(word: string, quantity: Quantity): number | undefined {
  const rows: readonly (readonly [number, readonly string[]])[] = UNIT_WORDS[quantity];
  return rows.find(([, words]) => words.includes(word.toLowerCase()))?.[0];
}

/** Within bounds, and whole where it has to be. */
export function readBounded(
  text: string,
  quantity: Quantity,
  { least, most, step }: { readonly least: number; readonly most: number; readonly step: "whole" | "any" },
): QuantityReading {
  const reading = readQuantity(text, quantity);
  if ("wrong" in reading) return reading;
  const { value } = reading;
  if (step === "whole" && !Number.isInteger(value)) return { wrong: SAID.notWhole };
  if (value < least) return { wrong: filled(SAID.tooLittle, { least }) };
  if (value > most) return { wrong: filled(SAID.tooMuch, { most }) };
  return reading;
}
