import { describe, expect, test } from "vitest";
import { classSizeRule } from "../../src/rules/class-size.ts";
import { closingRule } from "../../src/rules/closing-procedure.ts";
import { LAW, lawIn } from "../../src/rules/table.ts";
import { isSmallSchool, mayTeachTogether } from "../../src/rules/teaching-together.ts";
import { TRANSPORT_LEFT_OUT, TRANSPORT_RIGHT } from "../../src/rules/transport-right.ts";

describe("every rule", () => {
  test.each(LAW.map((rule) => [rule.key, rule] as const))(
    "%s: paragraph, text in both languages, days it holds, and where it was read",
    (_, { paragraph, text, note, validFrom, validTo, source }) => {
      for (const words of [paragraph, text.da, text.en, note?.da ?? "-", note?.en ?? "-"]) expect(words).not.toBe("");
      expect(validFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      if (validTo !== undefined) expect(validTo > validFrom).toBe(true);
      expect(new URL(source).protocol).toBe("https:");
    },
  );

  test("has a key of its own", () => expect(new Set(LAW.map(({ key }) => key)).size).toBe(LAW.length));
});

const ALWAYS = [
  "transport-right",
  "dangerous-road",
  "transport-left-out",
  "teaching-together",
  "grade-span",
  "district-right",
  "boards-heard",
  "school-closed",
];

test.each([
  [1993, []],
  [1994, [...ALWAYS, "class-size-before-2024", "closing-procedure-1994"]],
  [2004, [...ALWAYS, "class-size-before-2024", "closing-procedure-1994", "council-meeting"]],
  [2013, [...ALWAYS, "class-size-before-2024", "closing-procedure-1994", "council-meeting", "free-choice"]],
  [2014, [...ALWAYS, "class-size-before-2024", "closing-procedure", "council-meeting", "free-choice"]],
  [
    2023,
    [...ALWAYS, "class-size-before-2024", "closing-procedure", "council-meeting", "free-choice", "shared-leadership"],
  ],
  [2024, [...ALWAYS, "class-size", "closing-procedure", "council-meeting", "free-choice", "shared-leadership"]],
])("the law of the school year from %i", (year, keys) => {
  expect(
    lawIn(year)
      .map(({ key }) => key)
      .toSorted(),
  ).toEqual(keys.toSorted());
});

test.each([
  [1990, "§ 17, stk. 1 (til"],
  [2015, "§ 17, stk. 1 (til"],
  [2023, "§ 17, stk. 1 (til"],
  [2024, "§ 17, stk. 1 og 2"],
  [2030, "§ 17, stk. 1 og 2"],
])("§ 17 in the school year from %i stands in %s", (year, paragraph) => {
  expect(classSizeRule(year).paragraph).toContain(paragraph);
});

test.each([
  [2013, "1994"],
  [2014, "nr. 700"],
  [2027, "nr. 700"],
])("a closing from August %i follows the order of %s; the newer says that it must be checked", (year, order) => {
  expect(closingRule(year).paragraph).toContain(order);
  if (year >= 2014) expect(closingRule(year).note?.da).toContain("Undersøg, om bekendtgørelsen stadig gælder");
});

test.each([
  [0, { pupils: 80 }, true],
  [7, { pupils: 300 }, true],
  [8, { pupils: 80 }, false],
  [3, { pupils: 301 }, false],
  [3, { pupils: 301, where: "town" }, false],
  [3, { pupils: 301, where: "country" }, true],
  [8, { pupils: 301, where: "country" }, false],
] as const)("§ 25: grade %i of the school %o may be taught with others: %s", (grade, school, may) => {
  expect(mayTeachTogether(grade, school)).toBe(may);
});

test("§ 55: in the country, or up to 300 pupils, a school is small", () => {
  expect([300, 301].map((pupils) => isSmallSchool({ pupils }))).toEqual([true, false]);
  expect(isSmallSchool({ pupils: 900, where: "country" })).toBe(true);
});

test("§ 26 says in Danish what the municipality decides, and names what is left out", () => {
  expect(TRANSPORT_RIGHT.note?.da).toContain("En kortere skolevej giver også ret");
  for (const words of ["10. klasse", "9 km", "fritidstilbud (stk. 4)", "forældre selv står for", "(stk. 5)"])
    expect(TRANSPORT_LEFT_OUT.text.da).toContain(words);
  for (const words of ["grade 10", "9 km", "after-school care (subsection 4)", "parents do themselves"])
    expect(TRANSPORT_LEFT_OUT.text.en).toContain(words);
});
