import { DANISH_KRONER } from "../../../src/domain/currency.ts";
import { expect, test } from "vitest";
import { FIRST_FORM, LINE_KINDS, networkPrices, rowsOf, SETTINGS } from "../../../web/ask/form.ts";
import { WORTH } from "../../../web/ask/goals.ts";
import { limitsOf, type NumberLimits } from "../../../web/ask/rows.ts";
import { problemText, readTyped } from "../../../web/panels/typed-number.ts";
import { voiceIn } from "../voice.ts";

/** Every blank of the form that takes a number: those of all rules, of the kinds of question, and of concerns that are weighed. */
const BLANKS: readonly (readonly [name: string, limits: NumberLimits, first: number])[] = [
  ...LINE_KINDS.flatMap((kind) =>
    Object.entries(rowsOf(kind)).flatMap(([row, { blanks }]) =>
      Object.entries(blanks).flatMap(([name, blank]) =>
        blank.kind === "number" ? [[`${kind} ${row} ${name}`, blank, blank.first] as const] : [],
      ),
    ),
  ),
  ...(Object.keys(SETTINGS) as (keyof typeof SETTINGS)[]).map(
    (name) => [name, SETTINGS[name], { ...FIRST_FORM, ...networkPrices(FIRST_FORM, DANISH_KRONER) }[name]] as const,
  ),
  ["worth", WORTH, 1],
];

test.each(BLANKS)("%s takes no number beyond its limits, and says which they are", (_, blank, first) => {
  const limits = limitsOf(blank);
  const read = (value: number | string) => readTyped(String(value), limits);
  for (const value of [first, blank.least, blank.most]) expect(read(value)).toEqual({ kind: "number", value });
  for (const language of ["da", "en"] as const) {
    const voice = voiceIn(language);
    const told = (typed: number | string): string => {
      const is = read(typed);
      return is.kind === "problem" ? problemText(voice, "Km", is, limits) : `${typed} is taken`;
    };
    const decimals = String(blank.least).split(".").at(1)?.length ?? 0;
    const least = voice.number(blank.least, decimals);
    expect(told(blank.least - 3)).toMatch(
      language === "da" ? `for lille. Mindst ${least}.` : `too small. At least ${least}.`,
    );
    expect(told(blank.most + 1)).toContain(voice.number(blank.most));
    expect([told(""), told("abc")]).toEqual(
      language === "da"
        ? ["Km: Her mangler et tal.", "Km: »abc« er ikke et tal."]
        : ["Km: a number is missing.", "Km: “abc” is not a number."],
    );
  }
  expect(read("7,5").kind === "number").toBe(blank.step < 1);
});
