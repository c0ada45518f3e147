import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DANISH_KRONER, moneyBlanks } from "../../src/domain/currency.ts";
import { blanksOf } from "../../src/languages/usable.ts";
import { PAGE_LISTS, PAGE_TEXTS } from "../../web/i18n/all-texts.ts";
import { CATALOGUES } from "../../web/i18n/catalogues.ts";
import { withToday } from "../../web/i18n/say.ts";

/** The page's texts, and those that come with a panel. */
const [da, en] = [PAGE_LISTS.da, PAGE_LISTS.en].map((list): Readonly<Record<string, string>> =>
  Object.fromEntries(list),
);
const KEYS = Object.keys(da);
const WEB = join(import.meta.dirname, "../../web");

/** Blanks of money are filled by the page's voice itself, each language's as it needs. */
const ownBlanks = (text: string): ReadonlySet<string> | undefined => {
  const blanks = blanksOf(text);
  return blanks && new Set([...blanks].filter((name) => !(name in moneyBlanks("en-GB", DANISH_KRONER))));
};

const codeOfPage = (): string =>
  readdirSync(WEB, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("i18n/") && !file.endsWith("-texts.ts"))
    .map((file) => readFileSync(join(WEB, file), "utf8"))
    .join("\n");

/** What stands in a call after its first word, up to the bracket that closes it. */
function restOf(code: string, { index, 0: begun }: RegExpExecArray): string {
  let [at, depth] = [index + begun.length, 1];
  const from = at;
  for (; depth > 0 && at < code.length; at++) {
    if ("([{".includes(code[at])) depth++;
    if (")]}".includes(code[at])) depth--;
  }
  return code
    .slice(from, at - 1)
    .replace(/^\s*,|,\s*$/g, "")
    .trim();
}

describe("the catalogues", () => {
  test("both languages have the same keys", () => expect(Object.keys(en).toSorted()).toEqual(KEYS.toSorted()));

  test("a text can be read and has the same blanks in both languages", () => {
    for (const [key, text] of PAGE_TEXTS) {
      const blanks = ownBlanks(text.da);
      expect(blanks, key).toBeDefined();
      expect([key, ownBlanks(text.en)]).toEqual([key, blanks]);
    }
  });

  test("no text is empty or shouts", () => {
    for (const key of KEYS)
      for (const text of [da[key], en[key]]) {
        expect(text.trim()).not.toBe("");
        expect(text).not.toContain("!");
      }
  });

  test("what is read aloud of a row's button begins with what stands on it, so that it can be said to it", () => {
    const both = /words=\{(?:say|tell)\("([^"]+)"\)\}\s+label=\{(?:say|tell)\("([^"]+)"/g;
    const pairs = [...codeOfPage().matchAll(both)].map(([, words, label]) => ({ words, label }));
    expect(pairs.length).toBeGreaterThan(8);
    for (const texts of [da, en])
      for (const { words, label } of pairs)
        expect(texts[label].startsWith(texts[words]), `${label}: ${texts[label]} / ${texts[words]}`).toBe(true);
  });

  test("whoever says a text fills in all its blanks: one that is not would end the page", () => {
    const code = codeOfPage();
    const calls = [...code.matchAll(/\b(?:say|tell)\(\s*"([^"]+)"/g)].map((call) => ({
      key: call[1],
      given: restOf(code, call),
    }));
    expect(calls.length).toBeGreaterThan(500);
    const lacking = calls.flatMap(({ key, given }) => {
      // What comes from elsewhere is looked at where it is made.
      const isPlain = given === "" || given.includes("counted(") || /^\{[^{}]*\}$/.test(given);
      if (!(key in da) || !isPlain || /\.\.\.(?!counted\()/.test(given)) return [];
      const filled = given.includes("counted(") ? `${given} count text` : given;
      const has = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(filled);
      return [...(ownBlanks(da[key]) ?? [])].filter((name) => !has(name)).map((name) => `${key}: ${name}`);
    });
    expect(lacking).toEqual([]);
  });

  test("every text is used", () => {
    const code = codeOfPage();
    const patterns = [...code.matchAll(/`([a-zA-Z]+\.[^`]*\$\{[^`]*)`/g)].map(
      ([, template]) => new RegExp(`^${template.replaceAll(".", "\\.").replaceAll(/\$\{[^}]*\}/g, ".+")}$`),
    );
    const named = (key: string): boolean => code.includes(`"${key}"`) || patterns.some((pattern) => pattern.test(key));
    expect(KEYS.filter((key) => !named(key) && !key.startsWith("rank."))).toEqual([]);
  });
});

test("what is called today says of which school year it is, and where it is a guess that it is one", () => {
  const known = { schoolYear: "2015/16" };
  const guess = { schoolYear: "2015/16", todayIs: "guessed" } as const;
  expect(withToday(CATALOGUES.da, "da", known)["view.today"]).toBe("I dag (2015/16)");
  expect(withToday(CATALOGUES.en, "en", guess)["measure.today"]).toBe("Today (2015/16, guessed)");
  for (const language of ["da", "en"] as const) {
    const alone = CATALOGUES[language]["view.today"];
    for (const today of [known, guess])
      expect(Object.values(withToday(CATALOGUES[language], language, today))).not.toContain(alone);
    expect(withToday(CATALOGUES[language], language, undefined)).toBe(CATALOGUES[language]);
  }
});
