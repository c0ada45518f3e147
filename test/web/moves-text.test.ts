import { GRADES } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { childYears } from "../../src/index.ts";
import { daHere, enHere } from "../../web/here/here-texts.ts";
import { movesText } from "../../web/here/moves-text.ts";
import { ownTexts } from "../../web/i18n/own-texts.ts";
import { voiceIn } from "./voice.ts";

const filled = ownTexts({ da: daHere, en: enHere });
/** Schools by band, today and in the plan, which begins when the child is a grade further. */
const told = (
  language: "da" | "en",
  grade: number,
  today: readonly number[],
  planned: readonly number[],
  grades = GRADES,
): string =>
  movesText(
    { ...voiceIn(language), tell: (key, blanks) => filled(key, language, blanks) },
    grades,
    childYears({ grades, grade, now: 2015, planBegins: 2016, today, planned }),
  );

test("a child that moves as often without the plan is told when it would", () => {
  expect(told("da", 0, [0, 0, 1], [1, 1, 1])).toBe(
    "Barnet skifter skole én gang. Også uden planen skifter barnet én gang, men først i 7. klasse.",
  );
  expect(told("en", 0, [0, 0, 1], [1, 1, 1])).toContain("changes once, but not before grade 7.");
  expect(told("da", 6, [0, 0, 1], [0, 0, 2])).toContain("uden planen skifter barnet én gang, på samme klassetrin.");
  expect(told("da", 0, [0, 1, 2], [1, 1, 2])).toContain("uden planen skifter barnet 2 gange, men i 4. og 7. klasse.");
  expect(told("da", 3, [0, 1, 1], [0, 0, 1])).toContain("men allerede i 4. klasse.");
});

test("grades are called as the case calls them", () => {
  const named = { ...GRADES, names: GRADES.names.map((name) => `P${name}`) };
  expect(told("en", 0, [0, 0, 1], [1, 1, 1], named)).toContain("changes once, but not before grade P7.");
});

test("it is the same only for a child whose schools the plan leaves as they are", () => {
  expect(told("da", 5, [0, 0, 1], [0, 0, 1])).toBe("Barnet skifter skole én gang. Det er det samme uden planen.");
  expect(told("da", 2, [0, 0, 0], [1, 1, 1])).toContain("Uden planen skifter det ikke.");
});
