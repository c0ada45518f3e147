import { MEASURES } from "../cases/folkeskole.ts";
import { describe, expect, test } from "vitest";
import { createIntl } from "react-intl";
import { CATALOGUES } from "../../web/i18n/catalogues.ts";
import { type MessageKey } from "../../web/i18n/say.ts";
import { formatQuantity } from "../../src/report/format.ts";

const say = (language: "da" | "en", id: MessageKey, values: Readonly<Record<string, string | number>>): string =>
  createIntl({ locale: language === "da" ? "da-DK" : "en-GB", messages: CATALOGUES[language] }).formatMessage(
    { id },
    { ...values },
  );

test("on the page a site is a school to whoever reads English, in measures too; files name it as they did", () => {
  const texts = [
    ...Object.values(CATALOGUES.en).map((text) => text.replaceAll(/\{\w+/g, "")),
    ...MEASURES.map(({ title }) => title.en),
  ];
  // The law has a word of its own for a part of a school, which closes by rules of its own: a school site.
  expect(texts.filter((text) => /(?<!school )\bsites?\b/i.test(text))).toEqual([]);
  expect(MEASURES.find(({ key }) => key === "changed-site")?.label.en).toBe("Pupils who change site");
});

describe("one and many", () => {
  test.each([
    ["classes", 1, "1 klasse", "1 class"],
    ["classes", -1, "-1 klasse", "-1 class"],
    ["classes", 2, "2 klasser", "2 classes"],
    ["pupils", 0, "0 elever", "0 pupils"],
    ["pupils", 21, "21 elever", "21 pupils"],
  ] as const)("%s: %d is written %s, %s", (unit, value, da, en) => {
    expect(formatQuantity(value, unit, "da")).toBe(da);
    expect(formatQuantity(value, unit, "en")).toBe(en);
  });

  test.each<[MessageKey, string, string, string, string]>([
    ["table.shown", "1 række", "1 row", "12 rækker", "12 rows"],
    ["list.count", "1 af 1 plan", "1 of 1 plan", "1 af 12 planer", "1 of 12 plans"],
  ])("%s", (key, oneDa, oneEn, manyDa, manyEn) => {
    const one = { count: 1, text: "1", shown: "1" };
    const many = { count: 12, text: "12", shown: "1" };
    expect([say("da", key, one), say("en", key, one)]).toEqual([oneDa, oneEn]);
    expect([say("da", key, many), say("en", key, many)]).toEqual([manyDa, manyEn]);
  });

  test("classes saved and schools without upper grades are told in the singular where there is one", () => {
    expect(say("da", "classes.pooling", { count: 1, text: "1", km: "9" })).toContain("1 klasse færre");
    expect(say("en", "structure.feeders.all", { count: 1, text: "1" })).toMatch(/^The only school/);
  });
});
